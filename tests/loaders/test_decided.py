"""The day of a decision beside the day of issue."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import Bounds
from loaders.clause import parse_notice
from loaders.decided import find_decided
from loaders.passage import NoticeText, Passage


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("部党组2015年12月17日决定：", "2015-12-17"),
        ("根据会议于2019年10月26日的决定：", "2019-10-26"),
        ("任职时间从2014年8月1日起算", ""),
        ("试用期至2020年3月1日止", ""),
        ("会议决定", ""),
    ],
)
def test_the_day_is_read_where_something_was_decided(text: str, day: str) -> None:
    assert find_decided(text, NoticeText()) == day


def test_a_day_without_a_year_takes_that_of_the_notice() -> None:
    assert find_decided("5月20日市人大常委会会议表决通过", NoticeText(year=2021)) == "2021-05-20"
    assert find_decided("5月20日市人大常委会会议表决通过", NoticeText()) == ""


def test_the_day_of_issue_is_no_other_day() -> None:
    notice = NoticeText(issued=Bounds.on(date(2015, 12, 17)))
    assert find_decided("部党组2015年12月17日决定：", notice) == ""


def test_acts_below_carry_it() -> None:
    lines = ("部党组2015年12月17日决定：", "免去陈有华的广州督察局副局长职务。")
    notice = NoticeText(passages=tuple(Passage(line, range(len(line))) for line in lines), issued=Bounds.on(date(2015, 12, 28)))
    assert [act.decided for act in parse_notice(notice).acts] == ["2015-12-17"]
