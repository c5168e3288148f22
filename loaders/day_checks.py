"""Days that do not fit together: those of acts, of their notice, and of the source that prints it (practice 3.1.1).

An ordinary 任职时间自 an earlier month is no issue of reading: the graph notes it as such (graph/derive/days.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph.dates import Bounds
from graph.derive.days import AHEAD, BACK
from graph.errors import GraphError
from graph.model import Notice
from loaders.passage import NoticeText, ParsedAct, ParsedIssue

_MASTHEAD = re.compile(r"((?:19|20)\d\d)\s*年\s*第\s*\d{1,3}\s*[期号]")
_TOP = 3000


def issue_period(text: str, published: date | None, notices: int) -> Bounds:
    """When the papers of a gazette's issue were issued: up to a year before it was printed; nothing known of single papers.

    >>> issue_period("某县人民政府公报　2020年第3期", None, 2).not_before
    datetime.date(2019, 1, 1)
    """
    if notices < 2:
        return Bounds()
    if published:
        return Bounds(published - AHEAD, published)
    masthead = _MASTHEAD.search(text, 0, _TOP)
    year = int(masthead[1]) if masthead else 0
    return Bounds(date(year - 1, 1, 1), date(year, 12, 31)) if year else Bounds()


def check_days_of_acts(acts: Sequence[ParsedAct], notice: Notice, published: date | None) -> Iterator[ParsedIssue]:
    """Acts whose own days lie far from that of their paper, or behind what the paper can know."""
    issued = notice.issued_date
    for act in acts:
        if act.effective and act.action != "attest" and issued:
            start = _bounds(act.effective.split("/")[0])
            if start and _before(start.not_after, issued - BACK):
                yield _issue("date_range", act, f"counts from {act.effective}, long before the paper of {issued}")
            elif start and _before(issued + AHEAD, start.not_before):
                yield _issue("date_range", act, f"counts from {act.effective}, long after the paper of {issued}")
        if act.decided:
            decided = _bounds(act.decided)
            for day, what in ((issued, "issued"), (published, "printed or put up")):
                if decided and _before(day, decided.not_before):
                    yield _issue("date_conflict", act, f"decided on {act.decided}, but {what} on {day}")
                    break


def check_day_of_notice(text: NoticeText, notice: Notice, published: date | None, period: Bounds) -> Iterator[ParsedIssue]:
    """A day of issue behind that of printing, or outside the period of the gazette's issue that prints it."""
    issued = notice.issued_date
    if not issued:
        return
    title = text.title_passage
    start, end = title.span(0, len(title.text)) if title else (text.start, text.start)
    if published and issued > published:
        reason = f"issued on {issued}, but printed or put up on {published}"
        yield ParsedIssue(kind="date_conflict", text=text.title, start=start, end=end, reason=reason)
    elif _before(issued, period.not_before) or _before(period.not_after, issued):
        reason = f"issued on {issued}, but the gazette's issue holds papers from {period.not_before} to {period.not_after}"
        yield ParsedIssue(kind="date_range", text=text.title, start=start, end=end, reason=reason)


def _before(one: date | None, other: date | None) -> bool:
    return bool(one and other and one < other)


def _bounds(written: str) -> Bounds | None:
    try:
        return Bounds.of(written)
    except (ValueError, GraphError):
        return None


def _issue(kind: str, act: ParsedAct, reason: str) -> ParsedIssue:
    return ParsedIssue(kind=kind, text=act.clause, start=act.start, end=act.end, reason=reason)
