"""Tables of people, by rows and by columns."""

from __future__ import annotations

from loaders.clause import parse_notice
from loaders.passage import NoticeText, Passage


def acts_of(rows: list[list[str]], title: str = "") -> list[tuple[str, str, str, str]]:
    passages, at = [], 0
    for row in rows:
        cells = []
        for cell in row:
            cells.append(Passage(cell, range(at, at + len(cell))))
            at += len(cell) + 1
        text = "\t".join(row)
        passages.append(Passage(text, range(at - len(text) - 1, at - 1), table=1, cells=tuple(cells)))
    reading = parse_notice(NoticeText(title=title, passages=tuple(passages)))
    assert [issue.kind for issue in reading.issues if issue.kind != "no_post"] == []
    return [(act.person, act.action, act.organization, act.post) for act in reading.acts]


def test_present_posts_attest_and_intended_ones_nominate() -> None:
    rows = [["姓名", "性别", "现任职务", "拟任职务"], ["柏舟", "男", "县教育局党组成员、副局长", "沙坝镇党委书记"]]
    assert acts_of(rows) == [
        ("柏舟", "attest", "县教育局", "党组成员"),
        ("柏舟", "attest", "县教育局", "副局长"),
        ("柏舟", "nominate", "沙坝镇党委", "书记"),
    ]


def test_people_may_be_the_columns() -> None:
    rows = [["姓名", "张三丰", "王小云"], ["性别", "男", "女"], ["拟任职务", "县教育局局长", "县妇联主席"]]
    assert acts_of(rows) == [("张三丰", "nominate", "县教育局", "局长"), ("王小云", "nominate", "县妇联", "主席")]


def test_a_column_of_units_is_the_organization_of_bare_titles() -> None:
    rows = [["姓名", "任职村", "任命职务"], ["井田", "大榆树村", "党支部书记"]]
    assert acts_of(rows) == [("井田", "appoint", "大榆树村", "党支部书记")]


def test_former_posts_and_a_class_of_posts_say_nothing_of_a_seat() -> None:
    rows = [["姓名", "原职务", "拟任职务"], ["扎西才让", "牛场乡乡长", "乡镇党委书记"]]
    assert acts_of(rows) == [("扎西才让", "nominate", "", "")]


def test_remarks_belong_to_what_they_are_said_of() -> None:
    rows = [["姓名", "任命职务", "免去职务", "备注"], ["张大山", "市教育局副局长", "市第一中学校长", "试用期一年"]]
    assert acts_of(rows) == [("张大山", "appoint", "市教育局", "副局长"), ("张大山", "dismiss", "市第一中学", "校长")]


def test_a_table_without_names_says_nothing() -> None:
    assert acts_of([["项目", "金额"], ["教育", "100"]]) == []
