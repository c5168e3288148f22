"""What the acts of one block say: persons, their tenures as stated, their ranks, and what does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.derive.events import Event, event_of
from graph.derive.identity import tell_apart
from graph.derive.issues import derived_issue
from graph.derive.ranks import derive_ranks
from graph.derive.readings import BlockReading
from graph.derive.tenures import derive_tenures
from graph.ids import person_id
from graph.model import Act, Issue, Judgement, Notice, Organization, Person, Post, RankSpell, Tenure


def derive_block(
    block: str, acts: Iterable[Act], notices: Mapping[str, Notice], judgements: Sequence[Judgement] = ()
) -> BlockReading:
    """The reading of a block from all of its acts, the notices that print them and the judgements on them, in any order."""
    work = _Work(block)
    identities = tell_apart([event_of(act, notices) for act in acts], judgements)
    for events in identities.persons:
        work.take_person(events)
    by_id = {event.act.act_id: event.act for events in identities.persons for event in events}
    for proposal in identities.proposals:
        work.issues.append(
            derived_issue("same_person_proposed", block, (by_id[proposal.left], by_id[proposal.right]), proposal.reason)
        )
    return work.reading()


class _Work:
    def __init__(self, block: str) -> None:
        self.block = block
        self.persons: list[Person] = []
        self.organizations: dict[str, Organization] = {}
        self.posts: dict[str, Post] = {}
        self.tenures: list[Tenure] = []
        self.ranks: list[RankSpell] = []
        self.concerns: dict[str, str] = {}
        self.about: dict[str, str] = {}
        self.issues: list[Issue] = []

    def take_person(self, events: Sequence[Event]) -> None:
        pid = person_id(event.act.act_id for event in events)
        self.persons.append(
            Person(
                person_id=pid,
                name=min(event.act.person for event in events),
                gender=min((event.act.gender for event in events if event.act.gender), default=""),
                ethnicity=min((event.act.ethnicity for event in events if event.act.ethnicity), default=""),
                block=self.block,
            )
        )
        by_post: dict[str, list[Event]] = defaultdict(list)
        ranks: list[Event] = []
        for event in events:
            act = event.act
            self.concerns[act.act_id] = pid
            if event.when.conflict:
                self._issue("other_day" if event.when.ordinary else "date_conflict", (act,), event.when.conflict)
            if event.organization is not None:
                self.organizations[event.organization.organization_id] = event.organization
            if act.kind == "rank" and act.post and act.action == "nominate":
                continue
            if act.kind == "rank" and act.post and event.organization is not None and act.action != "revoke":
                ranks.append(event)
            elif event.post is not None:
                self.posts[event.post.post_id] = event.post
                self.about[act.act_id] = event.post.post_id
                by_post[event.post.post_id].append(event)
            elif act.action == "revoke":
                self._issue("revoke_unresolved", (act,), "the paper names no post")
            else:
                self._issue("act_without_post", (act,), "no post is named" if not act.post else "no organization is named")
        for group in by_post.values():
            tenures, undone = derive_tenures(pid, group)
            self.tenures += tenures
            for one in undone:
                if one.target is None:
                    self._issue("revoke_unresolved", (one.revoke,), one.reason)
                else:
                    self._issue("act_revoked", (one.revoke, one.target), one.reason)
        self.ranks += derive_ranks(pid, ranks)

    def reading(self) -> BlockReading:
        return BlockReading(
            block=self.block,
            persons=tuple(sorted(self.persons, key=lambda person: person.person_id)),
            organizations=tuple(self.organizations[key] for key in sorted(self.organizations)),
            posts=tuple(self.posts[key] for key in sorted(self.posts)),
            tenures=tuple(sorted(self.tenures, key=lambda tenure: tenure.tenure_id)),
            ranks=tuple(sorted(self.ranks, key=lambda rank: rank.rank_id)),
            concerns=dict(sorted(self.concerns.items())),
            about=dict(sorted(self.about.items())),
            issues=tuple(sorted(self.issues, key=lambda issue: issue.issue_id)),
        )

    def _issue(self, kind: str, acts: Iterable[Act], reason: str) -> None:
        self.issues.append(derived_issue(kind, self.block, acts, reason))
