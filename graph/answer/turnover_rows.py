"""`organization/turnover`: people counted from the tenures that touch the period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from graph.answer.records import reading_of_rows
from graph.derive.turnover import turnover_rows
from graph.errors import UsageError


def finish(rows: Sequence[Mapping[str, object]], params: Mapping[str, object]) -> list[dict[str, object]]:
    """One row an organization, by name."""
    since, until, lineages = params["from"], params["to"], params["lineages"]
    if lineages not in ("apart", "merged"):
        raise UsageError(f"The parameter 'lineages' is {lineages!r}.", "It is apart or merged.")
    if not isinstance(since, date) or not isinstance(until, date):
        return []
    counted = turnover_rows(reading_of_rows(rows), since, until, merged=lineages == "merged")
    return [msgspec.structs.asdict(row) | {"lineages": lineages} for row in counted]
