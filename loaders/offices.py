"""Lines that print posts in front of their holders: 主任：何敏　副主任：谢涛、邓超, 某局局长　　廉颇山.

They say nothing by themselves: the verb is that of a heading or of the paper's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders import lexicon
from loaders.fold import fold
from loaders.matching import Found, Phrase
from loaders.names import Person, has_surname, read_persons
from loaders.posts import PostItem, find_title, split_row

_BODIES = lexicon.endings("organization_endings")
_HOW = re.compile(r"(?:续聘|新聘|改聘|聘任|聘请|连任|新任|续任)：?(?=..)")
"""How somebody comes to the office, in front of the name: 主任：续聘　关山度."""
_MARKS = re.compile(r"（[^（）]*）|[，；]")
_COLONS = re.compile(r"（[^（）]*）|：")

Office = tuple[tuple[PostItem, ...], tuple[Person, ...]]
"""The posts and who holds them."""


def read_offices(phrase: Phrase) -> list[Found] | None:
    """The offices of a line with their holders, None when any part of it is something else.

    >>> text = "教务处主任：鲁平洲副主任：白小莉（女）、申屠健"
    >>> [(f.items[0].post, [p.name for p in f.persons]) for f in read_offices(Phrase(text, text, (9,))) or ()]
    [('主任', ['鲁平洲']), ('副主任', ['白小莉', '申屠健'])]
    >>> text = "某市公安局局长廉颇山"
    >>> [(f.items[0].organization, f.persons[0].name) for f in read_offices(Phrase(text, text, (7,))) or ()]
    [('某市公安局', '廉颇山')]
    """
    found: list[Office] = []
    for start, end in _parts(phrase.folded):
        part = _cut(phrase, start, end)
        offices = _by_colons(part) if "：" in part.folded else _by_gap(part)
        if not offices:
            return None
        found.extend(offices)
    return [Found(persons=persons, items=items) for items, persons in found] or None


def _parts(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _MARKS.finditer(folded):
        if len(mark.group()) == 1:
            yield start, mark.start()
            start = mark.end()
    if start < len(folded):
        yield start, len(folded)


def _cut(phrase: Phrase, start: int, end: int) -> Phrase:
    gaps = tuple(gap - start for gap in phrase.gaps if start < gap < end)
    return Phrase(phrase.written[start:end], phrase.folded[start:end], gaps, phrase.starts)


def _by_colons(part: Phrase) -> list[Office] | None:
    colons = [match.start() for match in _COLONS.finditer(part.folded) if len(match.group()) == 1]
    if not colons:
        return None
    items = split_row(part.written[: colons[0]])
    offices: list[Office] = []
    for colon, following in pairwise((*colons, len(part.folded))):
        segment = _cut(part, colon + 1, following)
        cut = len(segment.folded) if following == len(part.folded) else _title_at(segment)
        persons = _names(_cut(segment, 0, cut))
        if not items or not persons:
            return None
        offices.append((items, persons))
        items = split_row(segment.written[cut:])
    return offices


def _title_at(segment: Phrase) -> int:
    """Where behind the names the title of the next office begins; 0 when nothing parts them."""
    for gap in reversed(segment.gaps):
        if split_row(segment.written[gap:]) and _names(_cut(segment, 0, gap)):
            return gap
    title = find_title(segment.folded)
    return title[0] if title else 0


def _by_gap(part: Phrase) -> list[Office] | None:
    for gap in part.gaps:
        items = split_row(part.written[:gap])
        persons = _names(_cut(part, gap, len(part.folded))) if items else None
        if items and persons:
            return [(items, persons)]
    return None


def _names(phrase: Phrase) -> tuple[Person, ...] | None:
    how = _HOW.match(phrase.folded)
    if how:
        phrase = _cut(phrase, how.end(), len(phrase.folded))
    persons = read_persons(phrase.with_commas(), introduced=False) if phrase.folded else None
    return None if any(_is_body(fold(person.name)) for person in persons or ()) else persons


def _is_body(name: str) -> bool:
    """Whether what could be a name is an office: 总务处."""
    return not has_surname(name) and _BODIES.before(name, len(name)) < len(name)
