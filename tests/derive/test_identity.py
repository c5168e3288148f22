"""Which acts are of one person (design 3.5, practice 3.5.1)."""

from __future__ import annotations

from tests.derive.papers import Papers, judgement


def persons(papers: Papers, *judgements: object) -> int:
    return len(papers.read(*judgements).persons)  # type: ignore[arg-type]


def test_acts_of_one_clause_are_of_one_person() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "appoint 王伟 云州市教育局 局长；dismiss 王伟 云州市财政局 副局长")
    assert persons(papers) == 1


def test_an_appointment_and_a_dismissal_of_one_post_pair_up_even_for_a_common_name() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 王伟 云州市教育局 局长")
    papers.paper("2019-01-05", "dismiss 王伟 云州市教育局 局长")
    assert persons(papers) == 1


def test_a_rare_name_is_one_person_where_nothing_speaks_against_it() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "dismiss 李宝松 云州市教育局 局长")
    papers.paper("2015-01-05", "appoint 李宝松 云州市财政局 局长")
    assert persons(papers) == 1


def test_a_common_name_without_another_clue_stays_apart_as_a_proposal() -> None:
    papers = Papers()
    [left] = papers.paper("2010-01-05", "dismiss 王伟 云州市教育局 局长")
    [right] = papers.paper("2015-01-05", "appoint 王伟 云州市财政局 局长")
    reading = papers.read()
    assert len(reading.persons) == 2
    [issue] = reading.issues
    assert (issue.kind, set(issue.act_ids)) == ("same_person_proposed", {left.act_id, right.act_id})


def test_a_common_name_in_one_body_within_a_year_is_one_person() -> None:
    papers = Papers()
    papers.paper("2014-06-05", "dismiss 王伟 云州市教育局 副局长")
    papers.paper("2015-01-05", "appoint 王伟 云州市教育局 局长")
    assert persons(papers) == 1


def test_a_dismissal_and_an_appointment_in_one_notice_are_of_one_person() -> None:
    papers = Papers()
    papers.paper("2015-01-05", "appoint 王伟 云州市教育局 局长", "dismiss 王伟 云州市财政局 副局长")
    assert persons(papers) == 1


def test_who_changes_posts_in_a_notice_is_not_who_is_new_in_it() -> None:
    papers = Papers()
    papers.paper(
        "2015-01-05", "appoint 王伟 云州市教育局 局长；dismiss 王伟 云州市财政局 副局长", "appoint 王伟 云州市民政局 副局长"
    )
    assert persons(papers) == 2


def test_two_deputies_posts_held_together_for_years_make_a_proposal_of_a_rare_name() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 副局长")
    papers.paper("2012-01-05", "appoint 李宝松 云州市财政局 副局长")
    papers.paper("2016-01-05", "dismiss 李宝松 云州市教育局 副局长")
    papers.paper("2018-01-05", "dismiss 李宝松 云州市财政局 副局长")
    reading = papers.read()
    assert len(reading.persons) == 2
    assert [issue.reason for issue in reading.issues] == ["two full-time posts at one time"]


def test_a_named_previous_post_joins_the_acts() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 王伟 云州市教育局 副局长")
    papers.paper("2015-01-05", "appoint 王伟 云州市财政局 局长 previous=云州市教育局副局长")
    assert persons(papers) == 1


def test_a_woman_and_an_unmarked_name_in_a_notice_that_marks_women_are_two() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 副局长 gender=女")
    papers.paper("2012-01-05", "dismiss 李宝松 云州市教育局 副局长", "appoint 赵菁 云州市财政局 局长 gender=女")
    reading = papers.read()
    assert len([person for person in reading.persons if person.name == "李宝松"]) == 2


def test_an_unmarked_name_says_nothing_where_no_woman_is_marked() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 副局长 gender=女")
    papers.paper("2012-01-05", "dismiss 李宝松 云州市教育局 副局长")
    [person] = papers.read().persons
    assert person.gender == "女"


def test_two_ethnicities_are_two_people() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 副局长 ethnicity=回族")
    papers.paper("2012-01-05", "appoint 李宝松 云州市财政局 局长 ethnicity=满族")
    assert persons(papers) == 2


def test_more_than_forty_five_years_are_two_people() -> None:
    papers = Papers()
    papers.paper("1960-01-05", "appoint 李宝松 云州市教育局 副局长")
    papers.paper("2012-01-05", "appoint 李宝松 云州市财政局 局长")
    assert persons(papers) == 2


