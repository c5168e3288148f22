"""Reads one phrase of a clause: an act, what is said about one, or whom the next is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from loaders.careers.teller import Teller
from loaders.fold import fold
from loaders.head_counts import IN_BRACKETS
from loaders.headings import SHORT_HEADING, read_heading
from loaders.ledger import Ledger
from loaders.matching import LONGEST, Found, Phrase, fit
from loaders.names import read_persons
from loaders.offices import read_offices
from loaders.operative import names_with_post
from loaders.passage import NoticeText, Passage
from loaders.placing import fit_anywhere
from loaders.posts import PostItem, is_employer, shared, split_row
from loaders.qualifiers import is_qualifier
from loaders.rules import rules
from loaders.subjects import find_mentions, find_subject
from loaders.wordings import Wording, all_wordings, heading_wording, may_speak, wording_of_title

_DECIDES = re.compile(r"同志|决定|研究|同意|任职|任免|任命|聘任")
_DECIDED = re.compile(r"^.{0,30}(?:研究决定|决定|研究|同意|通过)")
_RESULT = re.compile(r"[^，；。：]{0,60}(?:选举结果|当选名单|选举产生)(?:如下)?：")
"""What stands in front of the offices that an election filled, in one line with them."""
_DAY_BEHIND = re.compile(r"(?:自|从)?\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:起|起算|开始)(?:任职|算|计算)?$")
_DOES = re.compile(r"^[^：]*：.*(?:任|免去|当选)")
_NEWS = re.compile(r"讯(?:[（(]|$)|本报记者|[（(](?:本报|特约)?(?:记者|通讯员)")
_ELECTS = re.compile(r".*(?:选举|推选|补选)(?:产生|出)?了?(?:新一届|新的)?")
_TEAM = re.compile(
    r"(?:选举|推选)(?:产生|出)?了?(?P<body>(?!产生|出)[^，。；：新了]{2,24}?)(?:第[一二三四五六七八九十]+届|新一届)(?:领导班子|领导机构|领导集体|班子)"
)
_LIST = re.compile(r"(?<!拟)(任命|免职|聘任|当选|选举|补选)(?:人员|干部|同志)?名单(?:（[^（）]*）)?$")
"""The title of a list whose lines all say one thing."""


@lru_cache(maxsize=8)
def _elects(folded: str) -> bool:
    """Whether a text tells of an election; asked for every phrase of one paragraph."""
    return "选举产生" in folded


class PhraseReader:
    """Reads phrase after phrase and remembers the verbs that a later one may leave out."""

    def __init__(self, notice: NoticeText) -> None:
        self.notice = notice
        self.news = any(_NEWS.search(passage.text, 0, 60) for passage in notice.passages[:3])
        self.ledger = Ledger(notice)
        self.context = self.ledger.context
        self.titled = wording_of_title(notice.title)
        """The verb that the title gives to lists without one."""
        listed = _LIST.search(fold(notice.title)) if "名" in notice.title else None
        confirmed = self.titled if self.titled and self.titled.action == "confirm" else None
        self.heading: Wording | None = heading_wording(listed[1]) if listed else confirmed
        """The verb that a heading carries to every line below it."""
        self.verb: Wording | None = None
        """The verb of the clause before, which the next person may share."""
        self.other_verb: Wording | None = None
        """The verb before that one, of another action: 任命甲为…，免去其…职务；乙为…."""
        self.posts: tuple[PostItem, ...] = ()
        """The posts in front of a colon, which the list of names behind it shares."""
        self.passage = Passage("", ())
        self.folded = ""
        self.gaps: tuple[int, ...] = ()
        self.named = False
        """Whether the phrase before only named somebody, at the beginning of a clause."""
        self.teller = Teller(self.ledger, self.news)
        self.tells = False
        """Whether the passage being read may tell of a life."""
        self.formerly = False
        """Whether the clause being read tells what was done at another time."""
        self.understood = False
        """Whether a rule accounts for the clause being read even when it makes no act."""

    def read_phrase(self, start: int, end: int, first: bool, following: str) -> None:
        """Reads `text[start:end]`; `first`: it begins its clause, `following`: the phrase behind it."""
        folded = self.folded[start:end]
        named, self.named = self.named, False
        if len(folded) > LONGEST or (named and self._try_named(self.passage.text[start:end])):
            return
        if self.tells and self.teller.read(Phrase(self.passage.text[start:end], folded)):
            self.understood = True
            return
        if self.formerly or rules().formerly.match(folded):
            self.formerly = self.understood = True
            return
        team = _TEAM.search(folded) if "届" in folded else None
        if team:
            self.context.heading = self.passage.text[start + team.start("body") : start + team.end("body")]
            self.understood = True
            return
        speaks = may_speak(folded)
        if speaks and self._carries(folded, self.folded[end : end + 1]):
            return
        if rules().proposals.search(folded) and not rules().passed.search(folded):
            self.understood |= find_mentions(Phrase(self.passage.text[start:end], folded), self.ledger)
            return
        tail = rules().tails.search(folded)
        cut = tail.start() if tail and tail.start() else len(folded)
        inside = self.gaps[bisect_right(self.gaps, start) : bisect_left(self.gaps, start + cut)] if self.gaps else ()
        gaps = tuple(gap - start for gap in inside)
        phrase = Phrase(self.passage.text[start : start + cut], folded[:cut], gaps, self.context.starts, self.ledger.about)
        if self.heading and gaps and (self._try_carried(phrase) or self._try_dated(phrase)):
            return
        if self._try_list(phrase, self.folded[end : end + 1]) or (speaks and self.try_wordings(phrase)):
            return
        if self._try_carried(phrase) or (speaks and self.try_wordings(phrase, weak=True)):
            return
        if self.try_qualifier(phrase) or self.try_more_posts(phrase):
            return
        if following.startswith("拟") and (self._try_present(phrase) or self._try_intended(phrase, following)):
            return
        if find_mentions(phrase, self.ledger):
            self.understood = True
        else:
            persons = self.context.persons
            find_subject(phrase, self.ledger, first, following)
            self.named = first and self.context.persons is not persons

    def read_offices(self, start: int, end: int) -> bool:
        """Reads a line of posts with their holders behind them, to which a heading or the title gives the verb."""
        verb = self.heading or self.titled
        result = _RESULT.match(self.folded, start, end) if "：" in self.folded[start:end] else None
        if result:
            verb, start = wording_of_title("选举结果"), result.end()
        gaps = tuple(gap - start for gap in self.gaps if start < gap < end)
        if verb is None or end - start > LONGEST or not (gaps or "：" in self.folded[start:end]):
            return False
        offices = read_offices(Phrase(self.passage.text[start:end], self.folded[start:end], gaps, self.context.starts))
        self.posts = () if offices else self.posts
        made = [self.ledger.make(verb, office) for office in offices or ()]
        return bool(made) and all(made)

    def _try_named(self, written: str) -> bool:
        """Reads the posts behind the name that begins a line under a verb (免去下列同志职务：甲，某局局长)."""
        heading = self.heading
        items = split_row(written) if heading and heading.action != "nominate" else None
        if heading is None or not items or (heading.listed and "选" in heading.cue.pattern and not items[0].bare):
            return False  # what elections print behind a name may be what somebody is besides
        self.verb = heading
        return self.ledger.make(heading, Found(items=items, posts=fold(written)))

    def _carries(self, folded: str, mark: str) -> bool:
        """Takes a phrase that is a heading (任命：, 学校决定聘任：) for what follows it."""
        if mark != "：" and len(folded) > SHORT_HEADING:
            return False
        elects = _ELECTS.match(folded) if mark == "：" else None
        if elects and split_row(folded[elects.end() :]):
            return False  # 选举产生理事会理事：甲、乙 shares a post
        core = _DECIDED.sub("", folded) if mark == "：" else folded
        ends = [folded[-size:] for size in range(2, SHORT_HEADING) if size < len(folded)] if mark == "：" else []
        for wording in all_wordings():
            if wording.action in ("confirm", "retire") and self.ledger.has_subject and mark != "：":
                continue
            if wording.heading and any(map(wording.heading.fullmatch, (folded, core, *ends))) and not names_with_post(folded[:-2]):
                self.heading = self.verb = self._confirmed(wording)
                self.understood = True
                return True
        return False

    def try_wordings(self, phrase: Phrase, weak: bool = False, seated: bool = False) -> bool:
        """Whether a wording fits; `seated`: the subject is known though it stands in another line."""
        for wording in all_wordings():
            if not wording.cue.search(phrase.folded) or (wording.needs and not self.ledger.says(wording.needs)):
                continue
            if wording.weak != weak or (weak and not self._decided()):
                continue
            for template in wording.say:
                found = fit_anywhere(template, phrase, seated or self.ledger.has_subject)
                if found and self.ledger.make(self._confirmed(wording), found):
                    self._speak(wording)
                    return True
        return False

    def _speak(self, wording: Wording) -> None:
        """Remembers a verb, and beside it the one before when that did something else."""
        if self.verb is not None and self.verb.action != wording.action:
            self.other_verb = self.verb
        self.verb = wording

    def forget_verbs(self) -> None:
        """Begins a sentence, which shares no verb with the one before."""
        self.verb = self.other_verb = None

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
        for wording in dict.fromkeys((self.verb, self.heading, self.other_verb)):
            if wording is None:
                continue
            listed = wording.listed if wording is self.heading else ()
            for template in (*listed, *wording.carried) if phrase.gaps else (*wording.carried, *listed):
                found = fit(template, phrase, 0)
                if found and found.says_a_post and self.ledger.make(wording, found):
                    self._speak(wording)
                    return True
        return False

    def _try_present(self, phrase: Phrase) -> bool:
        """Reads the posts that publicity prints in front of 拟任, without 现任."""
        if (
            "公示" not in self.notice.title
            or self.ledger.number
            or not (self.context.portrait or self.ledger.has_subject)
            or not split_row(phrase.written)
        ):
            return False
        return self.try_wordings(Phrase("现任" + phrase.written, "现任" + phrase.folded))

    def _try_intended(self, phrase: Phrase, following: str) -> bool:
        """Reads whom a phrase introduces by a post together with what is intended for him (…的某县委书记张三，拟任…)."""
        at = max(phrase.folded.rfind(word) + len(word) for word in ("的", "其中", "，"))
        people = read_persons(phrase.written[max(at, 0) :]) if 0 <= at < len(phrase.folded) - 4 else None
        if not people or len(people) > 1 or not split_row(people[0].previous):
            return False
        written = phrase.written[at:] + following
        return self.try_wordings(Phrase(written, phrase.folded[at:] + following))

    def _try_dated(self, phrase: Phrase) -> bool:
        """Reads a line of a list that ends in the day from which the office counts (张三　某局局长　2020年3月起)."""
        day = _DAY_BEHIND.search(phrase.folded)
        if not day or day.start() not in phrase.gaps:
            return False
        written, folded = phrase.written[: day.start()], phrase.folded[: day.start()]
        if not self._try_carried(Phrase(written, folded, phrase.gaps, phrase.starts)):
            return False
        return self.ledger.qualify(Phrase(phrase.written[day.start() :], day.group()))

    def _try_list(self, phrase: Phrase, mark: str) -> bool:
        """副主任医师：佴红、邝平 gives every name the post in front of the colon."""
        elects = _ELECTS.match(phrase.folded) if mark == "：" else None
        elected = wording_of_title("选举结果") if elects or _elects(self.context.text) or _elects(self.folded) else None
        wording = self.heading or self.titled or elected
        if mark == "：":
            below, items = self._posts_of_all(phrase)
            if items:
                self.heading, self.posts = below, items
                self.understood = True
                return True
            row = split_row(IN_BRACKETS.sub("", phrase.written[elects.end() if elects else 0 :])) if wording else None
            if not row and self.posts and all(item.bare for item in self.posts) and is_employer(phrase.written):
                self.context.heading = phrase.written  # 一、研究员 / 作物研究所：王农、李明
                self.understood = True
                return True
            if row and row[0].kind == "post" and self.posts:
                row = tuple(shared(item, self.posts[0].organization) for item in row)
            self.posts = row or ()
            heading = None if row or not self.ledger.says(_DOES) else read_heading(phrase.folded, marked=True)
            if heading and heading.organization:
                self.context.heading = phrase.written  # 青山村：张三任党支部书记
                return True
            self.understood = bool(row) or self.understood
            return bool(row)
        if not self.posts or wording is None or is_qualifier(phrase.folded):
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

    def try_qualifier(self, phrase: Phrase) -> bool:
        """Whether a phrase says more about the act before it."""
        if not is_qualifier(phrase.folded):
            return False
        if self.ledger.announce(phrase):
            self.understood = True
            return True
        if not self.ledger.qualify(phrase):
            return False
        self.understood = True
        return True

    def try_more_posts(self, phrase: Phrase) -> bool:
        """A phrase of posts alone continues the row before the comma."""
        told = self.teller.read_more(phrase) if self.tells else None
        if told is not None:
            self.understood = self.understood or told
            return told
        if not self.ledger.number or self.verb is None:
            return False
        items = split_row(phrase.written)
        return bool(items) and self.ledger.make(self.verb, Found(items=items, posts=phrase.folded))
