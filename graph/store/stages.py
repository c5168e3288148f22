"""The stages of the derivation over what a load touched, in the order of design 5: series, blocks, organizations, links.

Each stage works through its pending keys in batches; a batch is one transaction that writes rows by difference and notes what
the next stage has to look at. So a stage that is cut off is simply run again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.derive.blocks import derive_block
from graph.derive.bodies import derive_organization
from graph.derive.inference import strip_inference
from graph.derive.links import derive_links
from graph.derive.readings import BlockReading, OrganizationReading
from graph.derive.series import bound_notices
from graph.derive.whole import block_of_act
from graph.model import Act, Notice, Organization, Post, Tenure, Vacancy
from graph.store import stored
from graph.store.client import Graph, Transaction
from graph.store.derived import Difference
from graph.store.known import Known
from graph.store.merge import merge_notice
from graph.store.pending import Stage, add_pending, clear_pending, pending_keys
from graph.store.statements import notice_node, stored_statements
from graph.store.stored import BodyRows
from graph.store.upserts import node_upsert, send

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""

BLOCKS = 1500
BODIES = 40
BODY_TENURES = 2000
PERSONS = 1000


class Derivation:
    """One run of all stages; `known` spares reading what this load wrote itself."""

    def __init__(self, graph: Graph, known: Known, progress: Progress | None = None) -> None:
        self.graph = graph
        self.known = known
        self.progress = progress or (lambda what, done, total: None)
        self.counts: Counter[str] = Counter()
        self._noted: dict[Stage, set[str]] = defaultdict(set)

    def run(self) -> None:
        """Derives all that is pending, until nothing is."""
        self._run("series", self._derive_series)
        self._run("block", self._derive_blocks)
        self._run("organization", self._derive_bodies)
        self._run("person", self._derive_links)

    def _run(self, stage: Stage, derive: Callable[[list[str]], None]) -> None:
        keys = sorted(pending_keys(self.graph, stage))
        if keys:
            derive(keys)
            clear_pending(self.graph, stage)

    def _write(self, difference: Difference, pending: Mapping[Stage, Iterable[str]] | None = None) -> None:
        fresh = {stage: set(keys) - self._noted[stage] for stage, keys in (pending or {}).items()}

        def work(tx: Transaction) -> None:
            difference.write(tx)
            for stage, keys in fresh.items():
                add_pending(tx, stage, keys)

        self.graph.transact(work)
        for stage, keys in fresh.items():
            self._noted[stage] |= keys

    # series: bounds of undated notices

    def _derive_series(self, keys: list[str]) -> None:
        undated = "MATCH (n:Notice) WHERE n.series_key IN $keys AND n.issued_date IS NULL RETURN DISTINCT n.series_key AS key"
        for batch in _batches(sorted({row["key"] for row in stored.read_in(self.graph, undated, keys)}), 50):
            self._bound(batch)

    def _bound(self, keys: Sequence[str]) -> None:
        members = "MATCH (n:Notice) WHERE n.series_key IN $keys RETURN n.notice_id AS notice_id"
        ids = [row["notice_id"] for row in stored.read_in(self.graph, members, keys)]
        before = stored.notices_by_id(self.graph, ids)
        printed = stored_statements(self.graph, ids, acts=False).notices
        now = bound_notices(merge_notice(said) for said in printed.values())
        changed = [notice for notice_id, notice in now.items() if before[notice_id] != notice]
        if not changed:
            return
        of_notices = "MATCH (a:Act) WHERE a.notice_id IN $keys RETURN DISTINCT a.block AS block"
        blocks = {row["block"] for row in stored.read_in(self.graph, of_notices, (n.notice_id for n in changed))}
        self.known.notices.update((notice.notice_id, notice) for notice in changed)

        def work(tx: Transaction) -> None:
            send(tx, node_upsert("Notice"), [notice_node(notice) for notice in changed])
            add_pending(tx, "block", blocks)

        self.graph.transact(work)

    # blocks: persons, tenures as stated, ranks

    def _derive_blocks(self, keys: list[str]) -> None:
        judgements = stored.judgements(self.graph)
        done = 0
        for batch in _batches(keys, BLOCKS):
            acts, notices = self._acts(batch)
            readings = [derive_block(block, acts.get(block, ()), notices, judgements) for block in batch]
            self._write_blocks(readings)
            done += len(batch)
            self.progress("persons", done, len(keys))

    def _acts(self, blocks: Sequence[str]) -> tuple[dict[str, list[Act]], dict[str, Notice]]:
        known = self.known
        acts = {block: list(known.acts[block].values()) for block in blocks if block in known.acts}
        read = stored.acts_of_blocks(self.graph, [block for block in blocks if block not in acts])
        wanted = {act.notice_id for act in read} | {act.notice_id for group in acts.values() for act in group}
        notices = stored.by_key(known.notices, wanted)
        notices |= stored.notices_by_id(self.graph, wanted - notices.keys())
        by_block: dict[str, list[Act]] = defaultdict(list, acts)
        for act in read:
            by_block[block_of_act(act, notices)].append(act)
        return by_block, notices

    def _write_blocks(self, readings: Sequence[BlockReading]) -> None:
        known = self.known
        fresh = {reading.block for reading in readings if known.nothing_derived or reading.block in known.acts}
        before = stored.block_rows(self.graph, [reading.block for reading in readings if reading.block not in fresh])
        stated = {tenure.tenure_id: tenure for tenure in strip_inference(before.tenures.values())}
        difference = Difference()
        changed = difference.persons(before.persons, (person for reading in readings for person in reading.persons))
        posts, bodies = self._bodies_of(readings)
        self._write_bodies(difference, posts, bodies)
        tenures = {tenure.tenure_id: tenure for reading in readings for tenure in reading.tenures}
        other = difference.tenures(stated, tenures.values())
        ranks = {rank.rank_id: rank for reading in readings for rank in reading.ranks}
        other_ranks = difference.ranks(before.ranks, ranks.values())
        for reading in readings:
            self._count(reading)
        now_about = {act_id: post for reading in readings for act_id, post in reading.about.items()}
        difference.acts("CONCERNS", before.concerns, {a: p for reading in readings for a, p in reading.concerns.items()})
        difference.acts("ABOUT", before.about, now_about)
        difference.issues(before.issues, (issue for reading in readings for issue in reading.issues))
        for reading in readings:
            known.take_block(reading, new=reading.block in fresh)
        changed |= {all_[tid].person_id for tid in other for all_ in (stated, tenures) if tid in all_}
        touched = {t.organization_id for all_ in (stated, tenures) for t in all_.values() if t.person_id in changed}
        touched |= {before.ranks[rank_id].organization_id for rank_id in other_ranks if rank_id in before.ranks}
        lost_posts = {post for act_id, post in before.about.items() if now_about.get(act_id) != post}
        touched |= {post.organization_id for post in stored.posts_by_id(self.graph, lost_posts).values()}
        self._write(difference, {"organization": touched, "person": changed})

    def _bodies_of(self, readings: Iterable[BlockReading]) -> tuple[dict[str, Post], dict[str, Organization]]:
        """The posts of these blocks and the bodies that hold a post or a rank of theirs."""
        posts = {post.post_id: post for reading in readings for post in reading.posts}
        used = {post.organization_id for post in posts.values()}
        used |= {rank.organization_id for reading in readings for rank in reading.ranks}
        found = {body.organization_id: body for reading in readings for body in reading.organizations}
        return posts, stored.by_key(found, used)

    def _write_bodies(self, difference: Difference, posts: dict[str, Post], bodies: dict[str, Organization]) -> None:
        known = self.known
        first_posts = {key: post for key, post in posts.items() if key not in known.seen_posts}
        first_bodies = {key: body for key, body in bodies.items() if key not in known.seen_bodies}
        stored_bodies = stored.organizations_by_id(self.graph, first_bodies)
        there: dict[str, Post] = {}
        if known.nothing_derived:
            known.add_new_bodies(first_bodies)
        else:
            there = stored.posts_by_id(self.graph, first_posts)
            occupied = stored.occupied_organizations(self.graph, stored_bodies)
            known.add_new_bodies(first_bodies.keys() - occupied)
        difference.organizations(stored_bodies, first_bodies.values())
        difference.posts(there, first_posts.values())
        known.seen_posts |= first_posts.keys()
        known.seen_bodies |= first_bodies.keys()

    def _count(self, reading: BlockReading) -> None:
        self.counts["persons"] += len(reading.persons)
        self.counts["tenures"] += len(reading.tenures)
        self.counts["ranks"] += len(reading.ranks)

    # organizations: inferred ends, vacancies, successions, lineages

    def _derive_bodies(self, keys: list[str]) -> None:
        new = [key for key in keys if key in self.known.new_bodies]
        other = [key for key in keys if key not in self.known.new_bodies]
        done = 0
        for batch in (*self._sized(new), *_batches(other, BODIES)):
            self._derive_batch_of_bodies(batch)
            done += len(batch)
            self.progress("organizations", done, len(keys))

    def _sized(self, bodies: Iterable[str]) -> Iterator[list[str]]:
        """Batches of known organizations with about so many tenures."""
        batch: list[str] = []
        size = 0
        for body in bodies:
            batch.append(body)
            size += len(self.known.tenures[body])
            if size >= BODY_TENURES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def _derive_batch_of_bodies(self, keys: Sequence[str]) -> None:
        known = self.known
        new = [key for key in keys if key in known.new_bodies]
        rows = stored.body_rows(self.graph, [key for key in keys if key not in known.new_bodies])
        bodies = rows.organizations | stored.organizations_by_id(self.graph, new)
        before = {tenure_id: tenure for tenure_id, tenure in rows.tenures.items() if tenure.organization_id in rows.organizations}
        readings: list[OrganizationReading] = []
        of_person: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in rows.tenures.values():
            of_person[tenure.person_id].append(tenure)
        own: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in before.values():
            own[tenure.organization_id].append(tenure)
        posts: dict[str, list[Post]] = defaultdict(list)
        for post in rows.posts.values():
            if post.post_id not in rows.empty_posts:
                posts[post.organization_id].append(post)
        for key in keys:
            if key in known.new_bodies:
                held = list(known.tenures[key].values())
                people = {tenure.person_id for tenure in held}
                elsewhere = [t for p in people for t in known.of_person[p].values() if t.organization_id != key]
                reading = derive_organization(bodies[key], _ordered(known.posts[key].values()), held, elsewhere, known.names)
                before.update(known.tenures[key])
            elif key in bodies:
                elsewhere = [t for p in {t.person_id for t in own[key]} for t in of_person[p] if t.organization_id != key]
                reading = derive_organization(bodies[key], _ordered(posts[key]), own[key], elsewhere, rows.names)
            else:
                continue
            readings.append(reading)
        self._write_body_readings(keys, rows, before, readings)

    def _write_body_readings(
        self, keys: Sequence[str], rows: BodyRows, before: dict[str, Tenure], readings: Sequence[OrganizationReading]
    ) -> None:
        difference = Difference()
        tenures = {tenure.tenure_id: tenure for reading in readings for tenure in reading.tenures}
        changed = {tenures[tenure_id].person_id for tenure_id in difference.tenures(before, tenures.values())}
        vacancies = {vacancy.vacancy_id: vacancy for reading in readings for vacancy in reading.vacancies}
        other = difference.vacancies(rows.vacancies, vacancies.values())
        for vacancy_id in other:
            for vacancy in (rows.vacancies.get(vacancy_id), vacancies.get(vacancy_id)):
                changed |= _people_of(vacancy, tenures)
        difference.successions(rows.successions, (s for reading in readings for s in reading.successions))
        difference.lineages(rows.lineages, (s for reading in readings for s in reading.lineages))
        difference.issues(rows.issues, (issue for reading in readings for issue in reading.issues))
        difference.lost_nodes["Post"] += rows.empty_posts
        for reading in readings:
            self.known.take_body(reading)
        self.counts["vacancies"] += len(vacancies)
        self.counts["organizations"] += len(readings)
        self._write(difference, {"person": changed})
        if len(rows.organizations):
            unused = stored.unused_organizations(self.graph, rows.organizations)
            if unused:
                removal = Difference()
                removal.lost_nodes["Organization"] += unused
                self._write(removal)

    # links: which vacancy led to which

    def _derive_links(self, keys: list[str]) -> None:
        done = 0
        for batch in _batches(keys, PERSONS):
            self._link(batch)
            done += len(batch)
            self.progress("chains", done, len(keys))

    def _link(self, persons: Sequence[str]) -> None:
        known = self.known
        whole = {person for person in persons if known.is_whole(person)}
        tenures = [tenure for person in whole for tenure in known.of_person[person].values()]
        vacancies = {key: v for tenure in tenures for key, v in known.vacancies.get(tenure.tenure_id, {}).items()}
        read = stored.tenures_of_persons(self.graph, [person for person in persons if person not in whole])
        vacancies.update((v.vacancy_id, v) for v in stored.vacancies_of_tenures(self.graph, (t.tenure_id for t in read)))
        now = derive_links(list(vacancies.values()), [*tenures, *read])
        before = stored.links_of_persons(self.graph, [p for p in persons if not (known.nothing_derived or p in known.new_persons)])
        difference = Difference()
        difference.links(before, now)
        self.counts["links"] += len(now)
        self._write(difference)


def _ordered(posts: Iterable[Post]) -> list[Post]:
    return sorted(posts, key=lambda post: post.post_id)


def _people_of(vacancy: Vacancy | None, tenures: dict[str, Tenure]) -> set[str]:
    if vacancy is None:
        return set()
    ids = (vacancy.left_tenure_id, vacancy.filled_tenure_id)
    return {tenures[tenure_id].person_id for tenure_id in ids if tenure_id in tenures}


def _batches(keys: Sequence[str], size: int) -> Iterator[list[str]]:
    for i in range(0, len(keys), size):
        yield list(keys[i : i + size])
