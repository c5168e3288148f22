"""Chains of moves as drawings: from the rows of `post/chains` to boxes and arrows, and the sentence behind each arrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from views import address, evidence, store
from views.days import bounds_of, day_text
from views.drawings.chain import Arrow, Chain, Place, chain_svg, wide_of
from views.drawings.component import Form, drawing
from views.rows import records
from views.sidebar import FIRST_DAY
from views.words import known, t


def chain_of(rows: Sequence[dict[str, Any]]) -> Chain:
    """The drawing of one chain, its steps in order: step k moves a person into the post that step k - 1 left."""
    closed = bool(rows[0]["closed"])
    places, arrows = [], []
    if not closed and rows[0]["to_post"]:
        places.append(Place(organization=text(rows[0]["to_organization"]), post=text(rows[0]["to_post"])))
    for row in rows:
        vacant = not closed and row is rows[-1]
        if row["from_post"]:
            note = t("chain.left", person=row["person"])
            places.append(Place(organization=text(row["from_organization"]), post=text(row["from_post"]), note=note, empty=vacant))
        else:
            places.append(Place(post=t("chain.newcomer"), empty=True))
        arrows.append(
            Arrow(
                step_id=str(row["step"]),
                person=text(row["person"]),
                day=day_of_step(row),
                tip=said(row),
                possible=bool(row.get("possible")),
            )
        )
    if not closed and not rows[0]["to_post"]:
        arrows = arrows[1:]
    return Chain(title=title(rows), places=tuple(places), arrows=tuple(arrows), closed=closed)


def text(value: Any) -> str:
    return "" if value is None else str(value)


def day_of_step(row: dict[str, Any]) -> str:
    """The day of a step as far as the answer gives one."""
    bounds = bounds_of(row)
    return day_text(bounds) if bounds.known else ""


def said(row: dict[str, Any]) -> str:
    """A step in one sentence, for reading aloud and for the tip."""
    origin = text(row["from_organization"]) + text(row["from_post"]) or t("chain.newcomer")
    goal = text(row["to_organization"]) + text(row["to_post"]) or t("chain.unseen")
    return t("chain.step", person=row["person"], origin=origin, goal=goal)


def title(rows: Sequence[dict[str, Any]]) -> str:
    """What a chain is called: its people in order, and how many."""
    people = "、".join(dict.fromkeys(text(row["person"]) for row in rows))
    return t("chain.swap" if rows[0]["closed"] else "chain.title", people=people, n=len(rows))


def chains_in(start: date, end: date) -> list[list[dict[str, Any]]]:
    """The chains of a period, longest first, closed ones after the others."""
    frame = store.frame("post/chains", **{"from": start, "to": end})
    groups = [records(group.sort_values("step")) for _, group in frame.groupby("chain_id", sort=False)]
    return sorted(groups, key=lambda rows: (bool(rows[0]["closed"]), -len(rows)))


def show(rows: Sequence[dict[str, Any]], *, key: str) -> None:
    """One chain drawn; the step picked shows the sentences of that person's move."""
    chain = chain_of(rows)
    st.subheader(chain.title)
    ends = [known(f"chain.ended.{rows[0]['ended_by']}", text(rows[0]["ended_by"]))] if text(rows[0].get("ended_by")) else []
    if ends and not chain.closed:
        st.caption(t("chain.ends", how=ends[0]))
    forms = [
        Form(0, chain_svg(chain, upright=True, name=f"{key}u")),
        Form(wide_of(chain), chain_svg(chain, upright=False, name=f"{key}w")),
    ]
    chosen = address.asked(address.STEP) if address.asked(address.CHAIN) == text(rows[0]["chain_id"]) else ""
    picked = drawing(forms, key=f"chain_{key}", selected=chosen)
    if picked and picked != chosen:
        address.put(**{address.CHAIN: rows[0]["chain_id"], address.STEP: picked})
        st.rerun()
    step = next((row for row in rows if str(row["step"]) == chosen), None)
    if step:
        with st.container(border=True):
            sentences(step, key)


def sentences(step: dict[str, Any], key: str) -> None:
    """Who moved, and the clauses that say so: the leaving of the one post and the entering of the other."""
    st.markdown(said(step))
    people = [step["person_id"]] if text(step.get("person_id")) else _ids(text(step["person"]))
    posts = {(text(step[f"{side}_organization"]), text(step[f"{side}_post"])) for side in ("from", "to")}
    for person_id in people:
        career = store.frame("person/career", person=person_id)
        pairs = zip(career["organization"], career["post"], career["tenure_id"], strict=True)
        tenures = {tenure for organization, post, tenure in pairs if (organization, post) in posts}
        if not tenures:
            continue
        address.link("person.py", t("go.person", person=step["person"]), person=person_id)
        acts = evidence.of_person(person_id)
        evidence.sentences(acts[acts["tenure_id"].isin(tenures)].drop_duplicates("act_id"), key=f"{key}{person_id}")


def _ids(name: str) -> list[str]:
    found = store.frame("person/search", text=name)
    return [str(one) for one in found[found["person"] == name]["person_id"]]


def of_person(person_id: str, name: str) -> None:
    """The chains that a person's moves belong to."""
    found = [
        rows
        for rows in chains_in(FIRST_DAY, store.coverage_end() or date.today())
        if any(person_id == row["person_id"] if text(row.get("person_id")) else name == row["person"] for row in rows)
    ]
    if found:
        st.header(t("person.chains"))
    for place, rows in enumerate(found):
        show(rows, key=f"p{place}")


def table_of(groups: Sequence[Sequence[dict[str, Any]]]) -> pd.DataFrame:
    """All steps of all chains, numbered as they stand on the page."""
    return pd.DataFrame([{**row, "chain": place} for place, rows in enumerate(groups, 1) for row in rows])
