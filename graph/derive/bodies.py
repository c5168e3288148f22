"""What all tenures of one organization say together: inferred ends, vacancies, who followed whom, into which body it went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.derive.inference import infer_ends, strip_inference
from graph.derive.issues import raised
from graph.derive.lineages import suggest_lineages
from graph.derive.readings import OrganizationReading
from graph.derive.successions import derive_successions
from graph.derive.vacancies import derive_vacancies
from graph.model import Issue, Organization, Post, Tenure, Vacancy


def derive_organization(
    organization: Organization,
    posts: Sequence[Post],
    tenures: Sequence[Tenure],
    elsewhere: Sequence[Tenure],
    names: Mapping[str, str],
) -> OrganizationReading:
    """The reading of an organization from all tenures of its posts and all other tenures of the same persons, in any order.

    Inference that these tenures bring along is taken out first, so derived rows can be fed back. `names` are those of its persons.
    """
    stated = sorted(strip_inference(tenures), key=lambda tenure: tenure.tenure_id)
    beside = strip_inference(elsewhere)
    held = infer_ends(posts, stated, beside)
    lineages = suggest_lineages(organization.organization_id, stated, beside)
    by_post: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in held:
        by_post[tenure.post_id].append(tenure)
    vacancies: list[Vacancy] = []
    issues: list[Issue] = []
    for post in posts:
        own = by_post.get(post.post_id, [])
        vacancies += derive_vacancies(organization, post, own, names, superseded=bool(lineages))
    vacancies.sort(key=lambda vacancy: vacancy.vacancy_id)
    by_id = {tenure.tenure_id: tenure for tenure in held}
    titles = {post.post_id: post.title for post in posts}
    for vacancy in vacancies:
        if vacancy.basis == "late_paperwork":
            issues.append(
                _late_paper(
                    organization, titles[vacancy.post_id], by_id[vacancy.left_tenure_id], by_id[vacancy.filled_tenure_id], names
                )
            )
    return OrganizationReading(
        organization_id=organization.organization_id,
        tenures=tuple(held),
        vacancies=tuple(vacancies),
        successions=tuple(derive_successions(vacancies, by_id)),
        lineages=tuple(lineages),
        issues=tuple(sorted(issues, key=lambda issue: issue.issue_id)),
    )


def _late_paper(organization: Organization, title: str, left: Tenure, entered: Tenure, names: Mapping[str, str]) -> Issue:
    return raised(
        "late_paperwork",
        organization.organization_id,
        tuple(sorted({left.closed_by, entered.opened_by})),
        "the successor was appointed before the dismissal was published",
        text=f"{organization.name}{title} {names.get(left.person_id, '')} {names.get(entered.person_id, '')}",
        notice_id=left.closed_notice_id,
    )
