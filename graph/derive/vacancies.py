"""Intervals in which a seat is empty as far as the papers tell, and who filled it (design 3.4, practice 3.4.1).

One-seat posts have vacancies. Of other posts only a change is told that one notice makes of one leaver and one entrant: an
interval of length zero that carries the links of chains and shows in no list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from graph.dates import Bounds
from graph.derive.inference import takes_seat
from graph.derive.seats import DESIGNATION, is_ad_hoc
from graph.ids import vacancy_id
from graph.model import Organization, Post, Tenure, Vacancy, VacancyKind

_LATE = timedelta(days=366)
"""How long the papers of a change may lag behind it (practice 3.4.3)."""


def derive_vacancies(
    organization: Organization, post: Post, tenures: Sequence[Tenure], names: Mapping[str, str], *, superseded: bool
) -> list[Vacancy]:
    """The vacancies of one post from all of its tenures, inferred ends included; `names` are those of persons."""
    held = [tenure for tenure in tenures if takes_seat(tenure)]
    if post.seats == "none":
        return []
    if post.seats != "one":
        return [
            _vacancy(post, left, entered, "one_for_one", _kind(organization, post, superseded))
            for left, entered in _one_for_one(held)
        ]
    vacancies = []
    for left, entered, basis in _matched(held):
        kind = _kind(organization, post, superseded)
        if entered is None:
            if _is_held(left, held):
                continue
            nominees, acting = _waiting(tenures, left, names)
            if kind == "no_successor_seen" and (nominees or acting):
                kind = "pending"
            vacancies.append(_vacancy(post, left, None, "", kind, nominees, acting))
        else:
            vacancies.append(_vacancy(post, left, entered, basis, kind))
    return vacancies


def _one_for_one(held: Sequence[Tenure]) -> list[tuple[Tenure, Tenure]]:
    """The changes in which one notice has exactly one leaver and one entrant of the post."""
    leaving, entering = defaultdict(list), defaultdict(list)
    for tenure in held:
        if tenure.closed_notice_id:
            leaving[tenure.closed_notice_id].append(tenure)
        if tenure.opened_notice_id:
            entering[tenure.opened_notice_id].append(tenure)
    pairs = []
    for notice in sorted(leaving.keys() & entering.keys()):
        left, entered = leaving[notice], entering[notice]
        if len(left) == 1 and len(entered) == 1 and left[0].person_id != entered[0].person_id:
            pairs.append((left[0], entered[0]))
    return pairs


def _matched(held: Sequence[Tenure]) -> list[tuple[Tenure, Tenure | None, str]]:
    """Every departure from a one-seat post with the entry that filled it: in the same notice first, else the oldest open one."""
    departures = sorted((t for t in held if t.status == "ended" and t.closed_by), key=_leaving_order)
    entries = sorted(held, key=_entering_order)
    filled: dict[str, tuple[Tenure, str]] = {}
    used: set[str] = set()

    def fill(left: Tenure, entered: Tenure, basis: str) -> None:
        filled[left.tenure_id] = (entered, "succession" if left.end_basis == "succession" else basis)
        used.add(entered.tenure_id)

    by_notice: dict[str, list[Tenure]] = defaultdict(list)
    for entered in entries:
        if entered.opened_notice_id:
            by_notice[entered.opened_notice_id].append(entered)
    for left in departures:
        for entered in by_notice.get(left.closed_notice_id, ()):
            if entered.tenure_id not in used and entered.person_id != left.person_id:
                fill(left, entered, "same_notice")
                break
    for entered in entries:
        if entered.tenure_id in used:
            continue
        oldest = next((left for left in departures if left.tenure_id not in filled and _can_fill(entered, left)), None)
        if oldest is not None:
            fill(oldest, entered, "later")
    for left in departures:
        if left.tenure_id not in filled:
            late = next((entered for entered in entries if entered.tenure_id not in used and _came_early(entered, left)), None)
            if late is not None:
                fill(left, late, "late_paperwork")
    return [(left, *filled.get(left.tenure_id, (None, ""))) for left in departures]


def _can_fill(entered: Tenure, left: Tenure) -> bool:
    """Whether an entry can have come at or after a departure: by another tenure, not certainly before it."""
    if entered.tenure_id == left.tenure_id:
        return False
    if entered.opened_by:
        return bool(left.end_not_before and entered.start_not_after and left.end_not_before <= entered.start_not_after)
    # Somebody of unknown start fills what was certainly empty before he was last known to be there.
    known = entered.end_not_before or entered.attested_until
    return bool(left.end_not_after and known and left.end_not_after < known and not _certainly_before(entered, left))


def _certainly_before(entered: Tenure, left: Tenure) -> bool:
    return bool(entered.start_not_after and left.end_not_before and entered.start_not_after < left.end_not_before)


def _came_early(entered: Tenure, left: Tenure) -> bool:
    """Whether somebody appointed up to a year before the old holder's dismissal was still there on that day."""
    if entered.person_id == left.person_id or not (entered.opened_by and entered.start_not_before and left.end_not_after):
        return False
    if not timedelta() <= left.end_not_after - entered.start_not_before <= _LATE:
        return False
    return _order_of_start(entered) > _order_of_start(left) and (
        entered.end_not_before is None or entered.end_not_before >= left.end_not_after
    )


