"""Undated notices between their neighbours."""

from datetime import date

from graph.model import Notice
from loaders.bounds import bound_in_source

PRINTED = date(2020, 11, 27)


def notice(number: str, issued: date | None, issuer: str = "甲市人民政府") -> Notice:
    return Notice(
        notice_id=number + issuer, doc_number=number, issuer=issuer, issued_date=issued, not_before=issued, not_after=issued
    )


def bounds(notices: list[Notice], published: date | None = PRINTED) -> tuple[date | None, date | None]:
    (found,) = (n for n in bound_in_source(notices, published) if n.issued_date is None)
    return found.not_before, found.not_after


def test_the_last_of_a_series_lies_between_its_predecessor_and_the_printing() -> None:
    series = [
        notice("甲政任〔2020〕5号", date(2020, 7, 24)),
        notice("甲政任〔2020〕6号", date(2020, 10, 31)),
        notice("甲政任〔2020〕7号", None),
    ]
    assert bounds(series) == (date(2020, 10, 31), PRINTED)


def test_a_later_number_bounds_from_above() -> None:
    series = [notice("甲政任〔2020〕2号", None), notice("甲政任〔2020〕3号", date(2020, 6, 5))]
    assert bounds(series) == (None, date(2020, 6, 5))


def test_other_series_issuers_and_years_bound_nothing() -> None:
    others = [
        notice("甲政〔2020〕1号", date(2020, 1, 5)),
        notice("甲政任〔2019〕1号", date(2019, 1, 5)),
        notice("甲政任〔2020〕1号", date(2020, 2, 5), issuer="乙市人民政府"),
    ]
    assert bounds([*others, notice("甲政任〔2020〕7号", None)], None) == (None, None)


def test_neighbours_that_contradict_each_other_bound_nothing() -> None:
    series = [
        notice("甲政任〔2020〕1号", date(2020, 9, 1)),
        notice("甲政任〔2020〕2号", None),
        notice("甲政任〔2020〕3号", date(2020, 3, 1)),
    ]
    assert bounds(series, None) == (None, None)
