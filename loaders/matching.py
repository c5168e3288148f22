"""Fits one template of a wording to a phrase: every way in which its literals occur, until people and posts make sense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from loaders import lexicon
from loaders.certainty import doubt_of_name
from loaders.names import Person, can_be_name, has_surname, is_compound_surname, is_name, read_persons, split_name
from loaders.posts import PostItem, find_title, split_row
from loaders.regions import region_end
from loaders.wordings import ITS, Piece, Template

_BESIDE = r"（[^（）]*）|同志|先生|女士|等[一二两三四五六七八九十百\d]+(?:名|位|人)"
_NAMED = re.compile(rf"(?:[^（、，]{{2,8}}?|[^（、，·]{{1,8}}(?:·[^（、，·]{{1,8}}){{1,3}}?)(?:{_BESIDE})+")
_LEVEL = re.compile(lexicon.patterns("levels"))
_BODIES = lexicon.endings("organization_endings", "places")
_UNIT = re.compile(r"[^，；。：、的]{2,40}")
_TRAILING = re.compile(r"(?:的?职务|一职)$")
_LONGEST_TITLE = 8
_DISTRICT = re.compile(r"(?!高新|经开|开发|保税|工业|示范|自治|新城)[\u4e00-\u9fff]{2}[市县区州旗](?!长)")
LONGEST = 600
"""A phrase longer than this is no sentence of a personnel paper; it is not tried."""


def _goes_on(name: str, char: str) -> bool:
    """Whether a single character belongs to what stands before it rather than to what follows."""
    return is_compound_surname(name) or (len(name) < 3 and not has_surname(char + "某"))


def ends_in_post(text: str) -> bool:
    """Whether a line under a verb's heading looks as if it belonged to it."""
    return text.endswith("职务") or (len(text) <= LONGEST and split_row(text) is not None)


class Phrase(Struct, frozen=True):
    """A stretch of a clause: as written, folded (equally long), and where white space stood in print."""

    written: str
    folded: str
    gaps: tuple[int, ...] = ()
    starts: frozenset[str] = frozenset()
    """First two characters of organizations that the notice names: they show where a name in front of one ends."""
    about: str = ""
    """What is known of whom the clause has named: `awaited`, nothing has been done to him yet, or `known`."""

    def with_commas(self) -> str:
        """The phrase with 、 at the wide gaps between names.

        >>> Phrase("邝平（骨科）佴红", "邝平（骨科）佴红", (1, 6)).with_commas()
        '邝平（骨科）、佴红'
        """
        cuts = (0, *self.gaps, len(self.written))
        parts = [self.written[start:end] for start, end in pairwise(cuts)]
        names: list[str] = []
        at = 0
        while at < len(parts):
            part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
            if len(part) > 1 or not (names or following):
                names.append(part)
            elif len(following) == 1 or not (names and _goes_on(names[-1], part)):
                names.append(part + following)  # padded: 孔　辉
                at += 1
            else:
                names[-1] += part
            at += 1
        return "、".join(part.strip("、") for part in names)


class Found(Struct, frozen=True):
    """What the slots of a template held."""

    persons: tuple[Person, ...] | None = None
    its: str = ""
    """The word that stood for people named before, when one did."""
    items: tuple[PostItem, ...] | None = None
    posts: str = ""
    """The folded text of the posts."""
    unit: str = ""
    note: str = ""
    """What a literal said about how: 代理, 挂职."""
    each: bool = False
    """Whether 分别 gives the first post to the first person, the second to the second."""
    doubt: str = ""
    """Why it is not certain where the names end, when it is not."""
    end: int = 0

    @property
    def says_a_post(self) -> bool:
        """Whether posts are written, or stand in front of the names."""
        return bool(self.items) or bool(self.persons and self.persons[0].previous)


def fit(template: Template, phrase: Phrase, at: int) -> Found | None:
    """What the slots hold when the template covers the phrase from `at` to its end; None when it does not.

    >>> from loaders.wordings import read_template
    >>> text = "任命于双田为三门峡市卫生健康委员会副主任"
    >>> found = fit(read_template("任命{who}为{posts}"), Phrase(text, text), 0)
    >>> found.persons[0].name, found.items[0].post
    ('于双田', '副主任')
    """
    if len(phrase.folded) > LONGEST:
        return None
    return _fit(template.pieces, 0, phrase, at, Found())


