"""Runs the queries that users write: they read, by what the server enforces, and they end, by force if need be.

Local graph: the reader's account cannot write, and a watchdog ends what runs too long, since that server has no timeout of
its own for one query. Neo4j: a READ transaction with the server's own timeout, after its plan was found to read the graph only.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.errors import GraphError, QueryTimeoutError, StoreError, UsageError
from graph.store import local_server
from graph.store.allowed import check_plan, check_text
from graph.store.client import Graph, Ran
from graph.store.lock import writing

TIMEOUT = 60.0
_END_PATIENCE = 5.0
"""Seconds that the local graph has to end a query when told to; loops inside one expression do not listen."""


def run_untrusted(
    graph: Graph, cypher: str, params: Mapping[str, object] | None = None, timeout: float = TIMEOUT
) -> tuple[list[str], list[dict[str, Any]]]:
    """The columns and rows of a user's query, run once.

    Raises ReadOnlyError for anything but reading the graph, QueryTimeoutError after `timeout` seconds, UsageError with the
    server's line for a query that is not valid.
    """
    if not timeout > 0:
        raise UsageError(f"A timeout of {timeout} seconds allows nothing.", "Give a number above zero.")
    check_text(cypher)
    cypher = cypher.rstrip("; \t\r\n")
    if graph.kind == "local":
        return _run_local(graph, cypher, params, timeout)
    explained = graph.explain(cypher, params, timeout=timeout)
    check_plan(explained.query_type, explained.plan)
    return _run_neo4j(graph, cypher, params, timeout)


def _run_neo4j(
    graph: Graph, cypher: str, params: Mapping[str, object] | None, timeout: float
) -> tuple[list[str], list[dict[str, Any]]]:
    """Waits little longer than the server was given: there are expressions, such as some patterns, that it cannot interrupt."""
    outcome: list[Ran | GraphError] = []

    def ask() -> None:
        try:
            outcome.append(graph.run(cypher, params, timeout=timeout, retry=False))
        except GraphError as error:
            outcome.append(error)

    asking = threading.Thread(target=ask, name="query", daemon=True)
    asking.start()
    asking.join(timeout + _END_PATIENCE)
    if not outcome:
        raise QueryTimeoutError(
            f"The query ran longer than {timeout:g} seconds; the server was told to end it and has not yet done so.",
            "Its administrator may have to restart it. Do more with MATCH and UNWIND, less inside one expression.",
        )
    if isinstance(outcome[0], GraphError):
        raise outcome[0]
    return outcome[0].columns, outcome[0].rows


def _run_local(
    graph: Graph, cypher: str, params: Mapping[str, object] | None, timeout: float
) -> tuple[list[str], list[dict[str, Any]]]:
    watchdog = _Watchdog(graph, timeout)
    watchdog.start()
    try:
        ran = graph.run(f"{cypher}\n/* {watchdog.mark} */", params, timeout=timeout, retry=False)
    except GraphError as error:
        if watchdog.bit.is_set():
            raise QueryTimeoutError(
                f"The query ran longer than {timeout:g} seconds and was ended.", "Narrow it, or give it more time."
            ) from error
        raise
    except KeyboardInterrupt:
        watchdog.terminate()  # a query goes on without its client
        raise
    finally:
        watchdog.finished.set()
        watchdog.join()
    return ran.columns or _columns_of_plan(graph.explain(f"{cypher}\n", params).plan), ran.rows


def _columns_of_plan(plan: Mapping[str, Any] | None) -> list[str]:
    """The columns of a query without rows, for which the local graph names none; read from the end of its plan.

    >>> _columns_of_plan({"args": {"string-representation": "+ FINAL PROJECTION [name, n{.x, .y}, count(*)]"}})
    ['name', 'n{.x, .y}', 'count(*)']
    """
    text = str(plan["args"].get("string-representation", "")) if plan else ""
    listed = re.findall(r"\+ FINAL PROJECTION \[(.*)\]", text)
    columns = [""]
    depth = 0
    for character in listed[-1] if listed else "":
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            columns.append("")
        else:
            columns[-1] += character
    return [column.strip() for column in columns if column.strip()]


class _Watchdog(threading.Thread):
    """Ends one query of the local graph, found by its mark, when it is not finished in time."""

    def __init__(self, graph: Graph, timeout: float) -> None:
        super().__init__(name="query watchdog", daemon=True)
        self.graph = graph
        self.timeout = timeout
        self.mark = f"query {secrets.token_hex(8)}"
        self.finished = threading.Event()
        self.bit = threading.Event()

    def run(self) -> None:
        if self.finished.wait(self.timeout):
            return
        self.bit.set()
        self.terminate()
        if not self.finished.wait(_END_PATIENCE):
            self._end_server()

    def terminate(self) -> None:
        """Tell the server to end the query; does nothing when the query has ended or the server is gone."""
        with contextlib.suppress(StoreError, UsageError):
            for row in self.graph.run("SHOW TRANSACTIONS", timeout=_END_PATIENCE, writer=True).rows:
                if self.mark in str(row["currentQuery"]):
                    self.graph.run(f"TERMINATE TRANSACTIONS '{row['transactionId']}'", timeout=_END_PATIENCE, writer=True)

    def _end_server(self) -> None:
        """Last resort, when nobody writes: end the server, which loses nothing; the next connection starts it again."""
        with writing(self.graph, "end a query that does not stop", waiting=lambda holder: None):
            if not self.finished.is_set():
                local_server.end_server(Path(self.graph.address.folder))
