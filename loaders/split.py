"""A Document → its notices, each taken apart into head, body and foot. Tables of contents and what is no paper are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from graph.dates import Bounds
from loaders.bad_days import find_bad_days
from loaders.checks import check_secrecy
from loaders.columns import find_columns
from loaders.dates import parse_number
from loaders.foot import FURNITURE, Foot, cut_foot, find_papers_behind
from loaders.heads import Head, ends_title, find_heads, find_told_order, is_issuer, is_personnel
from loaders.issued import find_decided_day, find_head_day
from loaders.jurisdiction import find_issuer, place_of
from loaders.labels import LABELS, find_byline_day, find_issued_label, find_issuer_label, find_number_label, find_published_label
from loaders.lines import Line, read_lines, read_passages, read_row
from loaders.passage import NoticeText, ParsedIssue, Passage
from loaders.read.document import Document
from loaders.top import STAMP, Top, read_top

_COUNT = re.compile(r"等([0-9０-９〇零一二三四五六七八九十百两兩]{1,4})(?:名|位|个|個)?(?:同志|人|干部|幹部)")
_PRAISED = re.compile(r"等([0-9０-９〇零一二三四五六七八九十百两兩]{1,4})(?:名|位)(?:同志|个人|干部)")
_ACTS = re.compile(r"(?:任命|免去|提名|聘任|解聘)[\u4e00-\u9fff·]{2,4}(?:同志)?(?:[（(]女[)）])?(?:为|的)|不再担任.{2,30}职务")
_OTHER_PAPER = re.compile(r"表彰|嘉奖|记功|成立|组成|成员|领导小组|授予|表扬|印发|评选|任务|分工")
_PATH = re.compile(r"(?:您?(?:的|现在的)?(?:当前|所在)(?:的)?位置|您现在的位置|首页)[:：>＞»/|]")
_DECIDING = re.compile(r"(?:公告|决定|決定|命令|令|公报|快讯)(?:[（(][^（()）]*[)）])?$")
_LIST_HEAD = re.compile(r"[^。；，]{2,70}名[单單]")
_ROLE = re.compile(
    r"(?:名誉|执行|常务|第一|副|总)*(?:指挥长?|组长|主任|主席|会长|召集人|秘书长|负责人|成员|委员|顾问)[:：][\u4e00-\u9fff·]{2,4}(?P<title>[（(])?"
)
_PRAISES = re.compile(r"表彰|表扬|嘉奖|记功|授予")
_FOUNDS = re.compile(r"成立|调整|组成|成员|领导小组|指挥部|委员会")


class SplitText(Struct, frozen=True):
    """The notices of a document, and the day that the document itself was printed or put up."""

    notices: tuple[NoticeText, ...]
    published: date | None = None
    issues: tuple[ParsedIssue, ...] = ()
    """What concerns no single notice: marks of secrecy."""


class _Count(Struct, frozen=True):
    number: int | None = None
    place: tuple[int, int] = (0, 0)
    text: str = ""


def split_document(document: Document) -> SplitText:
    """All notices of a document in reading order, and its day of publication where it prints one.

    >>> text = "甲市人民政府\\n关于孔辉任职的通知\\n\\n甲政任〔2020〕1 号\\n\\n任命孔 辉为甲市教育局局长。"
    >>> [(n.title, n.doc_number, n.place) for n in split_document(Document(text, "txt")).notices]
    [('甲市人民政府关于孔辉任职的通知', '甲政任〔2020〕1号', '甲市')]
    """
    lines = read_lines(document.text)
    if not lines:
        return SplitText(())
    heads = find_heads(lines)
    published = find_published_day(document.text)
    issues = tuple(check_secrecy(lines)) if "密" in document.text or "内部" in document.text else ()
    if not heads:
        return SplitText(tuple(_papers(lines, _single_head(lines), False, published)), published, issues)
    several = len(heads) > 1
    notices: list[NoticeText] = []
    before = lines[: heads[0].first]
    if before and any(_ACTS.search(line.text) for line in before):
        notices.extend(_papers(before, _single_head(before), True, published))
    ends = [head.first for head in heads[1:]] + [len(lines)]
    for head, end in zip(heads, ends, strict=True):
        notices.extend(_papers(lines[head.first : end], head, several, published, () if several else before))
    return SplitText(tuple(notices), published, issues)


def find_published_day(text: str) -> date | None:
    """The day on which a document was printed or put up, as it says itself."""
    return find_published_label(text) if "日期" in text or "时间" in text else None


def _single_head(lines: Sequence[Line]) -> Head:
    """The head of a text without number: its headline, if it has one, below the path of a web page."""
    first = next((k + 1 for k in range(min(8, len(lines) - 1)) if _PATH.match(lines[k].text)), 0)
    while first < len(lines) - 1 and (FURNITURE.fullmatch(lines[first].text) or LABELS.match(lines[first].raw)):
        first += 1
    titles = _headline(lines, first)
    return Head(0, titles[-1] + 1 if titles else first, titles)


def _headline(lines: Sequence[Line], first: int) -> tuple[int, ...]:
    """The lines of the headline at the top of a text; none when it begins with its first sentence."""
    for k in range(first, min(first + 4, len(lines) - 1)):
        text = lines[k].text
        if len(text) > 70 or text[-1] in "。；;：:，," or "\t" in lines[k].raw:
            return ()
        if ends_title(text):
            return tuple(range(first, k + 1))
        if not is_issuer(text):
            return (k,) if k == first and _follows_headline(lines[k + 1]) else ()
    return ()


def _follows_headline(line: Line) -> bool:
    text = line.text
    return (
        text[-1] in "。；;：:”）)！"
        or len(text) > 60
        or bool(LABELS.match(line.raw) or FURNITURE.fullmatch(text) or STAMP.match(text))
    )


def _papers(
    lines: Sequence[Line], head: Head, several: bool, published: date | None, above: Sequence[Line] = ()
) -> Iterator[NoticeText]:
    """The paper under a head, and those that begin behind its signature without a head of the usual form (公告第二号)."""
    title = "".join(lines[i - head.first].text for i in head.titles)
    alone = title and not is_personnel(title) and not _DECIDING.search(title)  # behind it stands what it encloses
    starts = [0, *(() if alone else find_papers_behind(lines, head.body - head.first)), len(lines)]
    yield _notice(lines[: starts[1]], head, several, published, above)
    for start, end in pairwise(starts[1:]):
        part = lines[start:end]
        yield _notice(part, _single_head(part), False, published)


def _notice(lines: Sequence[Line], head: Head, several: bool, published: date | None, above: Sequence[Line] = ()) -> NoticeText:
    """One paper; `lines` are its own, the numbers of `head` count in the whole document, `above` is a page's table of labels."""
    titles = [lines[i - head.first] for i in head.titles]
    title = "".join(line.text for line in titles)
    top = read_top(lines, head.body - head.first, [line.raw for line in above if LABELS.search(line.raw)])
    foot = cut_foot(lines[top.body :])
    main = [line for line in foot.main if line.text[-1] in "；;，" or not FURNITURE.fullmatch(line.text)]
    attached = [line for line in foot.attached if not FURNITURE.fullmatch(line.text)]
    number = head.number or top.number or (find_number_label(top.labelled) if top.labelled else "")
    if not number and any("主席令" in line.text for line in main[:12]):
        number = find_told_order(main)
    issuer = find_issuer(title, head.printed_by, foot.signers, find_issuer_label(top.labelled) if top.labelled else "", main)
    personnel = _may_hold_acts(title, several, main)
    issued = _day_of_issue(titles, top, foot, main if personnel else (), published)
    passages = read_passages(main) if personnel else ()
    if personnel and not passages:
        passages = tuple(line.passage for line in titles)
    count = head_count(titles) if personnel else _praised_count(main)
    return NoticeText(
        title=title,
        title_passage=whole_title(titles),
        doc_number=number,
        issuer=issuer,
        place=place_of(issuer) if issuer else "",
        issued=Bounds.on(issued),
        year=issued.year if issued else _year_of(number),
        recipients=top.recipients,
        head_count=count.number,
        head_count_place=count.place,
        head_count_text=count.text,
        passages=passages,
        attached=read_passages(attached) if personnel and attached else (),
        rosters=() if personnel else _roster_lines(lines[top.body :], title),
        issues=tuple(find_bad_days(lines)),
        personnel=personnel,
        start=lines[0].start,
        end=lines[-1].end,
    )


