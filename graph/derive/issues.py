"""The issues that derivation raises: a closed list, and how one is made."""

from __future__ import annotations

from collections.abc import Iterable

from graph.ids import identify
from graph.model import Act, Issue

DERIVED_ISSUES = {
    "date_conflict": "two statements about one day exclude each other; the clause's own stands",
    "other_day": "the clause counts from another day than its paper, as 任职时间自 an earlier month does; the clause's own stands",
    "prints_differ": "two prints of one notice differ in their acts or in their day",
    "act_without_post": "the act names no post and no organization, or only one of them, so it stands on no post",
    "act_revoked": "the act was cancelled by a later paper, or cancels an earlier act",
    "revoke_unresolved": "the act cancels an earlier one that was not found, or could be more than one",
    "same_person_proposed": "acts of one name that may be one person or several; a judgement decides",
    "late_paperwork": "two holders of one seat for up to twelve months, by separate papers; the last appointed is the holder",
}
"""Kind → what it means."""

INFORMATION = frozenset({"other_day", "late_paperwork"})
"""Kinds that are in order and only worth knowing (practice 3.1.1, 3.4.3); all others ask to be looked at."""


def derived_issue(kind: str, scope: str, acts: Iterable[Act], reason: str) -> Issue:
    """An issue about some acts, as raised by the derivation of a block or an organization (`scope`)."""
    ordered = sorted(acts, key=lambda act: (act.notice_id, act.seq, act.act_id))
    first = ordered[0]
    ids = tuple(sorted(act.act_id for act in ordered))
    return raised(kind, scope, ids, reason, text=first.clause or first.person, notice_id=first.notice_id)


def raised(kind: str, scope: str, act_ids: tuple[str, ...], reason: str, text: str = "", notice_id: str = "") -> Issue:
    """The same from act ids alone. Its place in a source is that of its acts, so it has none of its own."""
    if kind not in DERIVED_ISSUES:
        raise ValueError(f"no derived issue: {kind}")
    return Issue(
        issue_id=identify("issue", kind, scope, *act_ids, reason),
        source_id="",
        kind=kind,
        text=text,
        reason=reason,
        notice_id=notice_id,
        scope=scope,
        act_ids=act_ids,
    )
