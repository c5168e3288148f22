"""Papers that show people in posts without appointing them: the roster of a group, a commendation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph.export.notice_clauses import posts_said
from graph.export.notice_table import ActRow, Paper

COMMENDED = ("先进个人", "嘉奖个人", "三等功个人", "二等功个人")
_WIDTH = 3


def is_commendation(rows: Sequence[ActRow]) -> bool:
    """Whether the roles of these attestations are those of a commendation."""
    return all(row.qualifier[-1:] and row.qualifier[-1] in COMMENDED for row in rows)


def roster_group(rows: Sequence[ActRow]) -> str:
    """The group whose members these attestations list; raises UsageError when they state no group and role, or several groups."""
    for row in rows:
        if row.action != "attest" or len(row.qualifier) != 2:
            raise row.problem("a roster lists attest rows whose qualifier is group；role.")
        if row.qualifier[0] != rows[0].qualifier[0]:
            raise row.problem("a roster lists one group.")
    return rows[0].qualifier[0]


def write_members(rows: Sequence[ActRow]) -> list[str]:
    """The lines of a roster: role, name and, in brackets, the posts that the member holds.

    >>> row = ActRow(seq=1, person="沈越", action="attest", organization="市水务局", post="局长", qualifier=("防汛指挥部", "成员"))
    >>> write_members([row])
    ['成　员：沈　越（市水务局局长）']
    """
    lines, said = [], ""
    for (role, person), acts in groupby(rows, lambda row: (row.qualifier[1], row.who)):
        head = _spread(role) + "：" if role != said else "　" * (_WIDTH + 1)
        lines.append(f"{head}{_spread(person[0], 2)}（{_titles(list(acts))}）")
        said = role
    return lines


def write_commended(rows: Sequence[ActRow]) -> list[str]:
    """The lines of a list of people commended, under a numbered heading for each kind of commendation."""
    lines = []
    for number, (kind, acts) in enumerate(groupby(rows, lambda row: row.qualifier[-1])):
        lines.append(f"{'一二三四五六七八九十'[number]}、{kind}")
        for who, posts in groupby(acts, lambda row: row.who):
            lines.append(f"{_spread(who[0], 2)}　{_titles(list(posts))}")
    return lines


def opening(rows: Sequence[ActRow], paper: Paper, heads: int) -> str:
    """The sentence before the list."""
    if is_commendation(rows):
        count = f"等{heads}名" if heads > 1 else ""
        return f"经研究，决定对在{paper.purpose}中表现突出的{rows[0].person}{count}同志予以表彰（名单附后）。"
    return f"为{paper.purpose or '加强组织领导'}，决定成立{roster_group(rows)}（成员名单附后）。"


def attached(rows: Sequence[ActRow], paper: Paper) -> list[str]:
    """The list itself, which stands behind the signature."""
    if is_commendation(rows):
        return ["附件", f"{paper.purpose}先进个人名单", *write_commended(rows)]
    return ["附件", f"{roster_group(rows)}成员名单", *write_members(rows)]


def title(rows: Sequence[ActRow], paper: Paper) -> str:
    """What the paper is called, without its issuer."""
    if is_commendation(rows):
        return f"关于表彰{paper.purpose}先进个人的决定"
    return f"关于成立{roster_group(rows)}的通知"


def _titles(rows: Sequence[ActRow]) -> str:
    for row in rows:
        if row.gender or row.ethnicity or row.effective:
            raise row.problem("a list prints name and post alone.")
    return posts_said(rows)


def _spread(text: str, short: int = 2) -> str:
    """Two characters set as wide as three, as printed lists do."""
    return f"{text[0]}　{text[1]}" if len(text) == short else text
