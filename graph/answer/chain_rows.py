"""`post/chains`: moves that filled one another's vacancies, told from vacancies, their links and the tenures of those who moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from graph.answer.records import reading_of_rows
from graph.derive.chains import chain_rows
from graph.errors import UsageError


def finish(rows: Sequence[Mapping[str, object]], params: Mapping[str, object]) -> list[dict[str, object]]:
    """One row a step, chain by chain, longest first."""
    since, until, lineages = params["from"], params["to"], params["lineages"]
    if lineages not in ("apart", "merged"):
        raise UsageError(f"The parameter 'lineages' is {lineages!r}.", "It is apart or merged.")
    if not isinstance(since, date) or not isinstance(until, date):
        return []
    return [msgspec.structs.asdict(row) for row in chain_rows(reading_of_rows(rows), since, until, merged=lineages == "merged")]
