"""`graph parse PATH…`: the acts that files, folders or standard input hold, on stdout; what was not understood, on request."""

from __future__ import annotations

import argparse
import csv
import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from heapq import nsmallest
from pathlib import Path
from typing import Any

from graph.cli.act_rows import COLUMNS, Row, csv_of, rows_of, typed
from graph.cli.prints import Noted, Prints, note_prints
from graph.cli.progress import Shown, showing
from graph.errors import InputError
from graph.model import Reading

ISSUE_COLUMNS = ("source", "doc_number", "kind", "text", "start", "end", "reason")
PERSON_COLUMNS = ("source", "person", "gender", "ethnicity", "birth", "native_place", "party", "education")

LEAST = 5
"""So many of the least read files are named beside the issues."""


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
    from loaders.pipeline import map_sources

    gc.set_threshold(50_000, 50, 100)  # records hold no cycles; looking for some takes a twentieth of the time
    everything, prints = _Said(), Prints()
    total = everything.total
    form = args.format or ("table" if sys.stdout.isatty() else "csv")
    files, batches = map_sources(args.paths, partial(_say, form), args.workers)
    with ExitStack() as stack:
        issues = _open(stack, args.issues, ISSUE_COLUMNS)
        persons = _open(stack, args.persons, PERSON_COLUMNS)
        shown = stack.enter_context(showing("reading"))
        batches = _noting(batches, files, everything, shown, prints, issues, persons)
        if form == "csv":
            header = ",".join(COLUMNS) + "\n"
            for batch in batches:
                if header and batch.total.files > len(batch.unreadable):  # nothing is said when no file can be read
                    sys.stdout.write(header)
                    header = ""
                sys.stdout.write(batch.text)
        else:
            from graph.cli.output import write_rows

            write_rows(COLUMNS, (typed(row) for batch in batches for row in batch.rows), form)
        _compare_prints(prints, args.paths, total, issues)
    if args.issues is not None:
        print(total.parts(), file=sys.stderr)
        for share, path in everything.least:
            print(f"{path}: {share:.1%} of its operative text is read, the rest is listed as issues", file=sys.stderr)
    print(total.summary(), file=sys.stderr)
    return int(args.strict and total.issues > 0)


class _Total:
    """What has been read so far."""

    def __init__(self) -> None:
        self.files = self.notices = self.acts = self.issues = 0
        self.operative = self.accounted = self.in_issues = self.left_out = 0

    def add(self, reading: Reading) -> None:
        self.files += 1
        self.notices += len(reading.notices)
        self.acts += len(reading.acts)
        self.issues += len(reading.issues)
        self.operative += reading.operative
        self.accounted += reading.accounted
        self.in_issues += reading.in_issues
        self.left_out += reading.left_out

    def join(self, other: _Total) -> None:
        """Adds what another has counted."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def summary(self) -> str:
        found = f"{self.files} files, {self.notices} notices, {self.acts} acts, {self.issues} issues"
        read = self._share(self.accounted - self.in_issues)
        return f"{found}; {self._share(self.accounted)} of the operative text accounted for, {read} read"

    def parts(self) -> str:
        """Where the operative text is."""
        read = self.accounted - self.in_issues - self.left_out
        return (
            f"{self._share(self.accounted)} of the operative text accounted for: {self._share(read)} in acts, "
            f"{self._share(self.in_issues)} not understood and listed as issues, "
            f"{self._share(self.left_out)} left out by a written rule"
        )

    def _share(self, characters: int) -> str:
        return f"{characters / self.operative:.1%}" if self.operative else "–"


class _Said:
    """What a batch of files says, ready to be printed."""

    def __init__(self) -> None:
        self.text = ""
        self.rows: list[Row] = []
        """The acts: as csv, else as rows."""
        self.issues: list[tuple[Any, ...]] = []
        self.persons: list[tuple[str, ...]] = []
        self.unreadable: list[str] = []
        """Why files could not be read."""
        self.prints: list[tuple[int, list[Noted]]] = []
        """By place in the batch, the notices that another file may print as well."""
        self.least: list[tuple[float, str]] = []
        """The files of which most is not understood: the share that is read, and the path."""
        self.total = _Total()


def _say(form: str, readings: Iterator[Reading]) -> _Said:
    """What a batch of files says; runs in the processes that read."""
    said = _Said()
    texts: list[str] = []
    for place, reading in enumerate(readings):
        said.total.add(reading)
        if noted := note_prints(reading):
            said.prints.append((place, noted))
        if reading.in_issues:
            said.least.append((1 - reading.in_issues / reading.operative, reading.source.path))
        if form == "csv":
            texts.append(csv_of(reading))
        else:
            said.rows += rows_of(reading)
        if reading.issues:
            said.issues += _issue_rows(reading)
        said.persons += (tuple(getattr(fact, column) for column in PERSON_COLUMNS) for fact in reading.persons)
        if reading.source.kind == "unreadable":
            said.unreadable.append(reading.issues[0].reason)
    said.text = "".join(texts)
    said.least = nsmallest(LEAST, said.least)
    return said


def _noting(
    batches: Iterable[_Said], files: int, all_said: _Said, shown: Shown, prints: Prints, issues: Any, persons: Any
) -> Iterator[_Said]:
    """The batches, counted; their issues and people written to the files asked for."""
    unreadable = 0
    total = all_said.total
    for said in batches:
        for place, noted in said.prints:
            prints.add(total.files + place, noted)
        total.join(said.total)
        all_said.least = nsmallest(LEAST, (*all_said.least, *said.least))
        if issues is not None:
            issues.writerows(said.issues)
        if persons is not None:
            persons.writerows(said.persons)
        unreadable += len(said.unreadable)
        for reason in said.unreadable:
            print(reason, file=sys.stderr)
        yield said
        shown.count(total.files, files)
    if unreadable and unreadable == total.files:
        raise InputError(f"none of {total.files} files could be read.", "The lines above say why.")


def _compare_prints(prints: Prints, paths: list[str], total: _Total, issues: Any) -> None:
    """Raises the issues of notices that two of the files print differently."""
    for path, number, issue in prints.differences(_files(paths)) if total.files > 1 else ():
        total.issues += 1
        if issues is not None:
            issues.writerow((path, number, issue.kind, issue.text, issue.start, issue.end, issue.reason))


def _files(paths: list[str]) -> Iterator[str]:
    """The files read, looked for when the first is asked for: seldom."""
    from loaders.sources import find_files

    yield from find_files(paths)


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
