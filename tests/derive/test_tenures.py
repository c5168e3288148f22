"""Rules 1 to 6 of design 3.3, the day boundary, acting and formal spells, revocations."""

from __future__ import annotations

from datetime import date

from tests.derive.papers import Papers


def test_an_appointment_opens_and_a_dismissal_closes_a_tenure() -> None:
    papers = Papers()
    papers.paper("2020-03-01", "appoint 周明远 云州市教育局 局长")
    papers.paper("2022-05-10", "dismiss 周明远 云州市教育局 局长")
    [tenure] = papers.tenures()
    assert (tenure.status, tenure.start_date, tenure.end_date) == ("ended", date(2020, 3, 1), date(2022, 5, 10))
    assert (tenure.start_basis, tenure.end_basis) == ("stated", "stated")
    assert len(tenure.act_ids) == 2
    assert tenure.doc_numbers == ("云政任〔2020〕1号", "云政任〔2022〕2号")


def test_a_dismissal_without_an_appointment_gives_an_ended_tenure_of_unknown_start() -> None:
    papers = Papers()
    papers.paper("2022-05-10", "dismiss 周明远 云州市教育局 副局长")
    [tenure] = papers.tenures()
    assert (tenure.status, tenure.start_date, tenure.start_not_before) == ("ended", None, None)
    assert tenure.start_not_after == date(2022, 5, 10)
    assert tenure.end_date == date(2022, 5, 10)
    assert tenure.start_basis == ""


def test_a_second_appointment_while_open_is_recorded_in_the_tenure() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长")
    papers.paper("2021-01-05", "appoint 周明远 云州市教育局 局长")
    [tenure] = papers.tenures()
    assert tenure.start_date == date(2018, 1, 5)
    assert len(tenure.act_ids) == 2
    assert tenure.status == "current"


def test_a_second_dismissal_within_ninety_days_is_the_same_event() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长")
    papers.paper("2021-01-05", "dismiss 周明远 云州市教育局 局长")
    papers.paper("2021-02-05", "dismiss 周明远 云州市教育局 局长")
    [tenure] = papers.tenures()
    assert tenure.end_date == date(2021, 1, 5)
    assert len(tenure.act_ids) == 3


def test_the_organ_with_the_legal_power_gives_the_day_of_one_decision_in_two_papers() -> None:
    papers = Papers()
    papers.paper("2021-01-05", "appoint 周明远 云州市教育局 局长")
    papers.paper("2021-01-20", "appoint 周明远 云州市教育局 局长", issuer="云州市人民代表大会常务委员会")
    [tenure] = papers.tenures()
    assert tenure.start_date == date(2021, 1, 20)


def test_a_later_dismissal_of_the_same_post_begins_no_earlier_than_the_first_ended() -> None:
    papers = Papers()
    papers.paper("2015-01-05", "dismiss 周明远 云州市教育局 副局长")
    papers.paper("2015-12-05", "dismiss 周明远 云州市教育局 副局长")
    first, second = papers.tenures("周明远")
    assert first.end_date == date(2015, 1, 5)
    assert second.start_not_before == date(2015, 1, 5)
    assert second.start_not_after == date(2015, 12, 5)


def test_a_nomination_stays_one_and_its_outcome_is_the_later_appointment() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "nominate 周明远 云州城投集团有限公司 总经理", by_procedure=True)
    [nominated] = papers.tenures()
    assert (nominated.status, nominated.outcome, nominated.nominated_on) == ("nominated", "open", date(2020, 6, 5))
    assert nominated.by_procedure
    assert nominated.start_not_after is None
    papers.paper("2020-07-01", "appoint 周明远 云州城投集团有限公司 总经理")
    held = papers.tenures()
    assert {(t.status, t.outcome) for t in held} == {("nominated", "appointed"), ("current", "")}


def test_an_attestation_bounds_a_tenure_of_unknown_start() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "attest 周明远 云州市教育局 局长")
    papers.paper("2021-06-05", "attest 周明远 云州市教育局 局长")
    [tenure] = papers.tenures()
    assert (tenure.status, tenure.start_basis) == ("unknown", "attested")
    assert tenure.start_not_after == date(2020, 6, 5)
    assert tenure.end_not_before == date(2021, 6, 6)
    assert tenure.end_not_after is None


