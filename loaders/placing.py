"""Where in a phrase a template may begin: at its start, behind a word that decides, never behind one that tells of another day."""

from __future__ import annotations

import re

from loaders.fold import fold
from loaders.matching import Found, Phrase, fit
from loaders.names import is_likely_name
from loaders.rules import rules
from loaders.wordings import Template

_NO_SUBJECT = re.compile(
    r"(?:现|并|同时|也|且|依法|另|决定|同意|建议|、|和|关于|离任后|任职后|会后|辞职后|辞任后|卸任后|调整后|免职后|此后|将)*"
)
_LED_IN = re.compile(r"决定|同意|批准|通过|任命|会议|宣布")


def fit_anywhere(template: Template, phrase: Phrase, seated: bool) -> Found | None:
    """What the slots hold where the template first fits; `seated`: somebody named before can be the subject of a verb."""
    first = template.pieces[0]
    return _behind_verb(template, first, phrase, seated) if isinstance(first, re.Pattern) else _behind_lead(template, phrase)


def _behind_verb(template: Template, verb: re.Pattern[str], phrase: Phrase, seated: bool) -> Found | None:
    for match in verb.finditer(phrase.folded):
        prefix = phrase.folded[: match.start()]
        if rules().blocks.search(prefix):
            return None
        found = fit(template, phrase, match.start())
        if found and (found.persons or found.its or (seated and _NO_SUBJECT.fullmatch(prefix))):
            return found
    return None


def _behind_lead(template: Template, phrase: Phrase) -> Found | None:
    for start in (0, *(match.end() for match in rules().starts.finditer(phrase.folded))):
        if rules().blocks.search(phrase.folded, 0, start):
            return None
        found = fit(template, phrase, start)
        if found and not (found.persons and (_LED_IN.search(fold(found.persons[0].previous)) or not _likely(found, phrase))):
            return found
    return None


def _likely(found: Found, phrase: Phrase) -> bool:
    """Whether the first of the people can stand alone as a subject."""
    name = fold(found.persons[0].name) if found.persons else ""
    return is_likely_name(name, phrase.folded[phrase.folded.find(name) + len(name) :])
