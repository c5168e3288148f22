"""`status`: what is stored, and checks over it: exit 1 for a contradiction that no Issue names, or a load left unfinished."""

from __future__ import annotations

import argparse
import sys

from graph.cli.output import add_format, write_rows
from graph.cli.progress import showing
from graph.settings import Settings

COLUMNS = ("part", "name", "count", "text", "example")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Prints counts, issues by kind, unfinished loads and findings; 1 unless all is sound."""
    from graph.store.checks import status
    from graph.store.client import connect

    with connect(Settings.of()) as graph, showing("checking"):
        found = status(graph)
    rows = [_row("stored", name, count) for name, count in found.counts.items()]
    rows += [_row("issues", kind, count) for kind, count in found.issues.items()]
    rows += [_row("unfinished", load, 1, "the next load or rebuild completes it") for load in found.unfinished]
    rows += [_row("contradiction", one.kind, one.count, one.text, one.example) for one in found.findings]
    write_rows(COLUMNS, rows, args.format)
    print(f"{found.server}: " + ("sound." if found.sound else "not sound, see above."), file=sys.stderr)
    return 0 if found.sound else 1


def _row(part: str, name: str, count: int, text: str = "", example: str = "") -> dict[str, object]:
    return dict(zip(COLUMNS, (part, name, count, text, example), strict=True))