def test_an_attestation_never_contradicts_a_stated_end() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "attest 周明远 云州市教育局 局长")
    papers.paper("2020-06-05", "dismiss 周明远 云州市教育局 局长")
    [tenure] = papers.tenures()
    assert tenure.end_date == date(2020, 6, 5)
    assert len(tenure.act_ids) == 2


def test_a_resume_entry_gives_both_ends_with_their_precision() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "attest 周明远 云州市教育局 科长 effective=1994-06/1996-08")
    [tenure] = papers.tenures()
    assert (tenure.start_not_before, tenure.start_not_after) == (date(1994, 6, 1), date(1994, 6, 30))
    assert (tenure.end_not_before, tenure.end_not_after) == (date(1996, 8, 1), date(1996, 8, 31))
    assert tenure.start_date is None


def test_a_resume_entry_sharpens_the_tenure_that_a_dismissal_shows() -> None:
    papers = Papers()
    papers.paper("2018-05-03", "dismiss 周明远 云州市教育局 局长")
    papers.paper("2020-06-05", "attest 周明远 云州市教育局 局长 effective=2015-03/2018-05")
    [tenure] = papers.tenures()
    assert (tenure.start_not_before, tenure.start_not_after) == (date(2015, 3, 1), date(2015, 3, 31))
    assert tenure.end_date == date(2018, 5, 3)


def test_a_career_without_dates_says_nothing_about_the_day_of_the_paper() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "attest 周明远 云州市教育局 局长 曾任")
    [tenure] = papers.tenures()
    assert tenure.status == "ended"
    assert (tenure.start_not_before, tenure.end_not_after) == (None, date(2020, 6, 5))


def test_the_formal_appointment_closes_the_acting_spell_that_day() -> None:
    papers = Papers()
    papers.paper("2020-03-01", "appoint 周明远 云州市人民政府 市长 代理")
    papers.paper("2020-04-20", "appoint 周明远 云州市人民政府 市长")
    acting, formal = papers.tenures()
    assert (acting.acting, acting.start_date, acting.end_date) == (True, date(2020, 3, 1), date(2020, 4, 20))
    assert (formal.acting, formal.start_date, formal.status) == (False, date(2020, 4, 20), "current")
    assert formal.incumbency_id == acting.tenure_id == acting.incumbency_id
    assert not set(acting.act_ids) & set(formal.act_ids)


def test_dismissals_apply_before_appointments_within_one_notice() -> None:
    papers = Papers()
    papers.paper("2018-03-01", "appoint 周明远 云州市教育局 局长")
    papers.paper("2020-03-01", "appoint 周明远 云州市教育局 局长", "dismiss 周明远 云州市教育局 局长")
    first, second = papers.tenures()
    assert (first.start_date, first.end_date) == (date(2018, 3, 1), date(2020, 3, 1))
    assert (second.start_date, second.status) == (date(2020, 3, 1), "current")


def test_probation_ends_a_year_after_a_known_start_and_never_after_an_unknown_one() -> None:
    papers = Papers()
    papers.paper("2020-02-29", "appoint 周明远 云州市教育局 副局长 试用期为一年")
    papers.paper("", "appoint 林一诺 云州市教育局 副局长 试用期为一年", not_after="2020-12-31")
    assert papers.tenures("周明远")[0].probation_due == date(2021, 2, 28)
    assert papers.tenures("林一诺")[0].probation_due is None


def test_a_confirmation_is_recorded_in_the_open_tenure_and_opens_one_where_none_is_known() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "appoint 周明远 云州市教育局 副局长 试用期为一年")
    papers.paper("2021-06-20", "confirm 周明远 云州市教育局 副局长", "confirm 林一诺 云州市教育局 副局长 effective=2020-05")
    assert len(papers.tenures("周明远")[0].act_ids) == 2
    [other] = papers.tenures("林一诺")
    assert (other.start_not_before, other.start_not_after) == (date(2020, 5, 1), date(2020, 5, 31))


