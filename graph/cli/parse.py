"""`graph parse PATH…`: the acts that files, folders or standard input hold, on stdout; what was not understood, on request."""

from __future__ import annotations

import argparse
import csv
import gc
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from graph.cli.progress import showing
from graph.errors import InputError
from graph.model import Reading

COLUMNS = (
    "doc_number",
    "issued",
    "seq",
    "person",
    "gender",
    "action",
    "organization",
    "post",
    "kind",
    "qualifier",
    "not_before",
    "not_after",
    "effective",
    "ethnicity",
    "notice_title",
    "issuer",
    "clause",
    "source",
    "start",
    "end",
)
"""The contract of scripts: these columns, in this order."""
ISSUE_COLUMNS = ("source", "doc_number", "kind", "text", "start", "end", "reason")
PERSON_COLUMNS = ("source", "person", "gender", "ethnicity", "birth", "native_place", "party", "education")

NUMBERS = frozenset({"seq", "start", "end"})
"""The columns that are numbers where a format has numbers."""

Row = tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `parse` takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input")
    parser.add_argument("--format", choices=("csv", "jsonl", "table"), help="table on a terminal, else csv, unless given")
    parser.add_argument("--issues", metavar="FILE", help="write what was not understood or does not add up, as csv")
    parser.add_argument("--persons", metavar="FILE", help="write the facts of people that the texts print, as csv")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read (1)")
    parser.add_argument("--strict", action="store_true", help="exit 1 when there are issues")


def run(args: argparse.Namespace) -> int:
    """Prints the acts, a summary on stderr; 1 under --strict when there are issues."""
    gc.set_threshold(50_000, 50, 100)  # records hold no cycles; looking for some takes a twentieth of the time
    total = _Total()
    form = args.format or ("table" if sys.stdout.isatty() else "csv")
    with ExitStack() as stack:
        issues = _open(stack, args.issues, ISSUE_COLUMNS)
        persons = _open(stack, args.persons, PERSON_COLUMNS)
        shown = stack.enter_context(showing("reading"))
        readings = _read(args.paths, args.workers, shown.count, total, issues, persons)
        if form == "csv":
            write_csv([COLUMNS], sys.stdout)
            for reading in readings:
                write_csv(rows_of(reading), sys.stdout)
        else:
            from graph.cli.output import write_rows

            write_rows(COLUMNS, (_typed(row) for reading in readings for row in rows_of(reading)), form)
    print(total.summary(), file=sys.stderr)
    return int(args.strict and total.issues > 0)


def rows_of(reading: Reading) -> list[Row]:
    """The rows of a reading in the order of COLUMNS."""
    heads = {
        notice.notice_id: (
            notice.doc_number,
            _iso(notice.issued_date),
            _iso(notice.not_before),
            _iso(notice.not_after),
            notice.title,
            notice.issuer,
        )
        for notice in reading.notices
    }
    path = reading.source.path
    rows: list[Row] = []
    for act in reading.acts:
        number, issued, low, high, title, issuer = heads[act.notice_id]
        rows.append(
            (
                *(number, issued, str(act.seq), act.person, act.gender, act.action, act.organization, act.post, act.kind),
                "；".join(act.qualifier) if act.qualifier else "",
                *(low, high, act.effective, act.ethnicity, title, issuer, act.clause, path, str(act.start), str(act.end)),
            )
        )
    return rows


def write_csv(rows: Sequence[Row], out: TextIO) -> None:
    """Writes the rows as csv. Where no field needs quotes, which is nearly everywhere, they are joined as they stand."""
    lines = list(map(",".join, rows))
    block = "\n".join(lines)
    if '"' in block or block.count(",") != (len(COLUMNS) - 1) * len(lines) or block.count("\n") != len(lines) - 1:
        csv.writer(out, lineterminator="\n").writerows(rows)
    elif lines:
        out.write(block + "\n")


def _typed(row: Row) -> dict[str, str | int]:
    return {column: int(value) if column in NUMBERS else value for column, value in zip(COLUMNS, row, strict=True)}


class _Total:
    """What has been read so far."""

    def __init__(self) -> None:
        self.files = self.notices = self.acts = self.issues = self.operative = self.accounted = 0

    def add(self, reading: Reading) -> None:
        self.files += 1
        self.notices += len(reading.notices)
        self.acts += len(reading.acts)
        self.issues += len(reading.issues)
        self.operative += reading.operative
        self.accounted += reading.accounted

    def summary(self) -> str:
        share = f"{self.accounted / self.operative:.1%}" if self.operative else "–"
        return (
            f"{self.files} files, {self.notices} notices, {self.acts} acts, {self.issues} issues; "
            f"{share} of the operative text accounted for"
        )


def _read(paths: list[str], workers: int, report: Any, total: _Total, issues: Any, persons: Any) -> Iterator[Reading]:
    """The readings, counted; their issues and people written to the files asked for."""
    from loaders.pipeline import read_sources

    unreadable: list[str] = []
    for reading in read_sources(paths, workers, report):
        total.add(reading)
        if issues is not None and reading.issues:
            issues.writerows(_issue_rows(reading))
        if persons is not None:
            persons.writerows(tuple(getattr(fact, column) for column in PERSON_COLUMNS) for fact in reading.persons)
        if reading.source.kind == "unreadable":
            unreadable.append(reading.issues[0].reason)
            print(reading.issues[0].reason, file=sys.stderr)
        yield reading
    if unreadable and len(unreadable) == total.files:
        raise InputError(f"none of {total.files} files could be read.", "The lines above say why.")


def _issue_rows(reading: Reading) -> Iterator[tuple[Any, ...]]:
    numbers = {notice.notice_id: notice.doc_number for notice in reading.notices}
    for issue in reading.issues:
        yield (
            *(reading.source.path, numbers.get(issue.notice_id, ""), issue.kind),
            *(issue.text, issue.start, issue.end, issue.reason),
        )


def _open(stack: ExitStack, name: str | None, columns: Iterable[str]) -> Any:
    """A csv writer on the file, its header written; None when no file was asked for."""
    if name is None:
        return None
    try:
        handle = stack.enter_context(Path(name).open("w", encoding="utf-8", newline=""))  # noqa: SIM115
    except OSError as error:
        raise InputError(f"{name} cannot be written: {error.strerror}.", "Name a file in a folder that exists.") from None
    writer = csv.writer(handle, lineterminator="\n")
    writer.writerow(columns)
    return writer


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
