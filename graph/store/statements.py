"""What each source says about its notices and acts, as stored on FOUND_IN and PRINTED_IN: records to rows and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field

from graph.derive.series import series_of
from graph.errors import RecordError
from graph.model import Act, Notice, Reading, block_of
from graph.store.client import Graph
from graph.store.schema import ACT_STATEMENT
from graph.store.upserts import BATCH

_NOTICES = (
    "MATCH (n:Notice)-[f:FOUND_IN]->(s:Source) WHERE n.notice_id IN $ids "
    "RETURN n.notice_id AS notice_id, s.source_id AS source_id, properties(f) AS said"
)
_ACTS = "MATCH (a:Act)-[r:PRINTED_IN]->(n:Notice) WHERE a.notice_id IN $ids RETURN properties(a) AS act, properties(r) AS said"

_ACT_PLACE = ("clause", "start", "end")


class Statements(Struct):
    """Notices and acts by id, each by the id of the source that says it."""

    notices: dict[str, dict[str, Notice]] = field(default_factory=lambda: defaultdict(dict))
    acts: dict[str, dict[str, Act]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, reading: Reading) -> None:
        """Adds what one source says; of a notice or act that it prints twice the first printing."""
        source_id = reading.source.source_id
        for notice in reading.notices:
            self.notices[notice.notice_id].setdefault(source_id, notice)
        for act in reading.acts:
            if source_id not in self.notices.get(act.notice_id, ()):
                raise RecordError(f"Act {act.act_id} of {reading.source.path} belongs to a notice that was not read from there.")
            self.acts[act.act_id].setdefault(source_id, act)


def stored_statements(graph: Graph, notice_ids: Sequence[str], *, acts: bool = True) -> Statements:
    """All that is stored about these notices, with or without their acts."""
    found = Statements()
    for i in range(0, len(notice_ids), BATCH):
        ids = list(notice_ids[i : i + BATCH])
        for row in graph.read(_NOTICES, ids=ids):
            notice = msgspec.convert(row["said"] | {"notice_id": row["notice_id"]}, Notice)
            found.notices[row["notice_id"]][row["source_id"]] = notice
        for row in graph.read(_ACTS, ids=ids) if acts else ():
            said = row["said"]
            # Only what the source itself says: the node's own day, for one, is that of all its sources together.
            own = {name: value for name, value in row["act"].items() if name not in ACT_STATEMENT}
            found.acts[own["act_id"]][said["source_id"]] = msgspec.convert(own | said, Act)
    return found


def notice_node(notice: Notice) -> dict[str, Any]:
    """The properties of a merged notice, with its place in the series of its issuer."""
    row = _known(notice, ("start", "end"))
    placed = series_of(notice)
    if placed:
        series, number = placed
        row |= {"series": series.name, "year": series.year, "number": number, "series_key": series_key(notice)}
    return row


def series_key(notice: Notice) -> str:
    """The key of the series that a notice is numbered in; empty when it has no number of the usual form."""
    placed = series_of(notice)
    return f"{placed[0].issuer}|{placed[0].name}" if placed else ""


def act_block(act: Act, notice: Notice) -> str:
    """The key of the block that an act belongs to."""
    return block_of(act.person, notice.place)


def act_node(act: Act, notice: Notice) -> dict[str, Any]:
    """The properties of a merged act, with its block."""
    return _known(act, _ACT_PLACE) | {"block": act_block(act, notice)}


def notice_said(notice: Notice) -> dict[str, Any]:
    """What one source says about a notice: the properties of FOUND_IN."""
    return _known(notice, ("notice_id",))


def act_said(source_id: str, act: Act) -> dict[str, Any]:
    """What one source says about an act: the properties of PRINTED_IN."""
    said = {name: value for name in ACT_STATEMENT if (value := getattr(act, name)) is not None}
    said["source_id"] = source_id
    return said


def _known(record: Struct, without: Iterable[str]) -> dict[str, Any]:
    row = {name: value for name, value in msgspec.structs.asdict(record).items() if value is not None}
    for name in without:
        del row[name]
    return row
