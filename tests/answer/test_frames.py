"""Types of frames: days stay days, unknown stays unknown, and no rows still have columns."""

from __future__ import annotations

from datetime import date

import pandas as pd

from graph.answer.frames import answer_frame
from graph.answer.rows import Answer

COLUMNS = ("person", "start_date", "days", "entries", "acting", "doc_numbers", "rate")


def frame_of(*rows: dict[str, object]) -> pd.DataFrame:
    return answer_frame(Answer(COLUMNS, [dict(row) for row in rows]))


ROW = {
    "person": "周长青",
    "start_date": date(2020, 2, 8),
    "days": 3,
    "entries": 1,
    "acting": True,
    "doc_numbers": ["三政任〔2020〕1号"],
    "rate": 0.5,
}
UNKNOWN = {**ROW, "start_date": None, "days": None, "rate": None}


def test_columns_have_types() -> None:
    frame = frame_of(ROW, ROW)
    assert list(frame.columns) == list(COLUMNS)
    assert str(frame["start_date"].dtype) == "datetime64[s]"
    assert frame["start_date"].dt.date.tolist() == [date(2020, 2, 8)] * 2
    assert frame["acting"].dtype == bool
    assert frame["entries"].sum() == 2
    assert frame["doc_numbers"].tolist() == [["三政任〔2020〕1号"]] * 2


def test_unknown_values_stay_unknown_and_whole_numbers_whole() -> None:
    frame = frame_of(ROW, UNKNOWN)
    assert frame["start_date"].isna().tolist() == [False, True]
    assert frame["days"].tolist()[0] == 3
    assert str(frame["days"].dtype) == "Int64"
    assert frame["rate"].isna().tolist() == [False, True]


def test_days_before_1677_are_days() -> None:
    assert frame_of({**ROW, "start_date": date(1368, 1, 23)})["start_date"].dt.year.tolist() == [1368]


def test_no_rows_have_columns_with_days() -> None:
    frame = frame_of()
    assert list(frame.columns) == list(COLUMNS)
    assert frame.empty
    assert str(frame["start_date"].dtype) == "datetime64[s]"
