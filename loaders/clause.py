"""THE clause parser: what the clauses of one notice do to people and posts (design 3, the rules of writing).

Nothing is guessed: a clause that looks operative and fits no wording becomes an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from loaders.annulments import Correction, find_announced, find_annulment, read_listed
from loaders.careers.cuts import hide_brackets, iter_told_clauses, iter_told_phrases, may_tell
from loaders.careers.present import without_present_twice
from loaders.contradictions import find_two_days
from loaders.corrections import find_half, read_correction, read_pair
from loaders.decided import find_decided
from loaders.fold import fold, hide_titles
from loaders.head_counts import IN_BRACKETS, ListCount, close_list, find_list_count, take_counts
from loaders.headings import Heading, read_heading
from loaders.hidden import HiddenNames
from loaders.margins import find_margin, split_at_names
from loaders.matching import ends_in_post
from loaders.operative import begins_proposal, ends_proposal, is_left_out, is_operative
from loaders.passage import ClauseReading, NoticeText, Passage
from loaders.passed import find_passed
from loaders.posts import PostItem, split_post
from loaders.repeats import without_repeats
from loaders.rows import RowReader
from loaders.rules import rules
from loaders.sentences import NUMBERING, iter_clauses, iter_phrases
from loaders.standard import read_standard, wording_of
from loaders.wordings import may_speak

_SHORT = 40
"""Paragraphs not longer may be headings or lines of a list and are always looked at."""
_VERB_ENDS = "为任的"
_TITLE_LINE = re.compile(r"([^，；。：、（）]{2,12}?)(?:（[^（）]{1,6}[名人]）)?")
_COUNTED = re.compile(r"等[一二三四五六七八九十百\d]+(?:名|位|人)")
_NAMES_ALONE = re.compile(r"(?!附|.*名单)(?:[^，；。：、（）]{2,40}(?:（[^（）]{1,6}）)?、?)+")


def parse_notice(notice: NoticeText) -> ClauseReading:
    """The acts of a notice in reading order, the clauses that were not understood, and how much of it was accounted for."""
    reader = _Reader(notice)
    for passage in notice.passages:
        reader.read(passage)
    if notice.attached and reader.ledger.acts:
        reader.read_names(notice.attached)
        reader.read_more(notice.attached)
    elif notice.attached:
        for passage in notice.attached:
            reader.read(passage)
    return reader.result()


def _wide_gaps(passage: Passage, folded: str) -> tuple[int, ...]:
    """Before which characters more white space stood than where a line breaks."""
    offsets = passage.offsets
    if len(offsets) == offsets[-1] - offsets[0] + 1:
        return ()
    gaps = (i for i in range(1, len(offsets)) if offsets[i] - offsets[i - 1] > 1)
    return tuple(
        i for i in gaps if offsets[i] - offsets[i - 1] > 2 or folded[i - 1] not in _VERB_ENDS or folded[i - 2 : i] == "主任"
    )


class _Reader(RowReader):
    """Reads the passages of one notice one after the other, and the clauses of each."""

    def __init__(self, notice: NoticeText) -> None:
        super().__init__(notice)
        self.by_procedure = False
        self.above: Passage | None = None
        self.latest: Passage | None = notice.title_passage
        """The paragraph before the one being read, and that one."""
        self.hidden = ""
        """The passage being read with its brackets unreadable, when it may tell of a life."""
        self.proposed = begins_proposal(fold(notice.title))
        """Whether the paper only proposes: nothing below is done by it."""
        self.lists: list[ListCount] = []
        """The headings above what is being read that say how many people they stand over."""
        self.wrong = ""
        """The wrong half of a correction whose right half is on the next line."""
        self.wrong_at = self.passage, 0
        """Where that half stands."""
        self.names = HiddenNames(notice)
        self.annuls = ""
        """What a line above calls the decisions below it that are all cancelled (下列任命予以撤销)."""

    # -------------------------------------------------------- passages

    def read(self, passage: Passage) -> None:
        """Reads one paragraph or line."""
        self.above, self.latest = self.latest, passage
        folded = fold(passage.text)
        self.proposed = (self.proposed or begins_proposal(folded)) and not ends_proposal(folded)
        if self.proposed:
            self.account.left_out += len(folded)
            return
        if passage.cells:
            self.read_row(passage)
            return
        if self.read_fields(passage, folded):
            return
        self.passage = passage
        standard = read_standard(passage.text, folded) if self.heading is None and not self.context.heading else None
        if standard is not None:
            self.ledger.take_standard(passage, standard)
            self.verb = wording_of(standard[-1][2][-1][0])
            self.account.in_acts += len(folded)
            return
        speaks = self.heading or self.posts or self.verb or len(folded) <= _SHORT or rules().signal.search(folded)
        if not speaks and not self.teller.expects(folded):
            self.context.remember(folded)
            return
        self.ledger.decided = find_decided(folded, self.notice) or self.ledger.decided
        if rules().lead_in.fullmatch(folded) and not find_announced(folded):
            self.context.remember(folded)
            return
        if rules().credits.fullmatch(folded):
            return
        passage = self.passage = self.names.hide(passage)  # only now: names are looked for in the whole notice
        self.folded = hide_titles(fold(passage.text))
        if self._take_post(passage):
            return
        heading = None if find_announced(self.folded) else read_heading(IN_BRACKETS.sub("", self.folded), passage.heading)
        if heading and (heading.wording or heading.organization or not (self.annuls or is_operative(self.folded))):
            self._take_heading(heading)
            return
        self.gaps = _wide_gaps(passage, self.folded)
        margin, above = find_margin(self.folded, self.gaps), self.context.heading
        if margin:
            self.context.heading = passage.text[:margin]
        self.tells = not margin and may_tell(self.folded)
        if self.tells:
            self._read_told()
            return
        for start, end in iter_clauses(self.folded):
            self._read_clause(max(start, margin), end)
        self.context.heading = above if margin else self.context.heading

    def _read_told(self) -> None:
        """Reads a passage that may tell of a life, whose brackets keep together what stands in them."""
        self.teller.begin_passage(self.passage, self.folded, self.above)
        self.hidden = hide_brackets(self.folded)
        for start, end in iter_told_clauses(self.hidden):
            self._read_clause(start, end)
        self.tells = False

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

    def read_more(self, passages: Sequence[Passage]) -> None:
        """Reads what is attached to a paper that decides by itself: of its acts those that the paper has not said yet."""
        ledger = self.ledger
        acts, issues = len(ledger.acts), len(ledger.issues)
        said = {(act.person, act.action) for act in ledger.acts}
        names = {act.person for act in ledger.acts}
        self.heading, self.verb, self.posts = (self.titled if self.titled and self.titled.action == "confirm" else None), None, ()
        for passage in passages:
            self.read(passage)
        ledger.acts[acts:] = [act for act in ledger.acts[acts:] if (act.person, act.action) not in said]
        raised = ledger.issues[issues:]
        ledger.issues[issues:] = [
            issue for issue in raised if is_operative(fold(issue.text)) or not any(name in issue.text for name in names)
        ]
        repeated = sum(
            len(issue.text) for issue in raised if issue.kind == "not_understood" and issue not in ledger.issues[issues:]
        )
        self.account.in_issues -= repeated  # it is said in the acts of the body
        self.account.in_acts += repeated

    def _begin_list(self, start: int, end: int, verb: bool) -> None:
        """Ends the lists that a heading ends, and begins one where it says how many people stand below it."""
        acts = self.ledger.acts
        while self.lists and (verb or not self.lists[-1].verb):
            self.ledger.issues.extend(close_list(self.lists.pop(), acts))
        number = find_list_count(self.folded[start:end])
        if number is not None:
            self.lists.append(
                ListCount(number, self.passage.text[start:end], *self.passage.span(start, end), first=len(acts), verb=verb)
            )

    def _take_heading(self, heading: Heading) -> None:
        self._begin_list(0, len(self.folded), verb=bool(heading.wording))
        self.forget_verbs()
        self.annuls = ""
        if heading.organization:
            self.context.heading = self.passage.text[heading.start : heading.start + len(heading.organization)]
            return
        self.heading = heading.wording
        self.context.heading = ""
        self.posts = ()

    def _take_post(self, passage: Passage) -> bool:
        """Takes a line that is a bare title (正高级工程师（2人）) for the post of the names below it."""
        number = NUMBERING.match(self.folded)
        match = _TITLE_LINE.fullmatch(self.folded, number.end() if number else 0)
        item = split_post(passage.text[match.start(1) : match.end(1)]) if match and self.titled else None
        if item is None or not item.bare:
            return False
        self.posts, self.context.heading = (item,), ""
        self._begin_list(0, len(self.folded), verb=False)
        return True

    # -------------------------------------------------------- clauses

    def _read_clause(self, start: int, end: int) -> None:
        ledger = self.ledger
        ledger.begin(self.passage, start, end)
        self.understood, self.formerly = False, False
        self.teller.begin_clause()
        acts, issues = len(ledger.acts), len(ledger.issues)
        if self.read_offices(start, end):
            self.account.in_acts += end - start
            self.context.remember(self.folded[start:end] + "。")
            return
        written = self.passage.text[start:end]
        corrected = self._read_half(start, end)
        if corrected is None:
            self.account.left_out += end - start
            return
        corrected = corrected or read_correction(written) or self._read_annulled(start, end)
        for wording, found, extra in corrected:
            ledger.make(wording, found, extra)
        unread = [] if corrected else self._read_part(start, end)
        if "■" in self.folded[start:end] and not corrected:
            self._read_passed(start, end)
        text = self.folded[start:end]
        if rules().by_procedure.search(text):
            self.by_procedure = self.understood = True
            unread = []
        self._account(start, end, unread, made=len(ledger.acts) > acts, raised=len(ledger.issues) > issues)
        self.context.remember(text + "。")
        if self.folded[end : end + 1] == "。":
            self.forget_verbs()

    def _read_half(self, start: int, end: int) -> Sequence[Correction] | None:
        """Reads the lines of a correction that print first what was wrong, then what is right; None for the wrong half (误：…)."""
        half = find_half(self.folded[start:end]) if "：" in self.folded[start : start + 8] else None
        if half is None:
            return ()
        kind, at = half
        if kind == "wrong":
            self.wrong = self.passage.text[start + at : end]
            self.wrong_at = self.passage, start
            return None
        wrong, self.wrong = self.wrong, ""
        if wrong:
            self.ledger.begun = self.wrong_at
        return read_pair(wrong, self.passage.text[start + at : end]) if wrong else ()

    def _read_passed(self, start: int, end: int) -> None:
        """Reads what the titles of decisions that a clause passes say was done."""
        plain = fold(self.passage.text)
        for a, b in find_passed(plain[start:end]):
            a, b = start + a, start + b
            self.folded = self.folded[:a] + plain[a:b] + self.folded[b:]
            self.forget_verbs()
            self.read_phrase(a, b, False, "")

    def _read_annulled(self, start: int, end: int) -> Sequence[Correction]:
        """Reads a line of a list of decisions that are all cancelled; what is none ends the list, or begins one."""
        announced = find_announced(self.folded[start:end])
        if announced:
            self.annuls, self.understood = announced[0], True
            start += announced[1]
        if not self.annuls or start == end:
            return ()
        written = self.passage.text[start:end]
        listed = read_listed(written, fold(written), self.annuls)
        if not listed or self.folded[end : end + 1] == "。":
            self.annuls = ""
        return listed

    def _read_part(self, start: int, end: int) -> list[tuple[int, int]]:
        """Reads a clause or what is left of it: what it cancels, and the phrases before and behind that."""
        annulment = find_annulment(self.passage.text[start:end], self.folded[start:end])
        if annulment is None:
            return self._read_phrases(start, end)
        unread = self._read_phrases(start, start + annulment.start)
        for wording, found, extra in annulment.undone:
            self.ledger.make(wording, found, extra)
        self.forget_verbs()
        return [*unread, *self._read_part(start + annulment.end, end)]

    def _read_phrases(self, start: int, end: int) -> list[tuple[int, int]]:
        """Reads the phrases of a clause; gives the places of those that look operative and that no rule read."""
        ledger, context = self.ledger, self.context
        told = self.tells
        phrases = list(iter_told_phrases(self.hidden, self.folded, start, end) if told else iter_phrases(self.folded, start, end))
        if self.gaps:
            phrases = [part for a, b in phrases for part in split_at_names(self.folded, self.gaps, a, b)]
        understood, unread = False, []
        for number, (a, b) in enumerate(phrases):
            following = self.folded[phrases[number + 1][0] : phrases[number + 1][1]] if number + 1 < len(phrases) else ""
            known, persons = (len(ledger.acts), len(ledger.issues)), context.persons
            self.understood = False
            parted = number + 1 < len(phrases) and phrases[number + 1][0] == b
            self.read_phrase(a, b, number == 0 or parted or self.folded[a - 1] == "：", following)
            understood = understood or self.understood
            if self.folded[b : b + 1] == "：" and known[0] == len(ledger.acts):
                self._begin_list(a, b, verb=may_speak(self.folded[a:b]))
            if self.understood or known != (len(ledger.acts), len(ledger.issues)):
                continue
            listed = bool(self.heading or self.titled) and context.persons is persons
            if is_operative(self.folded[a:b], listed):
                unread.append((a, b))
        self.understood = understood
        return unread

    def _account(self, start: int, end: int, unread: Sequence[tuple[int, int]], made: bool, raised: bool) -> None:
        """Counts the characters of a clause, and raises an issue for what looks operative and was not read."""
        account, size = self.account, end - start
        if unread and not made and not raised:
            self.ledger.issue("not_understood", "no wording fits this clause")
            account.in_issues += size
        elif unread:
            for a, b in unread:
                self.ledger.issue("not_understood", "no wording fits this part of the clause", (a, b))
                account.in_issues += b - a
                size -= b - a
            account.in_acts += size
        elif made or (self.understood and not raised):
            account.in_acts += size
        elif raised:
            account.in_issues += size
        elif is_left_out(self.folded[start:end]):
            account.left_out += size

    def result(self) -> ClauseReading:
        """All that was read."""
        issues = self.ledger.issues
        for counted in self.lists if self.ledger.acts else ():
            issues.extend(close_list(counted, self.ledger.acts))
        issues.extend(find_two_days(self.ledger.acts))
        acts, miscounted = take_counts(self.ledger.acts)
        issues.extend(miscounted)
        reading = self.names.show(
            ClauseReading(
                acts=tuple(acts),
                issues=tuple(issues),
                operative=self.account.operative,
                accounted=self.account.operative,
                in_issues=self.account.in_issues,
                left_out=self.account.left_out,
                by_procedure=self.by_procedure,
            )
        )
        return msgspec.structs.replace(reading, acts=tuple(without_present_twice(without_repeats(reading.acts), self.notice)))
