"""What every reader returns: the text that all offsets count in, and how it was read."""

from __future__ import annotations

from msgspec import Struct

from loaders.passage import ParsedIssue


class Document(Struct, frozen=True):
    """A source as text. Lines end in LF; the cells of a table's row are joined by tabs."""

    text: str
    kind: str
    """txt or html: by content, not by name."""
    issues: tuple[ParsedIssue, ...] = ()
    """What was wrong with the file's bytes or markup."""
