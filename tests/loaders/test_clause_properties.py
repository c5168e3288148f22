"""What holds whatever a text says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import ACTIONS
from loaders.clause import parse_notice
from loaders.passage import ClauseReading, NoticeText, Passage

PIECES = (
    "任命",
    "免去",
    "提名",
    "聘任",
    "选举",
    "接受",
    "辞去",
    "撤销",
    "任",
    "为",
    "的",
    "其",
    "兼",
    "同志",
    "职务",
    "不再担任",
    "以上",
    "张三",
    "李四光",
    "王兼之",
    "（女）",
    "（试用期一年）",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "，",
    "；",
    "。",
    "、",
    "：",
    "\t",
    "某市教育局副局长",
    "局长",
    "中共某县委",
    "常委、书记",
    "审判员",
    "2020年3月",
    "男",
    "1970年生",
    "一、",
    "決定",
    "縣長",
    "職務",
    "公司",
)

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def read(text: str) -> ClauseReading:
    passages = tuple(Passage(line, range(at, at + len(line))) for at, line in _lines(text))
    return parse_notice(NoticeText(passages=passages))


def _lines(text: str) -> list[tuple[int, str]]:
    lines, at = [], 0
    for line in text.split("。"):
        whole = text[at : at + len(line) + 1]
        if whole:
            lines.append((at, whole))
        at += len(line) + 1
    return lines


@settings(max_examples=150, deadline=None)
@given(texts)
def test_every_act_names_a_person_who_stands_in_its_clause(text: str) -> None:
    for act in read(text).acts:
        assert act.action in ACTIONS
        assert 0 <= act.start < act.end <= len(text)
        assert act.person in text[act.start : act.end]
        assert act.organization in text
        assert act.post in text


@settings(max_examples=150, deadline=None)
@given(texts)
def test_no_more_is_accounted_for_than_is_operative_and_issues_have_a_place(text: str) -> None:
    reading = read(text)
    assert 0 <= reading.accounted <= reading.operative <= len(text)
    for issue in reading.issues:
        assert 0 <= issue.start < issue.end <= len(text)
        assert issue.text


@settings(max_examples=60, deadline=None)
@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
