"""Loads beside the pages: they go on without a page, say how far they are, and fail in words."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from graph.errors import BusyError
from graph.model import Reading, Source
from graph.store.load import LoadReport
from graph.store.run import Progress
from views import jobs


@pytest.fixture(autouse=True)
def no_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has the memory of a fresh process."""
    monkeypatch.setattr(jobs, "_jobs", {})


READING = Reading(source=Source(source_id="s1", path="通知.txt", sha256="", kind="txt"))


def ended(job: jobs.Job) -> jobs.Job:
    """The job when its worker has ended."""
    for thread in threading.enumerate():
        if thread.name == f"load-{job.job_id}":
            thread.join(10)
    return job


def test_a_job_tells_its_stage_while_it_runs_and_its_report_when_done() -> None:
    reached, go_on = threading.Event(), threading.Event()

    def work(readings: Sequence[Reading], progress: Progress) -> LoadReport:
        progress("persons", 3, 7)
        reached.set()
        assert go_on.wait(10)
        return LoadReport(sources_new=len(readings))

    job = jobs.start([READING], work)
    assert reached.wait(10)
    assert (job.state, job.stage, job.done, job.total) == ("running", "persons", 3, 7)
    assert jobs.all_jobs()[0] is job
    go_on.set()
    done = ended(job)
    assert done.state == "done" and done.report == LoadReport(sources_new=1)
    assert done.files == ("通知.txt",)


def test_a_load_that_is_refused_fails_with_the_words_of_the_error() -> None:
    def work(readings: Sequence[Reading], progress: Progress) -> LoadReport:
        raise BusyError("Another load is running.", "Wait for it.")

    job = ended(jobs.start([READING], work))
    assert (job.state, job.error) == ("failed", "Another load is running. Wait for it.")


def test_a_defect_in_a_load_is_named_by_the_id_of_the_job() -> None:
    def work(readings: Sequence[Reading], progress: Progress) -> LoadReport:
        raise KeyError("post")

    job = ended(jobs.start([READING], work))
    assert job.state == "failed" and job.job_id in job.error
