"""Where organization and title, or a name and the organization behind it, part for certain: the one place that says so.

The title is always one that the vocabulary or its forms know (`posts.find_title`). The cut is certain when the organization is
shown to be one: by its last word, a bracket or quotation mark, its form, or the notice, which names it elsewhere. All
else is read as the best guess, and the guess stands in an issue of kind `uncertain_split`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.fold import fold
from loaders.names import name_ends
from loaders.passage import NoticeText
from loaders.posts import PostItem, ends_as_body, find_title

_SHOWN = re.compile(r"驻.|^(?:国家|全国|中国|中华)|第[一二三四五六七八九十百\d]+[师旅团]$")
"""Missions abroad, bodies of the state, divisions of the forces."""
_LONGEST_BARE = 6
"""A title that has taken more characters than these into itself without an organization in front may hold one."""
_OF_THE_STATE = re.compile(r"国家|全国|第.{1,3}届|人民|非|第[一二三四五六七八九十\d]")
_CLOSE = 1.0
"""Two ends of a name that fit nearly equally well are apart by less than this."""


def doubt_of_post(item: PostItem, notice: NoticeText) -> str:
    """Why it is not certain where the title of a post begins, with the guess; empty when it is.

    >>> doubt_of_post(PostItem("廊坊发展", "董事长"), NoticeText())
    'no word shows where the name of the organization ends; taken for 廊坊发展 · 董事长'
    >>> doubt_of_post(PostItem("廊坊发展", "董事长"), NoticeText(issuer="廊坊发展股份有限公司"))
    ''
    """
    doubt = _doubt(item.organization, item.post) if item.post and not item.bare else ""
    named = (notice.issuer, notice.title, notice.recipients)
    return "" if doubt and item.organization and any(item.organization in text for text in named) else doubt


@lru_cache(maxsize=32768)
def is_certain(organization: str, post: str) -> bool:
    """Whether a written post surely comes apart like this, whatever notice it stands in.

    >>> is_certain("澜川市教育局", "副局长"), is_certain("恒远商贸", "经理"), is_certain("中华人民共和国驻以色列国", "特命全权大使")
    (True, False, True)
    """
    folded = fold(organization)
    if not folded:
        title = fold(post)
        return len(title) <= _LONGEST_BARE or bool(_OF_THE_STATE.match(title)) or find_title(title[1:]) != (0, "post")
    return folded[-1] in "）”" or ends_as_body(folded) or bool(_SHOWN.search(folded))


def _doubt(organization: str, post: str) -> str:
    if is_certain(organization, post):
        return ""
    if not organization:
        return f"the title may hold the name of an organization; taken for the title {post}"
    return f"no word shows where the name of the organization ends; taken for {organization} · {post}"


@lru_cache(maxsize=4096)
def doubt_of_name(folded: str, starts: frozenset[str] = frozenset()) -> str:
    """Why it is not certain where the name ends with which a text begins, with the guess; empty when it is.

    >>> doubt_of_name("江流市机械工业局副局长"), doubt_of_name("席德华国务院副秘书长")
    ('the name may end elsewhere (江流市); taken for 江流', '')
    """
    ends = name_ends(folded, starts)
    if len(ends) < 2 or ends[0][0] - ends[1][0] >= _CLOSE:
        return ""
    return f"the name may end elsewhere ({folded[: ends[1][1]]}); taken for {folded[: ends[0][1]]}"
