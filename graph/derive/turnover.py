"""People entering, leaving and moving inside an organization in a period: counted as people, not as tenures (practice 3.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from graph.dates import Bounds
from graph.derive.readings import WholeReading
from graph.derive.seats import is_counted
from graph.model import Lineage, Tenure

SMALLEST = 5
"""Fewer people than this give no rate (practice 3.7.1)."""
SMALL = 20
"""Fewer people than this give a rate that is marked small."""


class TurnoverRow(Struct, frozen=True, kw_only=True):
    """The columns of `organization/turnover`. What is certain is not counted again among what is possible."""

    organization_id: str
    organization: str
    entries: int
    exits: int
    internal_moves: int
    entries_possible: int
    exits_possible: int
    holders_from: int
    """On the day before the period."""
    holders_to: int
    """On its last day."""
    holders_from_possible: int
    holders_to_possible: int
    denominator: int
    """People certain to have held a counted post in the period."""
    denominator_basis: str
    """certain_holders, or certain_holders_small."""
    rate: float | None
    """Exits for each of the people; None below five."""


class _Stay(Struct):
    """An unbroken time of one person in one body: from entering it to leaving it, whatever posts in between."""

    start: Bounds
    end: Bounds
    open: bool
    last: Tenure


def turnover_rows(reading: WholeReading, since: date, until: date, *, merged: bool = True) -> list[TurnoverRow]:
    """One row for each organization in which somebody held a counted post, by name; both days of the period included.

    With `merged` a body counts as one with the body that continues it, under the name of the latter.
    """
    heirs = _heirs(reading.lineages) if merged else {}
    bodies = {body.organization_id: body for body in reading.organizations}
    counted = {
        post.post_id
        for post in reading.posts
        if post.organization_id in bodies and is_counted(post.title, bodies[post.organization_id].name)
    }
    people: dict[str, dict[str, list[Tenure]]] = defaultdict(lambda: defaultdict(list))
    for tenure in reading.tenures:
        if tenure.post_id in counted and tenure.status != "nominated" and not tenure.seconded:
            body = heirs.get(tenure.organization_id, tenure.organization_id)
            people[body][tenure.person_id].append(tenure)
    rows = [_row(body, bodies[body].name, held, since, until) for body, held in people.items() if body in bodies]
    return sorted(rows, key=lambda row: (row.organization, row.organization_id))


def _row(body: str, name: str, people: Mapping[str, Sequence[Tenure]], since: date, until: date) -> TurnoverRow:
    before = since - timedelta(days=1)
    count: dict[str, int] = defaultdict(int)
    denominator = 0
    for held in people.values():
        stays = _stays(held)
        entries = [_in_period(stay.start, since, until) for stay in stays]
        exits = [_in_period(stay.end, since, until) for stay in stays if not stay.open]
        count["entries"] += entries.count("certain")
        count["entries_possible"] += entries.count("possible")
        count["exits"] += exits.count("certain")
        count["exits_possible"] += exits.count("possible")
        count["internal_moves"] += _internal_moves(held, since, until)
        there = [_best(_holds(stay, day) for stay in stays) for day in (before, until)]
        for moment, certainty in zip(("holders_from", "holders_to"), there, strict=True):
            if certainty:
                count[moment if certainty == "certain" else moment + "_possible"] += 1
        denominator += "certain" in (*entries, *exits, *there)
    return TurnoverRow(
        organization_id=body,
        organization=name,
        entries=count["entries"],
        exits=count["exits"],
        internal_moves=count["internal_moves"],
        entries_possible=count["entries_possible"],
        exits_possible=count["exits_possible"],
        holders_from=count["holders_from"],
        holders_to=count["holders_to"],
        holders_from_possible=count["holders_from_possible"],
        holders_to_possible=count["holders_to_possible"],
        denominator=denominator,
        denominator_basis="certain_holders" if denominator >= SMALL else "certain_holders_small",
        rate=round(count["exits"] / denominator, 4) if denominator >= SMALLEST else None,
    )


def _stays(held: Sequence[Tenure]) -> list[_Stay]:
    """A person's tenures in a body joined where one certainly goes on from another: 书记、常委、委员 together are one stay."""
    stays: list[_Stay] = []
    for tenure in sorted(
        held, key=lambda t: (t.start_not_before or t.start_not_after or date.min, t.start_not_after or date.max, t.tenure_id)
    ):
        goes_on = next((stay for stay in stays if _goes_on(stay, tenure)), None)
        if goes_on is None:
            stays.append(_Stay(tenure.start, tenure.end, tenure.status != "ended", tenure))
            continue
        goes_on.start = _earlier(goes_on.start, tenure.start)
        if tenure.status != "ended":
            goes_on.open = True
        elif not goes_on.open and _ends_later(tenure.end, goes_on.end):
            goes_on.end, goes_on.last = tenure.end, tenure
    return stays


