"""One notice or act out of several sources: the same whatever the order, and never more than they say."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from msgspec.structs import replace

from graph.model import Act, Notice
from graph.store.merge import merge_act, merge_notice
from tests.store.papers import paper

PRINTED = paper(("appoint", "王伟", "青田市教育局", "局长"), day="2020-05-04")
NOTICE, ACT = PRINTED.notices[0], PRINTED.acts[0]
UNDATED = replace(NOTICE, issued_date=None, not_before=None, not_after=None, title="")


def bounded(low: str, high: str) -> Notice:
    return replace(UNDATED, not_before=date.fromisoformat(low), not_after=date.fromisoformat(high))


def test_notice_of_one_source_is_what_it_says_without_its_place() -> None:
    assert merge_notice({"s1": NOTICE}) == replace(NOTICE, start=0, end=0)


def test_order_of_loading_makes_no_difference() -> None:
    said = {"s1": bounded("2020-05-01", "2020-05-31"), "s2": NOTICE, "s3": bounded("2020-01-01", "2020-05-20")}
    assert len({merge_notice(dict(order)) for order in permutations(said.items())}) == 1


def test_bounds_are_intersected() -> None:
    merged = merge_notice({"s1": bounded("2020-05-01", "2020-05-31"), "s2": bounded("2020-05-10", "2020-06-30")})
    assert (merged.not_before, merged.not_after) == (date(2020, 5, 10), date(2020, 5, 31))


def test_printed_day_of_one_source_dates_the_undated_print_of_another() -> None:
    merged = merge_notice({"s1": UNDATED, "s2": NOTICE})
    assert (merged.issued_date, merged.not_before, merged.not_after) == (date(2020, 5, 4),) * 3


def test_source_that_contradicts_the_ones_before_it_adds_no_day() -> None:
    merged = merge_notice({"s1": bounded("2020-06-01", "2020-06-30"), "s2": NOTICE})
    assert (merged.issued_date, merged.not_before, merged.not_after) == (None, date(2020, 6, 1), date(2020, 6, 30))


def test_what_the_first_leaves_open_the_next_fills() -> None:
    merged = merge_notice({"s1": UNDATED, "s2": replace(NOTICE, head_count=3, marks_women=True)})
    assert (merged.title, merged.head_count, merged.marks_women) == (NOTICE.title, 3, True)


def test_first_source_stands_where_both_say_something() -> None:
    assert merge_notice({"s1": replace(NOTICE, head_count=2), "s2": replace(NOTICE, head_count=3)}).head_count == 2


def test_act_takes_what_another_printing_adds_and_leaves_the_sentences_to_the_sources() -> None:
    fuller: Act = replace(ACT, ethnicity="回族", decided="2020-05-01", clause="任命王伟（回族）…")
    merged = merge_act({"s2": fuller, "s1": ACT})
    assert (merged.ethnicity, merged.decided) == ("回族", "2020-05-01")
    assert (merged.clause, merged.start, merged.end) == ("", 0, 0)
