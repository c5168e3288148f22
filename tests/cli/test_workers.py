"""`graph parse --workers N` prints the same bytes for any N."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_parse import NOTICE, graph


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred notices in two folders, one of them large; a file that is no text, an empty one, one without acts."""
    root = tmp_path_factory.mktemp("notices")
    for number in range(100):
        path = root / f"{number % 2}" / f"{number:03}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(NOTICE.replace("7号", f"{number}号").replace("王铮", "王铮、李明"), encoding="utf-8")
    (root / "0" / "003.txt").write_text(NOTICE + "\n".join(NOTICE.replace("7号", f"{n}号") for n in range(500)), encoding="utf-8")
    (root / "0" / "041.txt").write_bytes(b"\x00\x01\x02")
    (root / "1" / "042.txt").write_bytes(b"")
    (root / "1" / "043.txt").write_text("今天天气很好。\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_output_issues_and_messages_are_the_same_for_any_number_of_workers(folder: Path, form: str, tmp_path: Path) -> None:
    said = []
    for workers in ("1", "2", "3"):
        issues = tmp_path / f"issues{workers}.csv"
        run = graph("parse", str(folder), "--format", form, "--issues", str(issues), "--workers", workers)
        messages = [line for line in run.stderr.decode().splitlines() if not line.startswith("reading …")]
        said.append((run.returncode, run.stdout, issues.read_bytes(), messages))
    assert said[0] == said[1] == said[2]
    code, out, issues_told, messages = said[0]
    assert code == 0
    assert out.decode().count("孔辉") >= 100
    assert issues_told.decode().count("unreadable") == 2
    assert messages[:-2] == [line for line in messages if "041.txt" in line or "042.txt" in line]  # then the shares, the summary
