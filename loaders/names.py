"""Finds the people in front of or behind a verb: lists of names with what stands in brackets and the post in front of a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from msgspec import Struct

from loaders import lexicon
from loaders.dates import parse_number
from loaders.fold import fold
from loaders.posts import find_title
from loaders.regions import begins_with_region, region_end

_SURNAMES = frozenset(char for line in lexicon.lines("surnames")[1:] for char in "".join(line.split()))
_SOUNDS = frozenset("".join(lexicon.lines("transliterated")))
_COMPOUND = frozenset(lexicon.lines("surnames")[0].split())
_WHOLE = frozenset(("哈斯", "呼和"))
"""Of these the whole is a name as well."""
_ETHNICITIES = lexicon.words("ethnicities")
_TITLES = lexicon.words("titles")
_NOT_NAMES = re.compile(lexicon.alternatives("not_names"))
_SMALL_WORDS = frozenset(lexicon.words("small_words"))
_NO_LAST = _SMALL_WORDS | frozenset("任免为受调辞由在因")
"""With these behind a small word the words of a sentence go on: 张又任."""
_ROLES = lexicon.endings("roles", "organization_endings")
_ROLE_FIRST = re.compile(f"(?:{lexicon.alternatives('roles')})..")
_STARTS = re.compile(lexicon.alternatives("organization_starts"))
_PLACE_START = re.compile(
    r"(?![一二三四五六七八九十百]+[届第])[\u4e00-\u9fff]{2,3}?(?:省|市|县|区|州|盟|旗|镇|乡|街道|自治[区州县旗])"
)

_HAN = r"[\u3400-\u9fff\ue000-\uf8ff\U00020000-\U0003ffff]"
_NAME = re.compile(rf"{_HAN}{{2,6}}|[{_HAN[1:-1]}A-Za-z]+(?:·[{_HAN[1:-1]}A-Za-z]+)+|[A-Z][A-Za-z.' ]{{2,40}}")
_SEPARATOR = re.compile(r"（[^（）]*）|、|以?及|和|与")
_BRACKET = re.compile(r"（[^（）]*）")
_ITEM = re.compile(
    r"(?P<name>[^（）]{2,}?)(?P<first>（[^（）]*）)?(?P<polite>同志|先生|女士|教授|博士|院士|老师)?(?P<second>（[^（）]*）)?(?P<also>同志|先生|女士|教授|博士|院士)?"
    r"(?:等?[一二两三四五六七八九十百\d]{1,5}(?:名|位|人)(?:同志|干部|人员|先生|女士|代表)?|等?两同志)?"
)
_COUNTED = re.compile(r"等(?:同志|人|[一二两三四五六七八九十百\d]+(?:名|位|人)(?:同志|干部|人员|代表)?)?$")
_BOTH = re.compile(r"[两二三四五六七八九十\d]{1,5}(?:名|位)(?:同志|先生|女士)?$|(?:同志|先生|女士)$")
_LONGEST = 4000
"""A longer text is no list of people."""
_COUNTED_SHORT = re.compile(r"(?P<number>[两二三四五六七八九十])(?:同志|人)$")
_NOT_FIRST = frozenset("为其他以之与所在省市县州盟旗镇乡村各")
_LEVELS = frozenset("省市县区州盟旗镇乡")
_UNITS = frozenset("局厅院校部处科")
"""With which no given name ends, but with which a body may begin (刘涛|局办公室主任)."""
_BARE = re.compile(r"（[^（）]*）|(?:等.{0,4})?(?:同志|先生|女士)$")
_GENDERS = {"女": "女", "男": "男"}
HIDDEN_BY = 0x34000
"""How far loaders/hidden.py moves the characters of a name that it has made opaque."""
_FIRST_HIDDEN = chr(0x3400 + HIDDEN_BY)
_WITH_ITS = re.compile(r"[由及与将对因任免令使让同]其")


class Person(Struct, frozen=True):
    """A person as a clause names one; `previous` is the post printed in front of the name."""

    name: str
    gender: str = ""
    ethnicity: str = ""
    qualifier: tuple[str, ...] = ()
    previous: str = ""
    start: int = 0
    end: int = 0
    """The place of the name in the text given."""


def is_name(text: str, strict: bool = False) -> bool:
    """Whether a folded text can be the name of a person; strictly: begins with a surname or has a dot, and is not too long.

    >>> is_name("代科"), is_name("巴特尔"), is_name("以上同志"), is_name("敖日娜", strict=True)
    (True, True, False, True)
    >>> is_name("张均"), is_name("于是知"), is_name("李晓均"), is_name("张又任")
    (True, True, True, False)
    """
    if not _NAME.fullmatch(text) or text[0] in _NOT_FIRST or _NOT_NAMES.search(text) or _WITH_ITS.fullmatch(text):
        return False
    if (text in _COMPOUND and text not in _WHOLE) or text in _TITLES:
        return False
    if not _SMALL_WORDS.isdisjoint(text) and not _holds_small_word(text):
        return False
    if max(text) >= _FIRST_HIDDEN:
        return min(text) >= _FIRST_HIDDEN
    if not strict:
        return len(text) <= 4 or "·" in text or text.isascii() or _sounds(text) or has_surname(text)
    return has_surname(text) or "·" in text


def _holds_small_word(text: str) -> bool:
    """Whether the one small word in a text stands where a given name has it: 张均, 于是知, 主父均, 李晓均."""
    at = 2 if text[:2] in _COMPOUND else 1
    given = text[at:]
    if given[1:] == "均":
        return has_surname(text) and _SMALL_WORDS.isdisjoint(given[0])
    return has_surname(text) and given[:1] in _SMALL_WORDS and given[1:] not in _NO_LAST


def is_no_name(text: str) -> bool:
    """Whether a text holds a word that no name holds, however short it is."""
    return _NOT_NAMES.search(text) is not None


def is_likely_name(text: str, after: str = "") -> bool:
    """Whether a name of four characters or more can stand alone as a subject: a surname of its kind, 同志 behind it, or sounds.

    >>> is_likely_name("多杰热旦"), is_likely_name("违规选拔"), is_likely_name("违规选拔", "同志")
    (True, False, True)
    """
    if len(text) < 4 or "·" in text or text.isascii() or has_surname(text) or text[0] in _SURNAMES:
        return True
    return after.startswith(("同志", "先生", "女士", "（")) or _sounds(text)


def _sounds(text: str) -> bool:
    """Whether a name is written by sounds: 阿依古丽."""
    return sum(char in _SOUNDS for char in text) >= len(text) - 1


def can_be_name(text: str) -> bool:
    """Whether a folded text is as long as a name and begins with a family name.

    >>> can_be_name("章为"), can_be_name("司马文谦"), can_be_name("任命"), can_be_name("王永礼同")
    (True, True, False, False)
    """
    return len(text) > 1 and has_surname(text) and text not in _COMPOUND and is_name(text)


def word_in_name(text: str) -> bool:
    """Whether a name holds a word that names mostly do not, behind its surname or made with it (任免).

    >>> word_in_name("李人民"), word_in_name("任免之"), word_in_name("任职的"), word_in_name("常委会")
    (True, True, False, False)
    """
    words = _NOT_NAMES.findall(text)
    return bool(words) and min(map(len, words)) > 1 and (text[0] == "任" or not text.startswith(words[0]))


def is_compound_surname(text: str) -> bool:
    """Whether a text is a family name of two characters."""
    return text in _COMPOUND


def has_surname(text: str) -> bool:
    """Whether a text begins with a surname and has room for no more than two given characters.

    >>> has_surname("丛林"), has_surname("爱新觉罗启骧"), has_surname("东方红旗手")
    (True, True, False)
    """
    if text[0] >= _FIRST_HIDDEN:
        return min(text) >= _FIRST_HIDDEN
    if text[0] in _SURNAMES and 2 <= len(text) <= 3:
        return True
    return any(text[:size] in _COMPOUND and size < len(text) <= size + 2 for size in (2, 3, 4))


@lru_cache(maxsize=2048)
def read_persons(written: str, introduced: bool = True) -> tuple[Person, ...] | None:
    """The people of a list, None when some part of it is none. With `introduced` a post may stand in front of a name.

    >>> [(p.name, p.gender) for p in read_persons("肖芳（女）、寇秉辉、季伟明")]
    [('肖芳', '女'), ('寇秉辉', ''), ('季伟明', '')]
    >>> read_persons("泉州市人民政府副市长王永礼")[0].previous
    '泉州市人民政府副市长'
    """
    if len(written) > _LONGEST:
        return None
    folded = fold(written)
    polite = bool(_BOTH.search(folded))
    folded = _without_count(folded)
    people: list[Person] = []
    start = 0
    for match in _SEPARATOR.finditer(folded + "、"):
        if match.group()[0] == "（":
            continue
        if match.group() in "和以及与" and not _parts_names(folded, start, match):
            continue
        item = folded[start : match.start()]
        if people and len(item) > 2 and match.start() == len(folded):
            item = item.removesuffix("均")  # 张三、李四均
        person = _read_item(item, start, written, introduced, polite)
        if person is None:
            # a title with 、 inside may stand in front of the name: 市委常委、副市长周明
            if introduced and match.group() == "、" and find_title(folded[start : match.start()]) and match.end() < len(folded):
                continue
            return None
        people.append(person)
        start = match.end()
    return tuple(people) if people else None


def _without_count(folded: str) -> str:
    """The list without the number of its people at its end; that of 甲、乙两同志 only where it is right, as a name may end so."""
    short = _COUNTED_SHORT.search(folded)
    if short and (
        short["number"] == "两" or parse_number(short["number"]) == len(_SEPARATOR.findall(_BRACKET.sub("", folded))) + 1 > 1
    ):
        return folded[: short.start()]
    return _COUNTED.sub("", folded)


def _parts_names(folded: str, start: int, joint: re.Match[str]) -> bool:
    """Whether a 和 or 与 stands between two names rather than in one (马忠和, 和平) or in a body (区文化和旅游局路遥)."""
    left, rest = folded[start : joint.start()], folded[joint.end() :].split("、")[0]
    bare = _BARE.sub("", rest)
    if len(bare) < 2 or rest[0] == joint.group():
        return False
    if not _whole_item(left):
        return _is_introduced(_BARE.sub("", left)) and (_is_introduced(bare) or is_name(bare))
    at = _name_at(bare) if len(bare) > 4 else -1
    if at > 1 and not _is_introduced(bare):
        return False
    return at > 1 or not has_surname(_BARE.sub("", left + joint.group()) + bare)


def _is_introduced(text: str) -> bool:
    """Whether a text is a title and a name behind it (副市长张三)."""
    at = _name_at(text)
    return at > 1 and find_title(text, at) is not None


def _whole_item(text: str) -> bool:
    match = _ITEM.fullmatch(text)
    return bool(match and (is_name(match["name"]) or match["polite"] or match["first"]))


def _read_item(text: str, offset: int, written: str, introduced: bool, polite: bool) -> Person | None:
    match = _ITEM.fullmatch(text)
    if not match:
        return None
    name = match["name"]
    shortest = 2 if "·" in name else 3  # title in front of a name: 政委阿力木·司马义, 副市长周明
    led = len(name) > 3 and (find_title(name) or _ROLE_FIRST.match(name) or _name_at(name) >= shortest)
    whole = is_name(name) and not led
    at = 0 if whole else (_name_at(name) if introduced else -1)
    if whole and introduced and len(name) > 2 and name[0] in "由对" and (has_surname(name[1:]) or "·" in name):
        at = 1  # whom it is done by or to
    elif whole and introduced and name[0] == "对" and len(name) < 4:
        return None  # 对重点工作推动不力
    behind = _title_behind(name) if at < 0 and introduced else len(name)
    if at < 0 and behind == len(name):
        return None
    at = max(at, 0)
    gender, ethnicity, notes = "", "", []
    for bracket in ("first", "second"):
        inside = written[offset + match.start(bracket) + 1 : offset + match.end(bracket) - 1] if match[bracket] else ""
        for word in filter(None, re.split("[，,、；;]", inside)):
            if word in _GENDERS:
                gender = word
            elif fold(word) in _ETHNICITIES:
                ethnicity = word
            else:
                notes.append(word)
    if "女士" in (match["polite"], match["also"]):
        gender = "女"
    begin, end = offset + at, offset + behind
    previous = written[offset:begin] or written[end : offset + len(name)]
    previous = previous.removesuffix("的").removeprefix("由").removeprefix("对")
    return Person(written[begin:end], gender, ethnicity, tuple(notes), previous, begin, end)


def _title_behind(text: str) -> int:
    """Where a name ends that a title follows (周明远副市长); the length of the text when none does."""
    for size in (3, 2):
        title = find_title(text) if is_name(text[:size]) and has_surname(text[:size]) else None
        if title and title[0] == size < len(text):
            return size
    return len(text)


def _name_at(text: str) -> int:
    """Where the name begins behind the post or body in front of it; -1 when no name is found."""
    if "·" in text:
        return _dotted_at(text)
    best = -1
    if "·" in text:
        behind = (at for at in range(text.index("·") - 1, 1, -1) if find_title(text, at) or _ROLES.before(text, at) < at)
        return next((at for at in behind if is_name(text[at:])), -1)
    for size in (3, 2, 4, 5):
        at = len(text) - size
        if at < 2 or not is_name(text[at:]):
            continue
        if find_title(text, at) is not None and (find_title(text, at + 1) is None or not is_name(text[at + 1 :])):
            if text[at - 1 : at + 1] in _COMPOUND and find_title(text, at - 1) is not None:
                return at - 1  # 司马光 behind 副司长, but 孙绰 behind 副所长
            if has_surname(text[at:]):
                return at
            best = at if best < 0 else best
    if best >= 0:
        return best
    for size in (3, 2, 4):
        at = len(text) - size
        if (
            at >= 2
            and is_name(text[at:])
            and (has_surname(text[at:]) or size == 2)
            and text[at - 1 : at + 1] != "关于"
            and _ROLES.before(text, at) < at
        ):
            return at
    return -1


def _dotted_at(text: str) -> int:
    """Where a name with a dot begins behind the post or body in front of it (县医院|买买提·艾山); -1 when nothing stands there."""
    dot = text.index("·")
    places = range(max(2, dot - 5), dot)
    at = next((at for at in places if find_title(text, at) is not None and find_title(text, at + 1) is None), -1)
    if at < 0:
        at = next((at for at in places if _ROLES.before(text, at) < at <= _ROLES.before(text, at + 1)), -1)
    return at if at > 0 and is_name(text[at:]) else -1


@lru_cache(maxsize=2048)
def split_name(folded: str, gaps: Collection[int] = (), starts: frozenset[str] = frozenset()) -> int | None:
    """Where a name ends that an organization follows at once (卢炳椿|泉州市人民政府副市长); None when no name begins the text.

    `gaps` are the places where white space stood in print, `starts` the first two characters of organizations known here.
    >>> split_name("席德华国务院副秘书长"), split_name("江流市机械工业局副局长"), split_name("金愉中矿产开发管理司副巡视员")
    (3, 2, 3)
    """
    for gap in sorted(gaps, reverse=True):
        if 2 <= gap <= 6 and is_name(folded[:gap]):
            return gap
    ends = name_ends(folded, starts)
    return ends[0][1] if ends else None


def name_ends(folded: str, starts: frozenset[str] = frozenset()) -> list[tuple[float, int]]:
    """The places where a name may end that an organization follows at once, the likeliest first, each with how well it fits."""
    dot = folded.find("·", 0, 8)
    sizes = range(2, 7 if _sounds(folded[:5]) else 5) if dot < 0 else range(dot + 2, dot + 8)  # 哈斯巴特尔
    scores = [(_score(folded, size, starts), size) for size in sizes]
    return sorted((one for one in scores if one[0] >= _LEAST), key=lambda one: (-one[0], one[1]))


_LEAST = 2
"""A name and an organization that fit worse than this are none."""


def _score(folded: str, size: int, starts: frozenset[str]) -> float:
    """How well a text falls into a name of `size` characters and an organization; 0 when it does not."""
    name, rest = folded[:size], folded[size:]
    if len(rest) < 2 or name[-1] in "的副" or (size == 2 and name[-1] in _LEVELS):
        return 0
    if not is_name(name):
        return 0
    if name[0] == "区" and begins_body(folded[1:]):
        return 0  # 区纪律检查委员会
    compound = is_compound_surname(folded[:2])
    if (size == 2 and compound) or (size > 3 and not (has_surname(name) or _sounds(name) or "·" in name)):
        return 0
    begins = begins_body(rest, starts)
    formed = _PLACE_START.match(rest)
    if name[-1] in "为任" and not (size == 2 + compound and has_surname(name) and (begins or formed)):
        return 0
    sounds = size > 2 and all(char in _SOUNDS for char in name)
    if size > 4 and not sounds and "·" not in name:
        return 0
    score = 2 + 0.25 * (size - 4) if sounds and size > 3 else 1.5 * (has_surname(name) or "·" in name)
    if size == 3:
        score += -0.5 if name[-1] in _LEVELS or name[-1] in _UNITS else 1
        score -= sounds and rest[0] in _SOUNDS and not begins
    if region_end(rest) > 2:
        score += 4
    elif begins:
        score += 1.5 if begins == "州" else 2.5  # it may end 泉州
    elif formed:
        score += 2
    if size == 2 and name[0] in _SURNAMES and is_name(folded[:3]) and not begins:
        score -= 0.5
    return score


def begins_body(text: str, starts: frozenset[str] = frozenset()) -> str:
    """The words with which a text begins as organizations do, empty when it does not."""
    if text[:2] in starts or begins_with_region(text):
        return text[:2]
    first = _STARTS.match(text)
    return first.group() if first else ""
