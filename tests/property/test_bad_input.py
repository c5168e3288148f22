"""Whatever bytes come, reading ends in acts with their place, in issues, or in one error that says what to do."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Reading
from loaders.issues import KINDS
from loaders.noise import NOISE, without_disguise
from loaders.pipeline import read_bytes, read_text

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = sorted((ROOT / "data" / "sample" / "notices").rglob("*.txt"))[::40]
COMPOSED = sorted((ROOT / "tests" / "cases" / "notices").glob("*.txt"))
NOTICE = """甲市人民政府
关于孔辉等2人职务任免的通知

甲政任〔2020〕7号

各县人民政府：
任命孔辉为甲市体育局局长（试用期一年）；
免去王铮的甲市体育局局长职务。

甲市人民政府
2020年6月5日
"""
DAY = "2020年6月5日"
TEXTS = [NOTICE, *(path.read_text(encoding="utf-8") for path in (*SAMPLE, *COMPOSED))]
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")
UNSEEN = (
    "\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e"
    "\u00ad\ufeff\u2060\ufe00\ufe0f\U000e0100\u3164\x01\x07\x1f\x7f"
)


def seen(text: str) -> str:
    """The text without what nobody sees, each look-alike as the character meant."""
    return re.sub(NOISE, "", without_disguise(text))


def said(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(act.action, act.person, act.organization, act.post) for act in reading.acts]


def check(reading: Reading) -> None:
    """What holds of every reading."""
    text = reading.source.text
    for act in reading.acts:
        assert 0 <= act.start < act.end <= len(text)
        assert act.person
        assert act.person in seen(text[act.start : act.end])
    for issue in reading.issues:
        assert issue.kind in KINDS
        assert 0 <= issue.start <= issue.end <= len(text)
        assert issue.reason
    if "\ufffd" in text:
        assert "undecodable" in [issue.kind for issue in reading.issues]


def read_or_refuse(content: bytes) -> Reading | None:
    """The reading, checked; None for an error, which names the file and a remedy in one line."""
    try:
        reading = read_bytes(content, "folder/a.txt")
    except InputError as error:
        assert "folder/a.txt" in str(error)
        assert "\n" not in str(error)
        assert error.remedy
        return None
    check(reading)
    return reading


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
@example(b"\xff\xfe\x00\x00")
@example(b"\xff\xfe\xff")
@example(b"\x00\xd8" * 20)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)


@given(st.sampled_from(TEXTS), st.sampled_from(ENCODINGS), st.randoms(use_true_random=False), st.integers(1, 8))
@settings(max_examples=120, deadline=None)
def test_damaged_notices_are_read_or_refused(text: str, encoding: str, chance: random.Random, times: int) -> None:
    content = bytearray(text.encode(encoding, "replace"))
    for _ in range(times):
        at = chance.randrange(len(content))
        chance.choice(
            (
                lambda at: content.__setitem__(at, content[at] ^ (1 << chance.randrange(8))),
                lambda at: content.insert(at, chance.randrange(256)),
                lambda at: content.__delitem__(at),
            )
        )(at)
    read_or_refuse(bytes(content))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_notice_cut_off_anywhere_is_read_up_to_there(encoding: str) -> None:
    whole = NOTICE.encode(encoding)
    # the first line may be too short to tell GB18030 by
    for end in range(len("甲市人民政府\n关于孔辉等2人职务任免的通知\n".encode(encoding)), len(whole)):
        reading = read_or_refuse(whole[:end])
        assert reading is not None
        assert NOTICE.startswith(reading.source.text.rstrip("\ufffd"))
        assert {act.person for act in reading.acts} <= {"孔辉", "王铮", "王"}


def test_every_byte_of_a_notice_may_be_lost() -> None:
    whole = NOTICE.encode()
    for at in range(len(whole)):
        reading = read_or_refuse(whole[:at] + whole[at + 1 :])
        assert reading is not None


@given(st.sampled_from(TEXTS), st.sampled_from(ENCODINGS[:3]), st.sampled_from(ENCODINGS))
@settings(max_examples=40, deadline=None)
def test_two_encodings_in_one_file_are_told(text: str, first: str, second: str) -> None:
    reading = read_or_refuse(NOTICE.encode(first) + text.encode(second, "replace"))
    if reading is not None and {first, second} == {"utf-8", "gb18030"}:
        assert {"mixed_encodings", "undecodable"} & {issue.kind for issue in reading.issues}


def test_a_tail_in_gb18030_behind_a_head_in_utf8_is_read_and_told() -> None:
    other = NOTICE.replace("7号", "8号").replace("孔辉", "李敏")
    reading = read_bytes(NOTICE.encode() + other.encode("gb18030"), "a.txt")
    assert reading.source.text == NOTICE + other
    assert [act.person for act in reading.acts] == ["孔辉", "王铮", "李敏", "王铮"]
    assert [issue.kind for issue in reading.issues] == ["mixed_encodings"]


@given(st.lists(st.tuples(st.integers(0, len(NOTICE)), st.sampled_from(UNSEEN)), max_size=30))
@settings(max_examples=80, deadline=None)
def test_what_nobody_sees_changes_places_and_nothing_else(marks: list[tuple[int, str]]) -> None:
    text = NOTICE
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    one, other = read_text(NOTICE, "a.txt"), read_text(text, "a.txt")
    check(other)
    assert [act.act_id for act in one.acts] == [act.act_id for act in other.acts]
    assert [(issue.kind, issue.text) for issue in one.issues] == [(issue.kind, issue.text) for issue in other.issues]
    assert one.notices[0].doc_number == other.notices[0].doc_number


@pytest.mark.parametrize("mark", "\u202d\u202e")
def test_a_mark_that_reverses_a_name_makes_no_other_person_and_is_told(mark: str) -> None:
    text = NOTICE.replace("任命孔辉", f"任命孔{mark}辉\u202c")
    reading = read_text(text, "a.txt")
    assert said(reading) == said(read_text(NOTICE, "a.txt"))
    (issue,) = reading.issues
    assert (issue.kind, text[issue.start : issue.end]) == ("reordered", mark)


@given(st.text(alphabet=st.characters(min_codepoint=0xE000, max_codepoint=0xF8FF), min_size=1, max_size=2))
@settings(max_examples=20, deadline=None)
def test_characters_for_private_use_are_kept_as_printed(given_name: str) -> None:
    reading = read_text(NOTICE.replace("孔辉", f"孔{given_name}"), "a.txt")
    check(reading)
    assert reading.acts[0].person == f"孔{given_name}"


def test_radicals_and_compatibility_ideographs_are_the_characters_they_look_like() -> None:
    meant = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA0E))}
    meant |= {"民": "⺠", "长": "⻓", "马": "⻢"}
    plain = NOTICE.replace("孔辉", "马金").replace("体育", "民政")
    disguised = "".join(meant.get(char, char) for char in plain)
    assert len(set(plain) - set(disguised)) > 8
    one, other = read_text(plain, "a.txt"), read_text(disguised, "a.txt")
    check(other)
    assert [act.act_id for act in one.acts] == [act.act_id for act in other.acts]
    assert [(act.start, act.end) for act in one.acts] == [(act.start, act.end) for act in other.acts]


@pytest.mark.parametrize(
    "day",
    [
        *("２０２０年６月５日", "𝟐𝟎𝟐𝟎年𝟔月𝟓日", "2O2O年6月5日", "二〇二〇年六月五日", "二○二○年六月五日", "二零二零年六月五日"),
        *("２０２０-０６-０５", "２０２０．６．５", "2020年6⽉5⽇", "2020年6月5\u200b日"),
    ],
)
def test_figures_of_every_kind_become_one_day(day: str) -> None:
    reading = read_text(NOTICE.replace(DAY, day), "a.txt")
    assert [notice.issued_date.isoformat() for notice in reading.notices if notice.issued_date] == ["2020-06-05"]
    assert reading.issues == ()


@pytest.mark.parametrize("day", ["202l年6月5日", "2020年I月5日", "2020年6月S日", "Z020年6月5日", "2020年2月30日", "2O2O年13月5日"])
def test_a_day_that_cannot_be_read_for_certain_stays_unknown_and_is_told(day: str) -> None:
    reading = read_text(NOTICE.replace(DAY, day), "a.txt")
    assert [notice.issued_date for notice in reading.notices] == [None]
    assert [(issue.kind, issue.text) for issue in reading.issues if issue.kind == "bad_date"] == [("bad_date", day)]


@pytest.mark.parametrize("number", ["〔２０２０〕７号", "〔𝟐𝟎𝟐𝟎〕𝟕号", "〔2O2O〕7号", "〔二〇二〇〕7号", "［2020］7号"])
def test_figures_of_every_kind_make_one_document_number(number: str) -> None:
    (notice,) = read_text(NOTICE.replace("〔2020〕7号", number), "a.txt").notices
    assert notice.doc_number == "甲政任〔2020〕7号"


@pytest.mark.parametrize("number", ["〔2O2l〕7号", "〔2020〕l号"])
def test_a_document_number_that_cannot_be_read_is_told(number: str) -> None:
    reading = read_text(NOTICE.replace("〔2020〕7号", number), "a.txt")
    assert [notice.doc_number for notice in reading.notices] == [""]
    assert [(issue.kind, issue.text) for issue in reading.issues] == [("bad_date", "甲政任" + number)]


def test_a_text_may_hold_half_of_a_character_beyond_the_basic_plane() -> None:
    reading = read_text(NOTICE.replace("孔辉", "孔\ud840辉"), "a.txt")
    assert reading.source.sha256
