"""Acts per second of `parse` over a made world, as a ratio to the script that a user would write in an hour."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import ROOT, SHARED, Figure, UnmeasuredError

ROUNDS = 3
WORLD = ("--cities", "20", "--years", "10", "--moves", "8", "--flat")


def measure(world: tuple[str, ...] = WORLD, rounds: int = ROUNDS) -> list[Figure]:
    """Medians of alternating runs, in one process each, over the same folder; raises UnmeasuredError without the tools."""
    tools = SHARED / "tools"
    if not tools.is_dir():
        raise UnmeasuredError(f"{tools} is missing: there is no world to read and no yardstick.")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, tools / "world.py", folder, *world], check=True, stdout=subprocess.DEVNULL)
        notices = str(Path(folder) / "notices")
        parse = [sys.executable, "-m", "graph", "parse", notices, "--format", "csv"]
        plain = [sys.executable, str(tools / "naive.py"), notices]
        speeds = [(_rows_per_second(parse), _rows_per_second(plain)) for _ in range(rounds)]
    ours, theirs = (statistics.median(column) for column in zip(*speeds, strict=True))
    return [
        Figure("parse, acts per second", f"{ours:,.0f}"),
        Figure("naive.py, acts per second", f"{theirs:,.0f}"),
        Figure("parse as a ratio to naive.py", f"{ours / theirs:.2f}", "0.3 or more"),
    ]


def _rows_per_second(command: list[str]) -> float:
    """Rows below the header that the command prints, by the seconds it takes from start to end."""
    started = time.perf_counter()
    run = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return (run.stdout.count(b"\n") - 1) / (time.perf_counter() - started)
