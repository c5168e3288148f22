"""The labelled lines of web pages, announcements and imprints: 发文日期, 文号, 发文单位, 出版日期."""

from __future__ import annotations

import re
from datetime import date

_ISSUED = "发文日期|成文日期|印发日期|生成日期|公示日期|公告日期"
_PUBLISHED = "发布时间|发布日期|公布日期|公开日期|出版日期|出刊日期|日期|时间"
_NUMBER = r"发文字号|发文号|文[\u3000 ]*号|公告编号"
_ISSUER = "发文单位|发文机关|制发机关|发布机构|发布单位"
_OTHER = (
    "公示编号|索引号|信息来源|文章来源|来源|浏览次数|阅读次数|点击数|点击|访问量|作者|编辑|责任编辑|字体|字号|分享|打印|主题分类|主题词|公文种类|有效性|原标题|证券代码"
    "|证券简称|标题|名称"
)
_PARTED = r"[:：\t\u3000\xa0 ]{1,6}"
LABELS = re.compile(rf"(?:{_ISSUED}|{_PUBLISHED}|{_NUMBER}|{_ISSUER}|{_OTHER}){_PARTED}|(?:浏览次数|分享|打印)$")
"""A label and what parts it from its value, in a line as it stands."""

_VALUE = r"([12１２]\d{3})\s*[-年/.－／．]\s*(\d{1,2})\s*[-月/.－／．]\s*(\d{1,2})"
_ISSUED_VALUE = re.compile(rf"(?:{_ISSUED}){_PARTED}{_VALUE}")
_PUBLISHED_VALUE = re.compile(rf"(?:{_PUBLISHED}){_PARTED}{_VALUE}")
_STAMPED = re.compile(rf"(?<!\d){_VALUE}(?!\d)")
_NUMBER_VALUE = re.compile(rf"(?:{_NUMBER}){_PARTED}([^\s]{{4,40}})")
_ISSUER_VALUE = re.compile(rf"(?:{_ISSUER}){_PARTED}([\u4e00-\u9fff（）()、·]{{2,60}})")


def _day(pattern: re.Pattern[str], text: str) -> date | None:
    match = pattern.search(text)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def find_issued_label(text: str) -> date | None:
    """The day that 发文日期 or the like names.

    >>> find_issued_label("公示编号：金组公示〔2024〕9号\\t公示日期：2024年10月21日")
    datetime.date(2024, 10, 21)
    """
    return _day(_ISSUED_VALUE, text)


def find_published_label(text: str) -> date | None:
    """The day that 发布时间, or 出版日期 of an imprint, names.

    >>> find_published_label("发布时间： 2026-06-04 16:37")
    datetime.date(2026, 6, 4)
    """
    return _day(_PUBLISHED_VALUE, text)


def find_byline_day(text: str) -> date | None:
    """The day that the byline of a web page prints beside its source, which is one of publication.

    >>> find_byline_day("2019-12-30 15:20:11 来源：中国政府网")
    datetime.date(2019, 12, 30)
    """
    return _day(_STAMPED, text)


def find_number_label(text: str) -> str:
    """What 文号 or 公告编号 names, as printed; empty when there is none."""
    match = _NUMBER_VALUE.search(text)
    return match[1] if match else ""


def find_issuer_label(text: str) -> str:
    """Whom 发文单位 or 发文机关 names; empty when there is none."""
    match = _ISSUER_VALUE.search(text)
    return match[1] if match else ""
