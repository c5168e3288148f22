"""The sample shows what data/README.md promises: each kind of tenure, vacancy, chain and doubt, on the people named there."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graph.derive.readings import WholeReading
from graph.derive.whole import derive_all
from graph.model import Reading, Tenure
from loaders.pipeline import read_sources

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return list(read_sources([str(ROOT / "data" / "sample" / "notices")]))


@pytest.fixture(scope="module")
def whole(readings: list[Reading]) -> WholeReading:
    notices = {notice.notice_id: notice for reading in readings for notice in reading.notices}
    acts = {act.act_id: act for reading in readings for act in reading.acts}
    return derive_all(list(notices.values()), list(acts.values()))


def held(whole: WholeReading, person: str, post: str) -> list[Tenure]:
    """The tenures of everybody so named in the post, written 机构·职务."""
    people = {found.person_id for found in whole.persons if found.name == person}
    bodies = {body.organization_id: body.name for body in whole.organizations}
    posts = {found.post_id for found in whole.posts if f"{bodies[found.organization_id]}·{found.title}" == post}
    return [tenure for tenure in whole.tenures if tenure.person_id in people and tenure.post_id in posts]


def test_every_status_and_end_has_a_tenure(whole: WholeReading) -> None:
    assert {tenure.status for tenure in whole.tenures} == {"current", "ended", "nominated", "unknown"}
    assert {tenure.end_basis for tenure in whole.tenures} >= {"", "stated", "succession", "promotion"}


def test_every_kind_of_vacancy_but_a_confirmed_one_is_there(whole: WholeReading) -> None:
    kinds = {vacancy.kind for vacancy in whole.vacancies}
    assert kinds == {"no_successor_seen", "pending", "superseded", "ad_hoc", "designation", "filled"}


def test_mayor_was_acting_before_he_was_elected(whole: WholeReading) -> None:
    acting, formal = sorted(held(whole, "秦望舒", "澜川市人民政府·市长"), key=lambda tenure: str(tenure.start_date))
    assert (acting.acting, acting.start_date, acting.end_date) == (True, date(2021, 6, 25), date(2022, 1, 14))
    assert (formal.acting, formal.start_date, formal.status) == (False, date(2022, 1, 14), "current")
    [beside] = held(whole, "秦望舒", "澜川市滨江新区管理委员会·主任")
    assert beside.concurrent


def test_secondment_and_probation_have_their_days(whole: WholeReading) -> None:
    [seconded] = held(whole, "唐仲平", "澜川市商务局·副局长")
    assert (seconded.seconded, seconded.due_date, seconded.end_date) == (True, date(2022, 8, 6), date(2022, 6, 30))
    [running] = held(whole, "戴月明", "澜川市交通运输局·局长")
    assert running.probation_due == date(2027, 3, 20)


def test_nominations_end_in_an_appointment_or_stay_open(whole: WholeReading) -> None:
    company = "澜川城市建设投资集团有限公司"
    assert [tenure.outcome for tenure in held(whole, "袁启航", f"{company}·董事长") if tenure.status == "nominated"] == [
        "appointed"
    ]
    assert [tenure.outcome for tenure in held(whole, "穆清扬", f"{company}·总经理")] == ["open"]


def test_undated_notice_lies_between_its_neighbours(whole: WholeReading) -> None:
    [left] = held(whole, "邱鹤年", "澜川市档案馆·馆长")
    assert (left.end_date, left.end_not_before, left.end_not_after) == (None, date(2023, 6, 16), date(2023, 9, 8))


def test_chain_of_five_people_and_a_swap(whole: WholeReading) -> None:
    moves = nx.DiGraph([(link.vacancy_id, link.next_vacancy_id) for link in whole.links])
    assert [len(cycle) for cycle in nx.simple_cycles(moves)] == [2]
    people = {person.person_id: person.name for person in whole.persons}
    runs = nx.weakly_connected_components(moves)
    movers = [{people[link.person_id] for link in whole.links if link.vacancy_id in run} for run in runs]
    assert {"闵若拙", "卫长风", "尹清和"} in movers
    assert {"蒋承泽", "罗静姝"} in movers


def test_namesakes_are_two_people(whole: WholeReading) -> None:
    names = Counter(person.name for person in whole.persons)
    assert {name for name, count in names.items() if count > 1} == {"王岚", "陈立"}


def test_one_notice_stands_in_two_files_and_one_title_miscounts(readings: list[Reading]) -> None:
    sources = Counter(notice.doc_number for reading in readings for notice in reading.notices if notice.doc_number)
    assert sources["澜政任〔2025〕3号"] == 2
    assert [issue.kind for reading in readings for issue in reading.issues] == ["head_count", "undated"]


def test_cancelled_appointment_leaves_no_tenure(whole: WholeReading) -> None:
    assert not held(whole, "路遥知", "澜川市商务局·副局长")
