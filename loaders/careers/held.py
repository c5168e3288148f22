"""The posts that an entry of a career names: what was no office is left out, what brackets tell besides is handed back."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from loaders.careers.cuts import find_brackets
from loaders.careers.periods import find_period
from loaders.fold import fold
from loaders.posts import PostItem, split_row
from loaders.sentences import split_at_commas

_VERB = re.compile(
    r"(?:并|且|又|还|再|也)*(?:先后|历|曾|一直|长期|继续|调|改|升|转|兼|出|后|现|被|同时|正式|提拔|晋升|当选|选举|聘|就)*"
    r"(?:挂职(?:锻炼)?(?:担任|任)|挂任|担任|出任|任(?!务|期)|当选为?|受聘为?|任命为?|聘任?为|选为|升为|为(?!民)|兼)?过?了?"
)
_IN_BETWEEN = re.compile(
    r"(?:在|到|赴|于|往)(?P<body>[^，；。、]{2,40}?)(?P<how>挂职(?:锻炼)?(?:，)?(?:担任|任)?|挂任|兼任|担任|(?<!主)任)(?!务|期|教|职)"
)
_AT_WORK = re.compile(
    r"(?P<body>[^，；。、]{1,40}?[省市县区旗州盟局厅部委院校司行社乡镇村队厂矿所站处科室学])"
    r"(?P<how>挂职(?:锻炼)?(?:担任|任)?|挂任|担任|(?<!主)任(?!务|期|教|职))"
)
_SECONDED = re.compile(r"挂职|挂任")
_ASIDE = re.compile(r"(?:其间|期间|其中|同期|同时)[，：、]?")
_DOES = re.compile(r"挂职|挂任|(?<!主)任(?!职|期|务)|担任|兼任")
_LEFT_OUT = re.compile(
    r"^(?:在|于|到|赴).*|学习|毕业|攻读|进修|考入|入学|就读|深造|培训|访问学者|博士后|研究生|本科生|学员|学生|知青|工人|务农|插队|下乡"
    r"|入伍|参军|服役|待业|参加|加入|入党|转业|退休|离休|退役|受聘|获|被?评[为聘]|取得|授予|当兵|病逝|逝世|去世|供职|就职|工作$|出?生|从事|主修|专业|留学|回国|师从|明确为|任教|任职|卸任"
)
"""What is told of a life and is no office."""
_NO_POST = (
    r"(?:知青|知识青年|战士|工人|社员|学员|学生|民工|农民|职员|民警|员工|工作人员|业务员|销售员|营业员|医生|司机|回乡青年|待分配|待业|见习生"
    r"|实习生|研究生|本科生)"
)
_NO_POST_FIRST = re.compile(rf"(?P<body>.*?[^、])?{_NO_POST}(?:[、，及兼和]|$)")
_LEVEL = re.compile(r"(?:正|副)?(?:部|厅|局|司|地|师|旅|县|处|团|营|科|连|股|排)(?:局|处|乡)?[级职]")
_OWN_UNIT = ("车间", "班组", "工段", "工区")
"""Of these the head is a post of the works when no name stands before them."""
_AND_SO_ON = re.compile(r"(?:等)?(?:职务|多个职务|领导职务|一职|职位|要职|职|工作)?(?:等)?(?:至今|迄今)?$")
_KNOWN_BY = str.maketrans("〈〉【】", "（）（）")


class Held(Struct, frozen=True):
    """The posts of an entry, and whether the rest of it is no office."""

    items: tuple[PostItem, ...] = ()
    asides: tuple[str, ...] = ()
    """What brackets tell of the time of the entry: 2001.05—2002.05挂职任…."""
    periods: tuple[str, ...] = ()
    """For each post the period that its own bracket gives (厂长（1990—1995）), else empty."""
    left_out: bool = False


def read_held(written: str) -> Held:
    """The posts that a text without its period names.

    >>> [(one.organization, one.post) for one in read_held("任甲大学团委书记，乙大学学习").items]
    [('甲大学', '团委书记')]
    """
    written = written.translate(_KNOWN_BY)
    written, asides = _without_asides(written)
    and_so_on = _AND_SO_ON.search(fold(written))
    written = (written[: and_so_on.start()] if and_so_on else "") or written
    items: list[PostItem] = []
    periods: list[str] = []
    left_out = False
    for part in split_at_commas(written):
        row = _read_part(part)
        if not row:
            left_out |= _LEFT_OUT.search(fold(part)) is not None
        for item in row:
            item, period = _own_period(item)
            items.append(item)
            periods.append(period)
    return Held(tuple(items), asides, tuple(periods), left_out or bool(asides))


def _without_asides(written: str) -> tuple[str, tuple[str, ...]]:
    """The text without the brackets, or the ends of brackets, that tell what else was in that time."""
    folded = fold(written)
    parts: list[str] = []
    asides: list[str] = []
    at = 0
    for start, end in find_brackets(folded):
        inside = folded[start + 1 : end - 1]
        told = _ASIDE.search(inside)
        period = find_period(inside)
        if told and (told.start() == 0 or inside[told.start() - 1] in "，；。"):
            note = written[start + 1 : start + 1 + told.start()].rstrip("，；。,;")
            parts += (written[at:start], f"（{note}）" if note else "")
            asides.append(written[start + 1 + told.end() : end - 1])
            at = end
        elif period and period.end < len(inside) and _DOES.search(inside):
            parts.append(written[at:start])
            asides.append(written[start + 1 : end - 1])
            at = end
    return "".join((*parts, written[at:])), tuple(asides)


def _read_part(written: str) -> tuple[PostItem, ...]:
    """The posts between two commas; none when it names no post or is no office."""
    folded = fold(written)
    verb = _VERB.match(folded)
    at = verb.end() if verb else 0
    seconded = _SECONDED.search(folded, 0, at) is not None
    joint = _IN_BETWEEN.match(folded) or _AT_WORK.match(folded, at)
    if joint:
        written = written[joint.start("body") : joint.end("body")] + written[joint.end() :]
        seconded = seconded or _SECONDED.search(joint["how"]) is not None
    else:
        if _LEFT_OUT.match(folded) and not at:
            return ()
        written = written[at:]
    row = _row(written)
    if "聘" in folded[:at] and all(item.kind == "rank" for item in row):
        return ()  # an honour: 受聘为某大学荣誉教授
    if row and seconded:
        row = tuple(msgspec.structs.replace(item, qualifier=("挂职", *item.qualifier)) for item in row)
    return row


def _row(written: str) -> tuple[PostItem, ...]:
    """A row of posts, those who are none (知青、战士) taken out of it but not the body that they share."""
    folded = fold(written)
    first = _NO_POST_FIRST.match(folded)
    body = ""
    while first and first.end() > (first.end("body") if first["body"] else 0):
        body = written[: first.end("body")] if first["body"] else body
        written, folded = written[first.end() :], folded[first.end() :]
        first = _NO_POST_FIRST.match(folded) if folded else None
    items = split_row(written) if written else None
    if not items:
        return ()
    row: list[PostItem] = []
    for item in items:
        whole = fold(item.organization)
        if whole in _OWN_UNIT or _LEVEL.fullmatch(whole):
            post = item.post if item.bare else item.organization + item.post
            item = msgspec.structs.replace(item, organization=row[-1].organization if row else "", post=post, bare=True)
        if item.bare and not item.organization and body:
            item = msgspec.structs.replace(item, organization=body)
        row.append(item)
    return tuple(row)


def _own_period(item: PostItem) -> tuple[PostItem, str]:
    """The post without the bracket that gives its own period, and that period."""
    for note in item.qualifier:
        period = find_period(fold(note))
        if period and period.end == len(note) and (period.ranged or len(note) > 4):
            return msgspec.structs.replace(item, qualifier=tuple(one for one in item.qualifier if one != note)), period.effective
    return item, ""
