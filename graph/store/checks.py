"""Checks over what is stored: counts, loads left unfinished, and contradictions that no Issue names (design 4 and 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from graph.store import pending
from graph.store.client import Graph
from graph.store.schema import EDGES, LABELS
from graph.store.setup import missing_rules
from graph.store.stored import read_in

_TIMEOUT = 600.0
_NOT_COUNTED = ("Pending", "Lock")


class Finding(Struct, frozen=True, kw_only=True):
    """Something that must not be: what it is, how often, and one example's id."""

    kind: str
    text: str
    count: int
    example: str


class Status(Struct, frozen=True, kw_only=True):
    """What is stored, and what is wrong with it."""

    server: str
    counts: dict[str, int] = field(default_factory=dict)
    """Nodes by label, relationships by type."""
    issues: dict[str, int] = field(default_factory=dict)
    """Open issues by kind: known and named, so no findings."""
    unfinished: tuple[str, ...] = ()
    """Loads that did not come to their end; the next load or rebuild completes them."""
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing contradicts itself and nothing is left half done."""
        return not self.findings and not self.unfinished


_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "notice_bounds",
        "notices whose day lies after itself",
        "MATCH (n:Notice) WHERE n.not_before > n.not_after RETURN n.notice_id AS id",
    ),
    (
        "notice_without_source",
        "notices found in no source",
        "MATCH (n:Notice) WHERE NOT EXISTS { (n)-[:FOUND_IN]->() } RETURN n.notice_id AS id",
    ),
    (
        "act_without_sentence",
        "acts printed in no notice",
        "MATCH (a:Act) WHERE NOT EXISTS { (a)-[:PRINTED_IN]->() } RETURN a.act_id AS id",
    ),
    (
        "act_of_nobody",
        "acts that concern no person",
        "MATCH (a:Act) WHERE NOT EXISTS { (a)-[:CONCERNS]->() } RETURN a.act_id AS id",
    ),
    (
        "person_without_act",
        "persons whom no act concerns",
        "MATCH (p:Person) WHERE NOT EXISTS { (p)<-[:CONCERNS]-() } RETURN p.person_id AS id",
    ),
    (
        "post_without_act",
        "posts that no act is about",
        "MATCH (t:Post) WHERE NOT EXISTS { (t)<-[:ABOUT]-() } RETURN t.post_id AS id",
    ),
    (
        "tenure_without_act",
        "tenures without an act",
        "MATCH (:Person)-[r:HELD]->(:Post) WHERE size(coalesce(r.act_ids, [])) = 0 RETURN r.tenure_id AS id",
    ),
    (
        "vacancy_without_post",
        "vacancies of no post",
        "MATCH (v:Vacancy) WHERE NOT EXISTS { (v)-[:OF]->() } RETURN v.vacancy_id AS id",
    ),
)

_BOUNDS = (
    "MATCH (:Person)-[r:HELD]->(:Post) WHERE r.start_not_before > r.start_not_after OR r.end_not_before > r.end_not_after "
    "OR r.start_not_before > r.end_not_after RETURN r.tenure_id AS id, r.act_ids AS act_ids"
)
_POSTLESS = "MATCH (a:Act) WHERE a.kind = 'post' AND a.post <> '' AND NOT EXISTS { (a)-[:ABOUT]->() } RETURN a.act_id AS id"
_ABOUT = "MATCH (t:Post)<-[:ABOUT]-(a:Act) WHERE t.organization_id IN $keys RETURN a.act_id AS id"
_HELD = "MATCH (t:Post)<-[r:HELD]-(p:Person) WHERE t.organization_id IN $keys RETURN r.act_ids AS act_ids"
_BODIES = 100
"""Organizations a portion: an act and the tenure that it stands on are of one post, so nothing is read twice."""


def status(graph: Graph) -> Status:
    """Counts and findings; reads the acts in portions, so that memory stays bounded."""
    unfinished = tuple(pending.unfinished(graph))
    named = {
        act_id
        for row in graph.read(
            "MATCH (i:Issue) WHERE size(coalesce(i.act_ids, [])) > 0 RETURN i.act_ids AS act_ids", timeout=_TIMEOUT
        )
        for act_id in row["act_ids"]
    }
    findings = [] if unfinished else [finding for finding in _findings(graph, named) if finding.count]
    kinds = graph.read("MATCH (i:Issue) RETURN i.kind AS kind, count(*) AS found ORDER BY kind", timeout=_TIMEOUT)
    return Status(
        server=graph.address.uri,
        counts=_counts(graph),
        issues={row["kind"]: row["found"] for row in kinds},
        unfinished=unfinished,
        findings=tuple(findings),
    )


def _counts(graph: Graph) -> dict[str, int]:
    counts = {}
    for label in LABELS:
        if label.name not in _NOT_COUNTED:
            counts[label.name] = graph.read(f"MATCH (n:{label.name}) RETURN count(n) AS found", timeout=_TIMEOUT)[0]["found"]
    for edge in EDGES:
        pattern = f"(:{edge.start})-[r:{edge.type}]->(:{edge.end})"
        counts[edge.type] = graph.read(f"MATCH {pattern} RETURN count(r) AS found", timeout=_TIMEOUT)[0]["found"]
    return counts


def _findings(graph: Graph, named: set[str]) -> Iterator[Finding]:
    lacking = (rule.name for rule in missing_rules(graph))
    yield _finding("schema", "constraints and indexes that are missing; the next load makes them", lacking)
    for kind, text, cypher in _PATTERNS:
        yield _finding(kind, text, (row["id"] for row in graph.read(cypher, timeout=_TIMEOUT)))
    impossible = (row["id"] for row in graph.read(_BOUNDS, timeout=_TIMEOUT) if not named.intersection(row["act_ids"]))
    yield _finding("tenure_bounds", "tenures that end before they begin, and no issue says so", impossible)
    left = "MATCH (p:Pending) RETURN p.pending_id AS id"
    yield _finding("pending", "work left over from a load that says it is done", (row["id"] for row in graph.read(left)))
    astray, twice = _acts_astray(graph, named)
    yield _finding("act_on_no_tenure", "acts on a post that stand on no tenure and in no issue", astray)
    yield _finding("act_on_two_tenures", "acts that stand on more than one tenure", twice)


def _acts_astray(graph: Graph, named: set[str]) -> tuple[list[str], list[str]]:
    """Acts with a post that are on no HELD edge and in no issue, and those on more than one."""
    astray = [row["id"] for row in graph.read(_POSTLESS, timeout=_TIMEOUT) if row["id"] not in named]
    twice: list[str] = []
    bodies = [row["id"] for row in graph.read("MATCH (o:Organization) RETURN o.organization_id AS id", timeout=_TIMEOUT)]
    for i in range(0, len(bodies), _BODIES):
        portion = bodies[i : i + _BODIES]
        held = Counter(act_id for row in read_in(graph, _HELD, portion) for act_id in row["act_ids"])
        acts = [row["id"] for row in read_in(graph, _ABOUT, portion)]
        astray += [act_id for act_id in acts if not held[act_id] and act_id not in named]
        twice += [act_id for act_id in acts if held[act_id] > 1]
    return astray, twice


def _finding(kind: str, text: str, ids: Iterable[str]) -> Finding:
    listed = sorted(ids)
    return Finding(kind=kind, text=text, count=len(listed), example=listed[0] if listed else "")
