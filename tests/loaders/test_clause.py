"""The cases of tests/cases, and what holds for every clause."""

from __future__ import annotations

import pytest

from tests.cases import Case, clause_cases
from tests.cases import read_clauses as read

CASES = list(clause_cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_gives_exactly_its_acts(case: Case) -> None:
    assert case.given(case.read().acts) == case.acts


@pytest.mark.parametrize("text", [case.text for case in CASES], ids=[case.name for case in CASES])
def test_the_place_of_a_clause_holds_the_name_of_its_person(text: str) -> None:
    for act in read(text).acts:
        assert act.person in "".join(text[act.start : act.end].split())


def test_a_clause_that_names_nobody_before_it_is_an_issue() -> None:
    reading = read("同意其为某市政协委员。")
    assert [issue.kind for issue in reading.issues] == ["dangling"]
    assert not reading.acts


def test_an_operative_clause_that_is_not_understood_is_an_issue_with_its_place() -> None:
    text = "任命张三丰为某县教育局局长；任命有关人员为。"
    reading = read(text)
    assert [(issue.kind, text[issue.start : issue.end]) for issue in reading.issues] == [("not_understood", "任命有关人员为")]
    assert (reading.operative, reading.accounted, reading.in_issues) == (20, 20, 7)


def test_probation_behind_a_comma_is_a_qualifier_of_the_act_before() -> None:
    (act,) = read("任命刘波为市审计局局长，试用期一年。").acts
    assert act.qualifier == ("试用期一年",)


def test_the_day_from_which_a_list_counts_holds_for_its_appointments_only() -> None:
    reading = read("任命江流为市经委副主任，免去其市机械工业局副局长职务。以上同志任职时间从1996年3月算起。")
    assert [(act.action, act.effective) for act in reading.acts] == [("appoint", "1996-03"), ("dismiss", "")]


def test_a_dismissal_for_retirement_is_one_act() -> None:
    assert [act.action for act in read("免去陈有华广州督察局副巡视员职务，退休。").acts] == ["retire"]


def test_the_post_in_front_of_a_name_is_kept_as_previous_and_is_no_act() -> None:
    (act,) = read("任命某市副市长周明远为某市公安局局长。").acts
    assert (act.person, act.previous, act.post) == ("周明远", "某市副市长", "局长")


def test_the_same_act_said_twice_is_one() -> None:
    text = "任命王永礼为泉州市人民政府副市长。\n任免名单如下：\n任命王永礼为泉州市人民政府副市长、代理市长。"
    assert [(act.post, act.qualifier) for act in read(text).acts] == [("副市长", ()), ("市长", ("代理",))]


def test_the_closing_sentence_makes_a_notice_by_procedure() -> None:
    text = "提名代科为某集团有限公司副总经理人选。\n以上职务的任免，请按有关法律、法规及章程规定办理。"
    reading = read(text)
    assert reading.by_procedure
    assert reading.accounted == reading.operative
    assert not read("任命刘波为市审计局局长。").by_procedure


def test_woman_and_people_in_brackets_have_columns_of_their_own() -> None:
    (act,) = read("任命敖日娜（女，蒙古族）为青石市中级人民法院审判员。").acts
    assert (act.gender, act.ethnicity, act.qualifier) == ("女", "蒙古族", ())


def test_the_company_of_the_notice_stands_for_the_word_company() -> None:
    (act,) = read("聘任李一芃先生担任公司副总经理。", issuer="恒岳新材料股份有限公司董事会").acts
    assert act.organization == "恒岳新材料股份有限公司"
