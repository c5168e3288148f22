"""Which files are read."""

from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.sources import find_sources


def test_a_folder_gives_its_texts_and_pages_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "a.txt", "acts.csv", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    shown = [path.removeprefix(str(tmp_path) + "/") for _, path in find_sources([str(tmp_path)])]
    assert shown == ["a.txt", "b/1.html", "b/2.txt"]


def test_a_file_named_on_its_own_is_read_whatever_its_name_and_only_once(tmp_path: Path) -> None:
    file = tmp_path / "gazette.dat"
    file.write_text("x")
    assert find_sources([str(file), str(file)]) == [(file, str(file))]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere does not exist"):
        find_sources([str(tmp_path / "nowhere")])


def test_a_folder_without_readable_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file"):
        find_sources([str(tmp_path)])
