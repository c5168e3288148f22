"""When a seat is empty, of which kind, and who filled it (design 3.4, practice 3.4.1, 3.4.3)."""

from __future__ import annotations

from datetime import date

from graph.derive.bodies import derive_organization
from graph.model import Vacancy
from tests.derive.papers import Papers


def vacancies(papers: Papers, title: str = "局长") -> list[Vacancy]:
    reading = papers.read()
    wanted = {post.post_id for post in reading.posts if post.title == title}
    return sorted(
        (vacancy for vacancy in reading.vacancies if vacancy.post_id in wanted),
        key=lambda vacancy: vacancy.since_not_before or date.min,
    )


def test_a_chief_who_leaves_without_a_successor_leaves_a_vacancy() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 局长", number="云政任〔2020〕1号")
    [vacancy] = vacancies(papers)
    assert (vacancy.kind, vacancy.kind_open) == ("no_successor_seen", "no_successor_seen")
    assert (vacancy.since_date, vacancy.until_not_after) == (date(2020, 1, 5), None)
    assert vacancy.doc_number == "云政任〔2020〕1号"


def test_a_deputy_who_leaves_leaves_no_vacancy() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 副局长")
    assert vacancies(papers, "副局长") == []


def test_the_next_appointment_fills_the_vacancy() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 局长")
    papers.paper("2020-09-05", "appoint 林一诺 云州市教育局 局长")
    [vacancy] = vacancies(papers)
    assert (vacancy.kind, vacancy.kind_open, vacancy.basis) == ("filled", "no_successor_seen", "later")
    assert (vacancy.since_date, vacancy.until_date) == (date(2020, 1, 5), date(2020, 9, 5))


def test_a_seat_that_changes_hands_in_one_notice_is_never_empty() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "appoint 林一诺 云州市教育局 局长", "dismiss 周明远 云州市教育局 局长")
    [vacancy] = vacancies(papers)
    assert (vacancy.basis, vacancy.since_date, vacancy.until_date) == ("same_notice", date(2020, 1, 5), date(2020, 1, 5))


def test_a_successor_in_an_undated_notice_changes_hands_without_a_gap() -> None:
    papers = Papers()
    papers.paper(
        "", "appoint 林一诺 云州市教育局 局长", "dismiss 周明远 云州市教育局 局长", not_before="2020-01-05", not_after="2020-02-05"
    )
    [vacancy] = vacancies(papers)
    assert vacancy.basis == "same_notice"
    assert (vacancy.since_not_before, vacancy.since_not_after) == (vacancy.until_not_before, vacancy.until_not_after)


def test_a_nominee_makes_a_departure_pending_and_no_departure_no_row() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "nominate 林一诺 云州城投集团有限公司 总经理", "nominate 林一诺 云州城投集团有限公司 董事长")
    papers.paper("2020-02-05", "dismiss 周明远 云州城投集团有限公司 总经理")
    [vacancy] = vacancies(papers, "总经理")
    assert (vacancy.kind, vacancy.nominee) == ("pending", "林一诺")
    assert vacancies(papers, "董事长") == []


def test_an_acting_holder_fills_nothing_and_makes_it_pending() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市人民政府 市长", "appoint 林一诺 云州市人民政府 市长 代理")
    [vacancy] = vacancies(papers, "市长")
    assert (vacancy.kind, vacancy.acting) == ("pending", "林一诺")
    papers.paper("2020-03-05", "appoint 林一诺 云州市人民政府 市长")
    [vacancy] = vacancies(papers, "市长")
    assert (vacancy.kind, vacancy.until_date) == ("filled", date(2020, 3, 5))


def test_holding_beside_fills_a_seat() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 局长", "appoint 林一诺 云州市教育局 局长 兼")
    assert vacancies(papers)[0].kind == "filled"


def test_bodies_for_one_task_and_designations_have_kinds_of_their_own() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市防汛指挥部办公室 主任", "dismiss 林一诺 云州市开发区管委会 常务副主任")
    assert vacancies(papers, "主任")[0].kind == "ad_hoc"
    assert vacancies(papers, "常务副主任")[0].kind == "designation"


def test_one_leaver_and_one_entrant_of_a_deputys_post_in_one_notice_change_places() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "appoint 林一诺 云州市教育局 副局长", "dismiss 周明远 云州市教育局 副局长")
    [vacancy] = vacancies(papers, "副局长")
    assert (vacancy.kind, vacancy.basis) == ("filled", "one_for_one")
    assert vacancy.since_date == vacancy.until_date


