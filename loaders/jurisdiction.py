"""Who issued a paper, and the place that an issuer governs: 三门峡市人民政府 → 三门峡市, 国务院 → none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.fold import fold
from loaders.heads import is_issuer
from loaders.lines import Line
from loaders.regions import region_end

_UNIT = "特别行政区|自治区|自治州|自治县|自治縣|自治旗|地区|新区|街道|省|市|州(?![省市县縣区區])|盟|县|縣|旗|区|區|镇|鎮|乡|鄉"
_BODY = (
    "人民政府|人民代表|人民法院|人民检察院|委员会|委員會|政府|党委|党组|办公|公司|人大|政协|有限|大学|学院|学校|医院|集团"
    "|开发区|示范区|园区|度假区|保税区"
)
_PLACE = re.compile(rf"(?!{_BODY})(?![市县縣省区區州镇鎮乡鄉]).(?:(?!{_BODY}).){{0,7}}?(?:{_UNIT})")
"""A place by its form, for those that the division codes do not list."""
_BEFORE = re.compile(
    r"中国共产党|中國共產黨|中共|国家税务总局|国家统计局|中国人民政治协商会议|共青团|第[一二三四五六七八九十百\d]+[届屆]"
)
_NATIONAL = re.compile(r"国务院|中央|全国|全國|中华人民共和国|中華人民共和國|国家|最高人民")
_FIRM = re.compile(r"(?:公司|集团|董事会|监事会|董事會|銀行|银行)$")

_ABOUT = re.compile(r"([^《》“”]{2,40}?)(?:关于|關於|關于)")
_LISTED = re.compile(
    r"(.{2,40}?)(?:第[一二三四五六七八九十百\d]+次(?:会议|會議))?(?:决定|批准|通过|人事|接受)?(?:任免|任命|免职|辞职|公告|公示)(?:工作人员|国家工作人员|人员|干部|驻外大使|的?名单|通知|决定|令|$)"
    r"|(.{2,40}?)(?:公告|公示|干部任前公示|通报)$"
)
_TAIL = re.compile(r"(?:干部)?(?:任前|任职前)?$|(?<=公司)[^公司]*$")
_DECIDES = re.compile(r"(?:^|[，。：；、）)电\s])([\u4e00-\u9fff]{2,30}?)(?:\d{4}年\d+月\d+日)?(?:研究|会议)?(?:决定|批准)")
_FULL = re.compile(r"国务院$|中共中央$|全国|中华人民共和国")


def find_issuer(title: str, printed_by: str, signers: Sequence[str], label: str, body: Sequence[Line]) -> str:
    """The body that decided: named by the title, a red head, the signature, 发文单位, or the sentence that decides.

    >>> find_issuer("三门峡市人民政府关于周长青等3人职务任免的通知", "", (), "", ())
    '三门峡市人民政府'
    >>> find_issuer("关于王明辉等三名同志免职的通知", "", ("云南省人民政府",), "", ())
    '云南省人民政府'
    """
    about = _ABOUT.match(title)
    if about and not about[1].startswith("关"):
        return about[1]
    listed = _LISTED.match(title)
    if listed and not about:
        name = _TAIL.sub("", listed[1] or listed[2])
        if is_issuer(name) or name.startswith("国家主席"):
            return name
    if printed_by:
        return printed_by
    if signers:
        return "、".join(signers)
    if label:
        return label
    for line in body[:3]:
        for match in _DECIDES.finditer(line.text):
            name = match[1].removeprefix("经").removeprefix("日前")
            if is_issuer(name) and (_FULL.match(name) or place_of(name)):
                return name
    return ""


@lru_cache(maxsize=4096)
def place_of(issuer: str) -> str:
    """The place that the issuer governs; empty for national bodies, firms, and names that name no place.

    >>> [place_of(i) for i in ("三门峡市人民政府", "中共沛城区委", "国务院", "市人民政府", "三门峡城市发展集团有限公司")]
    ['三门峡市', '沛城区', '', '', '']
    >>> place_of("国家税务总局上海市浦东新区税务局"), place_of("三门峡市湖滨区人民政府办公室"), place_of("教育部党组")
    ('上海市浦东新区', '三门峡市湖滨区', '')
    >>> place_of("杭州市人民政府"), place_of("青岛市市南区委"), place_of("荆州市沙市区人大常委会")
    ('杭州市', '青岛市市南区', '荆州市沙市区')
    """
    name = issuer.split("、")[0]
    before = _BEFORE.match(name)
    if before:
        name = name[before.end() :]
    if _NATIONAL.match(name) or _FIRM.search(name):
        return ""
    return name[: _places_end(name)]


def _places_end(name: str) -> int:
    """Where the places at the beginning of a name end: those of the division codes, else what looks like one."""
    folded, end = fold(name), 0
    while True:
        begin, end = end, region_end(folded, end)
        formed = _PLACE.match(name, begin) if end == begin else None
        if formed:
            end = formed.end()
        if end == begin:
            return end
