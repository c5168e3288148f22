"""Lines that stand over others."""

from __future__ import annotations

import pytest

from loaders.headings import read_heading


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("任命：", "appoint"),
        ("二、免去", "dismiss"),
        ("决定任命：", "appoint"),
        ("四、批准辞职", "resign"),
        ("免职", "dismiss"),
        ("提名：", "nominate"),
    ],
)
def test_a_verb_alone_is_a_heading(line: str, action: str) -> None:
    heading = read_heading(line)
    assert heading is not None
    assert heading.wording is not None
    assert heading.wording.action == action


def test_a_body_alone_is_a_heading_when_the_layout_says_so() -> None:
    heading = read_heading("大榆树村", marked=True)
    assert heading is not None
    assert heading.organization == "大榆树村"
    assert read_heading("大榆树村") is None


@pytest.mark.parametrize(
    "line", ["任命张三为某局局长", "某局局长", "免去其职务。", "经研究，决定：", "会议选举产生了新一届领导班子"]
)
def test_a_sentence_is_none(line: str) -> None:
    heading = read_heading(line)
    assert heading is None or (heading.wording is None and not heading.organization)


def test_a_numbered_title_ends_the_heading_before() -> None:
    heading = read_heading("二、专业技术职务")
    assert heading is not None
    assert heading.wording is None
