"""Tables as every page shows them: headings in the language chosen, a row that can be picked, and a download."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from views.rows import plain, records
from views.words import known, t

WORDED = ("action", "status", "kind", "certainty", "change", "seats", "state", "end_basis", "start_basis", "direction", "outcome")
"""Columns of closed lists; their values are translated as `<column>.<value>`."""


def shown(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns as a reader sees them: words instead of codes, ISO days, nothing where nothing is known."""
    return pd.DataFrame({t(f"col.{name}"): [cell(name, value) for value in frame[name]] for name in columns if name in frame})


def cell(name: str, value: Any) -> Any:
    """One value in words."""
    value = plain(value)
    if isinstance(value, list | tuple):
        return "；".join(str(one) for one in value)
    if isinstance(value, bool):
        return t("yes") if value else ""
    if isinstance(value, date):
        return value.isoformat()
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
    widths: Mapping[str, str] | None = None,
) -> dict[str, Any] | None:
    """Show the columns with a download under them; returns the whole row that is picked, by its position before any sorting."""
    table = shown(frame, columns)
    config: dict[str, Any] = {
        t(f"col.{name}"): st.column_config.Column(width=width)  # type: ignore[arg-type]
        for name, width in (widths or {}).items()
        if name in columns
    }
    options: dict[str, Any] = {"hide_index": True, "placeholder": "", "alt": alt, "column_config": config, "key": key}
    picked: dict[str, Any] | None = None
    if pick:
        state: Any = st.dataframe(table, on_select="rerun", selection_mode="single-row", **options)
        chosen = [place for place in state.selection.rows if place < len(frame)]
        picked = records(frame.iloc[chosen])[0] if chosen else None
    else:
        st.dataframe(table, **options)
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_foot"):
        download(table, key)
        if pick and picked is None and len(frame):
            st.caption(t("table.pick"))
    return picked


def download(table: pd.DataFrame, key: str) -> None:
    """The button that saves the table as CSV."""
    name = f"{key}.csv"
    st.download_button(
        t("table.download"), data=csv_of(table), file_name=name, mime="text/csv", on_click="ignore", key=f"{key}_download"
    )
