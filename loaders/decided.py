"""The day on which something was decided or elected, where a text gives one besides the day of issue."""

from __future__ import annotations

import re
from datetime import date

from loaders.dates import find_days, find_month_days
from loaders.passage import NoticeText

_DECIDES = re.compile(
    r"(?!(?:作出|做出|印发|下发|发布|公布)?的?(?:关于|《))"  # another paper's day
    r"[^，。；：“]{0,30}?(?:决定|通过|批准|会议|选举|研究|召开|举行)"
)


def find_decided(folded: str, notice: NoticeText) -> str:
    """The ISO day of the decision that a paragraph names; empty when it names none or it is the day of issue.

    >>> find_decided("部党组2015年12月17日决定：", NoticeText())
    '2015-12-17'
    """
    if "日" not in folded or "月" not in folded:
        return ""
    days = [(day, end) for day, _, end in find_days(folded)]
    if notice.year and not days:
        days = [(date(notice.year, month, day), end) for month, day, _, end in find_month_days(folded) if (month, day) != (2, 29)]
    for day, end in days:
        if _DECIDES.match(folded, end) and day != notice.issued.day:
            return day.isoformat()
    return ""
