"""What loading, unloading and rebuilding leave in the store, on each server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from graph.answer.rows import answer
from graph.errors import InputError, RecordError
from graph.model import Reading
from graph.store.checks import status
from graph.store.client import Graph
from graph.store.load import load_readings, reading_of_graph, rebuild, unload_paths
from tests.store.papers import (
    at,
    count,
    derived_from,
    differences,
    facts_of,
    facts_of_graph,
    joined,
    paper,
    with_issue,
)

SCHOOLS, MONEY = "青田市教育局", "青田市财政局"

FIRST = paper(("appoint", "王伟", SCHOOLS, "局长"), ("appoint", "李静", MONEY, "副局长", "女"), path="1.txt")
SECOND = paper(
    ("appoint", "赵强", SCHOOLS, "局长"),
    ("dismiss", "王伟", SCHOOLS, "局长"),
    ("appoint", "王伟", MONEY, "局长"),
    ("appoint", "孙丽", MONEY, "三级调研员"),
    number=2,
    day="2021-03-01",
    path="2.txt",
)
THIRD = paper(("dismiss", "赵强", SCHOOLS, "局长"), number=3, day="2021-09-01", path="3.txt")
ALL = (FIRST, SECOND, THIRD)


def test_what_is_stored_is_what_the_derivation_says_of_all_acts(graph: Graph) -> None:
    report = load_readings(graph, ALL)
    assert (report.sources_new, report.notices, report.acts_added) == (3, 3, 7)
    assert differences(reading_of_graph(graph), derived_from(ALL)) == {}
    assert facts_of_graph(graph) == facts_of(ALL)
    assert status(graph).sound


def test_loading_twice_changes_nothing_and_says_so(graph: Graph) -> None:
    load_readings(graph, ALL)
    loads = count(graph, "Load")
    report = load_readings(graph, ALL)
    assert report.changed_nothing
    assert (report.sources_unchanged, report.acts_added, report.derived) == (3, 0, {})
    assert count(graph, "Load") == loads
    assert differences(reading_of_graph(graph), derived_from(ALL)) == {}


def test_portions_and_order_make_no_difference(graph: Graph) -> None:
    for reading in (THIRD, FIRST, SECOND):
        load_readings(graph, [reading])
    assert differences(reading_of_graph(graph), derived_from(ALL)) == {}


def test_load_larger_than_what_is_kept_in_memory_gives_the_same(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.load.GROUP_ACTS", 1)
    monkeypatch.setattr("graph.store.stage_blocks.BLOCKS", 1)
    for limit in (2, 9, 12):
        monkeypatch.setattr("graph.store.known.LIMIT", limit)
        load_readings(graph, ALL)
        assert differences(reading_of_graph(graph), derived_from(ALL)) == {}
        rebuild(graph)
        assert differences(reading_of_graph(graph), derived_from(ALL)) == {}
        unload_paths(graph, ["1.txt", "2.txt", "3.txt"])


def test_changed_file_replaces_what_its_path_said_and_nothing_else(graph: Graph) -> None:
    load_readings(graph, ALL)
    corrected = paper(("appoint", "赵强", SCHOOLS, "副局长"), number=2, day="2021-03-01", path="2.txt")
    report = load_readings(graph, [corrected])
    assert (report.sources_changed, report.sources_new, report.sources_removed, report.acts_removed) == (1, 0, 0, 4)
    assert differences(reading_of_graph(graph), derived_from((FIRST, corrected, THIRD))) == {}
    assert facts_of_graph(graph) == facts_of((FIRST, corrected, THIRD))


def test_bytes_read_differently_than_before_are_written_again(graph: Graph) -> None:
    load_readings(graph, [with_issue(FIRST), SECOND])
    understood = replace(FIRST, acts=FIRST.acts[:1])
    report = load_readings(graph, [understood])
    assert (report.sources_changed, report.acts_removed) == (1, 1)
    assert count(graph, "Source") == 2
    assert differences(reading_of_graph(graph), derived_from((understood, SECOND))) == {}
    assert facts_of_graph(graph) == facts_of((understood, SECOND))


def test_file_that_cannot_be_read_any_more_leaves_what_was_read_before(graph: Graph) -> None:
    load_readings(graph, [FIRST])
    torn = with_issue(replace(at(SECOND, "1.txt"), notices=(), acts=()))
    unreadable = replace(torn, source=replace(torn.source, kind="unreadable"))
    assert load_readings(graph, [unreadable]).changed_nothing
    assert facts_of_graph(graph) == facts_of([FIRST])
    assert load_readings(graph, [at(unreadable, "new.txt")]).sources_new == 1
    assert load_readings(graph, [at(THIRD, "new.txt")]).sources_changed == 1
    assert facts_of_graph(graph) == facts_of([FIRST, THIRD])


def test_same_bytes_at_two_paths_are_one_source_that_leaves_with_the_last_path(graph: Graph) -> None:
    load_readings(graph, [FIRST, at(FIRST, "copy/1.txt")])
    assert graph.read("MATCH (s:Source) RETURN s.path AS path, s.paths AS paths") == [
        {"path": "1.txt", "paths": ["1.txt", "copy/1.txt"]}
    ]
    assert load_readings(graph, [at(FIRST, "copy/1.txt")]).changed_nothing
    unload_paths(graph, ["1.txt"])
    assert graph.read("MATCH (s:Source) RETURN s.path AS path") == [{"path": "copy/1.txt"}]
    assert differences(reading_of_graph(graph), derived_from([FIRST])) == {}
    unload_paths(graph, ["copy/1.txt"])
    assert count(graph, "Source") == 0


def test_second_path_of_a_source_is_found_when_its_file_changes(graph: Graph) -> None:
    load_readings(graph, [FIRST, at(FIRST, "copy.txt")])
    load_readings(graph, [at(SECOND, "copy.txt")])
    assert {row["path"]: row["paths"] for row in graph.read("MATCH (s:Source) RETURN s.path AS path, s.paths AS paths")} == {
        "1.txt": ["1.txt"],
        "copy.txt": ["copy.txt"],
    }


def test_notice_in_two_files_is_one_notice_and_its_acts_have_two_sentences(graph: Graph) -> None:
    gazette = joined(FIRST, THIRD, path="gazette.txt")
    load_readings(graph, [FIRST, gazette])
    assert count(graph, "Notice") == 2
    printed = graph.read(
        "MATCH (a:Act)-[r:PRINTED_IN]->(n:Notice) WHERE n.doc_number = $number RETURN count(r) AS found", number="青政任〔2020〕1号"
    )
    assert printed == [{"found": 4}]
    unload_paths(graph, ["1.txt"])
    assert facts_of_graph(graph) == facts_of([gazette])
    assert differences(reading_of_graph(graph), derived_from([gazette])) == {}


def differing(graph: Graph) -> list[tuple[str, str]]:
    """Path and reason of every notice printed differently, as the query of issues tells them."""
    rows = answer(graph, "notice/issues").rows
    return [(str(row["source"]), str(row["reason"])) for row in rows if row["kind"] == "prints_differ"]


PAGE = at(FIRST, "page.html")
REPRINT = paper(("appoint", "王伟", SCHOOLS, "局长"), ("appoint", "李静", MONEY, "副局长"), path="gazette.txt", text="公报")
OTHER_PRINT = paper(("appoint", "王伟", SCHOOLS, "局长"), day="2020-01-13", path="gazette.txt")


@pytest.mark.parametrize("order", [(PAGE, OTHER_PRINT), (OTHER_PRINT, PAGE)])
def test_two_prints_of_a_notice_that_differ_are_an_issue_that_names_both(graph: Graph, order: tuple[Reading, ...]) -> None:
    for reading in order:
        assert differing(graph) == []
        load_readings(graph, [reading])
    ((path, reason),) = differing(graph)
    first, other = (one.source.path for one in sorted(order, key=lambda one: one.source.source_id))
    assert path == first
    assert reason.startswith(f"{first} and {other} print it differently: ")
    for day in ("2020-01-10", "2020-01-13"):
        assert day in reason
    assert reason.endswith(f"only page.html has appoint 李静 {MONEY}副局长")
    assert differences(reading_of_graph(graph), derived_from(order)) == {}
    rebuild(graph)
    assert differing(graph) == [(path, reason)]


@pytest.mark.parametrize("gone", ["page.html", "gazette.txt"])
def test_issue_of_differing_prints_leaves_with_either(graph: Graph, gone: str) -> None:
    load_readings(graph, [PAGE, OTHER_PRINT])
    unload_paths(graph, [gone])
    assert differing(graph) == []
    assert status(graph).sound


def test_issue_of_differing_prints_leaves_when_one_is_replaced_by_an_equal_one(graph: Graph) -> None:
    load_readings(graph, [PAGE, OTHER_PRINT])
    load_readings(graph, [REPRINT])
    assert differing(graph) == []
    load_readings(graph, [OTHER_PRINT])
    assert len(differing(graph)) == 1


def test_issue_of_differing_prints_tells_where_they_are_now(graph: Graph) -> None:
    load_readings(graph, [PAGE, OTHER_PRINT])
    load_readings(graph, [at(PAGE, "moved.html"), at(OTHER_PRINT, "2020/gazette.txt")])
    unload_paths(graph, ["page.html", "gazette.txt"])
    ((_, reason),) = differing(graph)
    assert "moved.html" in reason
    assert "2020/gazette.txt" in reason
    assert "page.html" not in reason
    assert differences(reading_of_graph(graph), derived_from([at(PAGE, "moved.html"), at(OTHER_PRINT, "2020/gazette.txt")])) == {}


def test_printed_day_of_one_source_dates_the_notice_of_another(graph: Graph) -> None:
    rows = (("appoint", "王伟", SCHOOLS, "局长"),)
    undated, dated = paper(*rows, day="", path="undated.txt"), paper(*rows, day="2020-05-04", path="dated.txt")
    for order in ((undated, dated), (dated, undated)):
        for reading in order:
            load_readings(graph, [reading])
        (tenure,) = reading_of_graph(graph).tenures
        assert tenure.start_date == date(2020, 5, 4)
        unload_paths(graph, ["dated.txt"])
        (tenure,) = reading_of_graph(graph).tenures
        assert tenure.start_date is None
        unload_paths(graph, ["undated.txt"])


def test_undated_notice_is_bounded_by_neighbours_that_come_and_go(graph: Graph) -> None:
    middle = paper(("appoint", "王伟", SCHOOLS, "局长"), number=7, day="", path="7.txt")
    before = paper(("appoint", "李静", MONEY, "局长"), number=6, day="2020-10-31", path="6.txt")
    after = paper(("appoint", "赵强", MONEY, "副局长"), number=8, day="2020-11-27", path="8.txt")
    load_readings(graph, [middle])
    load_readings(graph, [before])
    load_readings(graph, [after])
    bounds = "MATCH (n:Notice) WHERE n.number = 7 RETURN n.not_before AS low, n.not_after AS high"
    assert graph.read(bounds) == [{"low": date(2020, 10, 31), "high": date(2020, 11, 27)}]
    assert differences(reading_of_graph(graph), derived_from([middle, before, after])) == {}
    unload_paths(graph, ["8.txt"])
    assert graph.read(bounds) == [{"low": date(2020, 10, 31), "high": None}]
    assert differences(reading_of_graph(graph), derived_from([middle, before])) == {}


def test_unloading_everything_leaves_no_facts_and_no_derived_rows(graph: Graph) -> None:
    load_readings(graph, [with_issue(FIRST), SECOND, THIRD])
    report = unload_paths(graph, ["1.txt", "2.txt", "3.txt"])
    assert (report.sources_removed, report.acts_removed) == (3, 7)
    left = {row["label"] for row in graph.read("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")}
    assert left <= {"Load", "Lock"}


def test_folder_is_unloaded_with_all_its_files(graph: Graph) -> None:
    load_readings(graph, [at(FIRST, "papers/2020/1.txt"), at(SECOND, "papers/2021/2.txt"), at(THIRD, "papers2/3.txt")])
    assert unload_paths(graph, ["papers/"]).sources_removed == 2
    assert differences(reading_of_graph(graph), derived_from([THIRD])) == {}


def test_unloading_an_unknown_path_is_refused_and_changes_nothing(graph: Graph) -> None:
    load_readings(graph, [FIRST])
    with pytest.raises(InputError, match=r"other\.txt"):
        unload_paths(graph, ["1.txt", "other.txt"])
    assert differences(reading_of_graph(graph), derived_from([FIRST])) == {}


def test_rebuild_gives_the_same_graph(graph: Graph) -> None:
    load_readings(graph, ALL)
    before = reading_of_graph(graph)
    graph.write("MATCH (p:Person)-[r:HELD]->() SET r.end_date = date('1999-01-01')")
    graph.write("MERGE (v:Vacancy {vacancy_id: 'v-stray'}) SET v.kind = 'filled'")
    rebuild(graph)
    assert reading_of_graph(graph) == before
    assert status(graph).sound


def test_act_of_a_notice_that_was_not_read_is_refused_before_anything_is_written(graph: Graph) -> None:
    with pytest.raises(RecordError):
        load_readings(graph, [replace(FIRST, notices=())])
    assert count(graph, "Source") == 0


def test_bad_file_among_others_leaves_the_ones_before_it_whole(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.load.GROUP_ACTS", 1)

    def readings() -> Iterator[Reading]:
        yield FIRST
        raise InputError("gone.txt cannot be read.")

    with pytest.raises(InputError):
        load_readings(graph, readings())
    assert differences(reading_of_graph(graph), derived_from([FIRST])) == {}
    assert status(graph).sound


def test_unit_is_part_of_its_body_whichever_is_loaded_first(graph: Graph) -> None:
    office = paper(("appoint", "周平", f"{SCHOOLS}驻北京办事处", "主任"), number=5, path="5.txt")
    part = "MATCH (o:Organization)-[:PART_OF]->(p:Organization) RETURN o.name AS unit, p.name AS body"
    for order in ((office, FIRST), (FIRST, office)):
        for reading in order:
            load_readings(graph, [reading])
        assert graph.read(part) == [{"unit": f"{SCHOOLS}驻北京办事处", "body": SCHOOLS}]
        unload_paths(graph, ["1.txt"])
        assert graph.read(part) == []
        unload_paths(graph, ["5.txt"])


def test_issuer_is_an_organization_without_posts_until_somebody_sits_there(graph: Graph) -> None:
    load_readings(graph, [FIRST])
    issued = "MATCH (:Notice)-[:ISSUED_BY]->(o:Organization) RETURN DISTINCT o.name AS name"
    assert graph.read(issued) == [{"name": "青田市人民政府"}]
    mayor = paper(("appoint", "周平", "青田市人民政府", "市长"), number=9, day="2022-01-01", path="9.txt")
    load_readings(graph, [mayor])
    assert differences(reading_of_graph(graph), derived_from([FIRST, mayor])) == {}
    unload_paths(graph, ["9.txt"])
    assert graph.read(issued) == [{"name": "青田市人民政府"}]
    assert differences(reading_of_graph(graph), derived_from([FIRST])) == {}
