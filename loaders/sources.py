"""Which files a command was given: files as named, and the readable ones of folders, in a fixed order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from graph.errors import InputError

READABLE = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".shtml"})
"""What is read of a folder. A file named on its own is read whatever its name."""
STDIN = Path("-")


def find_sources(paths: Sequence[str]) -> list[tuple[Path, str]]:
    """Each file with the path to show, as found under the argument; `-` is standard input.

    Raises InputError for a path that does not exist, and for a folder without readable files.
    """
    found: dict[Path, str] = {}
    for given in paths:
        path = Path(given)
        if given == "-":
            found.setdefault(STDIN, "-")
        elif path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix.lower() in READABLE and not _hidden(p, path) and p.is_file())
            if not files:
                raise InputError(f"{given} holds no file that can be read.", "Give a folder with .txt or .html files.")
            for file in files:
                found.setdefault(file, str(file))
        elif path.exists():
            found.setdefault(path, given)
        else:
            raise InputError(f"{given} does not exist.", "Check the path.")
    return list(found.items())


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def read_content(path: Path, shown: str) -> bytes:
    """The bytes of a file or of standard input; raises InputError when they cannot be had."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read()
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{shown} cannot be read: {error.strerror}.", "Check the path and its permissions.") from None
