"""Names that no family name shows or that begin with two: found where the layout or the verbs leave room for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders import lexicon
from loaders.names import begins_body, can_be_name, is_compound_surname, is_name, is_no_name
from loaders.passage import Passage
from loaders.posts import find_title

_HAN = "[\u3400-\u9fff]"
_RARE = lexicon.alternatives("rare_surnames")
_TITLES = lexicon.words("titles")
_BODIES = lexicon.endings("titles", "organization_endings", "places")
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[、.．·])?")
_BRACKET = re.compile(r"(?:（[^（）]{1,20}）)?")
_SEGMENT = re.compile(r"[^，；。：、（]{1,60}")
_RARE_NAMED = re.compile(
    rf"(?:(?:任命|聘任|聘请|续聘|(?<![招解续改受])聘|提名|推荐|委派|选派|增补|补选|选举)(?P<named>(?:{_RARE}){_HAN}{{1,2}})(?:（[^（）]{{1,20}}）)?(?:同志)?为"
    rf"|(?:免去|免除|罢免|解聘)(?P<freed>(?:{_RARE}){_HAN}{{1,2}})(?:（[^（）]{{1,20}}）)?(?:同志的?|的))(?=(?P<body>{_HAN}{{2}}))"
)
_RARE_ADDED = re.compile(rf"、(?P<added>(?:{_RARE}){_HAN}{{1,2}})同志(?=为|任|的|，)")
_DOUBLE = re.compile(
    rf"(?:任命|聘任|提名|免去|免除|[，、；：]|^)(?P<name>{_HAN}{{4}})(?:（[^（）]{{1,20}}）)?[为的任](?=(?P<body>{_HAN}{{2}}))"
)
_VERB_AGAIN = re.compile(r"[；。]|[，、]现?任")
_REACH = 200
"""How far in front of a name the verb of its list is looked for."""
_PLAIN = frozenset("为任兼曾现历原拟改转调升担聘委还又均将已被")
"""What follows a name rather than ends one."""
_VERBS = frozenset("任为的")
_NO_FAMILY = frozenset("任和与及由经时从向通后")
"""Family names that are words in front of a name."""


def find_rare_names(passage: Passage, folded: str) -> Iterable[tuple[int, int]]:
    """The places of names that no family name shows (为建国, 兼善), and of those with the husband's in front (麦于俊谦)."""
    yield from _in_columns(passage, folded)
    for match in _RARE_NAMED.finditer(folded):
        slot = "named" if match["named"] else "freed"
        if _can_be_rare(match[slot]) and _ends_in_title(folded, match.start("body")):
            yield match.span(slot)
    for match in _RARE_ADDED.finditer(folded):
        if _can_be_rare(match["added"]):
            yield match.span("added")
    for match in _DOUBLE.finditer(folded):
        if _has_two_families(folded, match.start("name")) and _ends_in_title(folded, match.start("body")):
            yield match.span("name")


def is_lone_compound(folded: str, at: int, certain: bool) -> bool:
    """Whether a family name of two characters is a whole name, of one character each (谷梁): behind a verb, or in front of 任.

    >>> is_lone_compound("谷梁任县招商发展促进中心主任", 0, False), is_lone_compound("宇文任县教育局局长", 0, False)
    (True, False)
    """
    if not is_compound_surname(folded[at : at + 2]) or not can_be_name(folded[at] + "某"):
        return False
    behind = folded[at + 2 : at + 3]
    if not (behind == "任" or (certain and behind in ("为", "的"))):
        return False
    segment = _SEGMENT.match(folded, at + 3)
    title = find_title(segment.group()) if segment else None
    return title is not None and title[0] > 1 and _VERBS.isdisjoint(folded[at + 3 : at + 3 + title[0]])


def _can_be_rare(name: str) -> bool:
    """Whether a name that begins with a word holds no other: 同志远 is one, 同志们 none."""
    if name in _TITLES or "副" in name or is_no_name(name[1:]) or find_title(name) is not None:
        return False
    return not is_no_name(name) or (name.startswith("同志") and len(name) == 3)


def _has_two_families(folded: str, at: int) -> bool:
    """Whether the four characters at a place are two family names and a given name; 任 begins one where a list needs no verb."""
    name = folded[at : at + 4]
    if (
        not _PLAIN.isdisjoint(name[2:])
        or not can_be_name(name[:2])
        or not can_be_name(name[1:])
        or is_compound_surname(name[:2])
        or not is_name(name)
    ):
        return False
    if name[0] != "任":
        return name[0] not in _NO_FAMILY
    verb = folded.rfind("任命", max(0, at - _REACH), at)
    above = folded[verb : at - 1] if verb >= 0 and folded[at - 1] == "，" else ""
    return "为" in above and not _VERB_AGAIN.search(above)


def _ends_in_title(folded: str, at: int) -> bool:
    segment = _SEGMENT.match(folded, at)
    return segment is not None and find_title(segment.group()) is not None


def _in_columns(passage: Passage, folded: str) -> Iterable[tuple[int, int]]:
    """The name that white space sets before a body and its post at the beginning of a line, whatever its characters are."""
    if passage.offsets[-1] - passage.offsets[0] + 1 == len(passage.offsets):
        return
    numbered = _NUMBERED.match(folded)
    start = numbered.end() if numbered else 0
    for end in range(start + 2, min(start + 4, len(folded) - 3)):
        if not passage.gap(end) and folded[end] != "（":
            continue
        bracket = _BRACKET.match(folded, end)
        behind = bracket.end() if bracket else end
        name = folded[start:end]
        if (
            passage.gap(behind)
            and begins_body(folded[behind:])
            and _ends_in_title(folded, behind)
            and re.fullmatch(f"{_HAN}+", name)
            and not is_no_name(name)
            and name not in _TITLES
            and _BODIES.before(name, len(name)) == len(name)
        ):
            yield start, end
        return
