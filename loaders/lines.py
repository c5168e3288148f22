"""A text as lines that know their place, and lines as paragraphs: what a page or a column broke is put together again."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from loaders.fold import fold
from loaders.noise import NOISE, without_disguise
from loaders.padded import part_columns
from loaders.passage import Passage
from loaders.posts import find_title

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
_READING = rf"(?<=[\u4e00-\u9fff])[(（]\s*(?:[a-zɡ]{{0,4}}[{_TONES}][a-z{_TONES}ɡ]{{0,5}}|de|le|zi|ma|ne|men)\s*[)）]"
_MARKUP = r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]*)?/?>|&(?:nbsp|ensp|emsp);"
_LATIN_IN_BRACKETS = re.compile(rf"[(（]\s*[a-zɡ{_TONES}]")
_LEFT_OUT = re.compile(rf"{NOISE}+|{_READING}|{_MARKUP}")
_TERMINAL = "。；;！!？?：:”」】〗"
_BODY = re.compile(r"[局委会院处所中心室部站校厂司庭队府村镇乡区县市办社团学馆台]$")
_VERB_HEADING = re.compile(r"(?:决定)?(?:任命?|免去?|聘任|解聘|任职|免职)[：:]")
_GAP = re.compile(r"\S(?:\u3000| {2})\s*\S{2}")
_HOLDERS = re.compile(
    r"(?:[^\s，。；、：:（）()]{1,20}[ \u3000]+)?([^\s，。；、：:（）()]{2,20})"
    r"(?:[：:]|[ \u3000]{1,12}(?=[^\s：:]{2,4}(?:$|[、（(\s])))"
)
_FRAMED = re.compile(r"^[■□●◆★▲※◎○]\s*")
_NAMED = re.compile(r"[\u4e00-\u9fff·]{2,12}(?:[（(][^（()）]{1,8}[)）])?[ \u3000]+[^\s，,；;。：:]{3,60}$")
_LEAVER = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[（(][^（()）]{1,8}[)）])?(?:同志)?的.{4}")
"""A line of a list of what people leave: 戚家军的某室四级调研员职级."""
_LISTED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|[①-⑳]|第[一二三四五六七八九十]+[条章]|附")


class Line(Struct, frozen=True, gc=False):
    """One line that is not blank: squashed, each character with its place in the text."""

    text: str
    offsets: Sequence[int]
    indent: int
    """White space before it, in columns (a full-width blank is two)."""
    start: int
    end: int
    raw: str
    """As it stands, without the white space at its ends."""

    @property
    def passage(self) -> Passage:
        """The line as a passage of its own."""
        return Passage(self.text, self.offsets)


def squash_line(raw: str, start: int) -> Line | None:
    """The line that begins at `start`, without white space and readings in brackets; None when nothing is left.

    >>> line = squash_line("　孔 辉肖世強(qiáng)", 10)
    >>> line.text, list(line.offsets)
    ('孔辉肖世強', [11, 13, 14, 15, 16])
    """
    stripped = raw.strip()
    if not stripped:
        return None
    lead = raw.find(stripped)
    first = start + lead
    indent = lead + raw.count("\u3000", 0, lead) if lead else 0
    if _is_plain(stripped):
        return Line(stripped, range(first, first + len(stripped)), indent, first, first + len(stripped), stripped)
    kept: list[str] = []
    offsets = array("I")
    at = 0
    for match in _LEFT_OUT.finditer(stripped):
        kept.append(stripped[at : match.start()])
        offsets.extend(range(first + at, first + match.start()))
        at = match.end()
    kept.append(stripped[at:])
    offsets.extend(range(first + at, first + len(stripped)))
    text = "".join(kept)
    if not text:
        return None
    return Line(text, offsets, indent, first, first + len(stripped), stripped)


def _is_plain(text: str) -> bool:
    """Whether a line surely holds nothing to leave out: a cheap test before the costly pattern."""
    if not text.isprintable() or " " in text or "<" in text or "&" in text:
        return False
    return not (("（" in text or "(" in text) and _LATIN_IN_BRACKETS.search(text))


def read_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines = []
    start = 0
    for raw in without_disguise(text).split("\n"):
        line = squash_line(raw, start) if raw else None
        if line is not None:
            lines.append(line)
        start += len(raw) + 1
    return lines


def read_passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The paragraphs of a body: broken lines joined, rows of tables with their cells, headings marked."""
    if not lines:
        return ()
    lines = _with_columns(lines)
    joins = _find_joins(lines)
    if not joins and not any("\t" in line.raw for line in lines):
        return tuple([Passage(line.text, line.offsets, line.text[-1] not in "。；" and is_heading(line)) for line in lines])
    passages: list[Passage] = []
    table = 0
    in_table = False
    held: list[Line] = []
    for i, line in enumerate(lines):
        row = read_row(line, table + (not in_table))
        if row:
            table += not in_table
            passages.append(row)
            in_table = True
            continue
        in_table = False
        held.append(line)
        if i in joins:
            continue
        passages.append(_joined(held) if len(held) > 1 else Passage(line.text, line.offsets, is_heading(line)))
        held = []
    return tuple(passages)


