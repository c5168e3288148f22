"""Everything that the reference notes on the seed gazette say follows from its acts (../shared/seed/expected.md)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from graph.derive.chains import ChainRow, chain_rows
from graph.derive.coverage import coverage_rows
from graph.derive.moves import find_moves, find_moves_under_way
from graph.derive.readings import WholeReading
from graph.derive.turnover import turnover_rows
from graph.derive.whole import derive_all
from graph.model import Vacancy
from tests.derive.seed import seed_acts, seed_rosters, skip_without_seed

YEAR = (date(2020, 1, 1), date(2020, 12, 31))


@pytest.fixture(scope="module")
def reading() -> WholeReading:
    skip_without_seed()
    notices, acts = seed_acts()
    roster_notices, attestations = seed_rosters()
    return derive_all([*notices, *roster_notices], [*acts, *attestations])


@pytest.fixture(scope="module")
def posts(reading: WholeReading) -> dict[str, str]:
    bodies = {body.organization_id: body.name for body in reading.organizations}
    return {post.post_id: bodies[post.organization_id] + post.title for post in reading.posts}


def _since(vacancy: Vacancy) -> tuple[str, str]:
    return str(vacancy.since_not_before), str(vacancy.since_not_after)


def test_seven_chief_posts_are_empty_by_kind_and_one_is_pending(reading: WholeReading, posts: dict[str, str]) -> None:
    found = {(v.kind, posts[v.post_id], _since(v)) for v in reading.vacancies if v.kind != "filled"}
    july, october = ("2020-07-24", "2020-07-24"), ("2020-10-31", "2020-10-31")
    assert found == {
        ("no_successor_seen", "三门峡市劳动就业培训中心主任", july),
        ("no_successor_seen", "三门峡市军队离退休干部管理所所长", july),
        ("no_successor_seen", "三门峡市中医院院长", ("2020-10-31", "2020-11-27")),
        ("ad_hoc", "三门峡市政府推进职能转变协调小组办公室主任", october),
        ("ad_hoc", "三门峡市“攻坚战”督查巡查工作办公室主任", october),
        ("designation", "三门峡市经济开发区管委会常务副主任", october),
        ("superseded", "三门峡市地震局局长", october),
        ("pending", "三门峡金渠集团有限公司总经理", ("2020-06-05", "2020-06-05")),
    }


def test_the_pending_post_names_its_nominee_and_goes_by_procedure(reading: WholeReading) -> None:
    [pending] = [v for v in reading.vacancies if v.kind == "pending"]
    assert pending.nominee == "刘益"
    nominated = [t for t in reading.tenures if t.status == "nominated"]
    assert len(nominated) == 7
    assert all(t.by_procedure and t.outcome == "open" for t in nominated)


def test_one_post_was_vacant_and_was_filled(reading: WholeReading, posts: dict[str, str]) -> None:
    names = {person.person_id: person.name for person in reading.persons}
    held = {tenure.tenure_id: names[tenure.person_id] for tenure in reading.tenures}
    [filled] = [v for v in reading.vacancies if v.basis == "later"]
    assert posts[filled.post_id] == "三门峡市招生办公室主任"
    assert (held[filled.left_tenure_id], held[filled.filled_tenure_id]) == ("刘晓萍", "郝洁")
    assert filled.since_date == date(2020, 7, 24)
    assert (filled.until_not_before, filled.until_not_after) == (date(2020, 10, 31), date(2020, 11, 27))


def test_on_a_day_inside_its_bounds_a_departure_is_possible_only(reading: WholeReading, posts: dict[str, str]) -> None:
    [hospital] = [v for v in reading.vacancies if posts[v.post_id] == "三门峡市中医院院长"]
    day = date(2020, 11, 10)
    assert hospital.since_not_before is not None and hospital.since_not_after is not None
    assert hospital.since_not_before <= day < hospital.since_not_after


def _told(reading: WholeReading, *, merged: bool = False) -> list[list[ChainRow]]:
    chains: dict[str, list[ChainRow]] = defaultdict(list)
    for row in chain_rows(reading, *YEAR, merged=merged):
        chains[row.chain_id].append(row)
    return list(chains.values())


def test_the_chains_are_those_that_the_notes_list(reading: WholeReading) -> None:
    told = {tuple(row.person for row in chain) for chain in _told(reading) if not chain[0].closed}
    listed = {
        ("周建文", "周长青", "李宝松"),
        ("刘丰亮", "张启勋", "王爱"),
        ("王东春", "权振国"),
        ("左军英", "张萍"),
        ("刘晓萍", "郝洁"),
        ("姚发挥", "王成新"),
        ("李瑞霞", "周童"),
        ("赵光煊", "张君平"),
        ("张志刚", "宋黎静"),
        ("柴仁俊", "马怀安"),
        ("龚彬", "周泓"),
    }
    # The notes leave out two deputies' posts that also have one leaver and one entrant in one notice (notices 3 and 7).
    assert told == listed | {("张美战", "张杰"), ("郑焱", "王彦军")}


def test_a_chain_names_posts_step_by_step_and_a_newcomer_has_no_former_post(reading: WholeReading) -> None:
    chain = next(chain for chain in _told(reading) if chain[0].person == "刘丰亮")
    assert [(r.from_organization, r.from_post, r.to_organization, r.to_post) for r in chain] == [
        ("三门峡市外国语高中", "校长", "", ""),
        ("三门峡市实验高中", "校长", "三门峡市外国语高中", "校长"),
        ("", "", "三门峡市实验高中", "校长"),
    ]
    assert (chain[0].opened_by, chain[0].ended_by, chain[0].people, chain[0].moves) == ("departure", "newcomer", 3, 1)


def test_the_first_leaver_of_a_chain_has_the_next_post_where_it_is_known(reading: WholeReading) -> None:
    first = next(chain[0] for chain in _told(reading) if chain[0].person == "王东春")
    assert (first.to_organization, first.to_post, first.opened_by) == ("三门峡市供销合作社", "理事会主任", "move")


def test_the_swap_is_a_closed_chain_that_begins_with_the_first_act(reading: WholeReading) -> None:
    [swap] = [chain for chain in _told(reading) if chain[0].closed]
    assert [(r.person, r.from_organization, r.to_organization) for r in swap] == [
        ("雷建卢", "三门峡市第一高级中学", "三门峡市教育局"),
        ("高超杰", "三门峡市教育局", "三门峡市第一高级中学"),
    ]


def test_with_lineages_merged_two_chains_are_one_of_five_people(reading: WholeReading) -> None:
    longest = _told(reading, merged=True)[0]
    assert [row.person for row in longest] == ["周建文", "周长青", "李宝松", "左军英", "张萍"]
    assert all(row.lineage for row in longest)
    assert not any(row.lineage for chain in _told(reading) for row in chain)


def test_eleven_moves_are_told_by_one_clause_two_of_them_under_way(reading: WholeReading) -> None:
    clauses = {act.act_id: (act.notice_id, act.clause_no) for act in seed_acts()[1]}
    names = {person.person_id: person.name for person in reading.persons}
    moves = [m for m in find_moves(reading.tenures) if clauses[m.left.closed_by] == clauses[m.entered.opened_by]]
    assert {names[m.left.person_id] for m in moves} == {
        "周长青",
        "王东春",
        "雷建卢",
        "高超杰",
        "张启勋",
        "黄凯",
        "郝洁",
        "陈一",
        "秦剑波",
    }
    under_way = find_moves_under_way(reading.tenures)
    assert {names[m.left.person_id] for m in under_way} == {"曲邦定", "刘益"}


def test_one_lineage_is_suggested(reading: WholeReading) -> None:
    bodies = {body.organization_id: body.name for body in reading.organizations}
    [lineage] = reading.lineages
    assert (bodies[lineage.predecessor_id], bodies[lineage.successor_id]) == ("三门峡市地震局", "三门峡市防震减灾中心")
    assert (lineage.kind, lineage.state) == ("convert", "suggested")


def test_deputies_give_net_changes(reading: WholeReading, posts: dict[str, str]) -> None:
    held = [t for t in reading.tenures if t.status != "nominated"]

    def changes(post: str) -> tuple[int, int]:
        own = [t for t in held if posts[t.post_id] == post]
        return sum(bool(t.opened_by) for t in own), sum(t.status == "ended" for t in own)

    assert changes("三门峡市教育局副局长") == (2, 3)
    assert changes("三门峡市工业和信息化局副局长") == (1, 3)


def test_forty_of_fifty_three_dismissals_have_no_next_post_in_their_notice(reading: WholeReading) -> None:
    dismissed = [t for t in reading.tenures if t.closed_by]
    assert len(dismissed) == 53
    entered = {(t.person_id) for t in reading.tenures if t.opened_by or t.status == "nominated"}
    placed = {t.person_id for t in dismissed} & entered
    # 11 people who move in one clause, and 李宝松 and 左军英, appointed by another notice
    assert len(placed) == 13
    assert len(dismissed) - len(placed) == 40


def test_every_name_is_one_person_and_two_alike_are_two(reading: WholeReading) -> None:
    names = [person.name for person in reading.persons]
    assert len(names) == len(set(names))
    assert {"张杰", "张杰生"} <= set(names)
    assert not any(issue.kind == "same_person_proposed" for issue in reading.issues)


def test_two_attestations_of_one_post_are_one_tenure(reading: WholeReading) -> None:
    names = {person.person_id: person.name for person in reading.persons}
    [tenure] = [t for t in reading.tenures if names[t.person_id] == "任豫新"]
    assert len(tenure.act_ids) == 2
    assert (tenure.start_not_after, tenure.end_not_before) == (date(2020, 11, 3), date(2020, 11, 12))


def test_short_forms_become_full_names_of_the_gazette_by_adding_the_place(reading: WholeReading) -> None:
    names = {body.name for body in reading.organizations}
    assert {"三门峡市教育局", "三门峡市体育局", "三门峡市工业和信息化局", "三门峡市人民政府"} <= names
    assert not {"市教育局", "市工业和信息化局", "市政府"} & names


def test_two_ranks_are_given_with_a_post(reading: WholeReading) -> None:
    names = {person.person_id: person.name for person in reading.persons}
    given = {names[r.person_id] for r in reading.ranks if r.start_date == date(2020, 7, 24)}
    assert given == {"贺转峡", "马怀安"}


def test_twenty_probations_run_and_their_ends_are_known_where_the_day_is(reading: WholeReading) -> None:
    acts = {act.act_id: act for act in seed_acts()[1]}
    on_probation = [t for t in reading.tenures if t.opened_by in acts and "试用期为一年" in acts[t.opened_by].qualifier]
    assert len(on_probation) == 20
    assert all((t.probation_due is None) == (t.start_date is None) for t in on_probation)


def test_turnover_counts_the_people_of_a_bureau(reading: WholeReading) -> None:
    rows = {row.organization: row for row in turnover_rows(reading, *YEAR)}
    bureau = rows["三门峡市教育局"]
    assert (bureau.entries, bureau.exits, bureau.internal_moves) == (2, 3, 0)
    # merged with the body that continues it, 陈一 and 秦剑波 move inside, 李宝松 leaves, 左军英 comes
    merged = rows["三门峡市防震减灾中心"]
    assert (merged.entries, merged.exits, merged.internal_moves) == (1, 1, 2)
    assert "三门峡市地震局" not in rows
    apart = {row.organization: row for row in turnover_rows(reading, *YEAR, merged=False)}
    assert apart["三门峡市地震局"].exits == 3
    early = turnover_rows(reading, date(2020, 1, 1), date(2020, 10, 31), merged=False)
    [quakes] = [row for row in early if row.organization == "三门峡市地震局"]
    assert (quakes.exits, quakes.exits_possible) == (1, 2)


def test_coverage_lists_the_series_of_the_gazette() -> None:
    skip_without_seed()
    [series] = coverage_rows(seed_acts()[0])
    assert (series.issuer, series.series, series.seen, series.missing) == (
        "三门峡市人民政府",
        "三政任〔2020〕",
        (1, 2, 3, 4, 5, 6, 7),
        (),
    )
    assert (series.first, series.last) == (date(2020, 2, 8), date(2020, 11, 27))
