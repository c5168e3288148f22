"""What the graph is made of: facts as read from the papers, and our reading of them (design 2 and 4).

Facts (Source, Notice, Act, Issue) are what documents say and never change. Everything from Person on is derived from acts by
pure functions and can be made again at any time. Field names are the property names of the graph, the columns of the command
line and the keys of the pages.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from graph.dates import Bounds

Day = date  # for a field that is itself called date

Action = Literal["appoint", "dismiss", "nominate", "resign", "retire", "die", "confirm", "attest", "revoke"]
ACTIONS: tuple[Action, ...] = ("appoint", "dismiss", "nominate", "resign", "retire", "die", "confirm", "attest", "revoke")
CLOSING: frozenset[Action] = frozenset({"dismiss", "resign", "retire", "die"})
"""The actions that end a tenure."""

Kind = Literal["post", "rank"]
Status = Literal["current", "ended", "nominated", "unknown"]
EndBasis = Literal["", "stated", "succession", "promotion", "term", "abolition", "exit"]
VacancyKind = Literal["confirmed", "no_successor_seen", "pending", "superseded", "ad_hoc", "designation", "filled"]
Seats = Literal["one", "collegial", "unknown", "none"]
"""How many seats a title has by its nature, practice 3.4.2."""


# ---------------------------------------------------------------- facts


class Source(Struct, frozen=True, kw_only=True, gc=False):
    """A file that was read. `text` is the decoded text that all offsets count in, in code points."""

    source_id: str
    path: str
    sha256: str
    kind: str
    """How it was read: txt, html …"""
    published_date: date | None = None
    """The day the paper itself was printed or put up, an upper bound for what it says."""
    text: str = ""


class Notice(Struct, frozen=True, kw_only=True, gc=False):
    """One official document in a source; `start` and `end` are its place there."""

    notice_id: str
    title: str = ""
    doc_number: str = ""
    issuer: str = ""
    """Full name of the body that decided, as printed or as the title names it."""
    place: str = ""
    """The jurisdiction: the place that the issuer governs (三门峡市), empty for national bodies and when unknown."""
    issued_date: date | None = None
    not_before: date | None = None
    not_after: date | None = None
    """Bounds of the day of issue; both equal `issued_date` where that is printed."""
    head_count: int | None = None
    """How many people the title states (等31人), else None."""
    marks_women: bool = False
    """Whether the notice marks anyone （女）: then an unmarked name in it is a man, inferred (design 3.5)."""
    by_procedure: bool = False
    """Whether it closes 请按有关法律、法规及章程规定办理 (practice 3.3.12)."""
    start: int = 0
    end: int = 0

    @property
    def day(self) -> Bounds:
        """The bounds of the day of issue."""
        return Bounds(self.not_before, self.not_after)


class Act(Struct, frozen=True, gc=False):
    """What one clause does to one person and one post, as written. `start` and `end` are the clause's place in the source."""

    act_id: str
    notice_id: str
    seq: int
    """Counts the acts of a notice from 1 in reading order."""
    clause_no: int
    """Counts the clauses of a notice from 1; acts of one clause share it."""
    action: Action
    person: str
    gender: str = ""
    """As printed: 女, 男 or empty."""
    ethnicity: str = ""
    organization: str = ""
    post: str = ""
    kind: Kind = "post"
    qualifier: tuple[str, ...] = ()
    """What stood in brackets or beside the post, as printed: 试用期为一年, 代理, 兼 …; of a roster row its group and role."""
    effective: str = ""
    """ISO day, month or year given in the clause, or START/END of a résumé entry; empty when none."""
    decided: str = ""
    """ISO day on which it was decided or elected, where that differs from the day of issue."""
    issued_date: date | None = None
    not_before: date | None = None
    not_after: date | None = None
    target: str = ""
    """Of a revoke: the paper that it cancels, as named."""
    previous: str = ""
    """The post that the clause puts in front of the name (原…局局长), a clue for identity; it is no act."""
    clause: str = ""
    start: int = 0
    end: int = 0


class Issue(Struct, frozen=True, kw_only=True, gc=False):
    """Something that was not understood or does not add up, with its place in the source."""

    issue_id: str
    source_id: str
    kind: str
    """A word of the closed list in `loaders/issues.py` or, of a derived one, in `graph/derive/issues.py`."""
    text: str
    start: int = 0
    end: int = 0
    reason: str = ""
    notice_id: str = ""
    scope: str = ""
    """Empty when the reader raised it; else the block, organization_id or notice_id whose derivation raised it."""
    act_ids: tuple[str, ...] = ()
    """Of a derived one, the acts that it is about, sorted: an act on no HELD edge stands in one of these."""


class PersonFacts(Struct, frozen=True, kw_only=True):
    """What a text prints about a person besides posts: kept apart, off in views by default (practice 10)."""

    source: str
    person: str
    gender: str = ""
    ethnicity: str = ""
    birth: str = ""
    native_place: str = ""
    party: str = ""
    education: str = ""


class Reading(Struct, frozen=True, kw_only=True):
    """All that was read from one source, and how many characters of its operative passages are where."""

    source: Source
    notices: tuple[Notice, ...] = ()
    acts: tuple[Act, ...] = ()
    issues: tuple[Issue, ...] = ()
    persons: tuple[PersonFacts, ...] = ()
    operative: int = 0
    """In passages that make an act or look as if they did."""
    accounted: int = 0
    """Of these in an act, in an issue, or left out by a written list."""
    in_issues: int = 0
    left_out: int = 0


class Judgement(Struct, frozen=True, kw_only=True):
    """A person's decision on a proposal: `left` and `right` are act ids; undone when `undone_at` is set."""

    judgement_id: str
    kind: str
    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    by: str
    at: str
    undone_at: str = ""


