"""One notice printed in two places."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from graph.derive.prints import Print, differences, differing_prints
from graph.model import Act, Notice

NOTICE = Notice(notice_id="n1", doc_number="清政任〔2021〕5号", issued_date=date(2021, 4, 6), start=10, end=90)
ACT = Act(
    act_id="a1", notice_id="n1", seq=1, clause_no=1, action="appoint", person="赵青山", organization="清江市水利局", post="局长"
)
OTHER = replace(ACT, act_id="a2", seq=2, person="钱白水", post="副局长")


def page(acts: list[Act], notice: Notice = NOTICE) -> Print:
    return Print("s1", "page.html", notice, acts)


def gazette(acts: list[Act], notice: Notice = NOTICE) -> Print:
    return Print("s2", "gazette.txt", notice, acts)


def test_prints_that_say_the_same_in_another_order_give_no_issue() -> None:
    assert differing_prints([page([ACT, OTHER]), gazette([OTHER, ACT])]) is None


def test_an_act_that_only_one_prints_is_an_issue_that_names_both() -> None:
    issue = differing_prints([gazette([ACT]), page([ACT, OTHER])])
    assert issue is not None
    assert (issue.kind, issue.source_id, issue.text, issue.start, issue.end) == ("prints_differ", "s1", "清政任〔2021〕5号", 10, 90)
    assert issue.reason == "page.html and gazette.txt print it differently: only page.html has appoint 钱白水 清江市水利局副局长"


def test_two_days_of_one_notice_are_an_issue() -> None:
    issue = differing_prints([page([ACT]), gazette([ACT], replace(NOTICE, issued_date=date(2021, 4, 9)))])
    assert issue is not None
    assert "issued on 2021-04-06 and on 2021-04-09" in issue.reason


def test_a_day_left_out_and_a_body_without_its_place_are_none() -> None:
    short = replace(ACT, organization="市水利局", gender="女")
    assert differing_prints([page([ACT], replace(NOTICE, issued_date=None)), gazette([short])]) is None


def test_the_issue_is_the_same_whatever_the_order() -> None:
    one, two = page([ACT]), gazette([OTHER])
    assert differing_prints([one, two]) == differing_prints([two, one])


def test_papers_of_one_day_without_numbers_are_not_prints_of_one_notice() -> None:
    numbered = replace(NOTICE, issuer="清江市人民政府")
    other = replace(numbered, notice_id="n2", doc_number="")
    prints = [page([ACT], numbered), gazette([OTHER], numbered), page([ACT], other), gazette([OTHER], other)]
    assert [issue.notice_id for issue in differences(prints)] == ["n1"]


def test_order_of_the_acts_does_not_change_what_the_issue_says() -> None:
    assert differing_prints([page([OTHER, ACT]), gazette([])]) == differing_prints([page([ACT, OTHER]), gazette([])])
