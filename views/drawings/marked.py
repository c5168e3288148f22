"""A stretch of a source's text with its clauses and issues marked, as HTML that may be shown as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from msgspec import Struct


class Span(Struct, frozen=True, kw_only=True):
    """What lies between two places of the text, counted in its code points: a clause (its act ids) or an issue."""

    start: int
    end: int
    ids: tuple[str, ...] = ()
    issue: bool = False
    label: str = ""


def joined_spans(spans: Iterable[Span]) -> list[Span]:
    """One span for each place and sort, with the ids of all that stand there, in reading order."""
    places: dict[tuple[int, int, bool], list[Span]] = {}
    for span in spans:
        places.setdefault((span.start, span.end, span.issue), []).append(span)
    return [
        Span(
            start=start,
            end=end,
            issue=issue,
            ids=tuple(dict.fromkeys(one for span in group for one in span.ids)),
            label="；".join(dict.fromkeys(span.label for span in group if span.label)),
        )
        for (start, end, issue), group in sorted(places.items(), key=lambda item: (item[0][0], -item[0][1]))
    ]


def marked_html(text: str, start: int, end: int, spans: Sequence[Span], selected: str = "") -> str:
    """The text from start to end, cut at every border of a span, so that overlapping spans keep every character once.

    >>> marked_html("任命甲为局长。", 0, 7, [Span(start=0, end=7, ids=("a1",))], "a1")
    '<p class="paper"><mark class="clause chosen" data-id="a1">任命甲为局长。</mark></p>'
    """
    start, end = max(start, 0), min(end, len(text))
    shown = [span for span in joined_spans(spans) if span.start < end and span.end > start and span.start < span.end]
    borders = sorted({start, end, *(min(max(place, start), end) for span in shown for place in (span.start, span.end))})
    pieces = []
    for low, high in pairwise(borders):
        covering = [span for span in shown if span.start <= low and span.end >= high]
        pieces.append(_piece(text[low:high], covering, selected))
    return f'<p class="paper">{"".join(pieces)}</p>'


def _piece(text: str, covering: Sequence[Span], selected: str) -> str:
    if not covering:
        return escape(text)
    ids = [one for span in covering for one in span.ids]
    classes = ["clause" if any(not span.issue for span in covering) else "issue"]
    if classes == ["clause"] and any(span.issue for span in covering):
        classes.append("doubtful")
    if selected and selected in ids:
        classes.append("chosen")
    label = "；".join(span.label for span in covering if span.label)
    data = f' data-id="{escape(selected if selected in ids else ids[0])}"' if ids else ""
    tip = f' data-tip="{escape(label)}"' if label else ""
    return f'<mark class="{" ".join(classes)}"{data}{tip}>{escape(text)}</mark>'
