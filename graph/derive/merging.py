"""Vacancies with lineages merged: the chief of a body that continues another fills the seat that the other's chief left."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct, field

from graph.derive.inference import takes_seat
from graph.derive.moves import WINDOW
from graph.derive.readings import WholeReading
from graph.model import Tenure, Vacancy

_LATE = 366
"""Days by which the paper that closes a body may lag behind what its chief does meanwhile (practice 3.4.3)."""


class Merging(Struct):
    """What merging adds: vacancies now filled, links between vacancies, moves over a late paper."""

    filled: dict[str, Vacancy] = field(default_factory=dict)
    following: dict[str, str] = field(default_factory=dict)
    went_to: dict[str, Tenure] = field(default_factory=dict)


def merge_bodies(reading: WholeReading, went_to: Mapping[str, Tenure]) -> Merging:
    """For each body with a known successor: its chief's seat is filled by the one chief who entered the successor meanwhile.

    Its own chief, dismissed as the body is closed, is taken to have left for the one-seat post entered up to a year before.
    """
    merging = Merging()
    single = {post.post_id for post in reading.posts if post.seats == "one"}
    seats = [tenure for tenure in reading.tenures if takes_seat(tenure) and tenure.post_id in single and tenure.opened_by]
    tenures = {tenure.tenure_id: tenure for tenure in reading.tenures}
    taken = {vacancy.filled_tenure_id for vacancy in reading.vacancies}
    left_by = {vacancy.left_tenure_id: vacancy.vacancy_id for vacancy in reading.vacancies}
    filled_by = {vacancy.filled_tenure_id: vacancy.vacancy_id for vacancy in reading.vacancies if vacancy.filled_tenure_id}
    came_from = {entered.tenure_id: left for left, entered in went_to.items()}
    heirs = {lineage.predecessor_id: lineage.successor_id for lineage in reading.lineages}
    for vacancy in reading.vacancies:
        left = tenures[vacancy.left_tenure_id]
        if vacancy.kind != "superseded" or left.post_id not in single:
            continue
        heir = heirs.get(left.organization_id)
        chiefs = [t for t in seats if t.organization_id == heir and t.tenure_id not in taken and _near(left, t)]
        if len(chiefs) == 1:
            entered = chiefs[0]
            merging.filled[vacancy.vacancy_id] = msgspec.structs.replace(
                vacancy,
                kind="filled",
                until_date=entered.start_date,
                until_not_before=entered.start_not_before,
                until_not_after=entered.start_not_after,
                basis="lineage",
                filled_tenure_id=entered.tenure_id,
            )
            opened = left_by.get(came_from.get(entered.tenure_id, ""))
            if opened is not None:
                merging.following[vacancy.vacancy_id] = opened
        if left.tenure_id not in went_to:
            earlier = [t for t in seats if t.person_id == left.person_id and t.tenure_id not in came_from and _late(left, t)]
            if len(earlier) == 1:
                merging.went_to[left.tenure_id] = earlier[0]
                filled = filled_by.get(earlier[0].tenure_id)
                if filled is not None:
                    merging.following[filled] = vacancy.vacancy_id
    return merging


def _near(left: Tenure, entered: Tenure) -> bool:
    if left.end_not_after is None or entered.start_not_after is None:
        return False
    return abs((entered.start_not_after - left.end_not_after).days) <= WINDOW


def _late(left: Tenure, entered: Tenure) -> bool:
    if entered.post_id == left.post_id or left.end_not_after is None or entered.start_not_before is None:
        return False
    return 0 <= (left.end_not_after - entered.start_not_before).days <= _LATE
