"""The one client: Bolt with the official driver, to the local graph or a Neo4j. No other module imports the driver.

Every read carries a positive timeout and runs with the reader account (local graph) or in a read transaction (Neo4j). Every
write is one transaction that is sent again when the server says that it may succeed; so statements must be idempotent.
"""

from __future__ import annotations

import logging
import random
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, cast

import neo4j
from msgspec import Struct
from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship

from graph.errors import QueryTimeoutError, StoreError, UsageError
from graph.settings import Settings
from graph.store import failures, local_server
from graph.store.local_files import LocalAddress
from graph.store.setup import check_layout

# What it logs is told by the errors it raises; without this Python would print it among the command's own words.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
Row = dict[str, Any]

READ_TIMEOUT = 60.0
WRITE_TIMEOUT = 600.0
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_GIVE_UP_AFTER = 20.0
"""Seconds during which a write that conflicts is sent again."""


class Address(Struct, frozen=True, kw_only=True):
    """Where a graph is and with which accounts; `reader` may be the writer's where a server has no roles."""

    kind: Literal["local", "neo4j"]
    uri: str
    database: str
    writer: tuple[str, str]
    reader: tuple[str, str]
    folder: str = ""
    """Where a local graph keeps its files; the one writer locks one of them."""


class Ran(Struct, frozen=True, kw_only=True):
    """A statement's answer with its columns in order."""

    columns: list[str]
    rows: list[Row]


class Explained(Struct, frozen=True, kw_only=True):
    """What the server would do for a statement: its type (r, w, rw, s) and its plan, nothing having run."""

    query_type: str
    plan: Mapping[str, Any] | None


class Transaction:
    """One open transaction; each statement sees what the ones before it wrote."""

    def __init__(self, inner: neo4j.Transaction) -> None:
        self._inner = inner

    def run(self, cypher: str, /, **params: object) -> list[Row]:
        """Runs one statement to its end and returns its rows."""
        result = self._inner.run(cypher, params)
        keys = result.keys()
        return [dict(zip(keys, map(plain, record.values()), strict=True)) for record in result]


