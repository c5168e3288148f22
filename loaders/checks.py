"""What does not add up in a source: head counts, missing days, marks of secrecy, texts without acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph.dates import Bounds
from graph.model import Notice
from loaders.contradictions import find_contradictions
from loaders.day_checks import check_day_of_notice, check_days_of_acts
from loaders.head_counts import check_sentences
from loaders.lines import Line
from loaders.passage import ClauseReading, NoticeText, ParsedIssue

_OVERRIDES = re.compile("[\u202d\u202e]")
_ANY = Bounds()
_RESTRICTED = re.compile(r"(?:绝密|机密|秘密)(?:[★☆].{0,12})?|内部(?:文件|资料|材料)(?:[，、,].{0,12})?")


def check_notice(
    text: NoticeText, reading: ClauseReading, notice: Notice, published: date | None = None, period: Bounds = _ANY
) -> Iterator[ParsedIssue]:
    """What does not add up between the head of a notice, its acts, and the day and period of the source that prints it."""
    if not reading.acts:
        return
    if text.head_count is not None:
        names = len({(act.person, act.gender) for act in reading.acts})
        if names != text.head_count:
            start, end = text.head_count_place
            reason = f"{'the title' if text.personnel else 'the text'} says {text.head_count} people, {names} are named"
            yield ParsedIssue(kind="head_count", text=text.head_count_text, start=start, end=end, reason=reason)
    title = text.title_passage
    start, end = title.span(0, len(title.text)) if title else (text.start, text.start)
    yield from check_day_of_notice(text, notice, published, period)
    if text.personnel:
        yield from check_sentences(reading.acts, text.head_count)
        yield from check_days_of_acts(reading.acts, notice, published)
        yield from find_contradictions(reading.acts)
    if notice.issued_date is None:
        low, high = notice.not_before or "unknown", notice.not_after or "unknown"
        reason = f"no day is printed; not before: {low}, not after: {high}"
        yield ParsedIssue(kind="undated", text=text.title, start=start, end=end, reason=reason)


def check_characters(text: str, known: bool) -> Iterator[ParsedIssue]:
    """Characters lost before the file was written, unless `known` from its bytes, and marks that reorder what is shown."""
    if not known and "\ufffd" in text:
        at = text.index("\ufffd")
        reason = f"the text itself has {text.count(chr(0xFFFD))} characters that an earlier conversion lost"
        yield ParsedIssue(kind="undecodable", text=_near(text, at), start=at, end=at + 1, reason=reason)
    if "\u202e" in text or "\u202d" in text:
        found = list(_OVERRIDES.finditer(text))
        at = found[0].start()
        reason = f"{len(found)} marks U+202D or U+202E, which show what follows in another order than it is stored and read"
        yield ParsedIssue(kind="reordered", text=_near(text, at), start=at, end=at + 1, reason=reason)


def _near(text: str, at: int) -> str:
    return " ".join(text[max(0, at - 10) : at + 10].split())


def check_secrecy(lines: Sequence[Line]) -> Iterator[ParsedIssue]:
    """The lines that mark a paper as secret or internal."""
    for line in lines:
        text = line.text
        if len(text) < 24 and ("密" in text or "内部" in text) and _RESTRICTED.fullmatch(text):
            yield ParsedIssue(
                kind="restricted", text=text, start=line.start, end=line.end, reason="the text is marked as secret or internal"
            )
