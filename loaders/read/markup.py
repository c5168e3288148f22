"""Markup that no browser would take as it stands: a page is made flat where it nests too deep, so that parsing stays linear."""

from __future__ import annotations

import re

from msgspec import Struct

_DEEPEST = 100
"""Elements open at once; what is opened deeper only ends a line. Pages nest some thirty deep."""
_DEEPEST_INLINE = 50
_DEEPEST_FORMATTING = 4
"""Formatting left open is opened again in every paragraph that follows."""
_LONGEST = 2000
_MOST_ATTRIBUTES = 50
"""A longer tag with more attributes loses them all."""

_BLANK = r"[\t\n\f\r ]"
_VALUE = rf"{_BLANK}*+=(?:{_BLANK}*+)(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>))"
_ATTRIBUTE = rf"(?:=[^\t\n\f\r />=]*+|[^\t\n\f\r />=]++)(?:{_VALUE})?+"
_TOKEN = re.compile(
    rf"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*+)(?:[\t\n\f\r /]++|{_ATTRIBUTE})*+(?P<end>>|\Z)"
    r"|!--(?:(?=-?>)|[^-]*+(?:-(?!-!?>)[^-]*+)*+)(?P<ended>-{0,2}!?>|\Z)"
    r"|[!?/][^>]*+(?P<over>>|\Z))"
)
"""One piece of markup as the HTML standard parts it; the group that ends it is empty where the page breaks off inside."""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_RAW = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.I)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
"""Elements whose content is no markup, and how each ends."""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_FLAT = _tags(
    "a p li dt dd td th tr tbody thead tfoot caption colgroup col option optgroup br hr img input meta link base area embed param "
    "source track wbr keygen frame image"
)
"""Elements that hold nothing, or that the next of their kind or the end of their parent closes."""
_FORMATTING = _tags("b big code em font i nobr s small strike strong tt u")
_WHOLE = _tags("html body head")
_BLOCKS = _tags(
    "address applet article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 header hgroup listing main marquee math menu nav noscript object ol pre search section select "
    "summary svg table template ul"
)
"""Whatever else there is stands inside a line."""


class Markup(Struct, frozen=True):
    """A page that can be parsed in time proportional to its length, and where it breaks off."""

    text: str
    broken_at: int
    """Where the comment, tag or script begins that nothing ends and that takes in the rest; else the length of the page."""


def tame(page: str) -> Markup:
    """The page, unchanged unless it nests deeper than pages do, or has a tag with more attributes than tags have.

    >>> tame("<p>任命孔辉为局长。</p><!-- 免去王铮").broken_at
    15
    """
    pieces: list[str] = []
    kept = at = 0
    depths = _Depths()
    while match := _TOKEN.search(page, at):
        at = match.end()
        if not (match["end"] or match["ended"] or match["over"]):
            return Markup("".join((*pieces, page[kept : match.start()])), match.start())
        name = match["name"]
        if name is None:
            continue
        name = name.lower()
        instead = depths.replace(name, bool(match["close"]))
        if instead is None and at - match.start() > _LONGEST and len(_ATTRIBUTES.findall(match.group(), 1)) > _MOST_ATTRIBUTES:
            instead = f"<{match['close']}{name}>"
        if instead is not None:
            pieces.append(page[kept : match.start()])
            pieces.append(instead)
            kept = at
        if name in _RAW and not match["close"]:
            closed = _RAW[name].search(page, at)
            if closed is None:
                return Markup("".join((*pieces, page[kept:at])), at)
            at = closed.start()
    if not pieces:
        return Markup(page, len(page))
    return Markup("".join((*pieces, page[kept:])), len(page))


class _Depths:
    """How many elements are open at each place."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}
        self._left_out: dict[str, int] = {}
        self._blocks = self._inline = self._formatting = 0

    def replace(self, name: str, closes: bool) -> str | None:
        """What stands for a tag that is open too deep, None for all others."""
        if name in _FLAT or name in _RAW:
            return None
        if name in _WHOLE:
            self._open[name] = self._open.get(name, 0) + 1
            return None if self._open[name] <= 4 else ""
        instead = "<br>" if name in _BLOCKS else ""
        if closes:
            if self._left_out.get(name):
                self._left_out[name] -= 1
                return instead
            if self._open.get(name):
                self._open[name] -= 1
                self._count(name, -1)
            return None
        if self._is_full(name):
            self._left_out[name] = self._left_out.get(name, 0) + 1
            return instead
        self._open[name] = self._open.get(name, 0) + 1
        self._count(name, 1)
        return None

    def _is_full(self, name: str) -> bool:
        if name in _BLOCKS:
            return self._blocks >= _DEEPEST
        if name in _FORMATTING:
            return self._formatting >= _DEEPEST_FORMATTING
        return self._inline >= _DEEPEST_INLINE

    def _count(self, name: str, change: int) -> None:
        if name in _BLOCKS:
            self._blocks += change
        elif name in _FORMATTING:
            self._formatting += change
        else:
            self._inline += change
