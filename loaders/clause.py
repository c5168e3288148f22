"""THE clause parser: what the clauses of one notice do to people and posts (design 3, the rules of writing).

Nothing is guessed: a clause that looks operative and fits no wording becomes an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from graph.model import Action
from loaders.context import Context
from loaders.corrections import read_correction
from loaders.dates import parse_number
from loaders.fold import fold, hide_titles
from loaders.headings import Heading, read_heading
from loaders.matching import Found, Phrase, fit
from loaders.names import Person, has_surname, is_name, read_persons
from loaders.passage import ClauseReading, NoticeText, ParsedAct, ParsedIssue, Passage
from loaders.posts import PostItem, split_post, split_row
from loaders.qualifiers import effective_of, is_qualifier, is_retirement, speaks_of_all
from loaders.repeats import without_repeats
from loaders.rules import rules
from loaders.sentences import iter_clauses, iter_phrases
from loaders.standard import StandardClause, read_standard, wording_of
from loaders.tables import person_of, read_header, read_row, spoken
from loaders.wordings import Template, Wording, all_wordings

_CANDIDATE = re.compile(r"(?:人选|候选人)$")
_NO_SUBJECT = re.compile(r"(?:现|并|同时|也|且|依法|另|决定|同意|建议|、|和|关于|离任后|任职后|会后)*")
_DECIDES = re.compile(r"决定|研究|同意|任职|任免|任命|聘任")
_PARTY_POST = re.compile(r"^(?:党|纪委|机关党)|^(?:总)?支部")
_PARTY_BODY = re.compile(r"(?:党委|党组|纪委|工委|支部|总支|[省市县区州旗盟镇乡]委)$")
_LED_IN = re.compile(r"决定|同意|批准|通过|任命|会议|宣布")
_ABOVE = re.compile(
    r"(?:上述|以上|前述)(?:([一二两三四五六七八九十\d]+)(?:所|家|个|名)?)?(?:学校|单位|公司|部门|医院|机构|企业|院校|高校)"
)
_FORMER = re.compile(r"原(?!则)")


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
        self.context = Context(notice)
        self.acts: list[ParsedAct] = []
        self.issues: list[ParsedIssue] = []
        self.operative = self.accounted = 0
        self.by_procedure = False
        self.clauses = 0
        self.heading: Wording | None = None
        """The verb that a heading carries to every line below it."""
        self.verb: Wording | None = None
        """The verb of the clause before, which the next person may share."""
        self.posts: tuple[PostItem, ...] = ()
        """The posts in front of a colon, which the list of names behind it shares."""
        self.passage = Passage("", ())
        self.folded = ""
        self.gaps: tuple[int, ...] = ()
        self.clause = (0, 0)
        self.number = 0
        """The number of the clause being read, 0 while it has made no act."""
        self.understood = False
        self.table = 0
        self.columns: tuple[str, ...] = ()
        """The roles of the columns of the table being read."""

    # -------------------------------------------------------- passages

    def read(self, passage: Passage) -> None:
        """Reads one paragraph or line."""
        folded = fold(passage.text)
        self.passage = passage
        if passage.cells:
            self._read_row(passage)
            return
        standard = read_standard(passage.text, folded) if self.heading is None else None
        if standard is not None:
            self._take_standard(standard)
            return
        if rules().lead_in.fullmatch(folded):
            self.context.text += folded
            return
        self.folded = hide_titles(folded)
        heading = read_heading(self.folded, passage.heading)
        if heading:
            self._take_heading(heading, folded)
            return
        offsets = passage.offsets
        self.gaps = tuple(i for i in range(1, len(offsets)) if offsets[i] - offsets[i - 1] > 1)
        for start, end in iter_clauses(self.folded):
            self._read_clause(start, end)

    def _read_row(self, passage: Passage) -> None:
        """Reads a row of a table as the sentence that its columns make of it."""
        texts = [cell.text for cell in passage.cells]
        header = read_header(texts) if passage.table != self.table or not self.columns else None
        if passage.table != self.table:
            self.table, self.columns = passage.table, ()
        if header:
            self.columns = header
            return
        if not self.columns:
            return
        cells = read_row(self.columns, texts)
        person = person_of(cells)
        if person is None:
            return
        self.clause, self.number, self.understood = (0, len(passage.text)), 0, True
        acts = len(self.acts)
        self.context.heading = next((cell.text for cell in cells if cell.role == "unit"), "")
        self._name((person,))
        for cell in cells:
            for text in spoken(cell, _verb_of(self.notice.title)):
                phrase = Phrase(text, fold(text))
                if not (self._try_wordings(phrase) or self._try_more_posts(phrase) or self._try_qualifier(phrase)):
                    self.understood = False
        self.context.heading = ""
        if not self.understood:
            self._issue("not_understood", "a row of a table some of whose posts could not be read")
        self._account(0, len(passage.text), len(self.acts) > acts, True)

    def _take_heading(self, heading: Heading, folded: str) -> None:
        self.verb = None
        if heading.organization:
            self.context.heading = self.passage.text[heading.start : heading.start + len(heading.organization)]
            return
        self.heading = heading.wording
        self.context.heading = ""
        self.posts = ()

    def _take_standard(self, clauses: list[StandardClause]) -> None:
        passage, context, acts = self.passage, self.context, self.acts
        text, offsets = passage.text, passage.offsets
        self.operative += len(text)
        self.accounted += len(text)
        for start, end, done in clauses:
            self.clauses = number = self.clauses + 1
            clause, first, last = text[start:end], offsets[start], offsets[end - 1] + 1
            for action, person, items in done:
                for item in items:
                    qualifier = item.qualifier
                    acts.append(
                        ParsedAct(
                            clause_no=number,
                            action=action,
                            person=person.name,
                            gender=person.gender,
                            organization=item.organization,
                            post=item.post,
                            kind=item.kind,
                            qualifier=qualifier,
                            effective=effective_of(qualifier[0]) if qualifier else "",
                            clause=clause,
                            start=first,
                            end=last,
                        )
                    )
        context.name((person,), passage, start, number)
        context.organization = item.organization
        self.verb = wording_of(action)

    # -------------------------------------------------------- clauses

    def _read_clause(self, start: int, end: int) -> None:
        self.clause, self.number, self.understood = (start, end), 0, False
        acts, issues = len(self.acts), len(self.issues)
        text = self.folded[start:end]
        corrected = read_correction(self.passage.text[start:end])
        if corrected:
            for wording, found, extra in corrected:
                self._make(wording, found, extra)
        else:
            phrases = list(iter_phrases(self.folded, start, end))
            for number, (a, b) in enumerate(phrases):
                following = self.folded[phrases[number + 1][0] : phrases[number + 1][1]] if number + 1 < len(phrases) else ""
                self._read_phrase(a, b, number == 0, following)
        if rules().by_procedure.search(text):
            self.by_procedure = self.understood = True
        self._account(start, end, len(self.acts) > acts, len(self.issues) > issues)
        self.context.text += text + "。"

    def _account(self, start: int, end: int, made: bool, raised: bool) -> None:
        text = self.folded[start:end]
        if made or self.understood:
            self.operative += end - start
            self.accounted += end - start
        elif raised:
            self.operative += end - start
        elif rules().operative.search(text) or (self.heading and _ends_in_post(text)):
            self.operative += end - start
            if rules().ignored.search(text):
                self.accounted += end - start
            else:
                self._issue("not_understood", "no wording fits this clause")

    def _issue(self, kind: str, reason: str) -> None:
        start, end = self.clause
        first, last = self.passage.span(start, end)
        self.issues.append(ParsedIssue(kind=kind, text=self.passage.text[start:end], start=first, end=last, reason=reason))

    # -------------------------------------------------------- phrases

    def _read_phrase(self, start: int, end: int, first: bool, following: str) -> None:
        folded = self.folded[start:end]
        for wording in all_wordings():
            if wording.heading and wording.heading.fullmatch(folded):
                self.heading = self.verb = wording
                self.understood = True
                return
        if rules().proposals.search(folded) and not rules().passed.search(folded):
            self._mention(Phrase(self.passage.text[start:end], folded))
            return
        tail = rules().tails.search(folded)
        cut = tail.start() if tail and tail.start() else len(folded)
        gaps = tuple(gap - start for gap in self.gaps if start < gap < start + cut)
        phrase = Phrase(self.passage.text[start : start + cut], folded[:cut], gaps, self.context.starts)
        if self._try_list(phrase, self.folded[end : end + 1]) or self._try_wordings(phrase) or self._try_carried(phrase):
            return
        if self._try_qualifier(phrase) or self._try_more_posts(phrase):
            return
        self._try_subject(phrase, first, following)

    def _try_wordings(self, phrase: Phrase) -> bool:
        clause = self.folded[self.clause[0] : self.clause[1]]
        for wording in all_wordings():
            if not wording.cue.search(phrase.folded) or (wording.needs and not wording.needs.search(clause)):
                continue
            if wording.weak and not self._decided(phrase):
                continue
            for template in wording.say:
                found = self._fit_anywhere(template, phrase)
                if found and self._make(wording, found):
                    self.verb = wording
                    return True
        return False

    def _decided(self, phrase: Phrase) -> bool:
        """Whether the paper decides here, so that a bare 为 can appoint."""
        return (
            bool(self.verb and self.verb.action in ("appoint", "nominate"))
            or "同志" in phrase.folded
            or bool(_DECIDES.search(phrase.folded) or _DECIDES.search(self.notice.title))
        )

    def _fit_anywhere(self, template: Template, phrase: Phrase) -> Found | None:
        first = template.pieces[0]
        blocks = rules().blocks
        if isinstance(first, re.Pattern):
            for match in first.finditer(phrase.folded):
                prefix = phrase.folded[: match.start()]
                if blocks.search(prefix):
                    break
                found = fit(template, phrase, match.start())
                if found and (found.persons or found.its or (self._has_subject() and _NO_SUBJECT.fullmatch(prefix))):
                    return found
            return None
        for start in (0, *(match.end() for match in rules().starts.finditer(phrase.folded))):
            if blocks.search(phrase.folded, 0, start):
                break
            found = fit(template, phrase, start)
            if found and not (found.persons and _LED_IN.search(fold(found.persons[0].previous))):
                return found
        return None

    def _has_subject(self) -> bool:
        """Whether somebody is named near enough to be the subject of a phrase that names nobody."""
        return bool(self.context.persons) and self.context.passage is self.passage

    def _try_carried(self, phrase: Phrase) -> bool:
        for wording in dict.fromkeys((self.verb, self.heading)):
            if wording is None:
                continue
            for template in wording.carried:
                found = fit(template, phrase, 0)
                if found and self._make(wording, found):
                    self.verb = wording
                    return True
        return False

    def _try_list(self, phrase: Phrase, mark: str) -> bool:
        """副主任医师：佴红、邝平 gives every name the post in front of the colon."""
        wording = self.heading or _verb_of(self.notice.title)
        if mark == "：":
            item = split_post(phrase.written) if wording else None
            self.posts = (item,) if item else ()
            self.understood = bool(item) or self.understood
            return bool(item)
        if not self.posts or wording is None:
            return False
        persons = read_persons(_with_commas(phrase), introduced=False)
        if not persons:
            return False
        self.context.organization = ""
        return self._make(wording, Found(persons=persons, items=self.posts))

    def _try_qualifier(self, phrase: Phrase) -> bool:
        if not self.acts or not is_qualifier(phrase.folded):
            return False
        everyone = speaks_of_all(phrase.folded)
        if not everyone and not self.number:
            return False
        for index in range(len(self.acts) - 1, -1, -1):
            act = self.acts[index]
            if not everyone and (act.clause_no != self.number or act.person != self.acts[-1].person):
                break
            if not everyone or act.action in ("appoint", "confirm"):
                self.acts[index] = _qualified(act, phrase)
        self.understood = True
        return True

    def _try_more_posts(self, phrase: Phrase) -> bool:
        """A phrase of posts alone continues the row before the comma."""
        if not self.number or self.verb is None:
            return False
        items = split_row(phrase.written)
        return bool(items) and self._make(self.verb, Found(persons=self.context.persons, items=items, posts=phrase.folded))

    def _try_subject(self, phrase: Phrase, first: bool, following: str) -> None:
        """Who is named here without an act is the subject of what follows, or of a later 以上同志."""
        for template in rules().subjects:
            found = self._fit_anywhere(template, phrase)
            if found and found.persons:
                self._name(found.persons)
                return
        if self._mention(phrase):
            return
        text = phrase.folded
        if self.context.passage is self.passage:
            self.context.qualify(text)
        if len(text) > 40 or not (first or "同志" in text):
            return
        persons = read_persons(phrase.written)
        if persons and ("同志" in text or (len(persons) == 1 and self._stands_alone(text, following))):
            self._name(persons)

    def _stands_alone(self, text: str, following: str) -> bool:
        name = text.split("（")[0]
        if not is_name(name):
            return False
        return bool(rules().facts.match(following)) or (has_surname(name) and ("任" in following or bool(split_row(following))))

    def _mention(self, phrase: Phrase) -> bool:
        for template in rules().mentions:
            found = self._fit_anywhere(template, phrase)
            if found and found.persons:
                self.context.mentioned.extend(found.persons)
                self.understood = True
                return True
        return False

    # -------------------------------------------------------- acts

    def _name(self, persons: tuple[Person, ...]) -> None:
        self.context.name(persons, self.passage, self.clause[0], self.number)

    def _make(self, wording: Wording, found: Found, extra: tuple[str, ...] = ()) -> bool:
        """Adds the acts that a template's slots say; False when there is nobody whom they could be about."""
        context = self.context
        persons = found.persons or context.persons
        if found.its and not found.its.startswith(("其", "他", "她", "该")):
            persons = tuple(context.mentioned) or persons
        if not persons:
            if found.its:
                self._issue("dangling", "nobody is named before")
            return bool(found.its)
        action: Action = wording.action
        if action == "appoint" and _CANDIDATE.search(found.posts):
            action = "nominate"
        if not self.number:
            joins = persons is context.persons and context.number
            self.clauses += 0 if joins else 1
            self.number = context.number if joins else self.clauses
        if persons is not context.persons:
            self._name(persons)
        elif not context.number:
            context.number = self.number
        made = [
            (person, resolved)
            for person in persons
            for item in self._items(wording, found, person)
            for resolved in self._bodies(context.resolve(item, person))
        ]
        start, end = self._span()
        for person, item in made:
            qualifier = tuple(dict.fromkeys((*extra, *wording.qualifier, *item.qualifier, *person.qualifier)))
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
                    clause=self.passage.text[self.clause[0] : self.clause[1]],
                    start=start,
                    end=end,
                )
            )
            if not item.post and not item.organization:
                self._issue("no_post", f"no post is named for {person.name}")
        return True

    def _items(self, wording: Wording, found: Found, person: Person) -> Sequence[PostItem]:
        """The posts written, or the posts that introduce the person where the decision names none."""
        if found.items and found.unit:
            return tuple(_placed(item, found.unit) for item in found.items)
        if found.items:
            return found.items
        if found.unit:
            return (PostItem(found.unit, ""),)
        if wording.ends == "none":
            return (PostItem("", ""),)
        introduced = self.context.introduced(person)
        if _FORMER.search(introduced.previous):
            return (PostItem("", ""),)
        items = [item for item in split_row(introduced.previous) or () if item.kind == "post"]
        if wording.ends in ("party", "state"):
            items = [item for item in items if _is_party(item) == (wording.ends == "party")]
        return items or (PostItem("", ""),)

    def _bodies(self, item: PostItem) -> Sequence[PostItem]:
        """The post in each of the bodies that 上述两所学校 stands for; else as it is."""
        match = _ABOVE.fullmatch(fold(item.organization))
        if not match:
            return (item,)
        named = list(dict.fromkeys(act.organization for act in self.acts if act.organization))
        count = parse_number(match[1]) if match[1] else len(named)
        if not named or count > len(named):
            self._issue("dangling", "more bodies are meant than are named before")
            return (item,)
        return [PostItem(name, item.post, item.kind, item.qualifier, True) for name in named[-count:]]

    def _span(self) -> tuple[int, int]:
        """The place of the clause, begun where its people are named."""
        start, end = self.clause
        context = self.context
        if context.passage is self.passage:
            return self.passage.span(min(start, context.start), end)
        return context.passage.offsets[context.start], self.passage.span(start, end)[1]

    def result(self) -> ClauseReading:
        return ClauseReading(
            acts=tuple(without_repeats(self.acts)),
            issues=tuple(self.issues),
            operative=self.operative,
            accounted=self.accounted,
            by_procedure=self.by_procedure,
        )


