"""Lists of members and of people commended → acts of kind attest: they show somebody in a post without appointing them.

`qualifier` of such an act is the group and the role in it, as printed; a commendation has no group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from graph.model import Kind
from loaders.columns import find_columns, find_header
from loaders.fold import fold
from loaders.passage import NoticeText, ParsedAct, Passage
from loaders.posts import find_title, split_titles

_GROUP = re.compile(
    r"(?:附件?\d*[:：]?)?(?P<group>.{2,60}?)(?:组成人员|领导成员|主要成员|组成|成员)?名[单單]$|.*?成立(?P<set>.{2,50}?)的(?:通知|决定)$"
    r"|.*?(?:调整|公布|明确)(?P<moved>.{2,50}?)(?:组成)?(?:成员|人员)的通知$"
)
_SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])(?P<role>.{2,30})$")
_ROLE = re.compile(r"(?P<role>[\u4e00-\u9fff（）]{1,12})[:：](?P<rest>.*)$")
_MEMBER = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:[（(](?P<gender>[女男])[)）])?[（(](?P<title>[^（()）]{2,}(?:[（(][^（()）]*[)）][^（()）]*)*)[)）][、，,；;。]?"
)
_OFFICE = re.compile(
    r"(?:下设|(?:指挥部|领导小组|工作组|委员会|组委会|专班|协调小组)(?=[^，。；]{0,6}办公室设在))(?P<office>[^，。；]{0,8}?办公室).{0,200}?[，,。；]"
    r"(?:(?:办公室)?(?P<first>副?主任)由)?(?P<name>[\u4e00-\u9fff·]{2,8}?)同志(?:[（(](?P<title>[^（()）]+)[)）])?"
    r"(?P<also>兼任?|任|担任)(?:[^，。；]{0,8}?办公室)?(?P<role>副?主任)?"
)
"""组委会下设办公室，办公室设在市体育局，张睿同志（市体育局副局长）任办公室主任. 办公室主任由李默同志兼任."""
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}")
_MARKS = re.compile(r"(?:(?P<gender>[女男])[，、,])?(?:(?P<ethnicity>[\u4e00-\u9fff]{1,6}族)[，、,])?")
_HEADS_OF_PLACES = re.compile(r"(?:常务)?副?(?:市|县|区|州|省|镇|乡|旗)长$")
_UNIT_END = re.compile(
    r"(?:公司|集团|厂|矿|油田|医院|卫生院|大学|学院|学校|中学|小学|幼儿园|局|委员会|政府|中心|站|所|院|社|队|行|场|园|室|科|处|村|社区|街道|馆|台)$"
)
_ORGANIZATIONS = re.compile(r"单位$|集体$|企业$|部门$|组织$")


class Member(Struct, frozen=True):
    """One entry of a list: who, in which group and role, with which titles, and where it stands."""

    name: str
    group: str
    role: str
    title: str
    gender: str
    text: str
    start: int
    end: int


def parse_rosters(notice: NoticeText) -> list[ParsedAct]:
    """The attestations of a paper's lists in reading order.

    Somebody with several titles gives several acts; a member without a title gives one without organization and post.
    """
    acts: list[ParsedAct] = []
    for number, member in enumerate(iter_members(notice.rosters, notice.title), 1):
        qualifier = tuple(part for part in (member.group, member.role) if part)
        marks = _MARKS.match(member.title)
        assert marks is not None
        for organization, post, kind in _posts(member.title[marks.end() :], notice.place):
            acts.append(
                ParsedAct(
                    clause_no=number,
                    action="attest",
                    person=member.name,
                    gender=member.gender or marks["gender"] or "",
                    ethnicity=marks["ethnicity"] or "",
                    organization=organization,
                    post=post,
                    kind=kind,
                    qualifier=qualifier,
                    clause=member.text,
                    start=member.start,
                    end=member.end,
                )
            )
    return acts


def iter_members(lines: Sequence[Passage], heading: str = "") -> Iterator[Member]:
    """The entries of the lists that begin in these lines, under the heading of their paper."""
    group = _group(heading)
    role = ""
    praised = not group and not _is_membership(heading)
    listing = False
    titles: dict[str, str] = {}
    header: dict[str, int] | None = None
    for line in lines:
        text = line.text
        if line.cells:
            header = find_header(line) or header
            yield from _row_members(line, header, group)
            continue
        if line.heading:
            group, praised = _group(text), not _is_membership(text)
            group, role, listing = "" if praised else group, "", True
            continue
        office = _OFFICE.search(text) if "办公室" in text else None
        if office and (office["role"] or office["first"]):
            also = "（兼）" if office["also"].startswith("兼") else ""
            name, post = office["name"], (office["role"] or office["first"]) + also
            title = office["title"] or titles.get(name, "")
            yield Member(name, group + office["office"], post, title, "", text, *line.span(0, len(text)))
            continue
        section = _SECTION.match(text)
        if section and praised and not find_columns(line):
            role = section["role"]
            continue
        named = _ROLE.match(text)
        if named and not praised:
            role, rest, at = named["role"], named["rest"], named.start("rest")
            listing = True
        else:
            rest, at = text, 0
        if praised:
            entry = find_columns(line)
            if entry and not _ORGANIZATIONS.search(role) and not _is_unit(entry[1]):
                yield Member(entry[0], "", role, entry[1], "", text, *line.span(0, len(text)))
            continue
        if not listing or len(text) > 400:
            continue
        for member in _members(line, rest, at, group, role):
            titles.setdefault(member.name, member.title)
            yield member


def _row_members(row: Passage, header: dict[str, int] | None, group: str) -> Iterator[Member]:
    """The person of a row of a table whose head is known; nothing for the head itself."""
    if header is None or find_header(row):
        return
    cell = {key: row.cells[i].text if i < len(row.cells) else "" for key, i in header.items()}
    if _NAME.fullmatch(cell["name"]):
        title = cell.get("unit", "") + cell.get("post", "")
        yield Member(cell["name"], group, cell.get("role", ""), title, "", row.text, *row.span(0, len(row.text)))


def _members(line: Passage, rest: str, at: int, group: str, role: str) -> Iterator[Member]:
    """The people of one line of a committee: name（title）, one after the other; nothing when anything else stands in it."""
    end = 0
    found = []
    for match in _MEMBER.finditer(rest):
        if match.start() != end:
            return
        end = match.end()
        start, stop = line.span(at + match.start(), at + match.end())
        found.append(Member(match["name"], group, role, match["title"], match["gender"] or "", match[0], start, stop))
    if found and end == len(rest):
        yield from found
    elif not found and role:
        entry = find_columns(line, at)
        if entry:
            yield Member(entry[0], group, role, entry[1], "", line.text[at:], *line.span(at, len(line.text)))


def _is_unit(text: str) -> bool:
    """Whether what stands beside a name is where somebody works, without a post."""
    return find_title(fold(text)) is None and _UNIT_END.search(text) is not None


def _group(title: str) -> str:
    match = _GROUP.match(title)
    return (match["group"] or match["set"] or match["moved"]) if match else ""


def _is_membership(heading: str) -> bool:
    """Whether a list names the members of a group, rather than people commended."""
    return bool(re.search(r"成员|组成|委员|领导|机构|小组|专班|指挥部", heading))


def _posts(title: str, place: str) -> list[tuple[str, str, Kind]]:
    """Organization, post and kind of each title; a bare head of a place takes the place of the paper."""
    if not title:
        return [("", "", "post")]
    posts: list[tuple[str, str, Kind]] = []
    for organization, post, kind in split_titles(title):
        if not organization and _HEADS_OF_PLACES.fullmatch(post):
            organization = place
        posts.append((organization, post, kind))
    return posts or [("", title, "post")]