def test_two_one_seat_posts_held_together_for_years_are_two_people() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 局长")
    papers.paper("2012-01-05", "appoint 李宝松 云州市财政局 局长")
    papers.paper("2016-01-05", "dismiss 李宝松 云州市教育局 局长")
    papers.paper("2018-01-05", "dismiss 李宝松 云州市财政局 局长")
    assert persons(papers) == 2


def test_two_one_seat_posts_are_one_person_where_the_second_is_held_beside() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 局长")
    papers.paper("2012-01-05", "appoint 李宝松 云州市财政局 局长 兼")
    papers.paper("2016-01-05", "dismiss 李宝松 云州市教育局 局长")
    papers.paper("2018-01-05", "dismiss 李宝松 云州市财政局 局长")
    assert persons(papers) == 1


def test_a_dismissal_some_months_late_is_no_conflict() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 局长")
    papers.paper("2012-01-05", "appoint 李宝松 云州市财政局 局长")
    papers.paper("2012-08-05", "dismiss 李宝松 云州市教育局 局长")
    papers.paper("2018-01-05", "dismiss 李宝松 云州市财政局 局长")
    assert persons(papers) == 1


def test_two_clauses_of_one_notice_that_dismiss_from_two_posts_are_two_people() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "dismiss 李宝松 云州市教育局 副局长", "dismiss 李宝松 云州市财政局 副局长")
    assert persons(papers) == 2


def test_one_name_in_two_jurisdictions_is_two_people() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 副局长")
    papers.paper("2012-01-05", "appoint 李宝松 月州市教育局 副局长", place="月州市", issuer="月州市人民政府")
    assert persons(papers) == 2


def test_when_several_fit_the_acts_stay_apart() -> None:
    papers = Papers()
    papers.paper("2010-01-05", "dismiss 李宝松 云州市教育局 副局长", "dismiss 李宝松 云州市财政局 副局长")
    papers.paper("2015-01-05", "appoint 李宝松 云州市民政局 局长")
    reading = papers.read()
    assert len(reading.persons) == 3
    assert [issue.reason for issue in reading.issues] == ["several fit", "several fit"]


def test_namesakes_are_proposed_to_three_others_at_most() -> None:
    papers = Papers()
    for year in range(2000, 2020):
        papers.paper(f"{year}-01-05", f"appoint 王伟 云州市第{year}学校 校长")
    reading = papers.read()
    assert len(reading.persons) == 20
    assert len(reading.issues) == 1 + 2 + 3 * 17


def test_a_judgement_that_they_are_the_same_joins_and_can_be_undone() -> None:
    papers = Papers()
    [left] = papers.paper("2010-01-05", "dismiss 王伟 云州市教育局 局长")
    [right] = papers.paper("2015-01-05", "appoint 王伟 云州市财政局 局长")
    same = judgement("person", left, right, "same")
    assert persons(papers, same) == 1
    undone = type(same)(**{name: getattr(same, name) for name in same.__struct_fields__} | {"undone_at": "2026-02-01T00:00:00"})
    assert persons(papers, undone) == 2


def test_a_judgement_that_they_differ_keeps_a_pair_apart() -> None:
    papers = Papers()
    [left] = papers.paper("2010-01-05", "appoint 李宝松 云州市教育局 局长")
    [right] = papers.paper("2015-01-05", "dismiss 李宝松 云州市教育局 局长")
    assert persons(papers, judgement("person", left, right, "different")) == 2


def test_a_judgement_of_unsure_takes_the_proposal_away() -> None:
    papers = Papers()
    [left] = papers.paper("2010-01-05", "dismiss 王伟 云州市教育局 局长")
    [right] = papers.paper("2015-01-05", "appoint 王伟 云州市财政局 局长")
    reading = papers.read(judgement("person", left, right, "unsure"))
    assert len(reading.persons) == 2
    assert reading.issues == ()


def test_a_persons_id_is_that_of_the_smallest_act() -> None:
    papers = Papers()
    acts = papers.paper("2020-01-05", "appoint 王伟 云州市教育局 局长；dismiss 王伟 云州市财政局 副局长")
    [person] = papers.read().persons
    assert person.person_id == "p" + min(act.act_id for act in acts)[1:]
