"""Writing and removing facts: sources, notices, acts and the issues of reading, with the edges that say where each stands.

A group of whole sources is planned from what is stored and then written in one transaction, together with the note of what has
to be derived again; so a load that is killed leaves whole sources only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from graph.derive.organizations import organization_of
from graph.model import Act, Issue, Notice, block_of
from graph.store.client import Graph, Transaction
from graph.store.derived import join_parents
from graph.store.merge import merge_act, merge_notice
from graph.store.sources import SourceChanges
from graph.store.statements import (
    Statements,
    act_node,
    act_said,
    notice_node,
    notice_said,
    series_key,
    stored_statements,
)
from graph.store.stored import issues_of_scopes, read_in
from graph.store.upserts import (
    edge_delete_between,
    edge_delete_from,
    edge_row,
    edge_upsert,
    node_delete,
    node_row,
    node_upsert,
    send,
)

S = TypeVar("S", Notice, Act)

_MOVE = "UNWIND $rows AS row MATCH (s:Source {source_id: row.source_id}) SET s += row"
_DELETE_READ_ISSUES = "MATCH (i:Issue) WHERE i.source_id IN $rows DETACH DELETE i"
_DELETE_PRINTED = (
    "UNWIND $rows AS row MATCH (a:Act {act_id: row.a})-[r:PRINTED_IN]->(n) WHERE r.source_id = row.p.source_id DELETE r"
)


class Facts(Struct, kw_only=True):
    """One group's writes, in rows, and what they touch."""

    sources: SourceChanges
    notices: dict[str, Notice] = field(default_factory=dict)
    """Notices to write, merged."""
    acts: dict[str, Act] = field(default_factory=dict)
    """Acts to write, merged."""
    places: dict[str, Notice] = field(default_factory=dict)
    """The notice of every act to write."""
    found_in: list[dict[str, Any]] = field(default_factory=list)
    printed_in: list[dict[str, Any]] = field(default_factory=list)
    issues: dict[str, Issue] = field(default_factory=dict)
    lost_notices: list[str] = field(default_factory=list)
    lost_acts: list[str] = field(default_factory=list)
    lost_found_in: list[dict[str, Any]] = field(default_factory=list)
    lost_printed_in: list[dict[str, Any]] = field(default_factory=list)
    reissued: list[str] = field(default_factory=list)
    """Stored notices whose issuer may be another now."""
    blocks: set[str] = field(default_factory=set)
    """Blocks to which acts are written."""
    series: set[str] = field(default_factory=set)
    prints: set[str] = field(default_factory=set)
    """Notices of several prints that may differ now, or differ no more."""
    organizations: set[str] = field(default_factory=set)
    """Issuers that may have lost their last notice, and bodies whose posts may have lost their last act."""
    mixed: set[str] = field(default_factory=set)
    """Blocks that lose or change an act that was stored before; of the other touched ones acts are only added."""
    notices_new: int = 0
    acts_new: int = 0


def plan_facts(graph: Graph, changes: SourceChanges) -> Facts:
    """What has to be written and removed so that the stored facts are those of the sources that will be there."""
    facts = Facts(sources=changes)
    said = Statements()
    for reading in changes.written:
        said.add(reading)
        facts.issues.update((issue.issue_id, issue) for issue in reading.issues)
    dropped = set(changes.replaced) | set(changes.gone)
    before = stored_statements(graph, _stored_notices(graph, said.notices, dropped))
    facts.prints |= _differing(graph, [row["source_id"] for row in changes.moved])
    days: dict[str, _Change[Notice]] = {}
    for notice_id in said.notices.keys() | before.notices.keys():
        change = _Change(before.notices.get(notice_id, {}), said.notices.get(notice_id, {}), dropped, merge_notice)
        days[notice_id] = change
        _plan_notice(facts, notice_id, change)
    for act_id in said.acts.keys() | before.acts.keys():
        act_change = _Change(before.acts.get(act_id, {}), said.acts.get(act_id, {}), dropped, merge_act)
        _plan_act(facts, act_id, act_change, days)
    return facts


def write_facts(tx: Transaction, facts: Facts) -> None:
    """Writes a plan; deletes come first, so that nothing unique is there twice."""
    sources = facts.sources
    send(tx, _DELETE_PRINTED, facts.lost_printed_in)
    send(tx, edge_delete_between("FOUND_IN"), facts.lost_found_in)
    send(tx, _DELETE_READ_ISSUES, [*sources.replaced, *sources.gone])
    send(tx, node_delete("Act"), facts.lost_acts)
    send(tx, node_delete("Notice"), facts.lost_notices)
    send(tx, node_delete("Source"), sources.gone)
    send(tx, edge_delete_from("ISSUED_BY"), facts.reissued)
    send(tx, _MOVE, sources.moved)
    send(tx, node_upsert("Source"), sources.rows)
    send(tx, node_upsert("Notice"), [notice_node(notice) for notice in facts.notices.values()])
    send(tx, edge_upsert("FOUND_IN"), facts.found_in)
    _write_issuers(tx, facts.notices.values())
    send(tx, node_upsert("Act"), [act_node(act, facts.places[act.act_id]) for act in facts.acts.values()])
    send(tx, edge_upsert("PRINTED_IN"), facts.printed_in)
    send(tx, node_upsert("Issue"), [node_row(issue) for issue in facts.issues.values()])
    send(tx, edge_upsert("RAISED_IN"), [edge_row(issue.issue_id, issue.source_id) for issue in facts.issues.values()])