def _fit(pieces: Sequence[Piece], k: int, phrase: Phrase, at: int, got: Found) -> Found | None:
    if k == len(pieces):
        return _with(got, end=at) if at == len(phrase.folded) else None
    piece = pieces[k]
    if isinstance(piece, re.Pattern):
        match = piece.match(phrase.folded, at)
        if not match:
            return None
        return _fit(pieces, k + 1, phrase, match.end(), _noted(piece, match, got))
    following = pieces[k + 1] if k + 1 < len(pieces) else None
    if following is None:
        filled = _fill(piece, phrase, at, len(phrase.folded), got)
        return _with(filled, end=len(phrase.folded)) if filled else None
    if isinstance(following, re.Pattern):
        for match in following.finditer(phrase.folded, at + 1):
            filled = _fill(piece, phrase, at, match.start(), got)
            done = _fit(pieces, k + 2, phrase, match.end(), _noted(following, match, filled)) if filled else None
            if done:
                return done
        return None
    end, doubt = _end_of_names(phrase, at)
    filled = _fill(piece, phrase, at, end, got) if end else None
    if filled and doubt:
        filled = _with(filled, doubt=doubt)
    return _fit(pieces, k + 1, phrase, end, filled) if filled else None


def _fill(slot: str, phrase: Phrase, start: int, end: int, got: Found) -> Found | None:
    if end <= start:
        return None
    written = phrase.written[start:end]
    if slot == "who":
        listed = written.removesuffix("分别").removesuffix("，")
        persons = read_persons(listed)
        return _with(got, persons=persons, each=len(listed) < len(written)) if persons else None
    if slot == "posts":
        items = None if written[0] in "、，" else split_row(written)  # 选举市人大常委会主任、副主任
        return _with(got, items=items, posts=phrase.folded[start:end]) if items else None
    if slot == "level":
        return (
            _with(got, items=(PostItem("", written, "rank", bare=True),)) if _LEVEL.fullmatch(phrase.folded, start, end) else None
        )
    named = _UNIT.fullmatch(phrase.folded, start, end) and _BODIES.before(phrase.folded, end) < end
    return _with(got, unit=written) if named else None


def _noted(piece: re.Pattern[str], match: re.Match[str], got: Found) -> Found:
    """What a literal adds: the word for people before, or how the act is done."""
    if piece is ITS:
        return _with(got, its=match.group())
    note = match["q"] if "q" in piece.groupindex else None
    return _with(got, note=note) if note else got


def _with(got: Found, **changes: object) -> Found:
    fields = {name: getattr(got, name) for name in Found.__struct_fields__}
    return Found(**{**fields, **changes})


def _another(text: str, at: int, starts: frozenset[str]) -> int:
    """Where the name of somebody else ends in a clause that has named one: in front of a whole title or of a district's body.

    >>> _another("免去李坚副院长", 2, frozenset()), _another("免去孙虹虹城东区卫生局副局长", 2, frozenset())
    (4, 5)
    """
    if region_end(text, at) - at > 1 or text[at : at + 2] in starts:
        return 0
    for end in (at + 2, at + 3):
        name, rest = text[at:end], _TRAILING.sub("", text[end:])
        if not can_be_name(name) or _BODIES.before(name, len(name)) < len(name) or "副" in name:
            continue
        title = find_title(rest) if 1 < len(rest) < _LONGEST_TITLE else None
        if (title is not None and title == (0, "post") and rest[0] in "副党") or rest[:2] in starts or _DISTRICT.match(rest):
            return end
    return 0


def _end_of_names(phrase: Phrase, at: int) -> tuple[int, str]:
    """Where a list of names ends that a post follows at once, and why that is not certain.

    0: there is none, or a body begins, left by whom the clause has named.
    """
    text = phrase.folded
    another = _another(text, at, phrase.starts) if phrase.about else 0
    if another:
        return another, ""
    if phrase.about == "awaited" or (phrase.about and (region_end(text, at) - at > 2 or text[at : at + 2] in phrase.starts)):
        return 0, ""
    while True:
        comma = text.find("、", at, at + 12)
        if comma < 0:
            break
        name = re.sub(_BESIDE, "", text[at:comma])
        if not is_name(name):
            break
        at = comma + 1
    named = _NAMED.match(text, at)
    if named and is_name(re.sub(_BESIDE, "", named.group())):
        return named.end(), ""
    gaps = tuple(gap - at for gap in phrase.gaps if gap > at)
    size = split_name(text[at:], gaps, phrase.starts)
    if not size:
        return 0, ""
    return at + size, "" if size in gaps else doubt_of_name(text[at:], phrase.starts)
