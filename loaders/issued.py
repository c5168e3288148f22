"""The day of a notice: in its title or right under it, else signed, else decided in the body, else labelled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from loaders.dates import find_days, find_month_days
from loaders.lines import Line

_DECIDED = re.compile(
    r"(?:[^，。；,]{0,40}?(?:决定|決定|批准|表决|表決|任命|研究|依法选举|依法補選|依法补选)|(?:第[^，。；,]{2,40}(?:会议|會議)|[^，。；]{0,40})?(?<!修订)(?<!修正)(?:通过|通過))"
    r"|.{0,50}?(?:会议|會議|大会|大會|全会).{0,24}?(?:召开|召開|举行|舉行|闭幕|閉幕|決定|决定|通过|通過|任命)"
)
_SAT = re.compile(r"(?:上午|下午|晚|，|,)*(?:在.{2,12})?(?:召开|召開|举行|舉行|审议|審議)")
_AFTER_SESSION = re.compile(r"(?:会议|會議|大会|大會)[於于]?$")
_LAW = re.compile(r"(?:修订|修正)?通过，?(?:现予|将)|印发|施行|出生|公布施行")
_REFERS = re.compile(r"(?:作出|做出|印发|下发|发布|公布)?的?(?:关于|關於|《)")
"""Behind the day of another paper that is spoken of (2019年5月6日关于…的决定)."""
_TITLED = re.compile(r"[（(]([^（）()]*\d日[^（）()]*)[)）]?")


def find_head_day(titles: Sequence[Line], notes: Sequence[str]) -> date | None:
    """The day in brackets in the title, or in the notes right under it."""
    for line in titles:
        if "日" in line.text:
            match = _TITLED.search(line.text)
            days = find_days(match[1]) if match else ()
            if days:
                return days[0][0]
    for note in notes:
        days = find_days(note)
        if days:
            return days[0][0]
    return None


def find_decided_day(lines: Sequence[Line], published: date | None) -> date | None:
    """The day on which the body says it was decided; a day without a year only when the page's own date gives the year."""
    for line in lines[:40]:
        if "日" not in line.text or ("年" not in line.text):
            continue
        for day, start, end in find_days(line.text):
            if _is_decision(line.text, start, end):
                return day
    if published is None:
        return None
    for line in lines[:12]:
        for month, number, start, end in find_month_days(line.text) if "日" in line.text else ():
            if _is_decision(line.text, start, end):
                return _before(published, month, number)
    return None


def _is_decision(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 30) : start], text[end : end + 90]
    if _LAW.match(after) or _REFERS.match(after) or before.count("《") > before.count("》"):
        return False
    return bool(_DECIDED.match(after) or (_AFTER_SESSION.search(before) and _SAT.match(after)))


def _before(published: date, month: int, number: int) -> date | None:
    """The last such day that is not after the day of publication and not a year before it."""
    for year in (published.year, published.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if 0 <= (published - day).days < 200:
            return day
    return None
