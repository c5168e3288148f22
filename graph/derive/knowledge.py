"""What the derivation knows from files under data/: seats of titles, forms of bodies' names, common surnames. Read once each."""

from __future__ import annotations

import tomllib
from functools import cache

import msgspec

from graph.settings import ROOT


class SeatKnowledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/seats.toml."""

    none_begins: tuple[str, ...]
    none_ends: tuple[str, ...]
    collegial_ends: tuple[str, ...]
    collegial_not: tuple[str, ...]
    collegial_bodies: dict[str, tuple[str, ...]]
    memberships: frozenset[str]
    unknown_begins: tuple[str, ...]
    unknown_contains: tuple[str, ...]
    unknown_ends: tuple[str, ...]
    designation_begins: tuple[str, ...]
    one: frozenset[str]
    organs: tuple[str, ...]


class Power(msgspec.Struct, frozen=True):
    """How high the decisions of an issuer stand whose name contains the words."""

    contains: str
    rank: int


class BodyKnowledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/bodies.toml."""

    ad_hoc: tuple[str, ...]
    ad_hoc_not: tuple[str, ...]
    national_begins: tuple[str, ...]
    by_procedure_ends: tuple[str, ...]
    has_units_ends: tuple[str, ...]
    unit_ends: tuple[str, ...]
    power: tuple[Power, ...]


class NameKnowledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/names.toml."""

    common_surnames: str
    common_given: str


@cache
def seat_knowledge() -> SeatKnowledge:
    """The seats of titles."""
    return msgspec.convert(_table("seats"), SeatKnowledge)


@cache
def body_knowledge() -> BodyKnowledge:
    """The forms of bodies' names."""
    return msgspec.convert(_table("bodies"), BodyKnowledge)


@cache
def is_common(name: str) -> bool:
    """Whether many people bear a name: by its surname and the characters of its given name, never by how often it was loaded.

    >>> is_common("王伟"), is_common("张志强"), is_common("李宝松"), is_common("欧阳军")
    (True, True, False, False)
    """
    know = _names()
    if len(name) not in (2, 3) or name[0] not in know.common_surnames:
        return False
    return len(name) == 2 or all(character in know.common_given for character in name[1:])


@cache
def _names() -> NameKnowledge:
    return msgspec.convert(_table("names"), NameKnowledge)


def _table(name: str) -> object:
    with (ROOT / "data" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
