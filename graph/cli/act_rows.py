"""The acts of a reading as the rows that `parse` prints: the contract of scripts."""

from __future__ import annotations

import csv
import io
from typing import Any

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
"""These columns, in this order."""
NUMBERS = frozenset({"seq", "start", "end"})
"""The columns that are numbers where a format has numbers."""

Row = tuple[str, ...]


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


def csv_of(reading: Reading) -> str:
    """The rows of a reading as csv. Where no field needs quotes, which is nearly everywhere, they are joined as they stand."""
    if not reading.acts:
        return ""
    heads = {
        one.notice_id: (
            f"{one.doc_number},{_iso(one.issued_date)},",
            f",{_iso(one.not_before)},{_iso(one.not_after)},",
            f",{one.title},{one.issuer},",
        )
        for one in reading.notices
    }
    source = f",{reading.source.path},"
    lines = []
    for act in reading.acts:
        first, days, paper = heads[act.notice_id]
        said = "；".join(act.qualifier) if act.qualifier else ""
        lines.append(
            f"{first}{act.seq},{act.person},{act.gender},{act.action},{act.organization},{act.post},{act.kind},{said}"
            f"{days}{act.effective},{act.ethnicity}{paper}{act.clause}{source}{act.start},{act.end}\n"
        )
    block = "".join(lines)
    if '"' in block or block.count(",") != (len(COLUMNS) - 1) * len(lines) or block.count("\n") != len(lines):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows_of(reading))
        return out.getvalue()
    return block


def typed(row: Row) -> dict[str, str | int]:
    """A row by column, with numbers as numbers."""
    return {column: int(value) if column in NUMBERS else value for column, value in zip(COLUMNS, row, strict=True)}


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
