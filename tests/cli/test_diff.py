"""`graph diff`: gains, losses and changes between two outputs of parse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from graph.cli import main
from graph.cli.act_rows import COLUMNS

KONG = {
    "source": "a.txt",
    "person": "孔辉",
    "action": "appoint",
    "organization": "县水利局",
    "post": "局长",
    "seq": "1",
    "start": "7",
    "clause": "任命孔辉为县水利局局长",
}
WANG = {**KONG, "person": "王铮", "clause": "任命王铮为县水利局局长"}
LI = {**KONG, "source": "b.txt", "person": "李敏", "action": "dismiss", "clause": "免去李敏的县水利局局长职务"}


def write(path: Path, rows: list[dict[str, str]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def write_jsonl(path: Path, rows: list[dict[str, str]]) -> str:
    lines = [json.dumps({column: row.get(column, "") for column in COLUMNS}, ensure_ascii=False) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def changes(capsys: pytest.CaptureFixture[str]) -> tuple[list[tuple[str, str, str]], str]:
    """The kind, person and differences of each row printed, and the summary."""
    printed = capsys.readouterr()
    return [(row["change"], row["person"], row["differs"]) for row in csv.DictReader(io.StringIO(printed.out))], printed.err


def test_losses_and_gains_are_listed_and_moved_places_are_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old.csv", [KONG, WANG])
    new = write(tmp_path / "new.csv", [{**WANG, "seq": "2", "start": "99"}, LI])
    assert main(["diff", old, new, "--format", "csv"]) == 0
    rows, summary = changes(capsys)
    assert rows == [("loss", "孔辉", ""), ("gain", "李敏", "")]
    assert summary == "1 gained, 1 lost, 0 changed, 1 unchanged; 2 texts differ\n"
    assert main(["diff", old, new, "--strict", "--format", "csv"]) == 1


@pytest.mark.parametrize(
    ("field", "value", "differs"),
    [
        ("post", "副局长", "post: 局长 → 副局长"),
        ("organization", "市水利局", "organization: 县水利局 → 市水利局"),
        ("action", "nominate", "action: appoint → nominate"),
        ("qualifier", "兼", "qualifier: – → 兼"),
    ],
)
def test_an_act_of_one_person_that_is_read_otherwise_is_one_change(
    field: str, value: str, differs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = write(tmp_path / "old.csv", [KONG, WANG]), write(tmp_path / "new.csv", [{**KONG, field: value}, WANG])
    assert main(["diff", old, new, "--format", "csv"]) == 0
    rows, summary = changes(capsys)
    assert rows == [("change", "孔辉", differs)]
    assert summary == f"0 gained, 0 lost, 1 changed ({field} 1), 1 unchanged; 1 text differs\n"


def test_a_name_read_otherwise_in_one_clause_is_a_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old.csv", [KONG]), write(tmp_path / "new.csv", [{**KONG, "person": "孔辉明"}])
    main(["diff", old, new, "--format", "csv"])
    assert changes(capsys)[0] == [("change", "孔辉明", "person: 孔辉 → 孔辉明")]


def test_equal_acts_of_two_texts_are_never_paired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old.csv", [KONG]), write(tmp_path / "new.csv", [{**KONG, "source": "b.txt", "post": "副局长"}])
    main(["diff", old, new, "--format", "csv"])
    assert changes(capsys)[0] == [("loss", "孔辉", ""), ("gain", "孔辉", "")]


def test_one_of_two_equal_rows_lost_is_a_loss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old.csv", [KONG, KONG]), write(tmp_path / "new.csv", [KONG])
    main(["diff", old, new, "--format", "csv"])
    assert changes(capsys)[0] == [("loss", "孔辉", "")]


def test_each_row_has_its_text_and_clause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", write(tmp_path / "old.csv", []), write(tmp_path / "new.csv", [LI]), "--format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["source"], row["clause"]) == ("b.txt", "免去李敏的县水利局局长职务")


def test_rows_stand_text_by_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", write(tmp_path / "old.csv", [KONG, LI]), write(tmp_path / "new.csv", [WANG]), "--format", "csv"])
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert [(row["source"], row["person"]) for row in rows] == [("a.txt", "王铮"), ("a.txt", "孔辉"), ("b.txt", "李敏")]


def test_csv_and_jsonl_of_the_same_acts_differ_in_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{**KONG, "clause": "任命孔辉为\n县水利局\u2028局长，“兼”"}, LI]
    old, new = write(tmp_path / "old.csv", rows), write_jsonl(tmp_path / "new.jsonl", rows)
    assert main(["diff", old, new, "--strict", "--format", "csv"]) == 0
    assert changes(capsys)[0] == []


def test_an_output_without_acts_is_an_empty_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write_jsonl(tmp_path / "old.jsonl", []), write_jsonl(tmp_path / "new.jsonl", [KONG])
    assert main(["diff", old, new, "--format", "csv"]) == 0
    assert changes(capsys)[0] == [("gain", "孔辉", "")]


def test_one_side_may_come_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = write_jsonl(tmp_path / "old.jsonl", [KONG])
    later = Path(write_jsonl(tmp_path / "new.jsonl", [WANG])).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(later)))
    assert main(["diff", old, "-", "--format", "csv"]) == 0
    assert changes(capsys)[0] == [("gain", "王铮", ""), ("loss", "孔辉", "")]
    assert main(["diff", "-", "-"]) == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a,b\n1,2\n", "has no column doc_number"),
        (b"\xd6\xd0\xb9\xfa\n", "is not UTF-8"),
        (b'{"person": "a"}\n', "has no column doc_number in row 1"),
        (b'{"person": "a"', "is not jsonl in line 1. If it was cut off"),
        (b"{}\n[1]\n", "has no column doc_number in row 1"),
        (",".join(COLUMNS).encode() + b"\nA,B\n", "is cut off in row 1, in front of seq"),
        ("  doc_number  issued \n ─────\n".encode(), "has no column doc_number"),
    ],
)
def test_a_file_that_is_no_output_of_parse_is_named(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    assert main(["diff", str(other), str(other)]) == 2
    printed = capsys.readouterr()
    assert f"{other} {told}" in printed.err
    assert printed.err.count("\n") == 1
    assert not printed.out


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_a_file_that_cannot_be_read_is_named(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / name)
    assert main(["diff", path, path]) == 2
    assert f"{path} cannot be read" in capsys.readouterr().err
