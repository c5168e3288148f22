"""Undated notices are bounded by their neighbours in the number sequence."""

from __future__ import annotations

from datetime import date

from graph.derive.coverage import coverage_rows
from graph.derive.series import bound_notices, series_of
from graph.model import Notice


def notice(number: int, day: str = "", issuer: str = "云州市人民政府", not_after: str = "", prefix: str = "云政任") -> Notice:
    issued = date.fromisoformat(day) if day else None
    return Notice(
        notice_id=f"n{issuer}{prefix}{number}",
        doc_number=f"{prefix}〔2020〕{number}号",
        issuer=issuer,
        issued_date=issued,
        not_before=issued,
        not_after=issued or (date.fromisoformat(not_after) if not_after else None),
    )


def bounds(undated: Notice, *others: Notice) -> tuple[date | None, date | None]:
    found = bound_notices([undated, *others])[undated.notice_id]
    assert found.issued_date is None
    return found.not_before, found.not_after


def test_neighbours_bound_an_undated_notice_on_both_sides() -> None:
    assert bounds(notice(3), notice(1, "2020-02-01"), notice(2, "2020-03-01"), notice(4, "2020-05-01")) == (
        date(2020, 3, 1),
        date(2020, 5, 1),
    )


def test_publication_bounds_the_last_of_a_series() -> None:
    assert bounds(notice(7, not_after="2020-11-27"), notice(6, "2020-10-31")) == (date(2020, 10, 31), date(2020, 11, 27))


def test_undated_neighbours_pass_on_what_bounds_them() -> None:
    assert bounds(notice(3), notice(2), notice(1, "2020-02-01")) == (date(2020, 2, 1), None)


def test_another_issuer_with_the_same_numbers_says_nothing() -> None:
    assert bounds(notice(2), notice(1, "2020-02-01", issuer="月州市人民政府")) == (None, None)


def test_another_series_of_the_issuer_says_nothing() -> None:
    assert bounds(notice(2), notice(1, "2020-02-01", prefix="云政办")) == (None, None)


def test_neighbours_that_contradict_each_other_leave_the_notice_as_it_is() -> None:
    assert bounds(notice(2, not_after="2020-12-31"), notice(1, "2020-06-01"), notice(3, "2020-05-01")) == (
        None,
        date(2020, 12, 31),
    )


def test_square_brackets_make_the_same_series() -> None:
    one, other = notice(1), Notice(notice_id="n", doc_number="云政任[2020]12号", issuer="云州市人民政府")
    first, second = series_of(one), series_of(other)
    assert first is not None and second is not None
    assert (first[0], second[1]) == (second[0], 12)


def test_coverage_lists_missing_numbers_and_unnumbered_papers() -> None:
    rows = coverage_rows(
        [
            notice(1, "2020-02-01"),
            notice(4, "2020-05-01"),
            Notice(notice_id="n", issuer="云州市人民政府", issued_date=date(2020, 7, 1)),
        ]
    )
    assert [(row.series, row.seen, row.missing, row.papers) for row in rows] == [
        ("", (), (), 1),
        ("云政任〔2020〕", (1, 4), (2, 3), 2),
    ]
    assert (rows[1].first, rows[1].last) == (date(2020, 2, 1), date(2020, 5, 1))
