"""From acts to operative sentences: one clause for what one sentence says of one person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.dates import Bounds
from graph.export.notice_table import ActRow, chinese_day
from graph.model import CLOSING, Action

ACTING = ("代理", "代")
RETIRED = "退休"
COUNTS_FROM = "任职时间"
"""How the qualifier begins that says again, as printed, what `effective` holds."""
_OPENING: frozenset[Action] = frozenset({"appoint", "nominate"})
_BRACKETED: frozenset[Action] = _OPENING | {"confirm"}
"""Qualifiers stand in brackets at the post; those of an act that ends a post stand behind 职务, those of a list before the name."""

_CANCELLED = {
    "撤销任职决定": "撤销关于任命{who}为{posts}的决定",
    "撤销免职决定": "撤销关于免去{who}的{posts}职务的决定",
    "取消提名": "取消{who}的{posts}提名",
}
_OWN_BODIES = re.compile("法院|检察院|人民代表大会|人大")
"""Bodies whose people a standing committee appoints itself; those of the government it *decides to* appoint."""


def group_clauses(rows: Sequence[ActRow]) -> list[list[ActRow]]:
    """The rows in clauses: neighbours of one person whose actions one sentence can carry, in the order given."""
    clauses: list[list[ActRow]] = []
    for row in rows:
        if clauses and _joins(clauses[-1][-1], row):
            clauses[-1].append(row)
        else:
            clauses.append([row])
    return clauses


def _joins(last: ActRow, row: ActRow) -> bool:
    """Whether the sentence that ends with `last` can go on with `row` and still say of each act what the table says."""
    if row.who != last.who or row.effective != last.effective:
        return False
    if row.action == "revoke":
        return False
    if row.action == last.action:
        # What stands behind 职务 would be read as said of the last post alone.
        return row.action not in CLOSING or not (_behind(row) or _behind(last))
    return row.action == "dismiss" and last.action in _OPENING and not _behind(row) and not last.effective


def write_clause(rows: Sequence[ActRow], issuer: str) -> str:
    """The sentence that does these acts, without its closing mark; raises UsageError for an act that has no formal wording.

    >>> row = ActRow(seq=1, person="高远", gender="女", action="appoint", organization="澜川市水务局", post="局长")
    >>> write_clause([row], "澜川市人民政府")
    '任命高远（女）为澜川市水务局局长'
    """
    first = rows[0]
    opening = [row for row in rows if row.action == first.action]
    text = _phrase(opening, _name(first, issuer), issuer)
    if left := [row for row in rows if row.action != first.action]:
        text += f"，免去其{posts_said(left)}职务"
    return text


def _phrase(rows: Sequence[ActRow], who: str, issuer: str) -> str:
    row = rows[0]
    posts, remark = posts_said(rows), _behind(row)
    match row.action:
        case "appoint":
            return _appointing(row, issuer).format(who=who, posts=posts) + _counting_from(row)
        case "nominate":
            return f"提名{who}为{posts}人选" + _counting_from(row)
        case "confirm":
            return f"{who}试用期满，正式任{posts}" + _counting_from(row)
        case "dismiss":
            deciding = "决定" if _decides(row, issuer) else ""
            return f"{deciding}免去{who}的{posts}职务{remark}" + _counting_from(row)
        case "retire":
            return f"免去{who}的{posts}职务{remark}，{RETIRED}" + _counting_from(row)
        case "resign":
            return f"接受{who}辞去{posts}职务的请求{remark}" + _counting_from(row)
        case "revoke":
            return _revoking(row).format(who=who, posts=posts)
        case "die" | "attest":
            raise row.problem(f"a notice has no wording for {row.action} among these acts.")


def _appointing(row: ActRow, issuer: str) -> str:
    if issuer.startswith("中共"):
        return "{who}任{posts}"
    if issuer.endswith("人民代表大会"):
        return "选举{who}为{posts}"
    return ("决定" if _decides(row, issuer) else "") + "任命{who}为{posts}"


def _revoking(row: ActRow) -> str:
    wording = _CANCELLED.get("".join(row.qualifier))
    if not wording:
        raise row.problem(f"a revocation says what it cancels: its qualifier is one of {', '.join(_CANCELLED)}.")
    return wording


def _decides(row: ActRow, issuer: str) -> bool:
    return issuer.endswith("常务委员会") and not _OWN_BODIES.search(row.organization)


def _name(row: ActRow, issuer: str) -> str:
    marks = "，".join(filter(None, (row.gender, row.ethnicity)))
    comrade = "同志" if issuer.startswith("中共") else ""
    return row.person + comrade + (f"（{marks}）" if marks else "")


def posts_said(rows: Sequence[ActRow]) -> str:
    """The posts joined by 、; an organization is said once for the titles in it that follow each other."""
    said, parts = "", []
    for row in rows:
        acting = next((word for word in ACTING if word in row.qualifier), "")
        notes = "，".join(part for part in row.qualifier if part != acting and not part.startswith(COUNTS_FROM))
        body = "" if row.organization == said else row.organization
        brackets = f"（{notes}）" if notes and row.action in _BRACKETED else ""
        parts.append(f"{body}{acting}{row.post}{brackets}")
        said = row.organization
    return "、".join(parts)


def _behind(row: ActRow) -> str:
    """The remark behind 职务 of an act that ends a post."""
    notes = "，".join(part for part in row.qualifier if part not in (*ACTING, RETIRED))
    return f"（{notes}）" if notes else ""


def _counting_from(row: ActRow) -> str:
    """What the clause says of the day from which it counts: as the qualifier has it, else made from `effective`."""
    printed = [part for part in row.qualifier if part.startswith(COUNTS_FROM)]
    if not row.effective and not printed:
        return ""
    if row.action not in ("appoint", "confirm"):
        raise row.problem("only an appointment or a confirmation says from when it counts.")
    since = _chinese_since(row)
    if any(since not in part for part in printed):
        raise row.problem(f"the qualifier and effective {row.effective!r} differ.")
    return "，" + (printed[0] if printed else f"{COUNTS_FROM}自{since}起计算")


def _chinese_since(row: ActRow) -> str:
    try:
        bounds = Bounds.of(row.effective)
    except ValueError:
        raise row.problem(f"effective {row.effective!r} is no ISO day or month.") from None
    if len(row.effective) == 4 or not bounds.not_before:
        raise row.problem(f"effective {row.effective!r} is no ISO day or month.")
    return chinese_day(bounds.day) if bounds.day else f"{bounds.not_before.year}年{bounds.not_before.month}月"
