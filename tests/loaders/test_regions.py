"""The places of the division codes: complete in their kinds, present and former, and places for the reader of issuers."""

from __future__ import annotations

import pytest

from loaders.jurisdiction import place_of
from loaders.names import split_name
from loaders.regions import begins_with_region, region_end, region_names, short_names


@pytest.mark.parametrize(
    "name", ["上海市", "三门峡市", "涿鹿县", "阿鲁科尔沁旗", "莫力达瓦达斡尔族自治旗", "锡林郭勒盟", "延边朝鲜族自治州"]
)
def test_places_of_every_kind_are_listed(name: str) -> None:
    assert name in region_names()


@pytest.mark.parametrize("name", ["襄樊市", "崇文区", "商洛地区", "涪陵市"])
def test_places_that_were_renamed_or_dissolved_stay_listed(name: str) -> None:
    assert name in region_names()


@pytest.mark.parametrize("name", ["市辖区", "县", "自治区直辖县级行政区划", "河北石家庄高新技术产业开发区", "澜川市"])
def test_headings_zones_and_invented_places_are_not_listed(name: str) -> None:
    assert name not in region_names()


def test_every_listed_place_governs_its_government_its_committee_and_its_bureaux() -> None:
    wrong = [name + body for name in region_names() for body in ("人民政府", "委", "教育局") if place_of(name + body) != name]
    assert wrong == []


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("中共青岛市市北区委组织部", "青岛市市北区"),
        ("贵州省人民政府", "贵州省"),
        ("晋城市城区人民政府", "晋城市城区"),
        ("澜川市青崖县人民政府", "澜川市青崖县"),
        ("泽州市人民政府", "泽州市"),
        ("羅陽縣人民政府", "羅陽縣"),
    ],
)
def test_listed_and_invented_places_of_issuers(issuer: str, place: str) -> None:
    assert place_of(issuer) == place


def test_the_longest_listed_name_counts() -> None:
    assert region_end("吉林省吉林市") == 3
    assert region_end("吉林市船营区") == 3
    assert region_end("阿坝藏族羌族自治州") == 9


def test_short_names_are_those_of_provinces_and_prefectures() -> None:
    assert {"内蒙古", "广西", "湘西", "呼伦贝尔", "甘孜"} <= short_names()
    assert not {"涿鹿", "冀州", "冀"} & short_names()
    assert begins_with_region("湘西自治州林业局")


@pytest.mark.parametrize(
    ("text", "name"), [("王海涿鹿县税务局局长", "王海"), ("陈文杭州市市场监管局局长", "陈文"), ("周平安乡县教育局局长", "周平")]
)
def test_a_name_ends_where_a_listed_place_begins(text: str, name: str) -> None:
    assert text[: split_name(text) or 0] == name