def test_a_secondment_has_a_due_date_and_no_end() -> None:
    papers = Papers()
    papers.paper("2019-03-05", "appoint 周明远 云州市教育局 副局长 挂职 自2019年3月至2020年2月")
    papers.paper("2019-03-05", "appoint 林一诺 云州市教育局 副局长 挂职一年")
    seconded, other = papers.tenures("周明远")[0], papers.tenures("林一诺")[0]
    assert (seconded.seconded, seconded.due_date, seconded.end_not_after) == (True, date(2020, 2, 29), None)
    assert other.due_date == date(2020, 3, 5)


def test_a_revoked_appointment_leaves_no_tenure_and_both_acts_stand_in_an_issue() -> None:
    papers = Papers()
    [appointed] = papers.paper("2020-06-05", "appoint 周明远 云州市教育局 副局长")
    [revoked] = papers.paper("2020-07-05", "revoke 周明远 云州市教育局 副局长 更正 任")
    reading = papers.read()
    assert reading.tenures == ()
    [issue] = reading.issues
    assert issue.kind == "act_revoked"
    assert set(issue.act_ids) == {appointed.act_id, revoked.act_id}


def test_a_revoked_dismissal_leaves_the_tenure_open() -> None:
    papers = Papers()
    papers.paper("2018-06-05", "appoint 周明远 云州市教育局 副局长")
    papers.paper("2020-06-05", "dismiss 周明远 云州市教育局 副局长")
    papers.paper("2020-07-05", "revoke 周明远 云州市教育局 副局长 撤销免职决定")
    [tenure] = papers.tenures()
    assert (tenure.status, tenure.end_basis) == ("current", "")


def test_a_revocation_undoes_the_act_of_the_paper_that_it_names() -> None:
    papers = Papers()
    papers.paper("2018-06-05", "appoint 周明远 云州市教育局 副局长", number="云政任〔2018〕1号")
    papers.paper("2018-07-05", "appoint 周明远 云州市教育局 副局长", number="云政任〔2018〕2号")
    papers.paper("2020-07-05", "revoke 周明远 云州市教育局 副局长 作废 聘任 target=云政任〔2018〕1号")
    [tenure] = papers.tenures()
    assert tenure.start_date == date(2018, 7, 5)


def test_a_nomination_that_a_paper_cancels_is_withdrawn() -> None:
    papers = Papers()
    papers.paper("2020-06-05", "nominate 周明远 云州市张集镇 副镇长")
    papers.paper("2020-07-05", "revoke 周明远 云州市张集镇 副镇长 取消提名")
    [nominated] = papers.tenures()
    assert (nominated.status, nominated.outcome, len(nominated.act_ids)) == ("nominated", "withdrawn", 2)
    assert papers.read().issues == ()


def test_a_revocation_of_an_unknown_act_is_an_issue_of_its_own() -> None:
    papers = Papers()
    [revoked] = papers.paper("2020-07-05", "revoke 周明远 云州市教育局 副局长 更正 任")
    [issue] = papers.read().issues
    assert (issue.kind, issue.act_ids) == ("revoke_unresolved", (revoked.act_id,))


def test_an_act_without_organization_is_an_issue_and_concerns_its_person() -> None:
    papers = Papers()
    [act] = papers.paper("2020-07-05", "appoint 周明远 - 巡视专员")
    reading = papers.read()
    assert reading.tenures == ()
    assert [issue.kind for issue in reading.issues] == ["act_without_post"]
    assert act.act_id in reading.concerns
    assert act.act_id not in reading.about


def test_a_rank_has_a_spell_and_no_tenure_and_a_new_one_ends_the_old() -> None:
    papers = Papers()
    papers.paper("2019-07-05", "appoint 周明远 云州市教育局 四级调研员 kind=rank")
    papers.paper("2021-07-05", "appoint 周明远 云州市教育局 三级调研员 kind=rank")
    papers.paper("2022-07-05", "dismiss 周明远 云州市教育局 副局长")
    reading = papers.read()
    first, second = sorted(reading.ranks, key=lambda spell: spell.start_date or date.max)
    assert (first.rank, first.end_date) == ("四级调研员", date(2021, 7, 5))
    assert (second.rank, second.end_date) == ("三级调研员", None)
    assert len(reading.tenures) == 1
