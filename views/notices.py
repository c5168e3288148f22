"""The papers: a list that can be searched and paged, and one paper whole, its clauses marked and its acts at the side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views import address, empty, state, statements, store, tables
from views.days import bounds_of, day_text
from views.drawings.component import Form, drawing
from views.drawings.marked import Span, marked_html
from views.rows import records
from views.words import known, reason, t

ROWS = 50
LINKED = 80
"""Acts that are listed beside the text; the table has them all."""


def show() -> None:
    if store.version().empty:
        st.title(t("nav.notices"))
        empty.graph()
        return
    notice = address.asked(address.NOTICE)
    if not notice and address.asked(address.ACT):
        found = store.rows(statements.NOTICE_OF_ACT, act=address.asked(address.ACT))
        notice = str(found[0]["notice_id"]) if found else ""
    if notice:
        one(notice)
    else:
        many()


def many() -> None:
    """The list, newest first; the store pages through it, so that its length does not matter."""
    st.title(t("nav.notices"))
    text = address.asked(address.TEXT)
    address.follow(state.NOTICE_TEXT, text)
    st.text_input(
        t("notices.search"),
        key=state.NOTICE_TEXT,
        type="search",
        placeholder=t("notices.placeholder"),
        on_change=address.taken_from(state.NOTICE_TEXT, address.TEXT, address.PAGE),
    )
    page = int(asked) if (asked := address.asked(address.PAGE)).isdigit() and int(asked) > 0 else 1
    frame = store.frame("notice/list", text=text, offset=(page - 1) * ROWS, rows=ROWS)
    if frame.empty:
        st.info(t("notices.none"))
        return
    frame["day"] = [day_text(bounds_of(row, "issued") if row["issued_date"] else bounds_of(row)) for row in records(frame)]
    total = int(frame["total"].iloc[0])
    st.caption(t("notices.counts", first=(page - 1) * ROWS + 1, last=(page - 1) * ROWS + len(frame), total=total))
    row = tables.show(
        frame, ("day", "title", "doc_number", "issuer", "acts", "head_count"), key="notices", alt=t("nav.notices"), opens=True
    )
    if row:
        address.go("notices.py", notice=row["notice_id"])
    pages = -(-total // ROWS)
    if pages > 1:
        address.follow(state.NOTICE_PAGE, min(page, pages))
        st.pagination(pages, key=state.NOTICE_PAGE, on_change=address.taken_from(state.NOTICE_PAGE, address.PAGE))


def one(notice: str) -> None:
    """A paper whole: the text where its source has it, each clause leading to its acts and each act to its clause."""
    places = store.frame("notice/text", notice=notice)
    if places.empty:
        st.title(t("nav.notices"))
        st.info(t("notices.unknown", notice=notice))
        address.link("notices.py", t("notices.all"))
        return
    chosen = address.asked(address.ACT)
    acts = store.frame("notice/acts", notice=notice)
    first = records(places)[0]
    st.title(first["title"] or t("paper.untitled"))
    day = bounds_of(first, "issued") if bounds_of(first, "issued").day else bounds_of(first)
    st.markdown(" · ".join(part for part in (first["doc_number"], first["issuer"], day_text(day)) if part))
    if first["head_count"]:
        st.caption(t("notices.heads", stated=first["head_count"], found=acts["person"].nunique()))
    place = place_of(places, acts, chosen)
    here = acts[acts["source_id"] == place["source_id"]]
    issues = issues_in(place)
    with st.container(key="beside"):
        left, right = st.columns([2, 1], gap="medium")
        with left:
            picked = drawing(
                [Form(0, marked_html(place["text"], place["start"], place["end"], spans(here, issues), chosen))],
                key="text",
                selected=chosen,
            )
            st.caption(t("notices.legend", path=place["path"]))
        if picked and picked != chosen and picked in set(here["act_id"]):
            address.put(**{address.ACT: picked})
            st.rerun()
        with right:
            side(here, notice, chosen)
    as_table(here, notice)
    trouble(issues)


def place_of(places: pd.DataFrame, acts: pd.DataFrame, chosen: str) -> dict[str, Any]:
    """Where the paper is shown from: the source that prints the act chosen, else the first; a choice where there are several."""
    found = records(places)
    if len(found) == 1:
        return found[0]
    printing = set(acts[acts["act_id"] == chosen]["source_id"])
    start = next((i for i, one in enumerate(found) if one["source_id"] in printing), 0)
    return found[st.selectbox(t("notices.sources"), range(len(found)), index=start, format_func=lambda i: found[i]["path"])]


def issues_in(place: dict[str, Any]) -> pd.DataFrame:
    """The issues of the source that lie within the paper."""
    found: pd.DataFrame = store.frame("notice/issues", source=place["source_id"])
    inside: pd.DataFrame = found[(found["start"] < place["end"]) & (found["end"] > place["start"])]
    return inside


def spans(acts: pd.DataFrame, issues: pd.DataFrame) -> list[Span]:
    """What is marked: the clause of each act, and each issue."""
    return [
        *(Span(start=int(act["start"]), end=int(act["end"]), ids=(act["act_id"],), label=line(act)) for act in records(acts)),
        *(
            Span(
                start=int(one["start"]),
                end=int(one["end"]),
                issue=True,
                label=f"{kind_of(one)} {reason(one['reason'] or '')}".strip(),
            )
            for one in records(issues)
        ),
    ]


def kind_of(issue: dict[str, Any]) -> str:
    return known(f"kind.{issue['kind']}", str(issue["kind"]))


def line(act: dict[str, Any]) -> str:
    """An act in a line: what, whom, which post."""
    extra = t("notices.qualifier", text="；".join(act["qualifier"])) if len(act["qualifier"]) else ""
    return f"{known('action.' + act['action'], act['action'])} {act['person']} {act['organization']}{act['post']}{extra}"


def side(acts: pd.DataFrame, notice: str, chosen: str) -> None:
    """The acts of the paper: each leads to its clause in the text, the one chosen to its person and body."""
    st.subheader(t("notices.acts", n=len(acts)))
    if acts.empty:
        st.info(t("notices.no_acts"))
        return
    for act in records(acts.drop_duplicates("act_id").head(LINKED)):
        if act["act_id"] == chosen:
            with st.container(border=True):
                st.markdown(line(act))
                if act["person_id"]:
                    address.link(
                        "person.py", t("go.person", person=act["person"]), person=act["person_id"], tenure=act["tenure_id"]
                    )
                if act["organization_id"]:
                    address.link("organization.py", act["organization"], org=act["organization_id"])
        else:
            address.link("notices.py", line(act), notice=notice, act=act["act_id"])
    if len(acts) > LINKED:
        st.caption(t("table.first", shown=LINKED, total=len(acts)))


def as_table(acts: pd.DataFrame, notice: str) -> None:
    """The same acts as a table with its download."""
    if acts.empty:
        return
    with st.expander(t("as_table")):
        frame = acts.reset_index(drop=True)
        row = tables.show(
            frame, ("seq", "action", "person", "gender", "organization", "post", "qualifier"), key="acts", alt=t("nav.notices")
        )
        if row and row["act_id"] != address.asked(address.ACT):
            address.put(**{address.NOTICE: notice, address.ACT: row["act_id"]})
            st.rerun()


def trouble(issues: pd.DataFrame) -> None:
    """What of the paper was not understood or does not add up."""
    if len(issues):
        st.header(t("notices.issues", n=len(issues)))
        tables.show(
            issues.reset_index(drop=True), ("kind", "text", "reason"), key="notice_issues", alt=t("table.issues"), pick=False
        )


show()
