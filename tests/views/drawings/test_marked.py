"""The text of a paper with marks: every character once, whatever the spans do."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from views.drawings.marked import Span, marked_html

TEXT = "任命甲为某局局长；免去乙的某局局长职务。"


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def test_acts_of_one_clause_share_one_mark_and_the_chosen_one_answers_for_it() -> None:
    spans = [Span(start=0, end=9, ids=("a1",)), Span(start=0, end=9, ids=("a2",))]
    assert '<mark class="clause chosen" data-id="a2">任命甲为某局局长；</mark>' in marked_html(TEXT, 0, len(TEXT), spans, "a2")


def test_an_issue_is_marked_otherwise_than_a_clause() -> None:
    markup = marked_html(TEXT, 0, len(TEXT), [Span(start=9, end=20, issue=True, label="没有读懂")])
    assert '<mark class="issue" data-tip="没有读懂">' in markup


def test_the_text_of_a_file_cannot_become_markup() -> None:
    text = '<img src=x onerror="alert(1)">'
    markup = marked_html(text, 0, len(text), [Span(start=1, end=4, ids=('"x',), label='"><b>')])
    assert "<img" not in markup and "<b>" not in markup
    assert plain(markup) == text


def test_only_the_stretch_of_the_notice_is_shown() -> None:
    assert plain(marked_html(TEXT, 9, len(TEXT), [Span(start=0, end=9, ids=("a1",))])) == TEXT[9:]


spans_of = st.builds(
    lambda start, length, issue: Span(start=start, end=start + length, ids=() if issue else (f"a{start}",), issue=issue),
    st.integers(0, 25),
    st.integers(0, 12),
    st.booleans(),
)


@given(st.lists(spans_of, max_size=8), st.integers(0, 20), st.integers(0, 20))
def test_every_character_stands_once_and_in_order_whatever_the_spans(spans: list[Span], a: int, b: int) -> None:
    start, end = min(a, b), max(a, b)
    assert plain(marked_html(TEXT, start, end, spans)) == TEXT[start:end]
