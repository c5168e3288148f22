"""Progress is for what takes long, and never in the way of what is short."""

from __future__ import annotations

import pytest

from graph.cli import progress
from graph.cli.progress import showing


def test_what_is_short_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with showing("reading") as shown:
        shown.count(1, 2)
    assert capsys.readouterr().err == ""


def test_off_a_terminal_what_takes_longer_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LINE_EVERY", 0.0)
    with showing("reading") as shown:
        shown.begin()
        shown.count(1, 2)
        shown.stage("deriving", 3, 0)
    assert capsys.readouterr().err == "reading …\nreading … 1 of 2\nderiving … 3\n"


def test_off_a_terminal_a_question_stays_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with showing("asking", lines=False) as shown:
        shown.begin()
    assert capsys.readouterr().err == ""
