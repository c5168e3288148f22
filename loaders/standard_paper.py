"""The commonest form of a notice, told by one pattern: issuer, title, number, salutation, sentences, signature, day.

What it gives is what splitting gives, without looking at every line for a head and a foot. Anything else is left to that.
"""

from __future__ import annotations

import re

from graph.dates import Bounds
from loaders.dates import parse_date
from loaders.heads import ends_title, find_number, is_issuer, is_personnel
from loaders.jurisdiction import find_issuer, place_of
from loaders.lines import Line, is_heading, squash_line
from loaders.passage import NoticeText, Passage
from loaders.split import head_count, whole_title
from loaders.top import read_top

_PAPER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,20}政府)\n(?P<about>关于[\u4e00-\u9fff\d、]{1,40}的通知)\n{1,3}"
    r"(?P<number>[\u4e00-\u9fff]{1,8}〔\d{4}〕\d{1,4}号)\n{1,3}(?P<to>[\u4e00-\u9fff（、，）]{2,60}：)\n{1,2}"
    r"(?P<body>(?:[\u3000]{0,2}[\u4e00-\u9fff（）、，]+[：；。]\n)+)\n{0,2}"
    r"(?P<signer>[\u4e00-\u9fff]{2,20}政府)\n(?P<day>\d{4}年\d{1,2}月\d{1,2}日)\n*"
)
_DAY = re.compile(r"[\d〇零○一二三四五六七八九十][月日]")
_ELSEWHERE = ("密", "内部", "时间")
"""Words for which splitting looks further."""


def read_standard_paper(text: str) -> NoticeText | None:
    """The notice that a text of this form is, its passages all of one line; None for any other text."""
    match = _PAPER.fullmatch(text)
    if match is None or any(word in text for word in _ELSEWHERE) or _DAY.search(match["about"]):
        return None
    if ("月" in match["body"] or "日" in match["body"]) and _DAY.search(match["body"]):
        return None
    titles = [_line(match, "issuer"), _line(match, "about")]
    body = _body(match["body"], match.start("body"))
    title = titles[0].text + titles[1].text
    top = read_top([*titles, _line(match, "number"), _line(match, "to"), *body[:2]], 3, [])
    number = find_number(match["number"])
    fits = top.body == 4 and not top.notes and not top.labelled and number and is_personnel(title) and ends_title(match["about"])
    if not fits or not is_issuer(match["issuer"]) or not is_issuer(match["signer"]):
        return None
    try:
        day = parse_date(match["day"]).day
    except ValueError:
        return None
    issuer = find_issuer(title, "", (match["signer"],), "", ())
    count = head_count(titles)
    return NoticeText(
        title=title,
        title_passage=whole_title(titles),
        doc_number=number,
        issuer=issuer,
        place=place_of(issuer),
        issued=Bounds.on(day),
        year=day.year if day else None,
        recipients=top.recipients,
        head_count=count.number,
        head_count_place=count.place,
        head_count_text=count.text,
        passages=tuple([Passage(line.text, line.offsets, line.text[-1] == "：" and is_heading(line)) for line in body]),
        start=0,
        end=match.end("day"),
    )


def _line(match: re.Match[str], name: str) -> Line:
    line = squash_line(match[name], match.start(name))
    assert line is not None
    return line


def _body(text: str, start: int) -> list[Line]:
    """The lines of a body, which the pattern has found to hold nothing but sentences."""
    lines = []
    for raw in text.split("\n"):
        if raw:
            written = raw.lstrip("\u3000")
            indent = len(raw) - len(written)
            first, end = start + indent, start + len(raw)
            lines.append(Line(written, range(first, end), 2 * indent, first, end, written))
        start += len(raw) + 1
    return lines
