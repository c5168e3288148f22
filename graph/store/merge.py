"""One notice or act out of what several sources say about it; the same whatever the order in which they were loaded.

The statement of the smallest source id stands; what it leaves open the next one fills; the bounds of the day are intersected, and
a source that contradicts the ones before it adds none (design 3.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from graph.dates import Bounds
from graph.model import Act, Notice

S = TypeVar("S", Notice, Act)


def merge_notice(statements: Mapping[str, Notice]) -> Notice:
    """The notice that its sources, by source id, print together; without a place, since that is each source's own."""
    said = _in_order(statements)
    first = said[0]
    if len(said) == 1:
        return replace(first, start=0, end=0)
    issued, bounds = _day(said)
    return replace(
        first,
        title=_first(n.title for n in said),
        issued_date=issued,
        not_before=bounds.not_before,
        not_after=bounds.not_after,
        head_count=next((n.head_count for n in said if n.head_count is not None), None),
        marks_women=any(n.marks_women for n in said),
        by_procedure=any(n.by_procedure for n in said),
        start=0,
        end=0,
    )


def merge_act(statements: Mapping[str, Act]) -> Act:
    """The act that its sources, by source id, print together; its sentences stand with the sources."""
    said = _in_order(statements)
    first = said[0]
    if len(said) == 1:
        return replace(first, clause="", start=0, end=0)
    issued, bounds = _day(said)
    return replace(
        first,
        ethnicity=_first(a.ethnicity for a in said),
        decided=_first(a.decided for a in said),
        target=_first(a.target for a in said),
        previous=_first(a.previous for a in said),
        issued_date=issued,
        not_before=bounds.not_before,
        not_after=bounds.not_after,
        clause="",
        start=0,
        end=0,
    )


def _in_order(statements: Mapping[str, S]) -> list[S]:
    return [statements[source_id] for source_id in sorted(statements)]


def _day(said: Iterable[Notice | Act]) -> tuple[date | None, Bounds]:
    """The printed day of issue and the bounds that the statements leave together."""
    issued: date | None = None
    bounds = Bounds()
    for statement in said:
        common = bounds.intersect(Bounds(statement.not_before, statement.not_after))
        if common is None:
            continue
        bounds = common
        issued = issued or statement.issued_date
    return issued, bounds


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
