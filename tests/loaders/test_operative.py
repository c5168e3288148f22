"""The written lists of what looks operative and of what is left out: every entry does what it says."""

from __future__ import annotations

import pytest

from loaders.operative import (
    Entry,
    begins_proposal,
    ends_proposal,
    holds_post,
    is_left_out,
    is_operative,
    is_unread_row,
    names_with_post,
    operative_lists,
)
from loaders.rules import rules


def entries(name: str) -> list[Entry]:
    return list(getattr(operative_lists(), name))


@pytest.mark.parametrize("entry", entries("operative"), ids=lambda entry: entry.example)
def test_an_operative_example_looks_operative_and_is_never_passed_over_unread(entry: Entry) -> None:
    assert is_operative(entry.example)
    assert rules().signal.search(entry.example)


@pytest.mark.parametrize("entry", entries("ignored"), ids=lambda entry: entry.example)
def test_what_is_left_out_has_a_reason_and_would_look_operative_without_its_entry(entry: Entry) -> None:
    assert entry.reason
    assert is_left_out(entry.example)
    assert not is_operative(entry.example)


def test_proposals_begin_and_end_as_their_examples_do() -> None:
    assert all(entry.reason and begins_proposal(entry.example) for entry in entries("motions"))
    assert all(ends_proposal(entry.example) for entry in entries("resolved"))


def test_words_left_out_take_nothing_else_with_them() -> None:
    assert is_operative("根据县长赵青山的提名决定任命钱白水有关职务")


def test_a_verb_that_is_told_of_another_day_is_not_operative() -> None:
    assert not is_operative("赵青山今年三月被任命为县水利局局长")


def test_a_name_and_a_post_are_operative_only_in_a_list_under_a_verb() -> None:
    assert names_with_post("赵青山县水利局局长")
    assert names_with_post("县水利局局长赵青山同志")
    assert names_with_post("赵青山、钱白水")
    assert not names_with_post("赵青山，县水利局局长")
    assert not is_operative("赵青山县水利局局长")


def test_a_period_with_a_post_is_an_entry_of_a_career() -> None:
    assert is_operative("2004年4月至2006年10月大冶市委副书记")
    assert not is_operative("2004年4月至2006年10月在党校学习")


def test_a_row_is_unread_when_one_cell_names_a_person_and_another_a_post() -> None:
    assert holds_post("县水利局副局长（正科级）")
    assert is_unread_row(["1", "赵青山", "县水利局副局长"])
    assert not is_unread_row(["1", "赵青山", "1970年1月"])
