"""The acts and issues of one notice, as its clauses are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from graph.model import CLOSING, Action
from loaders.adjoining import part_as_known
from loaders.certainty import doubt_of_post
from loaders.context import Context
from loaders.corrections import find_paper, find_target
from loaders.dates import parse_number
from loaders.fold import fold
from loaders.matching import Found, Phrase
from loaders.names import Person
from loaders.passage import NoticeText, ParsedAct, ParsedIssue, Passage
from loaders.posts import PostItem, share_out, split_post, split_row
from loaders.qualifiers import RETIRING, effective_of, is_retirement, speaks_of_all, speaks_of_time
from loaders.standard import StandardClause
from loaders.standard_notice import standard_acts
from loaders.vacated import posts_left
from loaders.wordings import Wording

_CANDIDATE = re.compile(r"(?:人选|候选人)$")
_PROPOSES = re.compile(r"选举|补选|推荐|提名|拟")
_LIST_FOLLOWS = re.compile(r"(?:下列|以下|如下)[^。；]*：?$")
_PARTY_POST = re.compile(r"^(?:党|纪委|机关党)|^(?:总)?支部")
_PARTY_BODY = re.compile(r"(?:党委|党组|纪委|工委|支部|总支|[省市县区州旗盟镇乡]委)$")
_ABOVE = re.compile(
    r"(?:上述|以上|前述)(?:([一二两三四五六七八九十\d]+)(?:所|家|个|名)?)?(学校|单位|公司|部门|医院|机构|企业|院校|高校|幼儿园|中学|小学|乡镇|街道|社区|村|局|中心|法院|党组织|党支部)"
)
_FORMER = re.compile(r"原(?!则)")
_FOR_MANY = ("以上", "上述", "前述")


class Ledger:
    """What a notice has said so far, and the clause that is being read."""

    def __init__(self, notice: NoticeText) -> None:
        self.context = Context(notice)
        self.acts: list[ParsedAct] = []
        self.issues: list[ParsedIssue] = []
        self.clauses = 0
        self._said: dict[re.Pattern[str], bool] = {}
        self._texts: dict[int, str] = {}
        self._folded: str | None = None
        self.begun: tuple[Passage, int] | None = None
        """Where the clause begins that this one ends: the wrong half of a correction in front of the right one."""
        self.passage = Passage("", ())
        self.clause = (0, 0)
        self.number = 0
        """The number of the clause being read, 0 while it has made no act."""
        self.said = 0
        """How many acts there were before the phrase that said the last ones."""
        self.telling = False
        """Whether the clause tells a career, so that nothing in it is done now."""
        self.all_meant = range(0)
        """The acts that a phrase of this clause about all before it has covered."""
        self.spoken_of = 0
        """How many acts a phrase about all before it (以上同志…) has covered."""
        self.announced = ""
        """A term said before a list, which holds for whoever enters an office by it."""
        self.decided = ""
        """The ISO day on which what follows was decided, where it is not the day of issue."""

    def begin(self, passage: Passage, start: int, end: int) -> None:
        """Begins a clause."""
        self.passage, self.clause, self.number = passage, (start, end), 0
        self.telling = False
        self.all_meant = range(0)
        self.context.written = ""
        self._said = {}
        self._texts = {}
        self._folded = None
        self.begun = None

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the clause being read holds a pattern; looked for once a clause."""
        found = self._said.get(pattern)
        if found is None:
            found = self._said[pattern] = pattern.search(self._clause()) is not None
        return found

    def _clause(self) -> str:
        """The clause being read, folded; made once a clause."""
        if self._folded is None:
            self._folded = fold(self.passage.text[slice(*self.clause)])
        return self._folded

    def issue(self, kind: str, reason: str, part: tuple[int, int] | None = None) -> None:
        """Notes that the clause being read, or a part of it, was not understood or does not add up."""
        start, end = part or self.clause
        first, last = self.passage.span(start, end)
        self.issues.append(ParsedIssue(kind=kind, text=self.passage.text[start:end], start=first, end=last, reason=reason))

    def name(self, persons: tuple[Person, ...]) -> None:
        """Remembers whom the clause is about."""
        self.context.name(persons, self.passage, self.clause[0], self.number)

    @property
    def has_subject(self) -> bool:
        """Whether somebody is named near enough to be the subject of a phrase that names nobody."""
        return bool(self.context.persons) and self.context.passage is self.passage and not self.telling

    @property
    def about(self) -> str:
        """What the clause has said so far of whom it has named: see `Phrase.about`."""
        if not self.has_subject or self.context.start != self.clause[0]:
            return ""
        return "known" if self.number else "awaited"

    def take_standard(self, passage: Passage, clauses: list[StandardClause]) -> None:
        """Adds the acts of standard sentences."""
        self.acts.extend(standard_acts(passage, clauses, self.clauses + 1, self.decided))
        self.clauses += len(clauses)
        start, _, done = clauses[-1]
        _, person, items = done[-1]
        self.context.name((person,), passage, start, self.clauses)
        self.context.organization = items[-1].organization

    def make(self, wording: Wording, found: Found, extra: tuple[str, ...] = (), effective: str = "") -> bool:
        """Adds the acts that a template's slots say; False when there is nobody whom they could be about."""
        context = self.context
        if found.its.startswith(_FOR_MANY):
            context.recall_mentioned()
        if context.text and found.persons:
            found = part_as_known(found, self._clause(), context.text)
        persons = found.persons or context.persons
        if not persons:
            if found.its:
                self.issue("dangling", "nobody is named before")
            return bool(found.its)
        action: Action = wording.action
        candidate = action == "appoint" and bool(_CANDIDATE.search(found.posts))
        if action == "dismiss" and (self.says(RETIRING) or any(map(is_retirement, _notes(found)))):
            action = "retire"
        if wording.ends == "same" and not self._left():
            return False
        if not found.items and not found.unit:
            persons = _introduced_alike(persons)
        self._number_clause(persons, carried=not found.persons)
        made = self._held_now(found.persons or ()) if wording.attests else []
        if found.each and len(persons) > 1:
            shares = share_out(found.items or (), len(persons))
            if not shares:
                self.issue("not_understood", f"分别 has {len(persons)} people and another number of posts")
                return True
        else:
            shares = []
        for index, person in enumerate(persons):
            items = shares[index : index + 1] or self._items(wording, found, person)
            for k, item in enumerate(items):
                done: Action = "nominate" if candidate and (k == len(items) - 1 or self.says(_PROPOSES)) else action
                made += [(done, person, resolved) for resolved in self._bodies(context.resolve(item, person))]
        start, end, clause = self._span()
        target = self._target(clause, "更正" in extra) if action == "revoke" else None
        self.said = len(self.acts)
        for action, person, item in made:
            if action == "dismiss" and any(is_retirement(fold(note)) for note in person.qualifier):
                action = "retire"  # 班固之（退休）
            said = filter(None, (found.note, "" if action in CLOSING else self.announced))
            qualifier = tuple(dict.fromkeys((*extra, *wording.qualifier, *item.qualifier, *person.qualifier, *said)))
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
                    effective=effective or next(filter(None, map(effective_of, qualifier)), ""),
                    decided=self.decided,
                    target=target(person.name) if target else "",
                    previous=person.previous,
                    clause=clause,
                    start=start,
                    end=end,
                )
            )
            if not item.post and not item.organization:
                self.issue("no_post", f"no post is named for {person.name}")
        for doubt in dict.fromkeys((found.doubt, *(doubt_of_post(item, context.notice) for _, _, item in made))):
            if doubt:
                self.issue("uncertain_split", doubt)
        return True

    def announce(self, phrase: Phrase) -> bool:
        """Keeps a term said of a list that follows (聘任下列同志，聘期自某日起：) for the acts of the list."""
        if self.number or not speaks_of_time(phrase.folded) or not self.says(_LIST_FOLLOWS):
            return False
        self.announced = phrase.written
        return True

    def qualify(self, phrase: Phrase) -> bool:
        """Adds a phrase to the acts said just before it, or (以上同志…) to all appointments; False when there are none.

        Probation, terms and days from which an office counts are never said of what somebody leaves.
        """
        everyone = speaks_of_all(phrase.folded) or (not self.number and bool(self.all_meant or speaks_of_time(phrase.folded)))
        if not self.acts or not (everyone or self.number):
            return False
        chosen = range(self.spoken_of if everyone else self.said, len(self.acts))
        chosen = self.all_meant if everyone and not chosen else chosen
        if everyone or speaks_of_time(phrase.folded):
            entering = [index for index in chosen if self.acts[index].action not in CLOSING]
            chosen = range(len(self.acts) - 1, -1, -1) if not entering and not everyone else chosen
            entered = next(
                (i for i in chosen if self.acts[i].clause_no == self.number and self.acts[i].action not in CLOSING), None
            )
            indices = entering or ([entered] if entered is not None else [])
        else:
            indices = list(chosen)
        for index in indices:
            self.acts[index] = _qualified(self.acts[index], phrase)
        if everyone:
            self.spoken_of, self.all_meant = len(self.acts), chosen
        return True

    def _held_now(self, persons: Sequence[Person]) -> list[tuple[Action, Person, PostItem]]:
        """The posts in front of the names, as held on the day of the text."""
        return [
            ("attest", person, self.context.resolve(item, person))
            for person in persons
            if not _FORMER.search(person.previous)
            for item in split_row(person.previous) or ()
        ]

    def _target(self, clause: str, corrects: bool) -> Callable[[str], str]:
        """What finds the paper that the clause cancels for a person; that of a correction is named above its clauses."""
        named = self._named_above if corrects else ""
        return lambda name: find_target(name, clause, named)

    @cached_property
    def _named_above(self) -> str:
        """The paper that the notice names first."""
        notice = self.context.notice
        return find_paper((*(passage.text for passage in notice.passages), notice.title))

    def _number_clause(self, persons: tuple[Person, ...], carried: bool) -> None:
        """Gives the clause its number: that of the clause that named its people when it names none itself."""
        context = self.context
        if not self.number and carried and context.number:
            self.number = context.number
        elif not self.number:
            self.clauses += 1
            self.number = self.clauses
        if not carried:
            self.name(persons)
        elif not context.number:
            context.number = self.number

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
        if wording.ends == "same":
            return self._left()
        introduced = self.context.introduced(person)
        if wording.ends != "front" and _FORMER.search(introduced.previous):
            return (PostItem("", ""),)
        items = [item for item in split_row(introduced.previous.removeprefix("原")) or () if item.kind == "post"]
        if wording.ends in ("party", "state"):
            items = [item for item in items if _is_party(item) == (wording.ends == "party")]
        return items or (() if wording.ends == "front" else (PostItem("", ""),))

    def _left(self) -> list[PostItem]:
        """The posts left a little before, which a successor takes over (由李四接任, 上述两职务由李四兼任)."""
        return posts_left(self.acts, fold(self.passage.text[slice(*self.clause)]))

    def _bodies(self, item: PostItem) -> Sequence[PostItem]:
        """The post in each of the bodies that 上述两所学校 stands for; else as it is."""
        match = _ABOVE.fullmatch(fold(item.organization))
        if not match:
            return (item,)
        named = list(dict.fromkeys(act.organization for act in self.acts if act.organization))
        count = parse_number(match[1]) if match[1] else len(named)
        if not named or count > len(named):
            named = self.context.bodies_set_up()
            count = count or len(named)
        if not named or count > len(named):
            self.issue("dangling", "more bodies are meant than are named before")
            return (item,)
        return [PostItem(name, item.post, item.kind, item.qualifier, True) for name in named[-count:]]

    def _span(self) -> tuple[int, int, str]:
        """The place and text of the clause, begun where its people are named."""
        start, end = self.clause
        context, passage = self.context, self.passage
        first, begin = self.begun or (context.passage, context.start)
        if first is passage:
            start = min(start, begin)
            text = self._texts.setdefault(start, "") or passage.text[start:end]
            self._texts[start] = text
            return *passage.span(start, end), text
        text = first.text[begin:] + passage.text[:end]
        return first.offsets[begin], passage.span(start, end)[1], text


