"""Lets a server on an empty folder do what every server does first, so that the archive of its classes holds that too.

`python -m graph.store.local_exercise` reads the server's card from its input.
"""

from __future__ import annotations

import sys

import msgspec

from graph.store.client import address_of, connect_to
from graph.store.local_files import LocalAddress
from graph.store.setup import ensure_schema

_STATEMENTS = (
    "UNWIND [{id: 'a'}, {id: 'b'}] AS row MERGE (p:Person {person_id: row.id}) SET p.name = row.id",
    "UNWIND [{id: 'o'}] AS row MERGE (p:Post {post_id: row.id}) SET p.title = row.id",
    """UNWIND ['a', 'b'] AS i MATCH (p:Person {person_id: i}), (t:Post {post_id: 'o'})
    MERGE (p)-[h:HELD {tenure_id: i}]->(t) SET h.start_date = date('2020-11-27')""",
)
_READS = (
    """MATCH (p:Person {person_id: 'a'})-[h:HELD]->(t:Post) WHERE h.start_date <= date('2021-01-01')
    OPTIONAL MATCH (t)-[:IN_ORG]->(o) RETURN p.name AS name, collect(DISTINCT o.name) AS names ORDER BY name LIMIT 3""",
    "MATCH ()-[h:HELD]->() RETURN count(h) AS n, min(h.start_date) AS first",
)


def main() -> None:
    card = msgspec.json.decode(sys.stdin.buffer.read(), type=LocalAddress)
    with connect_to(address_of(card)) as graph:
        ensure_schema(graph)
        for statement in _STATEMENTS:
            graph.write(statement)
        for statement in _READS:
            graph.read(statement)


if __name__ == "__main__":
    main()
