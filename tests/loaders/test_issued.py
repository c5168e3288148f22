"""The day of a notice where no signature gives it."""

from datetime import date

import pytest

from loaders.issued import find_decided_day, find_head_day
from loaders.lines import read_lines


def decided(text: str, published: date | None = None) -> date | None:
    return find_decided_day(read_lines(text), published)


@pytest.mark.parametrize(
    "text",
    [
        "国务院2020年7月3日决定，任命骆惠宁为顾问。",
        "根据第二十四次会议于2020年7月3日的决定：",
        "2020年7月3日上午，区人大常委会第二十九次会议召开，审议和通过有关人事任免。",
        "第十一次會議於二〇二〇年七月三日舉行，通過人事任免事項如下：",
    ],
)
def test_the_day_of_the_decision_is_found_in_the_body(text: str) -> None:
    assert decided(text) == date(2020, 7, 3)


@pytest.mark.parametrize(
    "text",
    [
        "《甲法》已于2020年7月3日修订通过，现予公布。",
        "会议将于2020年8月9日至10日举行。",
        "孔辉，1962年8月3日出生，任局长。",
        "7月3日，国务院决定任命孔辉为局长。",
    ],
)
def test_other_days_are_not_that_of_the_decision(text: str) -> None:
    assert decided(text) is None


def test_a_day_without_year_takes_that_of_the_page_and_is_never_after_it() -> None:
    text = "12月30日，区人大常委会第三十六次会议召开。"
    assert decided(text, date(2021, 1, 4)) == date(2020, 12, 30)


def test_the_day_in_brackets_in_the_title_or_under_it_goes_first() -> None:
    titles = read_lines("某税务局任免工作人员（2024年12月3日）")
    notes = ["（2019年2月27日第九次会议通过）"]
    assert find_head_day(titles, ()) == date(2024, 12, 3)
    assert find_head_day((), notes) == date(2019, 2, 27)
