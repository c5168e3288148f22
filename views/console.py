"""Questions of one's own: the saved queries as examples, and read-only Cypher."""

from __future__ import annotations

from time import perf_counter

import pandas as pd
import streamlit as st

from graph.errors import GraphError, UsageError
from graph.store.catalogue import END_OF_COVERAGE, SavedQuery, saved_queries
from graph.store.guard import run_untrusted
from views import address, state, store, tables
from views.words import known, t

TIMEOUT = 60.0
SHOWN_AT_MOST = 2000
FIRST_CYPHER = (
    "MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)\nRETURN p.name, g.name, o.title, h.start_date\nLIMIT 20"
)
QUERY = "query"


def show() -> None:
    st.title(t("nav.console"))
    st.caption(t("console.about"))
    examples, own = st.tabs([t("console.examples"), t("console.own")])
    with examples:
        saved()
    with own:
        cypher()


def saved() -> None:
    """A saved query, its parameters as fields, its statement to learn from."""
    queries = saved_queries()
    names = list(queries)
    asked = address.asked(QUERY)
    address.follow(state.CYPHER_EXAMPLE, asked if asked in queries else names[0])
    name = st.selectbox(
        t("console.question"),
        names,
        key=state.CYPHER_EXAMPLE,
        format_func=lambda one: f"{known('query.' + one, queries[one].about)}（{one}）",
        on_change=address.taken_from(state.CYPHER_EXAMPLE, QUERY),
    )
    query = queries[name]
    given = parameters(query)
    with st.expander(t("console.statement")):
        st.code(query.statement, language="cypher", wrap_lines=True)
    missing = [known(f"param.{one.name}", one.name) for one in query.params if one.default is None and not given.get(one.name)]
    if missing:
        st.info(t("console.missing", names="、".join(missing)))
        return
    try:
        frame = store.frame(name, **{key: value for key, value in given.items() if value})
    except UsageError as error:
        st.error(str(error))
        return
    answer(frame, key="saved")


def parameters(query: SavedQuery) -> dict[str, str]:
    """The values of the fields; what has a default may stay empty."""
    if not query.params:
        return {}
    given = {}
    for column, param in zip(st.columns(len(query.params)), query.params, strict=True):
        hint = t("console.coverage") if param.default == END_OF_COVERAGE else (param.default or "")
        if param.type == "date" and not hint:
            hint = "2020-11-27"
        given[param.name] = column.text_input(
            known(f"param.{param.name}", param.name), key=f"param_{query.name}_{param.name}", placeholder=hint
        ).strip()
    return given


def cypher() -> None:
    """A statement of the visitor's own. It can only read, and it is ended after a minute."""
    st.caption(t("console.readonly", seconds=int(TIMEOUT)))
    with st.form("cypher_form", border=False):
        text = st.text_area("Cypher", value=FIRST_CYPHER, height=180, key=state.CYPHER_TEXT)
        asked = st.form_submit_button(t("console.run"), type="primary")
    if not asked or not text.strip():
        return
    began = perf_counter()
    try:
        columns, rows = run_untrusted(store.graph(), text, timeout=TIMEOUT)
    except GraphError as error:
        st.error(t("console.refused"))
        st.code(str(error), language=None, wrap_lines=True)
        return
    st.caption(t("console.took", seconds=f"{perf_counter() - began:.2f}"))
    answer(pd.DataFrame([[plain(row[name]) for name in columns] for row in rows], columns=columns), key="cypher")


def plain(value: object) -> object:
    """A value as a table can hold it: nodes, paths and lists as text."""
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def answer(frame: pd.DataFrame, *, key: str) -> None:
    """The table, all of it in the download; the page says when it shows only the first rows."""
    if frame.empty:
        st.info(t("console.nothing"))
        return
    if len(frame) > SHOWN_AT_MOST:
        st.caption(t("table.first", shown=SHOWN_AT_MOST, total=len(frame)))
    else:
        st.caption(t("console.rows", n=len(frame)))
    st.dataframe(frame.head(SHOWN_AT_MOST), hide_index=True, placeholder="", alt=t("console.answer"), key=f"{key}_table")
    tables.download(frame, key)


show()
