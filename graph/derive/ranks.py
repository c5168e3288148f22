"""Ranks of a person: one at a time, a new one ends the old; losing a post ends no rank (practice 3.9)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.dates import Bounds, max_day, min_day
from graph.derive.events import Event
from graph.ids import identify
from graph.model import RankSpell


def derive_ranks(person_id: str, events: Sequence[Event]) -> list[RankSpell]:
    """The rank spells of a person from all rank acts that name an organization, each act in exactly one.

    A mention of a rank bounds its start from above; a nomination gives no rank and is not taken.
    """
    spells: list[_Spell] = []
    for event in sorted(events, key=lambda event: event.key):
        spell = spells[-1] if spells else None
        if event.closes:
            open_one = next((s for s in reversed(spells) if s.rank == event.act.post and not s.ended), None)
            if open_one is None:
                open_one = _Spell(event)
                spells.append(open_one)
            else:
                open_one.events.append(event)
            open_one.ended, open_one.end = True, event.day
        elif spell is not None and spell.rank == event.act.post and not spell.ended:
            spell.events.append(event)
            if event.act.action == "attest" and not spell.stated:
                spell.start = Bounds(None, min_day(spell.start.not_after, event.day.not_after))
        else:
            stated = event.act.action != "attest" or event.when.interval
            if spell is not None and not spell.ended:
                spell.ended, spell.end = True, event.day if stated else Bounds(spell.start.not_before, event.day.not_after)
            new = _Spell(event)
            new.stated = stated
            new.start = event.day if stated else Bounds(None, event.day.not_after)
            spells.append(new)
    return [spell.record(person_id) for spell in spells]


class _Spell:
    __slots__ = ("end", "ended", "events", "rank", "start", "stated")

    def __init__(self, event: Event) -> None:
        self.rank = event.act.post
        self.events = [event]
        self.start = Bounds()
        self.end = Bounds()
        self.stated = False
        self.ended = False

    def record(self, person_id: str) -> RankSpell:
        act_ids = tuple(sorted(event.act.act_id for event in self.events))
        organization = self.events[0].organization
        known = self.start.not_before
        low = max_day(self.end.not_before, min_day(known, self.end.not_after) if known else None)
        end = Bounds(low, self.end.not_after) if self.ended else Bounds()
        start = Bounds(self.start.not_before, min_day(self.start.not_after, end.not_after))
        return RankSpell(
            rank_id=identify("rank", act_ids[0]),
            person_id=person_id,
            organization_id=organization.organization_id if organization is not None else "",
            rank=self.rank,
            start_date=start.day,
            start_not_before=start.not_before,
            start_not_after=start.not_after,
            end_date=end.day,
            end_not_before=end.not_before,
            end_not_after=end.not_after,
            act_ids=act_ids,
        )
