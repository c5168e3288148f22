"""Acts of one notice that exclude each other: the same post given and taken, one seat given twice, two days, two genders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import CLOSING
from loaders.fold import fold
from loaders.passage import ParsedAct, ParsedIssue

_OTHER_HOLDING = re.compile(r"代|兼|挂|主持")
"""Acting, concurrent and seconded holders sit beside the one who holds the seat."""


def find_contradictions(acts: Sequence[ParsedAct]) -> Iterator[ParsedIssue]:
    """What the acts of one notice say of a post that cannot all be true; corrections say two things on purpose.

    >>> act = ParsedAct(clause_no=1, action="appoint", person="赵青山", organization="县水利局", post="局长")
    >>> other = ParsedAct(clause_no=2, action="appoint", person="钱白水", organization="县水利局", post="局长")
    >>> [issue.reason for issue in find_contradictions([act, other])]
    ['县水利局局长 is given to 赵青山 and to 钱白水']
    """
    given = [(act.organization, act.post) for act in acts if act.action == "appoint"]
    if len({(act.person, act.organization, act.post) for act in acts}) == len(acts) and len(set(given)) == len(given):
        return  # each post is given once and nobody comes to it and leaves it: what nearly every notice says
    if any(act.action == "revoke" for act in acts):
        return
    groups: dict[tuple[str, str], list[ParsedAct]] = defaultdict(list)
    for act in acts:
        if act.post and act.kind == "post" and act.action != "attest" and not any(map(_is_beside, act.qualifier)):
            groups[act.organization, act.post].append(act)
    for (organization, post), group in groups.items():
        if len(group) > 1:
            yield from _given_and_taken(group)
            yield from _given_twice(organization, post, group)
            yield from _two_genders(group)


def find_two_days(acts: Sequence[ParsedAct]) -> Iterator[ParsedIssue]:
    """Appointments of one person to one post that count from different days."""
    days: dict[tuple[str, str, str, str], ParsedAct] = {}
    for act in acts:
        if act.effective and act.post and act.action == "appoint":
            key = (act.person, act.gender, act.organization, act.post)
            first = days.setdefault(key, act)
            if first.effective != act.effective:
                yield _issue(act, f"{act.person} comes to the post on {first.effective} and on {act.effective}")


def _is_beside(qualifier: str) -> bool:
    return _OTHER_HOLDING.search(fold(qualifier)) is not None


def _given_and_taken(group: Sequence[ParsedAct]) -> Iterator[ParsedIssue]:
    given = {act.person: act for act in group if act.action == "appoint"}
    for act in group:
        other = given.get(act.person) if act.action in CLOSING else None
        if other and (other.gender == act.gender or not (other.gender and act.gender)):
            yield _issue(act, f"{act.person} is appointed to and leaves the same post")


def _given_twice(organization: str, post: str, group: Sequence[ParsedAct]) -> Iterator[ParsedIssue]:
    given = {act.person: act for act in group if act.action == "appoint"}
    if len(given) < 2 or not organization or not _has_one_seat(organization, post):
        return
    first, *others = given.values()
    for act in others:
        yield _issue(act, f"{organization}{post} is given to {first.person} and to {act.person}")


def _two_genders(group: Sequence[ParsedAct]) -> Iterator[ParsedIssue]:
    first: dict[str, ParsedAct] = {}
    for act in group:
        if act.gender and first.setdefault(act.person, act).gender != act.gender:
            yield _issue(act, f"{act.person} is marked {first[act.person].gender} and {act.gender}")


def _has_one_seat(organization: str, post: str) -> bool:
    from graph.derive.seats import seats_of  # few notices say a post twice: most runs start without its lists

    return seats_of(fold(post), fold(organization)) == ("one", "chief")


def _issue(act: ParsedAct, reason: str) -> ParsedIssue:
    return ParsedIssue(kind="contradiction", text=act.clause, start=act.start, end=act.end, reason=reason)
