"""The command line: one module per command, imported only when its command is called."""

from __future__ import annotations

import argparse
import errno
import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

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
    "diff": ("graph.cli.diff", "gains and losses between two outputs of parse"),
}
"""Command → (module, what it does). A module has `add_arguments(parser)` and `run(args) -> int`."""


class OneLineParser(argparse.ArgumentParser):
    """Misuse gives one line and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog.removeprefix('python -m ')}: {message}. See `{self.prog} --help`.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 done with issues, 2 misuse or failure."""
    _speak_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    args = _parser(words).parse_args(words)
    try:
        status = int(importlib.import_module(COMMANDS[args.command][0]).run(args))
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()  # the reader of the pipe, such as `head`, has seen enough
        return 0
    except KeyboardInterrupt:
        return _fail(args, "interrupted.")
    except GraphError as error:
        return _fail(args, str(error))
    except OSError as error:
        return _fail(args, _explain(error))
    except Exception as error:  # noqa: BLE001  the edge: whatever happens is told in one line
        text = " ".join(str(error).split())
        return _fail(args, f"a defect of the program: {type(error).__name__}: {text}. Run it with --debug and report the output.")
    return status


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = OneLineParser(prog="python -m graph", description="A knowledge graph of personnel appointments.")
    parser.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = next((word for word in words if not word.startswith("-")), "")
    for name, (module, help_text) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=f"{help_text[0].upper()}{help_text[1:]}.")
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="show the traceback of a failure")
        if name == chosen:
            importlib.import_module(module).add_arguments(command)
    return parser


def _speak_utf8() -> None:
    """Data are UTF-8 with bare line feeds whatever the locale; a message never fails on a character."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(args: argparse.Namespace, message: str) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        _drop_stdout()
    if args.debug:
        traceback.print_exc()
    print(f"graph {args.command}: {' '.join(message.split())}", file=sys.stderr)
    return 2


def _explain(error: OSError) -> str:
    where = f" {error.filename}" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"no space to write{where or ' the output'}. Free some, or write elsewhere."
    reason = (error.strerror or str(error)).lower()
    return f"{where.strip() or 'the system'}: {reason}. Check the path and its permissions."


def _drop_stdout() -> None:
    """Points stdout at nothing, so that flushing it at exit says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
