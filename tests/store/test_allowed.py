"""What the words of a query give away, and what a plan may contain."""

from __future__ import annotations

import pytest

from graph.errors import ReadOnlyError, UsageError
from graph.store.allowed import check_plan, check_text
from graph.store.catalogue import saved_queries

ALLOWED = [
    "MATCH (p:Person {name: $name})-[h:HELD]->(t) WHERE h.start_date IN [date('2020-11-27')] RETURN p",
    "RETURN 'it\\'s // no comment' AS a, \"LOAD CSV\" AS b // but this is: CALL dbms.listConfig()",
    "MATCH (show:Person) WHERE show.terminate = 1 RETURN show AS transactions",
    "SHOW INDEXES",
    "SHOW ALL CONSTRAINTS YIELD name RETURN name",
    "SHOW BUILT IN FUNCTIONS",
    "CALL db.labels",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "MATCH (n) CALL (n) { RETURN 1 AS one } RETURN one",
    "MATCH (n) RETURN n.name, (n.start + 1)",
    "RETURN duration.between(date('2019-06-01'), date('2020-11-27')).months",
]
REFUSED = [
    "CALL dbms.killConnection('bolt-1')",
    "CALL`dbms`.`killConnection`('bolt-1')",
    "call  dbms . listConfig ()",
    "MATCH (n) CALL apoc.load.json('x') YIELD value RETURN value",
    "RETURN apoc.cypher.runFirstColumnSingle('x', {})",
    "LOAD /* a */ CSV FROM 'x' AS row RETURN row",
    "LOAD\u180eCSV FROM 'x' AS row RETURN row",
    "SHOW TRANSACTIONS",
    "SHOW\u200bTRANSACTIONS",
    "CYPHER 25 SHOW USERS",
    "MATCH (n) RETURN n UNION SHOW TRANSACTIONS",
    "T\\u0045RMINATE TRANSACTION 'x'",
    "SHOW CURRENT USER",
    "USE system SHOW USERS CALL dbms.x()",
]


@pytest.mark.parametrize("cypher", ALLOWED)
def test_reading_passes(cypher: str) -> None:
    check_text(cypher)


@pytest.mark.parametrize("cypher", REFUSED)
def test_what_reaches_beyond_the_graph_is_refused(cypher: str) -> None:
    with pytest.raises(ReadOnlyError):
        check_text(cypher)


@pytest.mark.parametrize("cypher", ["", "  \n; ", "EXPLAIN RETURN 1", "CYPHER runtime=slotted profile RETURN 1"])
def test_what_is_no_query_is_misuse(cypher: str) -> None:
    with pytest.raises(UsageError):
        check_text(cypher)


def test_saved_queries_keep_the_rules_that_users_must_keep() -> None:
    for query in saved_queries().values():
        check_text(query.statement)


def step(operator: str, *children: object, details: str = "") -> dict[str, object]:
    return {"operatorType": f"{operator}@neo4j", "args": {"Details": details}, "children": list(children)}


def test_plan_of_known_reading_operators_passes() -> None:
    check_plan("r", step("ProduceResults", step("Expand(All)", step("NodeUniqueIndexSeek"))))
    check_plan("r", step("ProduceResults", step("ProcedureCall", details="db.labels() :: (label :: STRING)")))


@pytest.mark.parametrize(
    ("query_type", "plan"),
    [
        ("w", step("ProduceResults", step("Create"))),
        ("rw", step("ProduceResults")),
        ("r", step("ProduceResults", step("Filter", step("LoadCSV")))),
        ("r", step("ProduceResults", step("OperatorOfTheFuture"))),
        ("r", step("ProduceResults", step("ProcedureCall", details="dbms.listConfig() :: (name :: STRING)"))),
        ("s", step("AdministrationCommand")),
        ("r", None),
    ],
)
def test_every_other_plan_is_refused(query_type: str, plan: dict[str, object] | None) -> None:
    with pytest.raises(ReadOnlyError):
        check_plan(query_type, plan)
