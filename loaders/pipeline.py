"""File → Reading: the whole way from bytes to notices, acts and issues with their ids."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from graph import ids
from graph.errors import InputError
from graph.model import Act, Issue, Notice, Reading, Source
from loaders.bounds import bound_in_source
from loaders.checks import check_characters, check_notice
from loaders.day_checks import issue_period
from loaders.passage import ClauseReading, NoticeText, ParsedAct, ParsedIssue
from loaders.read import document_of_text, read_document
from loaders.read.document import Document
from loaders.silence import without_silence
from loaders.sources import find_files, find_sources, read_content
from loaders.split import SplitText, find_published_day, split_document
from loaders.standard_notice import read_standard_notice
from loaders.standard_paper import read_standard_paper
from loaders.workers import Crew

__all__ = ["find_sources", "map_sources", "read_bytes", "read_source", "read_sources", "read_text"]

BATCH = 32
BATCH_SIZE = 256 * 1024
"""How many files, or bytes of them, are read at a time: what a worker is given, and what is held in memory."""

T = TypeVar("T")

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
    total, batches = map_sources(paths, list if workers <= 1 else _pack, workers)
    decode = msgspec.msgpack.Decoder(list[Reading]).decode
    done = 0
    for batch in batches:
        readings: list[Reading] = decode(batch) if isinstance(batch, bytes) else batch
        yield from readings
        done += len(readings)
        if progress:
            progress(done, total)


def map_sources(paths: Sequence[str], of: Callable[[Iterator[Reading]], T], workers: int = 1) -> tuple[int, Iterator[T]]:
    """The number of files, and what `of` makes of the readings of each batch of them, in order.

    The same for any number of workers, which run `of` too; files that cannot be read are as in `read_sources`. The workers begin at
    once: call it before threads are started.
    """
    files = find_files(paths)
    if len(files) == 1:
        return 1, (of(iter((read_source(Path(shown), shown),))) for shown in files)
    task = partial(_read_batch, of)
    batches = _batches(files)
    return len(files), Crew(task, workers).map(batches) if workers > 1 and len(files) > BATCH else map(task, batches)


def _batches(files: Iterable[str]) -> Iterator[list[str]]:
    """The files in batches, of many small ones or of few large ones."""
    batch: list[str] = []
    size = 0
    for shown in files:
        batch.append(shown)
        size += _size(shown) + len(shown)
        if len(batch) >= BATCH or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(shown: str) -> int:
    try:
        return os.stat(shown).st_size  # noqa: PTH116 - a Path for each is slow
    except OSError:
        return 0


def _read_batch(of: Callable[[Iterator[Reading]], T], files: Sequence[str]) -> T:
    return of(map(_read_any, files))


def _read_any(shown: str) -> Reading:
    try:
        return read_bytes(read_content(shown, shown), shown)
    except InputError as error:
        return _unreadable(shown, error)


def _pack(readings: Iterator[Reading]) -> bytes | list[Reading]:
    """Readings as bytes, which are sent many times faster; as they are when some text has no encoding."""
    whole = list(readings)
    try:
        return msgspec.msgpack.encode(whole)
    except UnicodeEncodeError:
        return whole


def _unreadable(shown: str, error: InputError) -> Reading:
    try:
        content = read_content(shown, shown)
    except InputError:
        content = shown.encode()
    source = Source(source_id=ids.source_id(content), path=shown, sha256=hashlib.sha256(content).hexdigest(), kind="unreadable")
    issue = _issue(source.source_id, ParsedIssue(kind="unreadable", text=shown, reason=str(error)))
    return Reading(source=source, issues=(issue,))


def _read(document: Document, content: bytes, shown: str) -> Reading:
    split = _split(document)
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
    period = issue_period(document.text, split.published, len(notices))
    doubtful = (*document.issues, *check_characters(document.text, bool(document.issues)), *split.issues)
    issues = [_issue(source.source_id, issue) for issue in doubtful]
    seen: dict[str, tuple[Notice, list[Act]]] = {}
    for text, reading, notice in zip(texts, readings, notices, strict=True):
        own = _acts(reading.acts, notice)
        if notice.notice_id in seen:  # the same paper printed again, perhaps with another line
            issues.extend(_printed_differently(source, seen[notice.notice_id], (notice, own)))
            known = {act.act_id for act in acts}
            own = [act for act in own if act.act_id not in known]
        seen.setdefault(notice.notice_id, (notice, own))
        acts.extend(own)
        found = [*text.issues, *reading.issues, *check_notice(text, reading, notice, split.published, period)]
        issues.extend(_issue(source.source_id, issue, notice.notice_id) for issue in found)
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


def _printed_differently(source: Source, *prints: tuple[Notice, list[Act]]) -> Iterator[Issue]:
    """What differs where one source prints a notice twice."""
    from graph.derive.prints import Print, differing_prints  # seldom needed

    told = [Print(source.source_id, f"the print at {notice.start}", notice, acts) for notice, acts in prints if notice.doc_number]
    found = differing_prints(told) if len(told) > 1 else None
    if found:
        yield found


def _split(document: Document) -> SplitText:
    """The notices of what a document says of people in office; none when it says nothing of them."""
    text = document.text
    paper = read_standard_paper(text)
    if paper is not None:
        return SplitText((paper,))
    heard = without_silence(text)
    if not heard:
        return SplitText((), find_published_day(text))
    return split_document(document if heard is text else msgspec.structs.replace(document, text=heard))


def _parse(text: NoticeText) -> ClauseReading:
    """What the clauses, or the lists, of a notice say."""
    if not text.personnel:
        from loaders.rosters import parse_rosters  # few papers have lists: most runs start without it

        return ClauseReading(acts=tuple(parse_rosters(text)))
    standard = read_standard_notice(text)
    if standard is not None:
        return standard
    from loaders.clause import parse_notice  # its patterns take as long to compile as a thousand standard sentences to read

    reading = parse_notice(text)
    if not reading.acts and text.attached:  # 任免名单附后: the list says what the body does not
        return parse_notice(msgspec.structs.replace(text, passages=text.passages + text.attached, attached=()))
    return reading


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
        action, person, gender, organization, post = act.action, act.person, act.gender, act.organization, act.post
        made = ids.act_id(own_id, action, person, gender, organization, post, act.effective, 1)
        n = equal[made] = equal.get(made, 0) + 1
        if n > 1:  # counted, not tried: a list may say the same a hundred thousand times
            made = ids.act_id(own_id, action, person, gender, organization, post, act.effective, n)
        # by place, in the order of the fields: names for twenty-two of them take as long as reading the clause
        acts.append(
            Act(
                made,
                own_id,
                seq,
                act.clause_no,
                action,
                person,
                gender,
                act.ethnicity,
                organization,
                post,
                act.kind,
                act.qualifier,
                act.effective,
                act.decided,
                issued,
                low,
                high,
                act.target,
                act.previous,
                act.clause,
                act.start,
                act.end,
            )
        )
    return acts


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
