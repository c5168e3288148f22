"""First stage: bounds of undated notices from their neighbours in the series."""

from __future__ import annotations

from collections.abc import Sequence

from graph.derive.series import bound_notices
from graph.store import stored
from graph.store.derived import Difference
from graph.store.merge import merge_notice
from graph.store.run import Run, batches
from graph.store.statements import notice_node, stored_statements

SERIES = 50
"""Series a batch: of a year each, some hundred notices at most."""

_UNDATED = "MATCH (n:Notice) WHERE n.series_key IN $keys AND n.issued_date IS NULL RETURN DISTINCT n.series_key AS key"
_MEMBERS = "MATCH (n:Notice) WHERE n.series_key IN $keys RETURN n.notice_id AS notice_id"
_BLOCKS = "MATCH (a:Act) WHERE a.notice_id IN $keys RETURN DISTINCT a.block AS block"


def derive_series(run: Run, keys: Sequence[str]) -> None:
    """Bounds the undated notices of these series again; their acts' blocks become pending where a bound moved."""
    for batch in batches(sorted({row["key"] for row in stored.read_in(run.graph, _UNDATED, keys)}), SERIES):
        _bound(run, batch)


def _bound(run: Run, keys: Sequence[str]) -> None:
    ids = [row["notice_id"] for row in stored.read_in(run.graph, _MEMBERS, keys)]
    before = stored.notices_by_id(run.graph, ids)
    printed = stored_statements(run.graph, ids, acts=False).notices
    now = bound_notices(merge_notice(said) for said in printed.values())
    changed = [notice for notice_id, notice in now.items() if before[notice_id] != notice]
    if not changed:
        return
    blocks = {row["block"] for row in stored.read_in(run.graph, _BLOCKS, (notice.notice_id for notice in changed))}
    run.known.take_notices(changed)
    difference = Difference()
    difference.nodes["Notice"] += [notice_node(notice) for notice in changed]
    run.write(difference, {"block": blocks})
