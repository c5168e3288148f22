"""Which acts of one name in one jurisdiction are of one person: a pure function of the block's acts and judgements (design 3.5).

Order: judgements; same clause; a clause naming the previous post; appointments, dismissals and mentions of one post that follow
each other; then what is left by day, each joining the one group that nothing speaks against, or staying apart as a proposal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice

from msgspec import Struct

from graph.derive.clues import Neighbours, clues, clues_needed
from graph.derive.clusters import Cluster, Spell, conflicts, doubtful, excludes
from graph.derive.events import Event
from graph.derive.seats import is_full_time
from graph.model import Judgement

_REPEAT = timedelta(days=90)
_PROPOSED = 3
"""To how many groups one that stays apart is proposed at most."""


class Proposal(Struct, frozen=True):
    """Two groups of acts that may be one person; their earliest act ids and why it was not decided."""

    left: str
    right: str
    reason: str


class Identities(Struct, frozen=True):
    """The events of each person, and what is left to a judgement."""

    persons: list[list[Event]]
    proposals: list[Proposal]


def tell_apart(events: Iterable[Event], judgements: Sequence[Judgement] = ()) -> Identities:
    """The persons among events of one block; each event is of exactly one. The order of the arguments changes nothing."""
    ordered = sorted(events, key=lambda event: event.key)
    work = _Work(ordered, judgements)
    if len(work.clusters) > 1:
        work.join_judged()
        work.join_named_previous()
        work.join_by_post()
        work.join_rest()
    groups = [sorted(cluster.events, key=lambda event: event.key) for cluster in work.clusters.values()]
    return Identities(sorted(groups, key=lambda group: min(event.act.act_id for event in group)), sorted(work.proposals, key=repr))


class _Work:
    def __init__(self, events: list[Event], judgements: Sequence[Judgement]) -> None:
        self.events = events
        self.proposals: list[Proposal] = []
        self.clusters: dict[int, Cluster] = {}
        self.parent: list[int] = []
        self.home: dict[str, int] = {}
        genders = _genders(events)
        clauses: dict[tuple[str, int, str], list[Event]] = defaultdict(list)
        for event in events:
            clauses[event.act.notice_id, event.act.clause_no, genders[event.act.act_id]].append(event)
        for number, (key, members) in enumerate(clauses.items()):
            self.clusters[number] = Cluster(members, key[2])
            self.parent.append(number)
            for event in members:
                self.home[event.act.act_id] = number
        self.judgements = [
            judgement
            for judgement in judgements
            if not judgement.undone_at and judgement.left in self.home and judgement.right in self.home
        ]

    def root(self, act_id: str) -> int:
        number = self.home[act_id]
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, left: int, right: int) -> None:
        if left == right:
            return
        if len(self.clusters[left].events) < len(self.clusters[right].events):
            left, right = right, left
        self.clusters[left].absorb(self.clusters.pop(right))
        self.parent[right] = left

    def may_join(self, left: int, right: int) -> bool:
        return left == right or not (excludes(self.clusters[left], self.clusters[right]) or self.judged(left, right, "different"))

    def judged(self, left: int, right: int, verdict: str) -> bool:
        return any(
            judgement.verdict == verdict and {self.root(judgement.left), self.root(judgement.right)} == {left, right}
            for judgement in self.judgements
        )

    def join_judged(self) -> None:
        for judgement in sorted(self.judgements, key=lambda judgement: judgement.judgement_id):
            if judgement.verdict == "same":
                self.join(self.root(judgement.left), self.root(judgement.right))

    def join_named_previous(self) -> None:
        """A clause that names the previous post joins the one group that is known in it."""
        if not any(event.act.previous for event in self.events):
            return
        known: dict[str, list[str]] = defaultdict(list)
        for event in self.events:
            if event.post and event.organization:
                known[event.organization.name + event.post.title].append(event.act.act_id)
                known[event.act.organization + event.act.post].append(event.act.act_id)
        for event in self.events:
            here = self.root(event.act.act_id)
            there = {self.root(act_id) for act_id in known.get(event.act.previous, ())} - {here}
            fitting = [other for other in sorted(there) if self.may_join(here, other)]
            if len(fitting) == 1:
                self.join(here, fitting[0])

    def join_by_post(self) -> None:
        """Acts on one post follow each other: what is open is closed, what was just closed is closed once more by another paper."""
        by_post: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            if event.post and not event.when.interval and event.act.action != "revoke":
                by_post[event.post.post_id].append(event)
        for events in by_post.values():
            if len(events) > 1:
                self._follow(events)
        for events in by_post.values():
            self._note_spells(events)

    def _follow(self, events: list[Event]) -> None:
        opened: list[Event] = []
        closed: list[Event] = []
        for event in events:
            here = self.root(event.act.act_id)
            if event.closes:
                partner = next((other for other in opened if self.may_join(self.root(other.act.act_id), here)), None)
                if partner is not None:
                    there = self.root(partner.act.act_id)
                    opened = [other for other in opened if self.root(other.act.act_id) != there]
                else:
                    partner = next((o for o in closed if _near(o, event) and self.may_join(self.root(o.act.act_id), here)), None)
                closed.insert(0, event)
            else:
                partner = next((other for other in opened if self.may_join(self.root(other.act.act_id), here)), None)
                opened.append(event)
            if partner is not None:
                self.join(self.root(partner.act.act_id), here)

    def _note_spells(self, events: list[Event]) -> None:
        post = events[0].post
        if post is None or not is_full_time(post):
            return
        open_since: dict[int, Event] = {}
        for event in events:
            here = self.root(event.act.act_id)
            if event.act.action == "appoint" and not (event.acting or event.concurrent or event.seconded):
                open_since.setdefault(here, event)
            elif event.closes and here in open_since:
                since = open_since.pop(here).day.not_after
                until = event.day.not_before
                if since and until:
                    self.clusters[here].spells.append(Spell(since, until, post.post_id, post.organization_id, post.seats == "one"))
        for here, event in open_since.items():
            if event.day.not_after:
                self.clusters[here].spells.append(
                    Spell(event.day.not_after, None, post.post_id, post.organization_id, post.seats == "one")
                )

    def join_rest(self) -> None:
        """Each group left, by day: to the one with most clues; without any, to the only one that nothing speaks against."""
        neighbours = Neighbours()
        placed: list[int] = []
        for number in sorted(self.clusters, key=lambda number: self.clusters[number].key):
            cluster = self.clusters[number]
            clued = self._with_clues(number, neighbours)
            plain = [] if clued else self._latest(number, placed, doubted=False)
            doubted = [] if clued or plain else self._latest(number, placed, doubted=True)
            neighbours.add(cluster)
            likely = clued or plain or doubted
            rare = clues_needed(cluster.events[0].act.person) == 1
            doubt = bool(doubted) or (bool(clued) and doubtful(self.clusters[clued[0]], cluster))
            if len(likely) == 1 and not doubted and (rare or (clued and not doubt)):
                self.join(likely[0], number)
                placed[placed.index(likely[0])] = self.root(cluster.events[0].act.act_id)
                continue
            reason = _reason(len(likely), doubt)
            for other in likely:
                if not self.judged(other, number, "unsure"):
                    self.proposals.append(Proposal(_first(self.clusters[other]), _first(cluster), reason))
            placed.append(number)

    def _with_clues(self, number: int, neighbours: Neighbours) -> list[int]:
        """The placed groups that share most clues with this one, at least one clue; as many as one can be asked about."""
        cluster = self.clusters[number]
        weights: dict[int, int] = {}
        for other in {self.root(act_id) for act_id in neighbours.near(cluster)}:
            if self._fits(other, number):
                weights[other] = clues(self.clusters[other], cluster)
        best = max(weights.values(), default=0)
        return sorted(other for other, weight in weights.items() if weight == best)[:_PROPOSED] if best else []

    def _latest(self, number: int, placed: Sequence[int], *, doubted: bool) -> list[int]:
        """The latest placed groups that this one can be, those with a doubt or those without; as many as one can be asked about."""
        here = self.clusters[number]
        fitting = (
            other for other in reversed(placed) if self._fits(other, number) and doubtful(self.clusters[other], here) == doubted
        )
        return list(islice(fitting, _PROPOSED))

    def _fits(self, other: int, number: int) -> bool:
        return not conflicts(self.clusters[other], self.clusters[number]) and not self.judged(other, number, "different")


def _reason(fitting: int, doubted: bool) -> str:
    if doubted:
        return "two full-time posts at one time"
    return "several fit" if fitting > 1 else "a common name and nothing else in common"


def _genders(events: Iterable[Event]) -> dict[str, str]:
    """act_id → gender as printed; 男 also for an unmarked name in a notice that marks women and nowhere this name."""
    events = list(events)
    marked = {event.act.notice_id for event in events if event.act.gender}
    found = {}
    for event in events:
        act = event.act
        inferred = event.notice is not None and event.notice.marks_women and act.notice_id not in marked
        found[act.act_id] = act.gender or ("男" if inferred else "")
    return found


def _near(earlier: Event, later: Event) -> bool:
    before, after = earlier.day.not_before or earlier.day.not_after, later.day.not_after or later.day.not_before
    return before is not None and after is not None and after - before <= _REPEAT


def _first(cluster: Cluster) -> str:
    return min(event.act.act_id for event in cluster.events)
