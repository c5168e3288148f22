"""Idempotent statements over batches of rows, rendered from the schema: the only Cypher that writes facts and derived rows.

A node row is all properties of the node. An edge row is `{"a": start id, "b": end id, "p": all properties}`. A statement never
reads what it wrote, and every MERGE of an edge starts at the end that has few of them, which the schema's directions see to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from graph.store.client import Transaction
from graph.store.schema import EDGES, LABELS, Edge, Label

BATCH = 2000
"""Rows a statement; more makes the local graph slower and larger."""

_LABELS = {label.name: label for label in LABELS}
_EDGES = {edge.type: edge for edge in EDGES}

EdgeRow = dict[str, Any]


@cache
def node_upsert(label: str) -> str:
    """Creates the nodes or replaces all their properties."""
    key = _label(label).key
    return f"UNWIND $rows AS row MERGE (n:{label} {{{key}: row.{key}}}) SET n = row"


@cache
def edge_upsert(type_: str) -> str:
    """Creates the edges between nodes that are there or replaces all their properties."""
    edge = _edge(type_)
    start, end = _label(edge.start), _label(edge.end)
    apart = " {" + ", ".join(f"{name}: row.p.{name}" for name in edge.apart) + "}" if edge.apart else ""
    return (
        f"UNWIND $rows AS row MATCH (a:{start.name} {{{start.key}: row.a}}) MATCH (b:{end.name} {{{end.key}: row.b}}) "
        f"MERGE (a)-[r:{type_}{apart}]->(b)" + (" SET r = row.p" if edge.properties else "")
    )


@cache
def node_delete(label: str) -> str:
    """Deletes nodes by their key, with their edges."""
    return f"MATCH (n:{label}) WHERE n.{_label(label).key} IN $rows DETACH DELETE n"


@cache
def edge_delete(type_: str) -> str:
    """Deletes edges by their unique property; unlabelled ends, so that the local graph uses its index."""
    return f"MATCH (a)-[r:{type_}]->(b) WHERE r.{_edge(type_).key} IN $rows DELETE r"


@cache
def edge_delete_from(type_: str) -> str:
    """Deletes all edges of the type that start at the nodes."""
    start = _label(_edge(type_).start)
    return f"MATCH (a:{start.name})-[r:{type_}]->() WHERE a.{start.key} IN $rows DELETE r"


@cache
def edge_delete_between(type_: str) -> str:
    """Deletes single edges, by their ends and what tells them apart."""
    edge = _edge(type_)
    start, end = _label(edge.start), _label(edge.end)
    where = "".join(f" AND r.{name} = row.p.{name}" for name in edge.apart)
    return (
        f"UNWIND $rows AS row MATCH (a:{start.name} {{{start.key}: row.a}})-[r:{type_}]->(b) "
        f"WHERE b.{end.key} = row.b{where} DELETE r"
    )


def node_row(record: Struct, **more: object) -> dict[str, Any]:
    """The properties of a record; what is unknown is left out."""
    row = {name: value for name, value in msgspec.structs.asdict(record).items() if value is not None}
    row.update((name, value) for name, value in more.items() if value is not None)
    return row


def edge_row(start: str, end: str, record: Struct | None = None, **more: object) -> EdgeRow:
    """An edge row with the properties of a record."""
    return {"a": start, "b": end, "p": node_row(record, **more) if record is not None else dict(more)}


def send(tx: Transaction, statement: str, rows: Sequence[Any] | Iterable[Any]) -> None:
    """Runs the statement over the rows in batches; nothing is sent for no rows."""
    listed = rows if isinstance(rows, list) else list(rows)
    for i in range(0, len(listed), BATCH):
        tx.run(statement, rows=listed[i : i + BATCH])


def _label(name: str) -> Label:
    return _LABELS[name]


def _edge(type_: str) -> Edge:
    return _EDGES[type_]
