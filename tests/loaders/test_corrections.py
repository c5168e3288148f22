"""Corrections give the wrong half back and the right one anew."""

from __future__ import annotations

import pytest

from loaders.corrections import read_correction


def acts_of(text: str) -> list[tuple[str, str, str]]:
    return [
        (wording.action, found.persons[0].name, found.items[0].post if found.items else "")
        for wording, found, _ in read_correction(text)
        if found.persons
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“甲任州林业局副局长”更正为",
        "题目中“莘宝华等12名同志”更正为“莘宝华等11名同志”",
        "请将原文件自行订正",
        "《章程》同时废止",
        "某文〔2009〕4号文件同时废止",
    ],
)
def test_what_names_no_act_corrects_none(text: str) -> None:
    assert acts_of(text) == []


def test_a_wrong_name_is_revoked_and_the_right_one_appointed() -> None:
    text = "“莘保华任州林业局副局长”更正为“莘宝华任州林业局副局长”"
    assert acts_of(text) == [("revoke", "莘保华", "副局长"), ("appoint", "莘宝华", "副局长")]


def test_a_wrong_part_is_put_right_inside_the_sentence() -> None:
    text = "“喻晓明任州供销社副主任”，“副主任”应为“监事会副主任”"
    assert acts_of(text) == [("revoke", "喻晓明", "副主任"), ("appoint", "喻晓明", "监事会副主任")]


def test_a_wrong_day_gives_the_right_act_with_its_day() -> None:
    ((wording, found, extra),) = read_correction("“贡布任州畜牧站站长，任职时间从2016年11月算起”，其任职时间应从2016年1月算起")
    assert wording.action == "appoint"
    assert found.persons is not None
    assert "2016年1月算起" in extra[1]


def test_an_annulled_notice_is_read_from_its_title() -> None:
    assert acts_of("《关于聘任农夫同志为区老年大学副校长的通知》作废") == [("revoke", "农夫", "副校长")]
    assert acts_of("《关于车轮同志任职的通知》一并作废") == [("revoke", "车轮", "")]
