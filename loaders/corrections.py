"""Corrections and annulments: what an earlier paper said wrongly, or decided and decides no more (更正, 应为, 作废, 废止)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from loaders.annulments import Correction, read_titles, revoking
from loaders.fold import fold
from loaders.matching import Found, Phrase
from loaders.placing import fit_anywhere
from loaders.rules import rules
from loaders.sentences import split_at_commas
from loaders.wordings import Wording, all_wordings

_BECOMES = re.compile(
    r"“([^“”]+)”，?(?:(?:有误|错误|系笔误|的表述)，?)?(?:现|应当|应)?(?:更正|更改|修改|改|订正|变更|修正)?为“([^“”]+)”"
    r"|“([^“”]+)”，?(?:其中|一句中|中)?的?“([^“”]+)”(?:有误，?)?(?:现|应当|应)?(?:更正|更改|修改|改|订正|变更|修正)?为“([^“”]+)”"
)
_DAY_SHOULD_BE = re.compile(
    r"“([^“”]+)”，?其?(?:中的?)?(任职时间|聘任时间|任期|聘期|挂职时间|试用期)(?:有误，?)?(?:现|应当?|更正|更改|修改|改)+(?:为|从|自)(.+)"
)
_TERM = re.compile(r"(?:任职|聘任|挂职)?(?:时间|任期|聘期|期限)|试用期")
_HALF = re.compile(
    r"(?P<wrong>误|错误|原文|原为|原内容|更正前|误文|原表述|错)(?:内容|表述)?：|(?:正|正确|更正|更正后|更正为|应为|现为|现更正为|改为|正文|正确内容|对)(?:内容|表述)?："
)
_NUMBER = r"(?:(?![和及与])[\u4e00-\u9fff]){1,12}?[〔\[（(]\d{4}[〕\]）)]\d+号"
_PAPER = re.compile(rf"(?:{_NUMBER}(?:文件)?)?《[^《》]{{2,80}}》(?:[（(]{_NUMBER}[）)])?|{_NUMBER}")
_LONGEST = 4000
"""A longer clause is none of a personnel paper."""


def find_target(name: str, clause: str, named: str = "") -> str:
    """The paper that a clause cancels or corrects for a person; `named` when the clause itself says none for certain.

    >>> find_target("车轮", "某干〔2009〕5号《关于车轮同志任职的通知》作废")
    '某干〔2009〕5号《关于车轮同志任职的通知》'
    """
    papers = [match.group() for match in _PAPER.finditer(clause)]
    own = [paper for paper in papers if name in paper]
    if own or len(papers) == 1:
        return (own or papers)[0]
    return named


def find_paper(texts: Iterable[str]) -> str:
    """The first paper that these texts name; empty when they name none."""
    return next((match.group() for text in texts for match in [_PAPER.search(text)] if match), "")


def read_correction(written: str) -> list[Correction]:
    """The acts of a clause that corrects or annuls; empty when it does neither.

    >>> [(w.action, f.persons[0].name) for w, f, _ in read_correction("“莘保华任州林业局副局长”更正为“莘宝华任州林业局副局长”")]
    [('revoke', '莘保华'), ('appoint', '莘宝华')]
    """
    if len(written) > _LONGEST:
        return []
    folded = fold(written)
    if "“" in folded:
        return _corrected(written, folded)
    return read_titles(written, folded) if "《" in folded else []


def read_pair(wrong: str, right: str) -> list[Correction]:
    """What a wrong sentence and the right one in its place say: the wrong acts cancelled, the right ones done.

    Where both say the same acts, only their terms or days differed, and the right acts are done alone.
    >>> [(w.action, f.items[0].post) for w, f, _ in read_pair("免去何平同志某局局长职务", "免去何平同志某局副局长职务")]
    [('revoke', '局长'), ('dismiss', '副局长')]
    """
    before, after = _said(wrong), _said(right)
    if not before or not after:
        return []
    kept = {_key(*one[:2]) for one in before} & {_key(*one[:2]) for one in after}
    every = len(kept) == len(after)
    return [
        *((revoking(), found, ("更正", _verb(wrong))) for wording, found, _ in before if _key(wording, found) not in kept),
        *((wording, found, ("更正", *terms)) for wording, found, terms in after if every or _key(wording, found) not in kept),
    ]


def find_half(folded: str) -> tuple[str, int] | None:
    """Which half of a correction a line prints behind a label (误：…, 正：…), and where it begins; None for any other line.

    >>> find_half("误：何平任某局局长"), find_half("正：何平任某局副局长"), find_half("何平任某局局长")
    (('wrong', 2), ('right', 2), None)
    """
    match = _HALF.match(folded)
    return (("wrong" if match["wrong"] else "right"), match.end()) if match else None


def find_columns_of_halves(cells: Sequence[str]) -> tuple[int, int] | None:
    """Which columns of a table print the wrong sentences and the right ones, by its head; None when it is no such table.

    >>> find_columns_of_halves(["序号", "原文", "更正为"]), find_columns_of_halves(["姓名", "职务"])
    ((1, 2), None)
    """
    kinds = [half[0] if (half := find_half(fold(cell) + "：")) else "" for cell in cells]
    return (kinds.index("wrong"), kinds.index("right")) if "wrong" in kinds and "right" in kinds else None


def _corrected(written: str, folded: str) -> list[Correction]:
    match = _BECOMES.search(folded)
    if match and match[1]:
        return read_pair(written[match.start(1) : match.end(1)], written[match.start(2) : match.end(2)])
    if match:
        wrong = written[match.start(3) : match.end(3)]
        part, right = written[match.start(4) : match.end(4)], written[match.start(5) : match.end(5)]
        return read_pair(wrong, wrong.replace(part, right)) if part in wrong else []
    match = _DAY_SHOULD_BE.search(folded)
    if match:
        day = written[match.start(2) : match.end(2)] + "从" + written[match.start(3) : match.end(3)].strip("“”从自")
        said = _said(written[match.start(1) : match.end(1)])
        return [
            (wording, found, ("更正", *(term for term in terms if not _TERM.match(fold(term))), day))
            for wording, found, terms in said
        ]
    return []


def _key(wording: Wording, found: Found) -> tuple[object, ...]:
    """What an act is, without its terms."""
    posts = tuple((item.organization, item.post) for item in found.items or ())
    return wording.action, tuple(person.name for person in found.persons or ()), posts, found.unit


def _verb(text: str) -> str:
    match = re.search("任命|免去|解聘|聘任|辞去|任|为", fold(text))
    return match.group() if match else ""


def _said(text: str) -> list[tuple[Wording, Found, tuple[str, ...]]]:
    """The acts of a sentence that is quoted, each with the terms behind it."""
    said: list[tuple[Wording, Found, tuple[str, ...]]] = []
    for part in split_at_commas(text.rstrip("。；;")):
        found = _act(part, said[-1][1] if said else None)
        if found:
            said.append((*found, ()))
        elif said:
            said[-1] = (*said[-1][:2], (*said[-1][2], part))
        else:
            return []
    return said


def _act(part: str, before: Found | None) -> tuple[Wording, Found] | None:
    folded = fold(part)
    tail = rules().tails.search(folded)
    cut = tail.start() if tail and tail.start() else len(folded)
    phrase = Phrase(part[:cut], folded[:cut])
    for wording in all_wordings():
        if wording.action == "revoke" or not wording.cue.search(phrase.folded):
            continue
        for template in wording.say:
            found = fit_anywhere(template, phrase, seated=before is not None)
            if found and found.persons:
                return wording, found
            if found and before and found.items:
                return wording, msgspec.structs.replace(found, persons=before.persons, its="")
    return None
