"""What stands behind an act and says more about it: probation, term, reason, the day from which it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.errors import GraphError
from loaders.dates import iso_of
from loaders.fold import fold
from loaders.rules import rules

_DIGITS = r"[\d〇零一二三四五六七八九十]"
_DATE = rf"{_DIGITS}{{4}}年{_DIGITS}{{1,3}}月(?:{_DIGITS}{{1,3}}日)?|[12]\d{{3}}[.．]\d{{1,2}}"
_FROM = re.compile(rf"(?:从|自|由|于)?(?P<day>{_DATE})(?=起|开始|算起|起算|至|—|－|-|~|到|计算|聘任|任职)")
_ONLY = re.compile(rf"(?:任职时间|聘期|任期|挂职时间|聘任时间)[^\d〇一二]{{0,4}}(?P<day>{_DATE})")

RETIRING = re.compile(
    r"(?:同意|批准|准予)[^，；。]{2,30}退休|因(?:已)?(?:到龄|退休|达到[^，]{0,6}年龄)|已(?:到龄|退休|达到[^，]{0,6}年龄)"
)
"""A clause that says that somebody leaves for having retired or come of age (因退休，不再担任…)."""


@lru_cache(maxsize=4096)
def effective_of(words: str) -> str:
    """The ISO start that a qualifier gives; empty when it gives none, as for a length or an end alone.

    >>> effective_of("任职时间从2014年8月起算"), effective_of("时间延长至2019年12月"), effective_of("2017年7月1日至2021年6月30日")
    ('2014-08', '', '2017-07-01')
    """
    folded = fold(words)
    if "年" not in folded and not re.search(r"\d{4}[.．]\d", folded):
        return ""
    if re.match(r"(?:挂职|任职|聘任|聘用|服务)?(?:时间|期限|期)?延长至|截至|至", folded):
        return ""
    match = _FROM.search(folded) or _ONLY.search(folded)
    if not match:
        return ""
    try:
        return iso_of(match["day"])
    except (ValueError, GraphError):
        return ""


def is_qualifier(folded: str) -> bool:
    """Whether a phrase says more about the act before it."""
    return bool(rules().qualifier.match(folded))


def is_retirement(folded: str) -> bool:
    """Whether a phrase makes the dismissal before it a retirement (，退休)."""
    return bool(rules().retirement.match(folded))


def speaks_of_all(folded: str) -> bool:
    """Whether a phrase is about all appointments before it (以上同志任职时间从…起算)."""
    return bool(re.match(r"(?:以上|上述|上列)", folded))


def speaks_of_time(folded: str) -> bool:
    """Whether a phrase says how long, from when or on what trial an office is held."""
    return bool(re.match(r"(?:其|均)?(?:试用期|任职时间|任期|聘期|聘任时间|聘用期|挂职时间|挂职期|任职期限|时间)", folded))
