"""The README cannot lie: its commands run, what they print is what it shows, and what it points to is there.

A block marked `console` holds commands after `$ ` and what they print; a line `…` stands for any lines left out. Commands of `make`
stand in blocks marked `sh`: that their targets exist is checked here, what they do is tested beside the code they call.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.docs import README, ROOT, blocks, check, environment_of, section
from tests.docs.test_adding_a_wording import SECTION


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    environment = environment_of(tmp_path_factory.mktemp("readme"))
    yield environment
    subprocess.run([sys.executable, "-m", "graph", "stop"], cwd=ROOT, env=environment, check=False, capture_output=True)


@pytest.mark.local
def test_commands_print_what_the_readme_shows(shell: dict[str, str]) -> None:
    page = README.replace(section(SECTION), "")  # what changes files runs on a copy, in a test of its own
    commands = [command for block in blocks(page) if block.language == "console" for command in block.commands()]
    assert commands
    for command, output in commands:
        check(command, output, ROOT, shell)


def test_make_targets_of_the_readme_exist() -> None:
    bodies = [block.body for block in blocks(README) if block.language == "sh"]
    lines = [line for body in bodies for line in body.splitlines() if line and not line.startswith("#")]
    for line in lines:
        words = line.split("#")[0].split()
        target = words[words.index("make") + 1] if "make" in words else ""
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE) if target else words[0] == "export", line


def test_links_and_paths_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", README)
    headings = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", README, re.MULTILINE)}
    paths = re.findall(r"`((?:graph|loaders|views|queries|data|tests)/[\w./-]*)`", README)
    files = {link.partition("#")[0] for link in links if not link.startswith("#")} | set(paths)
    missing = [path for path in files if not (ROOT / path).exists()]
    assert links or paths
    assert not [path for path in missing if not path.startswith("data/local")]
    assert {link[1:] for link in links if link.startswith("#")} <= headings


def test_readme_stays_short() -> None:
    assert len(README.splitlines()) < 320
