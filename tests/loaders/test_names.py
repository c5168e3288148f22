"""What can be the name of a person, and where it ends."""

from __future__ import annotations

import pytest

from loaders.names import is_name, read_persons, split_name


@pytest.mark.parametrize(
    "name", ["代科", "于双田", "王臣", "陈一", "负楠", "欧阳昌琼", "多杰热旦", "阿不都·热合曼", "任兼之", "程为任", "国庆"]
)
def test_these_are_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("words", ["以上同志", "有关人员", "副市长", "", "王", "的", "会议决定"])
def test_these_are_none(words: str) -> None:
    assert not is_name(words)


def test_brackets_give_gender_people_and_notes() -> None:
    persons = read_persons("杨晶（蒙古族，兼）、吴爱英（女）")
    assert persons is not None
    assert [(p.name, p.gender, p.ethnicity, p.qualifier) for p in persons] == [
        ("杨晶", "", "蒙古族", ("兼",)),
        ("吴爱英", "女", "", ()),
    ]


def test_a_post_in_front_of_a_name_is_kept() -> None:
    persons = read_persons("镇党委委员、副镇长双喜同志")
    assert persons is not None
    assert [(p.name, p.previous) for p in persons] == [("双喜", "镇党委委员、副镇长")]


def test_a_count_behind_the_names_is_no_name() -> None:
    persons = read_persons("曾常辉、徐世菊、文全善等15位同志")
    assert persons is not None
    assert [p.name for p in persons] == ["曾常辉", "徐世菊", "文全善"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("卢炳椿泉州市人民政府副市长", "卢炳椿"),
        ("王海最高人民检察院检察员", "王海"),
        ("陈有华广州督察局副巡视员", "陈有华"),
        ("严冬市经委副主任", "严冬"),
    ],
)
def test_a_name_ends_where_an_organization_begins(text: str, name: str) -> None:
    size = split_name(text)
    assert size is not None
    assert text[:size] == name


def test_white_space_in_print_ends_a_name() -> None:
    assert split_name("水生青石市生态环境局局长", (1, 2)) == 2
