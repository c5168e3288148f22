"""The table that a notice is written from: one row an act, in the columns that `parse` prints (design 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import cast, get_args

from msgspec import Struct

from graph.errors import UsageError
from graph.model import ACTIONS, Action, Kind

_TELLS_APART = re.compile(r"[\s，；。、：（）()《》]")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class ActRow(Struct, frozen=True, kw_only=True):
    """One act as a table states it. Rows of one notice share doc_number, issued, issuer and notice_title."""

    seq: int
    person: str
    action: Action
    organization: str
    post: str
    doc_number: str = ""
    issued: str = ""
    """ISO day, empty for a notice that prints none."""
    gender: str = ""
    kind: Kind = "post"
    qualifier: tuple[str, ...] = ()
    effective: str = ""
    """ISO day or month from which the act counts, empty when the clause says none."""
    ethnicity: str = ""
    notice_title: str = ""
    issuer: str = ""

    @property
    def who(self) -> tuple[str, str, str]:
        """What tells one person of a notice from another."""
        return self.person, self.gender, self.ethnicity

    def problem(self, what: str) -> UsageError:
        """The error that names this row."""
        return UsageError(f"Row {self.seq} ({self.person}, {self.organization}{self.post}): {what}", "Correct the table.")


class Paper(Struct, frozen=True, kw_only=True):
    """What a notice prints around its acts and no act holds; all of it may be left out."""

    heads: int | None = None
    """How many people the title states; the true number unless set."""
    meeting: str = ""
    """The session that decided (澜川市第十五届人民代表大会常务委员会第三十二次会议)."""
    recipients: str = ""
    """The salutation; by the issuer unless set."""
    purpose: str = ""
    """Of a roster or a commendation: what the group is for (加强防汛抗旱工作), what is commended (2023年防汛抢险)."""
    by_procedure: bool = False
    """Whether it closes 以上职务的任免，请按有关法律、法规及章程规定办理."""
    signed: bool = True
    """Whether the issuer stands under the text."""


def rows_of(table: Iterable[Mapping[str, str]]) -> list[ActRow]:
    """The rows of a table with the columns of `parse`; columns that no notice prints are left aside.

    Raises UsageError for a word that is no action or kind and for a seq that is no number.
    """
    rows = []
    for number, line in enumerate(table, 1):
        action, kind, seq = line.get("action", ""), line.get("kind", "") or "post", line.get("seq", "")
        if action not in ACTIONS:
            raise UsageError(f"Row {number}: {action!r} is no action.", f"Use one of {', '.join(ACTIONS)}.")
        if kind not in get_args(Kind):
            raise UsageError(f"Row {number}: {kind!r} is no kind.", "Use post or rank.")
        if not seq.isdigit():
            raise UsageError(f"Row {number}: seq is {seq!r}.", "Number the acts of each notice from 1.")
        text = {name: line.get(name) or "" for name in ("person", "gender", "organization", "post", "effective", "ethnicity")}
        head = {name: line.get(name) or "" for name in ("doc_number", "issued", "notice_title", "issuer")}
        qualifier = tuple(part for part in (line.get("qualifier") or "").split("；") if part)
        rows.append(ActRow(seq=int(seq), action=action, kind=cast(Kind, kind), qualifier=qualifier, **text, **head))
    return rows


def check_rows(rows: Sequence[ActRow]) -> None:
    """Nothing; raises UsageError for rows that are not those of one notice or that no text could tell apart again."""
    if not rows:
        raise UsageError("A notice needs at least one act.", "Give a table with rows.")
    heads = {(row.doc_number, row.issued, row.issuer, row.notice_title) for row in rows}
    if len(heads) > 1:
        raise UsageError(
            "The rows are of several notices: " + "；".join("，".join(filter(None, head)) for head in sorted(heads)) + ".",
            "Write one notice at a time.",
        )
    if not rows[0].issuer:
        raise rows[0].problem("a notice needs an issuer.")
    if rows[0].issued:
        day_of(rows[0].issued)
    for number, row in enumerate(rows, 1):
        if row.seq != number:
            raise row.problem(f"seq must count from 1 in order, here {number}.")
        for name in ("person", "organization", "post"):
            value = getattr(row, name)
            if not value:
                raise row.problem(f"{name} is empty.")
            if _TELLS_APART.search(value):
                raise row.problem(f"{name} {value!r} holds white space or punctuation.")
        for part in (*row.qualifier, row.gender, row.ethnicity):
            if _TELLS_APART.search(part):
                raise row.problem(f"{part!r} holds white space or punctuation.")


def day_of(written: str) -> date:
    """The day that an ISO date names; raises UsageError for anything else."""
    try:
        if not _ISO_DAY.fullmatch(written):
            raise ValueError
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{written!r} is no day.", "Write it as 2021-03-05.") from None


def chinese_day(day: date) -> str:
    """The day as notices print it.

    >>> chinese_day(date(2021, 3, 5))
    '2021年3月5日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
