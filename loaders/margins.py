"""What wide white space sets before the sentence of a line: whom it is about, or the body of which it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders import lexicon
from loaders.names import is_name

_BODIES = lexicon.endings("organization_endings", "places")
_SAID = re.compile(
    r"(?:现|拟|同时|经[^，。；]{2,12})?(?:决定|同意|批准|予以)?"
    r"(?:任命?(?!务|期)|免去|免除|不再|兼任|聘任|聘|续聘|解聘|辞去|接受|晋升|套转|调任|改任|提名|推荐|撤销|增补|选举|补选|由[^，。；]{2,12}(?:晋升|改任|套转|转任))"
)
_LONGEST = 24


def find_margin(folded: str, gaps: Sequence[int]) -> int:
    """Where the sentence begins that a line prints beside the body of which it speaks; 0 when there is no such body.

    >>> find_margin("尖山村任命支遁为党支部书记", (3,)), find_margin("支遁任党支部书记", (2,))
    (3, 0)
    """
    gap = gaps[0] if gaps else 0
    if not 1 < gap <= _LONGEST or not _SAID.match(folded, gap):
        return 0
    return gap if _BODIES.before(folded, gap) < gap and not any(mark in folded[:gap] for mark in "，；。：、（） ") else 0


def split_at_names(folded: str, gaps: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of a phrase, parted where white space sets the name of whom it is about before what is done.

    >>> text = "汤显之任命为某局局长"
    >>> [text[a:b] for a, b in split_at_names(text, (3,), 0, len(text))]
    ['汤显之', '任命为某局局长']
    """
    for gap in gaps:
        if start + 1 < gap < end and _SAID.match(folded, gap, end) and is_name(folded[start:gap].split("（")[0]):
            yield start, gap
            start = gap
            break
    yield start, end
