"""The word lists of `vocabulary/`, read once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "vocabulary"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a word list without its header and blank lines."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list in which blanks separate them."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def pairs(name: str) -> dict[str, str]:
    """A list of pairs, one a line."""
    return dict(line.split() for line in lines(name))


@cache
def alternatives(name: str) -> str:
    """The words of a list as one regular expression, longest first."""
    return "|".join(map(re.escape, sorted(words(name), key=lambda word: (-len(word), word))))


@cache
def patterns(name: str) -> str:
    """A list of regular expressions, one a line, as one."""
    return "|".join(f"(?:{line})" for line in lines(name))


class Endings:
    """Finds the longest word of a list at the end of a text.

    >>> Endings({"局长", "长"}).before("教育局局长", 5)
    3
    """

    def __init__(self, chosen: frozenset[str] | set[str]) -> None:
        self.words = chosen
        self.sizes = sorted({len(word) for word in chosen}, reverse=True)
        self.last = frozenset(word[-1] for word in chosen)
        self.tails = frozenset(word[-2:] for word in chosen)

    def before(self, text: str, end: int) -> int:
        """Where the longest word that ends at `end` begins; `end` itself when none does."""
        if end and text[end - 1] in self.last and (text[end - 1] in self.tails or text[max(0, end - 2) : end] in self.tails):
            for size in self.sizes:
                if size <= end and text[end - size : end] in self.words:
                    return end - size
        return end


@cache
def endings(*names: str) -> Endings:
    """The endings that the words of some lists are, built once for whoever looks for them."""
    return Endings(frozenset().union(*map(words, names)))
