"""What stands between the title of a paper and its body: session, labels, number, salutation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from loaders.foot import FURNITURE, is_day
from loaders.heads import find_number
from loaders.labels import LABELS
from loaders.lines import Line

_INTRODUCES = re.compile(
    r"决定|決定|研究|如下|通过|通過|同意|宣布|任命|免去|任免|批准|消息|报道|記者|记者|电[)）]?[:：]|批複|附[:：]"
)
_SALUTED = re.compile(r"[县縣市区區局委部门門会會室司校院站厂組组位所处處团办府][)）]?[：:]$")
_NOTE = re.compile(r"[（(](?=.*(?:通过|通過|第\d{1,5}[号期號]|\d{1,2}月\d{1,2}日)).*[)）]")
_SITE = re.compile(r"https?://|www\.|(?:网|网站|报|社|台)$")
STAMP = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?")
"""A day as pages stamp it, with or without the time."""


class Top(Struct, frozen=True):
    """What the lines between title and body say; `body` is the first line behind them."""

    body: int
    notes: Sequence[str]
    """The session that decided, a day in brackets or stamped."""
    labelled: str
    number: str
    recipients: str


def read_top(lines: Sequence[Line], at: int, labelled: list[str]) -> Top:
    """What stands between title and body: session, labels, number, salutation."""
    notes: list[str] = []
    labelled += [line.raw for line in lines[:at] if LABELS.match(line.raw)]
    number = ""
    while at < len(lines):
        line = lines[at]
        text = line.text
        if text[0] in "（(" and text[-1] not in "）)" and at + 1 < len(lines) and _NOTE.fullmatch(text + lines[at + 1].text):
            notes.append(text + lines[at + 1].text)
            at += 2
            continue
        if (
            text[-1] not in ")）0123456789０１２３４５６７８９日号號*=※：:"
            and "：" not in text
            and ":" not in text
            and "\t" not in line.raw
        ):
            break
        if len(text) < 120 and (LABELS.match(line.raw) or _is_byline(line)):
            labelled.append(line.raw)
        elif text[0] in "（(" and _NOTE.fullmatch(text):
            notes.append(text)
        elif STAMP.fullmatch(text) or (len(text) < 20 and is_day(text)):
            notes.append(line.raw if "-" in text or "/" in text else text)
        elif not number and find_number(text):
            number = find_number(text)
        elif not FURNITURE.fullmatch(text):
            break
        at += 1
    recipients, at = _salutation(lines, at)
    return Top(at, notes, "\n".join(labelled), number, recipients)


def _is_byline(line: Line) -> bool:
    """Whether a line names site, day and source of a page in one."""
    text = line.text
    return len(text) < 60 and "。" not in text and bool(STAMP.search(text) and (LABELS.search(line.raw) or _SITE.search(text)))


def _salutation(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """Whom the paper addresses, and the first line behind; the salutation may be broken over two lines."""
    text = ""
    for k in range(at, min(at + 3, len(lines))):
        text += lines[k].text
        if _INTRODUCES.search(text) or lines[k].text[-1] in "。；;":
            break
        if _SALUTED.search(text):
            return text[:-1], k + 1
    return "", at
