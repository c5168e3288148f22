"""A made world of notices through the command line alone: what is asked of the graph is what is true in the world."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
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


def test_tenures_vacancies_and_chains_of_a_made_world_hold(tmp_path: Path) -> None:
    world, folder = tmp_path / "world", tmp_path / "graph"
    made = run(str(TOOLS / "world.py"), str(world), "--cities", "2", "--years", "3", "--seed", "7", folder=folder)
    assert made.returncode == 0, made.stderr
    command = f"{shlex.quote(sys.executable)} -m graph"
    try:
        checked = run(str(TOOLS / "check_world.py"), str(world), "--without", "identity", "--graph", command, folder=folder)
        sound = run("-m", "graph", "status", folder=folder)
    finally:
        run("-m", "graph", "stop", folder=folder)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert checked.stdout.endswith("all hold\n")
    assert sound.returncode == 0, sound.stdout + sound.stderr
