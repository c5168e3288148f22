"""What is said beside an act."""

from __future__ import annotations

import pytest

from loaders.qualifiers import effective_of, is_qualifier, is_retirement, speaks_of_all, speaks_of_time


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("任职时间从2014年8月起算", "2014-08"),
        ("任职时间自２０１５年１１月起计算", "2015-11"),
        ("自2019年3月至2020年2月", "2019-03"),
        ("聘期四年（2017年7月1日至2021年6月30日）", "2017-07-01"),
        ("2019年3月—2022年3月", "2019-03"),
        ("聘期三年", ""),
        ("时间延长至2019年12月", ""),
        ("正县级", ""),
        ("任职时间从2014年13月起算", ""),
    ],
)
def test_effective_is_the_start_that_is_given(words: str, start: str) -> None:
    assert effective_of(words) == start


@pytest.mark.parametrize(
    "phrase", ["试用期一年", "另有任用", "主持工作", "保留正科级待遇", "排在陈某之后", "任期三年", "明确为正股级", "退休"]
)
def test_these_say_more_about_the_act_before(phrase: str) -> None:
    assert is_qualifier(phrase)


def test_retirement_is_told_from_other_reasons() -> None:
    assert is_retirement("退休")
    assert is_retirement("按有关规定办理退休手续")
    assert not is_retirement("另有任用")


def test_a_phrase_about_all_is_told_from_one_about_the_last() -> None:
    assert speaks_of_all("以上同志任职时间从1996年3月算起")
    assert not speaks_of_all("任职时间从1996年3月算起")
    assert speaks_of_time("任职时间从1996年3月算起")
