"""Decisions whose title alone says what was decided (通过了《甲省人大常委会关于接受乙辞去副省长职务的请求的决定》)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PASSED = re.compile(r"通过|作出|批准")
_TITLE = re.compile(
    r"《[^《》]{0,40}?关于(?P<done>(?:接受[^《》]+?辞|任命|免去|批准任命|决定任命|罢免|[^《》]{2,10}?(?:为|任)(?!免|职))[^《》]*?)(?:的决定|的决议)(?:（[^（）]{1,6}）)?》"
)


def find_passed(folded: str) -> Iterator[tuple[int, int]]:
    """The places, in a clause that passes decisions, of what their titles say was done; motions and drafts are none.

    >>> text = "会议通过了《关于接受孔辉辞去县长职务的请求的决定》"
    >>> [text[a:b] for a, b in find_passed(text)], list(find_passed("审议了《关于免去孔辉职务的决定（草案）》"))
    (['接受孔辉辞去县长职务的请求'], [])
    """
    passed = _PASSED.search(folded) if "《" in folded else None
    for title in _TITLE.finditer(folded, passed.end()) if passed else ():
        if "草案" not in title.group():
            yield title.span("done")
