"""The saved queries: one Cypher statement a file under queries/<subject>/<noun>.cypher, described by its header.

A header is the run of `//` lines at the top of the file: first what the query answers, in plain words, then

    // param person: person                     a parameter that must be given
    // param organization: organization = ''    one that may be left out
    // param as_of: date = end of coverage      the last day that the stored papers cover
    // returns person_id, person, status        the columns, in order; may be repeated to go on
    // finish: chains                           a function of graph/answer that makes these columns from the statement's rows
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import msgspec

from graph.errors import UsageError
from graph.ids import squash
from graph.settings import ROOT

QUERIES = ROOT / "queries"
END_OF_COVERAGE = "end of coverage"

ParamType = Literal["text", "date", "integer", "person", "organization", "doc_number"]
PARAM_TYPES: tuple[str, ...] = get_args(ParamType)

_BRACKETS = str.maketrans("[]()［］（）【】", "〔〕" * 5)
"""What people type for the brackets round the year of a document number."""

_PARAM = re.compile(r"param (\w+): (\w+)(?: = (.*))?")
_RETURNS = re.compile(r"returns (\w+(?:, ?\w+)*)")
_FINISH = re.compile(r"finish: (\w+)")
_KEYWORD = re.compile(r"(param|returns|finish)\b")
_USED = re.compile(r"\$(\w+)")


class Param(msgspec.Struct, frozen=True):
    """A parameter of a saved query; `default` is None when it must be given."""

    name: str
    type: ParamType
    default: str | None = None

    def __str__(self) -> str:
        return f"{self.name}: {self.type}" + ("" if self.default is None else f" = {self.default or repr('')}")


class SavedQuery(msgspec.Struct, frozen=True, kw_only=True):
    """One saved query. `columns` are those of the answer, after `finish` where one is named."""

    name: str
    path: Path
    about: str
    params: tuple[Param, ...] = ()
    columns: tuple[str, ...] = ()
    finish: str = ""
    statement: str

    @property
    def usage(self) -> str:
        """The parameters in one line, for messages and lists."""
        return ", ".join(map(str, self.params)) or "no parameters"

    def bind(self, given: Mapping[str, object]) -> dict[str, object]:
        """The value of every parameter: dates and integers typed, an empty optional one None.

        A default of `end of coverage` stays that text; the answer looks it up. Raises UsageError for a parameter that is unknown,
        missing or of the wrong type, naming those that the query takes.
        """
        known = {param.name for param in self.params}
        for name in given:
            if name not in known:
                raise UsageError(f"The query {self.name} has no parameter {name!r}.", f"It takes {self.usage}.")
        return {param.name: self._value(param, given) for param in self.params}

    def _value(self, param: Param, given: Mapping[str, object]) -> object:
        value = given.get(param.name)
        if value is None or (value == "" and param.default is not None):
            if param.default is None:
                raise UsageError(f"The query {self.name} needs the parameter {param.name!r}.", f"It takes {self.usage}.")
            value = param.default
        if value == "":
            if param.default is None:
                raise UsageError(f"The parameter {param.name!r} of {self.name} is empty.", f"It takes {self.usage}.")
            return "" if param.type == "text" else None
        if value == END_OF_COVERAGE and param.type == "date":
            return value
        return self._typed(param, value)

    def _typed(self, param: Param, value: object) -> object:
        try:
            if param.type == "date":
                return value if isinstance(value, date) else date.fromisoformat(str(value))
            if param.type == "integer":
                return int(str(value))
        except ValueError:
            example = "an ISO date such as 2020-11-27" if param.type == "date" else "a whole number"
            raise UsageError(
                f"The parameter {param.name!r} of {self.name} is {value!r}, not {example}.", f"It takes {self.usage}."
            ) from None
        if param.type == "doc_number":
            return squash(str(value)).translate(_BRACKETS)
        return str(value)


def saved_queries() -> dict[str, SavedQuery]:
    """Every saved query by name, checked; raises UsageError naming the file and line of a header that does not fit."""
    return dict(_read_all())


def find_query(name: str) -> SavedQuery:
    """The saved query of that name; raises UsageError with the nearest names when there is none."""
    queries = _read_all()
    try:
        return queries[name]
    except KeyError:
        near = difflib.get_close_matches(name, queries, n=3, cutoff=0.4)
        remedy = f"Did you mean {' or '.join(near)}?" if near else "`query --list` shows them all."
        raise UsageError(f"There is no saved query {name!r}.", remedy) from None


@lru_cache(maxsize=1)
def _read_all() -> dict[str, SavedQuery]:
    found = (parse_query(path.read_text(encoding="utf-8"), path) for path in sorted(QUERIES.glob("*/*.cypher")))
    return {query.name: query for query in found}


def parse_query(text: str, path: Path) -> SavedQuery:
    """The query that a file holds; raises UsageError naming the file and line when its header does not fit.

    >>> parse_query("// Who.\\n// param text: text\\n// returns a\\nRETURN $text AS a", Path("person/search.cypher")).columns
    ('a',)
    """
    lines = text.splitlines()
    header = list(_header(lines))
    about: list[str] = []
    params: list[Param] = []
    columns: list[str] = []
    finish = ""
    for number, line in header:
        if match := _PARAM.fullmatch(line):
            params.append(_param(match, path, number))
        elif match := _RETURNS.fullmatch(line):
            columns += re.split(r", ?", match[1])
        elif match := _FINISH.fullmatch(line):
            finish = match[1]
        elif _KEYWORD.match(line):
            raise _bad(
                path, number, f"{line!r} is no header line", "`param name: type = default`, `returns a, b` or `finish: name`"
            )
        else:
            about.append(line)
    statement = "\n".join(lines[len(header) :]).strip()
    query = SavedQuery(
        name=f"{path.parent.name}/{path.stem}",
        path=path,
        about=" ".join(about),
        params=tuple(params),
        columns=tuple(columns),
        finish=finish,
        statement=statement,
    )
    _check(query, len(header))
    return query


def _header(lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if not line.startswith("//"):
            return
        yield number, line[2:].strip()


def _param(match: re.Match[str], path: Path, number: int) -> Param:
    name, kind, default = match.groups()
    if kind not in PARAM_TYPES:
        raise _bad(path, number, f"{kind!r} is no type of a parameter", ", ".join(PARAM_TYPES))
    return Param(name, kind, None if default is None else default.strip().strip("'\""))  # type: ignore[arg-type]


def _check(query: SavedQuery, end: int) -> None:
    if not query.about:
        raise _bad(query.path, 1, "the header does not say what the query answers", "a first line of plain words")
    if not query.columns:
        raise _bad(query.path, end, "the header names no columns", "a line `returns a, b, c`")
    if len(set(query.columns)) < len(query.columns):
        raise _bad(query.path, end, "the header names a column twice", "each column once")
    if not query.statement:
        raise _bad(query.path, end, "there is no statement", "one Cypher statement after the header")
    used = set(_USED.findall(query.statement))
    named = {param.name for param in query.params}
    if missing := used - named:
        raise _bad(query.path, end, f"the statement uses ${min(missing)}, which no param line names", "a `param` line for it")
    if not query.finish and (idle := named - used):
        raise _bad(query.path, end, f"the parameter {min(idle)} is never used", f"${min(idle)} in the statement")


def _bad(path: Path, number: int, what: str, wanted: str) -> UsageError:
    return UsageError(f"{path}, line {number}: {what}.", f"Wanted: {wanted}.")