def _may_hold_acts(title: str, several: bool, main: Sequence[Line]) -> bool:
    """Whether a paper is to be read for acts: it has no title, speaks of appointments, or has a sentence that appoints."""
    if not title or is_personnel(title):
        return True
    if any(_ACTS.search(line.text) for line in main):
        return True
    return not several and not (ends_title(title) and _OTHER_PAPER.search(title))


def _day_of_issue(titles: Sequence[Line], top: Top, foot: Foot, main: Sequence[Line], published: date | None) -> date | None:
    return (
        find_head_day(titles, top.notes)
        or foot.day
        or find_decided_day(main, published)
        or (_labelled_day(top.labelled) if top.labelled else None)
    )


def _labelled_day(labelled: str) -> date | None:
    return find_issued_label(labelled) or find_published_label(labelled) or find_byline_day(labelled)


def _year_of(number: str) -> int | None:
    match = re.search(r"〔(\d{4})〕", number)
    return int(match[1]) if match else None


def whole_title(titles: Sequence[Line]) -> Passage | None:
    if not titles:
        return None
    return Passage("".join(line.text for line in titles), [at for line in titles for at in line.offsets])


def head_count(titles: Sequence[Line]) -> _Count:
    """How many people the title states, and where."""
    whole = whole_title(titles)
    match = _COUNT.search(whole.text) if whole else None
    return _count(whole, match) if whole and match else _Count()


def _praised_count(main: Sequence[Line]) -> _Count:
    """How many people the body of a commendation states, and where."""
    for line in main:
        match = _PRAISED.search(line.text) if "等" in line.text and ("表彰" in line.text or "名单" in line.text) else None
        if match:
            return _count(line.passage, match)
    return _Count()


def _count(passage: Passage, match: re.Match[str]) -> _Count:
    return _Count(parse_number(match[1]), passage.span(match.start(), match.end()), match[0])


def _roster_lines(lines: Sequence[Line], title: str) -> tuple[Passage, ...]:
    """The lines of another paper from its first list of people on; headings of lists are marked."""
    for k, line in enumerate(lines):
        if _begins_roster(line, title):
            return tuple(
                read_row(after) or Passage(after.text, after.offsets, bool(_LIST_HEAD.fullmatch(after.text))) for after in lines[k:]
            )
    return ()


def _begins_roster(line: Line, title: str) -> bool:
    """Whether a line is the heading of a list of people, its first member, or the head of a table of them."""
    text = line.text
    if "\t" in line.raw:
        return text.startswith(("姓名", "序号姓名")) and bool(_FOUNDS.search(title) or _PRAISES.search(title))
    if text[-1] in "单單" and _LIST_HEAD.fullmatch(text):
        return True
    if "：" in text or ":" in text:
        role = _ROLE.match(text)
        return bool(role and (role["title"] or _FOUNDS.search(title)))
    return bool(_PRAISES.search(title)) and find_columns(line.passage) is not None
