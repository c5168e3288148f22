"""Cuts what tells a life: brackets keep their commas however deep they are, and entries may follow one another without a break."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from loaders.careers.periods import ranges
from loaders.sentences import iter_clauses, iter_phrases

_TELLS = re.compile(r"(?:1[89]|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2}年|曾|历任|先后|后任|现[任为]|次年|同年|翌年|简历")
_DOTS = re.compile(r"\.{3,}|…+|·{3,}")
_OPENING, _CLOSING = "（〈【", "）〉】"
_TERM = re.compile(r"(?:时间|期|期限|年限)(?:分别)?(?:为|是|自|从|由|：)*$|[自从于]$")
"""In front of a range that says how long a decision holds, or that begins its phrase already."""
_NEAR = 8
_GOES_ON = re.compile(r"(?<=[员历位生族作士称])(?=(?:现任|曾任|历任|先后任|拟任)[^，。]{3})")
"""Where facts of a person parted by blanks alone end: 中共党员 现任某局局长."""
HIDDEN = "■"


def may_tell(folded: str) -> bool:
    """Whether a text may tell of a life: the cheap test before everything else here."""
    return _TELLS.search(folded) is not None


def find_brackets(folded: str) -> list[tuple[int, int]]:
    """The outermost brackets that are closed, as places of what they take.

    >>> find_brackets("局长（副厅级（试用））、书记（兼")
    [(2, 11)]
    """
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, char in enumerate(folded):
        if char in _OPENING:
            opened.append(at)
        elif char in _CLOSING and opened:
            start = opened.pop()
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, at + 1))
    return spans


def hide_brackets(folded: str) -> str:
    """The text with its brackets, and what stands in them, made unreadable; …, where an excerpt breaks off, ends a clause."""
    parts: list[str] = []
    at = 0
    for start, end in find_brackets(folded):
        parts += (folded[at:start], HIDDEN * (end - start))
        at = end
    return _DOTS.sub(lambda match: "。" * len(match.group()), "".join((*parts, folded[at:])))


def iter_told_clauses(hidden: str) -> Iterator[tuple[int, int]]:
    """The places of the clauses of a text whose brackets are hidden."""
    return iter_clauses(hidden)


def iter_told_phrases(hidden: str, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the phrases of a clause; a range of years begins one wherever it stands outside brackets.

    >>> text = "1969－1975年某公社知青1975－1979年某大学学习"
    >>> [text[a:b] for a, b in iter_told_phrases(text, text, 0, len(text))]
    ['1969－1975年某公社知青', '1975－1979年某大学学习']
    """
    begins = [
        at for at in ranges(folded, start + 1, end) if hidden[at] != HIDDEN and not _TERM.search(folded, max(start, at - _NEAR), at)
    ]
    begins += [at for at in range(start + 1, end) if folded[at] in "（【" and _holds_period(folded, hidden, at)]
    begins += [match.start() for match in _GOES_ON.finditer(hidden, start, end)]
    begins.sort()
    for a, b in iter_phrases(hidden, start, end):
        inside = begins[bisect_right(begins, a) : bisect_left(begins, b)]
        yield from zip((a, *inside), (*inside, b), strict=True)


def _holds_period(folded: str, hidden: str, at: int) -> bool:
    """Whether a bracket that opens an entry stands here: （1994.06—1996.08）某市委书记."""
    return hidden[at - 1] in "。；，" and bool(ranges(folded[at + 1 : at + 8] + "年"))
