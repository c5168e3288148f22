"""What holds for every way of printing the same text."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.dates import parse_date
from loaders.lines import squash_line
from loaders.pipeline import read_bytes, read_text

NAMES = st.text(alphabet="孔王李周伟敏建军芳霞", min_size=1, max_size=2).map(lambda given: "郝" + given)
NAME = re.compile("郝[孔王李周伟敏建军芳霞]{1,2}")
BODIES = st.sampled_from(["甲市教育局", "甲市体育局", "甲市水资源管理处", "甲市接待办公室"])
POSTS = st.sampled_from(["局长", "副局长", "主任", "副主任", "处长"])
CLAUSES = st.one_of(
    st.builds("任命{}为{}{}".format, NAMES, BODIES, POSTS),
    st.builds("任命{}（女）为{}{}（试用期为一年）".format, NAMES, BODIES, POSTS),
    st.builds("免去{}的{}{}职务".format, NAMES, BODIES, POSTS),
    st.builds("{}不再担任{}{}职务".format, NAMES, BODIES, POSTS),
)
LISTS = st.lists(CLAUSES, min_size=1, max_size=5, unique_by=lambda clause: NAME.search(clause)[0])  # type: ignore[index]
"""Clauses on different people: the same act said twice is one."""
GAPS = st.sampled_from(["", "", "", " ", "　", "\u00a0", "\u200b", "  "])


def notice(clauses: list[str]) -> str:
    return (
        "甲市人民政府\n关于职务任免的通知\n\n甲政任〔2020〕1号\n\n各县人民政府：\n　　经市人民政府研究，决定：\n"
        + "；\n".join(clauses)
        + "。\n\n甲市人民政府\n2020年6月5日\n"
    )


def said(reading: object) -> list[tuple[object, ...]]:
    return [(a.seq, a.action, a.person, a.gender, a.organization, a.post, a.qualifier) for a in reading.acts]  # type: ignore[attr-defined]


@given(LISTS, st.data())
@settings(max_examples=60, deadline=None)
def test_white_space_inside_lines_changes_places_and_nothing_else(clauses: list[str], data: st.DataObject) -> None:
    plain = notice(clauses)
    head, body = plain.split("决定：\n")
    spaced = head + "决定：\n" + "".join(c if c == "\n" else c + data.draw(GAPS) for c in body)
    one, other = read_text(plain, "a.txt"), read_text(spaced, "a.txt")
    assert len(one.acts) == len(clauses)
    assert said(one) == said(other)
    assert [a.act_id for a in one.acts] == [a.act_id for a in other.acts]
    for act in other.acts:
        assert act.person in "".join(c for c in spaced[act.start : act.end] if not c.isspace() and c != "\u200b")


@given(
    LISTS,
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
@settings(max_examples=30, deadline=None)
def test_encoding_and_line_ends_change_nothing_at_all(clauses: list[str], encoding: str, ending: str) -> None:
    plain = notice(clauses)
    other = read_bytes(plain.replace("\n", ending).encode(encoding), "a.txt")
    assert other.source.text == plain
    assert read_text(plain, "a.txt").acts == other.acts


@given(st.text(alphabet="孔辉（女）ab (qiáng)　\t \u00a0<p>&nbsp;", max_size=30))
def test_every_character_of_a_line_is_at_the_place_that_it_names(raw: str) -> None:
    line = squash_line(raw, 7)
    if line is not None:
        assert "".join((" " * 7 + raw)[at] for at in line.offsets) == line.text
        assert list(line.offsets) == sorted(set(line.offsets))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read_text(text, "a.txt")
    for act in reading.acts:
        assert 0 <= act.start < act.end <= len(reading.source.text)


NUMERALS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


@given(st.dates(min_value=date(1949, 10, 1), max_value=date(2099, 12, 31)))
def test_dates_round_trip_in_figures_and_in_characters(day: date) -> None:
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year))
    for written in (
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
    ):
        assert parse_date(written).day == day
