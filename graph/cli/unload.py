"""`unload`: takes files out of the graph again, and what no other file says."""

from __future__ import annotations

import argparse

from graph.cli.load import report
from graph.cli.progress import showing
from graph.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders as they were loaded")


def run(args: argparse.Namespace) -> int:
    """Says what was removed; 0."""
    from graph.store.client import connect
    from graph.store.load import unload_paths

    with connect(Settings.of()) as graph, showing("unloading") as shown:
        done = unload_paths(graph, args.paths, progress=shown.stage)
    report(done)
    return 0
