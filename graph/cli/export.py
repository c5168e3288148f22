"""`export`: the stored graph in an interchange format."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from graph.cli.progress import showing
from graph.settings import Settings

FORMATS = {"csv": "graph.export.csv", "graphml": "graph.export.graphml"}
"""Format → module with `write(graph, path) -> int`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PATH", help="where to; for csv a new folder or a .zip")


def run(args: argparse.Namespace) -> int:
    """Writes the file or folder and says how much; 0."""
    from graph.store.client import connect

    with connect(Settings.of()) as graph, showing("exporting"):
        count = importlib.import_module(FORMATS[args.format]).write(graph, args.output)
    print(f"{count} nodes and relationships written to {args.output}.", file=sys.stderr)
    return 0
