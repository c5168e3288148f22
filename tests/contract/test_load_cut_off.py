"""A load that is killed, or whose server is, leaves whole sources, and the next writer finishes what it began."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.settings import Settings
from graph.store import local_server, pending
from graph.store.checks import status
from graph.store.client import Graph, connect
from graph.store.load import load_readings, reading_of_graph, rebuild, unload_paths
from graph.store.local_files import LocalFiles
from graph.store.rebuild import DERIVED, drop_derived, touch_everything
from tests.bench import ROOT
from tests.store.papers import count, derived_from, differences, facts_of, facts_of_graph, paper

PAPERS = [
    paper(
        ("dismiss", f"王{name}", "青田市教育局", "局长"),
        ("appoint", f"李{name}", "青田市教育局", "局长"),
        ("dismiss", f"李{name}", "青田市财政局", "局长"),
        number=number,
        day=f"2020-{number:02}-10",
        path=f"{number}.txt",
    )
    for number, name in enumerate("伟静强丽敏杰军艳", 1)
]


@pytest.mark.parametrize("stage", ["acts", "persons", "organizations", "chains"])
def test_killed_load_leaves_whole_sources_and_the_next_load_finishes_it(graph: Graph, server: Settings, stage: str) -> None:
    _load_and_be_killed(server, stage)
    assert pending.unfinished(graph)
    assert not status(graph).sound
    stored = {row["path"] for row in graph.read("MATCH (s:Source) RETURN s.path AS path")}
    whole = [reading for reading in PAPERS if reading.source.path in stored]
    assert stored
    assert facts_of_graph(graph) == facts_of(whole)
    report = load_readings(graph, PAPERS)
    assert report.finished == 1
    assert (report.sources_unchanged, report.sources_new) == (len(whole), len(PAPERS) - len(whole))
    _is_complete(graph)


@pytest.mark.parametrize("stage", ["acts", "organizations"])
def test_interrupted_load_ends_at_the_next_batch_and_leaves_the_lock_free(graph: Graph, server: Settings, stage: str) -> None:
    assert "KeyboardInterrupt" in _load_and_be_ended(server, stage, signal.SIGINT)
    assert pending.unfinished(graph)
    assert load_readings(graph, PAPERS, wait=0).finished == 1
    _is_complete(graph)


@pytest.mark.parametrize("finish", ["unload", "rebuild"])
def test_other_writers_finish_it_too(graph: Graph, server: Settings, finish: str) -> None:
    _load_and_be_killed(server, "persons")
    if finish == "unload":
        unload_paths(graph, ["8.txt"])
        load_readings(graph, PAPERS[7:])
    else:
        rebuild(graph)
    _is_complete(graph)


@pytest.mark.parametrize("dropped", range(7))
def test_rebuild_that_was_cut_off_while_dropping_is_finished_by_the_next_load(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, dropped: int
) -> None:
    load_readings(graph, PAPERS)
    monkeypatch.setattr("graph.store.rebuild.DERIVED", DERIVED[:dropped])
    pending.begin(graph, "rebuild")
    touch_everything(graph)
    drop_derived(graph)
    assert load_readings(graph, PAPERS).finished == 1
    _is_complete(graph)


@pytest.mark.local
def test_server_killed_in_a_load_loses_nothing_that_was_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.load.GROUP_ACTS", 4)
    settings = Settings(local_dir=tmp_path / "graph", local_idle=5)

    def kill(what: str, done: int, total: int) -> None:
        if what == "acts" and done > 8:
            os.kill(int(LocalFiles(settings.local_dir).java.read_text()), signal.SIGKILL)

    try:
        with connect(settings) as graph, pytest.raises(StoreError):
            load_readings(graph, PAPERS, progress=kill)
        with connect(settings) as graph:
            assert 2 <= count(graph, "Source") < len(PAPERS)
            assert load_readings(graph, PAPERS).finished == 1
            _is_complete(graph)
    finally:
        local_server.stop(settings)


def _load_and_be_killed(server: Settings, stage: str) -> None:
    _load_and_be_ended(server, stage, signal.SIGKILL)
    if server.neo4j_uri:  # its lock lapses after a minute; the minute is over now
        with connect(server) as graph:
            graph.write("MATCH (l:Lock) SET l.expires_at = '2020-01-01T00:00:00Z'")


def _load_and_be_ended(server: Settings, stage: str, number: signal.Signals) -> str:
    environment = {
        **os.environ,
        "LOCAL_GRAPH_DIR": str(server.local_dir),
        "NEO4J_URI": server.neo4j_uri,
        "NEO4J_USERNAME": server.neo4j_username,
        "NEO4J_PASSWORD": server.neo4j_password,
        "NEO4J_DATABASE": server.neo4j_database,
    }
    command = [sys.executable, "-m", "tests.contract.killed_load", stage, str(int(number))]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert run.returncode == -number, run.stderr.decode()
    return run.stderr.decode()


def _is_complete(graph: Graph) -> None:
    assert differences(reading_of_graph(graph), derived_from(PAPERS)) == {}
    assert facts_of_graph(graph) == facts_of(PAPERS)
    assert count(graph, "Pending") == 0
    assert status(graph).sound
