"""What is known of a day, in words: never an invented day (design 3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.dates import Bounds
from views.words import t


def bounds_of(row: Mapping[str, Any], name: str = "") -> Bounds:
    """The bounds that a row gives under `<name>_date` or `<name>_on`, `<name>_not_before` and `<name>_not_after`."""
    lead = f"{name}_" if name else ""
    exact = day_of(row.get(f"{lead}date")) or day_of(row.get(f"{lead}on"))
    if exact:
        return Bounds.on(exact)
    return Bounds(day_of(row.get(f"{lead}not_before")), day_of(row.get(f"{lead}not_after")))


def day_of(value: Any) -> date | None:
    """The value when it is a day, else None."""
    return value if isinstance(value, date) else None


def day_text(bounds: Bounds) -> str:
    """A day in words: exact, between two days, not before, not after, or unknown."""
    low, high = bounds.not_before, bounds.not_after
    if bounds.day:
        return bounds.day.isoformat()
    if low and high:
        return t("day.between", low=low, high=high)
    if low:
        return t("day.from", low=low)
    if high:
        return t("day.until", high=high)
    return t("day.unknown")
