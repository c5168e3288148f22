"""Characters that nobody sees, and characters that only look like the ones meant: what print and conversion leave in a text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from loaders import lexicon

_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_FORMATS = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f"
_FILLERS = r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0"
_VARIATIONS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_LOOKALIKES = r"\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
NOISE = rf"[\s{_CONTROLS}{_FORMATS}{_FILLERS}{_VARIATIONS}]"
"""White space and what takes none: controls, marks of direction and joining, soft hyphens, fillers, variation selectors."""
_DISGUISED = re.compile(rf"[{_FILLERS}{_VARIATIONS}{_LOOKALIKES}]")
_UNSEEN = re.compile(rf"[{_FILLERS}{_VARIATIONS}]")


def without_disguise(text: str) -> str:
    """The text with radicals and compatibility ideographs as the characters they stand for, each in its place.

    What nobody sees though Unicode counts it as printed becomes U+200B.
    >>> without_disguise("任命⻢⼩⾦为局长")
    '任命马小金为局长'
    """
    return _DISGUISED.sub(lambda match: _meant(match.group()), text) if _DISGUISED.search(text) else text


@cache
def _meant(char: str) -> str:
    if _UNSEEN.match(char):
        return "\u200b"
    return _radicals().get(char) or (unicodedata.normalize("NFKC", char) if char >= "\u2f00" else char)


@cache
def _radicals() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in lexicon.words("radicals")}
