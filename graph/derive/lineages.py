"""Which body another continues, suggested by people who move together (design 3.6, practice 3.6.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from graph.derive.inference import takes_seat
from graph.derive.moves import find_moves
from graph.model import Lineage, Tenure

TOGETHER = 2
"""How many people must move in one notice."""


def suggest_lineages(organization_id: str, tenures: Sequence[Tenure], elsewhere: Sequence[Tenure]) -> list[Lineage]:
    """The body into which the people of this one went, when two or more moved there in one notice and nobody is left or came after.

    `tenures` are all of this body, `elsewhere` the other tenures of the same persons. A suggestion, for people to judge.
    """
    held = [tenure for tenure in tenures if takes_seat(tenure)]
    if len(held) < TOGETHER or any(tenure.status != "ended" for tenure in held):
        return []
    groups: dict[tuple[str, str], dict[str, tuple[str, ...]]] = defaultdict(dict)
    days: dict[tuple[str, str], set[date | None]] = defaultdict(set)
    for move in find_moves([*held, *elsewhere]):
        if move.same_notice and move.left.organization_id == organization_id != move.entered.organization_id:
            key = (move.entered.organization_id, move.entered.opened_notice_id)
            groups[key][move.left.person_id] = (move.left.closed_by, move.entered.opened_by)
            days[key].add(move.left.end_date)
    largest = sorted((key for key in groups if len(groups[key]) >= TOGETHER), key=lambda key: (-len(groups[key]), key))
    if len({key[0] for key in largest}) != 1:
        return []
    key = largest[0]
    leaving = [tenure for tenure in held if tenure.closed_notice_id == key[1]]
    low = min((tenure.end_not_before for tenure in leaving if tenure.end_not_before), default=None)
    if low and any(tenure.start_not_after and tenure.opened_by and tenure.start_not_after >= low for tenure in held):
        return []
    return [
        Lineage(
            predecessor_id=organization_id,
            successor_id=key[0],
            kind="convert",
            state="suggested",
            date=next(iter(days[key])) if len(days[key]) == 1 else None,
            act_ids=tuple(sorted({act_id for pair in groups[key].values() for act_id in pair})),
        )
    ]
