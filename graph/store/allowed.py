"""What a user's query may contain: rules on its text and on the server's plan for it. Whatever is not listed is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.errors import ReadOnlyError, UsageError
from graph.store.endless import check_ends

_ALLOWED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PROCEDURES = frozenset(_ALLOWED["procedures"])
FUNCTION_NAMESPACES = frozenset(_ALLOWED["function_namespaces"])
OPERATORS = frozenset(_ALLOWED["operators"])

_INDEX_KINDS = "ALL|RANGE|TEXT|POINT|LOOKUP|FULLTEXT|VECTOR|UNIQUENESS|UNIQUE"
_SHOWN = rf"(?:(?:{_INDEX_KINDS}|BUILT\s+IN)\s+)?(?:INDEX|CONSTRAINT|PROCEDURE|FUNCTION)(?:E?S)?\b"
_LITERAL = re.compile(
    r"""(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?P<name>`(?:``|[^`])*`)|(?P<comment>//[^\n]*|/\*.*?\*/)""", re.DOTALL
)
_UNICODE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_BLANK = re.compile("[\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\ufeff]")  # some servers take these for blanks, Python does not
_NAME = r"(?:\w+|`(?:``|[^`])*`)"
_CALLED = re.compile(rf"\bCALL\s+(?!\s*[({{])({_NAME}(?:\s*\.\s*{_NAME})*)", re.IGNORECASE)
_FUNCTION = re.compile(rf"({_NAME}(?:\s*\.\s*{_NAME})+)\s*\(")
_OPTIONS = r"(?:CYPHER\b(?:\s+\d+(?:\.\d+)?\b|\s+\w+\s*=\s*\w+)*\s*)?"
_PLANNING = re.compile(rf"\s*{_OPTIONS}(EXPLAIN|PROFILE)\b", re.IGNORECASE)
_ADMINISTRATION = re.compile(rf"\s*{_OPTIONS}(SHOW|TERMINATE)\b(?!\s+{_SHOWN})", re.IGNORECASE)
_OTHERS = re.compile(r"\b(SHOW|TERMINATE)\s+TRANSACTIONS?\b", re.IGNORECASE)
_LOADING = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)


def check_text(cypher: str) -> None:
    """Raises UsageError for an empty text or one that asks for a plan, ReadOnlyError for what its words give away.

    >>> check_text("MATCH (n) WHERE n.name = 'CALL dbms.killConnection' RETURN date.truncate('year', n.start_date)")
    >>> check_text("CALL dbms.listConfig()")
    Traceback (most recent call last):
    ...
    graph.errors.ReadOnlyError: The query was refused: it calls dbms.listConfig. Only queries that read the graph are allowed.
    """
    # Neo4j replaces \\uXXXX before it looks for words and quotes; whichever reading gives something away counts
    for reading in {cypher, _UNICODE.sub(lambda found: chr(int(found[1], 16)), cypher)}:
        _check_reading(_without_literals(reading))


def _check_reading(words: str) -> None:
    if not words.strip(" \t\r\n;"):
        raise UsageError("The query is empty.", "Write one, such as: MATCH (p:Person) RETURN p.name LIMIT 10")
    if found := _PLANNING.match(words):
        raise UsageError(f"The query begins with {found[1].upper()}.", "Leave that word out.")
    if found := _ADMINISTRATION.match(words) or _OTHERS.search(words):
        raise _refusal(f"it asks for {' '.join(found[0].split()).upper()}, which is administration")
    if _LOADING.search(words):
        raise _refusal("it reads a file or an address with LOAD CSV")
    called = set()
    for found in _CALLED.finditer(words):
        name = _plain_name(found[1])
        called.add(name)
        if name not in PROCEDURES:
            raise _refusal(f"it calls {name}")
    for found in _FUNCTION.finditer(words):
        name = _plain_name(found[1])
        if name not in called and name.split(".")[0].lower() not in FUNCTION_NAMESPACES:
            raise _refusal(f"it uses the function {name}")
    check_ends(words)


def check_plan(query_type: str, plan: Mapping[str, Any] | None) -> None:
    """Raises ReadOnlyError unless the plan that Neo4j made only reads the graph."""
    if query_type not in ("r", "s") or plan is None:
        raise _refusal("it writes" if "w" in query_type else "its plan is not known")
    for step in _steps(plan):
        operator = str(step.get("operatorType", "")).split("@")[0]
        name = operator.split("(")[0].removeprefix("Partitioned")
        if name not in OPERATORS:
            raise _refusal(f"its plan contains {operator}")
        if name == "ProcedureCall":
            procedure = str(step.get("args", {}).get("Details", "")).split("(")[0].replace("`", "").strip()
            if procedure not in PROCEDURES:
                raise _refusal(f"it calls {procedure}")


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)


def _without_literals(cypher: str) -> str:
    """The text with strings emptied, comments blanked, and blanks of every kind as such."""
    return _BLANK.sub(" ", _LITERAL.sub(lambda found: found["name"] or ("''" if found["string"] else " "), cypher))


def _plain_name(written: str) -> str:
    return re.sub(r"[`\s]", "", written)


def _refusal(reason: str) -> ReadOnlyError:
    return ReadOnlyError(f"The query was refused: {reason}.", "Only queries that read the graph are allowed.")
