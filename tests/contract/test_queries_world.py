"""A made world of notices through the command line alone: what is asked of the graph is what is true in the world."""

from __future__ import annotations

import csv
import io
import os
import shlex
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.settings import ROOT
from tests.contract.seed import SHARED

TOOLS = SHARED / "tools"

pytestmark = [
    pytest.mark.local,
    pytest.mark.skipif(not TOOLS.is_dir(), reason="the maker of worlds is not beside the product"),
]


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | {"LOCAL_GRAPH_DIR": str(folder), "LOCAL_GRAPH_IDLE": "30"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


Spell = tuple[str, str]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two cities over two years."""
    path = tmp_path_factory.mktemp("made") / "world"
    made = run(str(TOOLS / "world.py"), str(path), "--cities", "2", "--years", "2", "--seed", "7", folder=path.parent)
    assert made.returncode == 0, made.stderr
    return path


def test_what_is_asked_of_a_made_world_is_what_is_true_in_it(world: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    command = f"{shlex.quote(sys.executable)} -m graph"
    period = ("--param", "from=2016-01-01", "--param", "to=2016-12-31")
    try:
        checked = run(str(TOOLS / "check_world.py"), str(world), "--without", "identity", "--graph", command, folder=folder)
        sound = run("-m", "graph", "status", folder=folder)
        counted = run("-m", "graph", "query", "organization/turnover", *period, "--format", "csv", folder=folder)
    finally:
        run("-m", "graph", "stop", folder=folder)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert checked.stdout.endswith("all hold\n")
    assert sound.returncode == 0, sound.stdout + sound.stderr
    rows = list(csv.DictReader(io.StringIO(counted.stdout)))
    truth = true_turnover(world, date(2016, 1, 1), date(2016, 12, 31))
    assert rows
    for row in rows:
        told = tuple(int(row[name]) for name in ("entries", "exits", "internal_moves"))
        assert told == truth[row["organization"]], row["organization"]
        if not any(int(row[name]) for name in row if name.endswith("_possible")):
            assert int(row["holders_from"]) + told[0] - told[1] == int(row["holders_to"])


def true_turnover(world: Path, since: date, until: date) -> dict[str, tuple[int, int, int]]:
    """Entries, exits and internal moves of each organization, counted as people from day to day."""
    people: dict[str, dict[str, list[Spell]]] = defaultdict(lambda: defaultdict(list))
    with (world / "tenures.csv").open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            people[row["organization"]][row["person_uid"]].append((row["start"] or "0", row["end"] or "9"))
    found = {}
    for body, held in people.items():
        entries = exits = moves = 0
        for spells in held.values():
            for day in {day for spell in spells for day in spell if since.isoformat() <= day <= until.isoformat()}:
                before = holds(spells, (date.fromisoformat(day) - timedelta(days=1)).isoformat())
                after = holds(spells, day)
                entries, exits, moves = entries + (after and not before), exits + (before and not after), moves + (before and after)
        found[body] = (entries, exits, moves)
    return found


def holds(spells: Sequence[Spell], day: str) -> bool:
    return any(start <= day < end for start, end in spells)