def _placed(item: PostItem, unit: str) -> PostItem:
    """A bare post in the body to which somebody is sent (到红旗村任党支部书记), split as if written behind it."""
    whole = split_post(unit + item.post) if item.bare and not item.organization else None
    return PostItem(whole.organization, whole.post, whole.kind, item.qualifier, True) if whole else item


def _ends_in_post(text: str) -> bool:
    """Whether a line under a verb's heading looks as if it belonged to it."""
    return text.endswith("职务") or split_row(text) is not None


def _is_party(item: PostItem) -> bool:
    return bool(_PARTY_POST.search(fold(item.post)) or _PARTY_BODY.search(fold(item.organization)))


def _verb_of(title: str) -> Wording | None:
    """The wording whose verb a notice's title names, for lists without a verb of their own."""
    folded = fold(title)
    for wording in all_wordings():
        if wording.titles and wording.titles.search(folded):
            return wording
    return None


def _with_commas(phrase: Phrase) -> str:
    """The phrase with 、 at the wide gaps between names."""
    parts: list[str] = []
    before = 0
    for gap in (*phrase.gaps, len(phrase.written)):
        part = phrase.written[before:gap]
        if (parts and len(parts[-1]) < 2) or (parts and len(part) < 2):
            parts[-1] += part
        else:
            parts.append(part)
        before = gap
    return "、".join(part.strip("、") for part in parts)


def _qualified(act: ParsedAct, phrase: Phrase) -> ParsedAct:
    return msgspec.structs.replace(
        act,
        action="retire" if act.action == "dismiss" and is_retirement(phrase.folded) else act.action,
        qualifier=(*act.qualifier, phrase.written),
        effective=act.effective or (effective_of(phrase.written) if act.action != "dismiss" else ""),
    )
