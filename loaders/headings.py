"""Lines that stand over others: 任命：, 二、免去, 大榆树村, 一、行政职务."""

from __future__ import annotations

import re

from msgspec import Struct

from loaders import lexicon
from loaders.posts import find_title
from loaders.sentences import NUMBERING
from loaders.wordings import Wording, all_wordings

_BODIES = lexicon.endings("organization_endings", "places")
_ITEM = re.compile(r".的.{3,24}职务$")
"""What somebody leaves is no heading, though it stands alone: 张三的某局局长职务."""
_LED_IN = re.compile(r"^(?:(?:本次)?(?:会议|大会|全会)|现|经研究|研究|表决)+(?:决定|通过|同意|批准)?")
"""Who decides, in front of a verb's heading: 会议选举：."""
_FRAME = "【】〖〗〔〕[]■□●◆★▲※"
"""What a printer sets around a heading."""
_BEHIND = re.compile(r"(?:职务|考察对象|考核对象|拟任人选|提名人选|候选人|人选)?(?:（[^（）]{0,20}）){0,2}$")
_SHORT = 24
SHORT_HEADING = 8
"""A verb's heading that is longer ends in a colon."""


class Heading(Struct, frozen=True):
    """What a heading carries to the lines below it: a verb, an organization, or the end of both."""

    wording: Wording | None = None
    organization: str = ""
    start: int = 0


def read_heading(folded: str, marked: bool = False) -> Heading | None:
    """What a line is the heading of; None when it is none. `marked`: the layout says that it stands alone.

    >>> read_heading("二、免去").wording.action
    'dismiss'
    >>> read_heading("3.张三　县第一中学副校长（主持工作）")
    >>> read_heading("大榆树村", marked=True).organization
    '大榆树村'
    """
    if len(folded) > _SHORT:
        return None
    number = NUMBERING.match(folded)
    start = number.end() if number else 0
    start += len(folded[start:]) - len(folded[start:].lstrip(_FRAME))
    core = folded[start:].rstrip("：").rstrip(_FRAME)
    if not core or any(mark in core for mark in "，；。、：\t"):
        return None
    for wording in all_wordings() if folded.endswith("：") or len(core) <= SHORT_HEADING else ():
        if wording.heading and any(map(wording.heading.fullmatch, (core, _LED_IN.sub("", core)))):
            return Heading(wording)
    if find_title(_BEHIND.sub("", core)) or _ITEM.search(core):
        return None
    if (
        marked
        and core[0] not in "各全"  # those who are addressed
        and _BODIES.before(core, len(core)) < len(core)
        and len(core) >= 2
        and not re.search(r"决定|同意|研究|通过|任|免|名单|由|被|将|代行|执行|进行|先生|女士|的", core)
    ):
        return Heading(organization=core, start=start)
    if re.search(r"任命|免去", core):
        return None
    return Heading() if number or marked or (folded.endswith("：") and len(core) <= 4) else None
