"""The places of the official division codes, present and former (`data/regions.csv`), read when the first name is asked for.

A place that is not listed (a town, a village, a place in a story) is still one by its form; the list only settles what the form
leaves open: where 杭州市 ends, that 市南区 is a place, that an organization begins with 涿鹿县 or 湘西.
"""

from __future__ import annotations

import re
from functools import cache

from graph.settings import ROOT
from loaders import lexicon

REGIONS_FILE = ROOT / "data" / "regions.csv"
_UNIT = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|[省市盟州县区旗])$")


@cache
def region_names() -> frozenset[str]:
    """The full names of all provinces, prefectures and counties listed in any edition.

    >>> "涿鹿县" in region_names(), "襄樊市" in region_names(), "冀州" in region_names()
    (True, True, False)
    """
    return frozenset(name for _, name in _rows())


@cache
def short_names() -> frozenset[str]:
    """Provinces and prefectures as they are called for short, of two characters or more (counties are not called so).

    >>> sorted({"三门峡", "湘西", "内蒙古", "新疆", "涿鹿"} & short_names())
    ['三门峡', '内蒙古', '新疆', '湘西']
    """
    peoples = {form for word in lexicon.words("ethnicities") for form in (word, word[:-1]) if len(form) > 1}
    people = re.compile(f"(?:{'|'.join(sorted(peoples, key=len, reverse=True))}|各族)+$")
    names = {name for code, name in _rows() if code.endswith("00")}
    whole = {name: _UNIT.sub("", name) for name in names}
    return frozenset(
        one for name, cut in whole.items() for one in (cut, people.sub("", cut) if "自治" in name else cut) if len(one) > 1
    )


def _rows() -> list[tuple[str, str]]:
    lines = REGIONS_FILE.read_text(encoding="utf-8").split("\n")[1:]
    return [(code, name) for code, name, _ in (line.split(",") for line in lines if line)]


@cache
def _full() -> dict[str, tuple[str, ...]]:
    """The full names by their first two characters, longest first."""
    return _by_beginning(region_names())


@cache
def _short() -> dict[str, tuple[str, ...]]:
    return _by_beginning(short_names())


def _by_beginning(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name[:2], []).append(name)
    return {beginning: tuple(sorted(chosen, key=len, reverse=True)) for beginning, chosen in found.items()}


def region_end(text: str, start: int = 0) -> int:
    """Where the longest listed full name that begins at `start` ends; `start` itself when none does.

    >>> region_end("青岛市市南区人民政府"), region_end("青岛市市南区人民政府", 3), region_end("澜川市人民政府")
    (3, 6, 0)
    """
    return next((start + len(name) for name in _full().get(text[start : start + 2], ()) if text.startswith(name, start)), start)


def begins_with_region(text: str) -> bool:
    """Whether a text begins with a listed place, by its full name or, above the counties, by its short one.

    Names of two characters (贵县, 城区) say too little: they may be the end of a person's name and a word.

    >>> begins_with_region("湘西自治州林业局"), begins_with_region("涿鹿县教育局"), begins_with_region("涿鹿酒厂")
    (True, True, False)
    """
    return region_end(text) > 2 or any(map(text.startswith, _short().get(text[:2], ())))
