"""Corrections and annulments: what an earlier paper said wrongly, or decided and decides no more (更正, 应为, 作废, 废止)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.annulments import Correction, read_titles, revoking
from loaders.fold import fold
from loaders.matching import Found, Phrase, fit
from loaders.wordings import Wording, all_wordings

_BECOMES = re.compile(
    r"“([^“”]+)”(?:(?:有误|错误|系笔误|的表述)，?)?(?:现|应当|应)?(?:更正|更改|修改|改|订正|变更|修正)?为“([^“”]+)”"
    r"|“([^“”]+)”，?(?:其中|一句中|中)?的?“([^“”]+)”(?:有误，?)?(?:现|应当|应)?(?:更正|更改|修改|改|订正|变更|修正)?为“([^“”]+)”"
)
_DAY_SHOULD_BE = re.compile(r"“([^“”]+)”，?其?(任职时间|聘任时间|任期|挂职时间)应(?:为|从|自)(.+)")
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


def _corrected(written: str, folded: str) -> list[Correction]:
    match = _BECOMES.search(folded)
    if match and match[1]:
        return _both(written[match.start(1) : match.end(1)], written[match.start(2) : match.end(2)])
    if match:
        wrong = written[match.start(3) : match.end(3)]
        part, right = written[match.start(4) : match.end(4)], written[match.start(5) : match.end(5)]
        return _both(wrong, wrong.replace(part, right)) if part in wrong else []
    match = _DAY_SHOULD_BE.search(folded)
    if match:
        said = _said(re.sub(r"，(?:任职|聘任|挂职)?(?:时间|任期).*$", "", written[match.start(1) : match.end(1)]))
        day = written[match.start(2) : match.end(2)] + "从" + written[match.start(3) : match.end(3)]
        return [(wording, found, ("更正", day)) for wording, found in said]
    return []


def _both(wrong: str, right: str) -> list[Correction]:
    before, after = _said(wrong), _said(right)
    if not before or not after:
        return []
    return [
        *((revoking(), found, ("更正", _verb(wrong))) for wording, found in before),
        *((wording, found, ("更正",)) for wording, found in after),
    ]


def _verb(text: str) -> str:
    match = re.search("任命|免去|聘任|任|为", fold(text))
    return match.group() if match else ""


def _said(text: str) -> list[tuple[Wording, Found]]:
    phrase = Phrase(text, fold(text))
    for wording in all_wordings():
        if wording.action == "revoke" or not wording.cue.search(phrase.folded):
            continue
        for template in wording.say:
            found = fit(template, phrase, 0)
            if found and found.persons:
                return [(wording, found)]
    return []
