"""The sample is what the writer makes of its tables; wrong tables are refused with the place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import InputError, UsageError
from graph.export.notice_folder import compose, main, write_folder
from graph.export.notice_table import rows_of

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
HEADER = "file,doc_number,issued,seq,person,gender,action,organization,post,kind,qualifier,effective,ethnicity,issuer\n"


def test_shipped_texts_are_what_the_writer_makes_of_the_tables() -> None:
    below = SAMPLE / "notices"
    shipped = {path.relative_to(below).as_posix(): path.read_text(encoding="utf-8") for path in below.rglob("*.txt")}
    assert shipped == compose(SAMPLE)


def test_sample_has_some_thirty_papers_over_five_years() -> None:
    names = sorted(compose(SAMPLE))
    assert 30 <= len(names) <= 40
    assert {name[:4] for name in names} == {"2021", "2022", "2023", "2024", "2025", "2026"}


def test_writing_a_folder_takes_out_texts_that_no_table_describes(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text(HEADER + "a.txt,,,1,高远,,appoint,甲局,局长,post,,,,甲市人民政府\n", encoding="utf-8")
    (tmp_path / "papers.csv").write_text("file,also_in\na.txt,b/all.txt\n", encoding="utf-8")
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "old.txt").write_text("x", encoding="utf-8")
    write_folder(tmp_path)
    assert sorted(p.relative_to(tmp_path / "notices").as_posix() for p in tmp_path.rglob("*.txt")) == ["a.txt", "b/all.txt"]
    assert (tmp_path / "notices" / "a.txt").read_bytes() == (tmp_path / "notices" / "b" / "all.txt").read_bytes()


def test_papers_of_no_act_and_missing_tables_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match=r"acts\.csv cannot be read"):
        compose(tmp_path)
    assert main([str(tmp_path)]) == 2
    assert re.search(r"acts\.csv cannot be read", capsys.readouterr().err)
    (tmp_path / "acts.csv").write_text(HEADER, encoding="utf-8")
    (tmp_path / "papers.csv").write_text("file\nb.txt\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"names b\.txt"):
        compose(tmp_path)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"seq": "1", "action": "promote"}, "no action"),
        ({"seq": "1", "action": "appoint", "kind": "seat"}, "no kind"),
        ({"seq": "one", "action": "appoint"}, "seq is"),
    ],
)
def test_table_with_a_word_outside_the_contract_is_refused(line: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        rows_of([line])
