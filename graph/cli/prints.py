"""Notices that several of the files read print: noted in a few bytes each, compared when all files have been read."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from graph.derive.prints import Print, differing_prints, names_itself
from graph.errors import InputError
from graph.model import Act, Issue, Reading

PARTS = 16
KEPT = 4
"""How many of the files read again are kept for the next notice."""

Noted = tuple[int, int]
"""Hashes of a notice's id and of what it says."""


def note_prints(reading: Reading) -> list[Noted]:
    """The notices of a source that another source may print as well: those that have a number and an issuer."""
    numbered = [notice for notice in reading.notices if names_itself(notice)]
    if not numbered:
        return []
    acts: dict[str, list[str]] = defaultdict(list)
    for act in reading.acts:
        acts[act.notice_id].append(act.act_id)
    noted = []
    for notice in numbered:
        said = f"{notice.issued_date}{''.join(sorted(acts[notice.notice_id]))}"
        noted.append((int(notice.notice_id[1:17], 16), int.from_bytes(blake2b(said.encode(), digest_size=8).digest(), "big")))
    return noted


class Prints:
    """What is printed where, over all the files of a run."""

    def __init__(self) -> None:
        self._ids, self._says, self._files = array("Q"), array("Q"), array("L")

    def add(self, file: int, noted: Iterable[Noted]) -> None:
        """Notes the notices of a file, which is counted from 0."""
        for notice_id, says in noted:
            self._ids.append(notice_id)
            self._says.append(says)
            self._files.append(file)

    def differences(self, files: Iterable[str]) -> Iterator[tuple[str, str, Issue]]:
        """Path, document number and issue of each notice that two of the files print differently; reads these files again."""
        differing = self._said_differently()
        places: dict[int, list[int]] = defaultdict(list)
        for notice_id, file in zip(self._ids, self._files, strict=True) if differing else ():
            if notice_id in differing:
                places[notice_id].append(file)
        wanted = list(places.items())
        paths = _paths(files, {file for _, some in wanted for file in some})
        read_again = lru_cache(KEPT)(_read_again)  # a gazette prints many of the notices that differ
        for notice_id, some in sorted(wanted, key=lambda one: one[1]):
            prints = [found for file in dict.fromkeys(some) for found in read_again(paths[file]).get(notice_id, ())]
            issue = differing_prints(prints) if prints else None
            if issue:
                path = next(one.path for one in prints if one.source_id == issue.source_id)
                yield path, prints[0].notice.doc_number, issue

    def _said_differently(self) -> set[int]:
        """The notices that say more than one thing; looked for by parts, so that it takes no more memory than the notes."""
        differing: set[int] = set()
        for part in range(PARTS):
            first: dict[int, int] = {}
            for notice_id, says in zip(self._ids, self._says, strict=True):
                if notice_id % PARTS == part and first.setdefault(notice_id, says) != says:
                    differing.add(notice_id)
        return differing


def _paths(files: Iterable[str], wanted: set[int]) -> dict[int, str]:
    last = max(wanted, default=-1)
    return {i: path for i, path in enumerate(islice(files, last + 1)) if i in wanted}


def _read_again(path: str) -> dict[int, list[Print]]:
    """What a file prints, by the hash of the notice's id; nothing when it is gone since it was read."""
    from loaders.pipeline import read_source

    try:
        reading = read_source(Path(path), path)
    except InputError:
        return {}
    acts: dict[str, list[Act]] = defaultdict(list)
    for act in reading.acts:
        acts[act.notice_id].append(act)
    prints: dict[int, list[Print]] = defaultdict(list)
    for notice in reading.notices:
        prints[int(notice.notice_id[1:17], 16)].append(Print(reading.source.source_id, path, notice, acts[notice.notice_id]))
    return prints
