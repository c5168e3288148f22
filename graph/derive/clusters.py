"""Groups of events that are taken to be of one person, joined two by two, and what keeps two groups apart (design 3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from graph.dates import max_day, min_day
from graph.derive.events import Event

_WORKING_LIFE = 45 * 366
_LATE = timedelta(days=366)
"""How long the papers of a change may lag behind it (practice 3.4.3)."""


class Spell(Struct, frozen=True):
    """A full-time post certainly held: chief or deputy, not 兼 and not 挂职. `until` is None where no end is stated."""

    since: date
    until: date | None
    post_id: str
    organization_id: str
    one_seat: bool


class Cluster:
    """Events of one person. `spells` are the full-time posts that pairs of acts show."""

    __slots__ = ("dismissed", "ethnicities", "events", "first", "genders", "last", "spells")

    def __init__(self, events: Sequence[Event], gender: str) -> None:
        self.events = list(events)
        self.genders = {gender} if gender else set()
        self.ethnicities = {event.act.ethnicity for event in events if event.act.ethnicity}
        self.first = min_day(*(event.day.not_before for event in events))
        self.last = max_day(*(event.day.not_after for event in events))
        self.spells: list[Spell] = []
        self.dismissed = {
            event.act.notice_id: event.post.post_id for event in events if event.closes and event.post and not event.concurrent
        }

    @property
    def key(self) -> tuple[object, ...]:
        return min(event.key for event in self.events)

    def absorb(self, other: Cluster) -> None:
        """Take over everything of another cluster."""
        self.events += other.events
        self.genders |= other.genders
        self.ethnicities |= other.ethnicities
        self.first, self.last = min_day(self.first, other.first), max_day(self.last, other.last)
        self.spells += other.spells
        self.dismissed = other.dismissed | self.dismissed


def excludes(left: Cluster, right: Cluster) -> str:
    """Why two clusters cannot be one person by what they are; empty when nothing speaks against it."""
    if len(left.genders | right.genders) > 1:
        return "gender"
    if len(left.ethnicities | right.ethnicities) > 1:
        return "ethnicity"
    first, last = min_day(left.first, right.first), max_day(left.last, right.last)
    if first and last and (last - first).days > _WORKING_LIFE:
        return "more than 45 years"
    return ""


def conflicts(left: Cluster, right: Cluster) -> str:
    """Why two clusters cannot be one person by what they are or by what they do at one time."""
    reason = excludes(left, right)
    if reason:
        return reason
    small, large = sorted((left.dismissed, right.dismissed), key=len)
    if any(large.get(notice, post) != post for notice, post in small.items()):
        return "two dismissals by clauses of one notice"
    if any(_together(a, b) > _LATE for a in left.spells for b in right.spells if a.one_seat and b.one_seat):
        return "two one-seat posts at one time"
    return ""


def doubtful(left: Cluster, right: Cluster) -> bool:
    """Whether full-time posts at one time, deputies' among them, speak against one person, though they do not exclude it."""
    return sum((_together(a, b) for a in left.spells for b in right.spells), timedelta()) > _LATE


def _together(a: Spell, b: Spell) -> timedelta:
    """How long posts of different bodies were certainly held together.

    A post entered earlier without a stated end is presumed left when another body is entered (practice 3.3.7): no time at all.
    """
    first, second = (a, b) if a.since <= b.since else (b, a)
    if first.organization_id == second.organization_id or first.until is None:
        return timedelta()
    end = min(first.until, second.until) if second.until else first.until
    return max(end - second.since, timedelta())
