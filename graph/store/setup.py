"""Brings a store to the declared schema, and refuses one whose rules or layout contradict it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store.schema import VERSION, Rule, rules

if TYPE_CHECKING:
    from graph.store.client import Graph

_Place = tuple[str, str, str]

_SECONDS_TO_BUILD = 600.0


def ensure_schema(graph: Graph) -> None:
    """Makes the constraints and indexes that are missing; raises StoreError when the store has others under their names."""
    missing = missing_rules(graph)
    for rule in missing:
        graph.change_schema(rule.statement)
    if not missing:
        return
    _wait_until_built(graph)
    left = missing_rules(graph)
    if left:
        names = ", ".join(rule.name for rule in left)
        raise StoreError(
            f"The graph at {graph.address.uri} already uses these names for other constraints or indexes: {names}.",
            "Drop them, or use an empty database.",
        )


def check_layout(graph: Graph) -> None:
    """Raises StoreError when the store was written in another layout than this program reads."""
    for row in graph.read("MATCH (l:Load) WHERE l.version <> $version RETURN l.version AS version LIMIT 1", version=VERSION):
        raise StoreError(
            f"The graph at {graph.address.uri} was written in layout {row['version']}; this program writes layout {VERSION}.",
            "Use the program that wrote it, or an empty database.",
        )


def missing_rules(graph: Graph) -> list[Rule]:
    """Declared rules that the store has not; compared by place, since the local graph names indexes in its own way."""
    unique = {
        (row["entityType"], row["labelsOrTypes"][0], row["properties"][0])
        for row in graph.run("SHOW CONSTRAINTS", timeout=30.0, writer=True).rows
        if len(row["labelsOrTypes"] or ()) == len(row["properties"] or ()) == 1 and "UNIQUE" in row["type"]
    }
    indexed = {
        (row["entityType"], row["labelsOrTypes"][0], row["properties"][0])
        for row in graph.run("SHOW INDEXES", timeout=30.0, writer=True).rows
        if len(row["labelsOrTypes"] or ()) == len(row["properties"] or ()) == 1 and row["type"] == "RANGE"
    }
    return [rule for rule in rules() if _place(rule) not in (unique if rule.kind == "constraint" else indexed)]


def _place(rule: Rule) -> _Place:
    return rule.entity, rule.on, rule.field


def _wait_until_built(graph: Graph) -> None:
    """Neo4j builds indexes beside other work; the local graph returns when they are built."""
    give_up = time.monotonic() + _SECONDS_TO_BUILD
    pause = 0.02
    while any(row["state"] != "ONLINE" for row in graph.run("SHOW INDEXES", timeout=30.0, writer=True).rows):
        if time.monotonic() > give_up:
            raise StoreError(f"The graph at {graph.address.uri} does not finish building its indexes.", "Try again later.")
        time.sleep(pause)
        pause = min(1.0, pause * 2)
