"""What a load knows without asking the store: rows that it has written itself and that are certainly all there are.

A block or an organization is known when nothing of it was stored before this load. Past a limit everything is forgotten and the
stages read from the store instead, so that memory stays bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.derive.readings import BlockReading, OrganizationReading
from graph.model import Act, Notice, Post, Tenure, Vacancy
from graph.store import stored
from graph.store.client import Graph

LIMIT = 400_000
"""Acts and tenures held at most: about 1 GB."""


class Known:
    """Complete rows by block, organization and person, as far as this load has made them."""

    def __init__(self, *, nothing_derived: bool) -> None:
        self.nothing_derived = nothing_derived
        """Whether the store held no derived rows when this load began."""
        self._held = 0
        self._forgetful = False
        self._lost: set[str] = set()
        self.acts: dict[str, dict[str, Act]] = {}
        self.notices: dict[str, Notice] = {}
        self.new_bodies: set[str] = set()
        self.seen_bodies: set[str] = set()
        self.seen_posts: set[str] = set()
        self.posts: dict[str, dict[str, Post]] = defaultdict(dict)
        self.tenures: dict[str, dict[str, Tenure]] = defaultdict(dict)
        self.of_person: dict[str, dict[str, Tenure]] = {}
        self.names: dict[str, str] = {}
        self.new_persons: set[str] = set()
        self.vacancies: dict[str, dict[str, Vacancy]] = defaultdict(dict)
        """By the tenure that was left or that fills."""
        self.derived_bodies: set[str] = set()

    def add_acts(self, new_blocks: Iterable[str], acts: Iterable[tuple[str, Act]], notices: Mapping[str, Notice]) -> None:
        """Takes acts that were written, by block; of blocks that are neither new nor known they are not kept."""
        if self._forgetful:
            return
        self.take_notices(notices.values())
        for block in new_blocks:
            self.acts.setdefault(block, {})
        for block, act in acts:
            known = self.acts.get(block)
            if known is not None:
                known[act.act_id] = act
                self._held += 1
        self._keep_bounds()

    def new_blocks(self, graph: Graph, touched: Iterable[str]) -> set[str]:
        """Those of the touched blocks that have no act in the store yet."""
        if self._forgetful:
            return set()
        unseen = {block for block in touched if block not in self.acts and block not in self._lost}
        if self.nothing_derived or not unseen:
            return unseen
        return unseen - stored.existing_blocks(graph, unseen)

    def take_new_bodies(self, ids: Iterable[str]) -> None:
        """Takes organizations in which nothing was stored before this load."""
        if not self._forgetful:
            self.new_bodies.update(ids)

    def take_notices(self, notices: Iterable[Notice]) -> None:
        """Takes notices as they are stored now."""
        if not self._forgetful:
            self.notices.update((notice.notice_id, notice) for notice in notices)

    def lose_blocks(self, blocks: Iterable[str]) -> None:
        """Forgets blocks of which stored acts changed."""
        for block in blocks:
            self.acts.pop(block, None)
            self._lost.add(block)

    def take_block(self, reading: BlockReading, *, new: bool) -> None:
        """Takes the reading of a block; its persons have no other tenures than these."""
        if self._forgetful:
            return
        self.acts.pop(reading.block, None)
        for person in reading.persons:
            self.of_person[person.person_id] = {}
            self.names[person.person_id] = person.name
            if new:
                self.new_persons.add(person.person_id)
        for tenure in reading.tenures:
            self.of_person[tenure.person_id][tenure.tenure_id] = tenure
            if tenure.organization_id in self.new_bodies:
                self.tenures[tenure.organization_id][tenure.tenure_id] = tenure
        for post in reading.posts:
            if post.organization_id in self.new_bodies:
                self.posts[post.organization_id][post.post_id] = post
        self._held += len(reading.tenures)
        self._keep_bounds()

    def take_body(self, reading: OrganizationReading) -> None:
        """Takes the reading of an organization: tenures with inferred ends, vacancies."""
        if self._forgetful:
            return
        self.derived_bodies.add(reading.organization_id)
        for tenure in reading.tenures:
            held = self.of_person.get(tenure.person_id)
            if held is not None:
                held[tenure.tenure_id] = tenure
        for vacancy in reading.vacancies:
            for tenure_id in (vacancy.left_tenure_id, vacancy.filled_tenure_id):
                self.vacancies[tenure_id][vacancy.vacancy_id] = vacancy

    def is_whole(self, person_id: str) -> bool:
        """Whether all tenures of a person and all vacancies that they left or filled are at hand."""
        held = self.of_person.get(person_id)
        return held is not None and all(tenure.organization_id in self.derived_bodies for tenure in held.values())

    def _keep_bounds(self) -> None:
        if self._held > LIMIT:
            self._forgetful = True
            for kept in (self.acts, self.notices, self.posts, self.tenures, self.of_person, self.names, self.vacancies):
                kept.clear()
            for ids in (self.new_bodies, self.new_persons, self.derived_bodies):
                ids.clear()
