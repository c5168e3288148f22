"""Rows of a statement as the records that graph/derive works on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from graph.derive.readings import WholeReading
from graph.model import Lineage, Organization, Person, Post, Tenure, Vacancy, VacancyLink

R = TypeVar("R", bound=msgspec.Struct)
Rows = Iterable[Mapping[str, object]]


def reading_of_rows(rows: Rows) -> WholeReading:
    """The records under `tenure`, `post`, `organization`, `person`, `vacancy`, `link` and `lineage` of the rows, each once."""
    listed = list(rows)
    return WholeReading(
        persons=tuple(_once(listed, "person", Person, "person_id")),
        organizations=tuple(_once(listed, "organization", Organization, "organization_id")),
        posts=tuple(_once(listed, "post", Post, "post_id")),
        tenures=tuple(_once(listed, "tenure", Tenure, "tenure_id")),
        vacancies=tuple(_once(listed, "vacancy", Vacancy, "vacancy_id")),
        links=tuple(_once(listed, "link", VacancyLink, "vacancy_id", "next_vacancy_id")),
        lineages=tuple(_once(listed, "lineage", Lineage, "predecessor_id", "successor_id")),
    )


def known(properties: Mapping[str, object]) -> dict[str, object]:
    """Properties without those that are not stored: what is unknown takes the record's default."""
    return {name: value for name, value in properties.items() if value is not None}


def _once(rows: Rows, column: str, record: type[R], *key: str) -> list[R]:
    found: dict[tuple[str, ...], Mapping[str, object]] = {}
    for row in rows:
        properties = row.get(column)
        if isinstance(properties, Mapping):
            found.setdefault(tuple(str(properties[name]) for name in key), properties)
    return [msgspec.convert(known(found[one]), record) for one in sorted(found)]
