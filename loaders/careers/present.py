"""A post said to be held now and said again as the last entry of the career is one act."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.fold import fold
from loaders.passage import NoticeText, ParsedAct

_CALLED = re.compile(
    r"(?P<full>[^，。；：、（）]{2,30})（(?:以下)?(?:简称|下称)?[：:]?“(?P<short>[^”]{2,16})”(?:或“[^”]{1,16}”)?）"
)


def without_present_twice(acts: Sequence[ParsedAct], notice: NoticeText) -> Sequence[ParsedAct]:
    """The acts without those that attest, undated, a post that an entry with an open end attests too."""
    open_ended = [act for act in acts if act.action == "attest" and act.effective.endswith("/")]
    if not open_ended:
        return acts
    names: dict[str, str] | None = None

    def full(organization: str) -> str:
        nonlocal names
        if names is None:
            names = {m["short"]: m["full"] for passage in notice.passages for m in _CALLED.finditer(fold(passage.text))}
        return names.get(fold(organization), fold(organization))

    return [act for act in acts if act.action != "attest" or act.effective or not _said_again(act, open_ended, full)]


def _said_again(act: ParsedAct, entries: Sequence[ParsedAct], full: Callable[[str], str]) -> bool:
    for entry in entries:
        if (entry.person, entry.post) != (act.person, act.post):
            continue
        one, other = full(act.organization), full(entry.organization)
        if one.endswith(other) or other.endswith(one):
            return True
    return False
