"""`stop`: ends the local graph now, also for others who use it; a Neo4j of one's own is left alone."""

from __future__ import annotations

import argparse
import sys

from graph.settings import Settings
from graph.store import local_server


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No words beyond the common ones."""


def run(args: argparse.Namespace) -> int:
    """Says on stderr whether a server was stopped; 0 either way."""
    stopped = local_server.stop(Settings.of())
    print("local graph stopped." if stopped else "no local graph was running.", file=sys.stderr)
    return 0