def _placed(item: PostItem, unit: str) -> PostItem:
    """A bare post in the body to which somebody is sent (到红旗村任党支部书记), split as if written behind it."""
    whole = split_post(unit + item.post) if item.bare and not item.organization else None
    return PostItem(whole.organization, whole.post, whole.kind, item.qualifier, True) if whole else item


def _introduced_alike(persons: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people of a list, each with the post that introduces the list from the one before (副书记李军、王丽)."""
    alike: list[Person] = []
    for person in persons:
        if not person.previous and alike and alike[-1].previous:
            person = msgspec.structs.replace(person, previous=alike[-1].previous)
        alike.append(person)
    return tuple(alike)


def _notes(found: Found) -> list[str]:
    """What stands in brackets behind the posts, folded."""
    return [fold(note) for item in found.items or () for note in item.qualifier]


def _is_party(item: PostItem) -> bool:
    return bool(_PARTY_POST.search(fold(item.post)) or _PARTY_BODY.search(fold(item.organization)))


def _qualified(act: ParsedAct, phrase: Phrase) -> ParsedAct:
    return msgspec.structs.replace(
        act,
        action="retire" if act.action == "dismiss" and is_retirement(phrase.folded) else act.action,
        qualifier=(*act.qualifier, phrase.written),
        effective=act.effective or (effective_of(phrase.written) if act.action != "dismiss" else ""),
    )
