"""The seed gazette against its answers made by hand (design 8); skipped where the reference files are not there."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from graph.model import Reading
from loaders.pipeline import read_source

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the reference gazette is not there")


@pytest.fixture(scope="module")
def reading() -> Reading:
    path = next(SEED.glob("*.txt"))
    return read_source(path, path.name)


def rows(name: str) -> list[dict[str, str]]:
    with (SEED / name).open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def test_the_acts_are_those_of_the_answers_in_order(reading: Reading) -> None:
    numbers = {notice.notice_id: notice for notice in reading.notices}
    found = [
        (
            numbers[a.notice_id].doc_number,
            a.issued_date.isoformat() if a.issued_date else "",
            str(a.seq),
            *(a.person, a.gender, a.action, a.organization, a.post, a.kind, "；".join(a.qualifier)),
        )
        for a in reading.acts
        if a.action != "attest"
    ]
    assert found == [tuple(row.values()) for row in rows("acts.csv")]


def test_the_notice_without_a_day_is_bounded_by_its_neighbour_and_the_printing(reading: Reading) -> None:
    (seventh,) = (notice for notice in reading.notices if notice.doc_number == "三政任〔2020〕7号")
    assert (seventh.issued_date, seventh.not_before, seventh.not_after) == (None, date(2020, 10, 31), date(2020, 11, 27))


def test_every_act_stands_at_a_place_that_names_its_person(reading: Reading) -> None:
    for act in reading.acts:
        assert act.person in "".join(reading.source.text[act.start : act.end].split())


def test_head_counts_of_the_notices_reconcile_and_that_of_the_commendation_does_not(reading: Reading) -> None:
    counted = [notice.head_count for notice in reading.notices if notice.doc_number.startswith("三政任")]
    assert counted == [3, 3, 8, 3, 31, 21, 17]
    (issue,) = (issue for issue in reading.issues if issue.kind == "head_count")
    assert reading.source.text[issue.start : issue.end] == "等27名同志"
    assert ("27" in issue.reason, "22" in issue.reason) == (True, True)


def test_the_closing_sentence_marks_notices_two_to_five(reading: Reading) -> None:
    marked = [notice.doc_number for notice in reading.notices if notice.by_procedure]
    assert marked == [f"三政任〔2020〕{number}号" for number in (2, 3, 4, 5)]


def test_the_rosters_attest_everybody_in_group_and_role(reading: Reading) -> None:
    numbers = {notice.notice_id: notice.doc_number for notice in reading.notices}
    found: dict[tuple[str, str, str], list[str]] = {}
    for act in reading.acts:
        if act.action == "attest":
            key = (numbers[act.notice_id], act.person, "；".join(act.qualifier))
            found.setdefault(key, []).append(act.organization + act.post)
    wanted = {
        (row["doc_number"], row["person"], "；".join(part for part in (row["group"], row["role"]) if part)): row["title_as_written"]
        for row in rows("rosters.csv")
    }
    assert set(found) == set(wanted)
    for key, titles in found.items():
        for title, written in zip(titles, wanted[key].split("、"), strict=True):
            assert title.endswith(written)


def test_there_are_no_other_issues(reading: Reading) -> None:
    assert sorted(issue.kind for issue in reading.issues) == ["head_count", "undated"]
