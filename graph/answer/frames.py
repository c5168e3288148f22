"""Answers as typed DataFrames: days as datetime64[s], whole numbers as Int64 where some are unknown, the rest as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from graph.answer.rows import Answer, answer
from graph.store.client import Graph

_DAYS = ("_date", "_on", "_not_before", "_not_after", "_due", "covered_to", "_day")
_DAY_NAMES = frozenset({"date", "not_before", "not_after", "first", "last"})


def frame(graph: Graph, name: str, **params: object) -> pd.DataFrame:
    """The answer of the saved query `name` as a frame; raises as `answer` does."""
    return answer_frame(answer(graph, name, params))


def answer_frame(found: Answer) -> pd.DataFrame:
    """A frame with the answer's columns in order, also when there are no rows."""
    columns = {name: _column(name, [row[name] for row in found.rows]) for name in found.columns}
    return pd.DataFrame(columns, columns=list(found.columns))


def _column(name: str, values: Sequence[object]) -> pd.Series:
    known = [value for value in values if value is not None]
    if all(isinstance(value, date) for value in known) and (known or name.endswith(_DAYS) or name in _DAY_NAMES):
        return pd.Series(values, dtype="datetime64[s]")
    whole = known and all(type(value) is int for value in known)
    if whole and len(known) < len(values):
        return pd.Series(values, dtype="Int64")
    if whole or (known and len(known) == len(values) and all(type(value) in (bool, float) for value in known)):
        return pd.Series(values)
    return pd.Series(values, dtype=object)
