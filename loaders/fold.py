"""One way of writing: simplified characters, full-width punctuation, plain digits, each character in its place."""

from __future__ import annotations

import re

from loaders import lexicon


def _table() -> dict[int, str]:
    table = {ord(pair[0]): pair[1] for pair in lexicon.words("traditional")}
    table |= {ord(a): b for a, b in zip("(),;:?!", "（），；：？！", strict=True)}
    table |= {0xFF10 + n: str(n) for n in range(10)}
    table |= {ord(a): b for a, b in zip("﹑﹒．•・‧〇○︰﹐﹔", "、·····〇〇：，；", strict=True)}
    return table


_TABLE = _table()
_FOREIGN = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")
_OPAQUE = re.compile(r"《[^《》]*》")


def fold(text: str) -> str:
    """The text in one way of writing, as long as it was.

    >>> fold("免去樂天民的羅陽縣人民法院副院長職務,")
    '免去乐天民的罗阳县人民法院副院长职务，'
    """
    return text.translate(_TABLE) if _FOREIGN.search(text) else text


def hide_titles(text: str) -> str:
    """The text with what stands between 《 and 》 made unreadable, as long as it was: titles of papers are no acts."""
    if "《" not in text:
        return text
    return _OPAQUE.sub(lambda match: "《" + "■" * (len(match.group()) - 2) + "》", text)
