"""What besides the name says that two groups of acts are of one person (practice 3.5.1), and where to look for such groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from graph.derive.clusters import Cluster
from graph.derive.events import Event
from graph.derive.knowledge import is_common

_YEAR = timedelta(days=366)
_MAJORITY = "汉族"


def clues_needed(name: str) -> int:
    """How many clues join acts of one name, absence of conflict being one: a common name takes two.

    >>> clues_needed("王伟"), clues_needed("李宝松")
    (2, 1)
    """
    return 2 if is_common(name) else 1


def clues(left: Cluster, right: Cluster) -> int:
    """How many there are: acts in one body within a year, a change from one post to another, an ethnicity of few."""
    return (
        _same_body(left.events, right.events)
        + _changed_over(left.events, right.events)
        + bool(left.ethnicities and left.ethnicities == right.ethnicities and left.ethnicities != {_MAJORITY})
    )


class Neighbours:
    """Finds the acts that may share a clue with a cluster, without looking at all others."""

    def __init__(self) -> None:
        self._acts: dict[tuple[str, object], list[str]] = defaultdict(list)

    def add(self, cluster: Cluster) -> None:
        """Makes the events of a cluster findable."""
        for event in cluster.events:
            for key in _offers(event):
                self._acts[key].append(event.act.act_id)

    def near(self, cluster: Cluster) -> set[str]:
        """The act ids, added before, that may share a clue with this cluster."""
        found: set[str] = set()
        for event in cluster.events:
            for key in _seeks(event):
                found.update(self._acts.get(key, ()))
        return found


def _offers(event: Event) -> Iterator[tuple[str, object]]:
    yield from _common_keys(event)
    if event.closes or event.act.action in ("appoint", "nominate"):
        yield from _moments("left" if event.closes else "came", event)


def _seeks(event: Event) -> Iterator[tuple[str, object]]:
    yield from _common_keys(event)
    if event.closes or event.act.action in ("appoint", "nominate"):
        yield from _moments("came" if event.closes else "left", event)


def _common_keys(event: Event) -> Iterator[tuple[str, object]]:
    if event.organization is not None:
        yield "body", event.organization.organization_id
    if event.act.ethnicity and event.act.ethnicity != _MAJORITY:
        yield "ethnicity", event.act.ethnicity


def _moments(way: str, event: Event) -> Iterator[tuple[str, object]]:
    yield way, event.act.notice_id
    if event.day.day is not None:
        yield way, event.day.day


def _same_body(left: Iterable[Event], right: Iterable[Event]) -> bool:
    """Whether both act in one body within a year."""
    days: dict[str, list[date]] = {}
    for event in left:
        day = event.day.not_after or event.day.not_before
        if event.organization and day:
            days.setdefault(event.organization.organization_id, []).append(day)
    for event in right:
        day = event.day.not_before or event.day.not_after
        if event.organization and day:
            for other in days.get(event.organization.organization_id, ()):
                if abs(day - other) <= _YEAR:
                    return True
    return False


def _changed_over(left: Iterable[Event], right: Iterable[Event]) -> bool:
    """Whether one is dismissed where the other is appointed, in one notice or on one day, and neither changes posts itself."""
    left_gone, left_come = _loose_ends(left)
    right_gone, right_come = _loose_ends(right)
    return bool(left_gone & right_come or left_come & right_gone)


def _loose_ends(events: Iterable[Event]) -> tuple[set[object], set[object]]:
    """The notices and days of dismissals without an appointment in the same notice, and of appointments without a dismissal."""
    gone: dict[str, set[object]] = defaultdict(set)
    come: dict[str, set[object]] = defaultdict(set)
    for event in events:
        if event.closes or event.act.action in ("appoint", "nominate"):
            moments = (gone if event.closes else come)[event.act.notice_id]
            moments.add(event.act.notice_id)
            if event.day.day is not None:
                moments.add(event.day.day)
    both = gone.keys() & come.keys()
    return (
        {moment for notice, moments in gone.items() if notice not in both for moment in moments},
        {moment for notice, moments in come.items() if notice not in both for moment in moments},
    )
