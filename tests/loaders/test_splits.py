"""The written posts of tests/cases/splits come apart where the rules of writing say."""

from __future__ import annotations

import pytest

from loaders.posts import split_post
from tests.cases import FOLDER


def rows(name: str) -> list[list[str]]:
    """The fields of every line of a file."""
    lines = (FOLDER / "splits" / name).read_text(encoding="utf-8").split("\n")
    return [[field.strip() for field in line.split("|")] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", rows("titles.txt"), ids="-".join)
def test_a_written_post_comes_apart(row: list[str]) -> None:
    organization, post, *more = row
    item = split_post(organization + post)
    assert item is not None
    if more[:1] == ["whole"]:
        organization, post = more[1:]
    assert (item.organization, item.post, item.kind) == (organization, post, "rank" if more == ["rank"] else "post")
