"""What pages say when there is nothing to show."""

from __future__ import annotations

import streamlit as st

from views import address
from views.words import t


def graph() -> None:
    """Nothing is stored: the way to the first papers."""
    st.info(t("empty.graph"))
    address.link("imports.py", t("empty.graph.link"), icon=":material/upload_file:")


def found(text: str) -> None:
    """Nothing bears the text; without a text, nothing is stored at all."""
    if text:
        st.info(t("search.none", text=text))
    else:
        graph()
