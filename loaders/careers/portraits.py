"""Finds whose life is told: who stands at the head of a portrait (张三，男，1970年生), or over a career (张三简历)."""

from __future__ import annotations

import re

from loaders import lexicon
from loaders.fold import fold
from loaders.names import Person, has_surname, is_name
from loaders.passage import NoticeText
from loaders.sentences import NUMBERING

_HAN = r"[\u3400-\u9fff]"
_NAME = rf"(?P<name>{_HAN}{{2,4}}?|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+)"
_PEOPLES = lexicon.alternatives("ethnicities")
_FACT = (
    rf"(?:(?:性别)?(?P<gender>男|女)(?=[，。、；\d（]|{_HAN}{{1,4}}族|$)|(?P<ethnicity>{_PEOPLES})|(?:出)?生于(?:19|20)\d\d|于?(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:出?生)"
    rf"|(?:中国|美国|加拿大|新加坡|香港|澳门|台湾)[^，。]{{0,6}}(?:国籍|居民|居留权)|中共党员|籍贯|{_HAN}{{2,6}}人(?=[，。])"
    r"|(?:中央党校|省委党校|在职|全日制)?(?:大专|本科|大学|硕士|博士|研究生)(?:以上)?(?:学历|学位|研究生)|(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:参加工作|毕业)|(?:高级|注册)[^，。]{{1,8}}师|\d{{2}}岁)"
)
_STANDING = r"(?:[^，。：]{0,12}(?:候选人|人选))?"
_OPENS = re.compile(
    rf"{_STANDING}{_NAME}(?:同志|先生|女士|教授|博士)?(?:（(?:[^（）]{{0,20}})）)?(?:[，：、]|(?=男|女|于?(?:19|20)\d\d年|(?:出)?生于|{_PEOPLES}))"
    rf"(?:(?:曾用名|原名|笔名|又名|字|号)[^，]{{1,8}}，)?{_FACT}"
)
_POLITE = re.compile(rf"{_STANDING}{_NAME}(?:先生|女士)(?=[，：:（、]|$)")
_ALONE = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+")
_NAMELESS = re.compile(r"(?:性别)?[：]?(?P<gender>男|女)[，。、（]")
_LABELLED = re.compile(
    rf"(?:附件?[\d一二三]*[：:]?)?{_STANDING}(?P<name>{_HAN}{{2,4}}?|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+)(?:同志|先生|女士)?(?:的)?(?:个人|人物|基本|主要|工作)*"
    r"(?:简历|简介|履历|生平|经历|情况)(?:如下|介绍)?(?:[：。]|$)"
)
_OVER = re.compile(
    rf"(?P<name>{_HAN}{{2,3}}?)(?:同志|先生|女士)?(?:的)?(?:个人|人物|任职)*(?:简历|履历|从政之路|从政经历|任职经历|人物履历|生平)"
)
_MOURNED = re.compile(rf"(?:在|悼念|沉痛悼念)(?P<name>{_HAN}{{2,3}}?)(?:同志)?(?:病重|逝世|住院|患病)")
_CAPTION = re.compile(rf"(?P<name>{_HAN}{{2,3}})[（(]\d{{1,3}}张[）)]")


def find_portrait(folded: str, at: int = 0) -> tuple[Person, int] | None:
    """Who a text begins to portray, and where the name ends; None when it begins with nobody and a fact about him.

    >>> found = find_portrait("刘凤山先生，1965年11月出生")
    >>> found[0].name, found[1]
    ('刘凤山', 3)
    >>> find_portrait("会议指出，男女平等") is None
    True
    """
    number = NUMBERING.match(folded, at)
    at = number.end() if number else at
    match = _OPENS.match(folded, at)
    if match and _may_be(match["name"]):
        person = Person(
            match["name"], match["gender"] or "", match["ethnicity"] or "", start=match.start("name"), end=match.end("name")
        )
        return person, match.end("name")
    match = _LABELLED.match(folded, at) or _POLITE.match(folded, at)
    if match and _may_be(match["name"]):
        return Person(match["name"], start=match.start("name"), end=match.end("name")), match.end("name")
    return None


def find_name_above(folded: str, above: str) -> Person | None:
    """Who stands alone on the line above a portrait without a name (男，1955年生…)."""
    match = _NAMELESS.match(folded)
    if not match or not _ALONE.fullmatch(above) or not _may_be(above) or not has_surname(above):
        return None
    return Person(above, match["gender"])


def find_hero(notice: NoticeText) -> tuple[Person, int, int] | None:
    """Whose career a text is that never says so beside it: person, passage and place of the name; -1 stands for the title."""
    for pattern in (_OVER, _MOURNED, _CAPTION):
        for number, text in ((-1, notice.title), *((k, passage.text) for k, passage in enumerate(notice.passages))):
            for match in pattern.finditer(fold(text)):
                for size in (len(match["name"]), 2):
                    name = match["name"][-size:]
                    if _may_be(name) and len(name) < 4:
                        return Person(name), number, match.end("name") - size
    return None


def _may_be(name: str) -> bool:
    return is_name(name) and (has_surname(name) or "·" in name or len(name) > 2)
