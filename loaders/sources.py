"""Which files a command was given: files as named, and the readable ones of folders, in a fixed order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InputError

READABLE = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".shtml"})
"""What is read of a folder. A file named on its own is read whatever its name."""
_PARTED = "\0"
"""What no name of a file holds."""


class Files:
    """Paths in order, the names in a folder as one text: fifty thousand of them take no more than a long file."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []
        self._count = 0

    def add(self, folder: str, names: Sequence[str]) -> None:
        """Adds files by the path of their folder, which ends in a separator or is empty, and their names there."""
        self._parts.append((folder, _PARTED.join(names)))
        self._count += len(names)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        for folder, names in self._parts:
            at = 0
            while (end := names.find(_PARTED, at)) >= 0:
                yield folder + names[at:end]
                at = end + 1
            yield folder + names[at:]


def find_files(paths: Sequence[str]) -> Files:
    """The paths of all files to read, as found under the arguments, each once; `-` is standard input.

    Raises InputError for a path that does not exist, and for a folder without readable files.
    """
    files = Files()
    seen: set[Path] | None = set() if len(paths) > 1 else None
    for given in paths:
        folder = given != "-" and os.path.isdir(given)  # noqa: PTH112
        if given != "-" and not folder and not os.path.exists(given):  # noqa: PTH110
            raise InputError(f"{given} does not exist.", "Check the path.")
        found = False
        for place, names in _readable(given) if folder else (("", [given]),):
            found = True
            fresh = names if seen is None else [name for name in names if Path(place + name) not in seen]
            if seen is not None:
                seen.update(Path(place + name) for name in fresh)
            if fresh:
                files.add(place, fresh)
        if not found:
            raise InputError(f"{given} holds no file that can be read.", "Give a folder with .txt or .html files.")
    return files


def find_sources(paths: Sequence[str]) -> list[tuple[Path, str]]:
    """Each file with the path to show; raises InputError as `find_files` does."""
    return [(Path(shown), shown) for shown in find_files(paths)]


def _readable(root: str) -> Iterator[tuple[str, list[str]]]:
    """The folders under a folder that hold readable files, with their names in order; hidden ones left out."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        chosen = [name for name in names if name[0] != "." and os.path.splitext(name)[1].lower() in READABLE]  # noqa: PTH122
        if chosen:
            yield os.path.join(folder, ""), sorted(chosen)  # noqa: PTH118


def read_content(path: Path | str, shown: str) -> bytes:
    """The bytes of a file or of standard input; raises InputError when they cannot be had."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read()
        with open(path, "rb") as handle:  # noqa: PTH123
            return handle.read()
    except OSError as error:
        raise InputError(f"{shown} cannot be read: {error.strerror}.", "Check the path and its permissions.") from None
