"""Reads the phrases of a text that tell what somebody held, one after the other, and adds what they attest."""

from __future__ import annotations

import re

import msgspec

from loaders.careers.cuts import hide_brackets, iter_told_clauses, iter_told_phrases, may_tell
from loaders.careers.held import Held, read_held
from loaders.careers.periods import Period, find_period
from loaders.careers.portraits import find_hero, find_name_above, find_portrait
from loaders.fold import fold
from loaders.ledger import Ledger
from loaders.matching import Found, Phrase, fit
from loaders.names import Person, can_be_name
from loaders.passage import Passage
from loaders.posts import PostItem, is_employer
from loaders.wordings import career_wording, read_template

_HELD = re.compile(
    r"(?:，)?(?:[其他她]|本人)?(?:在?此前|之前|早先|原先|早年|先后|历|曾|调|改|升|转|出|后|现|兼|又|并|提拔|晋升|继续|再次|被)*(?:任(?!命|职|期|务|免)|担任|当选|挂任|挂职(?!期))"
)
_FORMERLY = re.compile(
    r"(?:[其他她]|本人)?(?:在?此前|之前|之后|此后|后来|早年|早先|原先)?(?P<word>曾|历|先后|曾先后|后历|曾历|后|现|现兼)(?:担|兼)?(?:任(?!职|期|命)|当选)(?:过)?"
    r"|现为(?=.{2,})"
)
_OF_THE_TIME = ("历", "先后", "曾先后", "曾历", "后历")
_WHO = re.compile(r"(?:他|她|其|该同志|本人)(?!们)")
_SINCE = re.compile(r"(?:后|以后|之后|期间|时期|时|其间)$")
_LIFE = re.compile(r"经历|履历|生平|简历|曾|历任")
_WORKED = re.compile(
    r"(?:一直|先后|曾|长期)*(?:在|就职于|供职于|任职于|加入|进入|调入|调到|分配到|服务于|受雇于)(?P<body>[^，；。、的]{2,40}?)(?:工作|任职|服役|就职|供职|从事.*)?$"
)
_LEFT = re.compile(r"(?:卸任|辞去|不再担任|离任|免去)(?=.{3})")
_SAID_NOW = "现"
_STILL = ("继续", "仍")
_TOLD = read_template("{who}(?:先后|历|调|改|升|转|出|兼|又|再){0,4}(?:担任|(?<!主)任|当选为?){posts}")


