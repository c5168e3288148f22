"""The kinds of issue that reading raises: a closed list, each with the sentence that the pages show."""

from __future__ import annotations

KINDS: dict[str, str] = {
    "head_count": "The title or the body states another number of people than the text names.",
    "not_understood": "A clause looks operative but no wording fits it.",
    "uncertain_split": "Where a name or an organization ends is not certain; the best guess was taken.",
    "no_post": "The clause names a person but no post.",
    "undated": "The notice prints no day of issue.",
    "date_conflict": "Two dates of one act or notice exclude each other.",
    "date_range": "A day lies far from that of the paper, or outside the period of the gazette that prints it.",
    "contradiction": "Two acts of one notice exclude each other.",
    "bad_date": "A date that no calendar has, or a date or number of which a digit cannot be read.",
    "dangling": "A reference (其, 上述) has nothing to refer to.",
    "unreadable": "The file could not be read.",
    "undecodable": "Some bytes of the file are damaged: each such place stands as \ufffd.",
    "mixed_encodings": "Some lines of the file are in another encoding than the others.",
    "cut_off": "The page breaks off inside its markup.",
    "reordered": "Marks in the text change the order in which it is shown; it was read as it is stored.",
    "restricted": "The text is marked 秘密, 机密 or 内部.",
}
