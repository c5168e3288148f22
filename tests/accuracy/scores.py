"""Acts given against acts wanted: matches inside each text, and the counts that follow from them.

Rows are matched one to one. A field is right when the row that it stands in agrees in the fields named beside it here:

    person        the person
    action        person and action
    post          person, action and post
    organization  person, action and organization
    triple        person, action, organization and post: the headline

An organization is right when it is equal to the answer or ends with it (a place or a parent in front). Where the note of the
answer says that it stands elsewhere (`context`), a shorter ending of the answer, or none, is right as well; is the answer empty
there, any is.
Answers that the note calls optional are right when given and no miss when not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from tests.accuracy.texts import Row, Text

LEVELS = {
    "triple": ("person", "action", "post"),
    "person": ("person",),
    "action": ("person", "action"),
    "organization": ("person", "action"),
    "post": ("person", "action", "post"),
}
"""What is compared as it stands; of `triple` and `organization` the organization besides."""
DETAILS = ("effective", "gender", "ethnicity", "qualifier")
"""Fields looked at in the triples found: how many of those that the answer states are given exactly so."""
OF_TEXTS = ("issued", "doc_number")
"""Fields that stand once in a text: how many texts have those of the answer."""
_ELSEWHERE = re.compile("context|elided|上下文")
_OPTIONAL = re.compile("staff|membership|literal sharing|damaged")


class Count(NamedTuple):
    """How many rows were found, how many given, and how many wanted."""

    found: int = 0
    given: int = 0
    wanted: int = 0

    def plus(self, other: Count) -> Count:
        return Count(self.found + other.found, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.found / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Share(NamedTuple):
    """How many of those there are right."""

    right: int = 0
    of: int = 0

    def plus(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)


class Match(NamedTuple):
    """The rows of one text: pairs of given and wanted, given beyond them, wanted but missed."""

    pairs: list[tuple[Row, Row]]
    beyond: list[Row]
    missed: list[Row]

    @property
    def counted(self) -> Count:
        return Count(len(self.pairs), len(self.pairs) + len(self.beyond), len(self.pairs) + len(self.missed))


class Score(NamedTuple):
    """What some texts come to."""

    texts: int
    levels: dict[str, Count]
    shares: dict[str, Share]
    accounted: Share
    """Characters of operative text that belong to an act or to an issue."""


def score(texts: Iterable[Text]) -> Score:
    """The counts over all the texts."""
    levels = dict.fromkeys(LEVELS, Count())
    shares = dict.fromkeys((*OF_TEXTS, *DETAILS), Share())
    accounted, number = Share(), 0
    for number, text in enumerate(texts, 1):  # noqa: B007
        for level in LEVELS:
            levels[level] = levels[level].plus(match(text, level).counted)
        for field, share in _shares(text).items():
            shares[field] = shares[field].plus(share)
        accounted = accounted.plus(Share(text.accounted, text.operative))
    return Score(number, levels, shares, accounted)


def match(text: Text, level: str = "triple") -> Match:
    """The rows of a text matched one to one, in reading order; rows with equal dates and answers that must be found come first."""
    left = sorted(text.wanted, key=lambda row: bool(_OPTIONAL.search(row.note)))
    open_rows, pairs = list(text.given), []
    for dated in (True, False):
        rest = []
        for row in open_rows:
            fitting = (
                n
                for n, other in enumerate(left)
                if _is_same(row, other, level) and not (dated and row.effective != other.effective)
            )
            number = next(fitting, None)
            if number is None:
                rest.append(row)
            else:
                pairs.append((row, left.pop(number)))
        open_rows = rest
    return Match(pairs, open_rows, [row for row in left if not _OPTIONAL.search(row.note)])


def differences(text: Text) -> list[tuple[str, str, str, str]]:
    """What is wrong in a text, as (person, field, answer, given): an act missed or beyond, then details of acts that were found."""
    matched = match(text)
    missed = list(matched.missed)
    told = []
    for row in matched.beyond:
        meant = next((other for other in missed if (row.person, row.action) == (other.person, other.action)), None)
        if meant is not None:
            missed.remove(meant)
        told.append((row.person, "act", _said(meant), _said(row)))
    told += [(row.person, "act", _said(row), "") for row in missed]
    for given, wanted in matched.pairs:
        told += [
            (wanted.person, field, getattr(wanted, field), getattr(given, field))
            for field in DETAILS
            if getattr(wanted, field) and squashed(getattr(wanted, field)) != squashed(getattr(given, field))
        ]
    for field in OF_TEXTS:
        stated, said = _of_text(text, field)
        if _is_scored(field, stated, said) and not stated <= said:
            told.append(("", field, "；".join(sorted(stated)), "；".join(sorted(said))))
    return told


def squashed(text: str) -> str:
    """Text without white space and with full-width brackets."""
    return "".join(text.split()).replace("(", "（").replace(")", "）")


def is_same_organization(given: str, wanted: str, elsewhere: bool) -> bool:
    """Whether an organization is right: equal, or with a place in front; where it stands elsewhere also a part of it or none."""
    given, wanted = squashed(given), squashed(wanted)
    if given == wanted or (wanted and given.endswith(wanted)):
        return True
    return elsewhere and (not wanted or not given or wanted.endswith(given))


def _is_same(given: Row, wanted: Row, level: str) -> bool:
    if any(squashed(getattr(given, field)) != squashed(getattr(wanted, field)) for field in LEVELS[level]):
        return False
    if level not in ("triple", "organization"):
        return True
    return is_same_organization(given.organization, wanted.organization, bool(_ELSEWHERE.search(wanted.note)))


def _shares(text: Text) -> dict[str, Share]:
    pairs = match(text).pairs
    shares = {}
    for field in DETAILS:
        stated = [(getattr(given, field), getattr(wanted, field)) for given, wanted in pairs if getattr(wanted, field)]
        shares[field] = Share(sum(squashed(given) == squashed(wanted) for given, wanted in stated), len(stated))
    for field in OF_TEXTS:
        wanted, given = _of_text(text, field)
        shares[field] = Share(int(wanted <= given), 1) if _is_scored(field, wanted, given) else Share()
    return shares


def _is_scored(field: str, wanted: set[str], given: set[str]) -> bool:
    """Days of issue are answered also where the text does not print one, so only those given are looked at."""
    return bool(wanted and (given or field != "issued"))


def _of_text(text: Text, field: str) -> tuple[set[str], set[str]]:
    """The values of a field in the answers of a text, and in what was read from it."""
    wanted, given = (
        {unicodedata.normalize("NFKC", getattr(row, field)) for row in rows} - {""} for rows in (text.wanted, text.given)
    )
    return wanted, given


def _said(row: Row | None) -> str:
    return f"{row.action} {row.organization or '–'} · {row.post or '–'}" if row is not None else ""
