"""Names whose characters read like words (章为, 任兼, 司马同, 马忠和): found where the text leaves no doubt, and made opaque.

A hidden name has no 为, 任, 和 … any more that a wording could take for its own; every rule sees a name and nothing else.
Nothing is lost: each character stands for one character, and `shown` gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from loaders import lexicon
from loaders.fold import fold
from loaders.names import HIDDEN_BY, begins_body, can_be_name, has_surname, is_compound_surname, is_name, is_no_name, word_in_name
from loaders.passage import ClauseReading, NoticeText, ParsedAct, Passage
from loaders.posts import find_title
from loaders.rare_names import find_rare_names, is_lone_compound

_WORDLIKE = re.compile("[为任兼代免聘和同与及以其于调派到在由被辞命选当提名对给因向担改升转继试历曾现拟原前后正均]")
"""Characters of names that wordings, lists and dates give a meaning of their own."""
_HIDDEN = re.compile(f"[{chr(0x3400 + HIDDEN_BY)}-{chr(0x9FFF + HIDDEN_BY)}]")
_HAN = "[\u3400-\u9fff]"
_VERBS = lexicon.alternatives("verbs_before_names")
_LIST_STARTS = re.compile(
    rf"^(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十\d]{{1,3}}）|\d{{1,3}}[、.．])?|[，；。：、\t]|{_VERBS}"
)
_BRACKET = r"(?:（[^（）]{1,20}）)"
_ITEM_END = re.compile(
    rf"{_BRACKET}?(?:同志|先生|女士)?(?:等?两同志|等(?:[一二两三四五六七八九十\d]+(?:名|位|人))?(?:同志)?)?"
    r"(?:(?P<more>、|以?及|和|与)|(?=为|的|任(?!命)|兼任|不再|辞|请辞|当选|代理|代行|挂职|挂任|试用|转正|按期|正式|晋升|套转|由|职务|职级|等|同志|先生|女士|免|因|拟|已|被|均|受到|违反|涉嫌|到龄|继续|仍|担任|[，；。：\t]|$))"
)
_POLITE = re.compile(rf"(?=两?同志|先生|女士|（(?:女|男|{_HAN}{{1,5}}族)[），、]|晋升|套转|辞去(?!领导职务的)|不再担任)")
_STRONG = re.compile(rf"(?:^|[、，；。：\t]|{_VERBS}|由|对)$")
_ALONE = rf"(?:^|(?<=[.．·、，；：\t）])|{'|'.join(f'(?<={verb})' for verb in (*_VERBS.split('|'), '聘'))})"
"""Where a name may stand that no family name shows: elsewhere its characters are words (县为民服务中心)."""
_OF_PEOPLE = frozenset(
    ("任命", "聘任", "聘请", "续聘", "解聘", "提名", "推荐", "委派", "选派", "增补", "补选", "选举", "免去", "免除", "罢免")
)
"""The verbs among those that only people follow."""
_CHIEF = re.compile("[省市县区州镇乡局厅部院校处科所站司庭会行社店厂队组园村班股]长$")
_JOINED = re.compile(r"(?:和|与|及)$")
_ADVERB = re.compile(r"[兼曾现历拟原改转调升担委聘继试又还出](?=任)")
_ROLES = lexicon.endings("roles")
_BODIES = lexicon.endings("titles", "organization_endings", "places")
_FRAMED = re.compile(rf"(?:{_VERBS})(?!(?<=决定|批准|同意|确定|取消|撤销)任命)({_HAN}{{3}})(?:同志)?(?=为..|的..)")
_NO_NAMES = lexicon.words("like_names")
"""Words that begin like names."""
_MARKED = re.compile(rf"(?:{_VERBS}|^|[、；：])(?!{_VERBS})(?P<name>{_HAN}{{3,6}})(?=（(?:[男女]，)?{_HAN}{{1,5}}族[，）])")
_JOINS = ("、", "和", "与", "及")
_ENDS_ITEM = ("、", "（", "同志", "两同志", "先生", "女士", "等")
_INSIDE = re.compile(rf"(?P<name>{_HAN}{{3,6}}){_BRACKET}?、")
_BETWEEN = re.compile(
    rf"(?:任命|聘任|提名|选举|补选|委派|推荐|增补)(?P<name>{_HAN}{{2,4}}为(?P<inside>{_HAN}{{1,2}})){_BRACKET}?为(?=(?P<body>..))"
)
"""What stands between a verb and a second 为, as a family name's form does not show that the first is part of the name."""
_REACH = 6


class HiddenNames:
    """The names of one notice that need hiding, looked for when the first passage is read that is no standard sentence."""

    def __init__(self, notice: NoticeText) -> None:
        self._notice = notice
        self._names: frozenset[str] | None = None

    def hide(self, passage: Passage) -> Passage:
        """The passage with these names made opaque."""
        if self._names is None:
            self._names = find_names(self._notice)
        return hide(passage, self._names) if self._names else passage

    def show(self, reading: ClauseReading) -> ClauseReading:
        """A reading with these names as they were."""
        return _shown_reading(reading) if self._names else reading


