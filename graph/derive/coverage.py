"""Which papers of which authority have been seen: numbers seen and missing of each series, first and last day (practice 3.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from graph.dates import max_day, min_day
from graph.derive.series import series_of
from graph.model import Notice


class Coverage(Struct, frozen=True, kw_only=True):
    """One series of one issuer in one year; without a number, all its unnumbered papers under an empty series."""

    issuer: str
    series: str
    seen: tuple[int, ...]
    missing: tuple[int, ...]
    """Numbers below the highest seen of which no paper is known."""
    papers: int
    first: date | None
    last: date | None


def coverage_rows(notices: Iterable[Notice]) -> list[Coverage]:
    """What has been seen of each series, by issuer and series; papers without an issuer stand under an empty one."""
    groups: dict[tuple[str, str], list[tuple[int | None, Notice]]] = defaultdict(list)
    for notice in notices:
        placed = series_of(notice)
        key = (notice.issuer, placed[0].name) if placed else (notice.issuer, "")
        groups[key].append((placed[1] if placed else None, notice))
    rows = []
    for (issuer, series), papers in sorted(groups.items()):
        numbers = {number for number, _ in papers if number is not None}
        rows.append(
            Coverage(
                issuer=issuer,
                series=series,
                seen=tuple(sorted(numbers)),
                missing=tuple(number for number in range(1, max(numbers, default=0)) if number not in numbers),
                papers=len(papers),
                first=min_day(*(notice.issued_date or notice.not_before for _, notice in papers)),
                last=max_day(*(notice.issued_date or notice.not_after for _, notice in papers)),
            )
        )
    return rows
