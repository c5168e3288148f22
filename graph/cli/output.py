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
WIDEST = 30
"""What one column may ask of a screen; longer values run over several lines."""


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

    texts = [{column: as_text(row[column]) for column in columns} for row in rows]
    shown = list(columns)
    if stream.isatty():
        console = Console(file=stream)
        shown, left_out = fit_columns(columns, texts, console.width)
        if left_out:
            print(f"columns left out for want of room or values, all in --format csv: {', '.join(left_out)}", file=sys.stderr)
    else:
        console = Console(file=stream, width=10_000, color_system=None)
    table = Table(*shown, box=box.SIMPLE_HEAD)
    for row in texts:
        table.add_row(*(Text(row[column]) for column in shown))
    console.print(table)


def fit_columns(columns: Sequence[str], rows: Sequence[Mapping[str, str]], width: int) -> tuple[list[str], list[str]]:
    """The columns that a screen has room for, and those left out: first without any value, then ids, then the last ones."""
    from rich.cells import cell_len

    needs = {
        column: 2 + min(WIDEST, max((cell_len(line) for row in rows for line in row[column].splitlines()), default=0))
        for column in columns
    }
    needs = {column: max(need, cell_len(column) + 2) for column, need in needs.items()}
    order = list(columns)

    def worth(column: str) -> tuple[bool, bool, int]:
        return any(row[column] for row in rows), not column.endswith(("_id", "_ids", "_by")), -order.index(column)

    expendable = sorted(columns, key=worth)
    shown = list(columns)
    for column in expendable:
        if len(shown) == 1 or sum(needs[name] for name in shown) + 2 <= width:
            break
        shown.remove(column)
    return shown, [column for column in columns if column not in shown]
