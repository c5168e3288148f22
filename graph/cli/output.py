"""Rows on stdout as the contract wants them: csv, jsonl or table; true/false, empty for null, lists joined by ；."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO, TypeAlias

from graph.export.values import as_text

Rows: TypeAlias = Iterable[Mapping[str, object]]

FORMATS = ("csv", "jsonl", "table")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Adds `--format`."""
    parser.add_argument("--format", choices=FORMATS, help="table on a terminal, else csv, unless given")


def write_rows(columns: Sequence[str], rows: Rows, asked: str | None = None, out: TextIO | None = None) -> None:
    """Writes every row in the format asked for; by default a table on a terminal, else csv."""
    stream = sys.stdout if out is None else out
    chosen = asked or ("table" if stream.isatty() else "csv")
    if chosen == "csv":
        _write_csv(columns, rows, stream)
    elif chosen == "jsonl":
        _write_jsonl(columns, rows, stream)
    else:
        _write_table(columns, rows, stream)


def _write_csv(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([as_text(row[column]) for column in columns] for row in rows)


def _write_jsonl(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    for row in rows:
        stream.write(json.dumps({column: row[column] for column in columns}, ensure_ascii=False, default=as_text) + "\n")


def _write_table(columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=box.SIMPLE_HEAD)
    for row in rows:
        table.add_row(*(Text(as_text(row[column])) for column in columns))
    console = Console(file=stream) if stream.isatty() else Console(file=stream, width=10_000, color_system=None)
    console.print(table)
