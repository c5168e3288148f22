"""Dates and numbers as Chinese documents write them: 2020年6月5日, 二〇二〇年六月五日, 2020-06-05, 三十一."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from graph.dates import Bounds

_DIGITS = {
    c: i
    for digits in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "０１２３４５６７８９", "0123456789")
    for i, c in enumerate(digits)
}
_DIGITS |= dict.fromkeys("○◯ＯOｏo", 0) | {"两": 2, "兩": 2}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}

ZERO = "〇零○◯ＯOｏo"
"""What is printed for a zero."""
NUMERAL = rf"[\d{ZERO}一二三四五六七八九十百千两兩]"
"""One character of a number, as a pattern for others to build on: digits of any script, and what is printed for a zero."""

_ANY = rf"\d{ZERO}一二三四五六七八九十"
_DAY = re.compile(
    rf"([\d{ZERO}一二三四五六七八九]{{4}})年([{_ANY}]{{1,3}})月(?:([{_ANY}]{{1,3}})[日号號](?![至到—－-]\d))?"
    r"|(?<!\d)([12１２]\d{3})([-/.．／－])(\d{1,2})\5(\d{1,2})(?!\d)"
)
_MONTH_DAY = re.compile(rf"(?<![年\d至到—－-])([{_ANY}]{{1,3}})月([{_ANY}]{{1,3}})[日号號](?![至到—－-]\d)")


def parse_number(text: str) -> int:
    """The number that the numerals say; raises ValueError when they say none.

    >>> [parse_number(t) for t in ("31", "三十一", "十", "二〇二〇", "一百零八", "１２")]
    [31, 31, 10, 2020, 108, 12]
    >>> parse_number("𝟐O𝟐𝟎")
    2020
    """
    if not text:
        raise ValueError("no number: ''")
    if text.isascii() and text.isdigit():
        return int(text)
    total = current = 0
    positional = not any(c in _UNITS for c in text)
    for c in text:
        if c in _UNITS:
            total += (current or 1) * _UNITS[c]
            current = 0
        else:
            digit = _DIGITS[c] if c in _DIGITS else unicodedata.decimal(c, -1)
            if digit < 0:
                raise ValueError(f"no number: {text}")
            current = current * 10 + digit if positional else digit
    return total + current


def _bounds(match: re.Match[str]) -> Bounds:
    if match[4]:
        return Bounds.on(date(int(match[4]), int(match[6]), int(match[7])))
    year, month = parse_number(match[1]), parse_number(match[2])
    if match[3]:
        return Bounds.on(date(year, month, parse_number(match[3])))
    return Bounds.of(f"{year:04}-{month:02}")


@lru_cache(maxsize=256)
def parse_date(text: str) -> Bounds:
    """The day or month that the whole text, free of white space, is; raises ValueError when it is none or no calendar has it.

    >>> parse_date("二〇二〇年六月五日").day
    datetime.date(2020, 6, 5)
    >>> parse_date("2020年13月1日")
    Traceback (most recent call last):
    ...
    ValueError: month must be in 1..12
    """
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"no date: {text}")
    return _bounds(match)


def find_days(text: str) -> list[tuple[date, int, int]]:
    """The exact days in a squashed text with their places, in order; impossible days and ends of ranges are left out.

    >>> find_days("于2019年10月26日第十四次会议通过，8月9日公布")
    [(datetime.date(2019, 10, 26), 1, 12)]
    """
    days = []
    for match in _DAY.finditer(text):
        try:
            day = _bounds(match).day
        except ValueError:
            continue
        if day and (match[3] or match[4]):
            days.append((day, match.start(), match.end()))
    return days


def find_month_days(text: str) -> list[tuple[int, int, int, int]]:
    """The days without a year in a squashed text: month, day, place; ends of ranges and impossible ones are left out.

    >>> find_month_days("8月13日上午，会议举行")
    [(8, 13, 0, 5)]
    """
    found = []
    for match in _MONTH_DAY.finditer(text):
        try:
            month, day = parse_number(match[1]), parse_number(match[2])
            date(2000, month, day)
        except ValueError:
            continue
        found.append((month, day, match.start(), match.end()))
    return found


def iso_of(text: str) -> str:
    """The ISO day, month or year that a squashed date says: "2015-11" of 2015年11月; raises ValueError when it says none.

    >>> [iso_of(t) for t in ("2015年11月", "2017年7月1日", "2015年", "1994.06", "１９９６年３月")]
    ['2015-11', '2017-07-01', '2015', '1994-06', '1996-03']
    """
    short = re.fullmatch(rf"([{_ANY}]{{4}})(?:年|[.．/-]([{_ANY}]{{1,2}}))?", text)
    if short:
        year = parse_number(short[1])
        if not short[2]:
            return f"{year:04}"
        iso = f"{year:04}-{parse_number(short[2]):02}"
        Bounds.of(iso)
        return iso
    bounds = parse_date(text)
    if bounds.day:
        return bounds.day.isoformat()
    assert bounds.not_before is not None
    return bounds.not_before.isoformat()[:7]
