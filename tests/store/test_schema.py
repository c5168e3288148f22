"""The schema is declared once: every statement and text is rendered from it."""

from __future__ import annotations

import re

from graph import model
from graph.store.schema import EDGES, LABELS, rules, schema_text, statements
from graph.store.upserts import edge_upsert, node_upsert


def test_every_label_has_a_unique_key() -> None:
    for label in LABELS:
        assert f"FOR (x:{label.name}) REQUIRE x.{label.key} IS UNIQUE" in " ".join(statements())


def test_tenures_and_ranks_are_unique() -> None:
    assert "CREATE CONSTRAINT held_tenure_id IF NOT EXISTS FOR ()-[x:HELD]-() REQUIRE x.tenure_id IS UNIQUE" in statements()
    assert "CREATE CONSTRAINT ranked_rank_id IF NOT EXISTS FOR ()-[x:RANKED]-() REQUIRE x.rank_id IS UNIQUE" in statements()


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))


def test_only_what_both_servers_support_is_asked_for() -> None:
    form = r"CREATE (CONSTRAINT \w+ IF NOT EXISTS FOR \S+ REQUIRE x\.\w+ IS UNIQUE|INDEX \w+ IF NOT EXISTS FOR \S+ ON \(x\.\w+\))"
    assert all(re.fullmatch(form, statement) for statement in statements())


def test_rules_name_declared_properties() -> None:
    declared = {label.name: {p.name for p in label.properties} for label in LABELS}
    declared |= {edge.type: {p.name for p in edge.properties} for edge in EDGES}
    assert [rule for rule in rules() if rule.field not in declared[rule.on]] == []


def test_edges_join_declared_labels() -> None:
    assert {end for edge in EDGES for end in (edge.start, edge.end)} <= {label.name for label in LABELS}


def test_held_carries_the_fields_of_a_tenure() -> None:
    (held,) = [edge for edge in EDGES if edge.type == "HELD"]
    assert tuple(p.name for p in held.properties) == model.Tenure.__struct_fields__


def test_text_for_people_names_every_label_type_and_property_with_its_type() -> None:
    text = schema_text()
    assert "(:Person)-[:HELD]->(:Post)" in text
    assert "  * tenure_id: STRING" in text
    assert "  + start_date: DATE" in text
    assert "    act_ids: LIST OF STRING" in text
    for label in LABELS:
        assert f"(:{label.name})" in text


def test_upserts_are_rendered_from_the_schema() -> None:
    assert node_upsert("Post") == "UNWIND $rows AS row MERGE (n:Post {post_id: row.post_id}) SET n = row"
    assert edge_upsert("CONCERNS") == (
        "UNWIND $rows AS row MATCH (a:Act {act_id: row.a}) MATCH (b:Person {person_id: row.b}) MERGE (a)-[r:CONCERNS]->(b)"
    )
    assert "MERGE (a)-[r:HELD {tenure_id: row.p.tenure_id}]->(b) SET r = row.p" in edge_upsert("HELD")
