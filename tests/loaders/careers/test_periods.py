"""Periods in all their forms."""

from __future__ import annotations

import pytest

from loaders.careers.periods import find_period, ranges


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("1994.06--1996.08共青团某市委书记", "1994-06/1996-08"),
        ("2003.04—某市副市长", "2003-04/"),
        ("2014年8月至2018年8月，任某公司副总经理", "2014-08/2018-08"),
        ("2021年2月至今任某局局长", "2021-02/"),
        ("2017年起任某州州委常委", "2017/"),
        ("1996年3月至8月，在某大学", "1996-03/1996-08"),
        ("1969－1975年某公社", "1969/1975"),
        ("1988-1992任某厂厂长", "1988/1992"),
        ("1998-07至2001-03任某局局长", "1998-07/2001-03"),
        ("199807-200103某局局长", "1998-07/2001-03"),
        ("1985.7-88.3某厂厂长", "1985-07/1988-03"),
        ("1998.07一2001.03某局局长", "1998-07/2001-03"),
        ("（1994.06—1996.08）某市委书记", "1994-06/1996-08"),
        ("自2009年1月起至2010年1月任", "2009-01/2010-01"),
        ("二〇〇三年四月至今", "2003-04/"),
        ("1998年初任某局局长", "1998/"),
        ("2007年12月7日，受聘", "2007-12-07/"),
        ("其间：2001.05—2002.05挂职任", "2001-05/2002-05"),
    ],
)
def test_a_period_is_an_interval(text: str, interval: str) -> None:
    found = find_period(text)
    assert found is not None
    assert found.effective == interval


@pytest.mark.parametrize(
    "text", ["任命张三为某局局长", "第3号", "12380", "一九", "2014年13月至今任某局局长", "2003.04—1998.02某局局长", "同年10月任"]
)
def test_other_texts_begin_with_none(text: str) -> None:
    assert find_period(text) is None


@pytest.mark.parametrize(
    ("text", "interval"), [("同年10月任", "2017-10/"), ("次年1月当选", "2018-01/"), ("翌年任", "2018/"), ("10月，任", "2017-10/")]
)
def test_what_counts_from_the_year_before_needs_it(text: str, interval: str) -> None:
    found = find_period(text, year="2017")
    assert found is not None
    assert found.effective == interval


def test_ranges_are_found_wherever_they_stand() -> None:
    assert ranges("1969－1975年某公社知青1975－1979年某大学学习") == [0, 15]
    assert ranges("聘期三年，1995年出生") == []
