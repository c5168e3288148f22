"""The foot of a paper: who signs it on which day, and what is attached behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from loaders.dates import NUMERAL, parse_date
from loaders.fold import fold
from loaders.heads import is_issuer
from loaders.lines import Line
from loaders.operative import is_operative

FURNITURE = re.compile(
    r"[·•—\-－~～]*+\d{0,3}[·•—\-－~～]*|第\d+页.{0,8}|[*＊※=_—\-─━☆★◆■□●]{2,}|(?:主办|承办|协办|抄送|抄报|分送|主送|版权所有|网站标识码|备案号|主管)(?:单位)?[:：].*"
    r"|.{0,30}办公(?:室|厅)\d{4}年.{3,8}印发|.*ICP备.*|[（(]此件.{0,12}[)）]|分享到.*|扫一扫.*|上一[篇条][:：].*|下一[篇条][:：].*|关闭窗口|[（(]新华社.{0,20}电[)）]"
    r"|(?:[【\[]?(?:打印|关闭|收藏|返回.{0,4}|字体.{0,8})[】\]]?)+|\d{4}年\d+月\d+日[（(]星期.[)）]|.{0,4}时间\d+时\d+分"
)
"""A whole squashed line that says nothing: page numbers, rules, copyright, 抄送."""

_DAY = rf"(?:{NUMERAL}{{4}}年|[12１２]\d{{3}}[-/.．／－]).{{3,8}}"
_DAY_LINE = re.compile(rf"[（(]?({_DAY})[)）]?")
_SIGNED_LINE = re.compile(rf"([\u4e00-\u9fff（）、]{{3,40}}?)({_DAY}[日号])")
_OFFICER = re.compile(
    r"(中华人民共和国主席|(?:代理?)?(?:[省市县縣區区州旗盟镇鎮乡鄉]长|[局厅所站]长|主任|检察长|院长|主席|校长|董事长|总经理|会长|司令员|政治委员))"
    r"[:：]?[\u4e00-\u9fff·]{2,4}"
)
_ATTACHED = re.compile(r"附(?:件|表|录)?(?:[:：\d一二三(（]|$)")
_DOES = re.compile("[任免选選聘辞辭罢罷撤]")
"""The cheap test before looking whether a sentence does something."""


class Foot(Struct, frozen=True):
    """A paper's lines parted: the body, who signs, when, and the lines attached."""

    main: Sequence[Line]
    signers: tuple[str, ...] = ()
    day: date | None = None
    attached: Sequence[Line] = ()


def cut_foot(lines: Sequence[Line]) -> Foot:
    """The body and the foot of a paper whose head has been taken off."""
    for k, line in enumerate(lines):
        found = _day_of_signature(line.text)
        if found is None:
            continue
        signer, day = found
        first, signers = _signers(lines, k)
        if signer:
            signers = (*signers, signer)
        return Foot(lines[:first], signers, day, _attached(lines[k + 1 :]))
    attached = next((k for k, line in enumerate(lines) if k and _ATTACHED.match(line.text) and is_list_head(line.text)), len(lines))
    first, signers = _signers(lines, attached)
    return Foot(lines[:first], signers, attached=lines[attached:])


def _day_of_signature(text: str) -> tuple[str, date | None] | None:
    """Who signs on a line and when, the day None when no calendar has it; None for a line that is no signature's day."""
    if (text[-1] not in "日号號)）" and not text[-1].isdecimal()) or len(text) > 60:
        return None
    whole = _DAY_LINE.fullmatch(text)
    signed = None if whole else _SIGNED_LINE.fullmatch(text)
    if signed and not is_issuer(signed[1]):
        signed = None
    printed = whole[1] if whole else signed[2] if signed else None
    if printed is None:
        return None
    try:
        day = parse_date(printed).day
    except ValueError as error:
        if "no date" in str(error):
            return None
        day = None
    if day is None and not _looks_daily(text):
        return None
    return signed[1] if signed else "", day


def find_papers_behind(lines: Sequence[Line], body: int) -> list[int]:
    """Where further papers begin in the lines of one: behind a signature, when a sentence that does something follows.

    What is attached to a paper is no paper of its own.
    """
    starts: list[int] = []
    begin = 0
    for k in range(body, len(lines)):
        text = lines[k].text
        if not begin:
            begin = k + 1 if _day_of_signature(text) else 0
        elif _ATTACHED.match(text) and is_list_head(text):
            break
        elif text[-1] in "。；;" and _DOES.search(text) and is_operative(fold(text)):
            starts.append(begin)
            begin = 0
    return starts


def is_list_head(text: str) -> bool:
    """Whether a line announces an attached list: 附：任免人员名单, 附件."""
    return len(text) <= 30 and text[-1] not in "。；，"


def is_day(text: str) -> bool:
    """Whether a squashed line is nothing but a day."""
    if not _DAY_LINE.fullmatch(text):
        return False
    try:
        return parse_date(text.strip("（）()")).day is not None
    except ValueError:
        return False


def _looks_daily(text: str) -> bool:
    return text.rstrip(")）")[-1] in "日号號"


def _signers(lines: Sequence[Line], end: int) -> tuple[int, tuple[str, ...]]:
    """The first of the lines before `end` that are a signature, and whom they name."""
    first = end
    names: list[str] = []
    while first > 0 and end - first < 4:
        text = lines[first - 1].text
        officer = _OFFICER.fullmatch(text) if _closes(lines, first - 1) else None
        if officer:
            names.insert(0, officer[1] if officer[1].startswith("中华") else "")
        elif FURNITURE.fullmatch(text):
            pass
        elif is_issuer(text) and (first > 1 or len(lines) == 1):
            names.insert(0, text)
        else:
            break
        first -= 1
    return first, tuple(name for name in names if name)


def _closes(lines: Sequence[Line], k: int) -> bool:
    """Whether a line of title and name stands behind the last sentence, alone or under who signs; else it is of a list."""
    above = k - 1 if k > 1 and is_issuer(lines[k - 1].text) else k
    return above < 1 or lines[above - 1].text[-1] in "。；！"


def _attached(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines from the first 附 on."""
    for k, line in enumerate(lines):
        if _ATTACHED.match(line.text) or (line.text[-1] in "单單" and line.text.endswith(("名单", "名單"))):
            return lines[k:]
    return ()
