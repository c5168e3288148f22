"""The overview: one search box, how much is stored and to which day, what needs attention, the latest acts."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from views import address, empty, evidence, sidebar, state, statements, store, tables
from views.days import bounds_of, day_text
from views.rows import records
from views.words import known, t

FOUND_AT_MOST = 30
LATEST_NOTICES = 5


def show() -> None:
    st.title(t("site"))
    text = address.asked(address.TEXT)
    address.follow(state.SEARCH_TEXT, text)
    st.text_input(
        t("search.label"),
        key=state.SEARCH_TEXT,
        type="search",
        placeholder=t("search.placeholder"),
        on_change=address.taken_from(state.SEARCH_TEXT, address.TEXT),
    )
    if store.version().empty:
        empty.graph()
    elif text:
        results(text)
    else:
        counts()
        attention()
        latest()


def counts() -> None:
    row = records(store.frame("overview/counts"))[0]
    names = ("persons", "organizations", "posts", "notices", "acts")
    with st.container(key="counts"):
        columns = st.columns(len(names))
    for column, name in zip(columns, names, strict=True):
        column.metric(t(f"count.{name}"), f"{int(row[name]):,}", border=True)
    if row["last_day"]:
        st.caption(t("home.coverage", first=row["first_day"] or t("day.unknown"), last=row["last_day"], sources=row["sources"]))


def attention() -> None:
    """What somebody should look at: empty seats, nominations, probation, and what the reader did not understand."""
    on = sidebar.as_of()
    st.header(t("home.attention"))
    vacancies = store.frame("post/vacancies", as_of=on)
    urgent = vacancies[vacancies["kind"].isin(["confirmed", "no_successor_seen", "pending"])]
    certain = int((urgent["certainty"] == "certain").sum())
    nominations = store.frame("person/nominations", as_of=on)
    waiting = int(nominations["state"].isin(["open", "stale"]).sum())
    probations = store.frame("person/probations", as_of=on)
    running, lapsed = (int((probations["state"] == one).sum()) for one in ("running", "lapsed"))
    issues = store.rows(statements.ISSUE_KINDS)
    left, right = st.columns(2)
    with left:
        address.link(
            "vacancies.py", t("home.vacant", certain=certain, possible=len(urgent) - certain), icon=":material/event_seat:"
        )
        with st.expander(t("home.nominations", n=waiting)):
            open_ones = nominations[nominations["state"].isin(["open", "stale"])]
            tenure_table(open_ones, ("person", "organization", "post", "nominated_on", "state"), "nominations")
        with st.expander(t("home.probations", running=running, lapsed=lapsed)):
            current = probations[probations["state"].isin(["running", "lapsed"])]
            tenure_table(current, ("person", "organization", "post", "due_date", "state"), "probations")
    with right:
        overdue = store.frame("person/overdue", as_of=on)
        with st.expander(t("home.overdue", n=len(overdue))):
            tenure_table(overdue, ("kind", "person", "organization", "post", "since_date", "days"), "overdue")
        total = sum(int(one["found"]) for one in issues)
        with st.expander(t("home.issues", n=total)):
            st.caption(" · ".join(f"{known('kind.' + str(one['kind']), str(one['kind']))} {one['found']}" for one in issues))
            issue_table()


def tenure_table(frame: pd.DataFrame, columns: tuple[str, ...], key: str) -> None:
    """Rows that are tenures: the one picked shows its sentences and leads to the person."""
    if frame.empty:
        st.caption(t("table.none"))
        return
    row = tables.show(frame, columns, key=key, alt=t(f"table.{key}"))
    if row:
        address.link("person.py", t("go.person", person=row["person"]), person=row["person_id"], tenure=row["tenure_id"])
        evidence.sentences(evidence.of_tenure(row["person_id"], row["tenure_id"]), key=key)


def issue_table() -> None:
    issues = store.frame("notice/issues")
    if issues.empty:
        return
    row = tables.show(issues, ("kind", "text", "reason", "doc_number", "source"), key="issues", alt=t("table.issues"))
    if row and row["notice_id"]:
        address.link("notices.py", t("evidence.open"), notice=row["notice_id"])


def latest() -> None:
    st.header(t("home.latest"))
    acts = store.frame("overview/latest", notices=LATEST_NOTICES)
    acts["day"] = [day_text(bounds_of(act)) for act in records(acts)]
    row = tables.show(acts, ("day", "person", "action", "organization", "post", "doc_number"), key="latest", alt=t("home.latest"))
    if row:
        with st.container(horizontal=True):
            if row["person_id"]:
                address.link("person.py", t("go.person", person=row["person"]), person=row["person_id"])
            address.link("notices.py", t("evidence.open"), notice=row["notice_id"], act=row["act_id"])


def results(text: str) -> None:
    """People, organizations and notices that the text names."""
    people = store.frame("person/search", text=text)
    bodies = store.frame("organization/list", text=text)
    papers = store.frame("notice/list", text=text, rows=FOUND_AT_MOST)
    if people.empty and bodies.empty and papers.empty:
        st.info(t("search.none", text=text))
        return
    if len(people):
        st.header(t("search.people", n=len(people)))
        row = tables.show(
            people, ("person", "gender", "organization", "post", "status"), key="people", alt=t("nav.person"), opens=True
        )
        if row:
            address.go("person.py", person=row["person_id"])
    if len(bodies):
        st.header(t("search.organizations", n=len(bodies)))
        row = tables.show(bodies, ("organization", "posts", "part_of"), key="organizations", alt=t("nav.organization"), opens=True)
        if row:
            address.go("organization.py", org=row["organization_id"])
    if len(papers):
        total = int(papers["total"].iloc[0])
        st.header(t("search.notices", n=total))
        if total > len(papers):
            st.caption(t("table.first", shown=len(papers), total=total))
        row = tables.show(
            papers, ("title", "doc_number", "issuer", "issued_date", "acts"), key="papers", alt=t("nav.notices"), opens=True
        )
        if row:
            address.go("notices.py", notice=row["notice_id"])


show()
