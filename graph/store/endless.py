"""Loops that no server can interrupt: those inside one expression. Between rows every server listens, within one value none does.

Measured on Neo4j 2026.08.1 and the local graph: a loop in a loop runs on after its timeout and after TERMINATE. So a loop may
not stand in the body of another, and a range may be long only where UNWIND makes rows of it.
"""

from __future__ import annotations

import re

from graph.errors import ReadOnlyError

LONGEST_RANGE = 1_000_000

_TOKEN = re.compile(
    r"""(?P<subquery>\b(?:EXISTS|COUNT|COLLECT|CALL)\s*(?:\([^()]*\)\s*)?\{)
    |(?P<loop>\b(?:REDUCE|ALL|ANY|NONE|SINGLE|ALLREDUCE)\s*\(|\[\s*(?:\w+|`(?:``|[^`])*`)\s+IN\b)
    |(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<body>\||\bWHERE\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_RANGE = re.compile(r"(?P<rows>\bUNWIND\s+)?(?<![\w.])RANGE\s*\(", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:size|length)\s*\([^()]*\)|\b[\w.]+(?:\([^()]*\))?\.year\b", re.IGNORECASE)


def check_ends(words: str) -> None:
    """Raises ReadOnlyError for a loop in the body of another loop, or over a range of unknown length; `words` is without strings.

    >>> check_ends("RETURN [x IN [y IN ys WHERE y > 1] | x + 1], [i IN range(0, size(xs) - 1) | xs[i]]")
    >>> check_ends("RETURN [x IN xs | reduce(a = 0, y IN ys | a + y)]")
    Traceback (most recent call last):
    graph.errors.ReadOnlyError: The query was refused: a loop inside another is one that no server could end. Make rows with UNWIND.
    """
    _check_loops(words)
    for found in _RANGE.finditer(words):
        if not found["rows"] and not _is_short(_inside(words, found.end())):
            raise ReadOnlyError(
                "The query was refused: it has a range of unknown or great length, which no server could end.",
                f"Make rows of it with UNWIND range(…), or write bounds below {LONGEST_RANGE}.",
            )


def _check_loops(words: str) -> None:
    brackets: list[str] = []  # for each open one: "loop" before its body, "body" in it, "subquery", or ""
    for found in _TOKEN.finditer(words):
        kind = found.lastgroup
        if kind == "close":
            if brackets:
                brackets.pop()
        elif kind == "body":
            if brackets and brackets[-1] == "loop":
                brackets[-1] = "body"
        else:
            if kind == "loop" and "body" in _of_this_query(brackets):
                raise ReadOnlyError(
                    "The query was refused: a loop inside another is one that no server could end.", "Make rows with UNWIND."
                )
            brackets.append("" if kind == "open" else str(kind))


def _of_this_query(brackets: list[str]) -> list[str]:
    """The brackets since the innermost subquery: a subquery makes rows, between which a server listens."""
    since = max((place for place, kind in enumerate(brackets) if kind == "subquery"), default=-1)
    return brackets[since + 1 :]


def _inside(words: str, start: int) -> str:
    """What stands between the bracket opened just before `start` and its close."""
    depth = 1
    for place in range(start, len(words)):
        depth += (words[place] in "([{") - (words[place] in ")]}")
        if depth == 0:
            return words[start:place]
    return words[start:]


def _is_short(arguments: str) -> bool:
    """Whether both bounds are plain small numbers, or counted from what is there."""
    left = _COUNTED.sub("0", arguments)
    return re.fullmatch(r"[\d\s,+-]*", left) is not None and all(int(n) <= LONGEST_RANGE for n in re.findall(r"\d+", left))
