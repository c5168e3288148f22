"""The notice writer: a table of acts → the text of the paper that announces them, in the form its issuer uses.

Governments and party committees write a notice (通知), a standing committee a list of its session (任免名单), a congress an
announcement of its election (公告); attestations make the roster of a group or a commendation. Reading the text gives the
table again. Nothing is written that the table does not say; what has no formal wording raises UsageError.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import UsageError
from graph.export import notice_lists
from graph.export.notice_clauses import group_clauses, write_clause
from graph.export.notice_table import ActRow, Paper, check_rows, chinese_day, day_of

__all__ = ["ActRow", "Paper", "write_notice"]

_BY_PROCEDURE = "以上职务的任免，请按有关法律、法规及章程规定办理。"
_DIGITS = "零一二三四五六七八九"
_PLAIN = Paper()


def write_notice(rows: Sequence[ActRow], paper: Paper = _PLAIN) -> str:
    """The text of one notice; raises UsageError for a table that is not one notice or that has no formal wording.

    >>> row = ActRow(seq=1, person="高远", action="appoint", organization="澜川市水务局", post="局长", issuer="澜川市人民政府")
    >>> print(write_notice([row]).splitlines()[1])
    关于高远职务任免的通知
    """
    check_rows(rows)
    issuer = rows[0].issuer
    if any(row.action == "attest" for row in rows):
        return _list(rows, paper)
    if issuer.endswith("常务委员会"):
        return _session(rows, paper)
    if issuer.endswith("人民代表大会"):
        return _election(rows, paper)
    return _notice(rows, paper)


def default_title(rows: Sequence[ActRow], paper: Paper = _PLAIN) -> str:
    """What the paper is called with its issuer in front, in one line."""
    issuer, heads = rows[0].issuer, _heads(rows, paper)
    if any(row.action == "attest" for row in rows):
        return issuer + notice_lists.title(rows, paper)
    if issuer.endswith("常务委员会"):
        return f"{issuer}任免名单"
    if issuer.endswith("人民代表大会"):
        return f"{issuer}公告"
    comrade = "同志" if issuer.startswith("中共") else ""
    count = f"等{heads}{'名' if comrade else '人'}" if heads > 1 else ""
    return f"{issuer}关于{rows[0].person}{count}{comrade}职务任免的通知"


def _notice(rows: Sequence[ActRow], paper: Paper) -> str:
    issuer = rows[0].issuer
    organ = "经市人民政府研究，决定：" if issuer.endswith("市人民政府") else "经研究，决定："
    body = [f"{paper.recipients or _recipients(issuer)}：", f"　　{organ}"]
    body += _marked([f"　　{clause}" for clause in _clauses(rows)])
    if paper.by_procedure:
        body.append(f"　　{_BY_PROCEDURE}")
    return _joined(_head(rows, paper), body, _foot(rows, paper))


def _session(rows: Sequence[ActRow], paper: Paper) -> str:
    """A list of a standing committee: the session stands under the title, no signature under the text."""
    day = chinese_day(day_of(rows[0].issued)) if rows[0].issued else ""
    decided = [f"（{day}{paper.meeting}通过）"] if day or paper.meeting else []
    items = [f"　　{_numeral(n)}、{clause}" for n, clause in enumerate(_clauses(rows), 1)]
    return _joined([_title(rows, paper), *filter(None, [rows[0].doc_number]), *decided], _marked(items))


def _election(rows: Sequence[ActRow], paper: Paper) -> str:
    body = [f"　　现将{paper.meeting or '会议'}选举结果公告如下：", *_marked([f"　　{clause}" for clause in _clauses(rows)])]
    return _joined(_head(rows, paper), body, _foot(rows, paper))


def _list(rows: Sequence[ActRow], paper: Paper) -> str:
    opening = notice_lists.opening(rows, paper, _heads(rows, paper))
    body = [f"{paper.recipients or _recipients(rows[0].issuer)}：", f"　　{opening}"]
    return _joined(_head(rows, paper), body, _foot(rows, paper), notice_lists.attached(rows, paper))


def _clauses(rows: Sequence[ActRow]) -> list[str]:
    return [write_clause(clause, rows[0].issuer) for clause in group_clauses(rows)]


def _marked(lines: list[str]) -> list[str]:
    """Each line with ；, the last with 。."""
    return [line + ("。" if n == len(lines) else "；") for n, line in enumerate(lines, 1)]


def _head(rows: Sequence[ActRow], paper: Paper) -> list[str]:
    number = rows[0].doc_number
    return [_title(rows, paper), *(["", number] if number else [])]


def _title(rows: Sequence[ActRow], paper: Paper) -> str:
    """The title as set: the issuer on a line of its own where a notice follows it."""
    title = rows[0].notice_title or default_title(rows, paper)
    rest = title.removeprefix(rows[0].issuer)
    return f"{rows[0].issuer}\n{rest}" if rest != title and rest.startswith("关于") else title


def _foot(rows: Sequence[ActRow], paper: Paper) -> list[str]:
    signature = [rows[0].issuer] if paper.signed else []
    return signature + ([chinese_day(day_of(rows[0].issued))] if rows[0].issued else [])


def _heads(rows: Sequence[ActRow], paper: Paper) -> int:
    return len({row.who for row in rows}) if paper.heads is None else paper.heads


def _recipients(issuer: str) -> str:
    if issuer.startswith("中共"):
        return "各县（市、区）委，市委各部门"
    if issuer.endswith("县人民政府"):
        return "各乡（镇）人民政府，县人民政府各部门"
    if "市人民政府" in issuer:
        return "各县（市、区）人民政府，市人民政府各部门"
    return "各有关单位"


def _numeral(number: int) -> str:
    """The number of an item as a list prints it, from 1 to 99; raises UsageError above."""
    if number > 99:
        raise UsageError("A list of a session has at most 99 items.", "Write it as several lists.")
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _joined(*blocks: list[str]) -> str:
    """The blocks with an empty line between them and a line end at the end."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
