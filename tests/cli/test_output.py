"""Rows on stdout: the three formats, and what each kind of value looks like."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from graph.cli.output import fit_columns, write_rows

COLUMNS = ("person", "acting", "start_date", "doc_numbers", "days", "missing")
ROW = {
    "person": "周长青",
    "acting": False,
    "start_date": date(2020, 2, 8),
    "doc_numbers": ["三政任〔2020〕1号", "三政任〔2020〕6号"],
    "days": 0,
    "missing": None,
    "more": "not asked for",
}


def written(asked: str | None, *rows: dict[str, object]) -> str:
    out = io.StringIO(newline="")
    write_rows(COLUMNS, rows, asked, out)
    return out.getvalue()


def test_csv_has_iso_days_words_for_booleans_empty_nulls_and_joined_lists() -> None:
    assert written("csv", ROW) == (
        "person,acting,start_date,doc_numbers,days,missing\n周长青,false,2020-02-08,三政任〔2020〕1号；三政任〔2020〕6号,0,\n"
    )


def test_csv_quotes_so_that_every_value_comes_back() -> None:
    odd = {**ROW, "person": 'a,"b"\nc'}
    (read,) = csv.DictReader(io.StringIO(written("csv", odd), newline=""))
    assert read["person"] == 'a,"b"\nc'


def test_csv_without_rows_is_a_header() -> None:
    assert written("csv") == "person,acting,start_date,doc_numbers,days,missing\n"


def test_jsonl_is_one_object_a_line_with_chinese_as_it_is() -> None:
    text = written("jsonl", ROW, ROW)
    assert text.count("\n") == 2
    assert "周长青" in text
    first = json.loads(text.splitlines()[0])
    assert list(first) == list(COLUMNS)
    assert first["acting"] is False
    assert first["missing"] is None
    assert first["start_date"] == "2020-02-08"


def test_table_off_a_terminal_is_never_cut() -> None:
    long = "长" * 300
    assert long in written("table", {**ROW, "person": long})


def test_default_is_csv_where_stdout_is_no_terminal() -> None:
    assert written(None, ROW) == written("csv", ROW)


def test_screen_too_narrow_leaves_out_empty_columns_then_ids_then_the_last() -> None:
    row = {"person_id": "p" + "0" * 24, "person": "周长青", "post": "主任", "due_date": "", "status": "current"}
    assert fit_columns(list(row), [row], 100) == (list(row), [])
    assert fit_columns(list(row), [row], 55) == (["person_id", "person", "post", "status"], ["due_date"])
    assert fit_columns(list(row), [row], 30) == (["person", "post", "status"], ["person_id", "due_date"])
    assert fit_columns(list(row), [row], 5)[0] == ["person"]
