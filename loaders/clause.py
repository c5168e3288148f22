"""THE clause parser: what the clauses of one notice do to people and posts (design 3, the rules of writing).

Nothing is guessed: a clause that looks operative and fits no wording becomes an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.careers import find_period, is_coarse, read_entry, read_posts
from loaders.corrections import read_correction
from loaders.decided import find_decided
from loaders.fold import fold, hide_titles
from loaders.headings import SHORT_HEADING, Heading, read_heading
from loaders.hidden import HiddenNames
from loaders.ledger import Ledger
from loaders.matching import LONGEST, Found, Phrase, ends_in_post, fit
from loaders.names import Person, read_persons
from loaders.passage import ClauseReading, NoticeText, Passage
from loaders.placing import fit_anywhere
from loaders.posts import PostItem, split_post, split_row
from loaders.qualifiers import is_qualifier
from loaders.repeats import without_repeats
from loaders.rules import rules
from loaders.sentences import iter_clauses, iter_phrases
from loaders.standard import read_standard, wording_of
from loaders.subjects import find_mentions, find_subject
from loaders.tables import Cell, describe, person_of, read_across, read_header, read_people, read_row, spoken
from loaders.wordings import Wording, all_wordings, career_wording, may_speak, read_template, wording_of_title

_DECIDES = re.compile(r"同志|决定|研究|同意|任职|任免|任命|聘任")
_SHORT = 40
"""Paragraphs not longer may be headings or lines of a list and are always looked at."""
_HELD = re.compile(r"(?:，)?(?:先后|历|曾|调|改|升|转|出|后|现)*(?:任(?!命)|担任|当选)")
_DECIDED = re.compile(r"^.{0,30}(?:研究决定|决定|研究|同意|通过)")
_TOLD = read_template("{who}(?:先后|历|调|改|升|转|出)*(?:担任|任){posts}")
_VERB_ENDS = "为任的"
_TITLE_LINE = re.compile(r"([^，；。：、（）]{2,12}?)(?:（[^（）]{1,6}[名人]）)?")
_MOTION = re.compile(r"(?:提请|建议)[^，；。]{0,40}(?:议案|请示|报告)$")
_PROPOSES = re.compile(r"^(?!根据|按照|经)[^，；。：]*提请[^，；。：]{0,12}：$")
_RESOLVES = re.compile(r"会议(?:决定|通过)|表决通过|审议通过")


def parse_notice(notice: NoticeText) -> ClauseReading:
    """The acts of a notice in reading order, the clauses that were not understood, and how much of it was accounted for."""
    reader = _Reader(notice)
    for passage in notice.passages:
        reader.read(passage)
    if notice.attached and not reader.ledger.acts:
        for passage in notice.attached:
            reader.read(passage)
    return reader.result()


class _Reader:
    """Reads the passages of one notice one after the other and remembers the verbs that a later clause may leave out."""

    def __init__(self, notice: NoticeText) -> None:
        self.notice = notice
        self.ledger = Ledger(notice)
        self.context = self.ledger.context
        self.operative = self.accounted = 0
        self.by_procedure = False
        titled = wording_of_title(notice.title)
        self.heading: Wording | None = titled if titled and titled.action == "confirm" else None
        """The verb that a heading carries to every line below it."""
        self.verb: Wording | None = None
        """The verb of the clause before, which the next person may share."""
        self.posts: tuple[PostItem, ...] = ()
        """The posts in front of a colon, which the list of names behind it shares."""
        self.passage = Passage("", ())
        self.folded = ""
        self.gaps: tuple[int, ...] = ()
        self.proposed = bool(_MOTION.search(fold(notice.title)))
        """Whether the paper only proposes: nothing below is done by it."""
        self.told = ""
        """The period of the career entry that this clause has told last, - when it gave none."""
        self.period = ""
        """The period that the phrase before gave, for the posts of this one."""
        self.understood = False
        """Whether a rule accounts for the clause being read even when it makes no act."""
        self.table = 0
        self.columns: tuple[str, ...] = ()
        """The roles of the columns of the table being read."""
        self.people: tuple[Person, ...] = ()
        """The people of its columns, when these are people."""
        self.named_in = self.passage
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
        self.passage = passage
        standard = read_standard(passage.text, folded) if self.heading is None and not self.context.heading else None
        if standard is not None:
            self.ledger.take_standard(passage, standard)
            self.verb = wording_of(standard[-1][2][-1][0])
            self._account(0, len(folded), made=True)
            return
        passage = self.passage = self.names.hide(passage)
        folded = fold(passage.text)
        if not (self.heading or self.posts or self.verb or len(folded) <= _SHORT or rules().signal.search(folded)):
            self.context.remember(folded)
            return
        self.folded = hide_titles(folded)
        self.ledger.decided = find_decided(folded, self.notice) or self.ledger.decided
        if rules().lead_in.fullmatch(folded):
            self.context.remember(folded)
            return
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

    def _read_cells(self, cells: Sequence[Cell]) -> None:
        for cell in cells:
            for text in spoken(cell, wording_of_title(self.notice.title)):
                phrase = Phrase(text, fold(text))
                said = self._try_wordings(phrase, seated=True) or self._try_more_posts(phrase) or self._try_qualifier(phrase)
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
                self._read_phrase(a, b, number == 0, following)
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

    # -------------------------------------------------------- phrases

    def _read_phrase(self, start: int, end: int, first: bool, following: str) -> None:
        folded = self.folded[start:end]
        if len(folded) > LONGEST:
            return
        if self._try_career(Phrase(self.passage.text[start:end], folded)):
            return
        speaks = may_speak(folded)
        if speaks and self._carries(folded, self.folded[end : end + 1]):
            return
        if rules().proposals.search(folded) and not rules().passed.search(folded):
            self.understood |= find_mentions(Phrase(self.passage.text[start:end], folded), self.ledger)
            return
        tail = rules().tails.search(folded)
        cut = tail.start() if tail and tail.start() else len(folded)
        gaps = tuple(gap - start for gap in self.gaps if start < gap < start + cut)
        phrase = Phrase(self.passage.text[start : start + cut], folded[:cut], gaps, self.context.starts)
        if self.heading and gaps and self._try_carried(phrase):
            return
        if self._try_list(phrase, self.folded[end : end + 1]) or (speaks and self._try_wordings(phrase)):
            return
        if self._try_carried(phrase) or (speaks and self._try_wordings(phrase, weak=True)):
            return
        if self._try_qualifier(phrase) or self._try_more_posts(phrase):
            return
        if find_mentions(phrase, self.ledger):
            self.understood = True
        else:
            find_subject(phrase, self.ledger, first, following)

    def _try_career(self, phrase: Phrase) -> bool:
        """A period with posts tells what somebody held; whoever is not portrayed here gets no act from it."""
        period, self.period = self.period, ""
        begins = find_period(phrase.folded)
        if begins and begins[1] == len(phrase.folded):
            self.period = begins[0]
            return True
        told = fit(_TOLD, phrase, 0) if is_coarse(period) else None
        if told and self.ledger.make(career_wording(), told, effective=period):
            self.told, self.ledger.telling = period, True
            return True
        if not _HELD.match(phrase.folded, begins[1] if begins else 0) and not ((begins or period) and self.context.portrait):
            return False
        entry = read_entry(phrase.written, phrase.folded, period or self.told.strip("-"))
        if entry is None:
            return False
        if entry.posts and phrase.folded.startswith("现") and self.ledger.has_subject:
            return False
        if entry.posts and not phrase.folded.startswith("现"):
            self.told = entry.effective or "-"
            self.ledger.telling = True
        if entry.posts and self.context.recall():
            self.ledger.make(career_wording(), Found(items=entry.posts), effective=entry.effective)
        self.understood = True
        return True

    def _carries(self, folded: str, mark: str) -> bool:
        """Takes a phrase that is a heading (任命：, 学校决定聘任：) for what follows it."""
        if mark != "：" and len(folded) > SHORT_HEADING:
            return False
        core = _DECIDED.sub("", folded) if mark == "：" else folded
        ends = [folded[-size:] for size in range(2, SHORT_HEADING) if size < len(folded)] if mark == "：" else []
        for wording in all_wordings():
            if wording.heading and any(map(wording.heading.fullmatch, (folded, core, *ends))):
                self.heading = self.verb = wording
                self.understood = True
                return True
        return False

    def _try_wordings(self, phrase: Phrase, weak: bool = False, seated: bool = False) -> bool:
        """Whether a wording fits; `seated`: the subject is known though it stands in another line."""
        for wording in all_wordings():
            if not wording.cue.search(phrase.folded) or (wording.needs and not self.ledger.says(wording.needs)):
                continue
            if wording.weak != weak or (weak and not self._decided()):
                continue
            for template in wording.say:
                found = fit_anywhere(template, phrase, seated or self.ledger.has_subject)
                if found and self.ledger.make(self._confirmed(wording), found):
                    self.verb = wording
                    return True
        return False

    def _confirmed(self, wording: Wording) -> Wording:
        """The wording, or under a heading of those whose probation is over the confirmation that it means."""
        heading = self.heading
        return heading if heading and heading.action == "confirm" and wording.action == "appoint" else wording

    def _decided(self) -> bool:
        """Whether the paper decides here, so that a bare 为 can appoint."""
        return bool(self.verb and self.verb.action == "appoint") or bool(
            self.ledger.says(_DECIDES) or _DECIDES.search(self.notice.title)
        )

    def _try_carried(self, phrase: Phrase) -> bool:
        for wording in dict.fromkeys((self.verb, self.heading)):
            if wording is None:
                continue
            listed = wording.listed if wording is self.heading else ()
            for template in (*listed, *wording.carried) if phrase.gaps else (*wording.carried, *listed):
                found = fit(template, phrase, 0)
                if found and found.says_a_post and self.ledger.make(wording, found):
                    self.verb = wording
                    return True
        return False

    def _try_list(self, phrase: Phrase, mark: str) -> bool:
        """副主任医师：佴红、邝平 gives every name the post in front of the colon."""
        elected = wording_of_title("选举结果") if "选举产生" in self.context.text else None
        wording = self.heading or wording_of_title(self.notice.title) or elected
        if mark == "：":
            below, items = self._posts_of_all(phrase)
            if items:
                self.heading, self.posts = below, items
                self.understood = True
                return True
            item = split_post(phrase.written) if wording else None
            self.posts = (item,) if item else ()
            self.understood = bool(item) or self.understood
            return bool(item)
        if not self.posts or wording is None:
            return False
        persons = read_persons(phrase.with_commas(), introduced=False)
        if not persons:
            return False
        self.context.organization = ""
        return self.ledger.make(wording, Found(persons=persons, items=self.posts))

    def _posts_of_all(self, phrase: Phrase) -> tuple[Wording | None, tuple[PostItem, ...]]:
        """The wording and the posts of 任命下列同志为某院人民陪审员, which the names below share."""
        for wording in all_wordings():
            for template in wording.below:
                found = fit_anywhere(template, phrase, seated=True)
                if found and found.items:
                    return wording, found.items
        return None, ()

    def _try_qualifier(self, phrase: Phrase) -> bool:
        if not is_qualifier(phrase.folded) or not self.ledger.qualify(phrase):
            return False
        self.understood = True
        return True

    def _try_more_posts(self, phrase: Phrase) -> bool:
        """A phrase of posts alone continues the row before the comma."""
        if self.told:
            held = read_posts(phrase.written)
            if held and self.context.recall():
                self.ledger.make(career_wording(), Found(items=held), effective=self.told.strip("-"))
            self.understood = self.understood or bool(held)
            return bool(held)
        if not self.ledger.number or self.verb is None:
            return False
        items = split_row(phrase.written)
        return bool(items) and self.ledger.make(self.verb, Found(items=items, posts=phrase.folded))

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
