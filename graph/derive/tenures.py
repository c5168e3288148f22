"""Tenures of one person in one post, as the papers state them (design 3.3): rules 1 to 5 over the events in order of day.

No end is inferred here; that needs the other holders of the post and is done per organization (inference.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from graph.derive.events import Event
from graph.derive.revocations import Undone, undo
from graph.derive.spells import Spell
from graph.model import Tenure

_REPEAT = timedelta(days=90)


def derive_tenures(person_id: str, events: Sequence[Event]) -> tuple[list[Tenure], list[Undone]]:
    """The tenures of a person in one post, and the acts that revocations took out of them.

    Every event is in exactly one of the two. `events` are all of one person and one post, in any order.
    """
    effective = undo(sorted(events, key=lambda event: event.key))
    work = _Work(person_id, effective.withdrawals)
    for event in effective.events:
        if not event.when.interval:
            work.take(event)
    for event in effective.events:
        if event.when.interval:
            work.take_interval(event)
    return work.tenures(), effective.undone


class _Work:
    """What is open while the events pass by: at most one formal and one acting tenure."""

    def __init__(self, person_id: str, withdrawals: Mapping[str, Event]) -> None:
        self.person_id = person_id
        self.withdrawals = withdrawals
        self.spells: list[Spell] = []
        self.nominations: list[list[Event]] = []
        self.formal: Spell | None = None
        self.acting: Spell | None = None

    def take(self, event: Event) -> None:
        action = event.act.action
        if event.closes:
            self._close(event)
        elif action == "appoint":
            self._appoint(event)
        elif action == "confirm":
            self._confirm(event)
        elif action == "attest":
            self._attest(event)
        elif action == "nominate":
            self._nominate(event)

    def take_interval(self, event: Event) -> None:
        """An interval of a résumé sharpens the one tenure that it can be, or is one of its own."""
        for spell in self.spells:
            if spell.acting == event.acting and spell.sharpen(event):
                return
        self._new(event).attest_interval(event)

    def _new(self, event: Event) -> Spell:
        spell = Spell(self.person_id, event)
        self.spells.append(spell)
        return spell

    def _appoint(self, event: Event) -> None:
        if event.acting:
            if self.acting is None:
                self.acting = self._new(event)
                self.acting.open(event)
            else:
                self.acting.add(event)
            return
        if self.formal is not None:
            self.formal.add(event)
            return
        self.formal = self._new(event)
        self.formal.open(event)
        if self.acting is not None:
            self.acting.close(event, own=False)
            self.formal.incumbency = self.acting.incumbency = self.acting
            self.acting = None

    def _close(self, event: Event) -> None:
        if self.acting is not None and (event.acting or self.formal is None):
            self.acting.close(event)
            self.acting = None
        elif self.formal is not None:
            self.formal.close(event)
            self.formal = None
        else:
            last = self._last_closed()
            if last is not None and last.closed_within(event, _REPEAT):
                last.add_closing(event)
                return
            spell = self._new(event)
            if last is not None:
                spell.not_before(last)
            spell.close(event)

    def _confirm(self, event: Event) -> None:
        if self.formal is None:
            self.formal = self._new(event)
            self.formal.confirm(event)
        else:
            self.formal.add(event)

    def _attest(self, event: Event) -> None:
        current = (self.acting or self.formal) if event.acting else (self.formal or self.acting)
        if current is not None:
            current.attest(event)
            return
        last = self._last_closed()
        if last is not None and last.covers(event):
            last.add(event)
            return
        spell = self._new(event)
        if last is not None:
            spell.not_before(last)
        spell.attest(event)
        if event.acting:
            self.acting = spell
        else:
            self.formal = spell

    def _nominate(self, event: Event) -> None:
        """Nominations of one post within ninety days are one event."""
        if self.nominations:
            last = self.nominations[-1][-1]
            before, after = last.day.not_before or last.day.not_after, event.day.not_after or event.day.not_before
            if before is None or after is None or after - before <= _REPEAT:
                self.nominations[-1].append(event)
                return
        self.nominations.append([event])

    def _last_closed(self) -> Spell | None:
        return self.spells[-1] if self.spells and self.spells[-1].closed else None

    def tenures(self) -> list[Tenure]:
        from_papers = [spell.tenure() for spell in self.spells]
        return from_papers + [_nomination(self.person_id, events, self.spells, self.withdrawals) for events in self.nominations]


def _nomination(person_id: str, events: Sequence[Event], spells: Iterable[Spell], withdrawals: Mapping[str, Event]) -> Tenure:
    """A nomination stays what it is; its outcome is a later formal appointment to the post, or a stated withdrawal."""
    first = events[0]
    nominated = Spell(person_id, first)
    withdrawn = [withdrawals[event.act.act_id] for event in events if event.act.act_id in withdrawals]
    for event in (*events[1:], *withdrawn):
        nominated.add(event)
    if any(spell.opening is not None and not spell.acting and _not_before(spell.opening, first) for spell in spells):
        return nominated.nomination("appointed")
    return nominated.nomination("withdrawn" if len(withdrawn) == len(events) else "open")


def _not_before(later: Event, earlier: Event) -> bool:
    """Whether an event may have come on or after another: later papers of unknown day are given the benefit."""
    low = earlier.day.not_before
    high = later.day.not_after
    return low is None or high is None or high >= low
