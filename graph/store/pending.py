"""Loads and what they still have to derive, kept in the store so that the next writer can finish what a killed one began.

A Load goes writing → deriving → done. The transaction that writes facts also writes Pending nodes with the keys of what these
facts touch; each stage of the derivation does the same for the next one, and removes its own when it is through.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from graph.store.client import Graph, Transaction
from graph.store.schema import VERSION
from graph.store.upserts import BATCH, node_upsert, send

Stage = Literal["print", "series", "block", "organization", "person"]
STAGES: tuple[Stage, ...] = ("print", "series", "block", "organization", "person")
"""In the order of derivation; nothing depends on what comes after it (design 5)."""

_CREATE = (
    "MERGE (l:Load {load_id: $load_id}) "
    "SET l.kind = $kind, l.state = 'writing', l.version = $version, l.started_at = $now, l.finished_at = ''"
)
_FINISH = "MATCH (l:Load) WHERE l.state IN ['writing', 'deriving'] SET l.state = 'done', l.finished_at = $now"
_COUNTS = "MATCH (l:Load {load_id: $load_id}) SET l += $counts"


def begin(graph: Graph, kind: str) -> str:
    """Notes a new load and returns its id."""
    load_id = "l" + secrets.token_hex(12)
    graph.write(_CREATE, load_id=load_id, kind=kind, version=VERSION, now=_now())
    return load_id


def mark_deriving(graph: Graph) -> None:
    """Notes that the facts of all loads under way are written."""
    graph.write("MATCH (l:Load {state: 'writing'}) SET l.state = 'deriving'")


def finish(graph: Graph, load_id: str = "", counts: dict[str, int] | None = None) -> None:
    """Notes that everything is derived: of this load, with its counts, and of those that were left unfinished."""

    def work(tx: Transaction) -> None:
        if load_id:
            tx.run(_COUNTS, load_id=load_id, counts=counts or {})
        tx.run(_FINISH, now=_now())

    graph.transact(work)


def unfinished(graph: Graph) -> list[str]:
    """Ids of loads that did not come to their end; while one is under way, its own."""
    rows = graph.read("MATCH (l:Load) WHERE l.state IN ['writing', 'deriving'] RETURN l.load_id AS load_id ORDER BY load_id")
    return [row["load_id"] for row in rows]


def add_pending(tx: Transaction, stage: Stage, keys: Iterable[str]) -> None:
    """Notes keys to derive, in the transaction that touches them."""
    listed = sorted(key for key in keys if key)
    rows = [
        {"pending_id": f"{stage}-{secrets.token_hex(8)}", "kind": stage, "keys": listed[i : i + BATCH]}
        for i in range(0, len(listed), BATCH)
    ]
    send(tx, node_upsert("Pending"), rows)


def pending_keys(graph: Graph, stage: Stage) -> set[str]:
    """What a stage still has to derive."""
    rows = graph.read("MATCH (p:Pending) WHERE p.kind = $kind RETURN p.keys AS keys", kind=stage)
    return {key for row in rows for key in row["keys"]}


def clear_pending(graph: Graph, stage: Stage) -> None:
    """Notes that a stage is through."""
    graph.write("MATCH (p:Pending) WHERE p.kind = $kind DETACH DELETE p", kind=stage)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
