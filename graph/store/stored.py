"""Reads stored records in batches, by what the stages of the derivation ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from graph.model import (
    Act,
    Issue,
    Judgement,
    Lineage,
    Notice,
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

READ_BATCH = 1000
"""Keys a statement; the local graph finds 1,000 ids by index in about 30 ms."""


class BlockRows(Struct, kw_only=True):
    """What is stored of some blocks, by id."""

    persons: dict[str, Person] = field(default_factory=dict)
    tenures: dict[str, Tenure] = field(default_factory=dict)
    ranks: dict[str, RankSpell] = field(default_factory=dict)
    concerns: dict[str, str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    issues: dict[str, Issue] = field(default_factory=dict)


class BodyRows(Struct, kw_only=True):
    """What is stored of some organizations, by id."""

    organizations: dict[str, Organization] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    empty_posts: set[str] = field(default_factory=set)
    """Posts that no act is about."""
    tenures: dict[str, Tenure] = field(default_factory=dict)
    """All tenures of everybody who holds one of their posts, elsewhere too."""
    names: dict[str, str] = field(default_factory=dict)
    vacancies: dict[str, Vacancy] = field(default_factory=dict)
    successions: list[Succession] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    issues: dict[str, Issue] = field(default_factory=dict)


def read_in(graph: Graph, cypher: str, keys: Iterable[str], timeout: float = 120.0) -> Iterator[dict[str, Any]]:
    """The rows of a statement with `$keys`, asked in batches."""
    listed = list(keys)
    for i in range(0, len(listed), READ_BATCH):
        yield from graph.read(cypher, timeout=timeout, keys=listed[i : i + READ_BATCH])


def records(graph: Graph, cypher: str, keys: Iterable[str], record: type[R]) -> list[R]:
    """The same as records; the statement returns their properties as `row`."""
    return [msgspec.convert(row["row"], record) for row in read_in(graph, cypher, keys)]


def acts_of_blocks(graph: Graph, blocks: Iterable[str]) -> list[Act]:
    """All acts of the blocks, merged over their sources, without their sentences."""
    return records(graph, "MATCH (a:Act) WHERE a.block IN $keys RETURN properties(a) AS row", blocks, Act)


def notices_by_id(graph: Graph, notice_ids: Iterable[str]) -> dict[str, Notice]:
    """Notices with the bounds that their series leave them."""
    found = records(graph, "MATCH (n:Notice) WHERE n.notice_id IN $keys RETURN properties(n) AS row", notice_ids, Notice)
    return {notice.notice_id: notice for notice in found}


def judgements(graph: Graph) -> list[Judgement]:
    """All judgements that stand."""
    rows = graph.read("MATCH (j:Judgement) WHERE coalesce(j.undone_at, '') = '' RETURN properties(j) AS row")
    return [msgspec.convert(row["row"], Judgement) for row in rows]


def block_rows(graph: Graph, blocks: Sequence[str]) -> BlockRows:
    """What an earlier derivation left of these blocks."""
    persons = records(graph, "MATCH (p:Person) WHERE p.block IN $keys RETURN properties(p) AS row", blocks, Person)
    ids = [person.person_id for person in persons]
    tenures = tenures_of_persons(graph, ids)
    held = "MATCH (p:Person)-[r:RANKED]->() WHERE p.person_id IN $keys RETURN properties(r) AS row"
    ranks = records(graph, held, ids, RankSpell)
    concerns = "MATCH (a:Act)-[:CONCERNS]->(p:Person) WHERE a.block IN $keys RETURN a.act_id AS act_id, p.person_id AS target"
    about = "MATCH (a:Act)-[:ABOUT]->(t:Post) WHERE a.block IN $keys RETURN a.act_id AS act_id, t.post_id AS target"
    return BlockRows(
        persons={person.person_id: person for person in persons},
        tenures={tenure.tenure_id: tenure for tenure in tenures},
        ranks={rank.rank_id: rank for rank in ranks},
        concerns={row["act_id"]: row["target"] for row in read_in(graph, concerns, blocks)},
        about={row["act_id"]: row["target"] for row in read_in(graph, about, blocks)},
        issues=issues_of_scopes(graph, blocks),
    )


def tenures_of_persons(graph: Graph, person_ids: Iterable[str]) -> list[Tenure]:
    """All tenures of these persons, inferred ends included."""
    found = "MATCH (p:Person)-[r:HELD]->() WHERE p.person_id IN $keys RETURN properties(r) AS row"
    return records(graph, found, person_ids, Tenure)


def issues_of_scopes(graph: Graph, scopes: Iterable[str]) -> dict[str, Issue]:
    """The issues that the derivation of these blocks or organizations raised."""
    found = records(graph, "MATCH (i:Issue) WHERE i.scope IN $keys RETURN properties(i) AS row", scopes, Issue)
    return {issue.issue_id: issue for issue in found}


def organizations_by_id(graph: Graph, ids: Iterable[str]) -> dict[str, Organization]:
    found = "MATCH (o:Organization) WHERE o.organization_id IN $keys RETURN properties(o) AS row"
    return {body.organization_id: body for body in records(graph, found, ids, Organization)}


def posts_by_id(graph: Graph, ids: Iterable[str]) -> dict[str, Post]:
    found = "MATCH (t:Post) WHERE t.post_id IN $keys RETURN properties(t) AS row"
    return {post.post_id: post for post in records(graph, found, ids, Post)}


def body_rows(graph: Graph, organization_ids: Sequence[str]) -> BodyRows:
    """Everything that the derivation of these organizations reads, and what an earlier one left."""
    rows = BodyRows(organizations=organizations_by_id(graph, organization_ids))
    posts = "MATCH (t:Post) WHERE t.organization_id IN $keys RETURN properties(t) AS row, EXISTS { (t)<-[:ABOUT]-() } AS used"
    for row in read_in(graph, posts, organization_ids):
        post = msgspec.convert(row["row"], Post)
        rows.posts[post.post_id] = post
        if not row["used"]:
            rows.empty_posts.add(post.post_id)
    holders = "MATCH (t:Post)<-[:HELD]-(p:Person) WHERE t.post_id IN $keys RETURN DISTINCT p.person_id AS person_id, p.name AS name"
    rows.names = {row["person_id"]: row["name"] for row in read_in(graph, holders, rows.posts)}
    rows.tenures = {tenure.tenure_id: tenure for tenure in tenures_of_persons(graph, rows.names)}
    vacant = "MATCH (v:Vacancy) WHERE v.post_id IN $keys RETURN properties(v) AS row"
    rows.vacancies = {v.vacancy_id: v for v in records(graph, vacant, rows.posts, Vacancy)}
    followed = "MATCH (p)-[r:FOLLOWED]->(q) WHERE r.post_id IN $keys RETURN properties(r) AS row"
    rows.successions = records(graph, followed, rows.posts, Succession)
    lineage = "MATCH (o:Organization)-[r:SUCCEEDED_BY]->() WHERE o.organization_id IN $keys RETURN properties(r) AS row"
    rows.lineages = records(graph, lineage, organization_ids, Lineage)
    rows.issues = issues_of_scopes(graph, organization_ids)
    return rows


def vacancies_of_tenures(graph: Graph, tenure_ids: Iterable[str]) -> list[Vacancy]:
    """Vacancies that these tenures opened or filled."""
    ids = list(tenure_ids)
    left = records(graph, "MATCH (v:Vacancy) WHERE v.left_tenure_id IN $keys RETURN properties(v) AS row", ids, Vacancy)
    filled = records(graph, "MATCH (v:Vacancy) WHERE v.filled_tenure_id IN $keys RETURN properties(v) AS row", ids, Vacancy)
    return list({vacancy.vacancy_id: vacancy for vacancy in (*left, *filled)}.values())


def links_of_persons(graph: Graph, person_ids: Iterable[str]) -> list[VacancyLink]:
    """Links of chains that these persons' moves made."""
    found = "MATCH (v)-[r:LED_TO]->(w) WHERE r.person_id IN $keys RETURN properties(r) AS row"
    return records(graph, found, person_ids, VacancyLink)


