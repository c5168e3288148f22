"""Which files of a load are new, changed, unchanged or gone: decided by their bytes, their paths and what was read from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from graph.model import Reading
from graph.store.client import Graph

_ROW = "RETURN s.source_id AS source_id, s.digest AS digest, s.paths AS paths"
_FIND = f"MATCH (s:Source) WHERE s.source_id IN $ids {_ROW}"
_FIND_BY_PATH = f"MATCH (s:Source) WHERE s.path IN $paths {_ROW}"
_FIND_BELOW = f"MATCH (s:Source) WHERE s.path STARTS WITH $folder {_ROW}"
# Only the first of several paths is indexed, and few sources have several. (The local graph would scan for `copies > 1`.)
_FIND_COPIES = f"MATCH (s:Source) WHERE s.copied = true AND any(path IN s.paths WHERE path IN $paths) {_ROW}"
_FIND_COPIES_BELOW = f"MATCH (s:Source) WHERE s.copied = true AND any(path IN s.paths WHERE path STARTS WITH $folder) {_ROW}"


UNREADABLE = "unreadable"
"""The kind of a source that could not be read: it has an issue that says why, and nothing else."""


class SourceChanges(Struct, kw_only=True):
    """What a group of readings, or a removal, does to the sources that are stored."""

    written: list[Reading] = field(default_factory=list)
    """Read for the first time, or read differently than before."""
    rows: list[dict[str, Any]] = field(default_factory=list)
    """Their Source nodes."""
    moved: list[dict[str, Any]] = field(default_factory=list)
    """Stored sources of which only the paths change."""
    replaced: list[str] = field(default_factory=list)
    """Stored sources that are written again."""
    gone: list[str] = field(default_factory=list)
    """Stored sources that no path leads to any more."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    """Sources taken out, not counting those that other bytes under their path replace."""


class _Stored(Struct):
    digest: str
    paths: set[str]


def digest_of(reading: Reading) -> str:
    """A hash of all that was read, whatever the path: other when the reader has learnt to read the same bytes differently."""
    anywhere = replace(reading, source=replace(reading.source, path="", text=""))
    return hashlib.sha256(msgspec.msgpack.encode(anywhere)).hexdigest()[:24]


def plan_sources(graph: Graph, readings: Sequence[Reading]) -> SourceChanges:
    """What these readings change; the same bytes at another path are one source with two paths.

    A file that cannot be read any more leaves what was read from its path before.
    """
    ids = [reading.source.source_id for reading in readings]
    paths = [reading.source.path for reading in readings]
    stored = _stored(graph.read(_FIND, ids=ids))
    stored |= _at_paths(graph, paths)
    present = {source_id: _Stored(source.digest, set(source.paths)) for source_id, source in stored.items()}
    at = {path: source_id for source_id, source in present.items() for path in source.paths}
    changes = SourceChanges()
    written: dict[str, Reading] = {}
    for reading in readings:
        source_id, path = reading.source.source_id, reading.source.path
        digest = digest_of(reading)
        before = at.get(path)
        if before is not None and reading.source.kind == UNREADABLE:
            continue
        if before is not None and before != source_id:
            present[before].paths.discard(path)
        at[path] = source_id
        known = present.get(source_id)
        if known is None or known.digest != digest:
            written[source_id] = reading
            present[source_id] = known = _Stored(digest, known.paths if known else set())
            if before is None and source_id not in stored:
                changes.new += 1
            else:
                changes.changed += 1
        elif before is not None and before != source_id:
            changes.changed += 1
        else:
            changes.unchanged += 1
        known.paths.add(path)
    for source_id, reading in written.items():
        if present[source_id].paths:
            changes.written.append(reading)
            changes.rows.append(_row(reading, present[source_id]))
    changes.replaced = [source_id for source_id in written if source_id in stored]
    _compare_paths(changes, stored, present, skip=written)
    return changes


def plan_removal(graph: Graph, paths: Iterable[str]) -> tuple[SourceChanges, set[str]]:
    """What taking these files, or all files of these folders, out changes; and the paths that lead to no source."""
    wanted = list(dict.fromkeys(paths))
    stored = _at_paths(graph, wanted)
    folders = {path: path.rstrip("/") + "/" for path in wanted}
    for folder in folders.values():
        stored |= _stored(graph.read(_FIND_BELOW, folder=folder) + graph.read(_FIND_COPIES_BELOW, folder=folder))
    beginnings = tuple(folders.values())
    known = {path for source in stored.values() for path in source.paths}
    taken = {path for path in known if path in folders or path.startswith(beginnings)}
    present = {source_id: _Stored(source.digest, source.paths - taken) for source_id, source in stored.items()}
    changes = SourceChanges()
    _compare_paths(changes, stored, present, skip={})
    changes.removed = len(changes.gone)
    unknown = {path for path, folder in folders.items() if path not in known and not any(p.startswith(folder) for p in known)}
    return changes, unknown


def _compare_paths(
    changes: SourceChanges, stored: dict[str, _Stored], present: dict[str, _Stored], skip: dict[str, Reading]
) -> None:
    for source_id, source in stored.items():
        left = present[source_id].paths
        if not left:
            changes.gone.append(source_id)
        elif left != source.paths and source_id not in skip:
            changes.moved.append({"source_id": source_id, **_paths(left)})


def _at_paths(graph: Graph, paths: Sequence[str]) -> dict[str, _Stored]:
    return _stored(graph.read(_FIND_BY_PATH, paths=paths) + graph.read(_FIND_COPIES, paths=paths))


def _stored(rows: list[dict[str, Any]]) -> dict[str, _Stored]:
    return {row["source_id"]: _Stored(row["digest"], set(row["paths"])) for row in rows}


def _row(reading: Reading, stored: _Stored) -> dict[str, Any]:
    row = {name: value for name, value in msgspec.structs.asdict(reading.source).items() if value is not None}
    return row | _paths(stored.paths) | {"digest": stored.digest}


def _paths(paths: set[str]) -> dict[str, Any]:
    ordered = sorted(paths)
    return {"path": ordered[0], "paths": ordered, "copied": len(ordered) > 1}
