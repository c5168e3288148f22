"""`notice/coverage`: which numbers of which series have been seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from graph.answer.records import known
from graph.derive.coverage import coverage_rows
from graph.model import Notice


def finish(rows: Sequence[Mapping[str, object]], params: Mapping[str, object]) -> list[dict[str, object]]:
    """One row a series, by issuer and series."""
    notices = [msgspec.convert(known(row["notice"]), Notice) for row in rows if isinstance(row["notice"], Mapping)]
    return [msgspec.structs.asdict(row) for row in coverage_rows(notices)]
