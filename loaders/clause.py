"""THE clause parser: what the clauses of one notice do to people and posts (design 3, the rules of writing).

Nothing is guessed: a clause that looks operative and fits no wording becomes an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.corrections import read_correction
from loaders.decided import find_decided
from loaders.fold import fold, hide_titles
from loaders.headings import Heading, read_heading
from loaders.hidden import HiddenNames
from loaders.matching import Phrase, ends_in_post
from loaders.names import Person
from loaders.passage import ClauseReading, NoticeText, Passage
from loaders.phrases import PhraseReader
from loaders.posts import PostItem, split_post
from loaders.records import describe_by_fields, read_fields
from loaders.repeats import without_repeats
from loaders.rules import rules
from loaders.sentences import iter_clauses, iter_phrases
from loaders.standard import read_standard, wording_of
from loaders.tables import Cell, describe, person_of, read_across, read_header, read_people, read_row, spoken
from loaders.wordings import wording_of_title

_SHORT = 40
"""Paragraphs not longer may be headings or lines of a list and are always looked at."""
_VERB_ENDS = "为任的"
_TITLE_LINE = re.compile(r"([^，；。：、（）]{2,12}?)(?:（[^（）]{1,6}[名人]）)?")
_COUNTED = re.compile(r"等[一二三四五六七八九十百\d]+(?:名|位|人)")
_NAMES_ALONE = re.compile(r"(?!附|.*名单)(?:[^，；。：、（）]{2,40}(?:（[^（）]{1,6}）)?、?)+")
_MOTION = re.compile(r"(?:提请|建议)[^，；。]{0,40}(?:议案|请示|报告)$")
_PROPOSES = re.compile(r"^(?!根据|按照|经)[^，；。：]*提请[^，；。：]{0,12}：$")
_RESOLVES = re.compile(r"会议(?:决定|通过)|表决通过|审议通过")


def parse_notice(notice: NoticeText) -> ClauseReading:
    """The acts of a notice in reading order, the clauses that were not understood, and how much of it was accounted for."""
    reader = _Reader(notice)
    for passage in notice.passages:
        reader.read(passage)
    if notice.attached and reader.ledger.acts:
        reader.read_names(notice.attached)
    elif notice.attached:
        for passage in notice.attached:
            reader.read(passage)
    return reader.result()


class _Reader(PhraseReader):
    """Reads the passages of one notice one after the other, and the clauses of each."""

    def __init__(self, notice: NoticeText) -> None:
        super().__init__(notice)
        self.operative = self.accounted = 0
        self.by_procedure = False
        self.proposed = bool(_MOTION.search(fold(notice.title)))
        """Whether the paper only proposes: nothing below is done by it."""
        self.table = 0
        self.columns: tuple[str, ...] = ()
        """The roles of the columns of the table being read."""
        self.people: tuple[Person, ...] = ()
        """The people of its columns, when these are people."""
        self.named_in = self.passage
        self.told_of: tuple[Person, ...] = ()
        """Whom the labelled fields of the lines being read are about."""
        self.names = HiddenNames(notice)

    # -------------------------------------------------------- passages

    def read(self, passage: Passage) -> None:
        """Reads one paragraph or line."""
        folded = fold(passage.text)
        self.proposed = (self.proposed or bool(_PROPOSES.search(folded))) and not _RESOLVES.search(folded)
        if self.proposed:
            self.operative += len(folded)
            self.accounted += len(folded)
            return
        if passage.cells:
            self._read_row(passage)
            return
        if self._read_fields(passage, folded):
            return
        self.passage = passage
        standard = read_standard(passage.text, folded) if self.heading is None and not self.context.heading else None
        if standard is not None:
            self.ledger.take_standard(passage, standard)
            self.verb = wording_of(standard[-1][2][-1][0])
            self._account(0, len(folded), made=True)
            return
        if not (self.heading or self.posts or self.verb or len(folded) <= _SHORT or rules().signal.search(folded)):
            self.context.remember(folded)
            return
        self.ledger.decided = find_decided(folded, self.notice) or self.ledger.decided
        if rules().lead_in.fullmatch(folded):
            self.context.remember(folded)
            return
        passage = self.passage = self.names.hide(passage)  # only now: names are looked for in the whole notice
        self.folded = hide_titles(fold(passage.text))
        if self._take_post(passage):
            return
        if heading := read_heading(self.folded, passage.heading):
            self._take_heading(heading)
            return
        offsets = passage.offsets
        self.gaps = tuple(
            i
            for i in range(1, len(offsets))
            if offsets[i] - offsets[i - 1] > (2 if self.folded[i - 1] in _VERB_ENDS else 1)  # else the line only breaks there
        )
        for start, end in iter_clauses(self.folded):
            self._read_clause(start, end)

    def read_names(self, passages: Sequence[Passage]) -> None:
        """Reads an attached list of names where the body names only the first of them (任命张三等12名同志为某院人民陪审员)."""
        counted = [act for act in self.ledger.acts if _COUNTED.search(act.clause)]
        if len({(act.action, act.organization, act.post) for act in counted}) != 1:
            return
        first = counted[0]
        self.heading = wording_of(first.action) if first.action in ("appoint", "dismiss") else None
        for passage in passages if self.heading else ():
            if _NAMES_ALONE.fullmatch(fold(passage.text)) and not ends_in_post(fold(passage.text)):
                self.posts = (PostItem(first.organization, first.post, first.kind),)
                self.read(passage)

    def _take_heading(self, heading: Heading) -> None:
        self.verb = None
        if heading.organization:
            self.context.heading = self.passage.text[heading.start : heading.start + len(heading.organization)]
            return
        self.heading = heading.wording
        self.context.heading = ""
        self.posts = ()

    def _take_post(self, passage: Passage) -> bool:
        """Takes a line that is a bare title (正高级工程师（2人）) for the post of the names below it."""
        match = _TITLE_LINE.fullmatch(self.folded)
        item = split_post(passage.text[: match.end(1)]) if match and wording_of_title(self.notice.title) else None
        if item is None or not item.bare:
            return False
        self.posts = (item,)
        return True

    def _read_row(self, passage: Passage) -> None:
        """Reads a row of a table as the phrases that its columns, or the word in front of it, make of it."""
        texts = [cell.text for cell in passage.cells]
        if passage.table != self.table:
            self.table, self.columns, self.people = passage.table, (), ()
        if not self.columns and not self.people:
            self.people = read_people(texts) or ()
            self.columns = () if self.people else read_header(texts) or ()
            self.named_in = passage
            return
        self.passage, self.folded = passage, fold(passage.text)
        self.ledger.begin(passage, 0, len(passage.text))
        self.understood = True
        acts = len(self.ledger.acts)
        if self.people:
            self.people = describe(self.people, texts)
            for person, cell in zip(self.people, read_across(texts), strict=False):
                self.context.name((person,), self.named_in, 0, 0)
                self._read_cells([cell])
        else:
            cells = read_row(self.columns, texts)
            named = person_of(cells)
            if named is None:
                return
            self.context.heading = next((cell.text for cell in cells if cell.role == "unit"), "")
            self.ledger.name((named,))
            self._read_cells(cells)
            self.context.heading = ""
        if not self.understood:
            self.ledger.issue("not_understood", "a row of a table some of whose posts could not be read")
        self._account(0, len(passage.text), made=len(self.ledger.acts) > acts, raised=not self.understood)

    def _read_fields(self, passage: Passage, folded: str) -> bool:
        """Reads a line of labelled fields (姓名：…), whose person the fields of the lines below are about."""
        cells = read_fields(passage.text, folded, bool(self.told_of)) if "：" in folded else None
        if cells is None:
            return False
        named = person_of(cells)
        if named:
            self.told_of, self.named_in, self.context.heading = (named,), passage, ""
        self.told_of = describe_by_fields(self.told_of, cells)
        self.passage, self.folded, self.understood = passage, folded, True
        acts = len(self.ledger.acts)
        self.ledger.begin(passage, 0, len(folded))
        self.context.name(self.told_of, self.named_in, 0, 0)
        self.context.heading = next((cell.text for cell in cells if cell.role == "unit"), self.context.heading)
        self._read_cells(cells)
        self._account(0, len(folded), made=len(self.ledger.acts) > acts, raised=not self.understood)
        return True

    def _read_cells(self, cells: Sequence[Cell]) -> None:
        for cell in cells:
            for text in spoken(cell, wording_of_title(self.notice.title)):
                phrase = Phrase(text, fold(text))
                said = self.try_wordings(phrase, seated=True) or self.try_more_posts(phrase) or self.try_qualifier(phrase)
                self.understood = self.understood and said

    # -------------------------------------------------------- clauses

    def _read_clause(self, start: int, end: int) -> None:
        ledger, text = self.ledger, self.folded[start:end]
        ledger.begin(self.passage, start, end)
        self.understood, self.told = False, ""
        acts, issues = len(ledger.acts), len(ledger.issues)
        corrected = read_correction(self.passage.text[start:end])
        for wording, found, extra in corrected:
            ledger.make(wording, found, extra)
        if not corrected:
            phrases = list(iter_phrases(self.folded, start, end))
            for number, (a, b) in enumerate(phrases):
                following = self.folded[phrases[number + 1][0] : phrases[number + 1][1]] if number + 1 < len(phrases) else ""
                self.read_phrase(a, b, number == 0, following)
        if rules().by_procedure.search(text):
            self.by_procedure = self.understood = True
        self._account(start, end, made=len(ledger.acts) > acts, raised=len(ledger.issues) > issues)
        self.context.remember(text + "。")
        if self.folded[end : end + 1] == "。":
            self.verb = None

    def _account(self, start: int, end: int, made: bool, raised: bool = False) -> None:
        size = end - start
        if made or (self.understood and not raised):
            self.operative += size
            self.accounted += size
            return
        text = self.folded[start:end]
        if raised:
            self.operative += size
        elif rules().operative.search(text) or (self.heading and ends_in_post(text)):
            self.operative += size
            if rules().ignored.search(text):
                self.accounted += size
            else:
                self.ledger.issue("not_understood", "no wording fits this clause")

    def result(self) -> ClauseReading:
        """All that was read."""
        reading = ClauseReading(
            acts=tuple(without_repeats(self.ledger.acts)),
            issues=tuple(self.ledger.issues),
            operative=self.operative,
            accounted=self.accounted,
            by_procedure=self.by_procedure,
        )
        return self.names.show(reading)
