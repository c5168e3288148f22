"""Names that read like words are found where the text leaves no doubt, and hide nothing else."""

from __future__ import annotations

import pytest

from loaders.hidden import find_names, hide, shown
from loaders.passage import NoticeText, Passage


def passage(text: str) -> Passage:
    """A line as a passage: white space left out, places kept."""
    kept = [(place, char) for place, char in enumerate(text) if not char.isspace()]
    return Passage("".join(char for _, char in kept), tuple(place for place, _ in kept))


def names(*lines: str, title: str = "") -> set[str]:
    return set(find_names(NoticeText(title=title, passages=tuple(map(passage, lines)))))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("毕　任　任城关镇镇长；", "毕任"),
        ("任命陶兼为县林业局局长；", "陶兼"),
        ("免去欧阳和同志的县档案局局长职务；", "欧阳和"),
        ("由副镇长孟任同志主持工作。", "孟任"),
        ("任命白同（女）为审判员；", "白同"),
        ("庄代任县志办主任。", "庄代"),
    ],
)
def test_a_name_that_reads_like_words_is_found_behind_verbs_in_front_of_titles_and_between_blanks(line: str, name: str) -> None:
    assert names(line) == {name}


def test_a_name_that_the_title_prints_is_known_in_the_body() -> None:
    assert names("经研究，决定。", title="关于秦和等同志任职的通知") == {"秦和"}


@pytest.mark.parametrize(
    "line", ["刘伟曾任某省副省长。", "后出任某市副市长。", "任期三年。", "由王强兼任县志办主任。", "时任局长。"]
)
def test_words_beside_a_verb_are_no_part_of_a_name(line: str) -> None:
    assert names(line) == set()


def test_what_is_hidden_keeps_its_place_and_can_be_shown_again() -> None:
    whole = passage("任命陶　兼为县长")
    hidden = hide(whole, frozenset({"陶兼"}))
    assert (hidden.offsets, len(hidden.text)) == (whole.offsets, len(whole.text))
    assert "兼" not in hidden.text
    assert shown(hidden.text) == whole.text
