"""The sets of texts that the reader is scored on: a new one is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.accuracy.texts import Text, read_cases, read_examples, read_folder, read_gazette

HERE = Path(__file__).parent
REFERENCE = HERE.parents[2] / "shared"
"""Sets that are no part of the project stand beside it; where they are not there, they are left out."""
TWO_IN_THREE, EVERY_THIRD = frozenset({0, 1}), frozenset({2})


class TextSet(NamedTuple):
    """One row of the table. What a held set misses is never listed: its texts must not shape a rule."""

    name: str
    read: Callable[[], Iterator[Text]]
    held: bool = False
    place: Path = HERE
    built_with: bool = False
    """Whether its texts are the rules' own examples, which tests hold at 100 %: no part of the figures by kind."""
    subject: str = "notices"
    """What its texts are: the headline says one figure a subject."""

    @property
    def is_there(self) -> bool:
        return self.place.is_dir()


def folder_set(
    name: str,
    folder: Path,
    held: bool = False,
    places: frozenset[int] = TWO_IN_THREE | EVERY_THIRD,
    subject: str = "notices",
) -> TextSet:
    """A set of a folder with `acts.csv`; of every three texts in a row those at the places given."""
    return TextSet(name, partial(read_folder, folder, places), held, folder, subject=subject)


_NOTICES = REFERENCE / "notices"
SETS = (
    TextSet("examples of the wordings", read_examples, built_with=True),
    TextSet("cases", read_cases, built_with=True),
    TextSet("gazette of a city", partial(read_gazette, REFERENCE / "seed"), place=REFERENCE / "seed"),
    folder_set("real notices", _NOTICES / "dev", places=TWO_IN_THREE),
    folder_set("real notices", _NOTICES / "dev", held=True, places=EVERY_THIRD),
    folder_set("composed notices", _NOTICES / "composed"),
    folder_set("more composed notices", HERE / "composed"),
    folder_set("more composed notices", HERE / "held", held=True),
    folder_set("further composed notices", HERE / "further"),
    folder_set("further composed notices", HERE / "fresh", held=True),
    folder_set("careers, publicity, companies", _NOTICES / "resumes", subject="careers and publicity"),
)
