"""Heads of papers: document numbers, titles broken over lines, the lines of web pages that name day, number and issuer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from loaders.dates import ZERO, parse_number
from loaders.labels import LABELS
from loaders.lines import Line

_BRACKETS = str.maketrans("（）()[]【】［］﹝﹞", "〔〕〔〕〔〕〔〕〔〕〔〕")
_NUMBER = rf"[\u4e00-\u9fffA-Za-z0-9]{{1,24}}?[〔（(\[【［﹝][\d{ZERO}一二三四五六七八九]{{4}}[〕）)\]】］﹞]第?\d{{1,5}}[号號]"
_PARTS = re.compile(r"(.*〔)(.{4})(〕第?)(\d+)(.)")
_NUMBER_LINE = re.compile(
    rf"(?:(?:发文字号|发文号|文件编号|文号|編號|编号)[:：]?)?[（(]?({_NUMBER})[)）]?(?:签发人.{{0,12}}|[★☆*]+)?|.{{4,60}}的(?:通知|决定)({_NUMBER})"
)
_ORDER_LINE = re.compile(r"(?:中华人民共和国)?主席令")
_ORDER_NUMBER = re.compile(r"[（(]?(第[一二三四五六七八九十百〇零0-9]+[号號])[)）]?")
_ANNOUNCED = re.compile(r"[（(]?(?:[〔\[][^〔〕\[\]]{2,8}[〕\]])?第[一二三四五六七八九十百〇零\d]+[号號][)）]?")
_TOLD_ORDER = re.compile(r"第([一二三四五六七八九十百〇零]+|\d+)[号號]主席令")
_TITLE_END = re.compile(
    r"(?:通知|决定|決定|公告|公示|公示表|通报|名单|名單|任免|任命|免职|任职|命令|令|函|意见|批复|报告|请示|通告|方案|办法|规定|细则|条例|人员|公报|纪要|决议|要点|计划|规划|(?:聘任|聘用|竞聘|选聘|选举|任用)结果|一览表)"
    r"(?:[（(][^（()）]*[)）])?$"
)
_TITLE_LAST = frozenset("知定告示表报報单單免命职令函见复件案法规则例员要议点划果）)")
_SALUTATION = re.compile("[县縣市区區局委部门門会會室司校院站厂组位所处處团政府]")
_PERSONNEL = re.compile(
    r"任免|任职|任職|免职|免職|任命|免去|任用|聘任|解聘|人事|职务|職務|试用期|拟任|拟提拔|辞去|辭去|当选|選舉|选举|职级|挂职|更正|撤销|撤銷|罢免|補選|补选|离任|岗位聘|考察对象|考察预告|(?:竞聘|聘用|选聘)结果|聘用公告"
)
_ISSUER = re.compile(
    r"[^，。；：:、？！“”《》]{2,40}(?:政府|委|会|會|局|部|院|厅|廳|处|處|办|室|公司|集团|学|校|組|组|法院|站|中心|社|行|厂|所|团|院党组)(?:文件)?"
)


class Head(Struct, frozen=True):
    """Where a paper begins: lines `first` … `body` - 1 are its head, `titles` those of the title among them."""

    first: int
    body: int
    titles: tuple[int, ...] = ()
    number: str = ""
    printed_by: str = ""
    """The issuer that a red head (…文件) or a line above 关于 names."""


def find_number(text: str) -> str:
    """The document number that a squashed line is, brackets as 〔〕 and digits as 0–9; empty when it is none.

    >>> find_number("三政任[2020]1号"), find_number("国办发〔2019〕11号精神")
    ('三政任〔2020〕1号', '')
    """
    match = _NUMBER_LINE.fullmatch(text)
    if not match:
        return ""
    number = (match[1] or match[2]).translate(_BRACKETS)
    parts = None if number.isascii() else _PARTS.fullmatch(number)
    if parts is None:
        return number
    return f"{parts[1]}{parse_number(parts[2]):04}{parts[3]}{''.join(str(int(digit)) for digit in parts[4])}{parts[5]}"


def find_told_order(lines: Sequence[Line]) -> str:
    """The number of the president's order that news tell: where several are told, that of the first that appoints.

    >>> from loaders.lines import squash_line
    >>> told = ("第七十一号主席令说：某法已由会议通过。", "第七十二号主席令说：任命某人为部长。")
    >>> find_told_order([squash_line(text, 0) for text in told])
    '主席令第七十二号'
    """
    number = ""
    for line in lines:
        told = _TOLD_ORDER.search(line.text)
        number = told[1] if told else number
        if number and ("任命" in line.text or "免去" in line.text):
            break
    return f"主席令第{number}号" if number else ""


def is_personnel(title: str) -> bool:
    """Whether a title speaks of appointments."""
    return bool(_PERSONNEL.search(title))


def ends_title(text: str) -> bool:
    """Whether a squashed line ends as titles do.

    >>> ends_title("关于周长青等3人职务任免的通知"), ends_title("任免的通知（第2号）"), ends_title("任命周长青为主任")
    (True, True, False)
    """
    return bool(_TITLE_END.search(text))


def is_issuer(text: str) -> bool:
    """Whether a squashed line is nothing but the name of a body."""
    return bool(_ISSUER.fullmatch(text))


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """The heads of all papers with a number, of orders of the president, and of titles that a salutation or session follows."""
    heads: list[Head] = []
    floor = 0
    for i, line in enumerate(lines):
        text = line.text
        if i < floor or len(text) > 80:
            continue
        last = text[-1]
        if (last in "号號)）★☆*" and ("号" in text or "號" in text)) or "签发人" in text:
            head = _numbered(lines, i, floor)
        elif last in _TITLE_LAST and _TITLE_END.search(text):
            head = _titled(lines, i, floor)
        else:
            head = None
        if head is not None:
            heads.append(head)
            floor = head.body
    return heads


def _numbered(lines: Sequence[Line], i: int, floor: int) -> Head | None:
    text = lines[i].text
    number = find_number(text)
    if number:
        return _head_at(lines, i, number, floor)
    if i > floor and lines[i - 1].text.endswith("公告") and _ANNOUNCED.fullmatch(text):
        first = _title_start(lines, i - 1, floor)
        return Head(first, i + 1, tuple(range(first, i)), "公告" + text)
    order = _ORDER_NUMBER.fullmatch(text)
    if order and i > floor - 1 and i and _ORDER_LINE.fullmatch(lines[i - 1].text):
        return Head(i - 1, i + 1, (i - 1,), "主席令" + order[1], "中华人民共和国主席")
    return None


def _titled(lines: Sequence[Line], i: int, floor: int) -> Head | None:
    """The head whose title ends in line `i`, if a salutation or the session that decided follows; else it is no paper's title."""
    if lines[i].text.startswith("附"):
        return None
    first = _title_start(lines, i, floor)
    title = "".join(line.text for line in lines[first : i + 1])
    about = "关于" in title or "關於" in title or "關于" in title
    if not about and not is_personnel(title):
        return None
    after = i + 1
    while after < len(lines) and LABELS.match(lines[after].raw):
        after += 1
    follows = lines[after].text if after < len(lines) else ""
    number = find_number(follows)
    if number:
        return Head(first, after + 1, tuple(range(first, i + 1)), number)
    if follows[:1] in "（(" and follows[-1:] not in "）)" and after + 1 < len(lines):
        follows += lines[after + 1].text  # the session may take two lines
    session = follows[:1] in "（(" and follows[-1:] in "）)" and ("通过" in follows or "通過" in follows)
    if session or (about and follows[-1:] in "：:" and _SALUTATION.search(follows)):
        return Head(first, i + 1, tuple(range(first, i + 1)))
    return None


