"""People told by labelled fields (姓名：…，现任职务：…，拟任职务：…), which say what the columns of a table say."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from loaders.lexicon import lines, pairs
from loaders.names import Person
from loaders.sentences import NUMBERING
from loaders.tables import Cell

_TOLD = ("person", "gender", "ethnicity", "unit", "现任", "拟任")
_LABELS = "|".join(f"(?:{label})" for label, role in pairs("table_columns").items() if role in _TOLD)
_FACTS = "|".join(f"(?:{line})" for line in lines("fact_labels"))
_FIELD = re.compile(rf"(?:^|(?<=[，；。、\t])|(?<=[^\s：]))(?P<label>{_LABELS}|{_FACTS})：")


def read_fields(written: str, folded: str, begun: bool) -> list[Cell] | None:
    """The fields of a line, as cells; None when it has none, or nobody is told yet (`begun`) and it names nobody.

    >>> [(cell.role, cell.text) for cell in read_fields("姓名：云海，性别：男", "姓名：云海，性别：男", False)]
    [('person', '云海'), ('gender', '男')]
    """
    number = NUMBERING.match(folded)
    at = number.end() if number else 0
    found = list(_FIELD.finditer(folded, at))
    if not found or found[0].start() != at:
        return None
    ends = [match.start() for match in found[1:]] + [len(folded)]
    cells = [
        Cell(_role(match["label"]), written[match.end() : end].strip("，,；;。、"), index)
        for index, (match, end) in enumerate(zip(found, ends, strict=True))
    ]
    return cells if begun or any(cell.role == "person" for cell in cells) else None


def describe_by_fields(people: tuple[Person, ...], cells: Sequence[Cell]) -> tuple[Person, ...]:
    """The person told of with gender and ethnicity from these fields."""
    facts = {cell.role: cell.text for cell in cells if cell.text}
    gender = facts.get("gender", "")
    return tuple(
        msgspec.structs.replace(
            one,
            gender=one.gender or (gender if gender in ("男", "女") else ""),
            ethnicity=one.ethnicity or facts.get("ethnicity", ""),
        )
        for one in people
    )


def _role(label: str) -> str:
    return next((role for pattern, role in pairs("table_columns").items() if role in _TOLD and re.fullmatch(pattern, label)), "")
