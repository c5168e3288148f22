"""Days outside the range of their paper, of its printing, or of the gazette that prints it."""

from __future__ import annotations

from datetime import date

from graph.dates import Bounds
from loaders.day_checks import issue_period
from loaders.pipeline import read_text

HEAD = "清江市人民政府关于赵青山等同志职务任免的通知\n\n清政任〔2021〕5号\n\n"
FOOT = "\n\n清江市人民政府\n2021年4月6日\n"


def kinds(body: str, before: str = "") -> list[str]:
    return [issue.kind for issue in read_text(before + HEAD + body + FOOT, "a.txt").issues]


def test_an_office_that_counts_from_years_before_its_paper_is_an_issue() -> None:
    assert kinds("任命赵青山为清江市水利局局长（任职时间从2012年4月起计算）。") == ["date_range"]


def test_an_office_that_counts_from_years_behind_its_paper_is_an_issue() -> None:
    assert kinds("任命赵青山为清江市水利局局长（任职时间从2031年4月起计算）。") == ["date_range"]


def test_an_office_that_counts_from_an_earlier_month_is_none() -> None:
    assert kinds("任命赵青山为清江市水利局局长（任职时间从2020年12月起计算）。") == []


def test_how_long_an_office_is_extended_is_no_day_from_which_it_counts() -> None:
    assert kinds("赵青山同志挂职任清江市水利局副局长，挂职时间延长至2024年12月。") == []


def test_a_decision_behind_the_day_of_issue_is_an_issue() -> None:
    assert kinds("2021年9月8日市政府第9次常务会议研究决定：\n任命赵青山为清江市水利局局长。") == ["date_conflict"]


def test_a_day_behind_that_of_printing_is_an_issue() -> None:
    assert kinds("任命赵青山为清江市水利局局长。", "出版日期：2021年1月30日\n\n") == ["date_conflict"]


GAZETTE = """清江市人民政府公报
2021年第4期

清江市人民政府关于赵青山任职的通知

清政任〔2021〕5号

任命赵青山为清江市水利局局长。

清江市人民政府
2021年4月6日

清江市人民政府关于钱白水任职的通知

清政任〔2021〕6号

任命钱白水为清江市教育局局长。

清江市人民政府
2012年4月9日
"""


def test_a_paper_of_another_time_in_a_gazette_is_an_issue() -> None:
    (issue,) = read_text(GAZETTE, "a.txt").issues
    assert (issue.kind, issue.text) == ("date_range", "清江市人民政府关于钱白水任职的通知")
    assert not read_text(GAZETTE.replace("2012年", "2021年"), "a.txt").issues


def test_a_gazette_printed_on_a_day_holds_papers_of_the_year_before() -> None:
    assert issue_period("", date(2020, 11, 27), 7) == Bounds(date(2019, 11, 27), date(2020, 11, 27))
    assert issue_period("", date(2020, 11, 27), 1) == Bounds()
    assert issue_period("某市人民政府公报", None, 3) == Bounds()
