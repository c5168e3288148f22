"""data/README.md says of every list where it is from, and states counts that are true."""

from __future__ import annotations

import re

from graph.settings import ROOT
from loaders import lexicon

PAGE = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
LISTS = [*(ROOT / "loaders" / "vocabulary").iterdir(), *(ROOT / "loaders" / "wordings").iterdir(), *(ROOT / "data").glob("*.toml")]


def test_every_list_has_a_row_with_source_and_licence() -> None:
    rows = [line for line in PAGE.split("\n") if line.startswith("| `") and line.count("|") == 5]
    described = {name for row in rows for name in re.findall(r"`([^`]+\.(?:txt|toml))`", row.split("|")[1])}
    assert described == {path.name for path in LISTS if path.is_file()}
    assert all(cell.strip() for row in rows for cell in row.split("|")[1:-1])


def test_the_counts_of_family_names_are_true_and_no_name_stands_twice() -> None:
    compound, single = (line.split() for line in lexicon.lines("surnames"))
    assert f"{len(''.join(single))} single and {len(compound)} compound" in PAGE
    assert len(set("".join(single))) == len("".join(single))
    assert len(set(compound)) == len(compound)


def test_the_list_of_peoples_is_complete() -> None:
    assert len(lexicon.words("ethnicities") - {"穿青人", "畬族"}) == 56  # 畬族 is 畲族 in traditional print


def test_the_count_of_divisions_is_true() -> None:
    lines = (ROOT / "data" / "regions.csv").read_text(encoding="utf-8").split("\n")
    assert f"{sum(line.endswith(',2023') for line in lines):,} divisions of 2023" in PAGE
