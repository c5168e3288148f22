"""Canonical names of organizations: short forms get the place of the paper, a place's head sits in its government (design 3.6).

Everything here is decided from the written name and the jurisdiction alone, so it never depends on what else has been loaded.
"""

from __future__ import annotations

import re
from functools import cache

from graph.derive.knowledge import body_knowledge
from graph.ids import organization_id
from graph.ids import post_id as identify_post
from graph.model import Organization

_UNITS = "省市县縣区區州旗盟乡鄉镇鎮"
_LEVELS = {
    "省": "province",
    "市": "city",
    "县": "county",
    "縣": "county",
    "区": "district",
    "區": "district",
    "州": "prefecture",
    "旗": "banner",
    "盟": "league",
    "乡": "township",
    "鄉": "township",
    "镇": "town",
    "鎮": "town",
}
_GOVERNMENT = re.compile(rf"(.*[{_UNITS}])政府")
_HEAD = re.compile(rf"(?:常务)?副?([{_UNITS}])[长長]")
_LEADING_PLACE = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|省|市|盟|地区)")
_BARE_PREFIXES = ("中共", "共青团", "中国共产党")


@cache
def canonical_name(written: str, place: str) -> str:
    """The full name of a body that a paper of `place` writes; a short form of another level stays as it is.

    >>> canonical_name("市卫生健康委", "三门峡市")
    '三门峡市卫生健康委'
    >>> canonical_name("市政府", "三门峡市")
    '三门峡市人民政府'
    >>> canonical_name("县公安局", "三门峡市")
    '县公安局'
    """
    name = written
    if place:
        unit = place[-1]
        if name.startswith(unit) and unit in _UNITS and len(name) > 1 and not _is_word(name):
            name = place + name[1:]
        elif name.startswith("自治区") and place.endswith("自治区"):
            name = place + name[3:]
        else:
            for prefix in _BARE_PREFIXES:
                if name.startswith(prefix + unit) and unit in _UNITS:
                    name = prefix + place + name[len(prefix) + 1 :]
    government = _GOVERNMENT.fullmatch(name)
    if government and not name.endswith("人民政府"):
        name = government[1] + "人民政府"
    return name


@cache
def organization_of(written: str, place: str, title: str = "") -> Organization:
    """The organization that a paper of `place` means; with a title, the one in which that title sits.

    >>> organization_of("泉州市", "福建省", "市长").name
    '泉州市人民政府'
    >>> organization_of("", "三门峡市", "副市长").name
    '三门峡市人民政府'
    """
    name = _seat_of_head(written, place, title) or canonical_name(written, place)
    home = place_of(name, place)
    parent = parent_name(name)
    return Organization(
        organization_id=organization_id(home, name),
        name=name,
        place=home,
        level=_level(name, home),
        parent_id=organization_id(place_of(parent, home), parent) if parent else "",
    )


@cache
def post_id_of(organization: str, title: str) -> str:
    """The id of a post; kept, because a few titles of a body come back in paper after paper."""
    return identify_post(organization, title)


@cache
def place_of(name: str, place: str) -> str:
    """The jurisdiction of a body: the paper's when the name begins with it, else the one that it begins with, else the paper's.

    >>> place_of("三门峡市教育局", "河南省")
    '三门峡市'
    >>> place_of("教务处", "三门峡市")
    '三门峡市'
    """
    if name.startswith(body_knowledge().national_begins):
        return ""
    bare = name
    for prefix in _BARE_PREFIXES:
        bare = bare.removeprefix(prefix)
    if place and bare.startswith(place):
        return place
    match = _LEADING_PLACE.match(bare)
    if match and not _is_word(match[0]) and not (match[0].endswith("城市") and len(match[0]) > 3):
        return match[0]
    return place


@cache
def parent_name(name: str) -> str:
    """The full name of the body of which this one is a sub-unit, as far as the name itself tells; empty otherwise.

    >>> parent_name("三门峡市人民政府驻北京联络处")
    '三门峡市人民政府'
    >>> parent_name("三门峡市中心医院")
    ''
    """
    know = body_knowledge()
    if not name.endswith(know.unit_ends):
        return ""
    place = place_of(name, "")
    for cut in range(len(name) - 1, max(len(place), 2), -1):
        head = name[:cut]
        ending = next((end for end in know.has_units_ends if head.endswith(end)), "")
        if not ending:
            continue
        stem = head[len(place) : len(head) - len(ending)] if head.startswith(place) else head[: -len(ending)]
        government = ending == "人民政府" or (ending[-1] == "委" and len(ending) == 2 and ending[0] in _UNITS)
        if (
            (government or len(stem) >= 2)
            and not name[cut:].startswith(("和", "与", "及", "暨", "、", "（", "会", "长"))
            and name[cut:] not in ("局", "会")
        ):
            return head
    return ""


def _seat_of_head(written: str, place: str, title: str) -> str:
    """The government in which a place's head sits: [泉州市][市长]; of a bare title the paper's place, when its level fits."""
    full = canonical_name(written, place)
    if full.endswith("自治区") and title in ("主席", "副主席"):
        return full + "人民政府"
    match = _HEAD.fullmatch(title)
    if not match:
        return ""
    unit = match[1]
    home = place if written in ("", unit) else full
    return home + "人民政府" if home.endswith(unit) else ""


def _is_word(name: str) -> bool:
    """Whether the first characters are a word and no place: 市场监督管理局, 区域…, 州 as a part of a name is none."""
    return name.startswith(("市场", "市政工程", "市容", "区域", "省际", "县域", "镇区", "城市", "都市", "超市"))


def _level(name: str, home: str) -> str:
    if not home:
        return "national" if name.startswith(body_knowledge().national_begins) else ""
    if home.endswith("自治区"):
        return "province"
    return _LEVELS.get(home[-1], "")