def _with_columns(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of tables that only blanks part with tabs as they would stand in a table."""
    raws = part_columns([line.raw for line in lines])
    return [line if raw is line.raw else msgspec.structs.replace(line, raw=raw) for line, raw in zip(lines, raws, strict=True)]


def read_row(line: Line, table: int = 1) -> Passage | None:
    """The row of a table that a line with tabs is, with its cells; None for any other line."""
    cells = _cells(line) if "\t" in line.raw else ()
    if len(cells) < 2:
        return None
    return Passage("\t".join(c.text for c in cells), _row_offsets(cells), table=table, cells=cells)


def is_heading(line: Line) -> bool:
    """Whether a line can only be a title of what follows: short, no sentence, not parted into columns.

    >>> [is_heading(squash_line(t, 0)) for t in ("任　命：", "一、职级晋升", "大榆树村", "免去缪军职务。", "郎平川　　为某院庭长")]
    [True, True, True, False, False]
    """
    text = line.text
    if len(text) > 24 or text[-1] in "。；;，,、.":
        return False
    if text[-1] in "：:":
        return True
    inner = _FRAMED.sub("", line.raw)
    return len(_FRAMED.sub("", text)) == len(inner) and not any(c in text for c in "，,；;。：:")


def _joined(lines: Sequence[Line]) -> Passage:
    offsets = array("I")
    for line in lines:
        offsets.extend(line.offsets)
    return Passage("".join(line.text for line in lines), offsets)


def _cells(line: Line) -> tuple[Passage, ...]:
    cells = []
    start = line.start
    for raw in line.raw.split("\t"):
        cell = squash_line(raw, start)
        cells.append(cell.passage if cell else Passage("", ()))
        start += len(raw) + 1
    return tuple(cells)


def _row_offsets(cells: Sequence[Passage]) -> array[int]:
    """The places of the characters of a row; a tab between cells has that of the character before it."""
    offsets = array("I")
    for i, cell in enumerate(cells):
        if i:
            offsets.append(offsets[-1] if offsets else next((c.offsets[0] for c in cells if c.text), 0))
        offsets.extend(cell.offsets)
    return offsets


def _find_joins(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that go on in the next one."""
    open_ends = [i for i in range(len(lines) - 1) if lines[i].text[-1] not in _TERMINAL and "\t" not in lines[i].raw]
    if not open_ends:
        return set()
    widths = [_width(line) + (4 if line.indent == 0 and _begins(lines, i) else 0) for i, line in enumerate(lines)]
    widest = max(widths)
    full = [i for i in open_ends if widths[i] >= widest - 6 and widest >= 20]
    wrapped = len(full) >= 2 and len(full) >= 0.6 * len(open_ends)
    if len(open_ends) == 1 and len(lines) <= 3:
        wrapped = bool(full) and _is_begun(lines[open_ends[0]].text) and lines[open_ends[0] + 1].text[-1] in _TERMINAL
    indented = sum(line.indent >= 2 for line in lines)
    by_indent = 0 < indented < len(lines) and lines[0].indent >= 2
    ended = sum(line.text[-1] in _TERMINAL for line in lines)
    reaching = frozenset(full)
    joins = set()
    for i in open_ends:
        after = lines[i + 1]
        if _LISTED.match(after.text) or "\t" in after.raw or (after.text[-1] in "：:" and _VERB_HEADING.fullmatch(after.text)):
            continue
        if _names_holders(after) or (_is_named(lines[i]) and _is_named(after)):
            continue
        if _LEAVER.match(after.text) and _LEAVER.match(lines[i].text):
            continue
        if _names_holders(lines[i]) and lines[i].text[-1] not in "、，,和":
            continue
        if by_indent and lines[i].text[-1] not in "）)":
            go_on = after.indent < 2 and not (widths[i] < max(widest - 6, 48) and _heads(lines, i + 1))
        elif lines[i].text[-1] in "，,、（(":
            go_on = True
        elif (0 < indented < len(lines) and after.indent >= 2) or (_is_listed(lines[i]) and _is_listed(after)):
            go_on = False
        else:
            go_on = (wrapped and i in reaching) or (ended >= 3 and ended >= 0.7 * len(lines) and _is_cut(lines[i].text, after.text))
        if go_on:
            joins.add(i)
    return joins


def _is_named(line: Line) -> bool:
    """Whether a line is a name and a post with a blank between: 王一 某县人民法院审判员."""
    match = _NAMED.match(line.raw)
    return match is not None and len(line.text) <= 60 and find_title(fold(line.text)) is not None


def _is_listed(line: Line) -> bool:
    """Whether a line is one of a list in columns: parted by wide gaps, and no sentence."""
    return len(line.text) <= 40 and bool(_GAP.search(line.raw)) and not any(mark in line.text for mark in "，,；;。：:")


def _names_holders(line: Line) -> bool:
    """Whether a line begins with a title and its holders behind a colon or a blank: 副主任：谢涛、邓超, 党支部书记　王大河."""
    match = _HOLDERS.match(line.raw)
    return match is not None and find_title(fold(match[1])) is not None


def _heads(lines: Sequence[Line], i: int) -> bool:
    """Whether a line stands as a heading over an indented one: a short line in the margin that names a body."""
    return i + 1 < len(lines) and lines[i + 1].indent >= 2 and is_heading(lines[i]) and bool(_BODY.search(lines[i].text))


def _is_begun(text: str) -> bool:
    """Whether a line that does not end is a sentence under way: it has commas."""
    return "，" in text or "," in text


_CLAUSE = re.compile(
    r"(?:任命|免去|提名|聘任|解聘|委派|推荐)[\u4e00-\u9fff·]{2}|[\u4e00-\u9fff·]{2,8}?(?:同志)?(?:（[^（）]{1,12}）)?(?:(?<!主)任|不再|为|免)"
)


def _is_cut(text: str, after: str) -> bool:
    """Whether a page was turned inside a clause: it begins like one and does not end, and what follows only ends."""
    return bool(_CLAUSE.match(text)) and not _CLAUSE.match(after) and after[-1] in "。；;" and len(after) < 60


def _begins(lines: Sequence[Line], i: int) -> bool:
    """Whether a line begins a paragraph, whose indent of two characters texts taken from print often lost."""
    return i == 0 or lines[i - 1].text[-1] in _TERMINAL


def _width(line: Line) -> int:
    """Columns that the line takes, with its indent."""
    return line.indent + sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line.raw)
