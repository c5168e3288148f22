"""How many people a text says that it names: in its title, in a sentence (等12名同志), over a list (副主任医师（3名）：)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from loaders.dates import parse_number
from loaders.fold import fold
from loaders.passage import ParsedAct, ParsedIssue

_NUMBER = r"[一二三四五六七八九十百两〇零\d]{1,5}"
_IN_SENTENCE = re.compile(rf"等({_NUMBER})(?:名|位|人)")
_OVER_LIST = re.compile(
    rf"（(?:共|计|共计)?({_NUMBER})(?:名|位|人)）|(?:下列|以下|如下)({_NUMBER})(?:名|位)|共计?({_NUMBER})(?:名|位|人)"
)
_COUNT = re.compile(rf"(?:共|计|共计)?{_NUMBER}(?:名|位|人)")
IN_BRACKETS = re.compile(rf"[（(](?:共|计|共计)?{_NUMBER}(?:名|位|人)[)）]")


class ListCount(Struct, frozen=True):
    """A heading that says how many people stand below it, and where in the acts its list begins."""

    number: int
    text: str
    start: int
    end: int
    first: int
    verb: bool
    """Whether it is a verb's heading, which posts' headings stand below."""


def find_list_count(folded: str) -> int | None:
    """How many people a heading says to stand below it; None when it says nothing.

    >>> find_list_count("任命下列12名同志为县人民法院人民陪审员"), find_list_count("副主任医师（三人）"), find_list_count("任命")
    (12, 3, None)
    """
    match = _OVER_LIST.search(folded)
    return _number(next(filter(None, match.groups()))) if match else None


def close_list(counted: ListCount, acts: Sequence[ParsedAct]) -> Iterator[ParsedIssue]:
    """An issue when the acts since a heading name another number of people than it says."""
    named = _people(acts[counted.first :])
    if named and named != counted.number:
        reason = f"the heading says {counted.number} people, {named} are named below it"
        yield ParsedIssue(kind="head_count", text=counted.text, start=counted.start, end=counted.end, reason=reason)


def take_counts(acts: Sequence[ParsedAct]) -> tuple[Sequence[ParsedAct], list[ParsedIssue]]:
    """The acts without the numbers in brackets behind their posts (副主任医师（3人）：…), and issues where these are wrong."""
    counted: dict[tuple[int, str, str], list[ParsedAct]] = {}
    for act in acts:
        for note in act.qualifier:
            if _COUNT.fullmatch(fold(note)):
                counted.setdefault((act.start, act.post, note), []).append(act)
    if not counted:
        return acts, []
    issues = []
    for (start, post, note), group in counted.items():
        number = _number(fold(note).strip("共计名位人"))
        if number is not None and number != _people(group):
            reason = f"{post} is said of {number} people, {_people(group)} are named"
            issues.append(ParsedIssue(kind="head_count", text=note, start=start, end=group[0].end, reason=reason))
    return [_without_count(act) for act in acts], issues


def _without_count(act: ParsedAct) -> ParsedAct:
    kept = tuple(note for note in act.qualifier if not _COUNT.fullmatch(fold(note)))
    return msgspec.structs.replace(act, qualifier=kept) if kept != act.qualifier else act


def check_sentences(acts: Sequence[ParsedAct], stated: int | None) -> Iterator[ParsedIssue]:
    """Sentences that name fewer or more people than they count, when no list of the notice names the rest.

    `stated` is the number that the title states and that has been compared.
    """
    clauses: dict[int, list[ParsedAct]] = {}
    for act in acts:
        if "等" in act.clause:
            clauses.setdefault(act.start, []).append(act)
    for group in clauses.values():
        for match in _IN_SENTENCE.finditer(fold(group[0].clause)):
            number = _number(match[1])
            if number is None or number == stated or number in (_people(group), _people(acts)):
                continue
            reason = f"the sentence says {number} people, {_people(group)} are named"
            yield ParsedIssue(kind="head_count", text=match.group(), start=group[0].start, end=group[0].end, reason=reason)


def _people(acts: Sequence[ParsedAct]) -> int:
    return len({(act.person, act.gender) for act in acts})


def _number(written: str) -> int | None:
    try:
        return parse_number(written)
    except ValueError:
        return None
