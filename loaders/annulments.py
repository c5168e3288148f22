"""Earlier decisions cancelled as if never made: 撤销关于任命甲为乙的决定, 对甲的任命予以撤销, 取消甲的乙提名.

What stands inside is a decision of its own, which the wordings of `wordings/` read; what frames it says that it counts no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from loaders.fold import fold
from loaders.matching import LONGEST, Found, Phrase, fit
from loaders.names import read_persons
from loaders.posts import split_row
from loaders.sentences import NUMBERING, iter_phrases
from loaders.wordings import Template, Wording, all_wordings, read_template

Correction = tuple[Wording, Found, tuple[str, ...]]
"""The act: its wording (revoke, or that of the right half of a correction), its slots, and what was done to what."""

_UNDOES = r"(?:撤销|取消|废止|收回|撤回|推翻|(?:停止|终止|不再)执行)"
_NOUN = r"(?:任命|任职|任免|免职|聘任|聘用|解聘|委派|提名|推荐|选举|决定|通知|批复)"
_DOES = r"(?:任命|聘任|聘用|续聘|聘请|推荐|提名|委派|选派|选举|免去|免除|解聘)"
_HEAD = rf"(?P<noun>{_NOUN})(?:的?(?:决定|通知|文件|批复|事项|结果|意见)){{0,3}}"
_ANNULS = re.compile(rf"{_UNDOES}|作废|无效|失效")
_IN_FRONT = re.compile(rf"{_UNDOES}(?P<inner>[^；。：《》]{{3,200}}?)的?{_HEAD}(?=$|[，；。])")
_ALONE = re.compile(rf"{_UNDOES}(?:对|关于)?(?P<inner>{_DOES}[^，；。《》：]{{4,80}})(?P<noun>)(?=$|[，；。])")
_BEHIND = re.compile(
    rf"(?:^|(?<=[，；。：]))(?P<inner>[^，；。：《》]{{3,120}}?)的?{_HEAD}，?"
    rf"(?:现|即|均|特|自?(?:即日|本[决文][定件]|发文之日|[^，；。]{{4,12}}日)?起|同时|一并|予以?|宣布|宣告|自行|视为){{0,4}}(?:{_UNDOES}|作废|无效|失效)(?=$|[，；。])"
)
_BEGINS = re.compile(rf"{_DOES}(?!的)")
_LED_TO = re.compile(r"对|关于|作出的?|原|同意|批准|[年月日号]|文件中?的?|同时|所作的?")
_LISTED = rf"(?:下列|以下|如下)[^，；。：]{{0,20}}?(?:{_NOUN}|文件)[^，；。：]{{0,6}}?"
_ANNOUNCES = re.compile(
    rf"(?:{_UNDOES}[^，；。：]{{0,60}}?{_LISTED}|{_LISTED}(?:现|均|即日起|自[^，；。：]{{2,14}}起|同时|一并|予以?){{0,4}}(?:{_UNDOES}|作废|无效|失效))："
)
_GIVEN = tuple(map(read_template, ("{who}的{posts}", "{who}(?:任|为|担任|兼任){posts}", "{who}{posts}", "{who}，{posts}", "{who}")))
"""How 任命, 提名 and the like say whom they were about and for which post (对甲同志乙局副局长的任命)."""
_TITLE = re.compile(r"((?:[\u4e00-\u9fff]{1,12}〔\d{4}〕\d+号(?:文件)?)?)《([^《》]{1,200})》")
_NAMED_IN_TITLE = re.compile(
    r"(.{2,80}?(?:同志|先生|女士)?)的?(任职|免职|任免职?|职务任免|聘任|解聘|(?:职务|工作)(?:调整|变动|安排)|提名|(?:正式)?任用)"
)
_VERB = re.compile("任命|免去|聘任|任|为")
_DONE = {"dismiss": "免职", "resign": "辞职", "retire": "退休", "nominate": "提名", "confirm": "转正"}
_CALLED = re.compile(rf"的?{_HEAD}$")
_SAYS_WHAT = frozenset(("任命", "任职", "免职", "聘任", "聘用", "解聘", "委派", "提名", "推荐", "选举"))
_NOMINATES = frozenset(("提名", "推荐"))
_DISMISSES = frozenset(("免职", "解聘"))


class Annulment(Struct, frozen=True):
    """Where in a clause a decision is cancelled, and the acts that were decided."""

    start: int
    end: int
    undone: tuple[Correction, ...]


def find_announced(folded: str) -> tuple[str, int] | None:
    """What a line calls the decisions listed below it when it says that they are cancelled, and where that ends; else None.

    >>> find_announced("决定撤销下列同志的任命："), find_announced("撤销下列同志的职务：")
    (('任命', 12), None)
    """
    match = _ANNOUNCES.search(folded) if len(folded) <= LONGEST and _ANNULS.search(folded) else None
    return ((re.findall(_NOUN, match.group())[-1:] or ["文件"])[0], match.end()) if match else None


def find_annulment(written: str, folded: str) -> Annulment | None:
    """The first decision that a clause cancels; None when it cancels none, or none that can be read.

    >>> text = "撤销对石磊同志区体育中心副主任的任命"
    >>> ((wording, found, done),) = find_annulment(text, text).undone
    >>> wording.action, found.persons[0].name, found.items[0].post, done
    ('revoke', '石磊', '副主任', ('撤销任职决定',))
    """
    if len(folded) > LONGEST or not _ANNULS.search(folded):
        return None
    for frame in _frames(folded):
        start, end = frame.span("inner")
        undone = read_decision(written[start:end], folded[start:end], frame["noun"])
        if undone:
            return Annulment(frame.start(), frame.end(), undone)
    return None


def _frames(folded: str) -> Iterator[re.Match[str]]:
    for pattern in (_IN_FRONT, _ALONE):
        at = 0
        while match := pattern.search(folded, at):
            yield match
            at = match.start() + 1
    yield from _BEHIND.finditer(folded)


def read_decision(written: str, folded: str, noun: str = "") -> tuple[Correction, ...]:
    """The acts of a decision that is cancelled; empty when it cannot be read to its end. `noun`: what it is called."""
    number = NUMBERING.match(folded)
    first = number.end() if number else 0
    starts = [
        *(match.start() for match in _BEGINS.finditer(folded)),
        *(match.end() for match in _LED_TO.finditer(folded) if match.group() in ("对", "关于")),
        *(match.end() for match in reversed(list(_LED_TO.finditer(folded)))),
        first,
    ]
    for start in dict.fromkeys(starts):
        said = _read_said(written[start:], folded[start:]) or _read_named(written[start:], folded[start:], noun)
        if said:
            return tuple((revoking(), found, (f"{_how(wording)}",)) for wording, found in said)
    return ()


def read_titles(written: str, folded: str, listed: bool = False) -> list[Correction]:
    """The acts that the titles of cancelled papers name; `listed`: a line above says that they are cancelled.

    >>> text = "《关于聘任农夫同志为区老年大学副校长的通知》作废"
    >>> [(found.persons[0].name, found.items[0].post, done) for _, found, done in read_titles(text, text)]
    [('农夫', '副校长', ('作废', '聘任'))]
    """
    if not listed and not _ANNULS.search(folded):
        return []
    undone: list[Correction] = []
    for match in _TITLE.finditer(folded):
        title = written[match.start(2) : match.end(2)]
        core = re.sub(r"^关于|的(?:通知|决定|批复|公告|函)$", "", title)
        said = find_said(Phrase(core, fold(core)))
        if said:
            verb = _VERB.search(fold(core))
            undone.append((revoking(), said[1], ("作废", verb.group() if verb else "")))
            continue
        named = _NAMED_IN_TITLE.match(core)
        persons = read_persons(named[1]) if named else None
        if named and persons and split_row(named[1]) is None:
            undone.append((revoking(), Found(persons=persons), ("作废", named[2])))
    return undone


def read_listed(written: str, folded: str, noun: str) -> Sequence[Correction]:
    """The acts of a line of a list of decisions that are all cancelled; empty when it is none, so that the list is at its end.

    >>> text = "李亮，县图书馆副馆长"
    >>> [found.persons[0].name for _, found, _ in read_listed(text, text, "任命")]
    ['李亮']
    >>> read_listed("任命李亮为县图书馆副馆长", "任命李亮为县图书馆副馆长", "任命")
    ()
    """
    if "《" in folded:
        return read_titles(written, folded, listed=True)
    called = _CALLED.search(folded)
    if not called and _BEGINS.match(folded):
        return ()
    cut = called.start() if called else len(folded)
    return read_decision(written[:cut], folded[:cut], called["noun"] if called else noun if noun in _SAYS_WHAT else "任命")


def _how(wording: Wording) -> str:
    done = _DONE.get(wording.action, "任职")
    return "取消提名" if done == "提名" else f"撤销{done}决定"


def _read_said(written: str, folded: str) -> list[tuple[Wording, Found]]:
    """Sentences that the wordings read (任命甲为乙、丙为丁), each to its end."""
    said: list[tuple[Wording, Found]] = []
    for a, b in iter_phrases(folded, 0, len(folded)):
        phrase = Phrase(written[a:b], folded[a:b])
        one = find_said(phrase) or (_carried(said[-1][0], phrase) if said else None)
        if one is None:
            return []
        said.append(one)
    return said


def find_said(phrase: Phrase) -> tuple[Wording, Found] | None:
    """What a whole phrase says of people whom it names itself."""
    for wording in all_wordings():
        if wording.action == "revoke" or wording.needs or not wording.cue.search(phrase.folded):
            continue
        found = _first_fit(wording.say, phrase)
        if found and found.items:
            return wording, found
    return None


def _carried(wording: Wording, phrase: Phrase) -> tuple[Wording, Found] | None:
    found = _first_fit(wording.carried, phrase)
    return (wording, found) if found and found.items else None


def _first_fit(templates: tuple[Template, ...], phrase: Phrase) -> Found | None:
    return next((found for template in templates if (found := fit(template, phrase, 0)) and found.persons), None)


def _read_named(written: str, folded: str, noun: str) -> list[tuple[Wording, Found]]:
    """People and posts that only stand beside one another, where a noun says what was done."""
    if noun not in _SAYS_WHAT and not re.search("职务?$|任命$|聘任$", folded):
        return []
    found = _first_fit(_GIVEN, Phrase(written, folded))
    if found is None or any(fold(person.previous) for person in found.persons or () if not found.items):
        return []
    kind = "nominate" if noun in _NOMINATES else "dismiss" if noun in _DISMISSES else "appoint"
    return [(next(wording for wording in all_wordings() if wording.action == kind), found)]


@cache
def revoking() -> Wording:
    """The wording of what is cancelled; it ends none of the posts that introduce somebody."""
    first = next(wording for wording in all_wordings() if wording.action == "revoke")
    return msgspec.structs.replace(first, qualifier=(), ends="none")
