"""What users' queries can do on both servers: read, and nothing else, for a limited time."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import GraphError, QueryTimeoutError, ReadOnlyError, StoreError, UsageError
from graph.settings import Settings
from graph.store import local_server
from graph.store.allowed import check_plan
from graph.store.client import Graph, connect
from graph.store.guard import _run_local, run_untrusted

if TYPE_CHECKING:
    from tests.conftest import Servers

WRITES = [
    "CREATE (:Person {person_id: 'p9'})",
    "MERGE (:Person {person_id: 'p9'})",
    "MATCH (p:Person) SET p.name = '李四'",
    "MATCH (p:Person) SET p:Judge",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (p:Person) DETACH DELETE p",
    "MATCH (:Person)-[h:HELD]->() DELETE h",
    "FOREACH (i IN [1] | CREATE (:Person {person_id: 'p9'}))",
    "MATCH (p:Person) CALL (p) { CREATE (:Person {person_id: 'p9'}) } RETURN p",
    "UNWIND [1] AS i CALL (i) { CREATE (:Person {person_id: 'p9'}) } IN TRANSACTIONS",
    "MATCH (p:Person) WITH p SET p.name = '' RETURN 'MATCH (n) RETURN n'",
]
SCHEMA = [
    "CREATE INDEX own FOR (p:Person) ON (p.gender)",
    "CREATE CONSTRAINT own FOR (p:Person) REQUIRE p.gender IS UNIQUE",
    "DROP CONSTRAINT person_person_id",
    "DROP INDEX person_name",
]
USERS = [
    "CREATE USER eve SET PASSWORD 'secret-enough'",
    "ALTER USER neo4j SET PASSWORD 'secret-enough'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'secret-enough'",
    "DROP USER neo4j",
    "SHOW USERS",
    "SHOW DATABASES",
    "CREATE DATABASE other",
]
OTHERS = [
    "SHOW TRANSACTIONS",
    "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "/* harmless */ SHOW // really\n TRANSACTIONS",
    "SHOW\\u0020TRANSACTIONS",
    "SHOW SETTINGS",
    "CALL dbms.listConnections()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL dbms.queryJmx('*:*')",
    "CALL `dbms`.`listConfig`()",
    "CALL db.clearQueryCaches()",
]
READS = [
    ("MATCH (p:Person)-[h:HELD]->(t:Post) RETURN p.name AS name, h.start_date AS start", ["name", "start"]),
    ("RETURN date('2020-11-27') + duration('P1M') AS day, date.truncate('year', date('2020-11-27')) AS year", ["day", "year"]),
    ("MATCH (p:Person) WHERE p.name = 'LOAD CSV' OR p.name CONTAINS 'CALL dbms.killConnection()' RETURN p.name", ["p.name"]),
    ("MATCH path = shortestPath((a:Person)-[:HELD*..4]-(b:Post)) RETURN length(path) AS n", ["n"]),
    ("UNWIND [3, 1] AS x WITH x ORDER BY x RETURN collect(x)[..1] AS xs // the end", ["xs"]),
    ("CALL db.labels() YIELD label RETURN label", ["label"]),
    ("WITH [1, 2, 3] AS xs RETURN [i IN range(0, size(xs) - 1) | xs[i] * 2] AS doubled", ["doubled"]),
    (
        "RETURN [x IN [y IN [1, 2] WHERE y > 1] | x] AS xs, [y IN range(2011, date('2020-11-27').year) | y] AS years",
        ["xs", "years"],
    ),
    ("MATCH (p:Person) RETURN COUNT { (p)-[:HELD]->() } AS n UNION ALL RETURN 0 AS n;", ["n"]),
]
ENDLESS = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b * c) AS s"
LOOPS = [
    "RETURN reduce(a = 0, x IN range(1, 20000) | a + reduce(b = 0, y IN range(1, 20000) | b + x * y)) AS s",
    "RETURN size([x IN range(1, 30000) WHERE size([y IN range(1, 30000) WHERE y > x]) > 5]) AS s",
    "RETURN reduce(a = 0, x IN range(1, 1000000000000) | a + x) AS s",
    "WITH range(1, 1000000000000) AS xs RETURN any(x IN xs WHERE x < 0) AS s",
    "MATCH (p:Person) RETURN [x IN range(1, size(p.name)) WHERE all(y IN range(1, 9) WHERE x > y) | x] AS s",
]


@pytest.fixture(scope="module")
def small(servers: Servers, server: Settings) -> Graph:
    """A graph of one person in one post, on each server in turn."""
    graph = servers.empty_graph(server)
    graph.write(
        "CREATE (:Person {person_id: 'p1', name: '王五'})-[:HELD {tenure_id: 't1', start_date: date('2020-11-27')}]->"
        "(:Post {post_id: 'o1', title: '局长'})"
    )
    return graph


def snapshot(graph: Graph) -> list[object]:
    return [
        sorted(map(str, graph.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"))),
        sorted(map(str, graph.read("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS properties"))),
        sorted(str(row["name"]) for row in graph.run("SHOW CONSTRAINTS", timeout=30, writer=True).rows),
        sorted(str(row["name"]) for row in graph.run("SHOW INDEXES", timeout=30, writer=True).rows),
        sorted(str(row["user"]) for row in graph.run("SHOW USERS", timeout=30, writer=True).rows),
    ]


@pytest.mark.parametrize(("cypher", "columns"), READS)
def test_reading_is_allowed_and_columns_keep_their_order(small: Graph, cypher: str, columns: list[str]) -> None:
    found, rows = run_untrusted(small, cypher)
    assert found == columns
    assert all(list(row) == columns for row in rows)


def test_parameters_reach_the_query(small: Graph) -> None:
    _, rows = run_untrusted(small, "MATCH (p:Person) WHERE p.name = $name RETURN p.person_id AS id", {"name": "王五"})
    assert rows == [{"id": "p1"}]


def test_indexes_can_be_shown(small: Graph) -> None:
    columns, rows = run_untrusted(small, "SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties")
    assert columns == ["labelsOrTypes", "properties"]
    assert {"labelsOrTypes": ["Person"], "properties": ["name"]} in rows


def test_whatever_is_tried_is_refused_and_changes_nothing(small: Graph) -> None:
    before = snapshot(small)
    for cypher in WRITES + SCHEMA + USERS + OTHERS:
        with pytest.raises(GraphError):
            run_untrusted(small, cypher)
    assert snapshot(small) == before


@pytest.mark.parametrize("cypher", WRITES)
def test_a_write_is_named_as_such(small: Graph, cypher: str) -> None:
    with pytest.raises(ReadOnlyError):
        run_untrusted(small, cypher)


def test_the_server_itself_refuses_writes_of_the_reader(small: Graph) -> None:
    """The wall behind the guard: the reader's account of the local graph, the READ transaction of Neo4j."""
    before = snapshot(small)
    for cypher in WRITES + SCHEMA + USERS[:4]:
        with pytest.raises(GraphError):
            small.run(cypher, timeout=30, retry=False)
    assert snapshot(small) == before


