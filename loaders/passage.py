"""What splitting hands to the clause parser, and what the parser hands back.

A Passage is one paragraph or line of a notice, squashed, each of whose characters knows its place in the source. A NoticeText is a
notice taken apart: head, passages of the body in reading order, foot. Neither holds anything that was not printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from graph.dates import Bounds
from graph.model import Action, Kind


class Passage(Struct, frozen=True, gc=False):
    """One paragraph or line of a notice without white space, left-over HTML, and readings in brackets after a character.

    >>> Passage("孔辉", (4, 6)).span(0, 2)
    (4, 7)
    """

    text: str
    offsets: Sequence[int]
    """The place of each character of `text` in the source's text, in code points."""
    heading: bool = False
    """Whether it stands alone as a title of what follows (任命：, 大榆树村, 一、先进个人)."""
    table: int = 0
    """Of a table's row the number of the table in the notice, from 1; `cells` holds the row, `text` its cells joined by tabs."""
    cells: tuple[Passage, ...] = ()

    def span(self, i: int, j: int) -> tuple[int, int]:
        """The place in the source of `text[i:j]`, which must not be empty."""
        return self.offsets[i], self.offsets[j - 1] + 1

    def gap(self, i: int) -> int:
        """How many characters of the source were left out before `text[i]` (padding between 孔 and 辉, between columns)."""
        return self.offsets[i] - self.offsets[i - 1] - 1 if i else 0


class NoticeText(Struct, frozen=True, kw_only=True):
    """One notice as it stands in a source; empty fields are what it does not print."""

    title: str = ""
    """Whole, in one line, without white space."""
    title_passage: Passage | None = None
    """The title with its place; a short text without a body (a single line) says all in its passages instead."""
    doc_number: str = ""
    issuer: str = ""
    place: str = ""
    """The jurisdiction of the issuer (三门峡市), empty for national bodies and when unknown."""
    issued: Bounds = Bounds()
    """The day of issue when printed; else nothing known (the pipeline bounds it)."""
    year: int | None = None
    """The year to which month and day without a year belong: of the date, else of the document number."""
    recipients: str = ""
    """The salutation (各县人民政府，市人民政府各部门), squashed and without its colon."""
    head_count: int | None = None
    """How many people the title, or the body of a commendation, states."""
    head_count_place: tuple[int, int] = (0, 0)
    head_count_text: str = ""
    passages: tuple[Passage, ...] = ()
    """The body between salutation and signature, in reading order, table rows included where they stand."""
    attached: tuple[Passage, ...] = ()
    """What stands after the signature (附：任免人员名单); it mostly repeats the body, in which case it gives no acts of its own."""
    rosters: tuple[Passage, ...] = ()
    """The lines of lists of members or of people commended (名单), which rosters.py reads and the clause parser does not."""
    issues: tuple[ParsedIssue, ...] = ()
    """What splitting found wrong (a day that no calendar has)."""
    personnel: bool = True
    """Whether it may hold acts. False for another document (a plan, a commendation), of which only `rosters` are read."""
    start: int = 0
    end: int = 0


class ParsedAct(Struct, frozen=True, gc=False):
    """What the clause parser decides of an act; the pipeline adds ids, seq, and the days of the notice."""

    clause_no: int
    action: Action
    person: str
    gender: str = ""
    ethnicity: str = ""
    organization: str = ""
    post: str = ""
    kind: Kind = "post"
    qualifier: tuple[str, ...] = ()
    effective: str = ""
    decided: str = ""
    target: str = ""
    previous: str = ""
    clause: str = ""
    """The clause as understood: squashed text of its span."""
    start: int = 0
    end: int = 0
    """The clause's place in the source; it contains the person's name."""


class ParsedIssue(Struct, frozen=True, kw_only=True, gc=False):
    """Something operative that was not understood; `kind` is a word of `loaders/issues.py`."""

    kind: str
    text: str
    start: int = 0
    end: int = 0
    reason: str = ""


class ClauseReading(Struct, frozen=True, kw_only=True):
    """All that the clauses of one notice say, and how many characters of its operative passages are where (see Account)."""

    acts: tuple[ParsedAct, ...] = ()
    issues: tuple[ParsedIssue, ...] = ()
    operative: int = 0
    accounted: int = 0
    in_issues: int = 0
    left_out: int = 0
    by_procedure: bool = False
