"""Rows per second of a load, as a ratio to a raw UNWIND … MERGE of the same rows into the same emptied store, on both servers."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from graph.ids import source_id
from graph.model import Reading, Source
from graph.settings import Settings
from graph.store import local_server
from graph.store.client import Graph, connect
from graph.store.load import load_readings
from graph.store.schema import EDGES, LABELS
from graph.store.setup import ensure_schema
from tests.bench import Figure, UnmeasuredError
from tests.conftest import empty
from tests.derive.world import TOOL, make_world, world_records
from tests.servers.neo4j_server import Neo4jServer, NotAvailableError

WORLD = {"cities": 4, "years": 8, "moves": 8}
ROUNDS = 3
BATCH = 2000
NOT_RAW = ("Load", "Pending", "Lock")
"""What a load writes about itself."""


class Rows(Struct, frozen=True):
    """Statements with the rows to send with each: what a load of the same sources leaves in the store."""

    statements: tuple[tuple[str, list[dict[str, Any]]], ...]

    @property
    def count(self) -> int:
        return sum(len(rows) for _, rows in self.statements)


def measure(world: dict[str, int] | None = None, rounds: int = ROUNDS) -> list[Figure]:
    """Medians of alternating runs on each server that can be had; raises UnmeasuredError without the tools."""
    if not TOOL.exists():
        raise UnmeasuredError(f"{TOOL} is missing: there is no world to load.")
    with tempfile.TemporaryDirectory() as folder:
        readings = world_readings(make_world(Path(folder), **(world or WORLD)))
        figures: list[Figure] = []
        for name in ("local graph", "Neo4j"):
            try:
                with _server(name, Path(folder)) as graph:
                    figures += compare(graph, readings, rounds, name)
            except NotAvailableError as reason:
                figures.append(Figure(f"load, {name}", f"not measured: {reason}"))
    return figures


def compare(graph: Graph, readings: Sequence[Reading], rounds: int, name: str) -> list[Figure]:
    """The two speeds and their ratio. A first load, not measured, gives the rows and warms the server."""
    ensure_schema(graph)
    empty(graph)
    load_readings(graph, readings)
    rows = stored_rows(graph)
    raw, load = [], []
    for _ in range(rounds):
        empty(graph)
        raw.append(rows.count / _seconds(graph, rows.statements))
        empty(graph)
        load.append(rows.count / load_readings(graph, readings).seconds)
    empty(graph)
    ratio = statistics.median(ours / theirs for ours, theirs in zip(load, raw, strict=True))
    return [
        Figure(f"raw MERGE, {name}, rows per second", f"{statistics.median(raw):,.0f}"),
        Figure(f"load, {name}, rows per second", f"{statistics.median(load):,.0f}"),
        Figure(f"load as a ratio to raw MERGE, {name}", f"{ratio:.2f}", "0.7 or more", ratio >= 0.7),
    ]


def world_readings(world: Path) -> list[Reading]:
    """A reading a notice, as the reader would hand it on, with a text and clauses of usual length."""
    notices, acts = world_records(world)
    by_notice: dict[str, list[Any]] = {}
    for act in acts:
        clause = f"任命{act.person}为{act.organization}{act.post}（试用期为一年）"
        by_notice.setdefault(act.notice_id, []).append(replace(act, clause=clause, start=act.seq * 40, end=act.seq * 40 + 30))
    readings = []
    for notice in notices:
        own = by_notice[notice.notice_id]
        text = notice.title + notice.doc_number + notice.issuer + "；".join(act.clause for act in own)
        identifier = source_id(text.encode())
        source = Source(source_id=identifier, path=f"{notice.place}/{identifier}.txt", sha256=identifier, kind="txt", text=text)
        readings.append(Reading(source=source, notices=(notice,), acts=tuple(own)))
    return readings


def stored_rows(graph: Graph) -> Rows:
    """Everything that is stored, as rows of one plain statement a label and a type."""
    statements = []
    for label in LABELS:
        if label.name in NOT_RAW:
            continue
        rows = graph.read(f"MATCH (n:{label.name}) RETURN n.{label.key} AS id, properties(n) AS p", timeout=600.0)
        statements.append((f"UNWIND $rows AS row MERGE (n:{label.name} {{{label.key}: row.id}}) SET n = row.p", rows))
    keys = {label.name: label.key for label in LABELS}
    for edge in EDGES:
        a, b = keys[edge.start], keys[edge.end]
        ends = f"(a:{edge.start})-[r:{edge.type}]->(b:{edge.end})"
        rows = graph.read(f"MATCH {ends} RETURN a.{a} AS a, b.{b} AS b, properties(r) AS p", timeout=600.0)
        apart = " {" + ", ".join(f"{name}: row.p.{name}" for name in edge.apart) + "}" if edge.apart else ""
        merge = f"MATCH (a:{edge.start} {{{a}: row.a}}), (b:{edge.end} {{{b}: row.b}}) MERGE (a)-[r:{edge.type}{apart}]->(b)"
        statements.append((f"UNWIND $rows AS row {merge} SET r = row.p", rows))
    return Rows(tuple(statement for statement in statements if statement[1]))


def _seconds(graph: Graph, statements: Iterable[tuple[str, list[dict[str, Any]]]]) -> float:
    """Seconds that a plain program takes: each batch a transaction, one after the other."""
    gc.collect()
    started = time.perf_counter()
    for statement, rows in statements:
        for i in range(0, len(rows), BATCH):
            graph.write(statement, rows=rows[i : i + BATCH])
    return time.perf_counter() - started


@contextmanager
def _server(name: str, folder: Path) -> Iterator[Graph]:
    if name == "Neo4j":
        server = Neo4jServer("newest")
        try:
            with connect(server.settings) as graph:
                yield graph
        finally:
            server.stop()
        return
    settings = Settings(local_dir=folder / "local")
    try:
        with connect(settings) as graph:
            yield graph
    finally:
        local_server.stop(settings)
