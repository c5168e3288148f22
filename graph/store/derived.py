"""Derived rows written by difference: only what is new or other is sent, and what is no more is removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct, field

from graph.model import Issue, Lineage, Organization, Person, Post, RankSpell, Succession, Tenure, Vacancy, VacancyLink
from graph.store.client import Transaction
from graph.store.upserts import (
    EdgeRow,
    edge_delete,
    edge_delete_between,
    edge_delete_from,
    edge_row,
    edge_upsert,
    node_delete,
    node_row,
    node_upsert,
    send,
)

R = TypeVar("R", bound=Struct)


class Difference(Struct, kw_only=True):
    """Rows to write and to remove, by label or type."""

    nodes: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[str, list[EdgeRow]] = field(default_factory=lambda: defaultdict(list))
    lost_nodes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lost_edges: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By their unique property."""
    lost_between: dict[str, list[EdgeRow]] = field(default_factory=lambda: defaultdict(list))
    lost_from: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """All edges of a type that start at these nodes."""

    def write(self, tx: Transaction) -> None:
        """Removes first, so that nothing unique is there twice; then nodes, then the edges between them."""
        for type_, keys in self.lost_edges.items():
            send(tx, edge_delete(type_), keys)
        for type_, rows in self.lost_between.items():
            send(tx, edge_delete_between(type_), rows)
        for type_, keys in self.lost_from.items():
            send(tx, edge_delete_from(type_), keys)
        for label, keys in self.lost_nodes.items():
            send(tx, node_delete(label), keys)
        for label, nodes in self.nodes.items():
            send(tx, node_upsert(label), nodes)
        for type_, rows in self.edges.items():
            send(tx, edge_upsert(type_), rows)
        join_parents(tx, [body["organization_id"] for body in self.nodes["Organization"]])

    def persons(self, before: Mapping[str, Person], now: Iterable[Person]) -> set[str]:
        return self._nodes("Person", before, {person.person_id: person for person in now})

    def organizations(self, before: Mapping[str, Organization], now: Iterable[Organization]) -> None:
        """Writes the bodies that are new or other; one that is no more is removed by the stage that sees all its posts."""
        for body in now:
            if before.get(body.organization_id) != body:
                self.nodes["Organization"].append(node_row(body))

    def posts(self, before: Mapping[str, Post], now: Iterable[Post]) -> None:
        """Writes the posts that are new or other."""
        for post in now:
            if before.get(post.post_id) != post:
                self.nodes["Post"].append(node_row(post))
                self.edges["IN_ORG"].append(edge_row(post.post_id, post.organization_id))

    def tenures(self, before: Mapping[str, Tenure], now: Iterable[Tenure]) -> set[str]:
        return self._edges("HELD", before, {t.tenure_id: t for t in now}, lambda t: edge_row(t.person_id, t.post_id, t))

    def ranks(self, before: Mapping[str, RankSpell], now: Iterable[RankSpell]) -> set[str]:
        return self._edges("RANKED", before, {r.rank_id: r for r in now}, lambda r: edge_row(r.person_id, r.organization_id, r))

    def acts(self, type_: str, before: Mapping[str, str], now: Mapping[str, str]) -> None:
        """CONCERNS or ABOUT: of every act to the one node that it leads to."""
        for act_id, target in now.items():
            old = before.get(act_id)
            if old != target:
                self.edges[type_].append(edge_row(act_id, target))
                if old is not None:
                    self.lost_from[type_].append(act_id)
        self.lost_from[type_] += before.keys() - now.keys()

    def vacancies(self, before: Mapping[str, Vacancy], now: Iterable[Vacancy]) -> set[str]:
        by_id = {vacancy.vacancy_id: vacancy for vacancy in now}
        self.edges["OF"] += [edge_row(v.vacancy_id, v.post_id) for v in by_id.values() if v.vacancy_id not in before]
        return self._nodes("Vacancy", before, by_id)

    def issues(self, before: Mapping[str, Issue], now: Iterable[Issue]) -> set[str]:
        by_id = {issue.issue_id: issue for issue in now}
        placed = [issue for issue in by_id.values() if issue.source_id and issue.issue_id not in before]
        self.edges["RAISED_IN"] += [edge_row(issue.issue_id, issue.source_id) for issue in placed]
        return self._nodes("Issue", before, by_id)

    def successions(self, before: Iterable[Succession], now: Iterable[Succession]) -> None:
        self._keyed("FOLLOWED", before, now, lambda s: edge_row(s.person_id, s.predecessor_id, s))

    def lineages(self, before: Iterable[Lineage], now: Iterable[Lineage]) -> None:
        self._keyed("SUCCEEDED_BY", before, now, lambda s: edge_row(s.predecessor_id, s.successor_id, s))

    def links(self, before: Iterable[VacancyLink], now: Iterable[VacancyLink]) -> None:
        self._keyed("LED_TO", before, now, lambda s: edge_row(s.vacancy_id, s.next_vacancy_id, s))

    def _nodes(self, label: str, before: Mapping[str, R], now: Mapping[str, R]) -> set[str]:
        """Returns the ids of nodes that are new, other or gone."""
        other = [record_id for record_id, record in now.items() if before.get(record_id) != record]
        gone = before.keys() - now.keys()
        self.nodes[label] += [node_row(now[record_id]) for record_id in other]
        self.lost_nodes[label] += gone
        return gone | set(other)

    def _edges(self, type_: str, before: Mapping[str, R], now: Mapping[str, R], row: Callable[[R], EdgeRow]) -> set[str]:
        """Edges with a unique property; one whose ends change is removed and made again."""
        other = {record_id: record for record_id, record in now.items() if before.get(record_id) != record}
        gone = before.keys() - now.keys()
        rows = {record_id: row(record) for record_id, record in other.items()}
        self.edges[type_] += rows.values()
        self.lost_edges[type_] += gone
        for record_id, new in rows.items():
            if record_id in before:
                old = row(before[record_id])
                if (old["a"], old["b"]) != (new["a"], new["b"]):
                    self.lost_edges[type_].append(record_id)
        return gone | other.keys()

    def _keyed(self, type_: str, before: Iterable[R], now: Iterable[R], row: Callable[[R], EdgeRow]) -> None:
        """Edges that are told apart by their ends and some properties."""
        was, is_ = set(before), set(now)
        gained = [row(record) for record in is_ - was]
        kept = {_ends(edge) for edge in gained}
        self.edges[type_] += gained
        self.lost_between[type_] += [edge for edge in map(row, was - is_) if _ends(edge) not in kept]


def join_parents(tx: Transaction, organization_ids: list[str]) -> None:
    """PART_OF from and to these organizations, where both ends are there."""
    for end in ("organization_id", "parent_id"):
        statement = (
            f"MATCH (c:Organization) WHERE c.{end} IN $rows AND c.parent_id <> '' "
            "MATCH (o:Organization {organization_id: c.parent_id}) MERGE (c)-[:PART_OF]->(o)"
        )
        send(tx, statement, organization_ids)


def _ends(edge: EdgeRow) -> tuple[str, ...]:
    said = edge["p"]
    names = ("tenure_id", "predecessor_tenure_id", "kind", "person_id")
    return (edge["a"], edge["b"], *(said.get(name, "") for name in names))
