"""Third stage: inferred ends, vacancies, successions and lineages, organization by organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.derive.bodies import derive_organization
from graph.derive.readings import OrganizationReading
from graph.model import Organization, Post, Tenure, Vacancy
from graph.store import stored
from graph.store.derived import Difference
from graph.store.known import Known
from graph.store.run import Run, batches
from graph.store.stored import BodyRows

BODIES = 40
"""Organizations a batch when their tenures have to be read, and so are not yet counted."""
TENURES = 2000
"""Tenures a batch when they are known."""


def derive_bodies(run: Run, keys: Sequence[str]) -> None:
    """Reads these organizations again; persons whose tenures or vacancies change become pending."""
    new = [key for key in keys if key in run.known.new_bodies]
    other = [key for key in keys if key not in run.known.new_bodies]
    done = 0
    for batch in _sized(run.known, new):
        bodies = stored.organizations_by_id(run.graph, batch)
        before = {tenure_id: tenure for key in batch for tenure_id, tenure in run.known.tenures[key].items()}
        _write(run, BodyRows(), before, [_read_known(run.known, body) for body in bodies.values()])
        done += len(batch)
        run.progress("organizations", done, len(keys))
    for batch in batches(other, BODIES):
        rows = stored.body_rows(run.graph, batch)
        own = {tenure_id: t for tenure_id, t in rows.tenures.items() if t.organization_id in rows.organizations}
        _write(run, rows, own, _read_stored(rows))
        _drop_unused(run, rows)
        done += len(batch)
        run.progress("organizations", done, len(keys))


def _sized(known: Known, bodies: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for body in bodies:
        batch.append(body)
        size += len(known.tenures[body])
        if size >= TENURES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_known(known: Known, body: Organization) -> OrganizationReading:
    own = list(known.tenures[body.organization_id].values())
    return _read(body, known.posts[body.organization_id].values(), own, known.of_person, known.names)


def _read_stored(rows: BodyRows) -> list[OrganizationReading]:
    of_person: dict[str, dict[str, Tenure]] = defaultdict(dict)
    own: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in rows.tenures.values():
        of_person[tenure.person_id][tenure.tenure_id] = tenure
        own[tenure.organization_id].append(tenure)
    posts: dict[str, list[Post]] = defaultdict(list)
    for post in rows.posts.values():
        if post.post_id not in rows.empty_posts:
            posts[post.organization_id].append(post)
    return [_read(body, posts[key], own[key], of_person, rows.names) for key, body in rows.organizations.items()]


def _read(
    body: Organization,
    posts: Iterable[Post],
    own: Sequence[Tenure],
    of_person: Mapping[str, Mapping[str, Tenure]],
    names: Mapping[str, str],
) -> OrganizationReading:
    people = sorted({tenure.person_id for tenure in own})
    key = body.organization_id
    elsewhere = [tenure for person in people for tenure in of_person[person].values() if tenure.organization_id != key]
    return derive_organization(body, sorted(posts, key=lambda post: post.post_id), own, elsewhere, names)


def _write(run: Run, rows: BodyRows, before: Mapping[str, Tenure], readings: Sequence[OrganizationReading]) -> None:
    difference = Difference()
    tenures = {tenure.tenure_id: tenure for reading in readings for tenure in reading.tenures}
    changed = {tenures[tenure_id].person_id for tenure_id in difference.tenures(before, tenures.values())}
    vacancies = {vacancy.vacancy_id: vacancy for reading in readings for vacancy in reading.vacancies}
    for vacancy_id in difference.vacancies(rows.vacancies, vacancies.values()):
        for vacancy in (rows.vacancies.get(vacancy_id), vacancies.get(vacancy_id)):
            changed |= _people_of(vacancy, tenures)
    difference.successions(rows.successions, (one for reading in readings for one in reading.successions))
    difference.lineages(rows.lineages, (one for reading in readings for one in reading.lineages))
    difference.issues(rows.issues, (issue for reading in readings for issue in reading.issues))
    difference.lost_nodes["Post"] += rows.empty_posts
    for reading in readings:
        run.known.take_body(reading)
    run.counts["organizations"] += len(readings)
    run.counts["vacancies"] += len(vacancies)
    run.write(difference, {"person": changed})


def _drop_unused(run: Run, rows: BodyRows) -> None:
    """Organizations that lost their last post, rank and notice."""
    unused = stored.unused_organizations(run.graph, rows.organizations)
    if unused:
        difference = Difference()
        difference.lost_nodes["Organization"] += unused
        run.write(difference)


def _people_of(vacancy: Vacancy | None, tenures: Mapping[str, Tenure]) -> set[str]:
    if vacancy is None:
        return set()
    ids = (vacancy.left_tenure_id, vacancy.filled_tenure_id)
    return {tenures[tenure_id].person_id for tenure_id in ids if tenure_id in tenures}
