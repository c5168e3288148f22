"""One way of writing, each character in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.fold import fold, hide_titles


@given(st.text())
def test_folding_keeps_the_length_and_changes_nothing_twice(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert len(hide_titles(folded)) == len(text)


def test_traditional_characters_brackets_and_digits_become_plain() -> None:
    assert fold("任命樂天民(女)為羅陽縣縣長,１９９６年") == "任命乐天民（女）为罗阳县县长，1996年"


def test_simplified_text_is_the_same_object() -> None:
    text = "任命张三为某局局长。"
    assert fold(text) is text


def test_titles_of_papers_cannot_be_read() -> None:
    assert hide_titles("通过《关于聘任张三的议案》。") == "通过《■■■■■■■■■》。"
