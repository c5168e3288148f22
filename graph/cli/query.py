"""`query`: a saved query, their list, or a user's own Cypher that may only read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

from graph.cli.output import add_format, write_rows
from graph.cli.progress import showing
from graph.errors import UsageError
from graph.settings import Settings
from graph.store.catalogue import find_query, saved_queries

TIMEOUT = 60.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a saved query, such as person/career")
    parser.add_argument("--param", action="append", default=[], metavar="K=V", help="a parameter; may be repeated")
    parser.add_argument("--limit", type=_count, metavar="N", help="at most N rows; all unless given")
    parser.add_argument("--timeout", type=_seconds, default=TIMEOUT, metavar="S", help=f"end it after S seconds ({TIMEOUT:.0f})")
    parser.add_argument("--list", action="store_true", help="what saved queries there are")
    parser.add_argument("--cypher", metavar="TEXT", help="a statement of your own; it may only read")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Prints the rows; 0."""
    if (args.name is not None) + args.list + (args.cypher is not None) != 1:
        raise UsageError("A query wants one of NAME, --list and --cypher.", "`python -m graph query --list` shows the names.")
    if args.list:
        _list(args.format)
        return 0
    given = _params(args.param)
    if args.name is not None:
        _saved(args, given)
    else:
        _own(args, given)
    return 0


def _list(asked: str | None) -> None:
    rows = [
        {"name": query.name, "about": query.about, "params": query.usage, "columns": list(query.columns)}
        for query in saved_queries().values()
    ]
    write_rows(("name", "about", "params", "columns"), rows, asked)


def _saved(args: argparse.Namespace, given: Mapping[str, str]) -> None:
    find_query(args.name).bind(given)  # a wrong name or parameter is told without waiting for a server
    from graph.answer.rows import answer
    from graph.store.client import connect

    with showing("asking the graph", lines=False), connect(Settings.of()) as graph:
        found = answer(graph, args.name, given, args.timeout)
    for unknown in found.unknown:
        print(f"graph query: nothing stored bears the {unknown}; an id or the exact full name is wanted.", file=sys.stderr)
    write_rows(found.columns, _limited(found.rows, args.limit), args.format)


def _own(args: argparse.Namespace, given: Mapping[str, str]) -> None:
    from graph.store.client import connect
    from graph.store.guard import run_untrusted

    with showing("asking the graph", lines=False), connect(Settings.of()) as graph:
        columns, rows = run_untrusted(graph, args.cypher, dict(given), args.timeout)
    write_rows(columns, _limited(rows, args.limit), args.format)


def _limited(rows: Sequence[dict[str, object]], limit: int | None) -> Sequence[dict[str, object]]:
    if limit is None or len(rows) <= limit:
        return rows
    print(f"graph query: {limit} of {len(rows)} rows shown.", file=sys.stderr)
    return rows[:limit]


def _params(words: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise UsageError(f"--param {word!r} has no name and value.", "Write --param name=value.")
        if name in given:
            raise UsageError(f"--param {name} is given twice.", "Give it once.")
        given[name] = value
    return given


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds") from None
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} seconds is no time to wait; give a number above zero")
    return seconds
