"""Brackets keep together what stands in them, and entries need no break between them."""

from __future__ import annotations

from loaders.careers.cuts import find_brackets, hide_brackets, iter_told_clauses, iter_told_phrases


def test_brackets_in_brackets_are_one() -> None:
    text = "局长（其间：2001年（半年）；2002年），书记"
    assert [text[a:b] for a, b in find_brackets(text)] == ["（其间：2001年（半年）；2002年）"]


def test_a_bracket_that_is_not_closed_hides_nothing() -> None:
    assert hide_brackets("局长（其间，书记") == "局长（其间，书记"
    assert hide_brackets("局长），书记") == "局长），书记"


def test_an_excerpt_that_breaks_off_ends_its_clause() -> None:
    hidden = hide_brackets("某局党委书记，市... 某局局长")
    assert [hidden[a:b] for a, b in iter_told_clauses(hidden)] == ["某局党委书记，市", " 某局局长"]


def phrases(text: str) -> list[str]:
    return [text[a:b] for a, b in iter_told_phrases(text, text, 0, len(text))]


def test_entries_in_one_line_are_parted_but_not_a_term() -> None:
    assert phrases("1988.07-1992.03某局科员1992.03-1998.10某局科长") == ["1988.07-1992.03某局科员", "1992.03-1998.10某局科长"]
    assert phrases("张三任某局局长，任期自2017年7月至2019年6月") == ["张三任某局局长", "任期自2017年7月至2019年6月"]