# ---------------------------------------------------------------- our reading of the acts


class Person(Struct, frozen=True, kw_only=True):
    person_id: str
    name: str
    gender: str = ""
    ethnicity: str = ""
    block: str = ""
    """Name and jurisdiction: `block_of(name, place)`, the unit in which identity is derived."""


class Organization(Struct, frozen=True, kw_only=True):
    organization_id: str
    name: str
    """Canonical full name with its place."""
    place: str = ""
    level: str = ""
    region: str = ""
    parent_id: str = ""
    """Of a sub-unit, the organization it is PART_OF; else empty."""


class Post(Struct, frozen=True, kw_only=True):
    post_id: str
    organization_id: str
    title: str
    seats: Seats
    seats_basis: str = ""
    """The rule or table that says so."""


class Tenure(Struct, frozen=True, kw_only=True):
    """A person's time in a post, [start, end): the HELD relationship (design 3.3). Exact dates are both bounds, too."""

    tenure_id: str
    person_id: str
    post_id: str
    organization_id: str = ""
    """The organization of the post."""
    status: Status
    start_date: date | None = None
    start_not_before: date | None = None
    start_not_after: date | None = None
    start_basis: str = ""
    """stated, attested, or empty when the start is unknown."""
    end_date: date | None = None
    end_not_before: date | None = None
    end_not_after: date | None = None
    end_basis: EndBasis = ""
    acting: bool = False
    concurrent: bool = False
    seconded: bool = False
    by_procedure: bool = False
    due_date: date | None = None
    probation_due: date | None = None
    nominated_on: date | None = None
    nominated_not_before: date | None = None
    nominated_not_after: date | None = None
    outcome: str = ""
    """Of a nomination: open, appointed, withdrawn, stale; else empty."""
    incumbency_id: str = ""
    """Shared by the acting and the formal spell of one person in one post (practice 3.3.10)."""
    act_ids: tuple[str, ...] = ()
    opened_by: str = ""
    """The act that opened it, empty when none is known."""
    closed_by: str = ""
    """The act that closed it as stated; of an inferred end the act that the inference rests on."""
    opened_notice_id: str = ""
    opened_seq: int = 0
    closed_notice_id: str = ""
    closed_seq: int = 0
    """Where in the papers the stated start and end stand, for reading order within one notice."""
    closed_doc_number: str = ""
    """The number of the paper that closed it."""
    closed_action: str = ""
    """What a stated end was: dismiss, resign, retire, die; empty otherwise."""
    attested_until: Day | None = None
    """The latest day after an attestation: what `end_not_before` falls back to when an inferred end is taken out."""
    doc_numbers: tuple[str, ...] = ()
    confidence: Literal["stated", "inferred"] = "stated"

    @property
    def start(self) -> Bounds:
        return Bounds(self.start_not_before, self.start_not_after)

    @property
    def end(self) -> Bounds:
        return Bounds(self.end_not_before, self.end_not_after)


class RankSpell(Struct, frozen=True, kw_only=True):
    """A rank held by a person: the RANKED relationship. Ranks have no seat, vacancy or chain (practice 3.9)."""

    rank_id: str
    person_id: str
    organization_id: str
    rank: str
    start_date: date | None = None
    start_not_before: date | None = None
    start_not_after: date | None = None
    end_date: date | None = None
    end_not_before: date | None = None
    end_not_after: date | None = None
    act_ids: tuple[str, ...] = ()


class Vacancy(Struct, frozen=True, kw_only=True):
    """The interval [since, until) in which a seat is empty as far as the papers tell (design 3.4); filled when `until` is known.

    An interval of length zero is a seat that changed hands: it carries the links of chains and shows in no list of vacancies.
    """

    vacancy_id: str
    post_id: str
    kind: VacancyKind
    since_date: date | None = None
    since_not_before: date | None = None
    since_not_after: date | None = None
    until_date: date | None = None
    until_not_before: date | None = None
    until_not_after: date | None = None
    kind_open: VacancyKind = "no_successor_seen"
    """What it was, or is, while nobody had filled it: never `filled`. The kind to show for a day inside the interval."""
    basis: str = ""
    """How the filling was tied to the departure: same_notice, later, late_paperwork, succession, one_for_one; empty while open."""
    left_tenure_id: str = ""
    """The tenure whose end opened it."""
    filled_tenure_id: str = ""
    """The tenure whose start filled it; empty while open."""
    nominee: str = ""
    acting: str = ""
    doc_number: str = ""
    """The paper that opened it."""


class VacancyLink(Struct, frozen=True, kw_only=True):
    """LED_TO: who filled `vacancy_id` left the post of `next_vacancy_id` in the same move."""

    vacancy_id: str
    next_vacancy_id: str
    person_id: str


class Succession(Struct, frozen=True, kw_only=True):
    """FOLLOWED: `person_id` came after `predecessor_id` in the post; `gap_days` is None where a day is unknown."""

    person_id: str
    predecessor_id: str
    post_id: str
    gap_days: int | None = None
    tenure_id: str = ""
    """The successor's tenure."""
    predecessor_tenure_id: str = ""


class Lineage(Struct, frozen=True, kw_only=True):
    """SUCCEEDED_BY between organizations: rename, plate, merge, split, convert, abolish; stated, suggested or judged."""

    predecessor_id: str
    successor_id: str
    kind: str
    state: Literal["stated", "suggested", "judged"]
    date: Day | None = None
    act_ids: tuple[str, ...] = ()


def block_of(name: str, place: str) -> str:
    """The key of the block in which a name's acts are told apart: name and jurisdiction."""
    return f"{name}|{place}"
