"""`graph diff OLD NEW`: what a later output of `parse` gained, lost and changed against an earlier one, text by text."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.cli.act_rows import COLUMNS
from graph.cli.output import add_format, write_rows
from graph.errors import InputError

COMPARED = tuple(column for column in COLUMNS if column not in ("seq", "clause", "start", "end"))
"""Two rows that agree in these are the same act: number and place move when another act is gained or lost."""
FIRST = ("source", "person", "action", "organization", "post")
SHOWN = ("change", *FIRST, "differs", "clause", *(column for column in COLUMNS if column not in (*FIRST, "clause")))
"""What is printed: the row of NEW, of a loss that of OLD; `differs` says of a change which fields were what before."""
ALIKE = (
    ("person", "action", "post"),
    ("person", "action", "organization"),
    ("person", "action"),
    ("person", "organization", "post"),
    ("clause", "action", "organization", "post"),
)
"""A loss and a gain of one text that agree in one of these, the first that fits, are one act that changed."""
REMEDY = "Give an output of `python -m graph parse … --format jsonl` or csv."

Row = dict[str, str]


class Change(NamedTuple):
    """An act that is not the same in both: lost (no `new`), gained (no `old`) or changed."""

    old: Row | None
    new: Row | None

    @property
    def kind(self) -> str:
        return "gain" if self.old is None else "loss" if self.new is None else "change"

    @property
    def row(self) -> Row:
        """The row that stands for it: the newer one."""
        found = self.new if self.new is not None else self.old
        assert found is not None
        return found

    @property
    def fields(self) -> list[str]:
        """The compared fields that changed."""
        if self.old is None or self.new is None:
            return []
        return [column for column in COMPARED if self.old[column] != self.new[column]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `diff` takes."""
    parser.add_argument("old", metavar="OLD", help="an output of parse, csv or jsonl; - for standard input")
    parser.add_argument("new", metavar="NEW", help="a later one of the same texts; - for standard input")
    add_format(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 when they differ")


def run(args: argparse.Namespace) -> int:
    """Prints the acts that differ, text by text, and a summary on stderr; 1 under --strict when there are any."""
    if args.old == args.new == "-":
        raise InputError("standard input cannot be both OLD and NEW.", "Name a file for one of them.")
    old, new = _by_source(args.old), _by_source(args.new)
    changes = [change for source in sorted({*old, *new}) for change in compare(old.get(source, []), new.get(source, []))]
    rows = [{"change": one.kind, "differs": _said(one), **one.row} for one in changes]
    write_rows(SHOWN, rows, args.format)
    print(_summary(changes, sum(map(len, new.values()))), file=sys.stderr)
    return int(args.strict and bool(changes))


def compare(old: list[Row], new: list[Row]) -> list[Change]:
    """What changed in one text: in the order of NEW, then what was lost."""
    lost, gained = _only_here(old, new), _only_here(new, old)
    before: dict[int, Row] = {}
    for alike in ALIKE:
        waiting: defaultdict[tuple[str, ...], deque[Row]] = defaultdict(deque)
        for row in lost:
            waiting[tuple(row[column] for column in alike)].append(row)
        for number, row in enumerate(gained):
            fitting = waiting.get(tuple(row[column] for column in alike))
            if number not in before and fitting:
                before[number] = fitting.popleft()
        taken = set(map(id, before.values()))
        lost = [row for row in lost if id(row) not in taken]
    return [Change(before.get(number), row) for number, row in enumerate(gained)] + [Change(row, None) for row in lost]


def _only_here(rows: list[Row], others: list[Row]) -> list[Row]:
    """The rows that the others lack, each of several equal ones counted."""
    there = Counter(map(_key, others))
    only = []
    for row in rows:
        if there[_key(row)]:
            there[_key(row)] -= 1
        else:
            only.append(row)
    return only


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in COMPARED)


def _said(change: Change) -> str:
    old, new = change
    if old is None or new is None:
        return ""
    return "；".join(f"{column}: {old[column] or '–'} → {new[column] or '–'}" for column in change.fields)


def _summary(changes: list[Change], total: int) -> str:
    kinds = Counter(change.kind for change in changes)
    fields = Counter(field for change in changes for field in change.fields)
    texts = len({change.row["source"] for change in changes})
    which = f" ({', '.join(f'{field} {count}' for field, count in fields.most_common())})" if fields else ""
    same = total - kinds["gain"] - kinds["change"]
    told = f"{kinds['gain']} gained, {kinds['loss']} lost, {kinds['change']} changed{which}, {same} unchanged"
    return f"{told}; {texts} {'text differs' if texts == 1 else 'texts differ'}"


def _by_source(name: str) -> dict[str, list[Row]]:
    """The rows of an output, by text in its order."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _rows(name, _content(name)):
        found[row["source"]].append(row)
    return found


def _content(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.", "Check the path.") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8.", REMEDY) from None


def _rows(name: str, text: str) -> Iterator[Row]:
    """The rows of an output of parse; an empty text is one without acts, in jsonl."""
    rows = _jsonl(name, text) if text.lstrip().startswith("{") else _csv(name, text)
    for number, row in rows:
        if missing := [column for column in COLUMNS if column not in row]:
            raise InputError(f"{name} has no column {missing[0]} in row {number}.", REMEDY)
        yield {column: _text(row[column]) for column in COLUMNS}


def _csv(name: str, text: str) -> Iterator[tuple[int, dict[str, object]]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a clause may be as long as its text
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if text and (missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]):
        raise InputError(f"{name} has no column {missing[0]}.", REMEDY)
    try:
        for number, row in enumerate(reader, 1):
            if cut := [column for column in COLUMNS if row[column] is None]:
                raise InputError(f"{name} is cut off in row {number}, in front of {cut[0]}.", "Write it again.")
            yield number, row
    except csv.Error as error:
        raise InputError(f"{name} is not csv: {error}.", REMEDY) from None


def _jsonl(name: str, text: str) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise InputError(f"{name} is not jsonl in line {number}.", f"If it was cut off, write it again. {REMEDY}")
        yield number, row


def _text(value: object) -> str:
    return "；".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
