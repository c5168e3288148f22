"""The README as what its tests run: blocks, commands, and what they must print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of code, with the text between it and the block before."""

    language: str
    body: str
    before: str

    def commands(self) -> Iterator[tuple[str, str]]:
        """Every command of the block with the output shown below it."""
        for part in re.split(r"^\$ ", self.body, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.strip()
            yield command, output


def section(title: str) -> str:
    """The part of the page below a heading, up to the next."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def blocks(page: str) -> Iterator[Block]:
    """The blocks of code of a page, in order."""
    at = 0
    for found in _BLOCK.finditer(page):
        yield Block(found[1], found[2], page[at : found.start()])
        at = found.end()


def check(command: str, output: str, folder: Path, environment: Mapping[str, str]) -> None:
    """Runs a command and compares what it prints; a line `…` of the page stands for any lines."""
    run = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)
    printed = run.stdout.decode()
    assert run.returncode == 0, f"{command}\n{printed}\n{run.stderr.decode()}"
    parts = re.split(r"^…\n", output, flags=re.MULTILINE)
    expected = re.compile(r"(?:.*\n)*?".join(map(re.escape, parts)))
    assert expected.fullmatch(printed), f"{command}\nprints\n{printed}\nthe README shows\n{output}"


def environment_of(folder: Path) -> dict[str, str]:
    """The environment of a new user, whose local graph is empty; `python` is the one that runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LOCAL_GRAPH_DIR": str(folder / "graph"),
        "TMPDIR": str(folder),
    }
