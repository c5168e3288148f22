"""The address is the state: language, as-of date and what is looked at stand in it, so that every view can be shared and cited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

LANGUAGE, AS_OF = "lang", "asof"
PERSON, TENURE, ORGANIZATION, NOTICE, ACT, CHAIN, STEP = "person", "tenure", "org", "notice", "act", "chain", "step"
TEXT, PAGE, FROM, TO, NUMBER = "q", "page", "from", "to", "number"

CARRIED = (LANGUAGE, AS_OF)
"""What goes along to every other page."""


def asked(name: str) -> str:
    """What the address says under the name, stripped; empty when it says nothing."""
    return str(st.query_params.get(name, "")).strip()


def asked_day(name: str) -> date | None:
    """The day that the address gives under the name; None when it gives none or no real day."""
    try:
        return date.fromisoformat(asked(name))
    except ValueError:
        return None


def put(**values: object) -> None:
    """Write into the address what has changed; empty values leave it. Writing without a change would spoil the Back button."""
    for name, value in values.items():
        written = "" if value is None else str(value)
        if written == asked(name):
            continue
        if written:
            st.query_params[name] = written
        else:
            st.query_params.pop(name, None)


def carried(**values: object) -> dict[str, str]:
    """The query of a link: language and as-of date as they are, and the values given."""
    query = {name: asked(name) for name in CARRIED if asked(name)}
    query.update({name: str(value) for name, value in values.items() if value not in ("", None)})
    return query


def link(page: str, label: str, *, icon: str | None = None, **values: object) -> None:
    """A link to another page of the product in the same session, the language and as-of date going along."""
    st.page_link(page, label=label, icon=icon, query_params=carried(**values))


def go(page: str, **values: object) -> None:
    """Leave for another page, the language and as-of date going along."""
    st.switch_page(page, query_params=carried(**values))


def taken_from(key: str, name: str, *reset: str) -> Callable[[], None]:
    """A callback that writes the widget's value into the address under the name and takes the names in `reset` out."""

    def take() -> None:
        put(**{name: st.session_state[key]}, **dict.fromkeys(reset))

    return take


def follow(key: str, value: Any) -> None:
    """Make the widget show what the address says, also after Back or a link."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value
