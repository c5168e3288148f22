"""A file's bytes → a Document. Which reader is used follows from the content, never from the name."""

from __future__ import annotations

from loaders.read.document import Document
from loaders.read.text import decode


def read_document(content: bytes, shown: str) -> Document:
    """The text of a file and how it was read; `shown` names the file in errors.

    Raises InputError when the file is empty, no text, or in an encoding that cannot be told.
    """
    declared = ""
    if b"<" in content:
        from loaders.read.html import declared_encoding

        declared = declared_encoding(content)
    return document_of_text(decode(content, shown, declared))


def document_of_text(text: str) -> Document:
    """The Document of a decoded text: as it stands, or what the page says when it is HTML."""
    if "<" in text or "&" in text:
        from loaders.read.html import is_html, read_html

        if is_html(text):
            return Document(read_html(text), "html")
    return Document(text, "txt")
