"""Headers of saved queries: what is accepted, what is refused and how, and how parameters are typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.store.catalogue import Param, find_query, parse_query, saved_queries

PATH = Path("queries/post/vacancies.cypher")
GOOD = """// Posts that are empty on a day.
// param as_of: date
// param organization: organization = ''
// returns organization, post
// returns kind
MATCH (v:Vacancy) WHERE v.since_date <= $as_of AND $organization IS NULL
RETURN 1 AS organization, 2 AS post, 3 AS kind
"""


def test_header_gives_name_words_parameters_and_columns() -> None:
    query = parse_query(GOOD, PATH)
    assert query.name == "post/vacancies"
    assert query.about == "Posts that are empty on a day."
    assert query.params == (Param("as_of", "date"), Param("organization", "organization", ""))
    assert query.columns == ("organization", "post", "kind")
    assert query.statement.startswith("MATCH")
    assert query.statement.endswith("AS kind")


@pytest.mark.parametrize(
    ("line", "instead", "words"),
    [
        ("// param as_of: date\n", "// param as_of: day\n", "line 2: 'day' is no type of a parameter"),
        ("// param as_of: date\n", "// param as_of date\n", "line 2: 'param as_of date' is no header line"),
        ("// param as_of: date\n", "", "the statement uses $as_of, which no param line names"),
        ("// returns kind\n", "// param spare: text\n", "the parameter spare is never used"),
        ("// returns kind\n", "// returns post\n", "names a column twice"),
        ("// returns organization, post\n// returns kind\n", "", "names no columns"),
        ("// Posts that are empty on a day.\n", "", "does not say what the query answers"),
    ],
)
def test_header_that_does_not_fit_names_file_line_and_fault(line: str, instead: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_query(GOOD.replace(line, instead), PATH)
    assert str(PATH) in str(raised.value)
    assert words in str(raised.value)


def test_header_without_a_statement_is_refused() -> None:
    header = "".join(line for line in GOOD.splitlines(keepends=True) if line.startswith("//"))
    with pytest.raises(UsageError, match="there is no statement"):
        parse_query(header, PATH)


def test_parameters_are_typed_and_defaults_filled_in() -> None:
    query = parse_query(GOOD, PATH)
    assert query.bind({"as_of": "2020-11-27"}) == {"as_of": date(2020, 11, 27), "organization": None}
    assert query.bind({"as_of": date(2020, 11, 27), "organization": "三门峡市教育局"})["organization"] == "三门峡市教育局"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "needs the parameter 'as_of'"),
        ({"as_of": ""}, "The parameter 'as_of' of post/vacancies is empty"),
        ({"as_of": "27.11.2020"}, "not an ISO date"),
        ({"as_of": "2020-02-30"}, "not an ISO date"),
        ({"as_of": "2020-11-27", "organisation": "x"}, "has no parameter 'organisation'"),
    ],
)
def test_parameters_that_do_not_fit_name_what_the_query_takes(given: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_query(GOOD, PATH).bind(given)
    assert words in str(raised.value)
    assert "It takes as_of: date, organization: organization = ''" in str(raised.value)


def test_unknown_query_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean person/career"):
        find_query("person/carreer")


def test_every_saved_query_has_a_good_header_and_plain_words() -> None:
    queries = saved_queries()
    assert {"person/career", "organization/roster", "post/vacancies", "notice/issues"} <= set(queries)
    for query in queries.values():
        assert query.about.endswith("."), query.name
        assert ";" not in query.statement, query.name


def test_brackets_of_a_document_number_may_be_typed_as_the_keyboard_has_them() -> None:
    query = find_query("notice/reshuffle")
    for written in ("三政任[2020]1号", "三政任（2020）1号", "三政任 〔2020〕 1号"):
        assert query.bind({"doc_number": written}) == {"doc_number": "三政任〔2020〕1号"}
