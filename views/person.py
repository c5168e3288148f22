"""A person: the posts held in one line, the career as a timeline with the sentence behind each bar, the chains it belongs to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from graph.answer.rows import person_ids
from views import address, chains, empty, evidence, sidebar, state, statements, store, tables
from views.days import bounds_of, day_text
from views.drawings.career import KINDS, career_svg, last_day_known
from views.drawings.component import Form, drawing, standalone
from views.holding import bar_of, post_line, standing
from views.rows import records
from views.words import known, t

WIDTHS = (330, 430, 560, 700, 860, 1040)


def show() -> None:
    asked = address.asked(address.PERSON)
    if not asked:
        choose()
        return
    ids = person_ids(store.graph(), asked)
    if len(ids) != 1:
        missing(asked, ids)
        return
    facts = store.rows(statements.PERSON, person=ids[0])[0]
    career = store.frame("person/career", person=ids[0])
    head(facts, career)
    if career.empty:
        st.info(t("person.no_career"))
    else:
        timeline(facts, career)
    ranks(ids[0])
    chains.of_person(ids[0])
    namesakes(facts)


def choose() -> None:
    """Without a person asked for: the way to one."""
    st.title(t("nav.person"))
    text = address.asked(address.TEXT)
    address.follow(state.SEARCH_TEXT, text)
    st.text_input(
        t("person.search"),
        key=state.SEARCH_TEXT,
        type="search",
        placeholder=t("person.placeholder"),
        on_change=address.taken_from(state.SEARCH_TEXT, address.TEXT),
    )
    if not text:
        recent()
        return
    people = store.frame("person/search", text=text)
    if people.empty:
        empty.found(text)
    else:
        listed(people)


def recent() -> None:
    """Those whom the newest papers name: a way in, however many people are stored."""
    acts = store.frame("overview/latest")
    people = acts[acts["person_id"].notna()].drop_duplicates("person_id").reset_index(drop=True)
    if people.empty:
        empty.graph()
        return
    st.caption(t("person.recent"))
    row = tables.show(people, ("person", "action", "organization", "post", "date"), key="people", alt=t("nav.person"), opens=True)
    if row:
        address.go("person.py", person=row["person_id"])


def listed(people: pd.DataFrame) -> None:
    """People to choose from, each with the post held or last seen in."""
    columns = ("person", "gender", "organization", "post", "status")
    row = tables.show(people, columns, key="people", alt=t("nav.person"), opens=True)
    if row:
        address.go("person.py", person=row["person_id"])


def missing(asked: str, ids: list[str]) -> None:
    """An id that nobody bears, or a name that several bear."""
    st.title(t("nav.person"))
    if not ids:
        st.info(t("person.unknown", asked=asked))
        address.link("person.py", t("person.all"))
        return
    st.info(t("person.several", asked=asked, n=len(ids)))
    listed(store.frame("person/search", text=asked))


def head(facts: dict[str, Any], career: pd.DataFrame) -> None:
    """The name, what is held on the as-of date, and how much evidence there is."""
    st.title(str(facts["person"]))
    on, covered = sidebar.as_of(), store.coverage_end()
    held = [(row, standing(row, on, covered)) for row in records(career)]
    certain = post_line((str(row["organization"]), str(row["post"])) for row, how in held if how == "certain" and not row["acting"])
    acting = post_line((str(row["organization"]), str(row["post"])) for row, how in held if how == "certain" and row["acting"])
    possible = post_line((str(row["organization"]), str(row["post"])) for row, how in held if how == "possible")
    lines = [
        t("person.current", posts=certain) if certain else "",
        t("person.acting", posts=acting) if acting else "",
        t("person.possible", posts=possible) if possible else "",
    ]
    said = " · ".join(line for line in lines if line) or t("person.none_held", day=on)
    marks = "".join(f" · {facts[name]}" for name in ("gender", "ethnicity") if facts[name])
    acts = sum(len(ids) for ids in career["act_ids"]) if len(career) else 0
    st.markdown(said)
    st.caption(t("person.evidence", acts=acts, day=on) + marks)


def timeline(facts: dict[str, Any], career: pd.DataFrame) -> None:
    """The drawing and, beside or under it, the card of the tenure chosen."""
    proofs = evidence.of_person(facts["person_id"])
    clauses = proofs.groupby("tenure_id")["clause"].agg("\n".join).to_dict() if len(proofs) else {}
    bars = [bar_of(row, tip(row, clauses.get(row["tenure_id"], ""))) for row in records(career)]
    on = sidebar.as_of()
    covered = last_day_known(bars, store.coverage_end() or on)
    title = t("person.timeline", person=facts["person"])
    legend = {part: t(f"legend.{part}") for part in (*KINDS, "fade", "inferred")}
    forms = [
        Form(
            width,
            career_svg(
                bars,
                width=width,
                as_of=on,
                known_to=covered,
                title=title,
                as_of_label=t("asof.line", day=on),
                legend=legend,
                name=f"career{width}",
            ),
        )
        for width in WIDTHS
    ]
    chosen = address.asked(address.TENURE)
    if chosen not in set(career["tenure_id"]):
        chosen = str((career if (held := career[career["status"] == "current"]).empty else held)["tenure_id"].iloc[-1])
    with st.container(key="beside"):
        left, right = st.columns([2, 1], gap="medium")
        with left:
            picked = drawing(forms, key="career", selected=chosen)
            st.download_button(
                t("drawing.download"), standalone(forms[-1].markup), f"{facts['person']}.svg", "image/svg+xml", on_click="ignore"
            )
            table(career)
        if picked and picked != chosen:
            address.put(**{address.TENURE: picked})
            st.rerun()
        with right, st.container(border=True):
            card(facts, records(career[career["tenure_id"] == chosen])[0], proofs[proofs["tenure_id"] == chosen], on)


def tip(row: dict[str, Any], clause: str) -> str:
    """What hovering or focusing a bar says: its days and the sentence."""
    return f"{span(row)}\n{clause}".strip()


def span(row: dict[str, Any]) -> str:
    """From when to when, in words."""
    if row["status"] == "nominated":
        return t("span.nominated", day=day_text(bounds_of(row, "nominated")))
    end = t("span.open") if row["status"] == "current" else day_text(bounds_of(row, "end"))
    return t("span", start=day_text(bounds_of(row, "start")), end=end)


def card(facts: dict[str, Any], row: dict[str, Any], proofs: pd.DataFrame, on: date) -> None:
    """One tenure: what it is, since when and until when, how that is known, the sentences, and how to cite it."""
    st.subheader(str(row["post"]))
    address.link("organization.py", str(row["organization"]), org=row["organization_id"])
    st.markdown(span(row))
    notes = [known(f"status.{row['status']}", str(row["status"]))]
    notes += [t(f"flag.{flag}") for flag in ("acting", "concurrent", "seconded", "by_procedure") if row[flag]]
    if row["end_basis"] and row["end_basis"] != "stated":
        notes.append(t("person.inferred", rule=known(f"end_basis.{row['end_basis']}", row["end_basis"])))
    if due := bounds_of({"date": row["probation_due"]}).day:
        notes.append(t("person.probation", day=due))
    st.caption(" · ".join(notes))
    evidence.sentences(proofs, key="card")
    st.caption(t("cite"))
    st.code(citation(facts, row, proofs, on), language=None, wrap_lines=True)


def citation(facts: dict[str, Any], row: dict[str, Any], proofs: pd.DataFrame, on: date) -> str:
    """Person, post, days, papers, as-of date, data version and an address that shows the same again."""
    papers = "；".join(dict.fromkeys(evidence.paper(act) for act in records(proofs)))
    base = st.context.url or "/person"
    query = "&".join(
        f"{name}={value}"
        for name, value in (("person", facts["person_id"]), ("tenure", row["tenure_id"]), ("asof", on.isoformat()))
    )
    return t(
        "cite.tenure",
        person=facts["person"],
        post=f"{row['organization']}{row['post']}",
        span=span(row),
        papers=papers,
        day=on,
        version=store.version().day or t("day.unknown"),
        link=f"{base.split('?')[0]}?{query}",
    )


def table(career: pd.DataFrame) -> None:
    """The same career as a table, for those who cannot or would rather not read the drawing."""
    with st.expander(t("as_table")):
        frame = career.copy()
        rows = records(career)
        frame["start"] = [day_text(bounds_of(row, "nominated" if row["status"] == "nominated" else "start")) for row in rows]
        frame["end"] = [t("span.open") if row["status"] == "current" else day_text(bounds_of(row, "end")) for row in rows]
        frame["end"] = ["" if row["status"] == "nominated" else end for row, end in zip(rows, frame["end"], strict=True)]
        columns = ("organization", "post", "status", "start", "end", "end_basis", "acting", "concurrent", "seconded", "doc_numbers")
        picked = tables.show(frame, columns, key="career_table", alt=t("as_table"))
        if picked and picked["tenure_id"] != address.asked(address.TENURE):
            address.put(**{address.TENURE: picked["tenure_id"]})
            st.rerun()


def ranks(person_id: str) -> None:
    """Ranks stand apart: they have no seat, vacancy or chain."""
    found = store.frame("person/ranks", person=person_id)
    if found.empty:
        return
    st.header(t("person.ranks"))
    rows = records(found)
    found["start"] = [day_text(bounds_of(row, "start")) for row in rows]
    found["end"] = [day_text(bounds_of(row, "end")) if bounds_of(row, "end").known else "" for row in rows]
    tables.show(found, ("rank", "organization", "start", "end"), key="ranks", alt=t("person.ranks"), pick=False)


def namesakes(facts: dict[str, Any]) -> None:
    """Others of the same name, who are other people as far as the papers tell."""
    others = store.rows(statements.NAMESAKES, name=facts["person"], person=facts["person_id"])
    if others:
        st.header(t("person.namesakes"))
        st.caption(t("person.namesakes.note"))
        for place, other in enumerate(others, 1):
            address.link("person.py", f"{other['person']}（{place}）", person=other["person_id"])


show()
