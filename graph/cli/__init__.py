"""The command line: one module per command, imported only when its command is called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from graph.errors import GraphError

COMMANDS: dict[str, tuple[str, str]] = {
    "parse": ("graph.cli.parse", "read files and print the acts"),
    "load": ("graph.cli.load", "read files and store what they say"),
    "unload": ("graph.cli.unload", "take files out of the graph again"),
    "query": ("graph.cli.query", "a saved query, or read-only Cypher"),
    "export": ("graph.cli.export", "write an interchange format"),
    "serve": ("graph.cli.serve", "start the front end"),
    "stop": ("graph.cli.stop", "stop the local graph"),
    "status": ("graph.cli.status", "checks over what is stored"),
    "schema": ("graph.cli.schema", "print the schema"),
    "rebuild": ("graph.cli.rebuild", "derive everything again from the acts"),
    "judge": ("graph.cli.judge", "record a judgement"),
    "diff": ("graph.cli.diff", "gains and losses between two outputs of parse"),
}
"""Command → (module, what it does). A module has `add_arguments(parser)` and `run(args) -> int`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 done with issues, 2 misuse or failure."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m graph")
    parser.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = next((word for word in words if not word.startswith("-")), "")
    for name, (module, help_text) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="show the traceback of a failure")
        if name == chosen:
            importlib.import_module(module).add_arguments(command)
    args = parser.parse_args(words)
    try:
        return int(importlib.import_module(COMMANDS[args.command][0]).run(args))
    except GraphError as error:
        if args.debug:
            raise
        print(f"graph {args.command}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 2
