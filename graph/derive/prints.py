"""One notice printed in two places (a web page and a gazette): in what its prints differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from graph.ids import identify
from graph.model import Act, Issue, Notice


class Print(Struct, frozen=True):
    """What one source prints of a notice."""

    source_id: str
    path: str
    notice: Notice
    acts: Sequence[Act]


def names_itself(notice: Notice) -> bool:
    """Whether a notice is known by issuer and number, so that a second one with both is another print of it."""
    return bool(notice.issuer and notice.doc_number)


def differences(prints: Iterable[Print]) -> list[Issue]:
    """The issue of each notice that some of these prints say differently, sorted by id."""
    by_notice: dict[str, list[Print]] = defaultdict(list)
    for one in prints:
        if names_itself(one.notice):
            by_notice[one.notice.notice_id].append(one)
    found = filter(None, map(differing_prints, by_notice.values()))
    return sorted(found, key=lambda issue: issue.issue_id)


def differing_prints(prints: Sequence[Print]) -> Issue | None:
    """The issue that names two prints of a notice which differ in their acts or in their day; None when all say the same.

    It stands with the first of them by source. A print with fewer organizations written out, or without a day, says nothing else.
    """
    first, *others = sorted(prints, key=lambda one: one.source_id)
    for other in others:
        reasons = [*_days(first, other), *_acts(first, other), *_acts(other, first)]
        if reasons:
            notice = first.notice
            reason = f"{first.path} and {other.path} print it differently: {'; '.join(reasons)}"
            return Issue(
                issue_id=identify(
                    "issue", "prints_differ", notice.notice_id, first.source_id, other.source_id, str(other.notice.start)
                ),
                source_id=first.source_id,
                kind="prints_differ",
                text=notice.doc_number or notice.title,
                start=notice.start,
                end=notice.end,
                reason=reason,
                notice_id=notice.notice_id,
                scope=notice.notice_id,
            )
    return None


def _days(first: Print, other: Print) -> list[str]:
    one, two = first.notice.issued_date, other.notice.issued_date
    return [f"issued on {one} and on {two}"] if one and two and one != two else []


def _acts(here: Print, there: Print) -> list[str]:
    """The acts that only the first of two prints has."""
    left = _in_reading_order(there.acts)
    lacking = []
    for act in _in_reading_order(here.acts):
        at = next((i for i, other in enumerate(left) if _same(act, other)), None)
        if at is None:
            lacking.append(f"{act.action} {act.person} {act.organization}{act.post}")
        else:
            del left[at]
    return [f"only {here.path} has {'、'.join(lacking)}"] if lacking else []


def _in_reading_order(acts: Iterable[Act]) -> list[Act]:
    return sorted(acts, key=lambda act: (act.seq, act.act_id))


def _same(one: Act, other: Act) -> bool:
    if (one.person, one.action, one.post, one.effective) != (other.person, other.action, other.post, other.effective):
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    short, long = sorted((one.organization, other.organization), key=len)
    return long.endswith(short)
