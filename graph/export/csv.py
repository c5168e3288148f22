"""The stored graph as CSV: a file for each kind of node and relationship, in a folder or, where the path ends so, a zip."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from graph.errors import UsageError
from graph.export.stored import exported_edges, exported_labels, iter_edges, iter_nodes, properties_of
from graph.export.values import as_text
from graph.store.client import Graph

_Opener = Callable[[str], IO[bytes]]


def write(graph: Graph, path: Path) -> int:
    """Writes the whole graph to `path` and returns the number of rows; nothing is left behind when it fails.

    A folder must be new or empty; a zip is replaced.
    """
    if path.suffix.lower() == ".zip":
        return _write_zip(graph, path)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(f"{path} exists and is no empty folder.", "Give a new folder, or a name ending in .zip.")
    return _write_folder(graph, path)


def _write_folder(graph: Graph, path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        rows = _write_tables(graph, lambda name: (part / name).open("wb"))
        part.chmod(0o755)
        part.replace(path)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return rows


def _write_zip(graph: Graph, path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            rows = _write_tables(graph, lambda name: archive.open(name, "w", force_zip64=True))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return rows


def _write_tables(graph: Graph, opened: _Opener) -> int:
    total = 0
    for label in exported_labels():
        names = [prop.name for prop in properties_of(label)]
        rows = ([node.get(name) for name in names] for node in iter_nodes(graph, label))
        total += _write_table(opened, f"{label.name}.csv", names, rows)
    for edge in exported_edges():
        names = [prop.name for prop in edge.properties]
        edges = iter_edges(graph, edge)
        rows = ([found.start, found.end, *(found.properties.get(name) for name in names)] for found in edges)
        total += _write_table(opened, f"{edge.start}-{edge.type}-{edge.end}.csv", ["from_id", "to_id", *names], rows)
    return total


def _write_table(opened: _Opener, name: str, header: list[str], rows: Iterable[list[object]]) -> int:
    with ExitStack() as stack:
        text = stack.enter_context(io.TextIOWrapper(stack.enter_context(opened(name)), encoding="utf-8", newline=""))
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(header)
        counted = _Counted(rows)
        writer.writerows([as_text(value) for value in row] for row in counted)
    return counted.count


class _Counted:
    """Rows on their way, counted."""

    def __init__(self, rows: Iterable[list[object]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[list[object]]:
        for row in self._rows:
            self.count += 1
            yield row
