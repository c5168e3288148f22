"""A file's bytes → a Document. Which reader is used follows from the content, never from the name."""

from __future__ import annotations

import re

import msgspec

from loaders.passage import ParsedIssue
from loaders.read.document import Document
from loaders.read.text import decode

_HAN = re.compile("[\u4e00-\u9fff]")


def read_document(content: bytes, shown: str) -> Document:
    """The text of a file and how it was read; `shown` names the file in errors.

    Raises InputError when the file is empty, no text, or in an encoding that cannot be told.
    """
    declared = ""
    if b"<" in content:
        from loaders.read.html import declared_encoding

        declared = declared_encoding(content)
    decoded = decode(content, shown, declared)
    document = document_of_text(decoded.text)
    if not decoded.issues:
        return document
    issues = decoded.issues
    if document.kind != "txt":  # the places count in the page's source
        at = max(document.text.find("\ufffd"), 0)
        issues = tuple(msgspec.structs.replace(issue, start=at, end=at + 1 if document.text else 0) for issue in issues)
    return msgspec.structs.replace(document, issues=issues + document.issues)


def document_of_text(text: str) -> Document:
    """The Document of a decoded text: as it stands, or what the page says when it is HTML."""
    if "<" in text or "&" in text:
        from loaders.read.html import is_html, read_page

        if is_html(text):
            said, rest = read_page(text)
            return Document(said, "html", _cut_off(said, rest) if _HAN.search(rest) else ())
    return Document(text, "txt")


def _cut_off(said: str, rest: str) -> tuple[ParsedIssue, ...]:
    reason = f"the page opens markup that never ends, and {len(rest)} characters behind it are not read"
    return (ParsedIssue(kind="cut_off", text=rest[:40], start=len(said), end=len(said), reason=reason),)