def test_two_leavers_of_a_deputys_post_decide_nothing() -> None:
    papers = Papers()
    papers.paper(
        "2020-01-05",
        "appoint 林一诺 云州市教育局 副局长",
        "dismiss 周明远 云州市教育局 副局长",
        "dismiss 何思齐 云州市教育局 副局长",
    )
    assert vacancies(papers, "副局长") == []


def test_a_dismissal_some_months_after_the_successor_came_empties_nothing_and_is_told() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长")
    papers.paper("2020-01-05", "appoint 林一诺 云州市教育局 局长")
    papers.paper("2020-04-05", "dismiss 周明远 云州市教育局 局长")
    [vacancy] = vacancies(papers)
    assert (vacancy.kind, vacancy.basis) == ("filled", "late_paperwork")
    assert [issue.kind for issue in papers.read().issues] == ["late_paperwork"]


def test_a_successor_implies_that_a_chief_without_a_dismissal_has_left_by_then() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长")
    papers.paper("2020-01-05", "appoint 林一诺 云州市教育局 局长")
    first, second = papers.tenures()
    assert (first.status, first.end_basis, first.confidence) == ("ended", "succession", "inferred")
    assert (first.end_date, first.end_not_before, first.end_not_after) == (None, date(2018, 1, 5), date(2020, 1, 5))
    assert second.status == "current"
    [vacancy] = vacancies(papers)
    assert (vacancy.basis, vacancy.since_date, vacancy.until_date) == ("succession", date(2020, 1, 5), date(2020, 1, 5))


def test_an_acting_successor_implies_no_end() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市人民政府 市长")
    papers.paper("2020-01-05", "appoint 林一诺 云州市人民政府 市长 代理")
    assert [tenure.end_basis for tenure in papers.tenures()] == ["", ""]


def test_a_deputys_successor_implies_no_end() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 副局长")
    papers.paper("2020-01-05", "appoint 林一诺 云州市教育局 副局长")
    assert [tenure.end_basis for tenure in papers.tenures()] == ["", ""]


def test_several_appointed_to_one_post_by_one_notice_do_not_end_each_other() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市某公司 经理", "appoint 林一诺 云州市某公司 经理")
    assert [tenure.status for tenure in papers.tenures()] == ["current", "current"]


def test_a_rise_to_chief_ends_the_deputys_post_and_not_the_membership() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 副局长；appoint 周明远 云州市教育局 党组成员")
    papers.paper("2020-01-05", "appoint 周明远 云州市教育局 局长")
    [deputy] = papers.tenures(title="副局长")
    assert (deputy.end_basis, deputy.end_date) == ("promotion", date(2020, 1, 5))
    assert papers.tenures(title="党组成员")[0].status == "current"


def test_who_retires_from_one_post_is_out_of_the_others() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长；appoint 周明远 云州市招生办公室 主任")
    papers.paper("2020-01-05", "retire 周明远 云州市教育局 局长")
    [other] = papers.tenures(title="主任")
    assert (other.status, other.end_basis, other.end_date, other.confidence) == ("ended", "exit", date(2020, 1, 5), "inferred")
    [vacancy] = vacancies(papers, "主任")
    assert vacancy.since_date == date(2020, 1, 5)


def test_who_is_appointed_after_retiring_is_in_the_new_post() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "retire 李宝松 云州市教育局 局长")
    papers.paper("2020-06-05", "appoint 李宝松 云州市老年大学 校长")
    assert papers.tenures(title="校长")[0].status == "current"


def test_inference_is_taken_out_of_rows_that_are_fed_back() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长")
    papers.paper("2019-01-05", "attest 周明远 云州市教育局 局长")
    papers.paper("2020-01-05", "appoint 林一诺 云州市教育局 局长")
    reading = papers.read()
    [body] = reading.organizations
    names = {person.person_id: person.name for person in reading.persons}
    earlier = [tenure for tenure in reading.tenures if names[tenure.person_id] == "周明远"]
    assert earlier[0].end_not_before == date(2019, 1, 6)
    alone = derive_organization(body, reading.posts, earlier, [], names)
    [tenure] = alone.tenures
    assert (tenure.status, tenure.end_basis, tenure.end_not_before, tenure.end_not_after) == ("current", "", date(2019, 1, 6), None)
    assert alone.vacancies == ()


def test_a_successor_follows_with_the_days_between() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 局长")
    papers.paper("2020-01-15", "appoint 林一诺 云州市教育局 局长")
    [succession] = papers.read().successions
    assert succession.gap_days == 10
