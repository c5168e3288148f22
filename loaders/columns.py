"""Lines and rows that part a name from a title by white space or by cells."""

from __future__ import annotations

import re

from loaders.passage import Passage

_PLAIN = re.compile(r"[\u4e00-\u9fff·]{2,8}")
_TITLE = re.compile(r"[\u4e00-\u9fff]{2}$|[)）]$")
_NAME = re.compile(r"姓名")
_POST = re.compile(r"(?:单位及|现任|行政|工作单位及|单位)?职务|单位职务")
_UNIT = re.compile(r"(?:工作|所在)?单位|部门")
_ROLE = re.compile(r"(?:小组|组内|指挥部|领导小组|委员会|拟任|担任|机构).{0,3}职务|角色|备注")


def find_columns(line: Passage, at: int = 0) -> tuple[str, str] | None:
    """Name and title of a line, from `at` on, that parts them by white space (陈 夔 某局局长); None when it does not."""
    text = line.text[at:]
    cuts = [i for i in range(1, len(text)) if line.gap(at + i)]
    if not cuts:
        return None
    name_end = cuts[0]
    if name_end == 1 and len(cuts) > 1:
        name_end = cuts[1]
    if 2 <= name_end <= 8 and _PLAIN.fullmatch(text[:name_end]) and _TITLE.search(text, name_end):
        return text[:name_end], text[name_end:]
    return None


def find_header(row: Passage) -> dict[str, int] | None:
    """Which cells of a table hold name, unit, post and role, when the row is the head of a table of people; else None."""
    places: dict[str, int] = {}
    for key, pattern in (("name", _NAME), ("role", _ROLE), ("post", _POST), ("unit", _UNIT)):
        for i, cell in enumerate(row.cells):
            if i not in places.values() and pattern.fullmatch(cell.text):
                places[key] = i
                break
    return places if "name" in places and ("post" in places or "unit" in places) else None
