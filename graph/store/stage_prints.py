"""The stage before all others: notices that several sources print, and the issue that names two prints that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.derive.prints import Print, differences
from graph.model import Act
from graph.store import stored
from graph.store.client import Graph
from graph.store.derived import Difference
from graph.store.run import Run, batches
from graph.store.statements import stored_statements

NOTICES = 500
"""Notices a batch: some thousand acts, each once for every print."""

_PATHS = "MATCH (s:Source) WHERE s.source_id IN $keys RETURN s.source_id AS source_id, s.path AS path"


def derive_prints(run: Run, keys: Sequence[str]) -> None:
    """Compares the prints of these notices again."""
    for batch in batches(keys, NOTICES):
        before = stored.issues_of_scopes(run.graph, batch)
        now = differences(_prints(run.graph, batch))
        if now:
            run.counts["notices printed differently"] += len(now)
        difference = Difference()
        difference.issues(before, now)
        run.write(difference)


def _prints(graph: Graph, notice_ids: Sequence[str]) -> Iterator[Print]:
    """What each source prints of these notices, under the first of its paths."""
    said = stored_statements(graph, notice_ids)
    acts: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for by_source in said.acts.values():
        for source_id, act in by_source.items():
            acts[act.notice_id, source_id].append(act)
    sources = {source_id for by_source in said.notices.values() for source_id in by_source}
    paths = {row["source_id"]: row["path"] for row in stored.read_in(graph, _PATHS, sources)}
    for notice_id, notices in said.notices.items():
        for source_id, notice in notices.items():
            yield Print(source_id, paths[source_id], notice, acts[notice_id, source_id])