@pytest.fixture
def addressee() -> Iterator[tuple[str, list[str]]]:
    """A web server on loopback and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"a,b\n")

        def log_message(self, *_: object) -> None:
            """Nothing to the console."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        yield f"127.0.0.1:{web.server_port}", asked
        web.shutdown()
        thread.join()


def test_no_file_and_no_address_is_read(small: Graph, addressee: tuple[str, list[str]]) -> None:
    host, asked = addressee
    tries = [
        "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
        "load /* */ csv WITH HEADERS FROM 'file:/etc/hostname' AS row RETURN row",
        f"LOAD CSV FROM 'http://{host}/plain' AS row RETURN row",
        f"LOAD CSV FROM 'http://' + '{host}' + '/computed' AS row RETURN row",
        f"LO\\u0041D CSV FROM 'http://{host}/escaped' AS row RETURN row",
        f"MATCH (p) CALL (p) {{ LOAD CSV FROM 'http://{host}/inner' AS row RETURN row }} RETURN row",
        f"CALL apoc.load.json('http://{host}/apoc') YIELD value RETURN value",
        f"RETURN apoc.data.url('http://{host}/function')",
        f"RETURN '\\u0027 + apoc.cypher.runFirstColumnSingle(\"LOAD CSV FROM 'http://{host}/x' AS r RETURN r\", {{}}) + \\u0027'",
    ]
    for cypher in tries:
        with pytest.raises(ReadOnlyError):
            run_untrusted(small, cypher)
    assert asked == []