def find_names(notice: NoticeText) -> frozenset[str]:
    """The names of a notice that need hiding."""
    found: set[str] = set()
    for passage in (*((notice.title_passage,) if notice.title_passage else ()), *notice.passages, *notice.attached):
        if passage.cells or not _WORDLIKE.search(passage.text):
            continue
        folded = fold(passage.text)
        found.update(
            passage.text[a:b]
            for a, b in (
                *_padded(passage, folded),
                *_listed(folded),
                *_polite(folded),
                *_framed(folded),
                *_by_sound(folded),
                *find_rare_names(passage, folded),
            )
        )
    title = fold(notice.title)
    found.update(notice.title[a:b] for a, b in _listed(title))
    return frozenset(name for name in found if _needs_hiding(fold(name)))


def _needs_hiding(name: str) -> bool:
    return bool(_WORDLIKE.search(name)) or is_compound_surname(name[:2]) or word_in_name(name) or not is_name(name)


def hide(passage: Passage, names: frozenset[str]) -> Passage:
    """The passage with the names made opaque, each character in its place."""
    text = _pattern(names).sub(lambda match: "".join(chr(ord(char) + HIDDEN_BY) for char in match.group()), passage.text)
    return msgspec.structs.replace(passage, text=text) if text != passage.text else passage


@lru_cache(maxsize=64)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """The names as one pattern, which takes the first in a text and the longest there: of 周任同志 never 任同."""
    return re.compile("|".join(map(_where_it_is_one, sorted(names, key=_longest_first))))


def _where_it_is_one(name: str) -> str:
    """A name as a pattern that leaves out where its characters belong to the words beside it (关于任命, 周任同志)."""
    if not _plausible(fold(name)):
        return _ALONE + name
    before = "(?<!关)" if name.startswith("于") else ""
    behind = {"同": "(?!志)", "任": "(?![命用免]|代理|代行)", "作": "(?![为為])"}.get(name[-1], "")
    return before + name + behind


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def shown(text: str) -> str:
    """The text with hidden names as they were.

    >>> shown(hide(Passage("任命章为为县长", range(7)), frozenset({"章为"})).text)
    '任命章为为县长'
    """
    return _HIDDEN.sub(lambda match: chr(ord(match.group()) - HIDDEN_BY), text)


def _shown_reading(reading: ClauseReading) -> ClauseReading:
    acts = tuple(map(_shown_act, reading.acts))
    issues = tuple(msgspec.structs.replace(issue, text=shown(issue.text), reason=shown(issue.reason)) for issue in reading.issues)
    return msgspec.structs.replace(reading, acts=acts, issues=issues)


def _shown_act(act: ParsedAct) -> ParsedAct:
    return msgspec.structs.replace(
        act,
        person=shown(act.person),
        organization=shown(act.organization),
        post=shown(act.post),
        qualifier=tuple(map(shown, act.qualifier)),
        previous=shown(act.previous),
        clause=shown(act.clause),
    )


def _plausible(text: str) -> bool:
    """Whether a text can be a name as it stands; 由王强 is none, but whom 由 names."""
    if not can_be_name(text) or text in _NO_NAMES or text[-1] in "等两":
        return False
    return not (text[0] in "由对" and len(text) > 2) and "副" not in text


def _begins_like_a_word(text: str) -> bool:
    """Whether a text of three characters can be a name though it begins with a word: 司长青, 国务成, of 董事长 never."""
    return (
        len(text) == 3
        and has_surname(text)
        and is_no_name(text[:2])
        and not is_no_name(text[1:])
        and _BODIES.before(text, 3) == 3
        and find_title(text) is None
    )


def _padded(passage: Passage, folded: str) -> Iterable[tuple[int, int]]:
    """Names that white space sets apart, and names of two characters that it parts (任　兼)."""
    offsets: Sequence[int] = passage.offsets
    if offsets[-1] - offsets[0] + 1 == len(offsets):
        return
    cuts = [0, *(i for i in range(1, len(folded)) if passage.gap(i)), len(folded)]
    yield from ((start, end) for start, end in pairwise(cuts) if 1 < end - start < 5 and _plausible(folded[start:end]))
    for i in range(len(folded) - 1):
        begins = passage.gap(i) > 0 or _STRONG.search(folded, max(0, i - _REACH), i)
        if passage.gap(i + 1) and begins and _plausible(folded[i : i + 2]):
            follows = folded[i + 2 : i + 3]
            if passage.gap(i + 2 if i + 2 < len(folded) else 0) or not follows or _ITEM_END.match(folded, i + 2):
                yield i, i + 2


