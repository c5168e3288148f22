"""Names become full names of their jurisdiction, decided from the name alone (design 3.6)."""

from __future__ import annotations

import pytest

from graph.derive.organizations import canonical_name, organization_of, parent_name, place_of


@pytest.mark.parametrize(
    ("written", "place", "full"),
    [
        ("市卫生健康委", "三门峡市", "三门峡市卫生健康委"),
        ("市委", "三门峡市", "三门峡市委"),
        ("中共市委组织部", "三门峡市", "中共三门峡市委组织部"),
        ("市政府", "三门峡市", "三门峡市人民政府"),
        ("义马市政府", "三门峡市", "义马市人民政府"),
        ("三门峡市政府推进职能转变协调小组办公室", "三门峡市", "三门峡市政府推进职能转变协调小组办公室"),
        ("县公安局", "羊山县", "羊山县公安局"),
        ("县公安局", "三门峡市", "县公安局"),
        ("省林业厅", "河南省", "河南省林业厅"),
        ("自治区林业厅", "宁夏回族自治区", "宁夏回族自治区林业厅"),
        ("市场监管局", "三门峡市", "市场监管局"),
        ("市市场监管局", "三门峡市", "三门峡市市场监管局"),
        ("教育部", "", "教育部"),
        ("州文化馆", "上林州", "上林州文化馆"),
    ],
)
def test_a_short_form_gets_the_place_when_its_level_fits(written: str, place: str, full: str) -> None:
    assert canonical_name(written, place) == full


@pytest.mark.parametrize(
    ("written", "place", "title", "full"),
    [
        ("泉州市", "福建省", "市长", "泉州市人民政府"),
        ("山西省", "", "省长", "山西省人民政府"),
        ("上海市", "", "副市长", "上海市人民政府"),
        ("泉州市人民政府", "泉州市", "市长", "泉州市人民政府"),
        ("", "三门峡市", "副市长", "三门峡市人民政府"),
        ("市", "三门峡市", "市长", "三门峡市人民政府"),
        ("内蒙古自治区", "", "副主席", "内蒙古自治区人民政府"),
        ("三门峡市公安局", "三门峡市", "局长", "三门峡市公安局"),
    ],
)
def test_the_head_of_a_place_sits_in_its_government(written: str, place: str, title: str, full: str) -> None:
    assert organization_of(written, place, title).name == full


def test_a_bare_title_of_another_level_names_no_government() -> None:
    assert organization_of("", "三门峡市", "县长").name == ""


def test_one_body_is_one_organization_whoever_writes_of_it() -> None:
    by_city, by_province = organization_of("市教育局", "三门峡市"), organization_of("三门峡市教育局", "河南省")
    assert by_city == by_province
    assert (by_city.place, by_city.level) == ("三门峡市", "city")


def test_bodies_of_the_whole_country_belong_to_no_place() -> None:
    assert organization_of("国家税务总局", "三门峡市") == organization_of("国家税务总局", "")


def test_bodies_of_one_short_name_in_two_places_are_two() -> None:
    assert organization_of("教务处", "甲市").organization_id != organization_of("教务处", "乙市").organization_id


def test_a_company_named_after_a_city_does_not_make_the_city_longer() -> None:
    assert place_of("三门峡城市发展集团有限公司", "河南省") == "河南省"


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("三门峡市人民政府办公室", "三门峡市人民政府"),
        ("三门峡市人民政府驻北京联络处", "三门峡市人民政府"),
        ("三门峡市委组织部", "三门峡市委"),
        ("最高人民法院刑事审判第四庭", "最高人民法院"),
        ("三门峡市中心医院", ""),
        ("三门峡市教育局", ""),
        ("三门峡市第一高级中学", ""),
        ("三门峡市工业和信息化局", ""),
    ],
)
def test_a_name_that_begins_with_another_bodys_full_name_is_its_sub_unit(name: str, parent: str) -> None:
    assert parent_name(name) == parent


def test_a_sub_unit_points_at_the_id_of_its_parent() -> None:
    unit, parent = organization_of("市人民政府办公室", "三门峡市"), organization_of("市政府", "三门峡市")
    assert unit.parent_id == parent.organization_id
