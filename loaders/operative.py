"""Whether a phrase looks as if it did something to somebody in office: the written lists of `vocabulary/operative.toml`.

Whatever looks operative is read, is left out by an entry of these lists, or becomes an issue.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from loaders.careers.periods import find_period
from loaders.fold import fold
from loaders.names import can_be_name
from loaders.posts import find_title
from loaders.rules import rules
from loaders.sentences import NUMBERING

_FILE = Path(__file__).parent / "vocabulary" / "operative.toml"
_MARK = "。"
"""What stands for words that are left out, so that no pattern reaches over them."""
_BEHIND = re.compile(r"(?:（[^（）]{0,200}）|的?职务|一职|人选|的?工作){1,6}$")
_GIVES = re.compile(r"(?:(?<!主)任(?!期|务)|为|代理|兼|选|派|调|聘|免)")
_POLITE = re.compile(r"（[^（）]*）|同志|先生|女士")
_MARKS = re.compile("[，；。：]")
_LONGEST_NAME = 4


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern with an example; of one that is left out also why."""

    pattern: str
    example: str
    reason: str = ""


class Account(Struct):
    """Where the characters of the operative passages of a notice are: in an act, in an issue, or left out by a written list."""

    in_acts: int = 0
    in_issues: int = 0
    left_out: int = 0

    @property
    def operative(self) -> int:
        """All of them."""
        return self.in_acts + self.in_issues + self.left_out


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    operative: tuple[Entry, ...]
    ignored: tuple[Entry, ...]
    motions: tuple[Entry, ...]
    resolved: tuple[Entry, ...]


@cache
def operative_lists() -> _File:
    """The lists as they are written."""
    return msgspec.convert(tomllib.loads(_FILE.read_text(encoding="utf-8")), _File)


@cache
def _pattern(name: Literal["operative", "ignored", "motions", "resolved"]) -> re.Pattern[str]:
    return re.compile("|".join(entry.pattern for entry in getattr(operative_lists(), name)))


def begins_proposal(folded: str) -> bool:
    """Whether a title or a line makes proposals of all that stands below it."""
    return _pattern("motions").search(folded) is not None


def ends_proposal(folded: str) -> bool:
    """Whether a line says that what was proposed is decided."""
    return _pattern("resolved").search(folded) is not None


def is_operative(folded: str, listed: bool = False) -> bool:
    """Whether a phrase that no rule reads may do something to somebody; `listed`: it is a line under a verb.

    >>> is_operative("赵青山转任县水利局局长"), is_operative("曾任县水利局局长"), is_operative("会议听取了报告")
    (True, False, False)
    >>> is_operative("赵青山县水利局局长"), is_operative("赵青山县水利局局长", listed=True)
    (False, True)
    """
    rest = _pattern("ignored").sub(_MARK, folded)
    for match in _pattern("operative").finditer(rest):
        if not rules().blocks.search(rest, 0, match.start()):
            return True
    return _gives_a_post(rest) or (listed and names_with_post(rest)) or _is_entry(rest)


def is_left_out(folded: str) -> bool:
    """Whether a phrase holds operative words, all of which an entry of the list leaves out."""
    return _pattern("operative").search(folded) is not None


def _gives_a_post(text: str) -> bool:
    """Whether a name, a verb of office and a title follow one another in a phrase (赵青山为县水利局局长)."""
    core = _BEHIND.sub("", text)
    title = find_title(core) if len(core) < 200 else None
    if title is None:
        return False
    for verb in _GIVES.finditer(core, 0, title[0]):
        before = _POLITE.sub("", core[: verb.start()])
        if any(can_be_name(before[-size:]) for size in range(2, _LONGEST_NAME + 1)) and not rules().blocks.search(before):
            return True
    return False


def _is_entry(text: str) -> bool:
    """Whether a phrase is an entry of a career: a period and a post."""
    period = find_period(text) if text[:1] in "12一二自从" else None
    return period is not None and len(text) < 200 and find_title(_BEHIND.sub("", text)) is not None


def names_with_post(text: str) -> bool:
    """Whether a line is a name and a post, in either order, or a list of names, and no sentence."""
    number = NUMBERING.match(text)
    core = _POLITE.sub("", _BEHIND.sub("", text[number.end() :] if number else text))
    if not 4 <= len(core) <= 60 or _MARKS.search(core):
        return False
    names = core.split("、")
    if len(names) > 1 and all(map(can_be_name, names)):
        return True
    if find_title(core) is not None:
        return any(can_be_name(core[:size]) for size in range(2, _LONGEST_NAME + 1))
    return any(can_be_name(core[-size:]) and find_title(core[:-size]) is not None for size in range(2, _LONGEST_NAME + 1))


def holds_post(text: str) -> bool:
    """Whether a cell of a table names a post, or does something by itself."""
    folded = fold(text)
    return find_title(_BEHIND.sub("", folded)) is not None or is_operative(folded)


def is_unread_row(cells: Sequence[str]) -> bool:
    """Whether a row of a table whose columns nobody knows has a person in one cell and a post in another."""
    return any(can_be_name(fold(cell)) for cell in cells) and any(map(holds_post, cells))
