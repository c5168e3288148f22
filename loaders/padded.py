"""Tables whose columns only white space parts: their lines with tabs where a column ends, each character in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from loaders.lexicon import pairs

_POSTS = ("现任", "拟任", "任", "免去", "职务", "挂职任")
_PIECE = re.compile(r"[^ \u3000\xa0]+")
_RULE = re.compile(r"[\s|｜:：\-—－─+]+")
_WHOLE = ("男", "女")


class _Field(NamedTuple):
    start: int
    end: int
    text: str


def part_columns(raws: Sequence[str]) -> list[str]:
    """The lines as they stand, with tabs between the columns of tables of people that are parted by blanks.

    >>> part_columns(["姓名  性别  现任职务", "云　海  男  县财政局局长", "特此公示。"])
    ['姓名\\t 性别\\t 现任职务', '云　海\\t 男\\t 县财政局局长', '特此公示。']
    >>> part_columns(["|姓名|职务|", "|云海| |"])
    [' 姓名\\t职务 ', ' 云海\\t  ']
    """
    parted: list[str] = []
    columns = 0
    for raw in raws:
        if raw.count("|") + raw.count("｜") > 1:
            parted.append(_without_pipes(raw))
            continue
        fields = _fields(raw) if columns or ("名" in raw and _may_head(raw)) else []
        if fields and _is_header(fields):
            columns = len(fields)
        elif columns and len(fields) != columns:
            columns = 0
        parted.append(_with_tabs(raw, fields) if columns else raw)
    return parted


def _without_pipes(raw: str) -> str:
    """A row whose cells stand between upright strokes, with tabs in their places; a row of hyphens below a head is emptied."""
    if _RULE.fullmatch(raw):
        return re.sub(r"[^|｜]", " ", raw).replace("|", "\t").replace("｜", "\t")
    inner = raw.replace("|", "\t").replace("｜", "\t")
    return re.sub(r"^([ \u3000]*)\t|\t([ \u3000]*)$", r"\1 \2", inner)


def _may_head(raw: str) -> bool:
    return "名" in raw and "职" in raw and "\t" not in raw and (" " in raw or "\u3000" in raw)


def _is_header(fields: Sequence[_Field]) -> bool:
    """Whether the fields are the names of columns, of a person's name and of posts among them."""
    columns = pairs("table_columns")
    roles = {role for field in fields for pattern, role in columns.items() if re.fullmatch(pattern, field.text)}
    return len(fields) > 1 and "person" in roles and any(role in roles for role in _POSTS)


def _fields(raw: str) -> list[_Field]:
    """What white space parts, the two characters of a padded name (云　海) put together."""
    fields: list[_Field] = []
    for match in _PIECE.finditer(raw):
        piece, before = match.group(), fields[-1] if fields else None
        if before and len(piece) == len(before.text) == 1 and piece not in _WHOLE and before.text not in _WHOLE:
            fields[-1] = _Field(before.start, match.end(), before.text + piece)
        else:
            fields.append(_Field(match.start(), match.end(), piece))
    return fields


def _with_tabs(raw: str, fields: Sequence[_Field]) -> str:
    for before, field in pairwise(fields):
        raw = raw[: before.end] + "\t" + raw[before.end + 1 : field.start] + raw[field.start :]
    return raw
