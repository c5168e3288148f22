"""The figures that README shows are those that the program reaches, and none falls below what it reached before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.accuracy.__main__ import README, WRONG, main, page_of_wrong, read_sets, with_figures, with_rows
from tests.accuracy.scores import score
from tests.accuracy.sets import HERE, SETS
from tests.accuracy.tables import Read, table_by_set

MISSING = [one.name for one in SETS if not one.is_there]
FLOORS = {
    ("real notices", False): (0.997, 1.0),
    ("real notices", True): (0.99, 1.0),
    ("composed notices", False): (1.0, 1.0),
    ("more composed notices", False): (0.985, 0.985),
    ("more composed notices", True): (0.96, 0.975),
    ("further composed notices", False): (0.95, 0.955),
    ("further composed notices", True): (0.985, 0.985),
}
"""F1 of whole acts, and of persons with their action."""


@pytest.fixture(scope="module")
def read() -> Read:
    return read_sets(SETS)


@pytest.mark.parametrize(("name", "held"), FLOORS)
def test_texts_are_read_as_well_as_before(read: Read, name: str, held: bool) -> None:
    texts = [texts for one, texts in read.items() if (one.name, one.held) == (name, held)]
    if not texts:
        pytest.skip("the set is not there")
    levels = score(texts[0]).levels
    assert (levels["triple"].f1 >= FLOORS[name, held][0], levels["action"].f1 >= FLOORS[name, held][1]) == (True, True)


def test_the_rules_own_examples_are_read_whole(read: Read) -> None:
    for texts in (texts for one, texts in read.items() if one.built_with):
        assert score(texts).levels["triple"].f1 == 1


def test_the_rows_of_readme_are_what_the_program_reaches(read: Read) -> None:
    page = README.read_text(encoding="utf-8")
    assert with_rows(page, read) == page, "run `make accuracy`"
    assert not [row for row in table_by_set(read).splitlines() if row not in page]


def test_rows_of_sets_that_are_not_there_stay(read: Read) -> None:
    here = {one: texts for one, texts in read.items() if one.built_with}
    page = "| set | texts |\n| cases | 0 |\n| real notices | 44 |\n\n| kind | texts |\n| county | 9 |\n"
    changed = with_rows(page, here).split("\n")
    assert changed[1].startswith(f"| cases | {len(next(texts for one, texts in here.items() if one.name == 'cases'))} |")
    assert changed[2:] == page.split("\n")[2:]


@pytest.mark.skipif(bool(MISSING), reason=f"these sets are not there: {', '.join(MISSING)}")
def test_all_figures_of_readme_are_what_the_program_reaches(read: Read) -> None:
    page = README.read_text(encoding="utf-8")
    assert with_figures(page, read) == page, "run `make accuracy`"


@pytest.mark.skipif(bool(MISSING), reason=f"these sets are not there: {', '.join(MISSING)}")
def test_the_list_of_what_is_wrong_is_complete_and_silent_about_texts_held_back(read: Read) -> None:
    page = WRONG.read_text(encoding="utf-8")
    assert page == page_of_wrong(read), "run `make accuracy`"
    held = {text.name for one, texts in read.items() if one.held for text in texts}
    assert not held & set(re.findall(r"^\| (\S+) \|", page, re.MULTILINE))


def test_a_further_folder_is_scored_without_touching_the_readme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "acts.csv").write_text(
        "text,style,date,doc_number,person,action,organization,post,note\n"
        "001,county,,,孔辉,appoint,县水利局,局长,\n"
        "001,county,,,王铮,appoint,县水利局,局长,\n",
        encoding="utf-8",
    )
    (tmp_path / "001.txt").write_text("关于孔辉任职的通知\n\n任命孔辉为县水利局局长。\n", encoding="utf-8")
    before = (README.read_bytes(), WRONG.read_bytes())
    assert main(["--extra", f"fresh={tmp_path}"]) == 0
    printed = capsys.readouterr().out
    assert "| fresh | 1 | 2 | 66.7 (100, 50.0) |" in printed
    assert "| county | 1 | 2 | 66.7 (100, 50.0) |" in printed
    assert "王铮" not in printed
    assert main(["--extra", f"fresh={tmp_path}", "--wrong"]) == 0
    assert "| 001 | 王铮 | act | appoint 县水利局 · 局长 |  |" in capsys.readouterr().out
    assert (README.read_bytes(), WRONG.read_bytes()) == before


def test_a_folder_without_answers_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--extra", f"fresh={HERE / 'absent'}"])
    assert ended.value.code == 2
    assert "absent holds no acts.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("text,person,action,organization\n", "has no column post"),
        ("text,person,action,organization,post\n002,孔辉,appoint,县水利局,局长\n", "has answers to 002, a text that is not there"),
    ],
)
def test_answers_that_cannot_be_used_are_named(answers: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "acts.csv").write_text(answers, encoding="utf-8")
    (tmp_path / "001.txt").write_text("任命孔辉为县水利局局长。\n", encoding="utf-8")
    assert main(["--extra", f"fresh={tmp_path}"]) == 2
    assert told in capsys.readouterr().err


def test_every_set_stands_once() -> None:
    rows = [(one.name, one.held) for one in SETS]
    assert len(rows) == len(set(rows))
