"""What is known of a day: exact, or bounded on one side or both (design 3.1). Never an invented day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import msgspec

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Bounds(msgspec.Struct, frozen=True):
    """The days between which something happened, both included; None where nothing is known.

    >>> Bounds.of("2020-06")
    Bounds(not_before=datetime.date(2020, 6, 1), not_after=datetime.date(2020, 6, 30))
    >>> Bounds.of("2020-06-05").day
    datetime.date(2020, 6, 5)
    """

    not_before: date | None = None
    not_after: date | None = None

    @classmethod
    def on(cls, day: date | None) -> Bounds:
        """The bounds of a known day; of None, nothing known."""
        return cls(day, day)

    @classmethod
    def of(cls, written: str) -> Bounds:
        """The bounds of an ISO day, month or year: "2020-06-05", "2020-06", "2020"; of "" nothing known.

        Raises ValueError for anything else and for days that no calendar has.
        """
        if not written:
            return cls()
        match = _ISO.fullmatch(written)
        if not match:
            raise ValueError(f"no ISO date: {written}")
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if day:
            return cls.on(date(year, month, day))
        if month:
            return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def day(self) -> date | None:
        """The day when it is known exactly, else None."""
        return self.not_before if self.not_before == self.not_after else None

    @property
    def known(self) -> bool:
        """Whether anything is known at all."""
        return self.not_before is not None or self.not_after is not None

    def intersect(self, other: Bounds) -> Bounds | None:
        """What both statements leave possible; None when they exclude each other."""
        low = max_day(self.not_before, other.not_before)
        high = min_day(self.not_after, other.not_after)
        if low and high and low > high:
            return None
        return Bounds(low, high)


def max_day(*days: date | None) -> date | None:
    """The latest of the days that are known, None when none is."""
    return max((d for d in days if d), default=None)


def min_day(*days: date | None) -> date | None:
    """The earliest of the days that are known, None when none is."""
    return min((d for d in days if d), default=None)


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)
