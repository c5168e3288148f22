"""`post/vacancies`: the kind of each vacancy as it was on the day asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.derive.seats import DESIGNATION, is_ad_hoc

LASTING = ("confirmed", "superseded", "ad_hoc", "designation")
"""Kinds that do not change when somebody is nominated or the post is filled."""


def finish(rows: Sequence[Mapping[str, object]], params: Mapping[str, object]) -> list[dict[str, object]]:
    """The rows with `kind` of that day: the stored one tells of today, when the vacancy may have been filled.

    >>> row = {"organization": "澜川市水务局", "kind": "filled", "seats_basis": "chief", "acting": [], "nominee": ["高远"]}
    >>> finish([row], {})[0]["kind"]
    'pending'
    """
    return [{**row, "kind": _kind(row)} for row in rows]


def _kind(row: Mapping[str, object]) -> object:
    if row["kind"] in LASTING:
        return row["kind"]
    if is_ad_hoc(str(row["organization"])):
        return "ad_hoc"
    if row["seats_basis"] == DESIGNATION:
        return "designation"
    return "pending" if row["acting"] or row["nominee"] else "no_successor_seen"
