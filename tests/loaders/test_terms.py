"""From which day an office counts, where a phrase behind the acts says so."""

from __future__ import annotations

import pytest

from loaders.pipeline import read_text

HEAD = "清河县人民政府关于周伟等同志任职的通知\n\n县政府决定：\n"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("周伟任县水利局局长，李白任县水利局副局长。\n以上2名同志试用期一年，任职时间从2021年3月算起。", ["2021-03", "2021-03"]),
        ("周伟任县图书馆馆长；李白任县图书馆副馆长。\n以上人员聘期自2021年7月至2024年6月。", ["2021-07", "2021-07"]),
        ("李白任县林业局副局长，自2021年5月起任职。", ["2021-05"]),
        ("免去李白的县林业局副局长职务，时间从2021年8月起计算。", [""]),
    ],
)
def test_a_day_counts_for_those_of_whom_it_is_said(text: str, days: list[str]) -> None:
    assert [act.effective for act in read_text(HEAD + text, "a.txt").acts] == days
