"""What is wrong with a local graph that should start: files lost since its last stop, or what its log says."""

from __future__ import annotations

import re

import msgspec

from graph.errors import StoreError
from graph.store.local_files import LocalFiles


def sizes(files: LocalFiles) -> dict[str, int]:
    """The files of the database and their sizes."""
    return {entry.name: entry.stat().st_size for entry in sorted(files.database.iterdir())} if files.database.is_dir() else {}


def check_unchanged(files: LocalFiles) -> None:
    """Raises StoreError when files were lost or cut since the last clean stop: the server would open what is left, and say nothing.

    After a crash there is nothing to compare with, and the server's own recovery puts its files in order.
    """
    try:
        before = msgspec.json.decode(files.stopped.read_bytes(), type=dict[str, int])
    except (FileNotFoundError, msgspec.DecodeError):
        return
    now = sizes(files)
    damaged = [name for name, size in before.items() if now.get(name) != size]
    if damaged:
        raise StoreError(
            f"The local graph in {files.folder} is damaged: {len(damaged)} of its files are lost or cut, such as {damaged[0]}.",
            "Restore the folder from a copy, or remove it and load the files again.",
        )


def reason_of(files: LocalFiles, waited: float) -> StoreError:
    """Why the server did not come up, read from its log."""
    try:
        log = files.log.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return StoreError(f"The log of the local graph cannot be read: {error}.", "Check the folder that LOCAL_GRAPH_DIR names.")
    if "No space left on device" in log:
        return StoreError(
            f"The disk that holds {files.folder} is full.", "Free some space, or point LOCAL_GRAPH_DIR to another disk."
        )
    if "is locked by another process" in log:
        return StoreError(f"Another server has the local graph in {files.folder} open.", "Stop it, then try again.")
    if "Could not reserve enough space" in log or "Cannot allocate memory" in log:
        return StoreError("There is not enough free memory for the local graph.", "Close other programs, or set NEO4J_URI.")
    troubles = [line for line in log.splitlines() if re.search(r"SEVER|Exception|Error", line)]
    told = troubles[0].split("> ", 1)[-1].strip()[:200] if troubles else f"no answer within {waited:.0f} s"
    return StoreError(
        f"The local graph in {files.folder} does not open: {told}.",
        f"See {files.log}; restore the folder from a copy, or move it away and load the files again.",
    )
