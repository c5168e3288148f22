"""Organization and title come apart where the rules of writing say."""

from __future__ import annotations

import pytest

from loaders.posts import split_post, split_row, split_titles

SPLIT = (
    ("国家广播电视总局", "副局长"),
    ("中央办公厅", "第一副主任"),
    ("文化文史和学习委员会", "驻会副主任"),
    ("商务部", "部长助理"),
    ("保税区税务分局第七税务所", "副所长"),
    ("国家税务总局河北省税务局党委纪检组", "副组长"),
    ("国家开发银行党组纪律检查组", "组长"),
    ("财政部", "党组副书记"),
    ("最高人民法院", "审判委员会委员"),
    ("恒远公司", "监事会主席"),
    ("某部", "党组第一书记"),
    ("恒远公司", "第三届董事会独立董事"),
    ("广东省委", "书记"),
    ("广西壮族自治区党委", "常委"),
    ("某街道党工委", "书记"),
    ("沙坝镇党委", "宣传委员"),
    ("胡杨村", "党支部书记"),
    ("通鋼集團", "黨委書記"),
    ("第十三届全国政协", "委员"),
    ("縣人大", "代表"),
    ("山西省", "省长"),
    ("中华人民共和国驻蒙古国", "特命全权大使"),
    ("中华人民共和国常驻世界贸易组织", "代表"),
    ("", "国家土地副总督察"),
    ("国务院", "国务委员"),
    ("三门峡市供销合作社", "理事会主任"),
    ("某有限公司", "财务总监"),
    ("香港特别行政区维护国家安全委员会", "国家安全事务顾问"),
)


@pytest.mark.parametrize(("organization", "post"), SPLIT)
def test_the_title_is_what_stands_at_the_end(organization: str, post: str) -> None:
    written = post if organization == "国务院" else organization + post
    item = split_post(written)
    assert item is not None
    assert (item.organization, item.post, item.kind) == (organization, post, "post")


@pytest.mark.parametrize("rank", ["三级调研员", "副巡视员", "一级主任科员", "二级高级主办", "主任医师", "高级工程师"])
def test_a_rank_is_no_seat(rank: str) -> None:
    item = split_post("某县水务局" + rank)
    assert item is not None
    assert (item.organization, item.post, item.kind) == ("某县水务局", rank, "rank")


def test_what_ends_in_no_title_is_not_split() -> None:
    assert split_post("三门峡市教育局") is None
    assert split_row("三门峡市教育局、财政局") is None
    assert split_row("") is None


def test_a_row_shares_its_organization() -> None:
    row = split_row("县人社局党组成员、副局长兼县就业服务中心主任")
    assert row is not None
    assert [(item.organization, item.post, item.qualifier) for item in row] == [
        ("县人社局", "党组成员", ()),
        ("县人社局", "副局长", ()),
        ("县就业服务中心", "主任", ("兼",)),
    ]


def test_two_bodies_under_one_title_are_one_organization() -> None:
    assert split_titles("市委办公室、市政府办公室副主任") == [("市委办公室、市政府办公室", "副主任", "post")]


def test_judges_belong_to_the_court_not_to_its_division() -> None:
    assert split_titles("最高人民法院刑事审判第四庭副庭长、审判员") == [
        ("最高人民法院刑事审判第四庭", "副庭长", "post"),
        ("最高人民法院", "审判员", "post"),
    ]


def test_a_bare_head_beside_a_committee_takes_its_place() -> None:
    assert split_titles("牛场乡党委副书记、乡长")[1] == ("牛场乡", "乡长", "post")


def test_acting_and_brackets_are_qualifiers() -> None:
    item = split_post("某市中级人民法院代理院长（正县级）")
    assert item is not None
    assert (item.organization, item.post, item.qualifier) == ("某市中级人民法院", "院长", ("代理", "正县级"))


def test_brackets_inside_a_name_belong_to_it() -> None:
    item = split_post("某县就业服务中心（人才交流中心）主任")
    assert item is not None
    assert item.organization == "某县就业服务中心（人才交流中心）"
