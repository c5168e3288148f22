"""A notice whose body is standard sentences alone, which is what most notices are: read in one go, as the clause parser would."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.decided import find_decided
from loaders.fold import fold
from loaders.passage import ClauseReading, NoticeText, ParsedAct, Passage
from loaders.qualifiers import effective_of
from loaders.repeats import without_repeats
from loaders.rules import rules
from loaders.standard import StandardClause, read_standard

_NO_STANDARD = ("提请", "建议", "议案", "试用期", "转正")
"""Words of titles and lead-ins that change what the sentences below them mean."""
_CLOSING = frozenset({"特此通知。", "特此通知"})


def read_standard_notice(notice: NoticeText) -> ClauseReading | None:
    """The acts of a notice that says nothing but standard sentences below a lead-in; None when anything else stands in it.

    >>> passages = [Passage(text, range(len(text))) for text in ("决定：", "免去郑焱的三门峡市商务局副局长职务。")]
    >>> read_standard_notice(NoticeText(passages=tuple(passages))).acts[0].post
    '副局长'
    """
    title = notice.title
    if notice.attached or any(word in title for word in _NO_STANDARD):
        return None
    whole = "\n".join([passage.text for passage in notice.passages])
    if fold(whole) is not whole:
        return None
    acts: list[ParsedAct] = []
    size = clauses = 0
    decided = ""
    lead_in = rules().lead_in
    for passage in notice.passages:
        text = passage.text
        if passage.cells:
            return None
        standard = read_standard(text, text) if text[-1] != "：" else None
        if standard is not None:
            acts.extend(standard_acts(passage, standard, clauses + 1, decided))
            clauses += len(standard)
            size += len(text)
        elif lead_in.fullmatch(text) and not any(word in text for word in _NO_STANDARD):
            decided = find_decided(text, notice) or decided
        elif text not in _CLOSING or not acts:
            return None
    told = without_repeats(acts)
    if len(told) < len(acts) and any(act.effective for act in acts):
        return None  # said twice, perhaps with two days: the clause parser compares them
    return ClauseReading(acts=tuple(told), operative=size, accounted=size)


def standard_acts(passage: Passage, clauses: list[StandardClause], number: int, decided: str) -> Iterator[ParsedAct]:
    """The acts of standard sentences; `number` is that of the first clause, `decided` the day on which they were decided."""
    written, offsets = passage.text, passage.offsets
    for no, (start, end, done) in enumerate(clauses, number):
        clause, first, last = written[start:end], offsets[start], offsets[end - 1] + 1
        for action, person, items in done:
            for item in items:
                notes = item.qualifier
                # by place, in the order of the fields: names for all of them take as long as finding them
                yield ParsedAct(
                    no,
                    action,
                    person.name,
                    person.gender,
                    "",
                    item.organization,
                    item.post,
                    item.kind,
                    notes,
                    effective_of(notes[0]) if notes else "",
                    decided,
                    "",
                    "",
                    clause,
                    first,
                    last,
                )
