"""Texts with their answers and with what the program reads from them, in one form for every set."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.errors import InputError
from graph.model import Reading
from loaders.pipeline import read_source
from loaders.wordings import all_wordings
from tests.cases import clause_cases, notice_cases, read_clauses, written

NO_ACT = "no act"
"""The kind of a text that must give nothing."""
_NEEDED = {"text", "person", "action", "organization", "post"}
_CASE_FIELDS = ("person", "action", "organization", "post", "gender", "ethnicity", "qualifier", "effective")
_PEOPLES = re.compile(r"\w{1,8}族")


class Row(NamedTuple):
    """One act, as answered or as read; an empty field of an answer states nothing, save the first four."""

    person: str
    action: str
    organization: str = ""
    post: str = ""
    note: str = ""
    effective: str = ""
    issued: str = ""
    doc_number: str = ""
    gender: str = ""
    ethnicity: str = ""
    qualifier: str = ""


class Text(NamedTuple):
    """A text: the acts that are wanted and those given, and how much of what it decides is accounted for."""

    name: str
    kind: str
    wanted: list[Row]
    given: list[Row]
    accounted: int
    operative: int


def read_folder(folder: Path, places: frozenset[int] = frozenset({0, 1, 2})) -> Iterator[Text]:
    """The texts of a folder with `acts.csv`, in order; of every three in a row those at the places given."""
    answers = _answers(folder)
    paths = sorted(folder.glob("*.txt"))
    if strays := answers.keys() - {path.stem.zfill(3) for path in paths}:
        raise InputError(
            f"{folder} has answers to {min(strays)}, a text that is not there.", "Mend the column text of its acts.csv."
        )
    for number, path in enumerate(paths):
        if number % 3 in places:
            rows = answers.get(path.stem.zfill(3), [])
            kind = (rows[0].get("style") or "?") if rows else NO_ACT
            yield _text(path.stem, kind, [_answer(row) for row in rows], read_source(path, path.name))


def read_gazette(folder: Path) -> Iterator[Text]:
    """The one text of a folder whose `acts.csv` answers all but its rosters, with every field of an act."""
    (path,) = folder.glob("*.txt")
    with (folder / "acts.csv").open(encoding="utf-8", newline="") as file:
        wanted = [Row(**{field: row.get(field, "") for field in Row._fields}) for row in csv.DictReader(file)]
    read = _text(path.stem, "gazette", wanted, read_source(path, path.name))
    yield read._replace(given=[row for row in read.given if row.action != "attest"])


def read_examples() -> Iterator[Text]:
    """The example of each wording, of which every one must give its acts."""
    for wording in all_wordings():
        wanted = [Row(*("" if part == "-" else part for part in act.split(" "))) for act in wording.acts]
        reading = read_clauses(wording.example)
        given = [Row(act.person, act.action, act.organization, act.post) for act in reading.acts]
        yield Text(wording.name, "wording", wanted, given, reading.accounted, reading.operative)


def read_cases() -> Iterator[Text]:
    """The cases of tests/cases, of which every one must give its acts."""
    for case in (*clause_cases(), *notice_cases()):
        reading = case.read()
        wanted = [Row(**dict(zip(_CASE_FIELDS, act, strict=False))) for act in case.acts]
        given = [Row(**dict(zip(_CASE_FIELDS, written(act), strict=True))) for act in reading.acts]
        yield Text(case.name, "case", wanted, given, reading.accounted, reading.operative)


def _text(name: str, kind: str, wanted: list[Row], reading: Reading) -> Text:
    numbers = {notice.notice_id: notice.doc_number for notice in reading.notices}
    given = [
        Row(
            person=act.person,
            action=act.action,
            organization=act.organization,
            post=act.post,
            effective=act.effective,
            issued=act.issued_date.isoformat() if act.issued_date else "",
            doc_number=numbers[act.notice_id],
            gender=act.gender,
            ethnicity=act.ethnicity,
            qualifier="；".join(act.qualifier),
        )
        for act in reading.acts
    ]
    return Text(name, kind, wanted, given, reading.accounted, reading.operative)


def _answers(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of a folder's acts.csv, by text."""
    answers: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    try:
        with (folder / "acts.csv").open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := _NEEDED - set(reader.fieldnames or ()):
                raise InputError(f"{folder}/acts.csv has no column {min(missing)}.", f"It needs {', '.join(sorted(_NEEDED))}.")
            for row in reader:
                answers[row["text"].zfill(3)].append(row)
    except OSError as error:
        raise InputError(f"{folder}/acts.csv cannot be read: {error.strerror}.", "Give a folder of texts with answers.") from None
    return dict(answers)


def _answer(row: dict[str, str]) -> Row:
    """An answer of acts.csv; what stood in brackets behind the name is part of its note."""
    noted = (row.get("note") or "").split("；")
    return Row(
        person=row["person"],
        action=row["action"].replace("elect", "appoint"),
        organization=row["organization"],
        post=row["post"],
        note=row.get("note") or "",
        effective=row.get("effective") or "",
        issued=row.get("date") or "",
        doc_number=row.get("doc_number") or "",
        gender=next((part for part in noted if part in ("女", "男")), ""),
        ethnicity=next((part for part in noted if _PEOPLES.fullmatch(part)), ""),
    )