def _framed(folded: str) -> Iterable[tuple[int, int]]:
    """Names that hold a word as no other name does (李人民, 任免之), where a verb and 为 or 的 leave room for nothing else."""
    for match in _FRAMED.finditer(folded):
        name = match[1]
        if has_surname(name) and word_in_name(name) and not _BODIES.before(name, 3) < 3 and not _ROLES.before(name, 3) < 3:
            yield match.span(1)


def _listed(folded: str) -> Iterable[tuple[int, int]]:
    """Names at the beginning of a clause or behind a verb, and those that 、 adds to them."""
    for start in _LIST_STARTS.finditer(folded):
        behind_verb = start.group() in _OF_PEOPLE
        item = _item(folded, start.end(), behind_verb, start.group() != "、")
        if start.group() == "、" and item and (item[2] or folded[item[1] : item[1] + 1] not in ("为", "任", "的")):
            continue  # a list goes on, unless another clause begins
        while item is not None:
            yield item[0], item[1]
            item = _next_item(folded, item[2], behind_verb) if item[2] else None


def _item(folded: str, at: int, certain: bool = False, first: bool = False) -> tuple[int, int, int] | None:
    """Begin and end of the name at a place, and where the next one begins (0: there is none).

    `certain`: there must be a name; `first`: no other stands in front of it, or a verb does, so that 均 behind it is its own.
    """
    if folded[at : at + 1] in ("由", "对") and (led := _item(folded, at + 1, certain, first)):
        return led  # by whom or to whom it is done
    for size in (4, 3, 2):
        end = at + size
        if (
            not (_plausible(folded[at:end]) or (certain and _begins_like_a_word(folded[at:end])))
            or _goes_on(folded, at, end, first)
            or folded[end - 1 : end + 1] == "主任"
            or (_ADVERB.match(folded, end - 1) and can_be_name(folded[at : end - 1]))
        ):
            continue
        match = _ITEM_END.match(folded, end)
        if match:
            return at, end, match.end() if match["more"] else 0
    return (at, at + 2, 0) if is_lone_compound(folded, at, certain) else None


def _next_item(folded: str, at: int, behind_verb: bool) -> tuple[int, int, int] | None:
    """The name that a list goes on with; one that seems to end it may be the beginning of another (阿苏 of 阿苏为民)."""
    item = _item(folded, at, True, behind_verb)
    return item if item and item[2] else _odd_item(folded, at) or item


def _odd_item(folded: str, at: int) -> tuple[int, int, int] | None:
    """A name that no family name shows, inside a list of names: 阿苏为民 in 任命木和、阿苏为民、李四为."""
    match = _INSIDE.match(folded, at)
    name = match["name"] if match else ""
    if (
        match is None
        or not _WORDLIKE.search(name)
        or "副" in name
        or is_no_name(name)
        or _BODIES.before(name, len(name)) < len(name)
    ):
        return None
    return at, match.end("name"), match.end()


def _goes_on(folded: str, at: int, end: int, first: bool) -> bool:
    """Whether 均 at the end of a name behind others is a word rather than its own: 张三、李四均为."""
    return not first and end - at == 3 and folded[end - 1] == "均" and not folded.startswith(_ENDS_ITEM, end)


def _by_sound(folded: str) -> Iterable[tuple[int, int]]:
    """Names that no family name shows, with a word inside: 阿苏为民（彝族）, 阿苏为民 in 任命阿苏为民为某省省长."""
    for match in _MARKED.finditer(folded) if "族" in folded else ():
        if not is_no_name(match["name"]) and _BODIES.before(folded, match.end()) == match.end():
            yield match.span("name")
    for match in _BETWEEN.finditer(folded) if folded.count("为") > 1 else ():
        body, inside = folded[match.start("body") :], folded[match.start("inside") :]
        if not is_no_name(match["name"]) and begins_body(body) and not begins_body(inside):
            yield match.span("name")


def _polite(folded: str) -> Iterable[tuple[int, int]]:
    """Names in front of 同志 or （女）, behind a verb, a mark or a post."""
    for mark in _POLITE.finditer(folded):
        end = mark.start()
        for size in (4, 3, 2):
            begin = end - size
            if begin < 0 or not _plausible(folded[begin:end]) or folded[begin - 1 : begin + 1] == "关于":
                continue
            if size == 4 and _CHIEF.search(folded, max(0, begin - 1), begin + 1):
                continue  # 部长孙小红 is no 长孙小红
            if _goes_on(folded, begin, end, first=folded[begin - 1 : begin] not in _JOINS):
                continue
            if _STRONG.search(folded, max(0, begin - _REACH), begin) or (begin and _BODIES.before(folded, begin) < begin):
                yield begin, end
                break
        else:
            for size in (4, 3, 2):
                begin = end - size
                if begin > 0 and _plausible(folded[begin:end]) and _JOINED.search(folded, 0, begin):
                    if _goes_on(folded, begin, end, first=False):
                        continue
                    yield begin, end
                    break
