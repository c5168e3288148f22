"""The sidebar: pages, language, the as-of date, and which data are shown."""

from __future__ import annotations

from datetime import date

import streamlit as st

from views import address, state, store
from views.words import LANGUAGES, language, t

SECTIONS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "nav.look": (
        ("home.py", "", "nav.home"),
        ("person.py", "person", "nav.person"),
        ("organization.py", "org", "nav.organization"),
        ("vacancies.py", "vacancy", "nav.vacancies"),
        ("turnover.py", "turnover", "nav.turnover"),
        ("reshuffles.py", "chain", "nav.reshuffles"),
        ("notices.py", "notice", "nav.notices"),
    ),
    "nav.work": (("imports.py", "import", "nav.import"), ("console.py", "console", "nav.console")),
}
"""Heading → pages: file, address, name."""

FIRST_DAY, LAST_DAY = date(1949, 10, 1), date(2100, 1, 1)


def show_pages() -> None:
    """Links to all pages and the choice of language; needs no server."""
    with st.sidebar:
        for heading, pages in SECTIONS.items():
            st.caption(t(heading))
            for file, _, name in pages:
                st.page_link(file, label=t(name), query_params=address.carried(), width="stretch")
        st.divider()
        address.follow(state.LANGUAGE_CHOICE, language())
        st.segmented_control(
            t("language"),
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            key=state.LANGUAGE_CHOICE,
            required=True,
            on_change=address.taken_from(state.LANGUAGE_CHOICE, address.LANGUAGE),
        )


def show_as_of() -> date:
    """The as-of date, by default the end of coverage, and what the data are; returns the date."""
    end = store.coverage_end()
    chosen = address.asked_day(address.AS_OF) or end or date.today()
    with st.sidebar:
        address.follow(state.AS_OF_CHOICE, chosen)
        st.date_input(
            t("asof"),
            key=state.AS_OF_CHOICE,
            format="YYYY-MM-DD",
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            help=t("asof.help"),
            on_change=address.taken_from(state.AS_OF_CHOICE, address.AS_OF),
        )
        now = store.version()
        if end:
            st.caption(t("data.coverage", day=end))
        if now.day:
            st.caption(t("data.version", day=now.day))
    if not now.done:
        st.warning(t("data.loading"))
    return chosen


def as_of() -> date:
    """The as-of date of this run, for pages."""
    return address.asked_day(address.AS_OF) or store.coverage_end() or date.today()
