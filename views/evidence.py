"""The way from a fact to its sentence: the clause as printed, its citation, and the page that shows it in its paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from views import address, store
from views.days import bounds_of, day_text
from views.rows import records
from views.words import known, t


def of_tenure(person_id: str, tenure_id: str) -> pd.DataFrame:
    """The acts behind one tenure, one row an act."""
    found = of_person(person_id)
    return found[found["tenure_id"] == tenure_id]


def of_person(person_id: str) -> pd.DataFrame:
    """All acts about a person with their sentences, each once, also where several files print it."""
    return store.frame("person/evidence", person=person_id).drop_duplicates(["act_id", "tenure_id"])


def paper(act: Mapping[str, Any]) -> str:
    """《title》（document number）, as far as the paper has them."""
    title = t("paper.title", title=act["notice_title"]) if act["notice_title"] else t("paper.untitled")
    return title + (t("paper.number", number=act["doc_number"]) if act["doc_number"] else "")


def sentence(act: Mapping[str, Any], *, key: str) -> None:
    """The clause of an act, what it was understood to say, and the link to it in the whole text."""
    said = known(f"action.{act['action']}", str(act["action"]))
    day = day_text(bounds_of(act, ""))
    st.markdown(f"**{said}** · {day}")
    with st.container(key=f"clause_{key}"):
        st.html(f"<blockquote>{_plain(str(act['clause']))}</blockquote>")
    st.caption(paper(act))
    address.link("notices.py", t("evidence.open"), notice=act["notice_id"], act=act["act_id"])


def sentences(acts: pd.DataFrame, *, key: str) -> None:
    """All acts of a fact, or the word that none is stored."""
    if acts.empty:
        st.info(t("evidence.none"))
    for place, act in enumerate(records(acts)):
        sentence(act, key=f"{key}_{place}")


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
