"""Taking all derived rows out, and marking everything to be derived again, in portions that fit the servers' memory."""

from __future__ import annotations

from graph.store import stored
from graph.store.client import Graph, Transaction
from graph.store.pending import add_pending
from graph.store.upserts import BATCH

DERIVED = (
    "MATCH (n:Person) WITH n LIMIT $size DETACH DELETE n",
    "MATCH (n:Vacancy) WITH n LIMIT $size DETACH DELETE n",
    "MATCH (n:Post) WITH n LIMIT $size DETACH DELETE n",
    "MATCH (n:Issue) WHERE n.scope <> '' WITH n LIMIT $size DETACH DELETE n",
    "MATCH (n:Organization) WHERE NOT EXISTS { (n)<-[:ISSUED_BY]-() } WITH n LIMIT $size DETACH DELETE n",
    "MATCH (:Organization)-[r:SUCCEEDED_BY]->() WITH r LIMIT $size DELETE r",
)
"""What removes a portion of each kind of derived row; edges between derived nodes go with them."""

_NOTICES = (
    "MATCH (n:Notice) RETURN n.notice_id AS notice_id, n.series_key AS series, COUNT { MATCH (n)-[:FOUND_IN]->(:Source) } AS prints"
)


def touch_everything(graph: Graph) -> None:
    """Notes every notice of several prints, every series and every block as pending."""
    notices = graph.read(_NOTICES, timeout=600.0)
    blocks: set[str] = set()
    ids = [row["notice_id"] for row in notices]
    for row in stored.read_in(graph, "MATCH (a:Act) WHERE a.notice_id IN $keys RETURN DISTINCT a.block AS block", ids):
        blocks.add(row["block"])

    def work(tx: Transaction) -> None:
        add_pending(tx, "print", {row["notice_id"] for row in notices if row["prints"] > 1})
        add_pending(tx, "series", {row["series"] for row in notices if row["series"]})
        add_pending(tx, "block", blocks)

    graph.transact(work)


def drop_derived(graph: Graph) -> None:
    """Removes persons, posts, vacancies, derived issues, and organizations that issue nothing."""
    for statement in DERIVED:
        left = statement.split(" WITH ")[0] + " RETURN 1 AS left LIMIT 1"
        while graph.read(left, timeout=600.0):
            graph.write(statement, size=BATCH)
