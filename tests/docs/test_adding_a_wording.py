"""A wording is added as the README says: its steps are done on a copy of the project, and show exactly the texts that change."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs import ROOT, blocks, check, environment_of, section

SECTION = "Adding a wording"
PARTS = ("data", "graph", "loaders", "tests", "pyproject.toml")
"""What of the project the steps need."""
BLOCKS = list(blocks(section(SECTION)))
(ENTRY,) = (block for block in BLOCKS if block.language == "toml")
(FILE,) = re.findall(r"`(loaders/wordings/\w+\.toml)`", ENTRY.before)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project, to be changed."""
    folder = tmp_path / "project"
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "local"))
        else:
            shutil.copy(ROOT / part, folder / part)
    return folder


def append(folder: Path, entry: str) -> None:
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(f"\n{entry}")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, env=environment_of(folder), capture_output=True, text=True, check=False)


def test_the_steps_of_the_readme_do_what_it_shows(copy: Path) -> None:
    assert [block.language for block in BLOCKS] == ["console", "toml", "console"]
    for block in BLOCKS:
        if block.language == "toml":
            append(copy, block.body)
        for command, output in block.commands():
            check(command, output, copy, environment_of(copy))


def test_the_entry_of_the_readme_is_none_that_the_reader_knows() -> None:
    (name,) = re.findall(r'^name = "(.+)"$', ENTRY.body, re.MULTILINE)
    known = [
        path.name for path in (ROOT / "loaders/wordings").glob("*.toml") if f'name = "{name}"' in path.read_text(encoding="utf-8")
    ]
    assert not known


def test_an_entry_that_is_not_well_made_stops_reading_with_file_name_and_remedy(copy: Path) -> None:
    append(copy, ENTRY.body.replace("example =", "exmaple ="))
    failed = run(copy, "graph", "parse", "tests/docs/papers")
    assert (failed.returncode, failed.stdout) == (2, "")
    (line,) = failed.stderr.splitlines()
    assert re.search(rf"{FILE}, entry \d+ \(X交卸Y\): .*`exmaple`.* Did you mean `example`\?", line)


def test_an_example_that_does_not_give_its_acts_fails_with_file_name_and_remedy(copy: Path) -> None:
    append(copy, ENTRY.body.replace("{who}交卸{posts}", "{who}交卸了{posts}"))
    failed = run(copy, "pytest", "-q", "tests/loaders/test_wordings.py")
    assert failed.returncode == 1
    told = rf"{FILE}, X交卸Y: the example \S+ gives no act, not \['闵若拙 dismiss 澜川市图书馆 馆长'\]\. Mend `say` and `cue`"
    assert re.search(told, failed.stdout), failed.stdout
