"""An organization: who sits in it on the as-of date, who came and went, its posts and how they passed from hand to hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from graph.answer.rows import organization_ids
from views import address, empty, evidence, periods, sidebar, state, store, tables
from views.days import bounds_of, day_text
from views.rows import records
from views.words import t


def show() -> None:
    asked = address.asked(address.ORGANIZATION)
    if not asked:
        choose(address.asked(address.TEXT))
        return
    ids = organization_ids(store.graph(), asked)
    if not ids:
        st.title(t("nav.organization"))
        st.info(t("organization.unknown", asked=asked))
        address.link("organization.py", t("organization.all"))
        return
    posts = store.frame("post/list", organization=ids[0])
    bodies = store.frame("organization/list", text="")
    body = records(bodies[bodies["organization_id"] == ids[0]])[0]
    st.title(body["organization"])
    if body["part_of_id"]:
        address.link("organization.py", t("organization.part_of", name=body["part_of"]), org=body["part_of_id"])
    roster(ids[0])
    changes(ids[0])
    seats(ids[0], posts)
    lineage(ids[0])
    parts(bodies[bodies["part_of_id"] == ids[0]])


def choose(text: str) -> None:
    st.title(t("nav.organization"))
    address.follow(state.SEARCH_TEXT, text)
    st.text_input(
        t("organization.search"),
        key=state.SEARCH_TEXT,
        type="search",
        placeholder=t("organization.placeholder"),
        on_change=address.taken_from(state.SEARCH_TEXT, address.TEXT),
    )
    bodies = store.frame("organization/list", text=text)
    if bodies.empty:
        empty.found(text)
        return
    row = tables.show(bodies, ("organization", "posts", "part_of"), key="organizations", alt=t("nav.organization"), opens=True)
    if row:
        address.go("organization.py", org=row["organization_id"])


def roster(organization_id: str) -> None:
    """The roster on the as-of date in the order of office, certain and possible holders apart in a column of their own."""
    on = sidebar.as_of()
    st.header(t("organization.roster", day=on))
    frame = store.frame("organization/roster", organization=organization_id, on=on)
    if frame.empty:
        st.info(t("organization.no_roster", day=on))
        return
    rows = records(frame)
    frame["start"] = [day_text(bounds_of(row, "start")) for row in rows]
    frame["days_held"] = [
        (on - since).days if (since := bounds_of(row, "start").day) and row["certainty"] == "certain" else None for row in rows
    ]
    row = tables.show(
        frame,
        ("post", "person", "certainty", "acting", "start", "days_held", "doc_numbers"),
        key="roster",
        alt=t("nav.organization"),
    )
    covered = max((day for one in rows if (day := bounds_of({"date": one["covered_to"]}).day)), default=None)
    if covered:
        st.caption(t("organization.covered", day=covered))
    picked_tenure(row, "roster")


def picked_tenure(row: dict[str, Any] | None, key: str) -> None:
    """The person and the sentences of the row picked."""
    if row:
        with st.container(border=True):
            address.link("person.py", t("go.person", person=row["person"]), person=row["person_id"], tenure=row["tenure_id"])
            evidence.sentences(evidence.of_tenure(row["person_id"], row["tenure_id"]), key=key)


def changes(organization_id: str) -> None:
    """Who came and who went in a period, by default the year before the as-of date."""
    st.header(t("organization.changes"))
    on = sidebar.as_of()
    start, end = periods.choose(on - timedelta(days=365), on)
    if start > end:
        st.warning(t("period.reversed"))
        return
    frame = changes_in(organization_id, start, end)
    if frame.empty:
        st.info(t("organization.no_changes", start=start, end=end))
        return
    row = tables.show(
        frame,
        ("change", "person", "post", "day", "certainty", "acting", "doc_number"),
        key="changes",
        alt=t("organization.changes"),
    )
    picked_tenure(row, "changes")


def changes_in(organization_id: str, start: date, end: date) -> pd.DataFrame:
    frame = store.frame("organization/changes", **{"from": start, "to": end, "organization": organization_id})
    frame["day"] = [day_text(bounds_of(row)) for row in records(frame)]
    return frame


def seats(organization_id: str, posts: pd.DataFrame) -> None:
    """Its posts; the one picked shows who held it, one after the other."""
    st.header(t("organization.posts"))
    row = tables.show(posts, ("post", "seats", "tenures"), key="posts", alt=t("organization.posts"))
    if not row:
        return
    st.subheader(t("organization.history", post=row["post"]))
    history = store.frame("post/history", organization=organization_id, post=row["post"])
    rows = records(history)
    history["person"] = history["holder"]
    history["start"] = [day_text(bounds_of(one, "start")) for one in rows]
    history["end"] = [t("span.open") if one["status"] == "current" else day_text(bounds_of(one, "end")) for one in rows]
    columns = ("person", "status", "start", "end", "end_basis", "acting", "vacancy_days", "doc_numbers")
    picked_tenure(tables.show(history, columns, key="history", alt=t("organization.history", post=row["post"])), "history")


def lineage(organization_id: str) -> None:
    """What it was before and what it became; suggested links are marked as such."""
    found = store.frame("organization/lineage", organization=organization_id)
    if found.empty:
        return
    st.header(t("organization.lineage"))
    row = tables.show(found, ("predecessor", "successor", "kind", "date", "state"), key="lineage", alt=t("organization.lineage"))
    if row:
        other = "successor" if row["predecessor_id"] == organization_id else "predecessor"
        address.link("organization.py", str(row[other]), org=row[f"{other}_id"])


def parts(units: pd.DataFrame) -> None:
    if len(units):
        st.header(t("organization.parts"))
        for unit in records(units):
            address.link("organization.py", unit["organization"], org=unit["organization_id"])


show()
