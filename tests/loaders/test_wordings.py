"""Every wording gives the acts that its own example states, and a new one needs no Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import WordingError
from loaders.clause import parse_notice
from loaders.passage import NoticeText, Passage
from loaders.wordings import Wording, all_wordings, parse_wordings, read_wordings


def acts_of(text: str) -> list[str]:
    """The acts of a text as the wordings' examples write them."""
    passages = tuple(Passage(line, range(len(line))) for line in text.split("\n"))
    reading = parse_notice(NoticeText(passages=passages))
    return [f"{act.person} {act.action} {act.organization or '-'} {act.post or '-'}" for act in reading.acts]


@pytest.mark.parametrize("wording", all_wordings(), ids=lambda wording: wording.name)
def test_the_example_of_a_wording_gives_its_acts(wording: Wording) -> None:
    given = acts_of(wording.example)
    assert given == list(wording.acts), (
        f"{wording.file}, {wording.name}: the example {wording.example} gives {given or 'no act'}, not {list(wording.acts)}. "
        "Mend `say` and `cue` if the sentence is not read, `acts` if the acts are right."
    )


ENTRY = """
[[wording]]
name = "延请X为Y"
action = "appoint"
cue = "延请"
say = ["延请{who}为{posts}"]
example = "延请王小平为某县图书馆馆长"
acts = ["王小平 appoint 某县图书馆 馆长"]
"""


def test_a_wording_is_one_entry_of_toml() -> None:
    (wording,) = parse_wordings(ENTRY, "wordings/appoint.toml")
    assert wording.say[0].text == "延请{who}为{posts}"
    assert wording.file == "wordings/appoint.toml"


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("carried", "carreid", ["unknown field `carreid`", "Did you mean `carried`?"]),
        ("carried", "subject", ["unknown field `subject`", "The fields are name, action, cue, say"]),
        ('cue = "延请"\n', "", ["missing required field `cue`", "Add it"]),
        ('"appoint"', '"apoint"', ["'apoint'", "The actions are appoint, dismiss"]),
        ('say = ["延请{who}为{posts}"]', 'say = "延请{who}为{posts}"', ["Expected `array`, got `str`", "$.say"]),
        ('"延请{who}', '"延请(?:{who}', ["`say` is 延请(?:{who}为{posts}", "Brackets come in pairs"]),
        ('cue = "延请"', 'cue = "延请["', ["`cue` is 延请[", "Brackets come in pairs"]),
        ("{posts}", "{post}", ["there is no slot {post}", "slots are {who}, {posts}"]),
        ('cue = "延请"', 'cue = "敦请"', ["the cue 敦请 is not in the example", "Make `cue` a word"]),
        ("某县图书馆 馆长", "某县图书馆馆长", ["`acts` holds 王小平 appoint 某县图书馆馆长", "- for none"]),
    ],
)
def test_an_entry_that_is_not_well_made_is_named_with_what_to_do(written: str, instead: str, told: list[str]) -> None:
    entry = ENTRY + 'carried = ["{who}为{posts}"]\n'
    with pytest.raises(WordingError) as refused:
        parse_wordings(entry.replace(written, instead), "wordings/appoint.toml")
    for part in ("wordings/appoint.toml, entry 1 (延请X为Y)", *told):
        assert part in str(refused.value)


def test_an_entry_without_a_name_is_counted() -> None:
    with pytest.raises(WordingError, match=r"entry 2 \(without a name\)"):
        parse_wordings(ENTRY + ENTRY.replace('name = "延请X为Y"\n', ""), "wordings/appoint.toml")


@pytest.mark.parametrize(("content", "told"), [("[[wording]\n", "is not TOML"), ("name = 'a'\n", r"holds name.*\[\[wording\]\]")])
def test_a_file_that_is_no_list_of_entries_is_named(content: str, told: str) -> None:
    with pytest.raises(WordingError, match=told):
        parse_wordings(content, "wordings/appoint.toml")


def test_two_entries_with_one_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    for name in ("appoint.toml", "dismiss.toml"):
        (tmp_path / name).write_text(ENTRY, encoding="utf-8")
    with pytest.raises(WordingError, match=r"dismiss\.toml: the name 延请X为Y is that of an entry of .*appoint\.toml"):
        read_wordings(tmp_path)