def _order_of_start(tenure: Tenure) -> tuple[bool, object]:
    return (tenure.start_not_before is not None, tenure.start_not_before)


def _is_held(left: Tenure, held: Sequence[Tenure]) -> bool:
    """Whether somebody else is in the seat when one of its holders leaves: then nothing is empty."""
    day = left.end_not_after
    if day is None:
        return False
    return any(
        other.tenure_id != left.tenure_id
        and other.person_id != left.person_id
        and other.start_not_after is not None
        and other.start_not_after <= day
        and (other.status in ("current", "unknown") or (other.end_not_before is not None and other.end_not_before > day))
        for other in held
    )


def _kind(organization: Organization, post: Post, superseded: bool) -> VacancyKind:
    if superseded:
        return "superseded"
    if is_ad_hoc(organization.name):
        return "ad_hoc"
    return "designation" if post.seats_basis == DESIGNATION else "no_successor_seen"


def _waiting(tenures: Sequence[Tenure], left: Tenure, names: Mapping[str, str]) -> tuple[str, str]:
    """Who is nominated to an empty seat, and who acts in it: shown beside the vacancy, filling nothing."""
    nominees, acting = set(), set()
    since = left.end_not_before
    for tenure in tenures:
        if tenure.person_id == left.person_id:
            continue
        if tenure.status == "nominated":
            day = tenure.nominated_not_after
            if tenure.outcome == "open" and (day is None or since is None or day >= since - _LATE):
                nominees.add(names.get(tenure.person_id, ""))
        elif tenure.acting and (tenure.end_not_after is None or since is None or tenure.end_not_after > since):
            acting.add(names.get(tenure.person_id, ""))
    return "、".join(sorted(nominees - {""})), "、".join(sorted(acting - {""}))


def _vacancy(
    post: Post, left: Tenure, entered: Tenure | None, basis: str, kind: VacancyKind, nominee: str = "", acting: str = ""
) -> Vacancy:
    since, until = left.end, entered.start if entered is not None else Bounds()
    if entered is not None:
        since, until = _consistent(since, until, basis)
    return Vacancy(
        # One appointment can imply the ends of several; a stated end has an act of its own.
        vacancy_id=vacancy_id(post.post_id, left.closed_by if left.end_basis == "stated" else left.tenure_id),
        post_id=post.post_id,
        kind="filled" if entered is not None else kind,
        kind_open=kind,
        since_date=since.day,
        since_not_before=since.not_before,
        since_not_after=since.not_after,
        until_date=until.day,
        until_not_before=until.not_before,
        until_not_after=until.not_after,
        basis=basis,
        left_tenure_id=left.tenure_id,
        filled_tenure_id=entered.tenure_id if entered is not None else "",
        nominee=nominee,
        acting=acting,
        doc_number=left.closed_doc_number,
    )


def _consistent(since: Bounds, until: Bounds, basis: str) -> tuple[Bounds, Bounds]:
    """Both ends of a filled interval: none before the other, and one day where the seat just changed hands."""
    if basis in ("succession", "same_notice", "one_for_one"):
        return until, until
    if basis == "late_paperwork":
        return since, since
    low = until.not_before
    if since.not_before and (low is None or low < since.not_before):
        low = since.not_before
    high = since.not_after
    if until.not_after and high and until.not_after < high:
        high = until.not_after
    return Bounds(since.not_before, high), Bounds(low, until.not_after)


def _leaving_order(tenure: Tenure) -> tuple[object, ...]:
    day = tenure.end_not_before or tenure.end_not_after
    return (
        day is None,
        day,
        tenure.end_not_after is None,
        tenure.end_not_after,
        tenure.closed_notice_id,
        tenure.closed_seq,
        tenure.tenure_id,
    )


def _entering_order(tenure: Tenure) -> tuple[object, ...]:
    day = tenure.start_not_before or tenure.start_not_after
    return (
        day is None,
        day,
        tenure.start_not_after is None,
        tenure.start_not_after,
        tenure.opened_notice_id,
        tenure.opened_seq,
        tenure.tenure_id,
    )
