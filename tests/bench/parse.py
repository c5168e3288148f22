"""Acts per second of `parse`, as a ratio to the script that a user would write in an hour, and on texts of every kind."""

from __future__ import annotations

import csv
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from tests.bench import ROOT, SHARED, Figure, UnmeasuredError

ROUNDS = 3
WORLD = ("--cities", "20", "--years", "10", "--moves", "8", "--flat")
ALONE, TOGETHER = 0.3, 0.55
COPIES = 10
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭", "伟强磊军勇杰涛明刚平辉鹏华飞波斌宇浩凯健俊帆旭宁"


class Speed(Struct, frozen=True):
    """Rows below the header by the seconds that a command takes from start to end, and by those of the processor."""

    wall: float
    processor: float


def measure(world: tuple[str, ...] = WORLD, rounds: int = ROUNDS) -> list[Figure]:
    """Medians of alternating runs over the same folders; raises UnmeasuredError without the tools.

    One process is compared by seconds of the processor, which other work on the machine changes least; two by the clock.
    """
    tools = SHARED / "tools"
    if not tools.is_dir():
        raise UnmeasuredError(f"{tools} is missing: there is no world to read and no yardstick.")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, tools / "world.py", folder, *world], check=True, stdout=subprocess.DEVNULL)
        notices = str(Path(folder) / "notices")
        parse = [sys.executable, "-m", "graph", "parse", notices, "--format", "csv"]
        plain = [sys.executable, str(tools / "naive.py"), notices]
        runs = [(_speed(plain), _speed(parse), _speed([*parse, "--workers", "2"])) for _ in range(rounds)]
        varied = Path(folder) / "varied"
        write_varied(varied)
        irregular = _speed([sys.executable, "-m", "graph", "parse", str(varied), "--format", "csv"])
    naive, alone, together = (column for column in zip(*runs, strict=True))
    ratio = statistics.median(ours.processor / theirs.processor for theirs, ours, _ in runs)
    shared = statistics.median(ours.wall / theirs.wall for theirs, _, ours in runs)
    return [
        Figure("naive.py, acts per second of the processor", f"{_median(naive):,.0f}"),
        Figure("parse, acts per second of the processor", f"{_median(alone):,.0f}"),
        Figure("parse as a ratio to naive.py", f"{ratio:.2f}", f"{ALONE} or more", ratio >= ALONE),
        Figure("parse --workers 2, acts per second of the clock", f"{statistics.median(run.wall for run in together):,.0f}"),
        Figure("parse --workers 2 as a ratio to naive.py", f"{shared:.2f}", f"{TOGETHER} or more", shared >= TOGETHER),
        Figure("parse on texts of every kind, acts per second of the processor", f"{irregular.processor:,.0f}"),
    ]


def write_varied(folder: Path, copies: int = COPIES) -> None:
    """The open texts several times, each time with other names of the same length, so that no copy is known from the one before."""
    folder.mkdir()
    rng = random.Random(1)
    for kind in ("dev", "composed"):
        answers = (SHARED / "notices" / kind / "acts.csv").read_text(encoding="utf-8-sig").splitlines()
        names = {row["person"] for row in csv.DictReader(answers) if 2 <= len(row["person"]) <= 3}
        for copy in range(copies):
            other = {name: rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=len(name) - 1)) for name in sorted(names)}
            for path in sorted((SHARED / "notices" / kind).glob("*.txt")):
                text = path.read_text(encoding="utf-8")
                for name, new in other.items() if copy else ():
                    text = text.replace(name, new)
                (folder / f"{kind}{copy:02}{path.name}").write_text(text, encoding="utf-8")


def _median(runs: tuple[Speed, ...]) -> float:
    return statistics.median(run.processor for run in runs)


def _speed(command: list[str]) -> Speed:
    """Runs a command that prints rows."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    run = subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    rows = run.stdout.count(b"\n") - 1
    return Speed(rows / seconds, rows / (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))
