"""File → Reading: the whole way from bytes to notices, acts and issues with their ids."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from graph import ids
from graph.errors import InputError
from graph.model import Act, Issue, Notice, Reading, Source
from loaders.bounds import bound_in_source
from loaders.checks import check_notice
from loaders.clause import parse_notice
from loaders.passage import ClauseReading, NoticeText, ParsedAct, ParsedIssue
from loaders.read import document_of_text, read_document
from loaders.read.document import Document
from loaders.sources import find_sources, read_content
from loaders.split import split_document

__all__ = ["find_sources", "read_bytes", "read_source", "read_sources", "read_text"]

BATCH = 32
"""Files that one task of a worker reads."""

Progress = Callable[[int, int], None]
"""Called with the files read and their number."""


def read_source(path: Path, shown: str) -> Reading:
    """What a file says; raises InputError when it cannot be read."""
    return read_bytes(read_content(path, shown), shown)


def read_bytes(content: bytes, shown: str) -> Reading:
    """What these bytes say, as a file named `shown`; raises InputError when they are no text."""
    return _read(read_document(content, shown), content, shown)


def read_text(text: str, shown: str, kind: str = "txt") -> Reading:
    """What a text says; of kind txt it is looked at for HTML as a file is, any other kind is taken as the text of such a reader."""
    document = document_of_text(text) if kind == "txt" else Document(text, kind)
    return _read(document, text.encode("utf-8", "surrogatepass"), shown)


def read_sources(paths: Sequence[str], workers: int = 1, progress: Progress | None = None) -> Iterator[Reading]:
    """The readings of all files under the paths, in order, in memory bounded by a few batches a worker.

    A file that cannot be read gives a Reading with an issue of kind `unreadable`; when it is the only one, InputError is raised.
    """
    sources = find_sources(paths)
    if len(sources) == 1:
        yield read_source(*sources[0])
        return
    done = 0
    for batch in _batches(sources, workers):
        for reading in batch:
            done += 1
            yield reading
        if progress:
            progress(done, len(sources))


def _batches(sources: Sequence[tuple[Path, str]], workers: int) -> Iterator[list[Reading]]:
    parts = (list(sources[i : i + BATCH]) for i in range(0, len(sources), BATCH))
    if workers <= 1 or len(sources) <= BATCH:
        yield from map(_read_batch, parts)
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(workers) as pool:
        waiting = deque(pool.apply_async(_read_batch, (part,)) for part in islice(parts, 2 * workers))
        while waiting:
            batch = waiting.popleft().get()
            for part in islice(parts, 1):
                waiting.append(pool.apply_async(_read_batch, (part,)))
            yield batch


def _read_batch(sources: Sequence[tuple[Path, str]]) -> list[Reading]:
    readings = []
    for path, shown in sources:
        try:
            readings.append(read_source(path, shown))
        except InputError as error:
            readings.append(_unreadable(path, shown, error))
    return readings


def _unreadable(path: Path, shown: str, error: InputError) -> Reading:
    try:
        content = read_content(path, shown)
    except InputError:
        content = shown.encode()
    source = Source(source_id=ids.source_id(content), path=shown, sha256=hashlib.sha256(content).hexdigest(), kind="unreadable")
    issue = _issue(source.source_id, ParsedIssue(kind="unreadable", text=shown, reason=str(error)))
    return Reading(source=source, issues=(issue,))


def _read(document: Document, content: bytes, shown: str) -> Reading:
    split = split_document(document)
    digest = hashlib.sha256(content).hexdigest()
    source = Source(
        source_id="s" + digest[:24],
        path=shown,
        sha256=digest,
        kind=document.kind,
        published_date=split.published,
        text=document.text,
    )
    texts = [text for text in split.notices if text.personnel or text.rosters]
    readings = [_parse(text) for text in texts]
    notices = bound_in_source(
        [_notice(text, reading, document.text) for text, reading in zip(texts, readings, strict=True)], split.published
    )
    acts: list[Act] = []
    issues = [_issue(source.source_id, issue) for issue in split.issues]
    seen: set[str] = set()
    for text, reading, notice in zip(texts, readings, notices, strict=True):
        own = _acts(reading.acts, notice)
        if notice.notice_id in seen:  # the same paper printed again, perhaps with another line
            known = {act.act_id for act in acts}
            own = [act for act in own if act.act_id not in known]
        seen.add(notice.notice_id)
        acts.extend(own)
        found = [*text.issues, *reading.issues, *check_notice(text, reading, notice, split.published)]
        issues.extend(_issue(source.source_id, issue, notice.notice_id) for issue in found)
    if not acts and not issues:
        issues.append(_issue(source.source_id, ParsedIssue(kind="empty", text=shown, reason="no act was read from the file")))
    return Reading(
        source=source,
        notices=_distinct(notices),
        acts=tuple(acts),
        issues=tuple(issues),
        accounted=sum(reading.accounted for reading in readings),
        operative=sum(reading.operative for reading in readings),
        in_issues=sum(reading.in_issues for reading in readings),
        left_out=sum(reading.left_out for reading in readings),
    )


def _parse(text: NoticeText) -> ClauseReading:
    """What the clauses, or the lists, of a notice say."""
    if text.personnel:
        reading = parse_notice(text)
        if not reading.acts and text.attached:  # 任免名单附后: the list says what the body does not
            return parse_notice(msgspec.structs.replace(text, passages=text.passages + text.attached, attached=()))
        return reading
    from loaders.rosters import parse_rosters  # few papers have lists: most runs start without it

    return ClauseReading(acts=tuple(parse_rosters(text)))


def _notice(text: NoticeText, reading: ClauseReading, whole: str) -> Notice:
    day = text.issued.day
    return Notice(
        notice_id=ids.notice_id(
            text.issuer, text.doc_number, day.isoformat() if day else "", text.title, whole[text.start : text.end]
        ),
        title=text.title,
        doc_number=text.doc_number,
        issuer=text.issuer,
        place=text.place,
        issued_date=day,
        not_before=text.issued.not_before,
        not_after=text.issued.not_after,
        head_count=text.head_count,
        marks_women=any(act.gender == "女" for act in reading.acts),
        by_procedure=reading.by_procedure,
        start=text.start,
        end=text.end,
    )


def _acts(parsed: Sequence[ParsedAct], notice: Notice) -> list[Act]:
    """The acts of a notice with ids; n in the id counts equal rows."""
    acts = []
    equal: dict[str, int] = {}
    own_id, issued, low, high = notice.notice_id, notice.issued_date, notice.not_before, notice.not_after
    for seq, act in enumerate(parsed, 1):
        made = _act_id(own_id, act, 1)
        n = equal[made] = equal.get(made, 0) + 1
        if n > 1:
            made = _act_id(own_id, act, n)
        acts.append(
            Act(
                act_id=made,
                notice_id=own_id,
                seq=seq,
                clause_no=act.clause_no,
                action=act.action,
                person=act.person,
                gender=act.gender,
                ethnicity=act.ethnicity,
                organization=act.organization,
                post=act.post,
                kind=act.kind,
                qualifier=act.qualifier,
                effective=act.effective,
                decided=act.decided,
                issued_date=issued,
                not_before=low,
                not_after=high,
                target=act.target,
                previous=act.previous,
                clause=act.clause,
                start=act.start,
                end=act.end,
            )
        )
    return acts


def _act_id(notice: str, act: ParsedAct, n: int) -> str:
    return ids.act_id(notice, act.action, act.person, act.gender, act.organization, act.post, act.effective, n)


def _issue(source: str, issue: ParsedIssue, notice: str = "") -> Issue:
    return Issue(
        issue_id=ids.issue_id(source, issue.kind, issue.start, issue.end, issue.reason),
        source_id=source,
        kind=issue.kind,
        text=issue.text,
        start=issue.start,
        end=issue.end,
        reason=issue.reason,
        notice_id=notice,
    )


def _distinct(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices, one that is printed twice in a source only once."""
    return tuple({notice.notice_id: notice for notice in reversed(notices)}.values())[::-1]
