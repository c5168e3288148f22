"""The fast way through standard sentences gives what the wordings give."""

from __future__ import annotations

import pytest

import loaders.clause
from loaders.passage import NoticeText, Passage
from loaders.standard import read_standard

SENTENCES = (
    "任命周长青为三门峡市优化营商环境服务中心主任，免去其三门峡市接待办公室主任职务；",
    "任命于双田为三门峡市卫生健康委员会副主任（试用期为一年）；",
    "任命王爱（女）为三门峡市实验高中校长。",
    "任命贺转峡为三门峡市工业和信息化局副局长、三级调研员；",
    "任命雷建卢为三门峡市教育局副局长（正县级），免去其三门峡市第一高级中学校长职务；",
    "免去张红霞（女）的三门峡市红十字会专职副会长职务；",
    "张亚珂（女）不再担任三门峡市统计局副局长职务；",
    "提名曲邦定为三门峡金渠集团有限公司董事长人选，免去其三门峡金渠集团有限公司总经理职务；",
    "任命朱咏雷为国家广播电视总局副局长；任命骆惠宁为某办公室主任。",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_both_ways_give_the_same_reading(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = NoticeText(passages=(Passage(text, range(len(text))),))
    assert read_standard(text, text)
    fast = loaders.clause.parse_notice(notice)
    monkeypatch.setattr(loaders.clause, "read_standard", lambda written, folded: None)
    slow = loaders.clause.parse_notice(notice)
    assert fast.acts == slow.acts
    assert fast.issues == slow.issues == ()


@pytest.mark.parametrize(
    "text",
    [
        "任命张三、李四为某局副局长。",
        "任命张三为甲局副局长、李四为乙局副局长。",
        "免去其他同志的某局局长职务。",
        "任命周明远为上述学校校长。",
        "会议开始。",
    ],
)
def test_anything_else_is_left_to_the_wordings(text: str) -> None:
    assert read_standard(text, text) is None
