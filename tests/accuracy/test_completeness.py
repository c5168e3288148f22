"""Every character of an operative passage is in an act, in an issue, or left out by a written list: a checker counts anew.

The checker knows nothing of how the reader counts. It takes a reading's acts and issues with their places, finds by patterns of
its own which sentences of a notice do something to somebody, and looks which of their characters nothing accounts for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from graph.model import Reading
from loaders.fold import fold
from loaders.operative import is_operative
from loaders.pipeline import read_text
from loaders.read import document_of_text
from loaders.split import split_document
from tests.accuracy.sets import HERE, REFERENCE

ROOT = HERE.parents[1]
SETS = {
    "dev": (REFERENCE / "notices" / "dev", "*.txt"),
    "composed": (REFERENCE / "notices" / "composed", "*.txt"),
    "more composed": (HERE / "composed", "*.txt"),
    "sample": (ROOT / "data" / "sample" / "notices", "**/*.txt"),
    "seed": (REFERENCE / "seed", "*.txt"),
}
_SURNAME = (
    "[赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹云苏潘葛范彭鲁韦马方任袁柳唐罗薛贺汤毕郝安"
    "于傅齐康余顾孟黄萧姚邵汪毛宋庞熊项祝董梁杜]"
)
_NAME = rf"{_SURNAME}[\u4e00-\u9fff]{{1,2}}"
_DOES = re.compile(
    rf"(?:任命|聘任|提名|增补|补选|选举){_NAME}(?:同志|先生|女士|（[^（）]*）)?(?:为|任)"
    rf"|(?:免去|免除|解聘|撤销|罢免){_NAME}(?:同志|（[^（）]*）)?的?[^，；。]{{2,40}}(?:职务|长|主任)"
    rf"|{_NAME}(?:同志|（[^（）]*）)?(?:任|担任|当选为?|不再担任|辞去)[^，；。]{{2,40}}(?:长|主任|书记|主席|委员|经理|职务)$"
)
"""A verb of office beside a name."""
_SENTENCE = re.compile(r"[^；。\n]+")
_OTHER_DAY = re.compile(r"曾|此前|先后|历任|被|提请|申请|如果|去年|今年|早前|后来")


def read(path: Path) -> Reading:
    return read_text(path.read_text(encoding="utf-8"), path.name)


def uncovered(reading: Reading) -> Iterator[str]:
    """The operative sentences of the notices of a source of which nothing is accounted for, each as it stands."""
    covered = bytearray(len(reading.source.text))
    for start, end in [(act.start, act.end) for act in reading.acts] + [(one.start, one.end) for one in reading.issues]:
        covered[start:end] = b"\1" * (end - start)
    for notice in split_document(document_of_text(reading.source.text)).notices:
        if not notice.personnel:
            continue
        for passage in (*notice.passages, *notice.attached):
            text = fold(passage.text)
            for sentence in _SENTENCE.finditer(text):
                places = passage.offsets[sentence.start() : sentence.end()]
                if any(covered[place] for place in places):
                    yield from _parts_left(sentence.group(), places, covered)
                elif _does(sentence.group()) and is_operative(sentence.group()) and not _is_repeat(sentence.group(), reading):
                    yield sentence.group()


def _parts_left(sentence: str, places: object, covered: bytearray) -> Iterator[str]:
    """The phrases of a sentence that an act or issue covers in part, which do something and are not covered."""
    at = 0
    for phrase in sentence.split("，"):
        own = list(places)[at : at + len(phrase)]  # type: ignore[call-overload]
        at += len(phrase) + 1
        if own and not any(covered[place] for place in own) and _does(phrase) and is_operative(phrase):
            yield phrase


def _is_repeat(sentence: str, reading: Reading) -> bool:
    """Whether a sentence says again what an act says: an act said twice is one, and stands where it is said first."""
    return any(fold(act.person) in sentence and fold(act.post) in sentence for act in reading.acts)


def _does(text: str) -> bool:
    match = _DOES.search(text)
    return bool(match) and not _OTHER_DAY.search(text, 0, match.start())  # type: ignore[union-attr]


def unnamed(reading: Reading) -> Iterator[str]:
    """Verbs beside a name of whom no act and no issue speaks, in sentences that acts cover."""
    names = {act.person for act in reading.acts}
    told = "".join("".join(issue.text.split()) for issue in reading.issues)
    for act in reading.acts:
        for match in re.finditer(rf"(?:^|，)(?:任命|免去|聘任|提名)({_NAME})(?=同志|为|的|（)", fold(act.clause)):
            name = match[1]
            if not any(name.startswith(one[:2]) or one in name for one in map(fold, names)) and name not in told:
                yield match.group()


@pytest.mark.parametrize("name", SETS)
def test_every_operative_sentence_is_in_an_act_or_an_issue_or_left_out_by_the_list(name: str) -> None:
    folder, pattern = SETS[name]
    if not folder.is_dir():
        pytest.skip("the set is not there")
    readings = [read(path) for path in sorted(folder.glob(pattern))]
    assert readings
    assert [(one.source.path, left) for one in readings for left in (*uncovered(one), *unnamed(one))] == []
    operative, accounted = sum(one.operative for one in readings), sum(one.accounted for one in readings)
    assert f"{accounted / operative:.1%}" == "100.0%"  # what parse prints


@pytest.mark.parametrize("name", SETS)
def test_the_characters_of_issues_are_those_that_the_reader_counts(name: str) -> None:
    folder, pattern = SETS[name]
    if not folder.is_dir():
        pytest.skip("the set is not there")
    for path in sorted(folder.glob(pattern)):
        reading = read(path)
        unread = {place for issue in reading.issues if issue.kind != "undated" for place in range(issue.start, issue.end)}
        text = reading.source.text
        assert sum(not text[place].isspace() for place in unread) >= reading.in_issues > -1, path.name


def test_the_checker_finds_what_a_reading_loses() -> None:
    lost = []
    for path in sorted((HERE / "composed").glob("*.txt")):
        reading = read(path)
        left = list(uncovered(replace(reading, acts=(), issues=())))
        for clause in {fold(act.clause) for act in reading.acts if "，" not in act.clause}:
            if _does(clause) and is_operative(clause):
                lost.append(any(sentence in clause or clause in sentence for sentence in left))
    assert len(lost) >= 10
    assert all(lost)


NOTICE = "清江市人民政府关于赵青山等同志任免职的通知\n\n清政任〔2021〕5号\n\n{}\n\n清江市人民政府\n2021年4月6日\n"


@pytest.mark.parametrize(
    "unread",
    [
        "任命有关同志甲为",
        "经研究，赵青山同志接掌市水利局并任命为该局一把手",
        "免去赵青山等人在市水利局内的一应职务若干",
        "罢免赵青山的一切",
    ],
)
def test_what_no_wording_fits_is_listed_with_its_place(unread: str) -> None:
    text = NOTICE.format(f"任命钱白水为清江市教育局局长；\n{unread}。")
    reading = read_text(text, "a.txt")
    places = [text[issue.start : issue.end] for issue in reading.issues if issue.kind == "not_understood"]
    assert any(place in unread for place in places) or any(unread.startswith(act.clause[:4]) for act in reading.acts)
    assert reading.accounted == reading.operative


def test_a_text_that_only_proposes_is_left_out_by_the_list_and_gives_no_issue() -> None:
    text = "清江市人民政府关于提请任命赵青山职务的议案\n\n提请任命赵青山为清江市水利局局长。\n\n清江市人民政府\n2021年4月6日\n"
    reading = read_text(text, "a.txt")
    assert (reading.acts, reading.issues) == ((), ())
    assert reading.left_out == reading.accounted == reading.operative > 0


@pytest.mark.parametrize("name", ["composed", "more composed", "dev"])
def test_texts_without_an_act_give_no_issue(name: str) -> None:
    folder, pattern = SETS[name]
    if not folder.is_dir():
        pytest.skip("the set is not there")
    silent = [reading for reading in map(read, sorted(folder.glob(pattern))) if not reading.acts]
    assert [(one.source.path, issue.kind) for one in silent for issue in one.issues] == []
