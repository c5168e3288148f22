"""Tables of people: what each column says, and the phrases that its cells stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from loaders.fold import fold
from loaders.lexicon import lines, pairs
from loaders.names import Person, read_persons
from loaders.sentences import split_at_commas
from loaders.wordings import Wording

_COLUMNS = tuple((re.compile(pattern), role) for pattern, role in pairs("table_columns").items())
_FACTS = re.compile("|".join(f"(?:{line})" for line in lines("fact_labels")))
NOTHING = "-"
"""The role of a column that holds no post and no person: a number, a birthday, a school."""
_CARRIED: dict[str, str] = {"appoint": "任", "confirm": "任", "dismiss": "免去", "nominate": "拟任"}
"""The verb of a column of posts whose own heading has none, by what the paper's title says."""
PERIODS = frozenset(("任职时间", "挂职时间", "任期", "聘期"))
"""The roles of cells that say from when, or how long, the post of the row is held."""
_GIVEN = ("任", "挂职任", "职务", "晋升")
_AT_HOST = {"host": "unit", "unit": NOTHING}
SILENT = frozenset(("", NOTHING, "person", "gender", "ethnicity", "unit"))
"""The roles of cells that say nothing by themselves."""


class Cell(Struct, frozen=True):
    """A cell of a row and what its column says: person, gender, ethnicity, unit, or a verb of `wordings/`."""

    role: str
    text: str
    index: int


def read_header(cells: Sequence[str]) -> tuple[str, ...] | None:
    """The role of each column when the row is a header with a column of names; None when it is none.

    >>> read_header(["姓名", "性别", "现任职务", "拟任职务"])
    ('person', 'gender', '现任', '拟任')
    """
    roles = tuple(_role(fold(cell)) for cell in cells)
    if "person" not in roles or len(roles) < 2:
        return None
    if "host" in roles:  # 工作单位 beside 挂职单位 is where somebody comes from
        roles = tuple(_AT_HOST.get(role, role) for role in roles)
    if not any(role in roles for role in _GIVEN):
        roles = tuple(NOTHING if role in PERIODS else role for role in roles)  # the days of what somebody holds already
    return roles


def read_people(cells: Sequence[str]) -> tuple[Person, ...] | None:
    """The people of a table whose columns are people, when the row is the one of their names; None when it is not.

    >>> [person.name for person in read_people(["姓名", "张三丰", "李四光"])]
    ['张三丰', '李四光']
    """
    if len(cells) < 2 or _role(fold(cells[0])) != "person":
        return None
    people = [read_persons(cell, introduced=False) for cell in cells[1:]]
    return tuple(found[0] for found in people if found) if all(found and len(found) == 1 for found in people) else None


def _role(cell: str) -> str:
    for pattern, role in _COLUMNS:
        if pattern.fullmatch(cell):
            return role
    return NOTHING if _FACTS.fullmatch(cell) else ""


def read_row(roles: Sequence[str], cells: Sequence[str]) -> list[Cell]:
    """The cells of a row that say something, with their roles."""
    row = [
        Cell(role, cell, index)
        for index, (role, cell) in enumerate(zip(roles, cells, strict=False))
        if role not in ("", NOTHING) and cell
    ]
    return sorted(row, key=lambda cell: cell.role in PERIODS or cell.role == "备注")  # what is said of a post comes behind it


def read_across(cells: Sequence[str]) -> list[Cell]:
    """The cells of a row behind the word that says what all of them are."""
    return [Cell(_role(fold(cells[0])), cell, index) for index, cell in enumerate(cells[1:], 1)] if cells else []


def describe(people: tuple[Person, ...], cells: Sequence[str]) -> tuple[Person, ...]:
    """The people of a table's columns with what a row says of their gender or ethnicity."""
    role = _role(fold(cells[0])) if cells else ""
    if role not in ("gender", "ethnicity") or len(cells) != len(people) + 1:
        return people
    return tuple(msgspec.structs.replace(person, **{role: cell}) for person, cell in zip(people, cells[1:], strict=True))


def person_of(cells: Sequence[Cell]) -> Person | None:
    """The person of a row, with gender and ethnicity from their columns."""
    named = {cell.role: cell.text for cell in cells}
    people = read_persons(named.get("person", ""), introduced=False)
    if not people or len(people) > 1:
        return None
    one = people[0]
    gender = named.get("gender", "")
    return Person(
        one.name,
        one.gender or (gender if gender in ("男", "女") else ""),
        one.ethnicity or named.get("ethnicity", ""),
        one.qualifier,
    )


def spoken(cell: Cell, verb: Wording | None) -> list[str]:
    """The phrases that a cell says: its column's verb and each row of posts in it.

    >>> spoken(Cell("拟任", "县水务局总工程师（副科级，试用期一年）", 6), None)
    ['拟任县水务局总工程师（副科级，试用期一年）']
    """
    if cell.role in SILENT or not cell.text:
        return []
    if cell.role == "备注":
        return split_at_commas(cell.text)
    if cell.role == "职务":
        carried = ("挂职任" if "挂职" in verb.qualifier else _CARRIED.get(verb.action)) if verb else None
        return [carried + cell.text] if carried else []
    if cell.role == "晋升":
        return [("拟任" if verb and verb.action == "nominate" else "晋升为") + cell.text]
    if cell.role in PERIODS:
        return [cell.role + cell.text]
    phrases = split_at_commas(cell.text)
    spoken_of = phrases and phrases[0].startswith("拟")  # 拟进一步使用 says itself that it is intended
    return phrases if spoken_of else [cell.role + phrases[0], *phrases[1:]] if phrases else []
