"""Earlier decisions that a later paper cancels as if never made: the act undone stays stored, and counts in no tenure.

A nomination that is cancelled was made all the same: it stays, withdrawn (practice 3.3.3).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from graph.derive.events import Event
from graph.ids import squash
from graph.model import Act


class Undone(Struct, frozen=True):
    """A revocation and the act that it cancels; None when none was found, or several were."""

    revoke: Act
    target: Act | None
    reason: str


class Effective(Struct, frozen=True):
    """What is left of the events of one person and one post when revocations are applied."""

    events: list[Event]
    """Without revocations and what they cancel, in order of day; nominations stay."""
    undone: list[Undone]
    withdrawals: dict[str, Event]
    """act_id of a nomination → the revocation that withdraws it."""


def undo(events: Sequence[Event]) -> Effective:
    """Applies the revocations among the events of one person and one post, given in order of day."""
    revokes = [event for event in events if event.act.action == "revoke"]
    kept = [event for event in events if event.act.action != "revoke"]
    left = Effective(kept, [], {})
    for revoke in revokes:
        open_ones = [event for event in kept if event.act.act_id not in left.withdrawals]
        target, reason = _target(revoke, open_ones)
        if target is not None and target.act.action == "nominate":
            left.withdrawals[target.act.act_id] = revoke
            continue
        if target is not None:
            kept.remove(target)
        left.undone.append(Undone(revoke.act, target.act if target is not None else None, reason))
    return left


def _target(revoke: Event, events: Sequence[Event]) -> tuple[Event | None, str]:
    """The latest act of the sense that the revocation names, not after it; in the paper that it names, where it names one."""
    wanted = _senses(revoke.act)
    fitting = [event for event in events if event.act.action in wanted and _not_after(event, revoke)]
    named = squash(revoke.act.target)
    if named:
        of_paper = [event for event in fitting if event.notice is not None and _is_paper(named, event)]
        if of_paper or any(event.notice is not None and event.notice.doc_number for event in fitting):
            fitting = of_paper
    if not fitting:
        return None, "no act of that sense on this person and post is known"
    latest = fitting[-1]
    if len({event.act.action for event in fitting}) > 1 and len(wanted) > 4:
        return None, "acts of several senses are known and the paper does not say which"
    return latest, f"cancelled by {revoke.notice.doc_number or revoke.notice.title}" if revoke.notice is not None else "cancelled"


def _senses(act: Act) -> frozenset[str]:
    """Which actions a revocation can be about, from what the paper says beside it: 更正；任命 · 撤销免职决定 · 取消提名."""
    said = "".join(act.qualifier)
    if "免" in said or "解聘" in said or "辞" in said:
        return frozenset({"dismiss", "resign", "retire"})
    if "提名" in said or "推荐" in said or "人选" in said:
        return frozenset({"nominate"})
    if any(word in said for word in ("任", "聘", "选举", "当选")):
        return frozenset({"appoint", "confirm"})
    return frozenset({"appoint", "confirm", "nominate", "dismiss", "resign", "retire"})


def _not_after(event: Event, revoke: Event) -> bool:
    low, high = event.day.not_before, revoke.day.not_after
    return event.act.notice_id != revoke.act.notice_id and (low is None or high is None or low <= high)


def _is_paper(named: str, event: Event) -> bool:
    notice = event.notice
    if notice is None:
        return False
    return bool((notice.doc_number and squash(notice.doc_number) in named) or (notice.title and squash(notice.title) in named))