def _head_at(lines: Sequence[Line], i: int, number: str, floor: int) -> Head:
    """The head around the number line `i`: the title above it, or below it when the number is printed first."""
    match = _NUMBER_LINE.fullmatch(lines[i].text)
    if match and match[2]:
        return Head(_with_issuer(lines, i, floor), i + 1, (i,), number)
    j = i - 1
    while j >= floor and LABELS.match(lines[j].raw):
        j -= 1
    red = j >= floor and lines[j].text.endswith("文件")
    if j >= floor and not red and _TITLE_END.search(lines[j].text):
        first = _title_start(lines, j, floor)
        return Head(first, i + 1, tuple(range(first, j + 1)), number)
    printed_by = lines[j].text.removesuffix("文件") if red and is_issuer(lines[j].text) else ""
    first = j if printed_by else i
    for k in range(i + 1, min(i + 6, len(lines))):
        if lines[k].text[-1] in "：:。；":
            break
        if _TITLE_END.search(lines[k].text):
            return Head(first, k + 1, tuple(range(i + 1, k + 1)), number, printed_by)
    return Head(first, i + 1, (), number, printed_by)


def _title_start(lines: Sequence[Line], last: int, floor: int) -> int:
    """The first line of the title that ends in line `last`: up to 关于 and the issuer in front of it."""
    for k in range(last, max(floor, last - 5) - 1, -1):
        text = lines[k].text
        at = max(text.find(word) for word in ("关于", "關於", "關于"))
        if at == 0:
            return _with_issuer(lines, k, floor)
        if at > 0 or k == floor or lines[k - 1].text[-1] in "。；：:，”）)日" or LABELS.match(lines[k - 1].raw):
            return k
    return last


def _with_issuer(lines: Sequence[Line], k: int, floor: int) -> int:
    """Line `k` or the first of the lines above it that name issuers (two bodies may issue together)."""
    while k - 1 >= floor and is_issuer(lines[k - 1].text):
        k -= 1
    return k
