"""Everything derived from a set of acts: the stages composed. What a store must hold after any loads that leave these acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.derive.blocks import derive_block
from graph.derive.bodies import derive_organization
from graph.derive.links import derive_links
from graph.derive.prints import Print, differences
from graph.derive.readings import OrganizationReading, WholeReading
from graph.derive.series import bound_notices
from graph.model import Act, Issue, Judgement, Notice, Organization, Person, Post, RankSpell, Tenure, block_of


def derive_all(
    notices: Iterable[Notice], acts: Iterable[Act], judgements: Sequence[Judgement] = (), prints: Iterable[Print] = ()
) -> WholeReading:
    """The whole reading, every list sorted by id; the order of the arguments changes nothing.

    Notices and acts are merged over their sources; `prints` are those of notices that several sources print.
    """
    bounded = bound_notices(notices)
    blocks: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        blocks[block_of_act(act, bounded)].append(act)
    persons: list[Person] = []
    organizations: dict[str, Organization] = {}
    posts: dict[str, Post] = {}
    stated: list[Tenure] = []
    ranks: list[RankSpell] = []
    concerns: dict[str, str] = {}
    about: dict[str, str] = {}
    issues: list[Issue] = differences(prints)
    for block in sorted(blocks):
        reading = derive_block(block, blocks[block], bounded, judgements)
        persons += reading.persons
        organizations.update((one.organization_id, one) for one in reading.organizations)
        posts.update((one.post_id, one) for one in reading.posts)
        stated += reading.tenures
        ranks += reading.ranks
        concerns |= reading.concerns
        about |= reading.about
        issues += reading.issues
    bodies = derive_bodies(organizations, posts, stated, {person.person_id: person.name for person in persons})
    tenures = [tenure for body in bodies for tenure in body.tenures]
    vacancies = [vacancy for body in bodies for vacancy in body.vacancies]
    issues += [issue for body in bodies for issue in body.issues]
    return WholeReading(
        persons=tuple(sorted(persons, key=lambda one: one.person_id)),
        organizations=tuple(organizations[key] for key in sorted(organizations)),
        posts=tuple(posts[key] for key in sorted(posts)),
        tenures=tuple(sorted(tenures, key=lambda one: one.tenure_id)),
        ranks=tuple(sorted(ranks, key=lambda one: one.rank_id)),
        vacancies=tuple(sorted(vacancies, key=lambda one: one.vacancy_id)),
        links=tuple(derive_links(vacancies, tenures)),
        successions=tuple(
            sorted(
                (one for body in bodies for one in body.successions),
                key=lambda one: (one.post_id, one.tenure_id, one.predecessor_tenure_id),
            )
        ),
        lineages=tuple(
            sorted((one for body in bodies for one in body.lineages), key=lambda one: (one.predecessor_id, one.successor_id))
        ),
        concerns=dict(sorted(concerns.items())),
        about=dict(sorted(about.items())),
        issues=tuple(sorted(issues, key=lambda one: one.issue_id)),
    )


def derive_bodies(
    organizations: Mapping[str, Organization], posts: Mapping[str, Post], tenures: Iterable[Tenure], names: Mapping[str, str]
) -> list[OrganizationReading]:
    """The readings of all organizations, each from its own tenures and those that its people have elsewhere."""
    of_body: dict[str, list[Tenure]] = defaultdict(list)
    of_person: dict[str, list[Tenure]] = defaultdict(list)
    posts_of: dict[str, list[Post]] = defaultdict(list)
    for tenure in tenures:
        of_body[tenure.organization_id].append(tenure)
        of_person[tenure.person_id].append(tenure)
    for key in sorted(posts):
        posts_of[posts[key].organization_id].append(posts[key])
    readings = []
    for key in sorted(organizations):
        own = of_body.get(key, [])
        people = sorted({tenure.person_id for tenure in own})
        elsewhere = [other for person in people for other in of_person[person] if other.organization_id != key]
        readings.append(derive_organization(organizations[key], posts_of.get(key, ()), own, elsewhere, names))
    return readings


def block_of_act(act: Act, notices: Mapping[str, Notice]) -> str:
    """The block of an act: the name as written and the place of its notice."""
    notice = notices.get(act.notice_id)
    return block_of(act.person, notice.place if notice is not None else "")
