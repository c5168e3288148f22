"""Who came, left and moved inside each organization between two days, as a table and as bars, with the denominator of each rate."""

from __future__ import annotations

from datetime import timedelta

import altair as alt
import pandas as pd
import streamlit as st

from views import address, empty, periods, sidebar, store, tables
from views.words import t

DRAWN_AT_MOST = 25


def show() -> None:
    on = sidebar.as_of()
    st.title(t("nav.turnover"))
    st.caption(t("turnover.about"))
    if store.version().empty:
        empty.graph()
        return
    start, end = periods.choose(on - timedelta(days=365), on)
    if start > end:
        st.warning(t("period.reversed"))
        return
    frame = store.frame("organization/turnover", **{"from": start, "to": end})
    moved = frame[frame[["entries", "exits", "internal_moves", "entries_possible", "exits_possible"]].sum(axis=1) > 0]
    if moved.empty:
        st.info(t("turnover.none", start=start, end=end))
        return
    moved = moved.assign(changes=moved["entries"] + moved["exits"] + moved["internal_moves"]).sort_values(
        ["changes", "organization"], ascending=[False, True], kind="stable"
    )
    bars(moved)
    columns = (
        "organization", "entries", "exits", "internal_moves", "entries_possible", "exits_possible", "holders_from", "holders_to",
        "denominator", "denominator_basis", "rate",
    )  # fmt: skip
    shown = moved.assign(rate=[percent(one) for one in moved["rate"]])
    row = tables.show(shown.reset_index(drop=True), columns, key="turnover", alt=t("nav.turnover"), opens=True)
    if row:
        address.go("organization.py", org=row.get("organization_id") or row["organization"], **{"from": start, "to": end})


def percent(rate: object) -> str:
    """A rate in per cent; empty where the denominator is too small for one."""
    return "" if rate is None or rate != rate else f"{float(str(rate)) * 100:.0f}%"


def bars(frame: pd.DataFrame) -> None:
    """Entries and moves inside to the right, exits to the left; names are never cut."""
    names = {"entries": t("col.entries"), "exits": t("col.exits"), "internal_moves": t("col.internal_moves")}
    top = frame.head(DRAWN_AT_MOST)
    if len(frame) > len(top):
        st.caption(t("table.first", shown=len(top), total=len(frame)))
    long = top.melt("organization", list(names), var_name="sort", value_name="people")
    long = long[long["people"] > 0]
    long = long.assign(side=long["people"].where(long["sort"] != "exits", -long["people"]), sort=long["sort"].map(names))
    if long.empty:
        return
    chart = (
        alt.Chart(long)
        .mark_bar()
        .encode(
            x=alt.X("side:Q", title=t("turnover.people"), axis=alt.Axis(tickMinStep=1, labelExpr="format(abs(datum.value), 'd')")),
            y=alt.Y("organization:N", sort=list(top["organization"]), title=None, axis=alt.Axis(labelLimit=200)),
            color=alt.Color(
                "sort:N",
                title=None,
                scale=alt.Scale(domain=list(names.values()), range=["#0072B2", "#D55E00", "#009E73"]),
                legend=alt.Legend(orient="top"),
            ),
            order=alt.Order("sort:N"),
            tooltip=[
                alt.Tooltip("organization:N", title=t("col.organization")),
                alt.Tooltip("sort:N", title=t("turnover.sort")),
                alt.Tooltip("people:Q", title=t("turnover.people")),
            ],
        )
        .properties(height=alt.Step(22))
    )
    st.altair_chart(chart, alt=t("turnover.chart"))


show()
