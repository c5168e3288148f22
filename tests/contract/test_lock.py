"""One writer a store, on both servers."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from graph.errors import BusyError, StoreError
from graph.settings import ROOT, Settings
from graph.store import lock
from graph.store.client import Graph, connect
from graph.store.lock import say_waiting, writing


def test_second_writer_is_told_for_whom_it_waits_and_gives_up_in_time(graph: Graph) -> None:
    told: list[str] = []
    with writing(graph, "load data/"):
        began = time.monotonic()
        with pytest.raises(BusyError, match="load data/") as busy, writing(graph, "judge", wait=0.5, waiting=told.append):
            pytest.fail("two writers at once")
        assert 0.5 <= time.monotonic() - began < 10
    assert told == [busy.value.holder]
    assert "process" in told[0]


def test_lock_that_is_not_waited_for_is_refused_at_once(graph: Graph) -> None:
    with writing(graph, "load data/"), pytest.raises(BusyError), writing(graph, "judge", wait=0, waiting=lambda _: None):
        pytest.fail("two writers at once")


def test_waiting_writer_comes_when_the_first_has_finished(graph: Graph) -> None:
    order: list[str] = []
    waits = threading.Event()

    def second() -> None:
        with writing(graph, "second", waiting=lambda _: waits.set()):
            order.append("second")

    with writing(graph, "first"):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(30)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_lock_is_free_after_a_failure(graph: Graph) -> None:
    with pytest.raises(ZeroDivisionError), writing(graph, "load"):
        raise ZeroDivisionError
    with writing(graph, "load again", wait=0) as held:
        held.check()


def test_many_writers_are_never_two_at_once(graph: Graph) -> None:
    inside = 0
    most = 0
    counted = threading.Lock()

    def write() -> None:
        nonlocal inside, most
        with writing(graph, "count", waiting=lambda _: None):
            with counted:
                inside += 1
                most = max(most, inside)
            graph.read("RETURN 1 AS one")
            with counted:
                inside -= 1

    threads = [threading.Thread(target=write) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_default_words_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    say_waiting("load data/ (process 7 on desk, since 2026-11-24T09:00:00+08:00)")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "waiting for load data/ (process 7 on desk, since 2026-11-24T09:00:00+08:00) to finish writing …\n"


@pytest.mark.local
def test_killed_writer_of_a_local_graph_frees_the_lock(local_server: Settings) -> None:
    words = [sys.executable, "-m", "tests.servers.local_client", str(local_server.local_dir), "5", "lock"]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().startswith("ready")
        assert other.stdout.readline() == "locked\n"
        with connect(local_server) as graph:
            with pytest.raises(BusyError, match="load something"), writing(graph, "judge", wait=0, waiting=lambda _: None):
                pytest.fail("two writers at once")
            other.kill()
            other.wait()
            with writing(graph, "judge", wait=5) as held:
                held.check()


@pytest.mark.local
def test_removed_folder_is_noticed_by_the_writer(tmp_path: Path) -> None:
    with connect(Settings(local_dir=tmp_path / "graph", local_idle=0)) as graph, writing(graph, "load") as held:
        held.check()
        shutil.rmtree(tmp_path / "graph")
        with pytest.raises(StoreError, match="removed"):
            held.check()


@pytest.mark.neo4j
def test_lock_of_a_vanished_neo4j_writer_lapses(neo4j_server: Settings) -> None:
    with connect(neo4j_server) as graph:
        graph.write(
            "MERGE (l:Lock {name: 'writer'}) SET l.token = 'of the vanished', l.holder = 'load (process 7 on desk)', "
            "l.expires_at = toString(datetime.realtime() + duration({seconds: 60}))"
        )
        with pytest.raises(BusyError, match="process 7 on desk"), writing(graph, "judge", wait=0, waiting=lambda _: None):
            pytest.fail("two writers at once")
        graph.write("MATCH (l:Lock) SET l.expires_at = toString(datetime.realtime() - duration({seconds: 1}))")
        with writing(graph, "judge", wait=0) as held:
            held.check()


@pytest.mark.neo4j
def test_neo4j_lock_is_renewed_while_it_is_held_and_its_loss_is_told(
    neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "RENEW_SECONDS", 0.05)
    with connect(neo4j_server) as graph, writing(graph, "load") as held:
        first = expiry(graph)
        assert comes_true(lambda: expiry(graph) > first)
        held.check()
        graph.write("MATCH (l:Lock {name: 'writer'}) SET l.token = 'another'")
        assert comes_true(lambda: is_lost(held))
        graph.write("MATCH (l:Lock {name: 'writer'}) SET l.token = ''")


def expiry(graph: Graph) -> str:
    return str(graph.read("MATCH (l:Lock {name: 'writer'}) RETURN l.expires_at AS at")[0]["at"])


def is_lost(held: lock.Held) -> bool:
    try:
        held.check()
    except StoreError:
        return True
    return False


def comes_true(condition: object) -> bool:
    """Whether the condition holds within ten seconds."""
    assert callable(condition)
    deadline = time.monotonic() + 10
    while not condition():
        if time.monotonic() > deadline:
            return False
    return True
