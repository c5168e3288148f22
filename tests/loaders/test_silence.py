"""Text that says nothing of people in office is passed over, and nothing else is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import loaders.silence
from graph.model import Reading
from loaders.operative import operative_lists
from loaders.pipeline import read_text
from loaders.silence import iter_places, without_silence
from loaders.wordings import all_wordings
from tests.bench.prose import KINDS, make_paragraphs
from tests.cases import clause_cases, notice_cases

SHARED = Path(__file__).resolve().parents[3] / "shared"
NOTICE = """甲市人民政府
关于孔辉等2人职务任免的通知

甲政任〔2020〕7号

各县人民政府：
任命孔　辉为甲市体育局局长（正县级）；
免去王铮的甲市体育局局长职务。

甲市人民政府
2020年6月5日
"""


def speaks(text: str) -> bool:
    return next(iter_places(text), None) is not None


def said(reading: Reading) -> list[tuple[object, ...]]:
    acts = [(act.person, act.action, act.organization, act.post, act.qualifier, act.start, act.end) for act in reading.acts]
    return [*acts, *((issue.kind, issue.text, issue.start) for issue in reading.issues)]


@pytest.mark.parametrize("text", [sentence for kind in KINDS for sentence in kind])
def test_prose_is_silent(text: str) -> None:
    day = "2020年6月5日"
    assert without_silence(text.format(n=12, p=3, q=4, day=day)) == ""


def test_every_wording_and_every_operative_phrase_is_heard() -> None:
    examples = [wording.example for wording in all_wordings()] + [entry.example for entry in operative_lists().operative]
    assert [example for example in examples if not speaks(example)] == []


def test_every_case_with_acts_is_heard() -> None:
    cases = [case for case in (*clause_cases(), *notice_cases()) if case.acts]
    assert [case.name for case in cases if not without_silence(case.text)] == []


@pytest.mark.parametrize(
    "text", ["任 命：", "局 长：王强", "王强任县水利局局\u200b长。", "王強任縣水利局局長。", "王强任县水利局局⻓。", "机 密"]
)
def test_blanks_marks_and_other_ways_of_writing_hide_nothing(text: str) -> None:
    assert without_silence(text) == text


def test_silence_around_a_notice_changes_nothing_of_what_it_says() -> None:
    before, after = ("\n".join(make_paragraphs(100_000, seed)) for seed in (1, 2))
    alone, among = read_text(NOTICE, "a.txt"), read_text(f"{before}\n{NOTICE}\n{after}", "a.txt")
    assert len(among.acts) == 2
    at = len(before) + 1
    assert [(act.act_id, act.start - at) for act in among.acts] == [(act.act_id, act.start) for act in alone.acts]


@pytest.mark.parametrize("folder", ["notices/dev", "notices/composed", "notices/resumes", "seed"])
def test_what_is_blanked_between_acts_said_nothing(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted((SHARED / folder).glob("*.txt"))
    if not paths:
        pytest.skip(f"{SHARED / folder} is missing.")
    monkeypatch.setattr(loaders.silence, "SHORT", 0)
    monkeypatch.setattr(loaders.silence, "TOP", 0)
    monkeypatch.setattr(loaders.silence, "AROUND", 300)
    blanked = [said(read_text(path.read_text(encoding="utf-8"), path.name)) for path in paths]
    monkeypatch.setattr(loaders.silence, "AROUND", 10**9)
    assert blanked == [said(read_text(path.read_text(encoding="utf-8"), path.name)) for path in paths]


def test_every_other_character_keeps_its_place() -> None:
    paragraphs = make_paragraphs(200_000)
    random.Random(1).shuffle(paragraphs)
    paragraphs[len(paragraphs) // 2] = "　　任命王强为县水利局局长。"
    text = "\n".join(paragraphs)
    heard = without_silence(text)
    assert len(heard) == len(text)
    assert all(a in (b, " ") for a, b in zip(heard, text, strict=True))
    assert heard.count("王强") == 1
    assert heard.count(" ") > len(text) / 2
