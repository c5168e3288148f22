"""The whole derived reading as a store holds it, for comparison with `derive_all` over the same acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from graph.derive.readings import WholeReading
from graph.model import (
    Issue,
    Lineage,
    Organization,
    Person,
    Post,
    RankSpell,
    Succession,
    Tenure,
    Vacancy,
    VacancyLink,
)
from graph.store.client import Graph

R = TypeVar("R", bound=Struct)

_TIMEOUT = 600.0


def reading_of_graph(graph: Graph) -> WholeReading:
    """All derived rows, sorted as `derive_all` sorts them; of organizations those that hold posts or ranks.

    Reads everything into memory: for tests and checks, not for pages.
    """
    return WholeReading(
        persons=_records(graph, "MATCH (n:Person) RETURN properties(n) AS row", Person, lambda n: n.person_id),
        organizations=_records(
            graph,
            "MATCH (n:Organization) WHERE EXISTS { (n)<-[:IN_ORG]-() } OR EXISTS { (n)<-[:RANKED]-() } RETURN properties(n) AS row",
            Organization,
            lambda n: n.organization_id,
        ),
        posts=_records(graph, "MATCH (n:Post) RETURN properties(n) AS row", Post, lambda n: n.post_id),
        tenures=_records(graph, "MATCH (:Person)-[r:HELD]->(:Post) RETURN properties(r) AS row", Tenure, lambda r: r.tenure_id),
        ranks=_records(
            graph, "MATCH (:Person)-[r:RANKED]->(:Organization) RETURN properties(r) AS row", RankSpell, lambda r: r.rank_id
        ),
        vacancies=_records(graph, "MATCH (n:Vacancy)-[:OF]->(:Post) RETURN properties(n) AS row", Vacancy, lambda n: n.vacancy_id),
        links=_records(
            graph,
            "MATCH (:Vacancy)-[r:LED_TO]->(:Vacancy) RETURN properties(r) AS row",
            VacancyLink,
            lambda r: (r.vacancy_id, r.next_vacancy_id),
        ),
        successions=_records(
            graph,
            "MATCH (:Person)-[r:FOLLOWED]->(:Person) RETURN properties(r) AS row",
            Succession,
            lambda r: (r.post_id, r.tenure_id, r.predecessor_tenure_id),
        ),
        lineages=_records(
            graph,
            "MATCH (:Organization)-[r:SUCCEEDED_BY]->(:Organization) RETURN properties(r) AS row",
            Lineage,
            lambda r: (r.predecessor_id, r.successor_id),
        ),
        concerns=_pairs(graph, "MATCH (a:Act)-[:CONCERNS]->(p:Person) RETURN a.act_id AS act_id, p.person_id AS target"),
        about=_pairs(graph, "MATCH (a:Act)-[:ABOUT]->(t:Post) RETURN a.act_id AS act_id, t.post_id AS target"),
        issues=_records(graph, "MATCH (n:Issue) WHERE n.scope <> '' RETURN properties(n) AS row", Issue, lambda n: n.issue_id),
    )


def _records(graph: Graph, cypher: str, record: type[R], key: Callable[[R], Any]) -> tuple[R, ...]:
    return tuple(sorted((msgspec.convert(row["row"], record) for row in graph.read(cypher, timeout=_TIMEOUT)), key=key))


def _pairs(graph: Graph, cypher: str) -> dict[str, str]:
    return dict(sorted((row["act_id"], row["target"]) for row in graph.read(cypher, timeout=_TIMEOUT)))
