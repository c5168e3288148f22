"""Saved queries as a contract: names, parameters, defaults and columns that scripts rely on; every one runs on both servers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.answer.rows import answer
from graph.errors import UsageError
from graph.store.catalogue import SavedQuery, find_query, saved_queries

if TYPE_CHECKING:
    from graph.store.client import Graph

CONTRACT = {
    "person/career": (
        "person",
        (
            "person_id, person, organization, post, status, start_date, start_not_before, start_not_after, end_date, "
            "end_not_before, end_not_after, start_basis, end_basis, acting, concurrent, seconded, due_date, "
            "probation_due, doc_numbers"
        ),
    ),
    "person/search": ("text", "person_id, person, gender, organization, post, status"),
    "person/probations": ("as_of", "person, organization, post, due_date, state"),
    "person/nominations": ("as_of", "person, organization, post, nominated_on, state"),
    "person/unplaced": ("from, to", "person, organization, post, days"),
    "person/overdue": ("as_of", "kind, person, organization, post, days"),
    "organization/roster": ("organization, on", "post, person_id, person, certainty, acting, start_date, doc_numbers"),
    "organization/changes": (
        "from, to, organization=",
        "organization, post, person, change, date, not_before, not_after, doc_number",
    ),
    "organization/turnover": (
        "from, to, organization=",
        (
            "organization, entries, exits, internal_moves, entries_possible, exits_possible, holders_from, holders_to, "
            "holders_from_possible, holders_to_possible, denominator, denominator_basis, rate"
        ),
    ),
    "organization/lineage": ("organization=", "predecessor, successor, kind, date, state"),
    "post/history": ("organization, post", "holder, start_date, end_date, end_basis, acting, vacancy_days"),
    "post/vacancies": (
        "as_of, organization=",
        (
            "organization, post, kind, certainty, since_date, since_not_before, since_not_after, last_holder, "
            "acting, nominee, doc_number"
        ),
    ),
    "post/successions": (
        "organization=",
        "organization, post, predecessor, successor, left_not_before, left_not_after, came_not_before, came_not_after",
    ),
    "post/chains": (
        "from, to",
        "chain_id, step, person, from_organization, from_post, to_organization, to_post, closed, opened_by, ended_by",
    ),
    "notice/reshuffle": ("doc_number", "person, from, to, direction, replaced_by, replaces"),
    "notice/coverage": ("issuer=", "issuer, series, seen, missing, first, last"),
    "notice/issues": ("source=", "source, doc_number, kind, text, start, end, reason"),
}
"""Query → parameters (with = where one may be left out) and the columns it gives at least, in this order."""

VALUES = {
    "person": "没有这个人",
    "organization": "没有这个机构",
    "text": "没有",
    "date": "2020-11-27",
    "integer": "3",
    "doc_number": "三政任〔2020〕1号",
}
"""A value of each type of parameter that nothing in an empty graph bears."""


def values_of(query: SavedQuery) -> dict[str, str]:
    return {param.name: VALUES[param.type] for param in query.params if param.default is None}


@pytest.mark.parametrize("name", CONTRACT)
def test_parameters_and_columns_are_those_of_the_contract(name: str) -> None:
    params, columns = CONTRACT[name]
    query = find_query(name)
    named = [param.name + ("" if param.default is None else f"={param.default}") for param in query.params]
    assert named[: len(params.split(", "))] == params.split(", ")
    assert all(param.default is not None for param in query.params[len(params.split(", ")) :])
    wanted = columns.split(", ")
    assert [column for column in query.columns if column in wanted] == wanted


@pytest.mark.parametrize("name", sorted(saved_queries()))
def test_query_runs_on_an_empty_graph(graph: Graph, name: str) -> None:
    query = find_query(name)
    found = answer(graph, name, values_of(query), timeout=30)
    assert found.columns == query.columns
    assert found.rows == [] or name == "overview/counts"


@pytest.mark.parametrize("name", [name for name in CONTRACT if "=" not in CONTRACT[name][0].split(", ")[0]])
def test_missing_and_unknown_parameters_are_refused(name: str) -> None:
    query = find_query(name)
    with pytest.raises(UsageError, match="It takes"):
        query.bind({})
    with pytest.raises(UsageError, match="has no parameter 'colour'"):
        query.bind({**values_of(query), "colour": "red"})


def test_end_of_coverage_of_an_empty_graph_is_unknown(graph: Graph) -> None:
    from graph.answer.rows import end_of_coverage

    assert end_of_coverage(graph) is None


def test_values_of_optional_filters_may_be_left_empty(graph: Graph) -> None:
    day = date(2020, 11, 27)
    assert answer(graph, "post/vacancies", {"as_of": day, "organization": ""}).unknown == ()
    assert answer(graph, "post/vacancies", {"as_of": day, "organization": "没有"}).unknown == ("organization 没有",)
