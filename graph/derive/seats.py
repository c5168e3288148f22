"""How many seats a title has by its nature, and which bodies and memberships are none to count (practice 3.4.1, 3.4.2, 3.7).

The lists are data (data/seats.toml, data/bodies.toml); here is only the order in which they are asked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.derive.knowledge import body_knowledge, seat_knowledge
from graph.model import Post, Seats

_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")

DESIGNATION = "designation"
"""The basis of the one seat of a 常务副…: its vacancy is of a kind of its own."""


@lru_cache(maxsize=4096)
def seats_of(title: str, organization_name: str) -> tuple[Seats, str]:
    """The seats of a title in a body, and the rule that says so; a title that no list names has unknown seats.

    >>> seats_of("局长", "三门峡市教育局")
    ('one', 'chief')
    >>> seats_of("党组副书记", "财政部")
    ('unknown', 'deputy')
    >>> seats_of("三级主任科员", "三门峡市财政局")
    ('unknown', 'unlisted')
    """
    know = seat_knowledge()
    if title.startswith(know.none_begins) or title.endswith(know.none_ends):
        return "none", "honorary"
    if title.endswith(know.collegial_ends) and title not in know.collegial_not:
        return "collegial", "member"
    for body, titles in know.collegial_bodies.items():
        if organization_name.endswith(body) and title in titles:
            return "collegial", "equals"
    bare = _without_organ(title)
    if bare.startswith(know.designation_begins):
        return "one", DESIGNATION
    if (
        bare.startswith(know.unknown_begins)
        or bare.endswith(know.unknown_ends)
        or any(word in bare for word in know.unknown_contains)
    ):
        return "unknown", "deputy"
    if bare in know.one:
        return "one", "chief"
    return "unknown", "unlisted"


@cache
def is_ad_hoc(organization_name: str) -> bool:
    """Whether a body was set up for one task, or is the office of one.

    >>> is_ad_hoc("三门峡市政府推进职能转变协调小组办公室")
    True
    """
    know = body_knowledge()
    return any(word in organization_name for word in know.ad_hoc) and not any(word in organization_name for word in know.ad_hoc_not)


@cache
def is_by_procedure(organization_name: str) -> bool:
    """Whether a government's notice only proposes to a body like this: a company, an association, a congress (practice 3.3.12)."""
    return organization_name.endswith(body_knowledge().by_procedure_ends)


@cache
def is_counted(title: str, organization_name: str) -> bool:
    """Whether a post counts in turnover: no bare membership, no honorary title, no body for one task (practice 3.7)."""
    if title in seat_knowledge().memberships or is_ad_hoc(organization_name):
        return False
    return seats_of(title, organization_name)[0] != "none"


def is_full_time(post: Post) -> bool:
    """Whether a post is a chief's or a deputy's, of which nobody holds two without 兼; a deputy secretary-general often does."""
    return post.seats == "one" or (post.title.startswith(("副", "党组副", "党委副")) and not post.title.endswith("秘书长"))


def _without_organ(title: str) -> str:
    """The title without the inner organ in front and the term of it: 第三届董事会董事长 → 董事长."""
    bare = _TERM.sub("", title, count=1)
    for organ in sorted(seat_knowledge().organs, key=len, reverse=True):
        if bare.startswith(organ) and len(bare) > len(organ):
            return bare[len(organ) :]
    return bare
