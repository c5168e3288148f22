"""Posts that somebody left a little before and that a successor is given without naming them (上述职务由乙兼任)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import CLOSING
from loaders.dates import parse_number
from loaders.passage import ParsedAct
from loaders.posts import PostItem

_MANY = re.compile(r"(?:上述|以上|前述)([一两二三四五六七八九十\d]+)?")


def posts_left(acts: Sequence[ParsedAct], folded: str) -> list[PostItem]:
    """The posts that a clause means: with a number the last so many, with 上述 all left in a row, else those of the clause before.

    >>> left = [ParsedAct(clause_no=n, action="dismiss", person=p, post=t) for n, p, t in [(1, "甲", "书记"), (2, "乙", "主任")]]
    >>> [item.post for item in posts_left(left, "上述两职务由丙兼任")], [item.post for item in posts_left(left, "其职务由丙接任")]
    (['书记', '主任'], ['主任'])
    """
    row: list[ParsedAct] = []
    for act in reversed(acts):
        if act.action not in CLOSING or not act.post:
            break
        row.insert(0, act)
    many = _MANY.search(folded)
    if many and many[1]:
        row = row[-parse_number(many[1]) :]
    elif not many:
        row = [act for act in row if act.clause_no == row[-1].clause_no and act.person == row[-1].person]
    return [PostItem(act.organization, act.post, act.kind, (), True) for act in row]
