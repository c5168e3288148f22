"""What becomes of people in a small made-up city, asked by the saved queries on both servers; every answer is reasoned by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.store.load import load_readings
from tests.contract.seed import asking, pairs
from tests.store.papers import paper

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.client import Graph
    from tests.conftest import Servers

YEAR = "试用期为一年"
WATER, SCHOOLS, MONEY, WOODS, TRADE, COUNTS, AUDIT, COMPANY = (
    "青田市" + name for name in ("水务局", "教育局", "财政局", "林业局", "商务局", "统计局", "审计局", "城市投资集团有限公司")
)
PAPERS = [
    paper(
        ("dismiss", "石介夫", WATER, "局长"),
        ("appoint", "高远", WATER, "局长", "", YEAR),
        ("appoint", "林知微", SCHOOLS, "副局长", "", YEAR),
        ("appoint", "唐仲平", MONEY, "副局长", "", YEAR),
        ("appoint", "卓文渊", WOODS, "副局长", "", YEAR),
        ("appoint", "夏侯谨", TRADE, "局长"),
        ("appoint", "任之初", WOODS, "局长", "", "代理"),
        ("nominate", "费思齐", COMPANY, "董事长"),
        ("nominate", "穆清扬", COMPANY, "总经理"),
        number=1, day="2020-01-10", path="1.txt",
    ),
    paper(
        ("appoint", "林知微", AUDIT, "局长"),
        ("dismiss", "林知微", SCHOOLS, "副局长"),
        ("dismiss", "唐仲平", MONEY, "副局长"),
        ("appoint", "夏侯谨", COUNTS, "局长"),
        ("appoint", "穆清扬", COMPANY, "总经理"),
        number=2, day="2020-09-01", path="2.txt",
    ),
    paper(
        ("confirm", "高远", WATER, "局长"),
        ("appoint", "任之初", WOODS, "局长"),
        number=3, day="2021-02-01", path="3.txt", year=2021,
    ),
    paper(
        ("dismiss", "高远", WATER, "局长"),
        ("appoint", "江若岚", WATER, "副局长", "", "主持工作"),
        number=4, day="2021-03-01", path="4.txt", year=2021,
    ),
    paper(("appoint", "古月华", WATER, "局长"), number=5, day="2021-03-31", path="5.txt", year=2021),
    paper(("appoint", "陈立", MONEY, "局长"), number=6, day="2021-12-01", path="6.txt", year=2021),
]  # fmt: skip


@pytest.fixture(scope="module")
def city(servers: Servers, server: Settings) -> Graph:
    graph = servers.empty_graph(server)
    load_readings(graph, PAPERS)
    return graph


def states(city: Graph, name: str, as_of: str) -> dict[str, str]:
    return {row["person"]: row["state"] for row in asking(city, name, as_of=as_of)}


def test_probations_run_and_then_are_confirmed_lapsed_ended_or_moved(city: Graph) -> None:
    names = ("高远", "林知微", "唐仲平", "卓文渊")
    assert states(city, "person/probations", "2020-06-01") == dict.fromkeys(names, "running")
    assert states(city, "person/probations", "2021-02-15") == {
        "高远": "confirmed", "林知微": "moved", "唐仲平": "ended", "卓文渊": "lapsed"
    }  # fmt: skip
    assert {row["due_date"] for row in asking(city, "person/probations", as_of="2020-06-01")} == {date(2021, 1, 10)}


def test_nominations_are_open_until_appointed_or_stale(city: Graph) -> None:
    assert states(city, "person/nominations", "2020-01-09") == {}
    assert states(city, "person/nominations", "2020-06-01") == {"费思齐": "open", "穆清扬": "open"}
    assert states(city, "person/nominations", "2021-01-10") == {"费思齐": "stale", "穆清扬": "appointed"}


def test_overdue_names_what_a_paper_should_have_followed(city: Graph) -> None:
    rows = asking(city, "person/overdue", as_of="2021-01-15")
    assert pairs(rows, "kind", "person", "organization", "post", "since_date") == {
        ("not_dismissed", "夏侯谨", TRADE, "局长", date(2020, 9, 1)),
        ("acting", "任之初", WOODS, "局长", date(2020, 1, 10)),
        ("stale_nomination", "费思齐", COMPANY, "董事长", date(2020, 1, 10)),
    }
    assert {row["person"]: row["days"] for row in rows}["任之初"] == 371
    assert "acting" not in {row["kind"] for row in asking(city, "person/overdue", as_of="2021-02-01")}


def test_unplaced_are_those_seen_in_no_other_post_since(city: Graph) -> None:
    rows = asking(city, "person/unplaced", **{"from": "2020-01-01", "to": "2020-12-31"})
    assert pairs(rows, "person", "organization", "days") == {("石介夫", WATER, 356), ("唐仲平", MONEY, 121)}


def test_acting_holder_fills_nothing_and_gives_way_on_the_day_of_the_appointment(city: Graph) -> None:
    def chiefs(on: str) -> set[tuple[object, ...]]:
        rows = asking(city, "organization/roster", organization=WOODS, on=on)
        return pairs([row for row in rows if row["post"] == "局长"], "person", "acting", "certainty")

    assert chiefs("2021-01-31") == {("任之初", True, "certain")}
    assert chiefs("2021-02-01") == {("任之初", False, "certain")}


def test_history_of_a_post_counts_the_days_that_it_stood_empty(city: Graph) -> None:
    rows = asking(city, "post/history", organization=WATER, post="局长")
    assert [(row["holder"], row["start_date"], row["end_date"], row["vacancy_days"]) for row in rows] == [
        ("石介夫", None, date(2020, 1, 10), None),
        ("高远", date(2020, 1, 10), date(2021, 3, 1), 0),
        ("古月华", date(2021, 3, 31), None, 30),
    ]
    (empty,) = asking(city, "post/vacancies", as_of="2021-03-01", organization=WATER)
    assert (empty["last_holder"], empty["certainty"], empty["days"]) == ("高远", "certain", 0)
    assert (empty["kind"], empty["acting"], empty["in_charge"]) == ("no_successor_seen", [], ["江若岚"])
    assert asking(city, "post/vacancies", as_of="2021-03-31", organization=WATER) == []


def test_chief_stands_before_deputies_in_a_roster(city: Graph) -> None:
    rows = asking(city, "organization/roster", organization=WOODS, on="2021-02-01")
    assert [row["post"] for row in rows] == ["局长", "副局长"]


def test_moves_between_organizations_are_told_with_both_posts(city: Graph) -> None:
    rows = asking(city, "organization/moves", **{"from": "2020-01-01", "to": "2021-12-31"})
    assert pairs(rows, "person", "from_organization", "from_post", "to_organization", "to_post") == {
        ("林知微", SCHOOLS, "副局长", AUDIT, "局长")
    }


def test_search_finds_parts_of_names_with_the_present_post(city: Graph) -> None:
    (row,) = asking(city, "person/search", text="知 微")
    assert (row["person"], row["organization"], row["post"], row["status"]) == ("林知微", AUDIT, "局长", "current")
