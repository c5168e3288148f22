"""The commonest sentences read by one pattern each; the same answers as the wordings give, many times faster.

任命X为Y（试用期为一年），免去其Z职务；免去X的Y职务；X不再担任Y职务；提名X为Y人选.
Whatever is not exactly like that is left to the wordings.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.model import Action
from loaders.certainty import is_certain
from loaders.names import Person, begins_body, has_surname, is_name
from loaders.posts import PostItem, split_row
from loaders.wordings import Wording, all_wordings

StandardAct = tuple[Action, Person, tuple[PostItem, ...]]
"""What one person is done to: the posts of one verb."""
StandardClause = tuple[int, int, list[StandardAct]]
"""The place of a clause in its passage, and its acts."""

_NAME = r"([^，；。、：（）不为的]{2,4})(?:（(女)）)?"
_POSTS = r"([^，；。：（）兼]+)"
_END = r"([；。]|$)"
_THEN = rf"(?:，免去其{_POSTS}职务)?"
_APPOINT = re.compile(rf"任命{_NAME}为{_POSTS}(?:（([^（），；。]+)）)?{_THEN}{_END}")
_DISMISS = re.compile(rf"免去{_NAME}的{_POSTS}职务{_END}")
_NOMINATE = re.compile(rf"提名{_NAME}为{_POSTS}人选{_THEN}{_END}")
_NO_LONGER = re.compile(rf"{_NAME}不再担任{_POSTS}职务{_END}")
_REFERRING = ("上述", "以上", "前述", "我", "本", "你", "该", "公司", "集团", "学校")


@cache
def wording_of(action: Action) -> Wording:
    """The wording that says the same, for the carry-over of its verb."""
    return next(wording for wording in all_wordings() if wording.action == action and wording.needs is None)


@lru_cache(maxsize=512)
def _person(name: str, gender: str | None) -> Person | None:
    if not is_name(name) or not (has_surname(name) or len(name) > 3):
        return None
    return Person(name, gender or "")


@lru_cache(maxsize=2560)
def _posts(written: str, note: str | None) -> tuple[PostItem, ...] | None:
    items = split_row(f"{written}（{note}）" if note else written)
    if not items or items[0].bare or items[0].organization.startswith(_REFERRING):
        return None
    if not all(item.bare or is_certain(item.organization, item.post) for item in items):
        return None
    if "为" in items[0].organization and not begins_body(items[0].organization):
        return None  # 任命阿苏为民为某省省长
    another = "、" in written and any(
        "为" in item.organization or "的" in item.organization for item in items[1:]
    )  # 任命张三为甲、李四为乙
    return None if another else items


def read_standard(written: str, folded: str) -> list[StandardClause] | None:
    """The clauses of a passage that consists of standard sentences alone; None when any part of it is something else.

    >>> text = "免去郑焱的三门峡市商务局副局长职务；"
    >>> [(action, person.name, posts[0].post) for action, person, posts in read_standard(text, text)[0][2]]
    [('dismiss', '郑焱', '副局长')]
    """
    if folded is not written:
        return None
    clauses: list[StandardClause] = []
    at, size = 0, len(folded)
    while at < size:
        read = _read(folded, at)
        if read is None:
            return None
        acts, end, at_mark = read
        clauses.append((at, at_mark, acts))
        at = end
    return clauses or None


def _read(folded: str, at: int) -> tuple[list[StandardAct], int, int] | None:
    opening = folded[at : at + 2]
    if opening == "任命":
        match = _APPOINT.match(folded, at)
        if not match:
            return None
        name, gender, posts, note, left, mark = match.groups()
        action: Action = "appoint"
    elif opening == "免去":
        match = _DISMISS.match(folded, at)
        if not match:
            return None
        name, gender, posts, mark = match.groups()
        action, note, left = "dismiss", None, None
    elif opening == "提名":
        match = _NOMINATE.match(folded, at)
        if not match:
            return None
        name, gender, posts, left, mark = match.groups()
        action, note = "nominate", None
    else:
        match = _NO_LONGER.match(folded, at) if "不再担任" in folded[at : at + 12] else None
        if not match:
            return None
        name, gender, posts, mark = match.groups()
        action, note, left = "dismiss", None, None
    person, items = _person(name, gender), _posts(posts, note)
    if person is None or items is None:
        return None
    acts = [(action, person, items)]
    if left:
        gone = _posts(left, None)
        if gone is None:
            return None
        acts.append(("dismiss", person, gone))
    return acts, match.end(), match.end() - len(mark)
