"""An act said twice in one notice (headline, report, list of names) is one act."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from loaders.fold import fold
from loaders.passage import ParsedAct

_FOLLOWS = ("资格终止",)
"""What is said of a deputy's seat besides how it came to an end."""


def without_repeats(acts: Iterable[ParsedAct]) -> list[ParsedAct]:
    """The acts in order, each once, of two the fuller organization; one without a post gives way to one that names it."""
    acts = list(acts)
    if len({(act.person, act.post) for act in acts if act.post}) == len(acts):
        return acts  # nothing is said twice, as in nearly every notice
    kept: list[ParsedAct] = []
    places: dict[tuple[str, str, str, str], list[int]] = {}
    for act in acts:
        key = (act.person, act.action, act.post, act.effective if act.action == "attest" else "")
        for index in places.get(key, ()):
            other = kept[index]
            if _same(other, act):
                if len(act.organization) > len(other.organization):
                    kept[index] = msgspec.structs.replace(other, organization=act.organization)
                break
        else:
            places.setdefault(key, []).append(len(kept))
            kept.append(act)
    kept = [act for act in kept if not (act.qualifier == _FOLLOWS and _left(act, kept))]
    said = {(act.person, act.action) for act in kept if act.post or act.organization}
    return [act for act in kept if act.post or act.organization or (act.person, act.action) not in said]


def _left(act: ParsedAct, acts: Iterable[ParsedAct]) -> bool:
    """Whether the person has resigned from the post, so that its end only follows."""
    return any(one.action == "resign" and (one.person, one.post) == (act.person, act.post) and _same(one, act) for one in acts)


def _same(one: ParsedAct, other: ParsedAct) -> bool:
    if one.gender and other.gender and one.gender != other.gender:
        return False
    a, b = fold(one.organization), fold(other.organization)
    short, long = sorted((a, b), key=len)
    return long.endswith(short) or (long.startswith(short) and short.endswith(("省", "市", "县", "区")))