def existing_blocks(graph: Graph, blocks: Iterable[str]) -> set[str]:
    """Those of the blocks that have acts."""
    found = "MATCH (a:Act) WHERE a.block IN $keys RETURN DISTINCT a.block AS block"
    return {row["block"] for row in read_in(graph, found, blocks)}


def occupied_organizations(graph: Graph, ids: Iterable[str]) -> set[str]:
    """Those that have posts."""
    found = "MATCH (t:Post) WHERE t.organization_id IN $keys RETURN DISTINCT t.organization_id AS organization_id"
    return {row["organization_id"] for row in read_in(graph, found, ids)}


def unused_organizations(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Those that have no post, no rank and no notice."""
    found = (
        "MATCH (o:Organization) WHERE o.organization_id IN $keys "
        "AND NOT EXISTS { (o)<-[:IN_ORG]-() } AND NOT EXISTS { (o)<-[:RANKED]-() } "
        "AND NOT EXISTS { (o)<-[:ISSUED_BY]-() } "
        "RETURN o.organization_id AS organization_id"
    )
    return [row["organization_id"] for row in read_in(graph, found, ids)]


def by_key(mapping: Mapping[str, R], keys: Iterable[str]) -> dict[str, R]:
    """The part of a mapping that has these keys."""
    return {key: mapping[key] for key in keys if key in mapping}
