"""`schema`: labels, properties, constraints and indexes of the stored graph, as declared."""

from __future__ import annotations

import argparse
import sys

from graph.store.schema import schema_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No words beyond the common ones."""


def run(args: argparse.Namespace) -> int:
    """Prints the schema; 0. Needs no server."""
    sys.stdout.write(schema_text().rstrip("\n") + "\n")
    return 0
