"""A notice of standard sentences is read as the clause parser reads it, only faster; anything else is left to that."""

from __future__ import annotations

import pytest

from loaders.clause import parse_notice
from loaders.passage import NoticeText, Passage
from loaders.standard_notice import read_standard_notice

STANDARD = (
    "经市人民政府2020年5月6日研究，决定：",
    "任命孔辉（女）为甲市体育局局长（试用期为一年），免去其甲市教育局副局长职务；",
    "免去王铮的甲市体育局局长职务；",
    "任命郑焱为甲市商务局副局长、甲市口岸办公室主任。",
    "提名李明为甲市乙区人民政府区长人选。",
    "免去王铮的甲市体育局局长职务。",
    "特此通知。",
)


def notice(*lines: str, **fields: object) -> NoticeText:
    passages = []
    at = 0
    for line in lines:
        passages.append(Passage(line, range(at, at + len(line))))
        at += len(line) + 1
    return NoticeText(passages=tuple(passages), **fields)  # type: ignore[arg-type]


def test_standard_sentences_are_read_as_the_clause_parser_reads_them() -> None:
    paper = notice(*STANDARD, title="关于孔辉等4人职务任免的通知", issuer="甲市人民政府", place="甲市")
    read = read_standard_notice(paper)
    assert read is not None
    assert [(act.person, act.action, act.gender) for act in read.acts] == [
        ("孔辉", "appoint", "女"),
        ("孔辉", "dismiss", "女"),
        ("王铮", "dismiss", ""),
        ("郑焱", "appoint", ""),
        ("郑焱", "appoint", ""),
        ("李明", "nominate", ""),
    ]
    assert {act.decided for act in read.acts} == {"2020-05-06"}
    assert read == parse_notice(paper)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("孔辉任甲市体育局局长。", {}),
        ("二、免去：", {}),
        ("任命：", {}),
        ("提请市人大常委会任命：", {}),
        ("以上同志试用期一年。", {}),
        ("任命孔輝为甲市体育局局长。", {}),
        ("任命李明为甲市财政局局长。", {"title": "关于提请任命李明职务的议案"}),
        ("任命李明为甲市财政局局长。", {"title": "关于李明同志试用期满任职的通知"}),
        ("任命李明为甲市财政局局长。", {"attached": (Passage("任免人员名单", range(6)),)}),
    ],
)
def test_a_notice_with_anything_else_is_left_to_the_clause_parser(line: str, fields: dict[str, object]) -> None:
    assert read_standard_notice(notice(STANDARD[2], line, **fields)) is None
