"""THE clause parser: what the clauses of one notice do to people and posts (design 3, the rules of writing).

Nothing is guessed: a clause that looks operative and fits no wording becomes an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Action
from loaders.fold import fold, hide_titles
from loaders.matching import Found, Phrase, fit
from loaders.names import Person, read_persons
from loaders.passage import ClauseReading, NoticeText, ParsedAct, ParsedIssue, Passage
from loaders.posts import PostItem, place_of_head, shared, split_row
from loaders.qualifiers import effective_of, is_qualifier, is_retirement, speaks_of_all
from loaders.rules import rules
from loaders.sentences import iter_clauses, iter_phrases
from loaders.standard import StandardAct, read_standard
from loaders.wordings import Template, Wording, all_wordings

_CANDIDATE = re.compile(r"(?:人选|候选人)$")
_COUNTED_OFF = re.compile(r"^(?:现|并|同时|也|且|依法|另)?")
_SUBJECT = re.compile(r"(?:同志)?(?:（[^（）]*）)?$")


def parse_notice(notice: NoticeText) -> ClauseReading:
    """The acts of a notice in reading order, the clauses that were not understood, and how much of it was accounted for."""
    reader = _Reader(notice)
    for passage in notice.passages:
        reader.read(passage)
    return reader.result()


class _Reader:
    """Reads the passages of one notice one after the other and remembers what a later clause may leave out."""

    def __init__(self, notice: NoticeText) -> None:
        self.notice = notice
        self.acts: list[ParsedAct] = []
        self.issues: list[ParsedIssue] = []
        self.operative = self.accounted = 0
        self.by_procedure = False
        self.clause_no = 0
        self.persons: tuple[Person, ...] = ()
        self.persons_clause: tuple[int, int] = (0, 0)
        """Where the clause that named them begins, and its number."""
        self.organization = ""
        self.courts: list[str] = []
        self.heading: Wording | None = None
        self.heading_organization = ""
        self.verb: Wording | None = None
        self.made_by: Wording | None = None
        self.passage = Passage("", ())
        self.persons_passage = self.passage
        self.gaps: tuple[int, ...] = ()
        self.number = 0
        self.folded = ""
        self.clause: tuple[int, int] = (0, 0)

    # -------------------------------------------------------- passages and clauses

    def read(self, passage: Passage) -> None:
        """Reads one paragraph or line."""
        folded = fold(passage.text)
        self.passage, self.folded = passage, folded
        standard = read_standard(passage.text, folded)
        if standard is not None:
            self._take_standard(standard)
            return
        self.folded = hide_titles(folded)
        self.gaps = _gaps(passage)
        for start, end in iter_clauses(self.folded):
            self._read_clause(start, end)

    def _take_standard(self, found: list[StandardAct]) -> None:
        passage = self.passage
        self.operative += len(passage.text)
        self.accounted += len(passage.text)
        start, end, number = -1, -1, 0
        for one in found:
            if one.start != start:
                start, end = one.start, one.end
                self.clause_no = number = self.clause_no + 1
            item, person = one.item, one.person
            if item.bare:
                item = self._in_context(item, 0)
            first, last = passage.span(start, end)
            self.acts.append(
                ParsedAct(
                    clause_no=number,
                    action=one.action,
                    person=person.name,
                    gender=person.gender,
                    ethnicity=person.ethnicity,
                    organization=item.organization,
                    post=item.post,
                    kind=item.kind,
                    qualifier=item.qualifier,
                    effective=effective_of(item.qualifier[0]) if item.qualifier else "",
                    clause=passage.text[start:end],
                    start=first,
                    end=last,
                )
            )
        last_one = found[-1]
        self.persons, self.persons_clause = (last_one.person,), (start, number)
        self.organization, self.verb = item.organization, None

    def _read_clause(self, start: int, end: int) -> None:
        self.clause = (start, end)
        if not self.heading:
            self.verb = self.verb if self.acts else None
        before = len(self.acts)
        issues = len(self.issues)
        self.number = 0
        phrases = list(iter_phrases(self.folded, start, end))
        for number, (a, b) in enumerate(phrases):
            self._read_phrase(a, b, number == 0, number + 1 == len(phrases))
        text = self.folded[start:end]
        if rules().by_procedure.search(text):
            self.by_procedure = True
        if len(self.acts) > before:
            self.operative += end - start
            self.accounted += end - start
        elif len(self.issues) > issues:
            self.operative += end - start
        elif rules().operative.search(text) and not rules().by_procedure.search(text):
            self.operative += end - start
            if rules().ignored.search(text):
                self.accounted += end - start
            else:
                self._issue("not_understood", start, end, "no wording fits this clause")

    def _issue(self, kind: str, start: int, end: int, reason: str) -> None:
        first, last = self.passage.span(start, end)
        self.issues.append(ParsedIssue(kind=kind, text=self.passage.text[start:end], start=first, end=last, reason=reason))

    # -------------------------------------------------------- phrases

    def _read_phrase(self, start: int, end: int, first: bool, last: bool) -> None:
        folded = self.folded[start:end]
        if "《" in folded and not re.sub(r"《[^》]*》", "", folded):
            return
        for wording in all_wordings():
            if wording.heading and wording.heading.fullmatch(folded):
                self.heading = self.verb = wording
                return
        tail = rules().tails.search(folded)
        proposal = rules().proposals.search(folded)
        if proposal and not rules().passed.search(folded):
            return
        cut = len(folded) - (len(tail.group()) if tail and tail.start() else 0)
        gaps = tuple(gap - start for gap in self.gaps if start < gap < start + cut)
        phrase = Phrase(self.passage.text[start : start + cut], folded[:cut], gaps)
        if self._try_wordings(phrase, start) or self._try_carried(phrase, start):
            return
        if self._try_qualifier(phrase, start) or self._try_more_posts(phrase, start):
            return
        self._try_subject(phrase, start)

    def _try_wordings(self, phrase: Phrase, at: int) -> bool:
        for wording in all_wordings():
            if not re.search(wording.cue, phrase.folded):
                continue
            for template in wording.say:
                if wording.weak and not self._decided(phrase):
                    continue
                found = self._fit_anywhere(template, phrase)
                if found and self._make(wording, found, at):
                    self.verb = wording
                    return True
        return False

    def _decided(self, phrase: Phrase) -> bool:
        """Whether the paper decides here, so that a bare 为 can appoint."""
        return bool(self.verb and self.verb.action in ("appoint", "nominate")) or bool(
            re.search(r"同志|决定|同意", phrase.folded) or re.search(r"决定|研究|同意|任职|任免|任命", self.notice.title)
        )

    def _fit_anywhere(self, template: Template, phrase: Phrase) -> Found | None:
        first = template.pieces[0]
        blocks = rules().blocks
        if isinstance(first, re.Pattern):
            for match in first.finditer(phrase.folded):
                if blocks.search(phrase.folded, 0, match.start()):
                    break
                found = fit(template, phrase, match.start())
                if found and (found.persons or self._may_lack_subject(phrase.folded[: match.start()])):
                    return found
            return None
        starts = [0, *(match.end() for match in rules().starts.finditer(phrase.folded))]
        for start in starts:
            if blocks.search(phrase.folded, 0, start):
                break
            found = fit(template, phrase, start)
            if found:
                return found
        return None

    def _may_lack_subject(self, prefix: str) -> bool:
        return bool(self.persons) and re.fullmatch(r"(?:现|并|同时|也|且|依法|另|决定|同意|建议|、|和|关于)*", prefix) is not None

    def _try_carried(self, phrase: Phrase, at: int) -> bool:
        for wording in (self.verb, self.heading):
            if wording:
                for template in wording.carried:
                    found = fit(template, phrase, 0)
                    if found and self._make(wording, found, at):
                        self.verb = wording
                        return True
        return False

    def _try_qualifier(self, phrase: Phrase, at: int) -> bool:
        if not self.acts or not is_qualifier(phrase.folded):
            return False
        everyone = speaks_of_all(phrase.folded)
        for index in range(len(self.acts) - 1, -1, -1):
            act = self.acts[index]
            if not everyone and act.clause_no != self.number:
                break
            if everyone and act.action not in ("appoint", "confirm"):
                continue
            self.acts[index] = _qualified(act, phrase)
            if not everyone and index and self.acts[index - 1].person != act.person:
                break
        return True

    def _try_more_posts(self, phrase: Phrase, at: int) -> bool:
        """A phrase of posts alone continues the row before the comma."""
        if not self.acts or not self.number or not self.verb or self.verb is not self.made_by:
            return False
        items = split_row(phrase.written)
        if not items:
            return False
        return self._make(self.verb, Found(persons=self.persons, items=items, posts=phrase.folded), at)

    def _try_subject(self, phrase: Phrase, at: int) -> None:
        """A name alone is the subject of what follows."""
        text = phrase.folded
        if len(text) > 40 or not (text.endswith(("同志", "）")) or phrase.gaps or 2 <= len(text) <= 4):
            return
        persons = read_persons(phrase.written)
        if persons and (text.endswith("同志") or len(persons) == 1):
            self._name(persons, at)

    # -------------------------------------------------------- acts

    def _name(self, persons: tuple[Person, ...], at: int) -> None:
        self.persons = persons
        self.persons_clause = (self.clause[0], self.number)
        self.persons_passage = self.passage

    def _make(self, wording: Wording, found: Found, at: int) -> bool:
        persons = found.persons or self.persons
        if not persons:
            if found.its:
                self._issue("dangling", *self.clause, "nobody is named before")
                return True
            return False
        items: Sequence[PostItem] = found.items or (PostItem("", ""),)
        action: Action = wording.action
        if _CANDIDATE.search(found.posts) and action == "appoint":
            action = "nominate"
        if found.persons and found.persons is not self.persons:
            if not self.number:
                self.clause_no += 1
                self.number = self.clause_no
            self._name(found.persons, at)
        elif not self.number:
            self.number = self._join_clause()
        start, end = self._clause_span()
        clause = self.passage.text[self.clause[0] : self.clause[1]]
        resolved = [self._in_context(item, number) for number, item in enumerate(items)]
        for person in persons:
            for item in resolved:
                qualifier = tuple(dict.fromkeys((*wording.qualifier, *item.qualifier, *person.qualifier)))
                if "代理" in qualifier and "代理" in wording.qualifier:
                    qualifier = tuple(dict.fromkeys(qualifier))
                self.acts.append(
                    ParsedAct(
                        clause_no=self.number,
                        action=action,
                        person=person.name,
                        gender=person.gender,
                        ethnicity=person.ethnicity,
                        organization=item.organization,
                        post=item.post,
                        kind=item.kind,
                        qualifier=qualifier,
                        effective=next(filter(None, map(effective_of, qualifier)), ""),
                        previous=person.previous,
                        clause=clause,
                        start=start,
                        end=end,
                    )
                )
        self.made_by = wording
        return True

    def _join_clause(self) -> int:
        """The number of the clause that named the people when nothing but them connects this one to it."""
        return self.persons_clause[1] or self._next_clause()

    def _next_clause(self) -> int:
        self.clause_no += 1
        return self.clause_no

    def _clause_span(self) -> tuple[int, int]:
        start, end = self.clause
        if self.persons_passage is self.passage:
            return self.passage.span(min(start, self.persons_clause[0]), end)
        return self.persons_passage.offsets[self.persons_clause[0]], self.passage.span(start, end)[1]

    def _in_context(self, item: PostItem, number: int) -> PostItem:
        """The post with the organization that the text leaves out, and what later posts may share."""
        if item.bare:
            if not item.organization:
                item = shared(item, self.organization or self.heading_organization, self.courts)
            if not item.organization and place_of_head(fold(item.post), "") is None and self.notice.place:
                item = self._of_the_place(item)
        if item.organization:
            self.organization = item.organization
            if "法院" in item.organization or "检察院" in item.organization:
                self.courts.append(item.organization)
        return item

    def _of_the_place(self, item: PostItem) -> PostItem:
        return item

    def result(self) -> ClauseReading:
        return ClauseReading(
            acts=tuple(self.acts),
            issues=tuple(self.issues),
            operative=self.operative,
            accounted=self.accounted,
            by_procedure=self.by_procedure,
        )


def _gaps(passage: Passage) -> tuple[int, ...]:
    offsets = passage.offsets
    return tuple(i for i in range(1, len(offsets)) if offsets[i] - offsets[i - 1] > 1)


def _qualified(act: ParsedAct, phrase: Phrase) -> ParsedAct:
    import msgspec

    action: Action = "retire" if act.action == "dismiss" and is_retirement(phrase.folded) else act.action
    return msgspec.structs.replace(
        act,
        action=action,
        qualifier=(*act.qualifier, phrase.written),
        effective=act.effective or (effective_of(phrase.written) if act.action != "dismiss" else ""),
    )
