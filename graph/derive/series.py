"""Bounds of undated notices from their neighbours in the number sequence of issuer, series and year (design 3.1)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

import msgspec
from msgspec import Struct

from graph.dates import Bounds, max_day, min_day
from graph.model import Notice

_NUMBER = re.compile(r"(?P<prefix>.+?)[〔\[［(（【](?P<year>(?:19|20)\d\d)[〕\]］)）】]第?(?P<number>\d+)号")


class Series(Struct, frozen=True):
    """A sequence of numbered papers of one issuer in one year: `三政任〔2020〕` of 三门峡市人民政府."""

    issuer: str
    name: str
    year: int


def series_of(notice: Notice) -> tuple[Series, int] | None:
    """The series of a notice and its number in it; None without an issuer or a number of the usual form."""
    match = _NUMBER.fullmatch(notice.doc_number)
    if not match or not notice.issuer:
        return None
    year = int(match["year"])
    return Series(notice.issuer, f"{match['prefix']}〔{year}〕", year), int(match["number"])


def bound_notices(notices: Iterable[Notice]) -> dict[str, Notice]:
    """Every notice by its id; undated ones bounded by the papers numbered before and after them.

    Neighbours that contradict each other or the notice's own bounds leave these as they are.
    """
    bounded: dict[str, Notice] = {}
    sequences: dict[Series, list[tuple[int, Notice]]] = defaultdict(list)
    for notice in notices:
        bounded[notice.notice_id] = notice
    for notice in bounded.values():
        placed = series_of(notice)
        if placed:
            sequences[placed[0]].append((placed[1], notice))
    for sequence in sequences.values():
        if any(notice.issued_date is None for _, notice in sequence):
            for notice in _bound_sequence(sequence):
                bounded[notice.notice_id] = notice
    return bounded


def _bound_sequence(sequence: list[tuple[int, Notice]]) -> list[Notice]:
    numbers = sorted({number for number, _ in sequence})
    place = {number: i for i, number in enumerate(numbers)}
    lows: list[date | None] = [None] * len(numbers)
    highs: list[date | None] = [None] * len(numbers)
    for number, notice in sequence:
        low, high = (notice.issued_date, notice.issued_date) if notice.issued_date else (notice.not_before, notice.not_after)
        i = place[number]
        lows[i], highs[i] = max_day(lows[i], low), min_day(highs[i], high)
    latest: list[date | None] = [None, *accumulate(lows, max_day)]
    earliest: list[date | None] = [None, *accumulate(reversed(highs), min_day)]
    result = []
    for number, notice in sequence:
        if notice.issued_date:
            continue
        before, after = latest[place[number]], earliest[len(numbers) - 1 - place[number]]
        if before and after and before > after:
            continue
        common = notice.day.intersect(Bounds(before, after))
        if common:
            result.append(msgspec.structs.replace(notice, not_before=common.not_before, not_after=common.not_after))
    return result
