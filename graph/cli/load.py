"""`load`: reads files and stores what they say; says what was new, changed and unchanged, and what was not understood."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.cli.progress import Shown, showing
from graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Issue, Reading
    from graph.store.client import Graph
    from graph.store.load import LoadReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument("--strict", action="store_true", help="exit 1 when the files raise issues")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read files")


def run(args: argparse.Namespace) -> int:
    """Prints the report and every issue of what was read; 1 under --strict when there are issues."""
    from graph.store.client import connect
    from loaders.pipeline import find_sources

    find_sources(args.paths)  # a path that is not there is told without waiting for a server
    with connect(Settings.of()) as graph:
        done, issues = load_paths(graph, args.paths, args.workers)
    report(done)
    for path, issue in issues:
        print(f"{path}:{issue.start}-{issue.end} {issue.kind}: {issue.reason or issue.text}")
    return 1 if args.strict and issues else 0


def load_paths(graph: Graph, paths: Sequence[str], workers: int = 1) -> tuple[LoadReport, list[tuple[str, Issue]]]:
    """Loads all files under the paths with progress on stderr; gives the report and the issues of the reading with their paths."""
    from graph.store.load import load_readings

    issues: list[tuple[str, Issue]] = []
    with showing("reading") as shown:
        done = load_readings(graph, _noting(_read(paths, workers, shown), issues), progress=shown.stage)
    return done, issues


def _read(paths: Sequence[str], workers: int, shown: Shown) -> Iterator[Reading]:
    from loaders.pipeline import read_sources

    return read_sources(paths, workers=workers, progress=lambda done, total: shown.stage("files read", done, total))


def _noting(readings: Iterator[Reading], issues: list[tuple[str, Issue]]) -> Iterator[Reading]:
    for reading in readings:
        issues.extend((reading.source.path, issue) for issue in reading.issues)
        yield reading


def report(done: LoadReport) -> None:
    """Says on stdout what a load, an unload or a rebuild did."""
    if done.finished:
        print(f"finished first: {done.finished} load that had been cut off", file=sys.stderr)
    new, changed, unchanged, removed = done.sources_new, done.sources_changed, done.sources_unchanged, done.sources_removed
    print(f"sources: {new} new, {changed} changed, {unchanged} unchanged, {removed} removed")
    print(f"notices: {done.notices} new; acts: {done.acts_added} added, {done.acts_removed} removed; issues: {done.issues}")
    if done.derived:
        print("derived: " + ", ".join(f"{count} {kind}" for kind, count in done.derived.items()))
    print(f"{done.seconds:.1f} s", file=sys.stderr)
