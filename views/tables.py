"""Tables as every page shows them: headings in the language chosen, a row that can be picked, and a download."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from views.rows import plain, records
from views.words import known, reason, t

WHOLE = 30
"""Tables of up to so many rows are shown without a scroll bar of their own."""

UNSURE = "color: #a06a00"
"""For what is possible or inferred; readable on light and dark."""

WORDED = (
    "action",
    "status",
    "kind",
    "certainty",
    "change",
    "seats",
    "state",
    "end_basis",
    "start_basis",
    "direction",
    "denominator_basis",
)
"""Columns of closed lists; their values are translated as `<column>.<value>`."""


def shown(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns as a reader sees them: words instead of codes, ISO days, nothing where nothing is known."""
    return pd.DataFrame(
        {t(f"col.{name}"): column([cell(name, value) for value in frame[name]]) for name in columns if name in frame}
    )


def column(values: Sequence[Any]) -> pd.Series:
    """The values; whole numbers stay whole where some are not known."""
    present = [value for value in values if value is not None]
    whole = present and all(isinstance(value, int) for value in present)
    return pd.Series(values, dtype="Int64" if whole else "object")


def styled(frame: pd.DataFrame, table: pd.DataFrame) -> Any:
    """The table with rows that are only possible, or rest on an inference, in another colour: the words say it, too."""
    unsure = pd.Series(False, index=range(len(frame)))
    for name, values in (("certainty", ("possible",)), ("state", ("suggested",))):
        if name in frame:
            unsure |= frame[name].isin(values).reset_index(drop=True)
    if "end_basis" in frame:
        unsure |= ~frame["end_basis"].fillna("").isin(("", "stated")).reset_index(drop=True)
    if not unsure.any():
        return table
    return table.style.apply(lambda row: [UNSURE if unsure[row.name] else ""] * len(row), axis=1)


def cell(name: str, value: Any) -> Any:
    """One value in words."""
    value = plain(value)
    if isinstance(value, list | tuple):
        return "；".join(str(one) for one in value)
    if isinstance(value, bool):
        return t("yes") if value else ""
    if isinstance(value, date):
        return value.isoformat()
    if name == "reason":
        return reason(str(value or ""))
    if name.endswith("_at"):
        return str(value or "")[:19].replace("T", " ")
    if name in WORDED:
        return known(f"{name}.{value}", str(value))
    return value


def csv_of(table: pd.DataFrame) -> bytes:
    """The table as CSV with a mark by which spreadsheet programs know UTF-8."""
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def show(
    frame: pd.DataFrame,
    columns: Sequence[str],
    *,
    key: str,
    alt: str,
    pick: bool = True,
    opens: bool = False,
    widths: Mapping[str, int] | None = None,
) -> dict[str, Any] | None:
    """Show the columns with a download under them; returns the whole row that is picked, by its position before any sorting.

    `opens` says that picking leads to another page; `widths` are pixels for columns that would be cut.
    """
    table = shown(frame, columns)
    config: dict[str, Any] = {
        t(f"col.{name}"): st.column_config.Column(width=width) for name, width in (widths or {}).items() if name in columns
    }
    options: dict[str, Any] = {"hide_index": True, "placeholder": "", "alt": alt, "column_config": config, "key": key}
    if len(table) <= WHOLE:
        options["height"] = "content"
    picked: dict[str, Any] | None = None
    if pick:
        state: Any = st.dataframe(styled(frame, table), on_select="rerun", selection_mode="single-row", **options)
        chosen = [place for place in state.selection.rows if place < len(frame)]
        picked = records(frame.iloc[chosen])[0] if chosen else None
    else:
        st.dataframe(styled(frame, table), **options)
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_foot"):
        download(table, key)
        if pick and picked is None and len(frame):
            st.caption(t("table.open" if opens else "table.pick"))
    return picked


def download(table: pd.DataFrame, key: str) -> None:
    """The button that saves the table as CSV."""
    name = f"{key}.csv"
    st.download_button(
        t("table.download"), data=csv_of(table), file_name=name, mime="text/csv", on_click="ignore", key=f"{key}_download"
    )
