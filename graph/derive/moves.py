"""Moves: one person leaving one post and entering another in one notice or within 183 days (design 3.7–3.10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from graph.derive.inference import takes_seat
from graph.model import Tenure

WINDOW = 183
"""Days between leaving and entering that still make one move."""


class Move(Struct, frozen=True):
    """`left` is the tenure given up, `entered` the one taken; `under_way` when the entering is a nomination only."""

    left: Tenure
    entered: Tenure
    same_notice: bool
    under_way: bool = False


def find_moves(tenures: Iterable[Tenure]) -> list[Move]:
    """The moves among tenures of any persons, each tenure left and entered at most once; in one notice first, then the nearest.

    Several posts left and entered in one notice pair up in reading order. Who acted before the formal appointment came with the
    acting one (practice 3.3.10).
    """
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    acting: dict[str, Tenure] = {}
    for tenure in tenures:
        if takes_seat(tenure):
            by_person[tenure.person_id].append(tenure)
        elif tenure.acting:
            acting[tenure.tenure_id] = tenure
    moves: list[Move] = []
    for held in by_person.values():
        if len(held) > 1:
            moves += _of_person(held, acting)
    return sorted(moves, key=lambda move: (move.entered.tenure_id, move.left.tenure_id))


def find_moves_under_way(tenures: Iterable[Tenure]) -> list[Move]:
    """Nominations with a dismissal of the same person in the same notice: the move has begun and not arrived (practice 3.3.3)."""
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_person[tenure.person_id].append(tenure)
    moves = []
    for held in by_person.values():
        nominations = sorted((t for t in held if t.status == "nominated"), key=_reading_order)
        departures = sorted((t for t in held if takes_seat(t) and t.end_basis == "stated"), key=_reading_order)
        used: set[str] = set()
        for left in departures:
            entered = next(
                (
                    n
                    for n in nominations
                    if n.opened_notice_id == left.closed_notice_id and n.post_id != left.post_id and n.tenure_id not in used
                ),
                None,
            )
            if entered is not None:
                used.add(entered.tenure_id)
                moves.append(Move(left, entered, True, True))
    return sorted(moves, key=lambda move: (move.entered.tenure_id, move.left.tenure_id))


def _of_person(held: Sequence[Tenure], acting: Mapping[str, Tenure]) -> list[Move]:
    departures = sorted(
        (t for t in held if t.status == "ended" and t.closed_notice_id),
        key=lambda t: (t.closed_notice_id, t.closed_seq, t.tenure_id),
    )
    entries = sorted(
        ((acting.get(t.incumbency_id, t), t) for t in held if t.opened_notice_id),
        key=lambda entry: (entry[0].opened_notice_id, entry[0].opened_seq, entry[1].tenure_id),
    )
    if not departures or not entries:
        return []
    moves: list[Move] = []
    gone: set[str] = set()
    come: set[str] = set()

    def move(left: Tenure, entered: Tenure, same_notice: bool) -> None:
        moves.append(Move(left, entered, same_notice))
        gone.add(left.tenure_id)
        come.add(entered.tenure_id)

    for left in departures:
        for began, entered in entries:
            if (
                left.closed_notice_id in (began.opened_notice_id, entered.opened_notice_id)
                and entered.post_id != left.post_id
                and entered.tenure_id not in come
            ):
                move(left, entered, True)
                break
    if len(gone) == len(departures) or len(come) == len(entries):
        return moves
    apart = sorted(
        (gap, left.tenure_id, entered.tenure_id, left, entered)
        for left in departures
        if left.tenure_id not in gone
        for began, entered in entries
        if entered.tenure_id not in come and entered.post_id != left.post_id and (gap := _gap(left, began, entered)) is not None
    )
    for _, _, _, left, entered in apart:
        if left.tenure_id not in gone and entered.tenure_id not in come:
            move(left, entered, False)
    return moves


def _gap(left: Tenure, began: Tenure, entered: Tenure) -> int | None:
    """The days between, at the most that the bounds allow; None when they may be more than the window or are not known.

    A post entered before the other was left (a late dismissal) must have been taken while the other was held, and kept after.
    """
    left_low = left.end_not_before if left.end_basis == "stated" else left.end_not_after
    days = (left_low, left.end_not_after, began.start_not_before, began.start_not_after)
    if any(day is None for day in days):
        return None
    low, high, first, last = (day.toordinal() for day in days if day is not None)
    if first < high:
        if left.start_not_before is not None and left.start_not_before.toordinal() >= last:
            return None
        if entered.end_not_after is not None and entered.end_not_after.toordinal() <= low:
            return None
    gap = max(last - low, high - first)
    return gap if gap <= WINDOW else None


def _reading_order(tenure: Tenure) -> tuple[str, int, str]:
    if tenure.status == "nominated":
        return (tenure.opened_notice_id, tenure.opened_seq, tenure.tenure_id)
    return (tenure.closed_notice_id, tenure.closed_seq, tenure.tenure_id)
