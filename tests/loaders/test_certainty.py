"""What cannot be split for certain is read as the best guess, and the guess is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.pipeline import read_sources, read_text
from tests.cases import read_clauses

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "notices"


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("任命李红为恒远商贸总经理。", "恒远商贸 · 总经理"),
        ("免去江流市机械工业局副局长职务。", "江流"),
        ("免去李任澄湖区水务站站长职务。", "李任"),
    ],
)
def test_a_guess_is_told_beside_its_act(text: str, guess: str) -> None:
    reading = read_clauses(text)
    assert len(reading.acts) == 1
    assert [issue.kind for issue in reading.issues] == ["uncertain_split"]
    assert reading.issues[0].reason.endswith(guess)


@pytest.mark.parametrize(
    "text",
    [
        "任命李红为恒远商贸公司总经理。",
        "任命李红为澜川市水务局副局长、党组成员、三级调研员。",
        "任命李红为中华人民共和国驻以色列国特命全权大使。",
        "任命李红为澜川市就业中心（人才中心）主任。",
        "任命李红为国家土地副总督察。",
        "免去李红国务院副秘书长职务。",
    ],
)
def test_what_words_show_is_certain(text: str) -> None:
    assert not [issue for issue in read_clauses(text).issues if issue.kind == "uncertain_split"]


def test_a_place_that_the_notice_names_ends_a_name_for_certain() -> None:
    text = "免去李红澜川市水务局副局长职务。"
    assert [issue.kind for issue in read_clauses(text).issues] == ["uncertain_split"]
    assert [issue.kind for issue in read_clauses(text, issuer="澜川市人民政府").issues] == []


def test_an_organization_that_the_notice_names_is_certain() -> None:
    text = "恒远商贸关于李红任职的通知\n各部门：\n任命李红为恒远商贸总经理。\n恒远商贸\n2021年3月4日\n"
    reading = read_text(text, "a.txt")
    assert [act.organization for act in reading.acts] == ["恒远商贸"]
    assert not [issue for issue in reading.issues if issue.kind == "uncertain_split"]


def test_one_guess_is_told_once_for_all_who_get_the_post() -> None:
    assert len(read_clauses("任命李红、王军为恒远商贸副总经理。").issues) == 1


def test_nothing_of_the_sample_is_a_guess() -> None:
    kinds = {issue.kind for reading in read_sources([str(SAMPLE)]) for issue in reading.issues}
    assert "uncertain_split" not in kinds
