"""Peak memory of `parse` over a thousand files and over fifty thousand: it must not grow with their number."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import ROOT, Figure

FEW, MANY, PEOPLE = 1_000, 50_000, 10
GROWTH = 1.05
ASK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
PLACES = [first + second + "市" for first in "安宁长德怀永新平丰" for second in "阳州城川化远康江泉"]
BODIES = ("教育局", "财政局", "水利局", "民政局", "商务局", "司法局", "审计局", "统计局", "林业局", "卫生健康委员会", "信访局")
POSTS = ("局长", "副局长", "总工程师", "一级调研员", "党组成员")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟强磊军勇杰涛明刚平辉鹏华飞波斌宇浩凯健俊帆旭宁龙林志建国海峰松云亮成康新"


def measure(few: int = FEW, many: int = MANY) -> list[Figure]:
    """The two peaks and their ratio, in one process and in two."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "few", Path(folder) / "many"
        write_notices(small, few)
        write_notices(large, many)
        figures = []
        for name, words in (("", ()), (", two workers", ("--workers", "2"))):
            low, high = peak(small, *words), peak(large, *words)
            figures += [
                Figure(f"peak memory at {few:,} files{name}", f"{low / 1024:.1f} MB"),
                Figure(f"peak memory at {many:,} files{name}", f"{high / 1024:.1f} MB"),
                Figure(f"growth of memory{name}", f"{high / low:.3f}", f"{GROWTH} or less", high <= GROWTH * low),
            ]
        return figures


def write_notices(folder: Path, count: int) -> None:
    """Notices of ten people each that all differ, a thousand to a folder."""
    rng = random.Random(1)
    for number in range(count):
        if number % 1000 == 0:
            part = folder / f"{number // 1000:02}"
            part.mkdir(parents=True)
        place = rng.choice(PLACES)
        acts = (
            f"　　任命{rng.choice(SURNAMES)}{''.join(rng.sample(GIVEN, 2))}为{place}{rng.choice(BODIES)}{rng.choice(POSTS)}"
            for _ in range(PEOPLE)
        )
        (part / f"{number:05}.txt").write_text(
            f"{place}人民政府\n关于任免职务的通知\n\n{place[0]}政任〔2020〕{number}号\n\n市人民政府各部门：\n"
            + "；\n".join(acts)
            + f"。\n\n{place}人民政府\n2020年{number % 12 + 1}月{number % 28 + 1}日\n",
            encoding="utf-8",
        )


def peak(folder: Path, *words: str) -> int:
    """The most memory that `parse` holds, in KB: of the process, or of the largest of its workers.

    Asked by a small process of its own, as a process counts the memory of the one that it is forked from as its own.
    """
    command = [sys.executable, "-m", "graph", "parse", str(folder), "--format", "csv", *words]
    return int(subprocess.run([sys.executable, "-c", ASK, *command], check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout)