def _stored_notices(graph: Graph, said: Iterable[str], dropped: set[str]) -> list[str]:
    """Ids of stored notices that the group says something about or takes a source from."""
    ids = {
        row["notice_id"]
        for row in graph.read("MATCH (n:Notice) WHERE n.notice_id IN $ids RETURN n.notice_id AS notice_id", ids=list(said))
    }
    if dropped:
        found = "MATCH (s:Source)<-[:FOUND_IN]-(n:Notice) WHERE s.source_id IN $ids RETURN n.notice_id AS notice_id"
        ids |= {row["notice_id"] for row in graph.read(found, ids=list(dropped))}
    return sorted(ids)


def _differing(graph: Graph, source_ids: list[str]) -> set[str]:
    """Notices in these sources of which an issue says, with the paths, that their prints differ."""
    found = read_in(
        graph, "MATCH (s:Source)<-[:FOUND_IN]-(n:Notice) WHERE s.source_id IN $keys RETURN n.notice_id AS id", source_ids
    )
    return {issue.scope for issue in issues_of_scopes(graph, {row["id"] for row in found}).values()}


class _Change(Generic[S]):
    """What sources say about one notice or act, before and after the group."""

    def __init__(self, before: dict[str, S], said: dict[str, S], dropped: set[str], merge: Callable[[dict[str, S]], S]) -> None:
        now = {source_id: value for source_id, value in before.items() if source_id not in dropped} | said
        self.before: dict[str, S] = before
        self.now: dict[str, S] = now
        self.lost = before.keys() - now.keys()
        self.gained: list[tuple[str, S]] = [
            (source_id, value) for source_id, value in said.items() if before.get(source_id) != value
        ]
        self.old: S | None = merge(before) if before else None
        self.new: S | None = merge(now) if now else None


def _plan_notice(facts: Facts, notice_id: str, change: _Change[Notice]) -> None:
    facts.lost_found_in += [edge_row(notice_id, source_id) for source_id in change.lost]
    facts.found_in += [{"a": notice_id, "b": source_id, "p": notice_said(notice)} for source_id, notice in change.gained]
    # An issue may be stored of prints that were several before; new ones are compared where day or, below, acts are not the same.
    if len(change.before) > 1 or (len(change.now) > 1 and len({notice.issued_date for notice in change.now.values()}) > 1):
        facts.prints.add(notice_id)
    old, new = change.old, change.new
    if old == new:
        return
    for notice in (old, new):
        if notice is not None:
            facts.series.add(series_key(notice))
    if old is not None:
        facts.reissued.append(notice_id)
        facts.organizations.add(organization_of(old.issuer, old.place).organization_id)
    if new is None:
        facts.lost_notices.append(notice_id)
    else:
        facts.notices[notice_id] = new
        facts.notices_new += old is None


def _plan_act(facts: Facts, act_id: str, change: _Change[Act], notices: Mapping[str, _Change[Notice]]) -> None:
    old, new = change.old, change.new
    known = new or old
    assert known is not None
    notice = notices[known.notice_id]
    facts.lost_printed_in += [edge_row(act_id, known.notice_id, source_id=source_id) for source_id in change.lost]
    facts.printed_in += [{"a": act_id, "b": known.notice_id, "p": act_said(source_id, act)} for source_id, act in change.gained]
    if len(notice.now) > 1 and change.now.keys() != notice.now.keys():
        facts.prints.add(known.notice_id)
    if old == new and notice.old == notice.new:
        return
    if old is not None and notice.old is not None:
        facts.mixed.add(block_of(old.person, notice.old.place))
        # A post that only a revoked act was about has no tenure whose loss would lead to it.
        facts.organizations.add(organization_of(old.organization, notice.old.place, old.post).organization_id)
    if new is None or notice.new is None:
        facts.lost_acts.append(act_id)
    else:
        facts.acts[act_id] = new
        facts.places[act_id] = notice.new
        facts.acts_new += old is None
        block = block_of(new.person, notice.new.place)
        facts.blocks.add(block)
        if old is not None:
            facts.mixed.add(block)


def _write_issuers(tx: Transaction, notices: Iterable[Notice]) -> None:
    issuers = {notice.notice_id: organization_of(notice.issuer, notice.place) for notice in notices if notice.issuer}
    unique = {organization.organization_id: organization for organization in issuers.values()}
    send(tx, node_upsert("Organization"), [node_row(organization) for organization in unique.values()])
    join_parents(tx, list(unique))
    send(tx, edge_upsert("ISSUED_BY"), [edge_row(notice_id, body.organization_id) for notice_id, body in issuers.items()])