class Teller:
    """Whose life a notice tells, and the period that the phrases being read are of."""

    def __init__(self, ledger: Ledger, news: bool) -> None:
        self.ledger = ledger
        self.context = ledger.context
        self.news = news
        """News tell in passing what somebody was: without a period that is no act."""
        self.told: str | None = None
        """The period of the entry that this clause has told last; None when it has told none."""
        self._pending: Period | None = None
        """The period that the phrase before gave, for the posts of this one."""
        self._year = ""
        self._span = ""
        """The period with which this clause began, whose first words name no post (1930年9月，参加红军，历任…)."""
        self._first = True
        self._since = False
        self._in_life = False
        """Whether the paragraph being read says that it tells a life."""
        self._sought = False

    def expects(self, folded: str) -> bool:
        """Whether a paragraph without a word of office may go on with a life: one is told, or it begins with a range of years."""
        if self.context.portrait:
            return may_tell(folded)
        period = find_period(folded) if folded[:1] in "12一二" else None
        return period is not None and period.ranged

    def begin_passage(self, passage: Passage, folded: str, above: Passage | None) -> None:
        """Takes note of whom a line or paragraph begins to portray, by its own words or those of the line above."""
        self._in_life = _LIFE.search(folded) is not None
        found = find_portrait(folded)
        alone = find_name_above(folded, fold(above.text)) if found is None and above else None
        if alone and above:
            self.portray(alone, above, 0)
            self.context.told_in = passage
        if found is None:
            return
        person, end = found
        known = self.context.portrait
        if known and known[0].name == person.name and not (person.gender or person.ethnicity):
            return
        self.portray(person, passage, end - len(person.name))

    def portray(self, person: Person, passage: Passage, start: int) -> None:
        """Makes somebody the one whose life follows."""
        name = passage.text[start : start + len(person.name)] or person.name
        self.context.name((msgspec.structs.replace(person, name=name),), passage, start, 0)
        self.context.portray()

    def begin_clause(self) -> None:
        """Forgets what only the clause before was about."""
        self.told, self._since, self._span, self._first = None, False, "", True

    def read(self, phrase: Phrase) -> bool:
        """Whether a phrase tells of a life: its posts, or what of it is no office."""
        text = phrase.folded
        pending, self._pending = self._pending, None
        first, self._first = self._first, False
        since, self._since = self._since, bool(_SINCE.search(text)) and len(text) < 40
        period = find_period(text, year=self._year)
        if period and period.end == len(text):
            self._pending, self._year, self._first = period, period.year, first
            return True
        at = period.end if period else 0
        period = period or pending
        if period and first:
            self._span = period.effective
        if period and period.is_coarse and self._tell_of_named(phrase, at, period):
            return True
        who = _WHO.match(text, at) if self.context.portrait else None
        at = who.end() if who else self._behind_name(text, at)
        formerly = None if period else _FORMERLY.match(text, at)
        if (period or self._in_life) and self.context.portrait and self._work_at(phrase, at):
            return True
        since = since or (first and self._in_life)
        goes_on = self.told is not None or bool(self._span) or (since and self.context.portrait is not None)
        if not (period or formerly or goes_on):
            return False
        if self.told is None and not _HELD.match(text, at) and not (period and self._has_hero(period)) and not formerly:
            return False
        if self.told is not None and not (period or _HELD.match(text, at) or formerly):
            return self._leave(phrase, at, period)
        return self._tell(phrase, at, period, formerly)

    def _tell(self, phrase: Phrase, at: int, period: Period | None, formerly: re.Match[str] | None) -> bool:
        """Adds the posts of an entry; True when what is not read is known to be no office."""
        text = phrase.folded
        now = text.startswith(_SAID_NOW, at)
        if now and self.ledger.has_subject:
            self.told = "" if self.context.portrait and not self.news else None
            return False
        if self._leave(phrase, at, period):
            return True
        effective = period.effective if period else ""
        if not formerly or formerly["word"] in _OF_THE_TIME:
            effective = effective or (self._span if self.told is None else self.told)
        said = at if not (formerly and not formerly["word"]) else formerly.end()
        held = read_held(phrase.written[said:])
        if period:
            self._year = period.year
        if not held.items:
            return held.left_out and (period is not None or self.told is not None)
        if text.startswith(_STILL, at) and self._is_held(held):
            return True
        if (self.news and not effective) or (text.startswith("现为", at) and all(item.kind == "rank" for item in held.items)):
            return True
        self.told = "" if now else effective
        self.ledger.telling = True
        if self._has_hero(period) and self.context.recall():
            self._add(held, effective)
        return True

    def _is_held(self, held: Held) -> bool:
        """Whether an entry with an open end has told all these posts already (继续担任某局局长)."""
        person = self.context.portrait[0].name if self.context.portrait else ""
        told = {(act.organization, act.post) for act in self.ledger.acts if act.person == person and act.effective.endswith("/")}
        return all((item.organization, item.post) in told for item in held.items)

    def read_more(self, phrase: Phrase) -> bool | None:
        """Whether a phrase of posts alone goes on with an entry; None when there is no entry in this clause."""
        if self.told is None:
            return None
        held = read_held(phrase.written)
        if held.items and self.context.recall():
            self._add(held, self.told)
        return bool(held.items) or held.left_out

    def _add(self, held: Held, effective: str) -> None:
        """Adds the posts, each with the period that it has of its own, and what their brackets tell besides."""
        alike: list[PostItem] = []
        period = effective
        for item, own in zip(held.items, held.periods, strict=True):
            if alike and (own or effective) != period:
                self.ledger.make(career_wording(), Found(items=tuple(alike)), effective=period)
                alike = []
            alike.append(item)
            period = own or effective
        if alike:
            self.ledger.make(career_wording(), Found(items=tuple(alike)), effective=period)
        for aside in held.asides:
            self._tell_aside(aside, effective)

    def _tell_aside(self, written: str, effective: str) -> None:
        """Adds what a bracket tells of the time of an entry: posts held beside it, each with its own period."""
        folded = fold(written)
        hidden = hide_brackets(folded)
        year = effective[:4]
        period = effective
        for start, end in iter_told_clauses(hidden):
            for a, b in iter_told_phrases(hidden, folded, start, end):
                found = find_period(folded[a:b], year=year)
                period, year = (found.effective, found.year) if found else (period, year)
                held = read_held(written[a + (found.end if found else 0) : b])
                if held.items:
                    self._add(held, period)

    def _tell_of_named(self, phrase: Phrase, at: int, period: Period) -> bool:
        """Adds what an entry says that names somebody itself (2016年，张三调任某局局长)."""
        told = fit(_TOLD, Phrase(phrase.written[at:], phrase.folded[at:]), 0)
        if not told or not told.persons or not all(can_be_name(fold(person.name)) for person in told.persons):
            return False
        if not self.ledger.make(career_wording(), told, effective=period.effective):
            return False
        self.told, self._year, self.ledger.telling = period.effective, period.year, True
        if self.context.portrait:
            self.context.portray()
        return True

    def _work_at(self, phrase: Phrase, at: int) -> bool:
        """Takes the body for which somebody worked for that of the bare posts behind it (在某厂工作，历任技术员、厂长)."""
        worked = _WORKED.match(phrase.folded, at)
        if worked is None or not is_employer(worked["body"]):
            return False
        self.context.organization = phrase.written[worked.start("body") : worked.end("body")]
        return True

    def _leave(self, phrase: Phrase, at: int, period: Period | None) -> bool:
        """Closes the entries of posts that a career says were left (2000年卸任某报社社长)."""
        left = _LEFT.match(phrase.folded, at) if period and self.context.portrait else None
        if left is None or period is None or self.context.portrait is None:
            return False
        person = self.context.portrait[0].name
        gone = {(item.organization, item.post) for item in read_held(phrase.written[left.end() :]).items}
        for index, act in enumerate(self.ledger.acts):
            is_open = act.action == "attest" and act.effective.endswith("/") and act.person == person
            if is_open and any(act.post == post and act.organization.endswith(body) for body, post in gone):
                self.ledger.acts[index] = msgspec.structs.replace(act, effective=act.effective + period.effective.split("/")[0])
        self._year = period.year
        self.ledger.telling = True
        self.told = period.effective
        return True

    def _behind_name(self, text: str, at: int) -> int:
        """Behind the name of the one portrayed, where a phrase begins with it."""
        if self.context.portrait is None:
            return at
        name = fold(self.context.portrait[0].name)
        if not text.startswith(name, at):
            return at
        at += len(name)
        polite = re.compile(r"同志|先生|女士").match(text, at)
        return polite.end() if polite else at

    def _has_hero(self, period: Period | None) -> bool:
        """Whether it is known whose life is told; a text of periods alone is looked through for the name once."""
        if self.context.portrait or self._sought or not (period and period.is_coarse):
            return self.context.portrait is not None
        self._sought = True
        notice = self.context.notice
        found = find_hero(notice)
        if found is None:
            return False
        person, number, start = found
        passage = notice.passages[number] if number >= 0 else notice.title_passage
        if passage is None:
            return False
        self.portray(person, passage, start)
        return True
