"""The cheap test before everything else: where a text may say anything of people in office, and what of it says nothing.

Most text in the world is about other things. What this module calls silent holds no word that does something to somebody, and no
title where a clause ends that a verb of office could give; it is not taken apart. A text that does not fit in any of that is heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from loaders import lexicon
from loaders.fold import fold
from loaders.noise import NOISE, without_disguise
from loaders.posts import find_title, title_ends
from loaders.wordings import all_wordings

SHORT = 8000
"""A text not longer is heard whole when anything in it is."""
AROUND = 1500
"""So much before and behind a place that may speak is heard with it: headings, people named before, lists and signatures."""
TOP = 4000
"""So much of the beginning of a text is always heard with what speaks: its title and number."""

_SAID = (
    # what is done to people, whether or not a post is named: the first character, in both ways of writing, and what goes on
    ("任", r"\s*[命职職]"),
    ("免", r"\s*(?:[去职職除]|予)"),
    ("聘", r"任|(?<=[续續解]聘)|[^，；。\n]{2,12}[为為任]"),
    ("选選", r"(?<=[当當补補][选選])|[举舉][^，；。\n]{0,30}(?:[为為：]|[产產]生)"),
    ("增", r"[补補]"),
    ("推", r"[荐薦举舉][^，；。\n]{2,12}[为為]"),
    ("提", r"名|[请請]"),
    ("罢罷", r"免"),
    ("辞辭", r"[去职職任呈]|(?<=[请請][辞辭])"),
    ("再", r"(?<=不再)\s*[担擔兼代任]"),
    ("撤停解", r"[职職]|[销銷去止除][^，；。\n]{1,30}(?:[职職][务務]|[资資]格)"),
    ("开開", r"除(?![党黨]籍(?![和、及]公[职職]))"),
    ("职職工", r"[务務作](?:[调調]整|安排|[变變][动動])[^，；。\n]{0,40}(?:作[废廢]|[废廢]止|失效|[撤][销銷])"),
    ("取", r"消[^，；。\n]{2,30}(?:[资資]格|提名)"),
    ("终終", r"止(?<=[资資]格[终終]止)"),
    ("自", r"(?:然|行)免除"),
    ("挂掛", r"[职職任]"),
    ("代", r"行|[为為]履行"),
    ("转轉", r"正"),
    ("试試", r"用期"),
    ("拟擬", r"[任聘提]"),
    ("考", r"察(?:[对對]象|[预預]告)"),
    ("级級", r"(?<=[正副][厅廳局处處县縣科股部师師团團乡鄉][级級])"),
    (
        "由",
        r"[^，；。\n]{2,10}主持|[^，；。\n]{2,34}(?:同志|先生|女士|[担擔接出]任)|[^，；。\n]{2,30}(?:[长長员員]|主任|[书書][记記]|[经經]理)[^，；。\n]{2,4}(?:主持|代|[负負][责責])",
    ),
    ("同批", r"[意准][^，；。的\n]{2,12}(?:退休|[调調][离離出])"),
    # lists of people and their roles
    ("单單", r"(?<=名[单單])"),
    ("姓", r"\s*名"),
    ("成召负負顾顧", r"(?:[员員问問]|集人|[责責]人)\s*[:：]"),
    ("表嘉记記授", r"(?:彰|[扬揚]|[奖獎]|功|予)[^。\n]{0,30}(?:[决決]定|通[报報]|通知)\s*$"),
    # heads of papers
    ("〔（([【［﹝", r"\s*[12１２]\s*[\d]\s*\d\s*\d\s*[〕）)\]】］﹞]\s*第?\s*\d+\s*[号號]"),
    ("主", r"席令"),
    # marks of secrecy
    ("密", r"(?<=[绝絕机機秘]密)|(?<=[绝絕机機秘]\s密)"),
    ("部", r"(?<=[内內]部)[文资資材]"),
)


def _pattern(*more: str) -> re.Pattern[str]:
    """The words as one pattern, its alternatives told apart by their first character: that is what makes it fast."""
    behind: dict[str, list[str]] = {}
    for firsts, rest in _SAID:
        for first in firsts:
            behind.setdefault(first, []).append(rest)
    return re.compile("|".join((*(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in behind.items()), *more)), re.M)


@cache
def _words() -> re.Pattern[str]:
    """The words, with the cues of those wordings whose examples would not be heard without."""
    examples = {wording.cue.pattern: wording.example for wording in all_wordings()}
    unheard = [cue for cue, example in examples.items() if not (_WORDS.search(example) or any(_posts_given(example)))]
    return _pattern(*unheard) if unheard else _WORDS


_WORDS = _pattern()
_ENDS = title_ends() | {pair[0] for pair in lexicon.words("traditional") if pair[1] in title_ends()}
_TITLE_END = re.compile(
    rf"[{re.escape(''.join(sorted(_ENDS)))}](?=[，；。：、（）(),;:\s“”兼和及的等级級]|工作|$|[职職]|一[职職]|人[选選]|候[选選])"
)
_TITLE_LAST = re.compile(f"[{re.escape(''.join(sorted(_ENDS)))}]")
_LISTED = re.compile(r"\n([^。，；,;\n]{2,60})(?=\n)")
_VERB = re.compile(r"[任为為兼由派聘免升调調代荐薦提选選举舉晋晉套确確明定降恢替]|[12]\d{3}[年.．]|\t")
_ALONE = re.compile(r"[^，；。：]{2,40}")
_ROLE_MARKS = frozenset(":：")
_CLAUSE_MARKS = "。；;\n"
_REACH = 120
_PROSE = re.compile(r"(?m)^[^\n]*。[^\n]*")
_LONGEST_TITLE = 16
_UNSEEN = re.compile(rf"(?![\n\t]){NOISE}")


def iter_places(text: str) -> Iterator[int]:
    """Where a text without white space in its lines may say anything of people in office, in no order.

    >>> list(iter_places("小麦收获已过九成，机收率有所提高。")), list(iter_places("王强任县水利局局长。"))
    ([], [8])
    """
    for match in _words().finditer(text):
        yield match.start()
    yield from _posts_given(text)
    yield from _posts_listed(text)


def _posts_given(text: str) -> Iterator[int]:
    """Where a title ends a phrase whose clause has a verb of office, a period or a tab before it, or that stands alone."""
    for match in _TITLE_END.finditer(text):
        end = match.end()
        if find_title(fold(text[max(0, end - _LONGEST_TITLE) : end])) is None:
            continue
        begin = max(text.rfind(mark, max(0, end - _REACH), end) for mark in _CLAUSE_MARKS) + 1 or max(0, end - _REACH)
        follows, written = text[end : end + 1], text[begin:end]
        if follows in _ROLE_MARKS or _VERB.search(written) or (follows in "\n" and _ALONE.fullmatch(written)):
            yield match.start()


def _posts_listed(text: str) -> Iterator[int]:
    """Where a title stands in a line that is no sentence: in lists nothing need be said of it."""
    for line in _LISTED.finditer(f"\n{text}\n"):
        written = line[1]
        for match in _TITLE_LAST.finditer(written):
            if find_title(fold(written[max(0, match.end() - _LONGEST_TITLE) : match.end()])) is not None:
                yield line.start() + match.start()
                break


def without_silence(text: str) -> str:
    """The text with long stretches that say nothing of people in office blanked, each other character in its place.

    Empty when all is silent. Only sentences are blanked, never the lines of lists.
    """
    if text.isascii():
        return ""
    squashed = _squash(text)
    if not _WORDS.search(squashed) and next(iter_places(squashed), None) is None:  # most texts that speak do so at once
        return ""
    if len(text) <= SHORT:
        return text
    places = sorted(set(iter_places(text)) if squashed is text else _in_their_lines(squashed, text))
    parts: list[str] = []
    at = 0
    for before, after in pairwise((TOP - AROUND, *places, len(text) + AROUND)):
        start, end = _between(text, max(at, before + AROUND), after - AROUND)
        if start < end:
            parts += (text[at:start], _PROSE.sub(_blank, text[start:end]))
            at = end
    parts.append(text[at:])
    return "".join(parts)


def _squash(text: str) -> str:
    """The text without blanks in its lines and without what cannot be seen; the text itself when it has none of that."""
    bare = without_disguise(text).replace(" ", "").replace("\u3000", "")
    if not bare.replace("\n", "").isprintable():
        bare = _UNSEEN.sub("", bare.replace("\xa0", ""))
    return text if bare == text else bare


def _in_their_lines(squashed: str, text: str) -> Iterator[int]:
    """Places in the text for those in the squashed one: all along the lines in which they are."""
    ends = [match.start() for match in re.finditer("\n", text)] + [len(text)]
    line = at = 0
    told = -1
    for place in sorted(set(iter_places(squashed))):
        line += squashed.count("\n", at, place)
        at = place
        if line != told:
            start = ends[line - 1] + 1 if line else 0
            yield from range(start, ends[line], AROUND)
            yield ends[line]
        told = line


def _between(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole sentences or lines of a stretch."""
    if end - start < AROUND:
        return 0, 0
    starts = [found + 1 for mark in "。\n" if (found := text.find(mark, start, end)) >= 0]
    ends = [found + 1 for mark in "。\n" if (found := text.rfind(mark, start, end)) >= 0]
    return (min(starts), max(ends)) if starts and ends else (0, 0)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
