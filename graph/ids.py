"""Identifiers: h(kind, fields…) of design 4. They depend on what is said, never on path, load order or day."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_WHITE = re.compile(r"\s+")
_SEPARATOR = "\x1f"


def squash(text: str) -> str:
    """The text in NFC without any white space.

    >>> squash("孔 辉")
    '孔辉'
    """
    return _WHITE.sub("", unicodedata.normalize("NFC", text))


def identify(kind: str, *fields: str) -> str:
    """First letter of the kind and 24 hex digits of SHA-256 over the squashed fields.

    >>> identify("post", "o1", "局长") == identify("post", "o1", "局 长")
    True
    """
    together = "".join(fields)
    if together.isprintable() and " " not in together and unicodedata.is_normalized("NFC", together):
        joined = _SEPARATOR.join(fields)  # printable without blanks: no field changes when it is squashed
    else:
        joined = _SEPARATOR.join(squash(field) for field in fields)
    return kind[0] + hashlib.sha256(joined.encode()).hexdigest()[:24]


def source_id(content: bytes) -> str:
    """The id of a source: of its bytes, so that equal bytes elsewhere are the same source."""
    return "s" + hashlib.sha256(content).hexdigest()[:24]


def notice_id(issuer: str, doc_number: str, issued: str, title: str, text: str) -> str:
    """Issuer and document number; else issuer, day and title; else the whole text."""
    if issuer and doc_number:
        return identify("notice", issuer, doc_number)
    if issuer and issued and title:
        return identify("notice", issuer, issued, title)
    return identify("notice", text)


def act_id(notice: str, action: str, person: str, gender: str, organization: str, post: str, effective: str, n: int) -> str:
    """`n` counts equal rows within the notice, from 1 in reading order."""
    return identify("act", notice, action, person, gender, organization, post, effective, str(n))


def organization_id(place: str, name: str) -> str:
    """Place and canonical name."""
    return identify("organization", place, name)


def post_id(organization: str, title: str) -> str:
    """Organization id and title."""
    return identify("post", organization, title)


def person_id(act_ids: Iterable[str]) -> str:
    """The letter p and the digits of the person's smallest act id."""
    return "p" + min(act_ids)[1:]


def tenure_id(act_ids: Iterable[str]) -> str:
    """The letter t and the digits of the tenure's smallest act id."""
    return "t" + min(act_ids)[1:]


def vacancy_id(post: str, opened_by: str) -> str:
    """The post and the act that opened the vacancy."""
    return identify("vacancy", post, opened_by)


def issue_id(source: str, kind: str, start: int, end: int, reason: str) -> str:
    """Source, kind, place and reason."""
    return identify("issue", source, kind, str(start), str(end), reason)
