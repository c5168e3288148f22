"""What the client guarantees, on each server."""

from __future__ import annotations

import threading
from datetime import date

import msgspec
import pytest

from graph.errors import QueryTimeoutError, ReadOnlyError, StoreError, UsageError
from graph.settings import Settings
from graph.store.client import Address, Graph, Transaction, connect, connect_to, neo4j_address
from tests.store.papers import count


def test_dates_are_dates_and_times_are_text(graph: Graph) -> None:
    (row,) = graph.read(
        "RETURN date('2020-10-31') AS day, toString(datetime('2020-10-31T08:00:00Z')) AS at, $day AS given", day=date(2020, 1, 2)
    )
    assert (row["day"], row["given"]) == (date(2020, 10, 31), date(2020, 1, 2))
    assert row["at"].startswith("2020-10-31T08:00")


def test_nodes_and_relationships_are_plain_records(graph: Graph) -> None:
    graph.write(
        "MERGE (p:Person {person_id: 'p1'}) MERGE (t:Post {post_id: 't1'}) MERGE (p)-[:HELD {tenure_id: 'h1', act_ids: ['a']}]->(t)"
    )
    (row,) = graph.read("MATCH (p:Person)-[r:HELD]->(t:Post) RETURN p, r")
    assert row == {"p": {"person_id": "p1", "_labels": ["Person"]}, "r": {"tenure_id": "h1", "act_ids": ["a"], "_type": "HELD"}}


@pytest.mark.parametrize(
    "cypher", ["CREATE (:Person {person_id: 'p1'})", "MATCH (n) DETACH DELETE n", "CREATE INDEX x FOR (n:Person) ON (n.x)"]
)
def test_reading_never_writes(graph: Graph, cypher: str) -> None:
    graph.write("MERGE (:Source {source_id: 's1'})")
    with pytest.raises(ReadOnlyError):
        graph.read(cypher)
    assert (count(graph, "Person"), count(graph, "Source")) == (0, 1)


def test_reading_without_time_is_refused(graph: Graph) -> None:
    with pytest.raises(QueryTimeoutError):
        graph.read("RETURN 1 AS one", timeout=0)


def test_wrong_cypher_is_a_misuse_that_shows_what_is_wrong(graph: Graph) -> None:
    with pytest.raises(UsageError, match="RETUR"):
        graph.read("RETUR 1")


def test_transaction_that_fails_leaves_nothing(graph: Graph) -> None:
    def work(tx: Transaction) -> None:
        tx.run("MERGE (:Person {person_id: 'p1'})")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        graph.transact(work)
    assert count(graph, "Person") == 0


def test_statements_of_a_transaction_see_what_the_ones_before_wrote(graph: Graph) -> None:
    def work(tx: Transaction) -> int:
        tx.run("MERGE (a:Person {person_id: 'p1'}) MERGE (b:Post {post_id: 't1'})")
        tx.run("MATCH (a:Person {person_id: 'p1'}), (b:Post {post_id: 't1'}) MERGE (a)-[:HELD {tenure_id: 'h1'}]->(b)")
        found: int = tx.run("MATCH (:Person {person_id: 'p1'})-[r:HELD]->() RETURN count(r) AS found")[0]["found"]
        return found

    assert graph.transact(work) == 1


def test_writers_that_meet_both_get_through(graph: Graph) -> None:
    graph.write("MERGE (l:Lock {name: 'counter'}) SET l.held = 0")

    def add() -> None:
        for _ in range(10):
            graph.write("MATCH (l:Lock {name: 'counter'}) SET l.held = l.held + 1")

    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert graph.read("MATCH (l:Lock {name: 'counter'}) RETURN l.held AS held") == [{"held": 20}]


def test_unknown_database_and_wrong_password_are_told_with_their_remedy(server: Settings) -> None:
    with connect(server) as graph:
        address = graph.address
    with pytest.raises(StoreError, match="NEO4J_DATABASE"):
        connect_to(msgspec.structs.replace(address, database="nothere"))
    with pytest.raises(StoreError, match="NEO4J_PASSWORD"):
        connect_to(msgspec.structs.replace(address, reader=(address.reader[0], "wrong-password")))


def test_server_that_is_gone_is_told_in_one_line() -> None:
    nobody = Address(kind="neo4j", uri="bolt://127.0.0.1:1", database="neo4j", writer=("a", "b"), reader=("a", "b"))
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1 does not answer") as told:
        connect_to(nobody)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost", "nonsense"])
def test_address_that_is_no_bolt_address_is_a_misuse(uri: str) -> None:
    with pytest.raises(UsageError, match="NEO4J_URI"):
        neo4j_address(Settings(neo4j_uri=uri))
