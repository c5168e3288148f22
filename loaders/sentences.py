"""Cuts a paragraph into clauses and a clause into phrases, never inside brackets, quotation marks or titles of papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.posts import find_title

_CLOSED = r"（[^（）]{0,200}）|《[^《》]{0,200}》|“[^“”]{0,60}”"
_NAME = r"[^、，；。（）的■]{2,4}(?:（[^（）]{1,12}）|■{3,14})?(?:同志)?"  # brackets are hidden where a life is told
_NEXT_PERIOD = r"(?<=[\u4e00-\u9fff）])(?=[12]\d{3}(?:年|[.．]\d{1,2}月?)?[—－–~～-]+[12]\d{3}(?:年|[.．]))"
_CLAUSE_END = re.compile(rf"{_CLOSED}|[；。！]")
_PHRASE_END = re.compile(
    rf"{_CLOSED}|(?<![现拟]任)[，：]|\t|(?<=[\u4e00-\u9fff）])(?=拟任：)|{_NEXT_PERIOD}"
    rf"|、(?=(?:{_NAME}、){{0,12}}{_NAME}(?:为|(?<!主)任|的[^、，；。]{{4}}|驻[^、，；。]{{1,16}}(?:大使|代表|领事|公使)))"
    r"|(?:以及|及|和|、)(?=[^，；。]{2,30}?(?:辞去|请辞))|、(?=政务撤职|行政撤职|撤职|开除公职)"
    r"|(?<=[定议求])(?:、|和)(?=关于)|(?<=职务)、"
    r"|(?<=[长记席员理务])(?=任命[^，；。]{2,12}为|免去[^，；。]{2,12}的)"
    r"|(?<![兼合])并(?=给予|予以|处以|追究|责令|责成|诫勉|立案|移送|启动|依法|依规|按程序|报[^告]|公开|进行)"
    r"|(?:、|和|及|并|以及|，)(?=(?:关于|决定)?(?:免去|免除|任命|撤销|接受|同意|增补|补选|提名(?!委员会)|决定任命|不再担任|不再兼任|聘任|解聘)[^、，；。])"
)
NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}(?:、|是(?=[^，]{2}))|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}(?:、|[.．·](?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[，、：])+"
)


def iter_clauses(folded: str) -> Iterator[tuple[int, int]]:
    """The places of the clauses, without their numbers and the mark that ends them.

    >>> text = "一、免去赵鉴华的大使职务；任命黄溪连为大使。"
    >>> [text[a:b] for a, b in iter_clauses(text)]
    ['免去赵鉴华的大使职务', '任命黄溪连为大使']
    """
    start = 0
    for match in _CLAUSE_END.finditer(folded):
        if len(match.group()) > 1:
            continue
        yield from _unless_empty(folded, start, match.start())
        start = match.end()
    yield from _unless_empty(folded, start, len(folded))


def _unless_empty(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    number = NUMBERING.match(folded, start, end)
    if number:
        start = number.end()
    if start < end:
        yield start, end


def iter_phrases(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the phrases of a clause: what commas and colons part, and what a further verb begins."""
    begin = start
    for match in _PHRASE_END.finditer(folded, start, end):
        if len(match.group()) > 2 or match.group() == "“”":
            continue
        if (
            match.group() in "以及和、"
            and find_title(folded, _without_bracket(folded, begin, match.start())) is None
            and folded[match.start() - 1] not in "务籍格定求"
        ):
            continue
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end


def _without_bracket(folded: str, begin: int, end: int) -> int:
    """Where a post ends behind which a bracket says more (总工程师（试用期一年）、)."""
    opening = folded.rfind("（", begin, end) if folded[end - 1] == "）" else -1
    return opening if opening > begin else end


def split_at_commas(written: str) -> list[str]:
    """The parts of a text between commas that stand outside brackets.

    >>> split_at_commas("副局长（副科级，试用期一年），一级主任科员")
    ['副局长（副科级，试用期一年）', '一级主任科员']
    """
    parts, start = [], 0
    for match in re.finditer(rf"{_CLOSED}|[，,；]", written):
        if len(match.group()) == 1:
            parts.append(written[start : match.start()])
            start = match.end()
    return [part for part in (*parts, written[start:]) if part]
