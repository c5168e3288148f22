"""Periods in all their forms: 1994.06--1996.08, 1998年7月至2001年3月, 2017年起, 2003.04—, 二〇〇三年四月至今, 同年10月."""

from __future__ import annotations

import re

from msgspec import Struct

from graph.errors import GraphError
from loaders.dates import iso_of, parse_number

_YEAR = r"(?:(?:1[89]|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_SEASON = r"(?:年?[初中底末]|[上下]半年|[春夏秋冬](?:天|季)?)"
_DASH = r"(?:[—－–~～〜\-─―‐‑‒−]+|一(?=[12]\d{3}))"
_TO = rf"(?:{_DASH}|至|到)"
_LONG = rf"{_YEAR}年(?:{_MONTH}月(?:\d{{1,2}}日|[初中底末]|[上中下]旬)?|{_SEASON}(?:[、至到]{_SEASON})?)?"
_SHORT = rf"{_YEAR}(?:[.．·/]\d{{1,2}}(?:[.．·/]\d{{1,2}})?月?|-\d{{1,2}}(?:-\d{{1,2}})?)(?!\d)"
_TIGHT = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?!\d)"
_LATER = r"(?:今|现在|现|目前)"
_START = rf"{_LONG}|{_SHORT}|{_TIGHT}(?={_TO})|{_YEAR}(?={_TO}(?:{_YEAR}|{_LATER}))"
_CENTURY_LEFT_OUT = r"\d{2}(?:[.．·/]\d{1,2}(?!\d)|年(?:\d{1,2}月)?)"
_END = rf"{_LONG}|{_SHORT}|{_TIGHT}|{_YEAR}(?!\d)|{_CENTURY_LEFT_OUT}|{_MONTH}月"
_AGAIN = rf"(?P<again>同年|当年|次年|翌年|第二年)(?P<month>{_MONTH}月)?"
_PERIOD = re.compile(
    rf"(?P<open>[（【\[]?)(?:(?:其间|期间)[，：]?)?(?:自|从|于|在|至)?(?:(?P<start>{_START})|{_AGAIN}|(?P<only>{_MONTH}月))"
    rf"(?:起?(?P<to>{_TO})(?P<end>{_END}|{_LATER})?)?(?P<shut>[）】\]]?)"
    r"(?:期间|间|起|以来|开始|之?后)?[，：、]?"
)
_RANGE = re.compile(
    rf"(?:(?:{_LONG}|{_SHORT}|{_YEAR}){_TO}(?:{_YEAR}|{_LATER})|{_TIGHT}{_TO}(?:{_TIGHT}|{_LATER})|{_SHORT}{_DASH}(?!\d))"
)


class Period(Struct, frozen=True):
    """An interval as START/END in ISO prefixes, an open end empty; `end` is where it ends in the text."""

    effective: str
    end: int
    ranged: bool
    """Whether it says from when and till when, as only careers do; 至今 counts."""

    @property
    def year(self) -> str:
        """The year in which it begins."""
        return self.effective[:4]

    @property
    def is_coarse(self) -> bool:
        """Whether it begins with a year or month alone, as lives are told and decisions are not.

        >>> find_period("2008年，任").is_coarse, find_period("2020年6月5日，任").is_coarse
        (True, False)
        """
        return len(self.effective.split("/")[0]) <= 7


def find_period(folded: str, at: int = 0, year: str = "") -> Period | None:
    """The interval that stands at a place of a folded text; None when none does. `year` is what 同年, 次年, 10月 count from.

    >>> find_period("1994.06--1996.08共青团某市委书记").effective, find_period("2021年2月至今，任某局局长").effective
    ('1994-06/1996-08', '2021-02/')
    >>> find_period("次年任主席", year="2008").effective
    '2009/'
    """
    match = _PERIOD.match(folded, at)
    if not match or bool(match["open"]) != bool(match["shut"]):
        return None
    try:
        start = _start(match, year)
        end = _iso(match["end"], start[:4]) if match["end"] and match["end"][0] not in "今现目" else ""
    except (ValueError, GraphError):
        return None
    if not start or (end and end[:4] < start[:4]):
        return None
    return Period(f"{start}/{end}", match.end(), bool(match["to"]))


def _start(match: re.Match[str], year: str) -> str:
    if match["start"]:
        return _iso(match["start"], "")
    if not year:
        return ""
    if match["only"]:
        return _iso(match["only"], year)
    own = str(int(year) + (match["again"] not in ("同年", "当年")))
    return _iso(match["month"], own) if match["month"] else own


def _iso(text: str, year: str) -> str:
    """The ISO prefix of one date; `year` is that of a month alone, and has the century of 88.3."""
    if re.fullmatch(rf"{_MONTH}月", text):
        return iso_of(f"{year}年{text}")
    if re.match(_CENTURY_LEFT_OUT, text):
        text = year[:2] + text
    if re.fullmatch(r"\d{6}", text):
        return iso_of(f"{text[:4]}.{text[4:]}")
    if "年" not in text:
        return iso_of(re.sub("[．·]", ".", text).rstrip("月"))
    whole, _, rest = text.partition("年")
    month = re.match(rf"{_MONTH}月(?:\d{{1,2}}日)?", rest)
    return iso_of(f"{whole}年{month.group()}") if month else f"{parse_number(whole):04}"


def ranges(folded: str, start: int = 0, end: int | None = None) -> list[int]:
    """Where ranges begin in a text, wherever they stand: entries may follow one another without a break.

    >>> ranges("1969－1975年某公社知青1975－1979年某大学学习")
    [0, 15]
    """
    return [match.start() for match in _RANGE.finditer(folded, start, len(folded) if end is None else end)]
