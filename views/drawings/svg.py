"""Pieces of SVG as text, everything escaped: what a component shows is trusted code, and names come from files."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape, quoteattr

Value = str | int | float | None


def element(name: str, *children: str, **attributes: Value) -> str:
    """One element; attributes are quoted, None ones left out, underscores become hyphens and a trailing one goes.

    Children are markup already: text goes through `text_of` first.

    >>> element("rect", x=1.5, class_="bar")
    '<rect x="1.5" class="bar"/>'
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(number(value))}" for key, value in attributes.items() if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def number(value: Value) -> str:
    """A value as SVG writes it: floats with one decimal at most."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)


def text_of(content: str) -> str:
    """The content as text between tags.

    >>> text_of("<b>&")
    '&lt;b&gt;&amp;'
    """
    return escape(content)


def width_of(content: str, size: float) -> float:
    """About how many pixels the text takes at a font size: wide characters one em, others 0.56.

    >>> width_of("局长", 12)
    24
    """
    return sum(size if unicodedata.east_asian_width(sign) in "WFA" else size * 0.56 for sign in content)


def shorten(content: str, size: float, room: float) -> str:
    """The text, cut with … where it does not fit the room.

    >>> shorten("三门峡市教育局", 12, 50)
    '三门峡…'
    """
    if width_of(content, size) <= room:
        return content
    kept = ""
    for sign in content:
        if width_of(kept + sign + "…", size) > room:
            break
        kept += sign
    return kept + "…"


def broken(content: str, size: float, room: float, lines: int) -> list[str]:
    """The text in at most so many lines, the last one cut with …; words in Latin letters may be parted.

    >>> broken("三门峡市人民政府驻北京联络处", 12, 100, 2)
    ['三门峡市人民政府', '驻北京联络处']
    >>> broken("澜川市滨江新区管理委员会", 12, 132, 2)
    ['澜川市滨江新区管理', '委员会']
    """
    found: list[str] = []
    rest = content
    while rest and len(found) < lines - 1 and width_of(rest, size) > room:
        line = ""
        for sign in rest:
            if width_of(line + sign, size) > room:
                break
            line += sign
        if len(rest) - len(line) == 1 and len(line) > 4:
            line = line[:-2]  # no line of a single character
        found.append(line)
        rest = rest[len(line) :]
    return [*found, shorten(rest, size, room)] if rest else found
