"""The commonest form of a notice gives by one pattern what splitting gives; any other form is left to that."""

from __future__ import annotations

import pytest

from loaders.read.document import Document
from loaders.split import split_document
from loaders.standard_paper import read_standard_paper

PAPER = """甲市人民政府
关于孔辉等2人职务任免的通知

甲政任〔2020〕7号

各县（市、区）人民政府，市人民政府各部门：
　　经市人民政府研究，决定：
　　任命孔辉（女）为甲市体育局局长（试用期为一年），免去其甲市教育局副局长职务；
　　免去王铮的甲市体育局局长职务。

甲市人民政府
2020年6月5日
"""


@pytest.mark.parametrize(
    "text",
    [
        PAPER,
        PAPER.replace("　　经市人民政府研究，决定：\n", ""),
        PAPER.replace("\n\n", "\n"),
        PAPER.replace("甲市人民政府\n2020", "甲市乙区人民政府\n2020"),
        PAPER.replace("等2人", ""),
        PAPER.replace("　　免去", "附：\n　　免去"),
    ],
)
def test_it_gives_what_splitting_gives(text: str) -> None:
    paper = read_standard_paper(text)
    assert paper is not None
    split = split_document(Document(text, "txt"))
    assert (split.notices, split.published, split.issues) == ((paper,), None, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2020年6月5日", "2020年2月30日"),
        ("王铮的", "王 铮的"),
        ("研究，决定", "2020年6月1日研究，决定"),
        ("局长职务。", "局长职务"),
        ("甲政任〔2020〕7号\n\n", ""),
        ("职务任免", "体育工作"),
        ("2020年6月5日\n", "2020年6月5日\n附件：名单\n"),
        ("各县（市、区）人民政府，市人民政府各部门：", "主送：各县人民政府"),
    ],
)
def test_any_other_form_is_left_to_splitting(old: str, new: str) -> None:
    assert read_standard_paper(PAPER.replace(old, new)) is None
