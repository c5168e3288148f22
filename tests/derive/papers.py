"""Small made-up papers for the rules' tests: notices of one city and their acts, written as one line each."""

from __future__ import annotations

from datetime import date

from graph.derive.readings import WholeReading
from graph.derive.whole import derive_all
from graph.ids import act_id, notice_id
from graph.model import Act, Judgement, Notice, Tenure

CITY = "云州市"


class Papers:
    """Collects notices and acts; `read()` derives everything from them."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.acts: list[Act] = []

    def paper(
        self,
        issued: str,
        *lines: str,
        number: str = "",
        issuer: str = CITY + "人民政府",
        place: str = CITY,
        by_procedure: bool = False,
        not_before: str = "",
        not_after: str = "",
    ) -> list[Act]:
        """One notice; a line is a clause of acts separated by ；: `appoint 周明远 云州市教育局 局长 试用期为一年`.

        After the post follow qualifiers, and of the form key=value gender, effective, decided, target, previous.
        """
        number = number or f"云政任〔{issued[:4] or '2020'}〕{len(self.notices) + 1}号"
        day = date.fromisoformat(issued) if issued else None
        notice = Notice(
            notice_id=notice_id(issuer, number, "", "", ""),
            title=f"{issuer}关于职务任免的通知",
            doc_number=number,
            issuer=issuer,
            place=place,
            issued_date=day,
            not_before=day or _day(not_before),
            not_after=day or _day(not_after),
            marks_women=any("gender=女" in line for line in lines),
            by_procedure=by_procedure,
        )
        self.notices.append(notice)
        acts: list[Act] = []
        for clause, line in enumerate(lines, 1):
            for words in line.split("；"):
                acts.append(_act(notice, clause, len(acts) + 1, words.split()))
        self.acts += acts
        return acts

    def read(self, *judgements: Judgement) -> WholeReading:
        return derive_all(self.notices, self.acts, judgements)

    def tenures(self, name: str = "", title: str = "") -> list[Tenure]:
        """The tenures of a name in a title, in order of what is known of their days."""
        reading = self.read()
        names = {person.person_id: person.name for person in reading.persons}
        titles = {post.post_id: post.title for post in reading.posts}
        found = [t for t in reading.tenures if name in ("", names[t.person_id]) and title in ("", titles[t.post_id])]
        return sorted(found, key=lambda t: (t.start_not_after or t.end_not_after or date.max, t.tenure_id))


def judgement(kind: str, left: Act, right: Act, verdict: str) -> Judgement:
    return Judgement(
        judgement_id=f"j{left.act_id}{right.act_id}",
        kind=kind,
        left=left.act_id,
        right=right.act_id,
        verdict=verdict,
        by="周审核",
        at="2026-01-01T00:00:00",
    )


def _act(notice: Notice, clause: int, seq: int, words: list[str]) -> Act:
    action, person, organization, post, *rest = words
    fields = dict(word.split("=", 1) for word in rest if "=" in word)
    organization, post = organization.replace("-", ""), post.replace("-", "")
    return Act(
        act_id=act_id(
            notice.notice_id, action, person, fields.get("gender", ""), organization, post, fields.get("effective", ""), seq
        ),
        notice_id=notice.notice_id,
        seq=seq,
        clause_no=clause,
        action=action,
        person=person,
        organization=organization,
        post=post,
        kind=fields.pop("kind", "post"),
        qualifier=tuple(word for word in rest if "=" not in word),
        issued_date=notice.issued_date,
        not_before=notice.not_before,
        not_after=notice.not_after,
        clause=" ".join(words),
        **fields,
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
