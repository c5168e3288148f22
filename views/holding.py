"""How a tenure stands on a day, and the line that names all of a person's posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from views.days import bounds_of
from views.drawings.career import Bar, BarKind
from views.words import DEPUTY, PARTY_BODIES, t

Standing = Literal["certain", "possible", ""]


def standing(row: Mapping[str, Any], on: date, covered_to: date | None) -> Standing:
    """Whether the tenure certainly or possibly holds on the day (design 3.3); past the coverage an open one is possible."""
    if row["status"] == "nominated":
        return ""
    start, end = bounds_of(row, "start"), bounds_of(row, "end")
    if (start.not_before and start.not_before > on) or (end.not_after and end.not_after <= on):
        return ""
    began = start.not_after is not None and start.not_after <= on
    lasts = end.not_before is not None and end.not_before > on
    open_end = end.not_after is None and row["status"] == "current" and (covered_to is None or on <= covered_to)
    return "certain" if began and (lasts or open_end) else "possible"


def post_line(posts: Iterable[tuple[str, str]]) -> str:
    """All posts (organization, title) in one line, party before state, chief before deputy, a body named once (practice 7.1).

    >>> post_line([("三门峡市教育局", "局长"), ("三门峡市教育局党组", "书记")])
    '三门峡市教育局党组书记、局长'
    """
    written: list[str] = []
    said = ""
    for organization, post in sorted(posts, key=lambda pair: (not pair[0].endswith(PARTY_BODIES), pair[1].startswith(DEPUTY))):
        body = organization if not said or not said.startswith(organization) else ""
        if organization == said:
            body = ""
        written.append(body + post)
        said = organization if body else said
    return "、".join(written)


def bar_of(row: Mapping[str, Any], tip: str) -> Bar:
    """The tenure of a row of `person/career` as it is drawn."""
    kind: BarKind = (
        "nominated"
        if row["status"] == "nominated"
        else "acting"
        if row["acting"]
        else "seconded"
        if row["seconded"]
        else "concurrent"
        if row["concurrent"]
        else "formal"
    )
    start = bounds_of(row, "nominated") if kind == "nominated" else bounds_of(row, "start")
    return Bar(
        bar_id=str(row["tenure_id"]),
        organization=str(row["organization"]),
        post=str(row["post"]) if kind == "formal" else t("person.marked", post=row["post"], mark=t(f"legend.{kind}")),
        kind=kind,
        start=start,
        end=bounds_of(row, "end"),
        open=row["status"] == "current",
        inferred_end=row["end_basis"] not in ("", "stated", None),
        tip=tip,
    )
