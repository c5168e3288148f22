"""Figures as the tables that README shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tests.accuracy.scores import DETAILS, OF_TEXTS, Count, Score, Share, differences, score
from tests.accuracy.sets import TextSet
from tests.accuracy.texts import NO_ACT, Text

Read = Mapping[TextSet, Sequence[Text]]
"""The texts of each set, read."""
LEVELS = ("triple", "person", "action", "organization", "post")


def table_by_set(read: Read) -> str:
    """One row a set: its size, F1 of each field (with precision and recall), details, and the share accounted for."""
    heads = ("set", "texts", "acts", "**whole act**", *LEVELS[1:], *(*OF_TEXTS, *DETAILS), "accounted")
    rows = []
    for one, texts in read.items():
        result = score(texts)
        rows.append(
            (
                f"{one.name}{' (held)' if one.held else ''}",
                str(result.texts),
                str(result.levels["triple"].wanted),
                *(_figures(result.levels[level]) for level in LEVELS),
                *(_share(result.shares[field]) for field in (*OF_TEXTS, *DETAILS)),
                _percent(result.accounted.right, result.accounted.of),
            )
        )
    return _table(heads, rows)


def table_by_kind(read: Read) -> str:
    """One row a kind of document, over all sets but the rules' own examples: whole acts in texts looked at and in texts held."""
    texts: defaultdict[str, tuple[list[Text], list[Text]]] = defaultdict(lambda: ([], []))
    for one, found in read.items():
        for text in found if not one.built_with else ():
            texts[text.kind][one.held].append(text)
    heads = ("kind", "texts", "acts", "whole act", "held: texts", "acts", "whole act", "accounted")
    rows = []
    for kind, (seen, held) in sorted(texts.items(), key=lambda item: (item[0] == NO_ACT, item[0])):
        whole = score([*seen, *held])
        parts = [part for result in map(score, (seen, held)) for part in _size(result)]
        rows.append((kind, *parts, _percent(whole.accounted.right, whole.accounted.of)))
    return _table(heads, rows)


def list_of_wrong(read: Read) -> str:
    """Everything that is still wrong in the sets that may be looked at, set by set."""
    parts = []
    for one, texts in read.items():
        rows = [(text.name, *row) for text in texts for row in differences(text)] if not one.held else []
        if rows:
            parts.append(f"## {one.name}\n\n" + _table(("text", "person", "field", "answer", "read"), rows))
    return "\n".join(parts) or "Nothing.\n"


def headline(read: Read) -> str:
    """Whole acts read right, one figure a subject, texts held back apart, in one sentence."""
    parts: dict[str, list[Text]] = {}
    for one, texts in read.items():
        if not one.built_with:
            parts.setdefault(f"{one.subject}{' held back' if one.held else ''}", []).extend(texts)
    said = []
    for name, texts in parts.items():
        whole = score(texts).levels["triple"]
        said.append(f"{_rate(whole.f1)} in {name} ({whole.wanted:,} acts)")
    return f"Acts read wholly right, F1 in per cent: {', '.join(said)}."


def _size(result: Score) -> tuple[str, str, str]:
    if not result.texts:
        return "", "", ""
    whole = result.levels["triple"]
    figures = _figures(whole) if whole.wanted else f"{whole.given} given"
    return str(result.texts), str(whole.wanted), figures


def _figures(count: Count) -> str:
    """F1, and precision and recall where they differ from it."""
    f1, precision, recall = map(_rate, (count.f1, count.precision, count.recall))
    return f1 if f1 == precision == recall else f"{f1} ({precision}, {recall})"


def _share(share: Share) -> str:
    return f"{share.right}/{share.of}" if share.of else ""


def _percent(part: int, whole: int) -> str:
    return _rate(part / whole) if whole else ""


def _rate(value: float) -> str:
    """Per cent with one decimal; 100 is said of nothing less."""
    return "100" if value == 1 else f"{min(value * 100, 99.9):.1f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "·").replace("\n", " ") for cell in line) + " |\n" for line in lines)