def test_the_plan_alone_refuses_what_the_words_hide(neo4j_server: Settings) -> None:
    with connect(neo4j_server) as graph:
        for cypher in [
            "LOAD CSV FROM 'file:///x.csv' AS row RETURN row",
            "SHOW TRANSACTIONS",
            "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
            "SHOW SETTINGS",
            "SHOW USERS",
            "CREATE USER eve SET PASSWORD 'secret-enough'",
            "CALL dbms.listConfig()",
            "CALL dbms.killConnection('bolt-1')",
            "CALL db.clearQueryCaches()",
            "CREATE INDEX own FOR (p:Person) ON (p.gender)",
            "CREATE (n)",
            "MATCH (n) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS RETURN one",
        ]:
            explained = graph.explain(cypher)
            with pytest.raises(ReadOnlyError):
                check_plan(explained.query_type, explained.plan)


def test_a_query_of_another_goes_on(small: Graph) -> None:
    """Nobody sees or ends what others run."""
    outcome: list[object] = []

    def slow() -> None:
        try:
            outcome.append(
                small.run("UNWIND range(1, 1500) AS a UNWIND range(1, 1500) AS b RETURN sum(a * b) AS s", timeout=60).rows
            )
        except StoreError as error:
            outcome.append(error)

    other = threading.Thread(target=slow)
    other.start()
    for cypher in OTHERS:
        with pytest.raises(GraphError):
            run_untrusted(small, cypher)
    other.join()
    assert outcome == [[{"s": (1500 * 1501 // 2) ** 2}]]


def test_an_endless_query_is_ended_on_the_server(small: Graph) -> None:
    began = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        run_untrusted(small, ENDLESS, timeout=1)
    assert time.monotonic() - began < 20
    running = small.run("SHOW TRANSACTIONS", timeout=30, writer=True).rows
    assert not [row for row in running if "sum(a * b * c)" in str(row["currentQuery"])]


@pytest.mark.parametrize("cypher", LOOPS)
def test_a_loop_that_nobody_could_end_is_refused(small: Graph, cypher: str) -> None:
    with pytest.raises(ReadOnlyError):
        run_untrusted(small, cypher, timeout=1)


def test_the_local_graph_is_started_anew_when_a_query_does_not_listen(tmp_path: Path) -> None:
    """With what was stored; the watchdog under the guard, given what the guard would refuse."""
    settings = Settings(local_dir=tmp_path / "graph", local_idle=0)
    with connect(settings) as graph:
        graph.write("CREATE (:Person {person_id: 'kept'})")
        began = time.monotonic()
        with pytest.raises(QueryTimeoutError):
            _run_local(graph, LOOPS[0], None, timeout=1)
        assert time.monotonic() - began < 60
    with connect(settings) as graph:
        assert graph.read("MATCH (p:Person {person_id: 'kept'}) RETURN count(p) AS n") == [{"n": 1}]
    local_server.stop(settings)


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_timeout_that_is_none_is_refused(small: Graph, timeout: float) -> None:
    with pytest.raises(UsageError):
        run_untrusted(small, "RETURN 1", timeout=timeout)


@pytest.mark.parametrize(
    "cypher", ["MATCH (n RETURN n", "RETURN x", "RETURN 1 RETURN 2 WHERE", "MATCH (p) RETURN p.name LIMIT -1 -"]
)
def test_what_is_no_cypher_is_told_with_the_words_of_the_server(small: Graph, cypher: str) -> None:
    with pytest.raises(UsageError) as told:
        run_untrusted(small, cypher)
    assert "not valid" in told.value.what


@pytest.mark.parametrize(
    "cypher", ["", " ;\n", "// only a remark", "EXPLAIN RETURN 1", "/* x */ profile RETURN 1", "CYPHER 5 EXPLAIN RETURN 1"]
)
def test_what_is_no_query_is_told_before_it_is_sent(small: Graph, cypher: str) -> None:
    with pytest.raises(UsageError):
        run_untrusted(small, cypher)
