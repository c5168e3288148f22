"""The contract of `graph parse` (design 6)."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTICE = """甲市人民政府
关于孔辉等2人职务任免的通知

甲政任〔2020〕7号

各县人民政府：
任命孔 辉为甲市体育局局长（正县级）；
免去王铮的甲市体育局局长职务。

甲市人民政府
2020年6月5日
"""
HEADER = (
    "doc_number,issued,seq,person,gender,action,organization,post,kind,qualifier,"
    "not_before,not_after,effective,ethnicity,notice_title,issuer,clause,source,start,end"
)


def graph(*words: str, stdin: bytes = b"", locale: str = "C.UTF-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "", "PYTHONUTF8": "0"}
    return subprocess.run([sys.executable, "-m", "graph", *words], input=stdin, capture_output=True, cwd=ROOT, env=environment)


def table(run: subprocess.CompletedProcess[bytes]) -> list[dict[str, str]]:
    assert run.returncode == 0, run.stderr.decode()
    return list(csv.DictReader(io.StringIO(run.stdout.decode("utf-8"))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    return tmp_path


def test_the_columns_stand_in_the_order_of_the_contract(folder: Path) -> None:
    run = graph("parse", str(folder), "--format", "csv")
    assert run.stdout.decode().split("\n")[0] == HEADER
    first = table(run)[0]
    assert (first["qualifier"], first["source"]) == ("正县级", str(folder / "a.txt"))
    assert NOTICE[int(first["start"]) : int(first["end"])].startswith("任命孔 辉")


def test_stdout_is_utf8_with_bare_line_feeds_whatever_the_locale(folder: Path) -> None:
    plain = graph("parse", str(folder), "--format", "csv")
    posix = graph("parse", str(folder), "--format", "csv", locale="POSIX")
    assert plain.stdout == posix.stdout
    assert b"\r" not in plain.stdout


def test_standard_input_is_read(folder: Path) -> None:
    assert [row["source"] for row in table(graph("parse", "-", "--format", "csv", stdin=NOTICE.encode("gb18030")))] == ["-", "-"]


def test_jsonl_says_the_same_as_csv(folder: Path) -> None:
    rows = [json.loads(line) for line in graph("parse", str(folder), "--format", "jsonl").stdout.decode().splitlines()]
    assert [{key: str(value) for key, value in row.items()} for row in rows] == table(
        graph("parse", str(folder), "--format", "csv")
    )


def test_issues_and_persons_are_written_to_files(folder: Path) -> None:
    (folder / "a.txt").write_text(NOTICE.replace("等2人", "等5人"), encoding="utf-8")
    issues, persons = folder / "i.csv", folder / "p.csv"
    table(graph("parse", str(folder), "--format", "csv", "--issues", str(issues), "--persons", str(persons)))
    (issue,) = csv.DictReader(issues.read_text(encoding="utf-8").splitlines())
    assert (issue["doc_number"], issue["kind"], issue["text"]) == ("甲政任〔2020〕7号", "head_count", "等5人")
    assert persons.read_text(encoding="utf-8").startswith("source,person,gender,ethnicity,birth,native_place,party,education\n")
    assert graph("parse", str(folder), "--strict").returncode == 1


def test_the_summary_on_stderr_counts_notices_acts_issues_and_the_share(folder: Path) -> None:
    assert (
        graph("parse", str(folder))
        .stderr.decode()
        .strip()
        .endswith("1 files, 1 notices, 2 acts, 0 issues; 100.0% of the operative text accounted for, 100.0% read")
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"\x00\x01", "not a text file"),
        ("中文文字通知任免".encode("big5"), "neither UTF-8"),
    ],
)
def test_bad_input_gives_one_line_and_exit_2(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    run = graph("parse", str(path))
    assert (run.returncode, run.stdout) == (2, b"")
    line = run.stderr.decode().strip()
    assert "\n" not in line
    assert says in line
    assert "bad.txt" in line


def test_a_bad_file_among_good_ones_is_named_and_the_rest_is_read(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00")
    run = graph("parse", str(folder), "--format", "csv")
    assert len(table(run)) == 2
    assert "bad.txt" in run.stderr.decode()


def test_a_folder_of_bad_files_alone_prints_nothing_but_why(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"\x00")
    run = graph("parse", str(tmp_path), "--format", "csv")
    assert (run.returncode, run.stdout) == (2, b"")
    first, second, last = run.stderr.decode().strip().split("\n")
    assert "a.txt" in first
    assert "b.txt" in second
    assert "none of 2 files could be read" in last


def test_a_damaged_file_is_read_and_its_damage_is_an_issue(folder: Path) -> None:
    (folder / "b.txt").write_bytes(NOTICE.replace("7号", "8号").encode()[:-2])
    issues = folder / "i.csv"
    rows = table(graph("parse", str(folder), "--format", "csv", "--issues", str(issues)))
    assert [row["person"] for row in rows] == ["孔辉", "王铮", "孔辉", "王铮"]
    told = [row for row in csv.DictReader(issues.read_text(encoding="utf-8").splitlines()) if row["kind"] == "undecodable"]
    assert [Path(row["source"]).name for row in told] == ["b.txt"]


UNREAD = NOTICE.replace("7号", "9号").replace("免去王铮的甲市体育局局长职务。", "任命有关人员为。")


def test_the_issues_file_comes_with_the_share_of_the_whole_and_of_the_least_read_files(folder: Path) -> None:
    (folder / "b.txt").write_text(UNREAD, encoding="utf-8")
    issues = folder / "i.csv"
    said = graph("parse", str(folder), "--issues", str(issues)).stderr.decode().splitlines()
    whole, least, summary = said
    assert whole.startswith("100.0% of the operative text accounted for: ")
    assert least.startswith(f"{folder / 'b.txt'}: ")
    assert least.endswith(" of its operative text is read, the rest is listed as issues")
    assert " of the operative text accounted for, " in summary
    kinds = [row["kind"] for row in csv.DictReader(issues.read_text(encoding="utf-8").splitlines())]
    assert sorted(kinds) == ["head_count", "not_understood"]


def test_one_notice_that_two_files_print_differently_is_an_issue_that_names_both(folder: Path) -> None:
    (folder / "b.txt").write_text(NOTICE.replace("6月5日", "6月8日").replace("免去王铮", "免去王正"), encoding="utf-8")
    issues = folder / "i.csv"
    for workers in ("1", "2"):
        graph("parse", str(folder), "--issues", str(issues), "--workers", workers)
        (issue,) = csv.DictReader(issues.read_text(encoding="utf-8").splitlines())
        assert (issue["kind"], issue["doc_number"]) == ("prints_differ", "甲政任〔2020〕7号")
        for word in ("a.txt", "b.txt", "2020-06-05", "2020-06-08", "王铮", "王正"):
            assert word in issue["reason"]
    assert graph("parse", str(folder), "--strict").returncode == 1


def test_one_notice_in_two_files_that_say_the_same_is_no_issue(folder: Path) -> None:
    (folder / "b.txt").write_text("网页\n\n" + NOTICE, encoding="utf-8")
    issues = folder / "i.csv"
    graph("parse", str(folder), "--issues", str(issues))
    assert len(issues.read_text(encoding="utf-8").splitlines()) == 1
