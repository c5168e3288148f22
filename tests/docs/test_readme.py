"""The README cannot lie: its commands run, what they print is what it shows, and what it points to is there.

A block marked `console` holds commands after `$ ` and what they print; a line `…` stands for any lines left out. Commands of `make`
stand in blocks marked `sh`: that their targets exist is checked here, what they do is tested beside the code they call.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(README) if name == language]


def commands() -> list[tuple[str, str]]:
    """Every command shown with the output shown, in the order of the page."""
    shown: list[tuple[str, str]] = []
    for body in blocks("console"):
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.strip()
            shown.append((command, output))
    return shown


def shown_as(output: str) -> re.Pattern[str]:
    """What the output may be: as shown, with anything in the place of a line `…`."""
    parts = re.split(r"^…\n", output, flags=re.MULTILINE)
    return re.compile(r"(?:.*\n)*?".join(map(re.escape, parts)))


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a new user, whose local graph is empty; `python` is the one that runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    folder = tmp_path_factory.mktemp("readme")
    environment = {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LOCAL_GRAPH_DIR": str(folder / "graph"),
        "TMPDIR": str(folder),
    }
    yield environment
    subprocess.run([sys.executable, "-m", "graph", "stop"], cwd=ROOT, env=environment, check=False, capture_output=True)


@pytest.mark.local
def test_commands_print_what_the_readme_shows(shell: dict[str, str]) -> None:
    assert commands()
    for command, output in commands():
        run = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=ROOT, env=shell, capture_output=True, check=False)
        printed = run.stdout.decode()
        assert run.returncode == 0, f"{command}\n{run.stderr.decode()}"
        assert shown_as(output).fullmatch(printed), f"{command}\nprints\n{printed}\nthe README shows\n{output}"


def test_make_targets_of_the_readme_exist() -> None:
    lines = [line for body in blocks("sh") for line in body.splitlines() if line and not line.startswith("#")]
    for line in lines:
        words = line.split("#")[0].split()
        target = words[words.index("make") + 1] if "make" in words else ""
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE) if target else words[0] == "export", line


def test_links_and_paths_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    paths = re.findall(r"`((?:graph|loaders|views|queries|data|tests)/[\w./-]*)`", README)
    missing = [path for path in {*links, *paths} if not (ROOT / path).exists()]
    assert links or paths
    assert not [path for path in missing if not path.startswith("data/local")]


def test_readme_stays_short() -> None:
    assert len(README.splitlines()) < 320
