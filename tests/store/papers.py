"""Small papers as readings, put together by hand, and what a graph holds of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from graph.derive.organizations import organization_of
from graph.derive.prints import Print
from graph.derive.readings import WholeReading
from graph.derive.series import bound_notices
from graph.derive.whole import derive_all
from graph.ids import act_id, issue_id, notice_id, source_id
from graph.model import Act, Issue, Notice, Reading, Source
from graph.store.client import Graph
from graph.store.merge import merge_act, merge_notice

PLACE = "青田市"

Row = tuple[str, ...]
"""Action, person, organization, post, and, where there are any, gender and qualifiers."""


def paper(
    *rows: Row, number: int = 1, day: str = "2020-01-10", place: str = PLACE, path: str = "a.txt", text: str = "", year: int = 2020
) -> Reading:
    """A source with one notice of the government of a place; without a day the notice is undated and nothing bounds it."""
    issuer = f"{place}人民政府"
    doc_number = f"{place[0]}政任〔{year}〕{number}号"
    written = text or f"{issuer} {doc_number} {day} {rows}"
    issued = date.fromisoformat(day) if day else None
    notice = Notice(
        notice_id=notice_id(issuer, doc_number, "", "", ""),
        title=f"{issuer}关于职务任免的通知",
        doc_number=doc_number,
        issuer=issuer,
        place=place,
        issued_date=issued,
        not_before=issued,
        not_after=issued,
        start=0,
        end=len(written),
    )
    return Reading(
        source=Source(source_id=source_id(written.encode()), path=path, sha256=written[:8], kind="txt", text=written),
        notices=(notice,),
        acts=tuple(_acts(notice, rows)),
    )


def joined(*readings: Reading, path: str) -> Reading:
    """One source that prints all notices of these."""
    text = "\n".join(reading.source.text for reading in readings)
    first = readings[0].source
    return Reading(
        source=replace(first, source_id=source_id(text.encode()), path=path, text=text),
        notices=tuple(notice for reading in readings for notice in reading.notices),
        acts=tuple(act for reading in readings for act in reading.acts),
    )


def at(reading: Reading, path: str) -> Reading:
    """The same bytes at another path."""
    return replace(reading, source=replace(reading.source, path=path))


def with_issue(reading: Reading) -> Reading:
    """The same with something that was not understood."""
    source = reading.source.source_id
    issue = Issue(
        issue_id=issue_id(source, "clause", 0, 4, "x"), source_id=source, kind="clause", text="另有任用", end=4, reason="x"
    )
    return replace(reading, issues=(issue,))


def derived_from(readings: Iterable[Reading]) -> WholeReading:
    """What must be stored of these sources: each source once, organizations that hold a post or a rank."""
    read = list(readings)
    notices, acts = merged(read)
    whole = derive_all(notices, acts, prints=prints_of(read))
    used = {post.organization_id for post in whole.posts} | {rank.organization_id for rank in whole.ranks}
    return replace(whole, organizations=tuple(body for body in whole.organizations if body.organization_id in used))


def differences(stored: WholeReading, derived: WholeReading) -> dict[str, tuple[list[Any], list[Any]]]:
    """By kind of row, what is stored and not derived, and what is derived and not stored; empty when they are the same."""
    found = {}
    for name in WholeReading.__struct_fields__:
        ours, theirs = getattr(stored, name), getattr(derived, name)
        if ours != theirs:
            here, there = (list(rows.items()) if isinstance(rows, dict) else list(rows) for rows in (ours, theirs))
            found[name] = ([row for row in here if row not in there], [row for row in there if row not in here])
    return found


def merged(readings: Iterable[Reading]) -> tuple[list[Notice], list[Act]]:
    """Notices and acts as their sources say them together."""
    notices: dict[str, dict[str, Notice]] = defaultdict(dict)
    acts: dict[str, dict[str, Act]] = defaultdict(dict)
    for reading in readings:
        for notice in reading.notices:
            notices[notice.notice_id].setdefault(reading.source.source_id, notice)
        for act in reading.acts:
            acts[act.act_id].setdefault(reading.source.source_id, act)
    return [merge_notice(said) for said in notices.values()], [merge_act(said) for said in acts.values()]


def prints_of(readings: Iterable[Reading]) -> list[Print]:
    """What each source prints of each of its notices, told under the first of its paths."""
    sources: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda one: one.source.path):
        sources.setdefault(reading.source.source_id, reading)
    return [
        Print(
            source_id,
            reading.source.path,
            notice,
            list({act.act_id: act for act in reversed(reading.acts) if act.notice_id == notice.notice_id}.values()),
        )
        for source_id, reading in sources.items()
        for notice in {notice.notice_id: notice for notice in reversed(reading.notices)}.values()
    ]


def facts_of(readings: Iterable[Reading]) -> dict[str, Any]:
    """The facts that must be stored of these sources, in a form to compare."""
    sources = list({reading.source.source_id: reading for reading in readings}.values())
    notices, acts = merged(sources)
    bodies = {body.organization_id: body for body in derived_from(sources).organizations}
    bodies |= {body.organization_id: body for body in (organization_of(notice.issuer, notice.place) for notice in notices)}
    return {
        "part_of": Counter((key, body.parent_id) for key, body in bodies.items() if body.parent_id in bodies),
        "notices": {notice_id: (n.not_before, n.not_after, n.issued_date) for notice_id, n in bound_notices(notices).items()},
        "acts": {act.act_id: (act.person, act.seq, act.qualifier, act.not_before) for act in acts},
        "found_in": Counter(
            (n.notice_id, r.source.source_id) for r in sources for n in {n.notice_id: n for n in r.notices}.values()
        ),
        "printed_in": Counter((a, r.source.source_id) for r in sources for a in {act.act_id for act in r.acts}),
        "issues": {issue.issue_id for r in sources for issue in r.issues},
    }


def facts_of_graph(graph: Graph) -> dict[str, Any]:
    """The facts that are stored, in the same form."""
    notices = graph.read(
        "MATCH (n:Notice) RETURN n.notice_id AS id, n.not_before AS low, n.not_after AS high, n.issued_date AS day"
    )
    acts = graph.read(
        "MATCH (a:Act) RETURN a.act_id AS id, a.person AS person, a.seq AS seq, a.qualifier AS qualifier, a.not_before AS low"
    )
    found = graph.read("MATCH (n:Notice)-[:FOUND_IN]->(s:Source) RETURN n.notice_id AS a, s.source_id AS b")
    printed = graph.read("MATCH (a:Act)-[r:PRINTED_IN]->(:Notice) RETURN a.act_id AS a, r.source_id AS b")
    parts = graph.read("MATCH (o:Organization)-[:PART_OF]->(p:Organization) RETURN o.organization_id AS a, p.organization_id AS b")
    issues = graph.read("MATCH (i:Issue)-[:RAISED_IN]->(:Source) WHERE i.scope = '' RETURN i.issue_id AS id")
    return {
        "part_of": Counter((row["a"], row["b"]) for row in parts),
        "notices": {row["id"]: (row["low"], row["high"], row["day"]) for row in notices},
        "acts": {row["id"]: (row["person"], row["seq"], tuple(row["qualifier"]), row["low"]) for row in acts},
        "found_in": Counter((row["a"], row["b"]) for row in found),
        "printed_in": Counter((row["a"], row["b"]) for row in printed),
        "issues": {row["id"] for row in issues},
    }


def count(graph: Graph, label: str) -> int:
    """How many nodes of a label there are."""
    found: int = graph.read(f"MATCH (n:{label}) RETURN count(n) AS found")[0]["found"]
    return found


def _acts(notice: Notice, rows: Iterable[Row]) -> Iterable[Act]:
    seen: Counter[Row] = Counter()
    for seq, row in enumerate(rows, 1):
        action, person, organization, post, gender, *qualifier = (*row, "") if len(row) == 4 else row
        seen[row] += 1
        yield Act(
            act_id=act_id(notice.notice_id, action, person, gender, organization, post, "", seen[row]),
            notice_id=notice.notice_id,
            seq=seq,
            clause_no=seq,
            action=action,  # type: ignore[arg-type]
            person=person,
            gender=gender,
            organization=organization,
            post=post,
            kind="rank" if post.endswith("调研员") else "post",
            qualifier=tuple(qualifier),
            issued_date=notice.issued_date,
            not_before=notice.not_before,
            not_after=notice.not_after,
            clause=f"{action} {person} {organization}{post}",
            start=seq * 10,
            end=seq * 10 + 9,
        )
