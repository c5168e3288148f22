"""Reads rows of tables and lines of labelled fields, whose columns and labels say what the cells do to whom."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.corrections import find_columns_of_halves, read_pair
from loaders.fold import fold
from loaders.matching import Phrase
from loaders.names import Person
from loaders.operative import Account, holds_post, is_operative, is_unread_row
from loaders.passage import NoticeText, Passage
from loaders.phrases import PhraseReader
from loaders.records import describe_by_fields
from loaders.records import read_fields as fields_of
from loaders.tables import SILENT, Cell, describe, person_of, read_across, read_header, read_people, spoken
from loaders.tables import read_row as read_cells


class RowReader(PhraseReader):
    """Reads row after row and remembers the columns of the table, or whom the fields are about."""

    def __init__(self, notice: NoticeText) -> None:
        super().__init__(notice)
        self.account = Account()
        self.table = 0
        self.columns: tuple[str, ...] = ()
        """The roles of the columns of the table being read."""
        self.halves: tuple[int, int] | None = None
        """Its columns of wrong sentences and of right ones, when it is one of corrections."""
        self.people: tuple[Person, ...] = ()
        """The people of its columns, when these are people."""
        self.named_in = self.passage
        self.told_of: tuple[Person, ...] = ()
        """Whom the labelled fields of the lines being read are about."""

    def read_row(self, passage: Passage) -> None:
        """Reads a row of a table as the phrases that its columns, or the word in front of it, make of it."""
        texts = [cell.text for cell in passage.cells]
        if passage.table != self.table:
            self.table, self.columns, self.people, self.halves = passage.table, (), (), None
        self.passage, self.folded = passage, fold(passage.text)
        self.ledger.begin(passage, 0, len(passage.text))
        if self.halves:
            wrong, right = (texts[k] if k < len(texts) else "" for k in self.halves)
            acts, self.understood = len(self.ledger.acts), True
            for wording, found, extra in read_pair(wrong, right):
                self.ledger.make(wording, found, extra)
            self.understood = len(self.ledger.acts) > acts or not is_operative(fold(wrong))
            self._account_row("a row of corrections that could not be read", acts)
            return
        if not self.columns and not self.people:
            self.halves = find_columns_of_halves(texts)
            if self.halves:
                return
            self.people = read_people(texts) or ()
            self.columns = () if self.people else read_header(texts) or ()
            self.named_in = passage
            if self.columns:
                self._report_columns(passage)
            elif not self.people and is_unread_row(texts):
                self._account_row("a row of a table whose columns are not known", acts=len(self.ledger.acts))
            return
        self.understood = True
        acts = len(self.ledger.acts)
        if self.people:
            self.people = describe(self.people, texts)
            for person, cell in zip(self.people, read_across(texts), strict=False):
                self.context.name((person,), self.named_in, 0, 0)
                self._read_cells([cell])
        else:
            cells = read_cells(self.columns, texts)
            named = person_of(cells)
            if named is not None:
                self.context.heading = next((cell.text for cell in cells if cell.role == "unit"), "")
                self.ledger.name((named,))
                self._read_cells(cells)
                self.context.heading = ""
            unread = texts if named is None else [text for role, text in zip(self.columns, texts, strict=False) if not role]
            self.understood = self.understood and not any(map(holds_post, unread))
        self._account_row("a row of a table some of whose posts could not be read", acts)

    def _report_columns(self, header: Passage) -> None:
        """Raises an issue for each column that is neither known nor left out by the written list."""
        at = 0
        for role, cell in zip(self.columns, header.cells, strict=True):
            if not role and cell.text:
                reason = "the table has a column that is not known: what stands in it is not read"
                self.ledger.issue("not_understood", reason, (at, at + len(cell.text)))
            at += len(cell.text) + 1

    def _account_row(self, reason: str, acts: int) -> None:
        """Counts the characters of a row or of a line of fields; `acts`: how many there were before it."""
        size = len(self.folded)
        if not self.understood:
            self.ledger.issue("not_understood", reason)
            self.account.in_issues += size
        elif len(self.ledger.acts) > acts:
            self.account.in_acts += size

    def read_fields(self, passage: Passage, folded: str) -> bool:
        """Reads a line of labelled fields (姓名：…), whose person the fields of the lines below are about."""
        cells = fields_of(passage.text, folded, bool(self.told_of)) if "：" in folded else None
        if cells is None:
            return False
        named = person_of(cells)
        if named:
            self.told_of, self.named_in, self.context.heading = (named,), passage, ""
            self.teller.portray(named, passage, max(passage.text.find(named.name), 0))
        self.told_of = describe_by_fields(self.told_of, cells)
        self.passage, self.folded, self.understood = passage, folded, True
        acts = len(self.ledger.acts)
        self.ledger.begin(passage, 0, len(folded))
        self.context.name(self.told_of, self.named_in, 0, 0)
        self.context.heading = next((cell.text for cell in cells if cell.role == "unit"), self.context.heading)
        self._read_cells(cells)
        self._account_row("a line of fields some of whose posts could not be read", acts)
        return True

    def _read_cells(self, cells: Sequence[Cell]) -> None:
        for cell in cells:
            phrases = spoken(cell, self.heading or self.titled)
            if not phrases and cell.role not in SILENT and holds_post(cell.text):
                self.understood = False
            for text in phrases:
                phrase = Phrase(text, fold(text))
                said = self.try_wordings(phrase, seated=True) or self.try_more_posts(phrase) or self.try_qualifier(phrase)
                self.understood = self.understood and said
