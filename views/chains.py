"""Chains of moves as drawings: from the rows of `post/chains` to boxes and arrows, and the sentence behind each arrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from views import address, evidence, store
from views.days import bounds_of, day_text
from views.drawings.chain import SIZES, Arrow, Chain, Place, Size, chain_svg, wide_of
from views.drawings.component import Form, drawing
from views.rows import records
from views.sidebar import FIRST_DAY
from views.words import t

Steps = Sequence[dict[str, Any]]

SIDEWAYS = 620
"""From this width on a chain runs from left to right, with a scroll bar where it is longer."""

LEFT_EMPTY = ("unfilled", "superseded")
"""How a chain ends when the last post that somebody left has nobody in it."""


def chain_of(rows: Steps) -> Chain:
    """The drawing of one chain, its steps in order: step k moves a person into the post that step k - 1 left."""
    closed, ended = bool(rows[0]["closed"]), rows[0]["ended_by"]
    first = rows[0]["to_post"] and not closed
    places = [Place(organization=rows[0]["to_organization"], post=rows[0]["to_post"])] if first else []
    for row in rows:
        if not row["from_post"]:
            places.append(Place(post=t("chain.newcomer"), empty=True))
            continue
        empty = row is rows[-1] and ended in LEFT_EMPTY
        note = t("chain.empty" if empty else "chain.left", person=row["person"])
        places.append(Place(organization=row["from_organization"], post=row["from_post"], note=note, empty=empty))
    shown = rows if first or closed else rows[1:]
    arrows = [Arrow(step_id=str(row["step"]), person=row["person"], day=day_of_step(row), tip=said(row)) for row in shown]
    return Chain(title=title(rows), places=tuple(places), arrows=tuple(arrows), closed=closed)


def day_of_step(row: dict[str, Any]) -> str:
    """When the step was made, as far as that is known; bounds in two lines."""
    bounds = bounds_of(row)
    if bounds.day or not bounds.known:
        return bounds.day.isoformat() if bounds.day else ""
    return f"{bounds.not_before or '?'} –\n{bounds.not_after or '?'}"


def said(row: dict[str, Any]) -> str:
    """A step in one sentence, for reading aloud and for the tip."""
    origin = row["from_organization"] + row["from_post"] or t("chain.newcomer")
    goal = row["to_organization"] + row["to_post"] or t("chain.unseen")
    return t("chain.step", person=row["person"], origin=origin, goal=goal, day=day_text(bounds_of(row)))


def title(rows: Steps) -> str:
    """What a chain is called: its people in order, and how many steps."""
    people = "、".join(dict.fromkeys(row["person"] for row in rows))
    return t("chain.swap" if rows[0]["closed"] else "chain.title", people=people, n=len(rows))


def chains_in(start: date, end: date) -> list[Steps]:
    """The chains of a period, longest first, closed ones after the others."""
    frame = store.frame("post/chains", **{"from": start, "to": end})
    groups: list[Steps] = [records(group.sort_values("step")) for _, group in frame.groupby("chain_id", sort=False)]
    return sorted(groups, key=lambda rows: (bool(rows[0]["closed"]), -len(rows)))


def show(rows: Steps, *, key: str) -> None:
    """One chain drawn; the step picked shows the sentences of that person's move."""
    chain = chain_of(rows)
    st.subheader(chain.title)
    if not chain.closed:
        st.caption(t("chain.ends", how=t(f"chain.ended.{rows[0]['ended_by']}")))
    forms = [
        Form(0, chain_svg(chain, upright=True, name=f"{key}u")),
        *(Form(needs(chain, size), chain_svg(chain, size=size, name=f"{key}{size.box}")) for size in SIZES),
    ]
    chosen = address.asked(address.STEP) if address.asked(address.CHAIN) == rows[0]["chain_id"] else ""
    picked = drawing(forms, key=f"chain_{key}", selected=chosen)
    if picked and picked != chosen:
        address.put(**{address.CHAIN: rows[0]["chain_id"], address.STEP: picked})
        st.rerun()
    for step in rows:
        if str(step["step"]) == chosen:
            with st.container(border=True):
                sentences(step, key)


def needs(chain: Chain, size: Size) -> int:
    """The room that a size asks for; the smallest one is content with less and scrolls."""
    wide = wide_of(chain, size)
    return min(wide, SIDEWAYS) if size == SIZES[-1] else wide


def sentences(step: dict[str, Any], key: str) -> None:
    """Who moved, and the clauses that say so: the leaving of the one post and the entering of the other."""
    st.markdown(said(step))
    address.link("person.py", t("go.person", person=step["person"]), person=step["person_id"])
    acts = evidence.of_person(step["person_id"]).drop_duplicates("act_id")
    evidence.sentences(acts[acts["act_id"].isin([step["left_by"], step["entered_by"]])], key=key)


def of_person(person_id: str) -> None:
    """The chains that a person's moves belong to."""
    found = store.shared(_by_person).get(person_id, [])
    if found:
        st.header(t("person.chains"))
    for place, rows in enumerate(found):
        show(rows, key=f"p{place}")


def _by_person() -> dict[str, list[Steps]]:
    """All chains, by the people in them."""
    found: dict[str, list[Steps]] = {}
    for rows in chains_in(FIRST_DAY, store.coverage_end() or date.today()):
        for person_id in {row["person_id"] for row in rows}:
            found.setdefault(person_id, []).append(rows)
    return found


def table_of(groups: Sequence[Steps]) -> pd.DataFrame:
    """All steps of all chains, numbered as they stand on the page."""
    return pd.DataFrame([{**row, "chain": place} for place, rows in enumerate(groups, 1) for row in rows])
