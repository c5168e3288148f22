"""What each stage of the derivation hands on. Each depends only on its own key, so a load derives again only what it touched.

prints of a notice            → the issue that they differ             prints.differences
series (issuer, series, year) → bounds of undated notices           series.bound_notices
block (name, jurisdiction)    → persons, tenures as stated, ranks    blocks.derive_block
organization                  → inferred ends, vacancies, lineages   bodies.derive_organization
pairs of organizations        → links between vacancies              links.derive_links
"""

from __future__ import annotations

from msgspec import Struct, field

from graph.model import (
    Issue,
    Lineage,
    Organization,
    Person,
    Post,
    RankSpell,
    Succession,
    Tenure,
    Vacancy,
    VacancyLink,
)


class BlockReading(Struct, frozen=True, kw_only=True):
    """What the acts of one block say. Every act is in `concerns`; one with a post is in `about` and in one tenure or issue."""

    block: str
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    posts: tuple[Post, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    """With stated ends only."""
    ranks: tuple[RankSpell, ...] = ()
    concerns: dict[str, str] = field(default_factory=dict)
    """act_id → person_id."""
    about: dict[str, str] = field(default_factory=dict)
    """act_id → post_id."""
    issues: tuple[Issue, ...] = ()


class OrganizationReading(Struct, frozen=True, kw_only=True):
    """What all tenures of one organization say together."""

    organization_id: str
    tenures: tuple[Tenure, ...] = ()
    """All tenures of its posts, with the ends that inference adds."""
    vacancies: tuple[Vacancy, ...] = ()
    successions: tuple[Succession, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    """Those in which it is the predecessor."""
    issues: tuple[Issue, ...] = ()


class WholeReading(Struct, frozen=True, kw_only=True):
    """Everything derived from a set of acts, sorted by id: what a store holds after any loads that leave these acts."""

    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    posts: tuple[Post, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    ranks: tuple[RankSpell, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    links: tuple[VacancyLink, ...] = ()
    successions: tuple[Succession, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    concerns: dict[str, str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
