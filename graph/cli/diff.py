"""`graph diff OLD NEW`: what a later output of `parse` gained and lost against an earlier one."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.cli.output import add_format, write_rows
from graph.cli.parse import COLUMNS
from graph.errors import InputError

COMPARED = tuple(column for column in COLUMNS if column not in ("seq", "clause", "start", "end"))
"""Two rows that agree in these are the same act: number and place move when another act is gained or lost."""

Key = tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `diff` takes."""
    parser.add_argument("old", metavar="OLD", help="an output of parse, csv or jsonl")
    parser.add_argument("new", metavar="NEW", help="a later one")
    add_format(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 when they differ")


def run(args: argparse.Namespace) -> int:
    """Prints the acts that only one of them has, losses first; 1 under --strict when there are any."""
    old, new = Counter(_keys(args.old)), Counter(_keys(args.new))
    losses, gains = list((old - new).elements()), list((new - old).elements())
    rows = [{"change": "loss", **dict(zip(COMPARED, key, strict=True))} for key in losses]
    rows += [{"change": "gain", **dict(zip(COMPARED, key, strict=True))} for key in gains]
    write_rows(("change", *COMPARED), rows, args.format)
    print(f"{len(gains)} gained, {len(losses)} lost, {(old & new).total()} unchanged", file=sys.stderr)
    return int(args.strict and bool(rows))


def _keys(name: str) -> Iterator[Key]:
    """The compared values of each row of a file."""
    try:
        text = Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.", "Check the path.") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8.", "Give an output of parse.") from None
    rows = _jsonl(name, text) if text.startswith("{") else csv.DictReader(text.splitlines())
    for number, row in enumerate(rows, 1):
        try:
            yield tuple(_text(row[column]) for column in COMPARED)
        except KeyError as missing:
            raise InputError(f"{name} has no column {missing} in row {number}.", "Give an output of parse.") from None


def _jsonl(name: str, text: str) -> Iterator[dict[str, object]]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError:
            raise InputError(f"{name} is not jsonl: line {number}.", "Give an output of parse.") from None
        if isinstance(row, dict):
            yield row


def _text(value: object) -> str:
    return "；".join(map(str, value)) if isinstance(value, list) else str(value or "")
