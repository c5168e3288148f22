"""The graph as pages see it: one connection for the process, and answers kept only as long as nothing new was loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from msgspec import Struct

from graph.answer import frames
from graph.answer.rows import end_of_coverage
from graph.settings import Settings
from graph.store.client import Graph, connect
from views import statements

Rows = list[dict[str, Any]]
T = TypeVar("T")


class Version(Struct, frozen=True):
    """The last load. Answers are kept under `key`; while `done` is false they may change at any moment and are not kept."""

    key: str
    day: str = ""
    done: bool = True
    empty: bool = False


def settings() -> Settings:
    """The settings of this process, read anew: tests start several servers in one process."""
    return Settings.of()


def _name(of: Settings) -> str:
    return f"{of.neo4j_uri}/{of.neo4j_database}" if of.neo4j_uri else str(of.local_dir)


@st.cache_resource(show_spinner=False, on_release=lambda connected: connected.close())
def _connected(name: str, _settings: Settings) -> Graph:
    return connect(_settings)


def graph() -> Graph:
    """The connection, opened once for all sessions; raises StoreError when the server cannot be reached."""
    of = settings()
    return _connected(_name(of), of)


def reconnect() -> None:
    """Forget the connection, so that the next question opens a new one and finds or starts the server again."""
    _connected.clear()


def version() -> Version:
    """The version of what is stored, by a cheap question that is never kept."""
    rows = graph().read(statements.LAST_LOAD)
    name = _name(settings())
    if not rows:
        return Version(key=name, empty=True)
    row = rows[0]
    stamp = str(row["finished_at"] or row["started_at"] or "")
    return Version(key=f"{name} {row['load_id']} {row['version']} {stamp}", day=stamp[:10], done=row["state"] == "done")


def frame(name: str, **params: Any) -> pd.DataFrame:
    """The answer of a saved query as a typed frame."""
    now = version()
    if not now.done or now.empty:
        return frames.frame(graph(), name, **params)
    found: pd.DataFrame = _kept_frame(now.key, name, params)
    return found


@st.cache_data(ttl=3600, max_entries=256, show_spinner=False)
def _kept_frame(key: str, name: str, params: Mapping[str, Any]) -> pd.DataFrame:
    return frames.frame(graph(), name, **params)


def rows(statement: str, /, **params: Any) -> Rows:
    """The rows of one of the pages' own statements."""
    now = version()
    if not now.done or now.empty:
        return graph().read(statement, **params)
    found: Rows = _kept_rows(now.key, statement, params)
    return found


@st.cache_data(ttl=3600, max_entries=512, show_spinner=False)
def _kept_rows(key: str, statement: str, params: Mapping[str, Any]) -> Rows:
    return graph().read(statement, **params)


def coverage_end() -> date | None:
    """The last day that the stored papers cover; None while there are none."""
    now = version()
    if not now.done or now.empty:
        return end_of_coverage(graph())
    return _kept_coverage_end(now.key)


@st.cache_data(ttl=3600, max_entries=8, show_spinner=False)
def _kept_coverage_end(key: str) -> date | None:
    return end_of_coverage(graph())


def shared(make: Callable[[], T]) -> T:
    """What `make` gives, made once for each version and shared by all sessions: nobody may change it."""
    now = version()
    if not now.done or now.empty:
        return make()
    made: T = _made(now.key, f"{make.__module__}.{make.__qualname__}", make)
    return made


@st.cache_resource(max_entries=4, show_spinner=False)
def _made(key: str, name: str, _make: Callable[[], T]) -> T:
    return _make()
