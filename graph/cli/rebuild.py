"""`rebuild`: derives persons, tenures, vacancies and all else again from the stored acts."""

from __future__ import annotations

import argparse

from graph.cli.load import report
from graph.cli.progress import showing
from graph.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No words beyond the common ones."""


def run(args: argparse.Namespace) -> int:
    """Says what was derived; 0. Running it twice gives the same graph."""
    from graph.store.client import connect
    from graph.store.load import rebuild

    with connect(Settings.of()) as graph, showing("deriving") as progress:
        done = rebuild(graph, progress=progress.stage)
    report(done)
    return 0
