"""The effort of reading grows with the length of the text, not faster."""

from __future__ import annotations

import time

import pytest

from loaders.clause import parse_notice
from loaders.passage import NoticeText, Passage

TEXTS = {
    "clauses": "任命张三为某县教育局副局长，试用期一年，免去其某局科长职务；",
    "phrases": "决定任命张三同志为某县教育局副局长，免去其某局科长职务，",
    "reference": "任命张三为某局局长。以上同志任职时间从2020年1月起算。",
    "introduction": "一是某局局长张三违纪问题。张三被免职。",
    "brackets": "“（《",
    "verbs": "任免聘为",
    "prose": "各级各部门要认真贯彻落实会议精神，为群众办好事，决定召开会议。",
}


def seconds(text: str) -> float:
    notice = NoticeText(passages=(Passage(text, range(len(text))),))
    begun = time.process_time()
    parse_notice(notice)
    return time.process_time() - begun


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_eight_times_the_text_takes_less_than_thirty_times_the_time(text: str) -> None:
    seconds(text * 250)
    assert seconds(text * 2000) < 30 * max(seconds(text * 250), 0.005)
