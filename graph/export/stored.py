"""Everything that is stored, in portions that fit into memory whatever the size of the graph, as the schema declares it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.store.client import Graph
from graph.store.schema import EDGES, LABELS, Edge, Label, Property

PORTION = 20_000
"""About how many rows one query may return."""

INNER = frozenset({"Lock", "Pending"})
"""Labels of the program's own book-keeping, not part of what is said."""

NOT_EXPORTED = {"Source": frozenset({"text"})}
"""The full text of sources stays in their files; every clause is exported with its act."""

KEYS = {label.name: label.key for label in LABELS}


class StoredEdge(NamedTuple):
    """A relationship with the ids of its ends."""

    start: str
    end: str
    properties: dict[str, object]


def exported_labels() -> list[Label]:
    """The kinds of node that an export has."""
    return [label for label in LABELS if label.name not in INNER]


def exported_edges() -> list[Edge]:
    """The kinds of relationship that an export has."""
    return [edge for edge in EDGES if edge.start not in INNER and edge.end not in INNER]


def properties_of(label: Label) -> list[Property]:
    """The properties of a kind of node in an export, its id first."""
    left_out = NOT_EXPORTED.get(label.name, frozenset())
    kept = [prop for prop in label.properties if prop.name not in left_out]
    return sorted(kept, key=lambda prop: prop.name != label.key)


def iter_nodes(graph: Graph, label: Label) -> Iterator[dict[str, object]]:
    """The properties of every node of a label, in no order."""
    count = graph.read(f"MATCH (n:{label.name}) RETURN count(n) AS n", timeout=600)[0]["n"]
    wanted = ", ".join(f".{prop.name}" for prop in properties_of(label))
    for where, bounds in _portions(f"n.{label.key}", label.key, count):
        for row in graph.read(f"MATCH (n:{label.name}){where} RETURN n {{{wanted}}} AS node", timeout=600, **bounds):
            yield row["node"]


def iter_edges(graph: Graph, edge: Edge) -> Iterator[StoredEdge]:
    """Every relationship of a type, in no order."""
    pattern = f"(a:{edge.start})-[r:{edge.type}]->(b:{edge.end})"
    start, end = KEYS[edge.start], KEYS[edge.end]
    count = graph.read(f"MATCH {pattern} RETURN count(r) AS n", timeout=600)[0]["n"]
    returned = f"RETURN a.{start} AS start, b.{end} AS end, properties(r) AS properties"
    for where, bounds in _portions(f"a.{start}", start, count):
        for row in graph.read(f"MATCH {pattern}{where} {returned}", timeout=600, **bounds):
            yield StoredEdge(row["start"], row["end"], row["properties"])


def _portions(field: str, key: str, count: int) -> Iterator[tuple[str, dict[str, str]]]:
    """Conditions that share the nodes out by the first digits of their ids, which are evenly spread.

    Both ends of a range are given: the local graph is slow where one is open.
    """
    digits = 0
    while count > PORTION * 16**digits:
        digits += 1
    if not digits:
        yield "", {}
        return
    letter = key[0]
    for number in range(16**digits):
        low = f"{letter}{number:0{digits}x}"
        yield f" WHERE {field} >= $low AND {field} < $high", {"low": low, "high": f"{letter}{_after(low[1:])}"}


def _after(digits: str) -> str:
    """The smallest text above every text that begins with these hex digits."""
    if set(digits) == {"f"}:
        return "g"
    return f"{int(digits, 16) + 1:0{len(digits)}x}"
