"""`notice/reshuffle`: one row a person from the acts of a notice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Row = dict[str, object]


def finish(rows: Sequence[Mapping[str, object]], params: Mapping[str, object]) -> list[Row]:
    """One row for each notice and person, in reading order of their first act.

    >>> acts = [
    ...     {"notice_id": "n1", "issuer": "", "person_id": "p1", "person": "周长青", "action": "appoint", "post": "服务中心主任",
    ...      "probation": False, "others": ["周建文"]},
    ...     {"notice_id": "n1", "issuer": "", "person_id": "p1", "person": "周长青", "action": "dismiss", "post": "接待办公室主任",
    ...      "probation": False, "others": ["李宝松"]},
    ... ]
    >>> [(row["from"], row["to"], row["replaces"], row["replaced_by"]) for row in finish(acts, {})]
    [(['接待办公室主任'], ['服务中心主任'], ['周建文'], ['李宝松'])]
    """
    people: dict[tuple[object, object], list[Mapping[str, object]]] = {}
    for row in rows:
        people.setdefault((row["notice_id"], row["person_id"]), []).append(row)
    return [_person(acts) for acts in people.values()]


def _person(acts: Sequence[Mapping[str, object]]) -> Row:
    entered = [act for act in acts if act["action"] in ("appoint", "nominate")]
    left = [act for act in acts if act["action"] not in ("appoint", "nominate")]
    first = acts[0]
    return {
        "person": first["person"],
        "from": _once(act["post"] for act in left),
        "to": _once(act["post"] for act in entered),
        "direction": _direction(entered),
        "replaced_by": _once(name for act in left for name in _names(act)),
        "replaces": _once(name for act in entered if act["action"] == "appoint" for name in _names(act)),
        "under_way": any(act["action"] == "nominate" for act in entered),
        "issuer": first["issuer"],
        "notice_id": first["notice_id"],
        "person_id": first["person_id"],
    }


def _direction(entered: Sequence[Mapping[str, object]]) -> str:
    if not entered:
        return ""
    return "up" if any(act["probation"] for act in entered) else "unknown"


def _names(act: Mapping[str, object]) -> list[object]:
    others = act["others"]
    return list(others) if isinstance(others, list) else []


def _once(values: Iterable[object]) -> list[object]:
    return list(dict.fromkeys(values))
