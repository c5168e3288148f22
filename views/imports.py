"""Import: papers are read and shown first, stored only when confirmed, by a worker whose progress every visit to the page shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.errors import InputError
from graph.model import Reading
from graph.store.load import LoadReport, load_readings
from graph.store.run import Progress
from loaders.pipeline import read_bytes
from views import jobs, state, store, tables
from views.days import bounds_of, day_text
from views.words import known, t

TYPES = ("txt", "html", "htm")
MEGABYTES = 50
PREVIEW_AT_MOST = 500
NAMED = 3


def show() -> None:
    st.title(t("nav.import"))
    st.caption(t("import.about", types="、".join(TYPES), size=MEGABYTES))
    files = st.file_uploader(
        t("import.choose"),
        type=list(TYPES),
        accept_multiple_files=True,
        key=f"{state.UPLOADS}_{st.session_state.get(state.UPLOADS, 0)}",
    )
    if files:
        preview([read(file.name, file.getvalue()) for file in files])
    history()


def read(name: str, content: bytes) -> Reading | str:
    """What the file says, or in one line why it cannot be read.

    Its path holds a part of its digest: two uploads of one name are two sources, and neither takes the other's place.
    """
    try:
        return read_bytes(content, f"uploads/{hashlib.sha256(content).hexdigest()[:8]}/{name}")
    except InputError as error:
        return str(error)


def preview(results: Sequence[Reading | str]) -> None:
    """What would be stored and what was not understood, before anything is stored."""
    readings = [one for one in results if isinstance(one, Reading)]
    for one in results:
        if isinstance(one, str):
            st.error(one)
    acts, issues = acts_of(readings), issues_of(readings)
    notices = sum(len(reading.notices) for reading in readings)
    st.header(t("import.preview"))
    names = (
        ("import.files", len(readings)),
        ("import.notices", notices),
        ("import.acts", len(acts)),
        ("import.issues", len(issues)),
    )
    for column, (name, value) in zip(st.columns(len(names)), names, strict=True):
        column.metric(t(name), value, border=True)
    if any(issue.kind == "restricted" for reading in readings for issue in reading.issues):
        st.warning(t("import.restricted"))
    if len(acts):
        if len(acts) > PREVIEW_AT_MOST:
            st.caption(t("table.first", shown=PREVIEW_AT_MOST, total=len(acts)))
        tables.show(
            acts.head(PREVIEW_AT_MOST),
            ("seq", "action", "person", "gender", "organization", "post", "qualifier", "day", "doc_number", "clause"),
            key="import_acts",
            alt=t("import.acts"),
            pick=False,
        )
    if len(issues):
        st.subheader(t("import.issues"))
        tables.show(issues, ("kind", "text", "reason", "source"), key="import_issues", alt=t("import.issues"), pick=False)
    if not readings:
        return
    if not len(acts):
        st.info(t("import.no_acts"))
    if st.button(t("import.confirm"), type="primary"):
        jobs.start(readings, load)
        st.session_state[state.UPLOADS] = st.session_state.get(state.UPLOADS, 0) + 1
        st.rerun()


def load(readings: Sequence[Reading], progress: Progress) -> LoadReport:
    """Store the readings; runs in the worker, so it takes the connection of the process."""
    return load_readings(store.graph(), readings, progress=progress)


def acts_of(readings: Sequence[Reading]) -> pd.DataFrame:
    """The acts read, as the preview shows them."""
    rows = []
    for reading in readings:
        numbers = {notice.notice_id: notice.doc_number for notice in reading.notices}
        for act in reading.acts:
            day = day_text(bounds_of({"not_before": act.not_before, "not_after": act.not_after}))
            rows.append(
                {
                    "seq": act.seq,
                    "action": act.action,
                    "person": act.person,
                    "gender": act.gender,
                    "organization": act.organization,
                    "post": act.post,
                    "qualifier": act.qualifier,
                    "day": act.effective or day,
                    "doc_number": numbers.get(act.notice_id, ""),
                    "clause": act.clause,
                }
            )
    return pd.DataFrame(rows)


def issues_of(readings: Sequence[Reading]) -> pd.DataFrame:
    """What was not understood, as the preview shows it."""
    return pd.DataFrame(
        [
            {"kind": issue.kind, "text": issue.text, "reason": issue.reason, "source": reading.source.path}
            for reading in readings
            for issue in reading.issues
        ]
    )


def history() -> None:
    """The loads of this process, those that run with their progress, and the ones that the graph remembers."""
    found = jobs.all_jobs()
    st.header(t("import.jobs"))
    if any(job.state == "running" for job in found):
        running()
    for job in found:
        if job.state != "running":
            finished(job)
    loads = store.frame("load/state")
    if loads.empty and not found:
        st.info(t("import.no_jobs"))
    elif len(loads):
        tables.show(loads, ("version", "state", "started_at", "finished_at"), key="loads", alt=t("import.jobs"), pick=False)


@st.fragment(run_every="1s")
def running() -> None:
    """The progress of what runs, asked for anew every second; when the last one is done the whole page follows."""
    active = [job for job in jobs.all_jobs() if job.state == "running"]
    for job in active:
        part = min(job.done / job.total, 1.0) if job.total else 0.0
        stage = known(f"stage.{job.stage}", job.stage)
        st.progress(part, text=t("import.running", files=named(job.files), stage=stage))
    if not active:
        st.rerun(scope="app")


def named(paths: Sequence[str]) -> str:
    """The first files by name, and how many there are."""
    first = "、".join(path.rsplit("/", 1)[-1] for path in paths[:NAMED])
    return t("import.more", files=first, n=len(paths)) if len(paths) > NAMED else first


def finished(job: jobs.Job) -> None:
    """What a load did, or why it failed; what was stored before stays whole."""
    files = named(job.files)
    if job.state == "failed":
        st.error(t("import.failed", files=files, what=job.error))
        return
    st.success(t("import.done", files=files, at=job.started))
    if job.report:
        st.caption(
            t(
                "import.report",
                new=job.report.sources_new,
                changed=job.report.sources_changed,
                same=job.report.sources_unchanged,
                added=job.report.acts_added,
                removed=job.report.acts_removed,
                issues=job.report.issues,
                seconds=f"{job.report.seconds:.1f}",
            )
        )


show()
