"""Every wording gives the acts that its own example states, and a new one needs no Python."""

from __future__ import annotations

import pytest

from loaders.clause import parse_notice
from loaders.passage import NoticeText, Passage
from loaders.wordings import Wording, all_wordings, parse_wordings


def acts_of(text: str) -> list[str]:
    """The acts of a text as the wordings' examples write them."""
    passages = tuple(Passage(line, range(len(line))) for line in text.split("\n"))
    reading = parse_notice(NoticeText(passages=passages))
    return [f"{act.person} {act.action} {act.organization or '-'} {act.post or '-'}" for act in reading.acts]


@pytest.mark.parametrize("wording", all_wordings(), ids=lambda wording: wording.name)
def test_the_example_of_a_wording_gives_its_acts(wording: Wording) -> None:
    assert acts_of(wording.example) == list(wording.acts)


def test_every_wording_has_an_example_with_acts() -> None:
    assert [wording.name for wording in all_wordings() if not wording.example or not wording.acts] == []


def test_names_of_wordings_are_unique() -> None:
    names = [wording.name for wording in all_wordings()]
    assert len(names) == len(set(names))


def test_a_wording_is_one_entry_of_toml() -> None:
    (wording,) = parse_wordings(
        """
        [[wording]]
        name = "延请X为Y"
        action = "appoint"
        cue = "延请"
        say = ["延请{who}为{posts}"]
        example = "延请王小平为某县图书馆馆长"
        acts = ["王小平 appoint 某县图书馆 馆长"]
        """
    )
    assert wording.say[0].text == "延请{who}为{posts}"
