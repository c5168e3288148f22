"""Entries of a career: a period and the posts held in it, as résumés and publicity tell them. They attest, they appoint nobody."""

from __future__ import annotations

import re

from msgspec import Struct

from graph.errors import GraphError
from loaders.dates import iso_of
from loaders.posts import PostItem, split_row
from loaders.sentences import split_at_commas

_YEAR = r"(?:[12]\d{3}|[一二][九〇零][〇零一二三四五六七八九]{2})"
_DAY = rf"{_YEAR}(?:(?=[—－–~～-]+{_YEAR})|年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?|[.．/]\d{{1,2}}(?:[.．/]\d{{1,2}})?月?)"
_TO = r"(?:[—－–~～-]+|至|到)"
_PERIOD = re.compile(
    rf"(?:自|从|于)?(?P<start>{_DAY})(?:(?P<to>{_TO})(?P<end>{_DAY}|今|现在|现)?|(?P<open>起|后|以来|开始|至今))?(?:期间|间)?[，：:]?"
)
_VERB = re.compile(r"(?:先后|历|曾|一直|调|改|升|转|兼|出)*(?:担?任|当选为?|受聘为?|被?(?:任命|选|聘任?)为|为)?(?:中共)?")
_FORMERLY = re.compile(r"(?:曾|历|先后|曾先后|后历|曾历|现)(?:担)?任(?:过)?")
_ASIDE = re.compile(r"[（(](?:其间|期间|其中)[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]$")
_NO_OFFICE = re.compile(r"^在|学习|毕业|攻读|进修|考入|访问学者|受聘|获得?.{0,12}学位")
_AND_SO_ON = re.compile(r"等(?:职务?|领导职务|多个职务|工作)?$|(?:职务|一职)$")


class Entry(Struct, frozen=True):
    """A period (START/END in ISO prefixes, empty when none is given) and the posts held in it."""

    effective: str
    posts: tuple[PostItem, ...]


def find_period(folded: str) -> tuple[str, int] | None:
    """The interval with which a text begins, as START/END, and where it ends; None when it begins with none.

    >>> find_period("1994.06--1996.08共青团某市委书记"), find_period("2021年2月至今，任某局局长")[0]
    (('1994-06/1996-08', 16), '2021-02/')
    """
    match = _PERIOD.match(folded)
    if not match:
        return None
    try:
        start = iso_of(match["start"].rstrip("月") if "年" not in match["start"] else match["start"])
        last = match["end"] or ""
        end = iso_of(last.rstrip("月") if "年" not in last else last) if last[:1].isdigit() else ""
    except (ValueError, GraphError):
        return None
    return f"{start}/{end}", match.end()


def is_coarse(effective: str) -> bool:
    """Whether an interval begins with a year or month alone, as lives are told and decisions are not.

    >>> is_coarse("2008/"), is_coarse("2020-06-05/"), is_coarse("")
    (True, False, False)
    """
    return 4 <= len(effective.split("/")[0]) <= 7


def read_posts(written: str) -> tuple[PostItem, ...]:
    """The posts of an entry, those parts left out that are none (study, work as a worker)."""
    written = _AND_SO_ON.sub("", _ASIDE.sub("", written))
    items: list[PostItem] = []
    for part in split_at_commas(written):
        row = None if _NO_OFFICE.search(part) else split_row(part)
        if row:
            items.extend(row)
    return tuple(items)


def read_entry(written: str, folded: str, period: str = "") -> Entry | None:
    """The entry that a phrase makes, with the period of the phrase before when it has none; None when it is none.

    >>> read_entry(*["2004年4月至2006年10月任大冶市委副书记"] * 2).effective
    '2004-04/2006-10'
    """
    begins = find_period(folded)
    if begins:
        period, at = begins
    elif not period:
        formerly = _FORMERLY.match(folded)
        if not formerly:
            return None
        return Entry("", read_posts(written[formerly.end() :]))
    else:
        at = 0
    verb = _VERB.match(folded, at)
    return Entry(period, read_posts(written[verb.end() if verb else at :]))
