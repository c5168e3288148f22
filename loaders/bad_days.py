"""Days and document numbers that are printed and cannot be known: no calendar has them, or one of their digits is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.dates import ZERO, parse_date
from loaders.heads import find_number
from loaders.lines import Line
from loaders.passage import ParsedIssue

_LIKE_DIGITS = r"A-Za-z|!?？*×\ufffd"
"""What takes the place of a digit: letters that look like one, what a scan or a conversion makes of one."""
_PART = rf"[\d{ZERO}一二三四五六七八九十{_LIKE_DIGITS}]"
_DAY = re.compile(rf"{_PART}{{4}}年{_PART}{{1,3}}月{_PART}{{1,3}}[日号號]")
_ISO = re.compile(r"[（(]?([12１２]\d{3}([-/.．／－])\d{1,2}\2\d{1,2})[)）]?")
_NUMBER = re.compile(rf"[\u4e00-\u9fff]{{2,24}}[〔（(\[【［﹝]{_PART}{{4}}[〕）)\]】］﹞]第?{_PART}{{1,5}}[号號]")
_DIGIT = re.compile(r"[\d〇一二三四五六七八九十]")


def find_bad_days(lines: Sequence[Line]) -> Iterator[ParsedIssue]:
    """The days in these lines that cannot be read, and the numbers of papers.

    >>> from loaders.lines import read_lines
    >>> [(issue.text, issue.reason) for issue in find_bad_days(read_lines("2020年2月30日，202l年6月5日，2020年6月5日"))]
    [('2020年2月30日', 'no calendar has this day'), ('202l年6月5日', 'a digit of this day cannot be read')]
    """
    for line in lines:
        text = line.text
        if "年" in text and "月" in text:
            for match in _DAY.finditer(text):
                yield from _day(line, match.group(), match.start())
        elif len(text) <= 12 and (iso := _ISO.fullmatch(text)):
            yield from _day(line, iso[1], iso.start(1))
        elif len(text) <= 40 and text[-1] in "号號" and _NUMBER.fullmatch(text) and _DIGIT.search(text) and not find_number(text):
            yield _issue(line, 0, len(text), "a digit of this number cannot be read")


def _day(line: Line, written: str, at: int) -> Iterator[ParsedIssue]:
    try:
        parse_date(written)
    except ValueError as error:
        unread = "no date" in str(error) or "no number" in str(error)
        if not unread:
            yield _issue(line, at, at + len(written), "no calendar has this day")
        elif _DIGIT.search(written):
            yield _issue(line, at, at + len(written), "a digit of this day cannot be read")


def _issue(line: Line, start: int, end: int, reason: str) -> ParsedIssue:
    first, last = line.passage.span(start, end)
    return ParsedIssue(kind="bad_date", text=line.text[start:end], start=first, end=last, reason=reason)
