"""The answer of a saved query as rows: parameters looked up, the statement run, its rows finished into the columns promised."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from graph.errors import RecordError
from graph.ids import squash
from graph.store.catalogue import END_OF_COVERAGE, SavedQuery, find_query
from graph.store.client import READ_TIMEOUT, Graph
from graph.store.guard import run_untrusted

Row: TypeAlias = dict[str, object]
Finish: TypeAlias = Callable[[list[Row], Mapping[str, object]], list[Row]]

FINISHES: dict[str, str] = {
    "chains": "graph.answer.chain_rows",
    "coverage": "graph.answer.coverage_rows",
    "reshuffle": "graph.answer.reshuffle_rows",
    "turnover": "graph.answer.turnover_rows",
}
"""Name in a header → module whose `finish(rows, params)` makes the columns; imported only when a query names it."""

_PERSON_ID = re.compile(r"p[0-9a-f]{24}")
_ORGANIZATION_ID = re.compile(r"o[0-9a-f]{24}")


class Answer(msgspec.Struct, frozen=True):
    """What a query says: `columns` in the order of its header and one value of each per row.

    `unknown` names the parameters that nobody bears, as written: then there are no rows.
    """

    columns: tuple[str, ...]
    rows: list[Row]
    unknown: tuple[str, ...] = ()


def answer(graph: Graph, name: str, params: Mapping[str, object] | None = None, timeout: float | None = None) -> Answer:
    """The answer of the saved query `name`; raises UsageError for an unknown query or parameter.

    `person` and `organization` parameters are ids or exact full names, for all who bear the name. All rows, never cut.
    With a `timeout` the statement is ended after so many seconds on either server, at the price of a few milliseconds.
    """
    query = find_query(name)
    bound = query.bind(params or {})
    unknown = []
    for param in query.params:
        value = bound[param.name]
        if value == END_OF_COVERAGE and param.type == "date":
            bound[param.name] = end_of_coverage(graph)
        elif param.type in ("person", "organization") and value is not None:
            found = person_ids(graph, str(value)) if param.type == "person" else organization_ids(graph, str(value))
            bound[param.name] = found
            if not found:
                unknown.append(f"{param.name} {value}")
    if timeout is None:
        rows = graph.run(query.statement, bound, timeout=READ_TIMEOUT).rows
    else:
        rows = run_untrusted(graph, query.statement, bound, timeout)[1]
    if query.finish:
        rows = _finish(query)(rows, bound)
    for row in rows[:1]:
        if missing := [column for column in query.columns if column not in row]:
            raise RecordError(f"The query {name} gives no column {missing[0]!r}.", f"Its header in {query.path} promises it.")
    return Answer(query.columns, [{column: row[column] for column in query.columns} for row in rows], tuple(unknown))


def _finish(query: SavedQuery) -> Finish:
    if query.finish not in FINISHES:
        raise RecordError(
            f"{query.path} names the finish {query.finish!r}, which does not exist.", f"There are {', '.join(FINISHES)}."
        )
    finish: Finish = importlib.import_module(FINISHES[query.finish]).finish
    return finish


def end_of_coverage(graph: Graph) -> date | None:
    """The last day that the stored papers cover; None while there are none."""
    rows = graph.read("MATCH (n:Notice) RETURN max(n.not_after) AS day")
    day = rows[0]["day"] if rows else None
    return day if isinstance(day, date) else None


def person_ids(graph: Graph, wanted: str) -> list[str]:
    """The ids of the persons with this id or exact name, sorted.

    An id that is no more is taken as that of an act and leads to the person whom the act concerns now.
    """
    if _PERSON_ID.fullmatch(wanted):
        if found := _ids(graph.read("MATCH (p:Person {person_id: $id}) RETURN p.person_id AS id", id=wanted)):
            return found
        statement = "MATCH (a:Act {act_id: $id})-[:CONCERNS]->(p:Person) RETURN p.person_id AS id"
        return _ids(graph.read(statement, id="a" + wanted[1:]))
    return _ids(graph.read("MATCH (p:Person {name: $name}) RETURN p.person_id AS id", name=squash(wanted)))


def organization_ids(graph: Graph, wanted: str) -> list[str]:
    """The ids of the organizations with this id or exact full name, sorted."""
    if _ORGANIZATION_ID.fullmatch(wanted):
        return _ids(graph.read("MATCH (g:Organization {organization_id: $id}) RETURN g.organization_id AS id", id=wanted))
    return _ids(graph.read("MATCH (g:Organization {name: $name}) RETURN g.organization_id AS id", name=squash(wanted)))


def _ids(rows: Sequence[Mapping[str, object]]) -> list[str]:
    return sorted({str(row["id"]) for row in rows})
