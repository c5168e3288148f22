"""The seed gazette as records: its acts and rosters as the answers give them, its seven notices as its facts describe them."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from graph.ids import act_id, notice_id
from graph.model import Act, Notice

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
PLACE = "三门峡市"
ISSUER = "三门峡市人民政府"
PRINTED = date(2020, 11, 27)
ISSUED = {
    "三政任〔2020〕1号": "2020-02-08",
    "三政任〔2020〕2号": "2020-06-05",
    "三政任〔2020〕3号": "2020-06-05",
    "三政任〔2020〕4号": "2020-06-05",
    "三政任〔2020〕5号": "2020-07-24",
    "三政任〔2020〕6号": "2020-10-31",
    "三政任〔2020〕7号": "",
}
CLOSING_SENTENCE = {f"三政任〔2020〕{number}号" for number in (2, 3, 4, 5)}
TITLE = re.compile(
    r"(?:常务)?副?(?:局长|主任|市长|区长|县长|书记|部长|主席|秘书长|院长|校长|组长|科长|站长|总编)$"
    r"|(?:党组成员|常委|干事|总工程师|负责人|专干|副县级干部|[一二三四]级[\u4e00-\u9fff]+|机关党委副书记)$"
)


def skip_without_seed() -> None:
    if not SEED.is_dir():
        pytest.skip("the reference gazette is not there")


def _rows(name: str) -> list[dict[str, str]]:
    with (SEED / name).open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@cache
def seed_acts() -> tuple[tuple[Notice, ...], tuple[Act, ...]]:
    """The seven notices and their 101 acts. A clause is an appointment or nomination with what is dismissed along with it."""
    notices: dict[str, Notice] = {}
    acts: list[Act] = []
    clause, before = 0, ("", "")
    for row in _rows("acts.csv"):
        number = row["doc_number"]
        identity = notice_id(ISSUER, number, "", "", "")
        if identity not in notices:
            day = date.fromisoformat(ISSUED[number]) if ISSUED[number] else None
            notices[identity] = Notice(
                notice_id=identity,
                title=f"关于职务任免的通知 {number}",
                doc_number=number,
                issuer=ISSUER,
                place=PLACE,
                issued_date=day,
                not_before=day,
                not_after=day or PRINTED,
                marks_women=any(r["gender"] == "女" for r in _rows("acts.csv") if r["doc_number"] == number),
                by_procedure=number in CLOSING_SENTENCE,
            )
        if (identity, row["person"]) != before:
            clause += 1
        before = (identity, row["person"])
        acts.append(_act(notices[identity], row, clause, int(row["seq"])))
    return tuple(notices.values()), tuple(acts)


@cache
def seed_rosters() -> tuple[tuple[Notice, ...], tuple[Act, ...]]:
    """The rosters' papers and the post of every row, split where its organization's name ends; a rank where the title is one."""
    notices: dict[str, Notice] = {}
    acts: list[Act] = []
    for seq, row in enumerate(_rows("rosters.csv"), 1):
        number = row["doc_number"]
        identity = notice_id(ISSUER, number, "", "", "")
        day = date.fromisoformat(row["date"])
        notices.setdefault(
            identity,
            Notice(
                notice_id=identity, doc_number=number, issuer=ISSUER, place=PLACE, issued_date=day, not_before=day, not_after=day
            ),
        )
        for title in row["title_as_written"].split("、")[:1]:
            match = TITLE.search(title)
            cut = match.start() if match else len(title)
            kind = "rank" if title.endswith(("调研员", "主任科员", "警长")) else "post"
            written = {
                "person": row["person"],
                "gender": "",
                "action": "attest",
                "organization": title[:cut],
                "post": title[cut:],
                "kind": kind,
                "qualifier": "；".join(filter(None, (row["group"], row["role"]))),
            }
            acts.append(_act(notices[identity], written, seq, seq))
    return tuple(notices.values()), tuple(acts)


def _act(notice: Notice, row: dict[str, str], clause: int, seq: int) -> Act:
    return Act(
        act_id=act_id(notice.notice_id, row["action"], row["person"], row["gender"], row["organization"], row["post"], "", 1)
        if row["action"] != "attest"
        else act_id(notice.notice_id, row["action"], row["person"], row["gender"], row["organization"], row["post"], "", seq),
        notice_id=notice.notice_id,
        seq=seq,
        clause_no=clause,
        action=row["action"],
        person=row["person"],
        gender=row["gender"],
        organization=row["organization"],
        post=row["post"],
        kind=row["kind"],
        qualifier=tuple(filter(None, row["qualifier"].split("；"))),
        issued_date=notice.issued_date,
        not_before=notice.not_before,
        not_after=notice.not_after,
        clause=f"{row['person']} {row['organization']}{row['post']}",
    )
