"""Periods and the posts held in them."""

from __future__ import annotations

import pytest

from loaders.careers import find_period, read_entry


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("1994.06--1996.08共青团某市委书记", "1994-06/1996-08"),
        ("2003.04—某市副市长", "2003-04/"),
        ("2014年8月至2018年8月，任某公司副总经理", "2014-08/2018-08"),
        ("2021年2月至今任某局局长", "2021-02/"),
        ("2017年起任某州州委常委", "2017/"),
    ],
)
def test_a_period_is_an_interval(text: str, interval: str) -> None:
    found = find_period(text)
    assert found is not None
    assert found[0] == interval


@pytest.mark.parametrize("text", ["任命张三为某局局长", "第3号", "12380", "一九"])
def test_other_texts_begin_with_none(text: str) -> None:
    assert find_period(text) is None


def test_an_entry_holds_its_posts_and_leaves_study_out() -> None:
    text = "1982年至1985年，任甲大学团委书记，乙大学学习"
    entry = read_entry(text, text)
    assert entry is not None
    assert [(post.organization, post.post) for post in entry.posts] == [("甲大学", "团委书记")]


def test_formerly_without_a_period_has_no_interval() -> None:
    text = "曾任市公安局副局长、市监狱管理局党委书记等职"
    entry = read_entry(text, text)
    assert entry is not None
    assert entry.effective == ""
    assert [post.post for post in entry.posts] == ["副局长", "党委书记"]


def test_a_month_that_no_calendar_has_is_no_period() -> None:
    assert find_period("2014年13月至今任某局局长") is None
