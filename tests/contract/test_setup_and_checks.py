"""Schemas are made and checked; what must not be in a store is found, on each server."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.settings import Settings
from graph.store.checks import status
from graph.store.client import Graph, connect
from graph.store.load import load_readings
from graph.store.schema import LABELS
from graph.store.setup import check_layout, ensure_schema, missing_rules
from tests.store.papers import paper

PAPER = paper(("appoint", "王伟", "青田市教育局", "局长"), ("dismiss", "李静", "青田市教育局", "局长"))


def test_all_rules_are_there_and_making_them_again_does_nothing(graph: Graph) -> None:
    assert missing_rules(graph) == []
    ensure_schema(graph)
    check_layout(graph)


def test_every_stored_property_is_declared(graph: Graph) -> None:
    load_readings(graph, [PAPER])
    for label in LABELS:
        rows = graph.read(f"MATCH (n:{label.name}) UNWIND keys(n) AS key RETURN DISTINCT key")
        assert {row["key"] for row in rows} <= {p.name for p in label.properties}, label.name


def test_rule_that_is_missing_from_a_filled_store_is_found_and_made_again_by_the_next_load(graph: Graph) -> None:
    load_readings(graph, [PAPER])
    graph.change_schema("DROP CONSTRAINT person_person_id")
    try:
        assert [(finding.kind, finding.example) for finding in status(graph).findings] == [("schema", "person_person_id")]
        load_readings(graph, [PAPER])
        assert status(graph).sound
    finally:
        ensure_schema(graph)


def test_rule_that_the_store_has_for_something_else_is_told(graph: Graph) -> None:
    graph.change_schema("DROP INDEX act_person")
    graph.change_schema("CREATE INDEX act_person FOR (x:Person) ON (x.gender)")
    try:
        with pytest.raises(StoreError, match="act_person"):
            ensure_schema(graph)
    finally:
        graph.change_schema("DROP INDEX act_person")
        ensure_schema(graph)


def test_newer_layout_is_refused_at_the_start(graph: Graph, server: Settings) -> None:
    graph.write("MERGE (l:Load {load_id: 'l1'}) SET l.version = 99, l.state = 'done'")
    with pytest.raises(StoreError, match="layout 99"):
        connect(server)
    with pytest.raises(StoreError, match="layout 99"):
        load_readings(graph, [PAPER])


def test_sound_store_has_counts_and_no_findings(graph: Graph) -> None:
    load_readings(graph, [PAPER])
    found = status(graph)
    assert found.sound
    assert (found.counts["Act"], found.counts["Person"], found.counts["HELD"], found.counts["Post"]) == (2, 2, 2, 1)


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("MATCH (p:Person {name: '王伟'})-[r:HELD]->() DELETE r", "act_on_no_tenure"),
        ("MATCH ()-[r:HELD]->() SET r.act_ids = []", "tenure_without_act"),
        ("MATCH (p:Person {name: '李静'})-[r:HELD]->() SET r.end_not_before = date('2021-01-01')", "tenure_bounds"),
        ("MATCH (:Act)-[r:PRINTED_IN]->() DELETE r", "act_without_sentence"),
        ("MATCH (n:Notice) SET n.not_after = date('1999-01-01')", "notice_bounds"),
        ("MERGE (p:Person {person_id: 'p1'})", "person_without_act"),
        ("MERGE (p:Pending {pending_id: 'x'}) SET p.kind = 'block', p.keys = []", "pending"),
    ],
)
def test_contradiction_that_no_issue_names_is_found(graph: Graph, damage: str, kind: str) -> None:
    load_readings(graph, [PAPER])
    graph.write(damage)
    assert kind in {finding.kind for finding in status(graph).findings}
