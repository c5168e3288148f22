"""Reading what the notice writer wrote gives the table again."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.export.notice import ActRow, Paper, write_notice
from graph.export.notice_table import rows_of
from graph.model import Act, Notice, Reading
from loaders.pipeline import read_text

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
CITY, PARTY = "澜川市人民政府", "中共澜川市委"
COMMITTEE, CONGRESS = "澜川市人民代表大会常务委员会", "澜川市人民代表大会"
SERIES = {CITY: "澜政任", PARTY: "澜委任"}
PERSON = st.builds(
    str.__add__,
    st.sampled_from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"),
    st.text(st.sampled_from("建文晓玲志远国强海燕明华"), min_size=1, max_size=2),
)
BODY = st.sampled_from(
    ["澜川市教育局", "澜川市财政局", "澜川市文化广电和旅游局", "澜川市中心医院", "澜川市第一中学", "澜川市人民政府驻北京联络处"]
)
TITLES = {"局": ["局长", "副局长", "党组书记"], "院": ["院长", "副院长"], "学": ["校长", "副校长"], "处": ["主任", "副主任"]}
RANK = st.sampled_from(["一级调研员", "三级调研员", "四级主任科员"])
DAY = st.dates(date(2020, 1, 1), date(2024, 12, 31)).map(date.isoformat)


@st.composite
def posts(draw: st.DrawFn, most: int = 2) -> list[tuple[str, str, str]]:
    """One to `most` different posts and perhaps a rank beside the last one: organization, title, kind."""
    found: list[tuple[str, str, str]] = []
    for body in draw(st.lists(BODY, min_size=1, max_size=most, unique=True)):
        found.append((body, draw(st.sampled_from(TITLES[body[-1]])), "post"))
    if draw(st.booleans()):
        found.append((found[-1][0], draw(RANK), "rank"))
    return found


@st.composite
def clause(draw: st.DrawFn, person: str, issuer: str) -> list[dict[str, object]]:
    """The acts of one sentence on one person, in the words of the table; a congress does nothing but elect."""
    who = {"person": person, "gender": draw(st.sampled_from(["", "", "女"])), "ethnicity": draw(st.sampled_from(["", "", "回族"]))}
    if issuer == CONGRESS:
        body = draw(BODY)
        return [{"action": "appoint", "organization": body, "post": draw(st.sampled_from(TITLES[body[-1]])), **who}]
    if draw(st.integers(0, 9)) == 0:
        body, said = draw(BODY), draw(st.sampled_from(["撤销任职决定", "撤销免职决定", "取消提名"]))
        return [{"action": "revoke", "organization": body, "post": TITLES[body[-1]][0], "qualifier": (said,), **who}]
    action = draw(st.sampled_from(["appoint", "appoint", "dismiss", "nominate", "retire", "resign", "confirm"]))
    entered = draw(posts()) if action in ("appoint",) else draw(posts().map(lambda found: [p for p in found if p[2] == "post"]))
    acts: list[dict[str, object]] = [
        {"action": action, "organization": body, "post": title, "kind": kind, **who} for body, title, kind in entered
    ]
    if action == "appoint" and draw(st.booleans()):
        acts[0]["qualifier"] = draw(
            st.sampled_from([("试用期为一年",), ("正县级",), ("代理",), ("兼",), ("挂职一年",), ("主持工作",)])
        )
    if action == "retire":
        return [{**act, "qualifier": ("退休",)} for act in acts]
    if action in ("appoint", "confirm") and draw(st.booleans()):
        since, printed = draw(st.sampled_from([("2011-03", "2011年3月"), ("2011-12-05", "2011年12月5日")]))
        said = f"任职时间自{printed}起计算"
        return [{**act, "effective": since, "qualifier": (*act.get("qualifier", ()), said)} for act in acts]
    if action in ("appoint", "nominate") and draw(st.booleans()):
        left = draw(BODY.filter(lambda body: all(act["organization"] != body for act in acts)))
        acts.append({"action": "dismiss", "organization": left, "post": TITLES[left[-1]][0], "kind": "post", **who})
    return acts


@st.composite
def tables(draw: st.DrawFn) -> list[ActRow]:
    """The table of one paper of a government, a party committee, a standing committee or a congress."""
    issuer = draw(st.sampled_from([CITY, CITY, PARTY, COMMITTEE, CONGRESS]))
    issued = draw(st.one_of(st.just(""), DAY))
    number = f"{SERIES[issuer]}〔{issued[:4] or 2021}〕{draw(st.integers(1, 60))}号" if issuer in SERIES else ""
    people = draw(st.lists(PERSON, min_size=1, max_size=6, unique=True))
    acts = [act for person in people for act in draw(clause(person, issuer))]
    head = {"issuer": issuer, "doc_number": number, "issued": issued}
    return [ActRow(seq=seq, **{**head, **act}) for seq, act in enumerate(acts, 1)]  # type: ignore[arg-type]


@st.composite
def rosters(draw: st.DrawFn) -> list[ActRow]:
    """The table of a roster: a chief, perhaps deputies, members, each with one post or two."""
    group = draw(st.sampled_from(["澜川市防汛指挥部", "澜川市城市更新工作领导小组"]))
    people = draw(st.lists(PERSON, min_size=2, max_size=8, unique=True))
    roles = [
        "组长",
        *sorted(draw(st.lists(st.sampled_from(["副组长", "成员"]), min_size=len(people) - 1, max_size=len(people) - 1)))[::-1],
    ]
    titled = [(person, role, post) for person, role in zip(people, roles, strict=True) for post in draw(posts())]
    head = {
        "issuer": CITY + "办公室",
        "doc_number": "澜政办〔2021〕3号",
        "issued": draw(DAY.map(lambda day: "2021" + day[4:]).filter(lambda day: day[5:] != "02-29")),
    }
    return [
        ActRow(seq=seq, person=person, action="attest", organization=body, post=title, kind=kind, qualifier=(group, role), **head)  # type: ignore[arg-type]
        for seq, (person, role, (body, title, kind)) in enumerate(titled, 1)
    ]


def row_of(act: Act, notice: Notice) -> ActRow:
    """The act as a row of the table, without the title."""
    return ActRow(
        seq=act.seq,
        person=act.person,
        gender=act.gender,
        ethnicity=act.ethnicity,
        action=act.action,
        organization=act.organization,
        post=act.post,
        kind=act.kind,
        qualifier=act.qualifier,
        effective=act.effective,
        doc_number=notice.doc_number,
        issuer=notice.issuer,
        issued=notice.issued_date.isoformat() if notice.issued_date else "",
    )


def rows_read(reading: Reading) -> list[ActRow]:
    notices = {notice.notice_id: notice for notice in reading.notices}
    return [row_of(act, notices[act.notice_id]) for act in reading.acts]


@settings(max_examples=80, deadline=None)
@given(table=tables(), by_procedure=st.booleans(), signed=st.booleans())
def test_reading_a_written_notice_gives_the_table_again(table: list[ActRow], by_procedure: bool, signed: bool) -> None:
    reading = read_text(write_notice(table, Paper(by_procedure=by_procedure, signed=signed)), "made.txt")
    assert rows_read(reading) == table
    assert {issue.kind for issue in reading.issues} <= {"undated", "date_range", "contradiction"}  # of which made tables are full


@settings(max_examples=30, deadline=None)
@given(table=rosters())
def test_reading_a_written_roster_gives_the_table_again(table: list[ActRow]) -> None:
    reading = read_text(write_notice(table), "made.txt")
    assert rows_read(reading) == table
    assert not reading.issues


def sample_papers() -> dict[str, list[ActRow]]:
    papers: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (SAMPLE / "acts.csv").open(encoding="utf-8", newline="") as handle:
        for line in csv.DictReader(handle):
            papers[line["file"]].append(line)
    return {file: rows_of(lines) for file, lines in papers.items()}


@pytest.mark.parametrize("file", sorted(sample_papers()))
def test_each_paper_of_the_sample_reads_back_as_its_rows(file: str) -> None:
    text = (SAMPLE / "notices" / file).read_text(encoding="utf-8")
    reading = read_text(text, file)
    assert rows_read(reading) == sample_papers()[file]
    expected = {"2022/government-4.txt": {"head_count"}, "2023/government-4.txt": {"undated"}}
    assert {issue.kind for issue in reading.issues} == expected.get(file, set())
