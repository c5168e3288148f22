"""The seed gazette and what is known to be in it, read from beside the product; tests that need it are skipped without it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.answer.rows import answer
from graph.settings import ROOT
from graph.store.client import Graph

SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed"

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the seed gazette is not beside the product")

Row = dict[str, Any]


def gazette() -> Path:
    """The text of the gazette."""
    return next(SEED.glob("*.txt"))


def table(name: str) -> list[dict[str, str]]:
    """A table of the seed: acts.csv, rosters.csv."""
    with (SEED / name).open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def asking(graph: Graph, name: str, **params: object) -> list[Row]:
    """The rows of a saved query."""
    return [dict(row) for row in answer(graph, name, params).rows]


def pairs(rows: list[Row], *columns: str) -> set[tuple[Any, ...]]:
    """The rows as a set of tuples."""
    return {tuple(row[column] for column in columns) for row in rows}


def chains_of(rows: list[Row]) -> Iterator[list[Row]]:
    """The steps of each chain, in order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["chain_id"], []).append(row)
    for steps in found.values():
        yield sorted(steps, key=lambda step: int(step["step"]))
