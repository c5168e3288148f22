"""Which day an act has: effective, else decided, else issued, else bounds (design 3.1)."""

from __future__ import annotations

from datetime import date

from graph.dates import Bounds
from graph.derive.blocks import derive_block
from graph.derive.days import day_of
from graph.derive.issues import INFORMATION
from graph.model import Act, Notice

ISSUED = date(2020, 6, 5)
NOTICE = Notice(notice_id="n1", issued_date=ISSUED, not_before=ISSUED, not_after=ISSUED)
UNDATED = Notice(notice_id="n1", not_before=date(2020, 10, 31), not_after=date(2020, 11, 27))


def act(action: str = "appoint", **fields: object) -> Act:
    return Act(act_id="a1", notice_id="n1", seq=1, clause_no=1, action=action, person="周明远", **fields)  # type: ignore[arg-type]


def test_the_day_of_issue_is_the_day_where_nothing_else_is_said() -> None:
    assert day_of(act(), NOTICE).day == Bounds.on(ISSUED)


def test_an_undated_notice_gives_its_bounds() -> None:
    assert day_of(act(not_after=date(2020, 11, 27)), UNDATED).day == Bounds(date(2020, 10, 31), date(2020, 11, 27))


def test_the_day_decided_goes_before_the_day_issued() -> None:
    assert day_of(act(decided="2020-06-01"), NOTICE).day == Bounds.on(date(2020, 6, 1))


def test_a_coarse_effective_date_that_contains_the_known_day_changes_nothing() -> None:
    found = day_of(act(effective="2020-06"), NOTICE)
    assert (found.day, found.conflict) == (Bounds.on(ISSUED), "")


def test_an_effective_date_that_excludes_the_known_day_stands_and_is_told() -> None:
    found = day_of(act(effective="2020-01"), NOTICE)
    assert found.day == Bounds(date(2020, 1, 1), date(2020, 1, 31))
    assert found.conflict == "effective 2020-01 excludes 2020-06-05"


def test_an_effective_month_narrows_what_an_undated_notice_leaves_open() -> None:
    assert day_of(act(effective="2020-11"), UNDATED).day == Bounds(date(2020, 11, 1), date(2020, 11, 27))


def test_a_resume_entry_with_an_open_end_says_nothing_about_its_end() -> None:
    found = day_of(act("attest", effective="2003-04/"), NOTICE)
    assert (found.interval, found.day, found.until) == (True, Bounds.of("2003-04"), Bounds())


def test_an_interval_that_ends_before_it_starts_is_told_and_says_nothing() -> None:
    found = day_of(act("attest", effective="2018/2016"), NOTICE)
    assert found.conflict
    assert not found.day.known


def test_an_effective_date_that_no_calendar_has_is_told_and_the_issue_stands() -> None:
    found = day_of(act(effective="2020-02-30"), NOTICE)
    assert (found.day, bool(found.conflict)) == (Bounds.on(ISSUED), True)


def test_an_office_that_counts_from_an_earlier_month_is_in_order_and_from_another_decade_is_not() -> None:
    assert day_of(act(effective="2020-01"), NOTICE).ordinary
    assert not day_of(act(effective="2010-01"), NOTICE).ordinary
    assert not day_of(act(effective="2020-02-30"), NOTICE).ordinary


def test_what_is_in_order_is_noted_as_such() -> None:
    def kinds(effective: str) -> list[str]:
        told = act(organization="县水利局", post="局长", effective=effective)
        return [issue.kind for issue in derive_block("周明远|", [told], {"n1": NOTICE}).issues]

    assert kinds("2020-01") == ["other_day"]
    assert kinds("2010-01") == ["date_conflict"]
    assert kinds("2020-06") == []
    assert "other_day" in INFORMATION
