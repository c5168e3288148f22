"""Bounds of notices that print no day, within their own source: neighbours in the number sequence, and the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from graph.dates import max_day, min_day
from graph.model import Notice

_NUMBER = re.compile(r"(.+?)〔(\d{4})〕第?(\d+)[号號]")


def series_of(doc_number: str) -> tuple[str, int, int] | None:
    """Series, year and number of a document number; None when it has no such form.

    >>> series_of("三政任〔2020〕7号")
    ('三政任', 2020, 7)
    """
    match = _NUMBER.fullmatch(doc_number)
    return (match[1], int(match[2]), int(match[3])) if match else None


def bound_in_source(notices: Sequence[Notice], published: date | None) -> list[Notice]:
    """The notices, each undated one bounded by what the source itself says; dated ones unchanged.

    An undated notice came not before the last of lower number and not after the first of higher number of its issuer, series and
    year, and not after the source was printed. Neighbours that contradict each other, or the printing, bound nothing.
    """
    if all(notice.issued_date for notice in notices):
        return list(notices)
    dated: dict[tuple[str, str, int], list[tuple[int, date]]] = {}
    for notice in notices:
        series = series_of(notice.doc_number)
        if series and notice.issued_date:
            dated.setdefault((notice.issuer, series[0], series[1]), []).append((series[2], notice.issued_date))
    return [notice if notice.issued_date else _bounded(notice, dated, published) for notice in notices]


def _bounded(notice: Notice, dated: dict[tuple[str, str, int], list[tuple[int, date]]], published: date | None) -> Notice:
    low: date | None = None
    high: date | None = None
    series = series_of(notice.doc_number)
    if series:
        neighbours = dated.get((notice.issuer, series[0], series[1]), ())
        low = max_day(*(day for number, day in neighbours if number < series[2]))
        high = min_day(*(day for number, day in neighbours if number > series[2]))
        if low and high and low > high:
            low = high = None
    if low and published and low > published:
        low = None
    return msgspec.structs.replace(notice, not_before=low, not_after=min_day(high, published))
