"""`graph diff`: gains and losses between two outputs of parse."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.cli import main
from graph.cli.parse import COLUMNS


def write(path: Path, rows: list[dict[str, str]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def changes(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    return [(row["change"], row["person"]) for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]


def test_losses_and_gains_are_listed_and_moved_places_are_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kong, wang, li = ({"person": name, "seq": "1", "start": "7"} for name in ("孔辉", "王铮", "李敏"))
    old = write(tmp_path / "old.csv", [kong, wang])
    new = write(tmp_path / "new.csv", [{**wang, "seq": "2", "start": "99"}, li])
    assert main(["diff", old, new, "--format", "csv"]) == 0
    assert changes(capsys) == [("loss", "孔辉"), ("gain", "李敏")]
    assert main(["diff", old, new, "--strict", "--format", "csv"]) == 1


def test_two_equal_outputs_differ_in_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old.csv", [{"person": "孔辉"}])
    assert main(["diff", old, old, "--strict", "--format", "csv"]) == 0
    assert changes(capsys) == []


def test_a_file_that_is_no_output_of_parse_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["diff", str(other), str(other)]) == 2
    assert "has no column" in capsys.readouterr().err
