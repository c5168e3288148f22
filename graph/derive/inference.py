"""Ends that no paper states, inferred from what else is known of the post (practice 3.3.7); all of it can be taken out again.

succession  in a one-seat post the holder without an end is out, at the latest, on the day on which another is appointed, when
            neither of the two is acting or seconded
exit        who retires or dies is out of every post
promotion   who is appointed chief of a body is its deputy no more from that day (副市长 → 市长); memberships go on
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from graph.dates import Bounds, max_day
from graph.model import EndBasis, Post, Tenure


def strip_inference(tenures: Iterable[Tenure]) -> list[Tenure]:
    """The tenures as stated: every inferred end taken out, the bound that an attestation gives put back."""
    return [_as_stated(tenure) if tenure.end_basis not in ("", "stated") else tenure for tenure in tenures]


def infer_ends(posts: Sequence[Post], tenures: Sequence[Tenure], elsewhere: Iterable[Tenure] = ()) -> list[Tenure]:
    """The tenures with the ends that exit, promotion and succession imply, the first of them in this order.

    `tenures` are all of one body's posts, `elsewhere` what the same persons held in others, all as stated.
    """
    tenures = _gone(tenures, elsewhere)
    by_id = {post.post_id: post for post in posts}
    by_post: dict[str, list[Tenure]] = defaultdict(list)
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.post_id in by_id and takes_seat(tenure):
            by_person[tenure.person_id].append(tenure)
            if by_id[tenure.post_id].seats == "one":
                by_post[tenure.post_id].append(tenure)
    inferred: dict[str, Tenure] = {}
    for held in by_post.values():
        if len(held) > 1:
            inferred.update((tenure.tenure_id, tenure) for tenure in _succeeded(held))
    for held in by_person.values():
        if len(held) > 1:
            inferred.update((tenure.tenure_id, tenure) for tenure in _promoted(held, by_id))
    return [inferred.get(tenure.tenure_id, tenure) for tenure in tenures]


def takes_seat(tenure: Tenure) -> bool:
    """Whether a tenure occupies a seat: no nomination, no acting spell, no secondment."""
    return not (tenure.status == "nominated" or tenure.acting or tenure.seconded)


def _gone(tenures: Sequence[Tenure], elsewhere: Iterable[Tenure]) -> list[Tenure]:
    """Posts without an end of people who retired or died in another post, ended with that one."""
    exits: dict[str, Tenure] = {}
    for tenure in sorted(
        (*tenures, *elsewhere), key=lambda tenure: (tenure.end_not_after or date.max, tenure.tenure_id), reverse=True
    ):
        if tenure.closed_action in ("retire", "die") and tenure.end_not_before:
            exits[tenure.person_id] = tenure
    ended = []
    for tenure in tenures:
        last = exits.get(tenure.person_id)
        known = max_day(tenure.start_not_after, tenure.attested_until)
        if (
            last is None
            or tenure.status not in ("current", "unknown")
            or known is None
            or known > (last.end_not_before or date.min)
        ):
            ended.append(tenure)
        else:
            ended.append(
                msgspec.structs.replace(
                    tenure,
                    status="ended",
                    end_date=last.end_date,
                    end_not_before=last.end_not_before,
                    end_not_after=last.end_not_after,
                    end_basis="exit",
                    closed_by=last.closed_by,
                    closed_notice_id=last.closed_notice_id,
                    closed_seq=last.closed_seq,
                    closed_doc_number=last.closed_doc_number,
                    confidence="inferred",
                )
            )
    return ended


def _succeeded(held: Sequence[Tenure]) -> list[Tenure]:
    """Those without an end, ended by the first appointment of another person after them."""
    entries = sorted(
        (tenure for tenure in held if tenure.opened_by and tenure.start_not_after),
        key=lambda tenure: (*_order(tenure), tenure.tenure_id),
    )
    ended = []
    for tenure in held:
        if tenure.status not in ("current", "unknown") or tenure.start_not_after is None:
            continue
        later = next(
            (
                entry
                for entry in entries
                if entry.person_id != tenure.person_id and entry.start_not_before and _follows(entry, tenure)
            ),
            None,
        )
        if later is not None:
            end = Bounds(max_day(tenure.start_not_before, tenure.attested_until), later.start_not_after)
            ended.append(_ended_by(tenure, later, end, "succession"))
    return ended


def _follows(entry: Tenure, tenure: Tenure) -> bool:
    """Whether an appointment certainly came after somebody was last known to be in the post."""
    known = max_day(tenure.start_not_after, tenure.attested_until)
    if entry.opened_notice_id == tenure.opened_notice_id:
        return False
    return bool(entry.start_not_before and known and entry.start_not_before >= known and _order(entry) > _order(tenure))


def _order(tenure: Tenure) -> tuple[date, date, str, int]:
    low = tenure.start_not_before or tenure.start_not_after or date.min
    return (low, tenure.start_not_after or date.max, tenure.opened_notice_id, tenure.opened_seq)


def _promoted(held: Sequence[Tenure], posts: Mapping[str, Post]) -> list[Tenure]:
    """One person's deputy posts without an end, ended by the appointment as chief of the same kind."""
    ended = []
    for tenure in held:
        title = posts[tenure.post_id].title
        if tenure.status == "ended" or not title.startswith(("副", "常务副", "党组副", "党委副")):
            continue
        higher = title.replace("常务副", "", 1).replace("副", "", 1)
        risen = [
            chief
            for chief in held
            if chief.opened_by
            and posts[chief.post_id].title == higher
            and posts[chief.post_id].seats == "one"
            and _follows(chief, tenure)
        ]
        if risen:
            first = min(risen, key=lambda chief: (_order(chief), chief.tenure_id))
            ended.append(_ended_by(tenure, first, first.start, "promotion"))
    return ended


def _ended_by(tenure: Tenure, successor: Tenure, end: Bounds, basis: EndBasis) -> Tenure:
    return msgspec.structs.replace(
        tenure,
        status="ended",
        end_date=end.day,
        end_not_before=end.not_before,
        end_not_after=end.not_after,
        end_basis=basis,
        closed_by=successor.opened_by,
        closed_notice_id=successor.opened_notice_id,
        closed_seq=successor.opened_seq,
        confidence="inferred",
    )


def _as_stated(tenure: Tenure) -> Tenure:
    return msgspec.structs.replace(
        tenure,
        status="current" if tenure.opened_by else "unknown",
        end_date=None,
        end_not_before=tenure.attested_until,
        end_not_after=None,
        end_basis="",
        closed_by="",
        closed_notice_id="",
        closed_seq=0,
        closed_doc_number="",
        confidence="stated",
    )
