"""The commonest sentences read by one pattern each; the same answers as the wordings give, many times faster.

任命X为Y（试用期为一年），免去其Z职务；免去X的Y职务；X不再担任Y职务；提名X为Y人选.
Whatever is not exactly like that is left to the wordings.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from graph.model import Action
from loaders.names import Person, has_surname, is_name
from loaders.posts import PostItem, split_row
from loaders.wordings import Wording, all_wordings

_STANDARD = re.compile(
    r"任命([^，；。、：（）为的]{2,4})(?:（(女)）)?为([^，；。：（）兼]+)(?:（([^（），；。]+)）)?(?:，免去其([^，；。：（）兼]+)职务)?(?:[；。]|$)"
    r"|免去([^，；。、：（）的]{2,4})(?:（(女)）)?的([^，；。：（）兼]+)职务(?:[；。]|$)"
    r"|提名([^，；。、：（）为的]{2,4})(?:（(女)）)?为([^，；。：（）兼]+)人选(?:，免去其([^，；。：（）兼]+)职务)?(?:[；。]|$)"
    r"|([^，；。、：（）不的]{2,4})(?:（(女)）)?不再担任([^，；。：（）兼]+)职务(?:[；。]|$)"
)
_REFERRING = ("上述", "以上", "前述", "我", "本", "你", "该", "公司", "集团", "学校")
_OPENINGS = frozenset("任免提")


class StandardAct(Struct, frozen=True):
    """One act of a standard sentence with the place of its clause in the passage."""

    action: Action
    person: Person
    item: PostItem
    start: int
    end: int

    @property
    def wording(self) -> Wording:
        """The wording that says the same, for the carry-over of its verb."""
        return _wording(self.action)


@cache
def _wording(action: Action) -> Wording:
    return next(wording for wording in all_wordings() if wording.action == action)


@lru_cache(maxsize=32768)
def _person(name: str, gender: str) -> Person | None:
    if not is_name(name) or not (has_surname(name) or len(name) > 3):
        return None
    return Person(name, gender)


def read_standard(written: str, folded: str) -> list[StandardAct] | None:
    """The acts of a passage that consists of standard sentences alone; None when any part of it is something else.

    >>> [(a.action, a.person.name, a.item.post) for a in read_standard(*["免去郑焱的三门峡市商务局副局长职务；"] * 2)]
    [('dismiss', '郑焱', '副局长')]
    """
    if folded is not written or (folded[:1] not in _OPENINGS and "不再担任" not in folded):
        return None
    acts: list[StandardAct] = []
    at, size = 0, len(folded)
    while at < size:
        match = _STANDARD.match(folded, at)
        if not match:
            return None
        at = match.end()
        end = at - 1 if folded[at - 1] in "；。" else at
        if not _read(match, match.start(), end, acts):
            return None
    return acts or None


def _read(match: re.Match[str], start: int, end: int, acts: list[StandardAct]) -> bool:
    a, ag, ap, aq, ad, d, dg, dp, n, ng, np, nd, x, xg, xp = match.groups()
    if a:
        return _add("appoint", a, ag, ap, aq, start, end, acts) and (not ad or _add("dismiss", a, ag, ad, None, start, end, acts))
    if d:
        return _add("dismiss", d, dg, dp, None, start, end, acts)
    if n:
        return _add("nominate", n, ng, np, None, start, end, acts) and (
            not nd or _add("dismiss", n, ng, nd, None, start, end, acts)
        )
    return _add("dismiss", x, xg, xp, None, start, end, acts)


def _add(
    action: Action, name: str, gender: str | None, posts: str, note: str | None, start: int, end: int, acts: list[StandardAct]
) -> bool:
    person = _person(name, gender or "")
    items = split_row(f"{posts}（{note}）") if note else split_row(posts)
    if person is None or items is None or items[0].bare or items[0].organization.startswith(_REFERRING):
        return False
    for item in items:
        acts.append(StandardAct(action, person, item, start, end))
    return True
