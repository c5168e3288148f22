"""Where a name ends in front of a body, when the text before tells: 免去黄伟洋河街道办事处副主任职务 behind 黄伟消极推诿."""

from __future__ import annotations

import re

import msgspec

from loaders.fold import fold
from loaders.matching import Found
from loaders.names import can_be_name
from loaders.posts import split_post

_LONGEST = 4000
"""A longer clause is none of a personnel paper."""


def part_as_known(found: Found, clause: str, before: str) -> Found:
    """The slots with the last name as long as the text before knows it, and no doubt left; as they are when that says nothing.

    `clause` and `before` are folded.
    """
    if not found.persons or not found.items or len(clause) > _LONGEST:
        return found
    person, item = found.persons[-1], found.items[0]
    name, body = fold(person.name), fold(item.organization)
    if not body or name + body not in clause:
        return found
    for size in (2, 3):
        other, rest = (name + body)[:size], (name + body)[size:]
        if size == len(name) or not can_be_name(other) or not _is_named(other, rest, before) or _is_named(name, body, before):
            continue
        written = (person.name + item.organization)[size:] + item.post
        whole = split_post(written) if rest else None
        if whole and whole.organization:
            renamed = msgspec.structs.replace(person, name=(person.name + item.organization)[:size])
            moved = msgspec.structs.replace(item, organization=whole.organization, post=whole.post)
            return msgspec.structs.replace(found, persons=(*found.persons[:-1], renamed), items=(moved, *found.items[1:]), doubt="")
    return msgspec.structs.replace(found, doubt="") if found.doubt and _is_named(name, body, before) else found


def _is_named(name: str, follows: str, before: str) -> bool:
    """Whether a text names somebody, not only as the beginning of a longer word."""
    return re.search(f"{name}(?!{follows[:1]})", before) is not None
