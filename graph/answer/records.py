"""Rows of a statement as the records that graph/derive works on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
        persons=tuple(_once(listed, "person", Person, lambda one: one.person_id)),
        organizations=tuple(_once(listed, "organization", Organization, lambda one: one.organization_id)),
        posts=tuple(_once(listed, "post", Post, lambda one: one.post_id)),
        tenures=tuple(_once(listed, "tenure", Tenure, lambda one: one.tenure_id)),
        vacancies=tuple(_once(listed, "vacancy", Vacancy, lambda one: one.vacancy_id)),
        links=tuple(_once(listed, "link", VacancyLink, lambda one: (one.vacancy_id, one.next_vacancy_id))),
        lineages=tuple(_once(listed, "lineage", Lineage, lambda one: (one.predecessor_id, one.successor_id))),
    )


def known(properties: Mapping[str, object]) -> dict[str, object]:
    """Properties without those that are not stored: what is unknown takes the record's default."""
    return {name: value for name, value in properties.items() if value is not None}


def _once(rows: Rows, column: str, record: type[R], key: Callable[[R], object]) -> list[R]:
    found: dict[object, R] = {}
    for row in rows:
        properties = row.get(column)
        if isinstance(properties, Mapping):
            one = msgspec.convert(known(properties), record)
            found.setdefault(key(one), one)
    return [found[one] for one in sorted(found, key=str)]
