"""Chains of moves and swaps in a period, and who replaced whom in one paper."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from views import address, chains, empty, periods, sidebar, state, statements, store, tables
from views.words import t

DRAWN_AT_MOST = 20


def show() -> None:
    st.title(t("reshuffles.title"))
    st.caption(t("reshuffles.about"))
    if store.version().empty:
        empty.graph()
        return
    number = address.asked(address.NUMBER)
    address.follow(state.DOC_NUMBER, number)
    st.text_input(
        t("reshuffles.number"),
        key=state.DOC_NUMBER,
        placeholder=t("reshuffles.placeholder"),
        on_change=address.taken_from(state.DOC_NUMBER, address.NUMBER),
    )
    if number:
        paper(number)
    else:
        period()


def period() -> None:
    """Chains between two days, longest first; swaps apart."""
    on = sidebar.as_of()
    start, end = periods.choose(on - timedelta(days=365), on)
    if start > end:
        st.warning(t("period.reversed"))
        return
    groups = chains.chains_in(start, end)
    if not groups:
        st.info(t("reshuffles.none", start=start, end=end))
        return
    swaps = [rows for rows in groups if rows[0]["closed"]]
    runs = [rows for rows in groups if not rows[0]["closed"]]
    st.markdown(t("reshuffles.counts", chains=len(runs), swaps=len(swaps)))
    for heading, some in ((t("reshuffles.chains"), runs), (t("reshuffles.swaps"), swaps)):
        if not some:
            continue
        st.header(heading)
        if len(some) > DRAWN_AT_MOST:
            st.caption(t("table.first", shown=DRAWN_AT_MOST, total=len(some)))
        for place, rows in enumerate(some[:DRAWN_AT_MOST]):
            chains.show(rows, key=f"{'s' if rows[0]['closed'] else 'c'}{place}")
    with st.expander(t("as_table")):
        columns = ("chain", "step", "person", "from_organization", "from_post", "to_organization", "to_post", "closed")
        tables.show(chains.table_of(groups), columns, key="chains", alt=t("reshuffles.title"), pick=False)


def paper(number: str) -> None:
    """One paper: everybody whom it moves, from where to where, and who replaces whom."""
    notices = store.rows(statements.NOTICES_NUMBERED, number=number)
    if not notices:
        st.info(t("reshuffles.unknown", number=number))
        return
    for notice in notices:
        address.link("notices.py", t("reshuffles.paper", number=number, issuer=notice["issuer"]), notice=notice["notice_id"])
    frame = store.frame("notice/reshuffle", doc_number=number)
    if frame.empty:
        st.info(t("reshuffles.nobody", number=number))
        return
    row = tables.show(
        frame, ("person", "from", "to", "direction", "replaces", "replaced_by"), key="reshuffle", alt=t("reshuffles.title")
    )
    if row:
        address.link("person.py", t("go.person", person=row["person"]), person=row.get("person_id") or row["person"])


show()