def _goes_on(stay: _Stay, tenure: Tenure) -> bool:
    if tenure.opened_notice_id and tenure.opened_notice_id == stay.last.closed_notice_id:
        return True
    if tenure.closed_notice_id and tenure.closed_notice_id == stay.last.closed_notice_id:
        return True
    start, end = tenure.start_not_after, stay.end.not_before
    return start is not None and (stay.open or (end is not None and start <= end)) and _began(stay, start)


def _began(stay: _Stay, day: date) -> bool:
    return stay.start.not_after is not None and stay.start.not_after <= day


def _earlier(a: Bounds, b: Bounds) -> Bounds:
    low = min(a.not_before, b.not_before) if a.not_before and b.not_before else None
    return Bounds(low, min((day for day in (a.not_after, b.not_after) if day), default=None))


def _ends_later(a: Bounds, b: Bounds) -> bool:
    return (a.not_after or date.min) > (b.not_after or date.min)


def _internal_moves(held: Iterable[Tenure], since: date, until: date) -> int:
    """The papers or days on which a person left one post of the body and entered another."""
    held = list(held)
    moments: set[object] = set()
    for left in held:
        for entered in held:
            if left.post_id == entered.post_id or left.status != "ended" or not entered.opened_by:
                continue
            in_one_paper = left.closed_notice_id == entered.opened_notice_id != ""
            on_one_day = left.end_date is not None and left.end_date == entered.start_date
            if (in_one_paper or on_one_day) and _in_period(entered.start, since, until) == "certain":
                moments.add((entered.start_not_before, entered.start_not_after))
    return len(moments)


def _in_period(day: Bounds, since: date, until: date) -> str:
    """certain, possible or empty, as a day lies in the period."""
    low, high = day.not_before, day.not_after
    if low is not None and high is not None and since <= low and high <= until:
        return "certain"
    return "possible" if (low is None or low <= until) and (high is None or high >= since) else ""


def _holds(stay: _Stay, day: date) -> str:
    """certain, possible or empty, as the person is in the body on a day (design 3.3)."""
    if stay.start.not_before is not None and stay.start.not_before > day:
        return ""
    if not stay.open and stay.end.not_after is not None and stay.end.not_after <= day:
        return ""
    in_already = stay.start.not_after is not None and stay.start.not_after <= day
    in_still = stay.open or (stay.end.not_before is not None and stay.end.not_before > day)
    return "certain" if in_already and in_still else "possible"


def _best(certainties: Iterable[str]) -> str:
    found = set(certainties)
    return "certain" if "certain" in found else "possible" if "possible" in found else ""


def _heirs(lineages: Iterable[Lineage]) -> dict[str, str]:
    """Each body's last successor: A → B → C gives C for both."""
    direct = {lineage.predecessor_id: lineage.successor_id for lineage in lineages}
    heirs = {}
    for body in direct:
        seen = {body}
        heir = direct[body]
        while heir in direct and heir not in seen:
            seen.add(heir)
            heir = direct[heir]
        heirs[body] = heir
    return heirs
