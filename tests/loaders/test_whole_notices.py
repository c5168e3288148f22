"""The notices of tests/cases/notices, whole: what a notice leaves out in one place and says in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.pipeline import read_text

NOTICES = sorted((Path(__file__).parent.parent / "cases" / "notices").glob("*.txt"))


@pytest.mark.parametrize("path", NOTICES, ids=[path.stem for path in NOTICES])
def test_a_notice_gives_exactly_its_acts(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    text = "\n".join(line for line in lines if not line.startswith(("#", "=")))
    wanted = [[field.strip() for field in line[1:].split("|")] for line in lines if line.startswith("=")]
    given = [[act.person, act.action, act.organization, act.post] for act in read_text(text, path.name).acts]
    assert given == wanted