class Graph:
    """A connected graph. Safe to share between threads; a context manager that closes it."""

    def __init__(self, address: Address, on_close: Callable[[], None] | None = None) -> None:
        self.address = address
        self.kind = address.kind
        self._on_close = on_close
        with self._translated():
            self._writer = _driver(address.uri, address.writer)
            same = address.reader == address.writer
            self._reader = self._writer if same else _driver(address.uri, address.reader)

    def verify(self) -> None:
        """Raises StoreError when the server cannot be reached, refuses an account or has no such database."""
        self.read("RETURN 1 AS one", timeout=10.0)

    def read(self, cypher: str, /, timeout: float = READ_TIMEOUT, **params: object) -> list[Row]:
        """The rows of a statement that only reads."""
        return self.run(cypher, params, timeout=timeout).rows

    def run(
        self, cypher: str, params: Mapping[str, object] | None = None, *, timeout: float, retry: bool = True, writer: bool = False
    ) -> Ran:
        """One auto-commit statement in READ mode; with `writer` by the writer's account (SHOW, TERMINATE), else the reader's.

        Sent a second time only when `retry` and the first attempt lost its connection.
        """
        query = neo4j.Query(cypher, timeout=_positive(timeout))
        driver = self._writer if writer else self._reader
        with self._translated():
            for attempt in (1, 2):
                try:
                    with driver.session(database=self.address.database, default_access_mode=neo4j.READ_ACCESS) as session:
                        result = session.run(query, dict(params or {}))
                        keys = list(result.keys())
                        rows = [dict(zip(keys, map(plain, record.values()), strict=True)) for record in result]
                        return Ran(columns=keys, rows=rows)
                except (exceptions.SessionExpired, exceptions.ServiceUnavailable) as error:
                    # A pooled connection that died while idle; a server that is gone fails again at once.
                    if attempt == 2 or not retry or _interruption(error):
                        raise
        raise AssertionError("unreachable")

    def explain(self, cypher: str, params: Mapping[str, object] | None = None, *, timeout: float = 30.0) -> Explained:
        """The server's plan for a statement that itself must not begin with EXPLAIN or PROFILE."""
        query = neo4j.Query(f"EXPLAIN {cypher}", timeout=_positive(timeout))
        with (
            self._translated(),
            self._reader.session(database=self.address.database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            summary = session.run(query, dict(params or {})).consume()
            return Explained(query_type=summary.query_type or "", plan=cast("Mapping[str, Any] | None", summary.plan))

    def write(self, cypher: str, /, **params: object) -> list[Row]:
        """One statement as a transaction of its own."""
        return self.transact(lambda tx: tx.run(cypher, **params))

    def transact(self, work: Callable[[Transaction], T], *, timeout: float = WRITE_TIMEOUT) -> T:
        """Runs `work` in one transaction, again from its start when the server reports a conflict; returns what it returned."""
        give_up = time.monotonic() + _GIVE_UP_AFTER
        attempt = 0
        with self._translated():
            while True:
                attempt += 1
                try:
                    with (
                        self._writer.session(database=self.address.database) as session,
                        session.begin_transaction(timeout=_positive(timeout)) as inner,
                    ):
                        done = work(Transaction(inner))
                        inner.commit()
                        return done
                except (exceptions.Neo4jError, exceptions.DriverError) as error:
                    if not _worth_another(error, attempt) or time.monotonic() > give_up or _interruption(error):
                        raise
                # Growing, jittered pauses: two writers that collided do not collide in step again.
                time.sleep(min(2.0, 0.05 * 2**attempt) * (0.5 + random.random()))

    def change_schema(self, statement: str) -> None:
        """One statement that makes or drops a constraint or index; auto-commit, as Neo4j wants it."""
        query = neo4j.Query(statement, timeout=WRITE_TIMEOUT)
        with self._translated(), self._writer.session(database=self.address.database) as session:
            session.run(query).consume()

    def close(self) -> None:
        """Closes all connections; a second call does nothing."""
        self._reader.close()
        self._writer.close()
        on_close, self._on_close = self._on_close, None
        if on_close:
            on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (exceptions.Neo4jError, exceptions.DriverError, OSError, BufferError) as error:
            if interruption := _interruption(error):
                raise interruption from None
            if self.kind == "local":
                local_server.check_space(self.address.folder)  # that server says only that a commit failed
            raise failures.explain_failure(
                type(error).__name__,
                getattr(error, "code", None) or "",
                getattr(error, "message", None) or str(error),
                where=self.address.uri.split("://", 1)[-1],
                user=self.address.writer[0],
                database=self.address.database,
            ) from error


def connect(settings: Settings) -> Graph:
    """The graph that the settings name: their Neo4j, else the local graph, found running or started.

    Raises StoreError when it cannot be had, or when what it holds was written in another layout.
    """
    if settings.neo4j_uri:
        graph = connect_to(neo4j_address(settings))
    else:
        graph = connect_to(address_of(local_server.ensure_running(settings, _answers)))
    try:
        check_layout(graph)
    except StoreError:
        graph.close()
        raise
    return graph


def connect_to(address: Address, on_close: Callable[[], None] | None = None) -> Graph:
    """A verified graph at a known address; `on_close` runs when it is closed."""
    graph = Graph(address, on_close)
    try:
        graph.verify()
    except (StoreError, UsageError):
        graph.close()
        raise
    return graph


def plain(value: Any) -> Any:
    """A value as ordinary Python: dates as `date`, times as ISO text, nodes and relationships as dicts of their properties.

    A node's labels stand under `_labels`, a relationship's type under `_type`; a path is the list of both in turn.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, neo4j.time.Date):
        return value.to_native()
    if isinstance(value, neo4j.time.DateTime | neo4j.time.Time):
        return value.iso_format()
    if isinstance(value, neo4j.time.Duration):
        return str(value)
    if isinstance(value, Node):
        return {key: plain(item) for key, item in value.items()} | {"_labels": sorted(value.labels)}
    if isinstance(value, Relationship):
        return {key: plain(item) for key, item in value.items()} | {"_type": value.type}
    if isinstance(value, Path):
        return [plain(part) for pair in zip(value.nodes, [*value.relationships, None], strict=True) for part in pair if part]
    return value


def neo4j_address(settings: Settings) -> Address:
    """The address of the Neo4j that the environment names; raises UsageError for an unusable NEO4J_URI."""
    scheme, found, _ = settings.neo4j_uri.partition("://")
    if not found or scheme not in _SCHEMES:
        raise UsageError(f"NEO4J_URI is {settings.neo4j_uri!r}, not a Bolt address.", "Set it to bolt://HOST:7687, or unset it.")
    account = (settings.neo4j_username, settings.neo4j_password)
    return Address(kind="neo4j", uri=settings.neo4j_uri, database=settings.neo4j_database, writer=account, reader=account)


def address_of(local: LocalAddress) -> Address:
    """The address that the card of a local graph gives."""
    return Address(
        kind="local",
        uri=local.uri,
        database=local.database,
        writer=(local.user, local.password),
        reader=(local.reader_user, local.reader_password),
        folder=local.folder,
    )


def _answers(local: LocalAddress) -> bool:
    """Whether a server answers a real query there with these accounts."""
    try:
        connect_to(address_of(local)).close()
    except (StoreError, UsageError):
        return False
    return True


def _driver(uri: str, account: tuple[str, str]) -> neo4j.Driver:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", neo4j.warnings.PreviewWarning)
        return neo4j.GraphDatabase.driver(
            uri,
            auth=account,
            connection_timeout=10.0,
            connection_acquisition_timeout=30.0,
            max_transaction_retry_time=0,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="appointments-graph",
        )


def _positive(timeout: float) -> float:
    if not timeout > 0:
        raise QueryTimeoutError(f"A timeout of {timeout} seconds allows nothing.", "Give a number above zero.")
    return timeout


def _interruption(error: BaseException) -> BaseException | None:
    """Ctrl-C while the driver was reading: closing its connection then fails, and that failure hides what it was closed for."""
    seen = error.__context__
    while seen is not None and isinstance(seen, Exception):
        seen = seen.__context__
    return seen


def _worth_another(error: exceptions.Neo4jError | exceptions.DriverError, attempt: int) -> bool:
    if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired):
        return attempt == 1  # a stale pooled connection; a server that is gone stays gone
    code, message = getattr(error, "code", None) or "", getattr(error, "message", None) or str(error)
    if failures.is_conflict(code, message):
        return attempt <= 4
    return error.is_retryable() and "MemoryPool" not in code
