"""Ends that no paper states, inferred from what else is known of the post (practice 3.3.7); all of it can be taken out again.

Succession only: in a one-seat post the holder without an end is out, at the latest, on the day on which another is appointed,
when neither of the two is acting or seconded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from graph.dates import Bounds, max_day
from graph.model import Post, Tenure


def strip_inference(tenures: Iterable[Tenure]) -> list[Tenure]:
    """The tenures as stated: every inferred end taken out, the bound that an attestation gives put back."""
    return [_as_stated(tenure) if tenure.end_basis not in ("", "stated") else tenure for tenure in tenures]


def infer_ends(posts: Sequence[Post], tenures: Sequence[Tenure]) -> list[Tenure]:
    """The tenures with the ends that succession implies; `tenures` are all of these posts, as stated."""
    single = {post.post_id for post in posts if post.seats == "one"}
    by_post: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.post_id in single and takes_seat(tenure):
            by_post[tenure.post_id].append(tenure)
    inferred: dict[str, Tenure] = {}
    for held in by_post.values():
        if len(held) > 1:
            inferred.update((tenure.tenure_id, tenure) for tenure in _succeeded(held))
    return [inferred.get(tenure.tenure_id, tenure) for tenure in tenures]


def takes_seat(tenure: Tenure) -> bool:
    """Whether a tenure occupies a seat: no nomination, no acting spell, no secondment."""
    return not (tenure.status == "nominated" or tenure.acting or tenure.seconded)


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
            ended.append(_ended_by(tenure, later))
    return ended


def _follows(entry: Tenure, tenure: Tenure) -> bool:
    """Whether an appointment certainly came after somebody was last known to be in the post."""
    known = max_day(tenure.start_not_after, tenure.attested_until)
    return bool(entry.start_not_before and known and entry.start_not_before >= known and _order(entry) > _order(tenure))


def _order(tenure: Tenure) -> tuple[object, ...]:
    return (tenure.start_not_before or tenure.start_not_after, tenure.start_not_after, tenure.opened_notice_id, tenure.opened_seq)


def _ended_by(tenure: Tenure, successor: Tenure) -> Tenure:
    end = Bounds(max_day(tenure.start_not_before, tenure.attested_until), successor.start_not_after)
    return msgspec.structs.replace(
        tenure,
        status="ended",
        end_date=end.day,
        end_not_before=end.not_before,
        end_not_after=end.not_after,
        end_basis="succession",
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
