"""Tables: words for codes, nothing for nothing, and a CSV that spreadsheets read."""

from datetime import date

import pandas as pd

from views.rows import plain, records
from views.tables import csv_of, shown

FRAME = pd.DataFrame(
    {
        "person": ["周长青", "李宝松"],
        "status": ["current", "somewhat"],
        "acting": [True, False],
        "due_date": pd.Series([date(2021, 6, 5), None], dtype="datetime64[s]"),
        "days": pd.Series([3, None], dtype="Int64"),
        "doc_numbers": [["三政任〔2020〕1号", "三政任〔2020〕2号"], []],
        "person_id": ["p1", "p2"],
    }
)


def test_codes_become_words_and_unknown_ones_stay_as_stored() -> None:
    table = shown(FRAME, ("person", "status", "acting", "due_date", "days", "doc_numbers"))
    assert list(table.columns) == ["姓名", "状态", "代理", "到期日", "天数", "文号"]
    assert table["状态"].tolist() == ["在任", "somewhat"]
    assert table["代理"].tolist() == ["是", ""]
    assert table["到期日"].tolist()[0] == "2021-06-05"
    assert table["文号"].tolist() == ["三政任〔2020〕1号；三政任〔2020〕2号", ""]


def test_the_download_begins_with_the_mark_of_utf_8_and_leaves_nothing_empty() -> None:
    content = csv_of(shown(FRAME, ("person", "due_date")))
    assert content.decode("utf-8") == "\ufeff姓名,到期日\n周长青,2021-06-05\n李宝松,\n"


def test_rows_are_plain_values() -> None:
    second = records(FRAME)[1]
    assert (second["due_date"], second["days"], second["doc_numbers"]) == (None, None, [])
    assert records(FRAME)[0]["due_date"] == date(2021, 6, 5)
    assert plain(float("nan")) is None
