"""Loads that run beside the pages: a change of page or a closed window ends none of them, and any page can ask how far one is."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct

from graph.errors import GraphError
from graph.model import Reading
from graph.store.load import LoadReport
from graph.store.run import Progress

log = logging.getLogger("views.jobs")

KEPT = 20
"""Finished jobs that are remembered, newest first; the loads themselves are in the graph."""


class Job(Struct, kw_only=True):
    """One load. Written by its worker alone, read by pages."""

    job_id: str
    files: tuple[str, ...]
    started: str
    state: Literal["running", "done", "failed"] = "running"
    stage: str = "waiting"
    done: int = 0
    total: int = 0
    report: LoadReport | None = None
    error: str = ""


Work = Callable[[Sequence[Reading], Progress], LoadReport]

_jobs: dict[str, Job] = {}
_lock = threading.Lock()


def start(readings: Sequence[Reading], work: Work) -> Job:
    """Begin a load in a thread of its own and return its job at once."""
    job = Job(
        job_id=secrets.token_hex(4),
        files=tuple(reading.source.path for reading in readings),
        started=datetime.now().strftime("%Y-%m-%d %H:%M:%S"),
    )
    with _lock:
        _jobs[job.job_id] = job
        for old in list(_jobs)[:-KEPT]:
            if _jobs[old].state != "running":
                del _jobs[old]
    threading.Thread(target=_run, args=(job, readings, work), name=f"load-{job.job_id}", daemon=True).start()
    return job


def _run(job: Job, readings: Sequence[Reading], work: Work) -> None:
    def progress(stage: str, done: int, total: int) -> None:
        job.stage, job.done, job.total = stage, done, total

    try:
        job.report = work(readings, progress)
        job.state = "done"
    except GraphError as error:
        job.error, job.state = str(error), "failed"
    except Exception as error:  # the edge of the thread: nobody above would hear of it
        log.exception("load %s failed", job.job_id)
        job.error, job.state = f"{type(error).__name__} ({job.job_id})", "failed"


def all_jobs() -> list[Job]:
    """The jobs of this process, newest first."""
    with _lock:
        return list(reversed(_jobs.values()))
