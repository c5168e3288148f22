"""Empty seats on the as-of date: since when, what kind, how sure, to which day and in whose papers nobody was seen to follow."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views import address, empty, evidence, sidebar, store, tables
from views.days import bounds_of, day_text
from views.rows import records
from views.words import t

HEADLINE = ("confirmed", "no_successor_seen", "pending")
"""The kinds that headlines count (practice 3.4.1)."""


def show() -> None:
    on = sidebar.as_of()
    st.title(t("vacancies.title"))
    st.caption(t("vacancies.about"))
    if store.version().empty:
        empty.graph()
        return
    frame = store.frame("post/vacancies", as_of=on)
    if frame.empty:
        st.info(t("vacancies.none", day=on))
        return
    rows = records(frame)
    frame["since"] = [day_text(bounds_of(row, "since")) for row in rows]
    frame["meanwhile"] = [meanwhile(row) for row in rows]
    headline = frame[frame["kind"].isin(HEADLINE)]
    numbers(headline)
    st.header(t("vacancies.list", day=on))
    listed(headline, "vacancies")
    others = frame[~frame["kind"].isin(HEADLINE)]
    if len(others):
        st.header(t("vacancies.others"))
        st.caption(t("vacancies.others.about"))
        listed(others, "vacancies_others")
    papers()


def meanwhile(row: dict[str, Any]) -> str:
    """Who leads or is nominated while the seat is empty; neither fills it."""
    parts = [t(f"vacancies.{how}", names="、".join(row[how])) for how in ("acting", "nominee") if row[how]]
    return "；".join(parts)


def ranges(numbers: list[int]) -> str:
    """Numbers in short: runs by their ends.

    >>> ranges([1, 2, 3, 7])
    '1–3；7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "；".join(f"{low}–{high}" if high > low else str(low) for low, high in runs)


def numbers(frame: pd.DataFrame) -> None:
    """How many of each kind, certain ones and, beside them, possible ones."""
    for column, kind in zip(st.columns(len(HEADLINE)), HEADLINE, strict=True):
        of_kind = frame[frame["kind"] == kind]
        certain = int((of_kind["certainty"] == "certain").sum())
        column.metric(t(f"kind.{kind}"), certain, border=True)
        if possible := len(of_kind) - certain:
            column.caption(t("vacancies.possible", n=possible))


def listed(frame: pd.DataFrame, key: str) -> None:
    if frame.empty:
        st.info(t("vacancies.none", day=sidebar.as_of()))
        return
    columns = (
        "organization",
        "post",
        "since",
        "days",
        "kind",
        "certainty",
        "last_holder",
        "meanwhile",
        "doc_number",
        "covered_to",
    )
    widths = {"since": 190} if frame["since_date"].isna().any() else {}
    widths |= {"meanwhile": 120} if frame["meanwhile"].any() else {}
    row = tables.show(frame, columns, key=key, alt=t("vacancies.title"), widths=widths)
    if row:
        picked(row, key)


def picked(row: dict[str, Any], key: str) -> None:
    """What the row picked rests on: the clause by which the seat became empty."""
    with st.container(border=True):
        st.subheader(f"{row['organization']} {row['post']}")
        covered = bounds_of({"date": row["covered_to"]}).day
        st.markdown(t(f"vacancies.says.{row['kind']}", since=row["since"], day=covered or t("day.unknown")))
        with st.container(horizontal=True):
            address.link("organization.py", str(row["organization"]), org=row["organization_id"])
            if row["last_holder_id"]:
                address.link("person.py", t("go.person", person=row["last_holder"]), person=row["last_holder_id"])
        if row["last_holder_id"]:
            acts = evidence.of_person(row["last_holder_id"])
            career = store.frame("person/career", person=row["last_holder_id"])
            tenures = set(career[career["post_id"] == row["post_id"]]["tenure_id"])
            evidence.sentences(acts[acts["tenure_id"].isin(tenures)], key=key)


def papers() -> None:
    """Whose papers were seen, to which day, and which numbers are missing: what "nobody seen" means."""
    st.header(t("vacancies.papers"))
    st.caption(t("vacancies.papers.about"))
    frame = store.frame("notice/coverage")
    for name in ("seen", "missing"):
        frame[name] = [ranges([int(number) for number in found]) for found in frame[name]]
    tables.show(
        frame,
        ("issuer", "series", "seen", "missing", "first", "last"),
        key="coverage",
        alt=t("vacancies.papers"),
        pick=False,
    )


show()
