"""Seats of titles and kinds of bodies are knowledge in data files (practice 3.4.1, 3.4.2, 3.7)."""

from __future__ import annotations

import pytest

from graph.derive.seats import is_ad_hoc, is_by_procedure, is_counted, seats_of


@pytest.mark.parametrize(
    "title",
    [
        "局长",
        "主任",
        "校长",
        "党组书记",
        "党委书记",
        "理事会主任",
        "监事会主席",
        "纪检监察组组长",
        "秘书长",
        "特命全权大使",
        "主任委员",
        "第一书记",
    ],
)
def test_a_bare_chief_title_has_one_seat(title: str) -> None:
    assert seats_of(title, "云州市某局") == ("one", "chief")


@pytest.mark.parametrize(
    "title", ["委员", "常委", "党组成员", "独立董事", "第三届董事会独立董事", "职工监事", "审判员", "检察委员会委员", "代表"]
)
def test_members_of_a_body_that_decides_together_are_collegial(title: str) -> None:
    assert seats_of(title, "云州市某局")[0] == "collegial"


@pytest.mark.parametrize(
    "title",
    [
        "副局长",
        "党组副书记",
        "副秘书长",
        "部长助理",
        "总工程师",
        "总农艺师",
        "专职副会长",
        "副主任委员",
        "主任科员",
        "主任医师",
        "负责人",
    ],
)
def test_deputies_and_titles_that_no_list_names_have_unknown_seats(title: str) -> None:
    assert seats_of(title, "云州市某局")[0] == "unknown"


@pytest.mark.parametrize("title", ["名誉主任", "名誉会长", "顾问", "高级顾问"])
def test_honorary_titles_have_no_seat(title: str) -> None:
    assert seats_of(title, "云州市某会")[0] == "none"


def test_a_first_deputy_is_a_designation_with_one_seat() -> None:
    assert seats_of("常务副主任", "云州市经济开发区管委会") == ("one", "designation")


def test_a_secretary_of_a_secretariat_is_one_of_several() -> None:
    assert seats_of("书记", "中央书记处")[0] == "collegial"
    assert seats_of("书记", "云州市委")[0] == "one"


@pytest.mark.parametrize(
    "name", ["云州市DRG付费改革工作领导小组办公室", "云州市防汛指挥部", "第九届运动会组委会", "云州市“攻坚战”督查巡查工作办公室"]
)
def test_bodies_for_one_task_are_known_by_their_names(name: str) -> None:
    assert is_ad_hoc(name)


@pytest.mark.parametrize("name", ["云州市教育局", "云州市人民政府办公室", "云州市委巡察工作领导小组办公室"])
def test_standing_bodies_are_not_ad_hoc(name: str) -> None:
    assert not is_ad_hoc(name)


def test_a_government_only_proposes_to_companies_and_associations() -> None:
    assert is_by_procedure("云州城投集团有限公司")
    assert is_by_procedure("云州市红十字会")
    assert not is_by_procedure("云州市教育局")


def test_bare_memberships_and_ad_hoc_bodies_are_not_counted_in_turnover() -> None:
    assert is_counted("常委", "云州市委")
    assert not is_counted("委员", "云州市委")
    assert not is_counted("主任", "云州市防汛指挥部办公室")
    assert not is_counted("名誉会长", "云州市商会")
