"""Phrases that name somebody without doing anything to him: the subject of what follows, or one of a later 以上同志."""

from __future__ import annotations

import re

from loaders.fold import fold
from loaders.ledger import Ledger
from loaders.matching import Phrase
from loaders.names import has_surname, is_name, read_persons
from loaders.placing import fit_anywhere
from loaders.posts import split_row
from loaders.rules import rules

_SOMEBODY_ELSE = re.compile(r"^(?:男|女)$|年.{0,6}生$")
"""Facts about a person whom the text before does not name: nobody known is portrayed here."""
_BORN = re.compile(r"(?<!先)生于|出生")
_DONE = re.compile(
    r"(?:同时|现|拟)?(?:决定|批准|同意)?(?:任(?!务|期)|接受其|由.{2,12}(?:晋升|转任|改任|套转)"
    r"|免去|免|不再|辞去|聘任|聘|兼任|调任|改任|晋升|套转|退休|撤销|提名)"
)
"""What is done to whoever stands alone in front of it: 李四，免去某局局长职务."""
_COMPOSED = re.compile(
    r"(?:.{0,200}(?:同意|决定|批准))?([^，；。：]{2,30}?(?:党委|党总支|支部|委员会|领导班子|班子|工会|团委|董事会|监事会))由.+组成$"
)
"""A body whose members are told: the bare titles behind it are of it."""
_HAPPENS = re.compile(
    r"(?:已|现|均|因此){0,4}(?:被|受到|受|涉嫌|严重违|违|负有|负[^，]{0,4}责|对[^，]{2,24}负|给予|予以|责令|失职|失察|滥用|玩忽|利用职|擅自|未[^，]{0,10}履行)"
)
_POLITE = re.compile("同志|先生|女士")
_GENERIC = re.compile(r"[下上前]列|[以]下|[以]上|上述|前述|该|[各位每全体其他有关这些名为向经由与和把将使让]|相关|部分|广大|任|选")
_LONGEST = 40


def find_mentions(phrase: Phrase, ledger: Ledger) -> bool:
    """Whether a phrase names the people of a proposal or report, who are remembered for a later 以上同志."""
    for template in rules().mentions if rules().mention_cue.search(phrase.folded) else ():
        found = fit_anywhere(template, phrase, ledger.has_subject)
        if found and found.persons:
            ledger.context.mention(found.persons, ledger.passage, ledger.clause[0])
            return True
    return False


def find_subject(phrase: Phrase, ledger: Ledger, first: bool, following: str) -> None:
    """Makes whom a phrase names the subject of what follows; `first`: it begins its clause, `following`: the phrase behind it."""
    for template in rules().subjects if rules().subject_cue.search(phrase.folded) else ():
        found = fit_anywhere(template, phrase, ledger.has_subject)
        if found and found.persons:
            ledger.name(found.persons)
            if _BORN.search(phrase.folded):
                ledger.context.portray()
            return
    text = phrase.folded
    composed = _COMPOSED.match(text) if text.endswith("组成") else None
    if composed:
        ledger.context.organization = phrase.written[composed.start(1) : composed.end(1)]
        return
    if ledger.has_subject:
        ledger.context.qualify(text)
    elif _SOMEBODY_ELSE.search(text) and ledger.context.told_in is not ledger.passage:
        ledger.context.portrait = None
    if len(text) > _LONGEST or not (first or "同志" in text):
        return
    persons = read_persons(phrase.written)
    if persons and ("同志" in text or (len(persons) == 1 and _stands_alone(text, following, persons[0].previous))):
        ledger.name(persons)
    elif persons is None and (polite := _POLITE.search(text)) and not _GENERIC.search(text[: polite.end()]):
        said = read_persons(phrase.written[: polite.end()]) or ()  # whoever it is, what follows is not about the one before
        ledger.name(said if all(is_name(fold(one.name), strict=True) for one in said) else ())


def _stands_alone(text: str, following: str, previous: str) -> bool:
    """Whether a name alone, or with a post in front, is the beginning of a portrait or of what happens to its bearer."""
    if previous:
        return bool(_HAPPENS.match(following) and split_row(previous)) or bool(split_row(following))
    name = text.split("（")[0].removesuffix("先生").removesuffix("女士").removesuffix("同志")
    if not is_name(name):
        return False
    if rules().facts.match(following) or _DONE.match(following):
        return True
    return has_surname(name) and ("任" in following or bool(split_row(following)))
