"""`serve` as people run it: one address line, the sample in an empty graph, a clean end by either signal, data found again."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.cli import main
from graph.settings import ROOT, Settings
from graph.store.local_files import LocalFiles, is_locked

pytestmark = pytest.mark.local

Out = pytest.CaptureFixture[str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A `serve` in a session of its own in which SIGINT is ignored at the start, as under nohup and in background jobs."""
    port = free_port()
    environment = os.environ | {"LOCAL_GRAPH_DIR": str(folder), "LOCAL_GRAPH_IDLE": "30", "PORT": str(port), "HEADLESS": "1"}
    running = subprocess.Popen(
        ["bash", "-c", 'trap "" INT; exec "$@"', "bash", sys.executable, "-m", "graph", "serve", *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield running, port
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()


def address_of(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    return running.stdout.readline()


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def fetch(port: int, path: str = "/") -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"http://127.0.0.1:{port}{path}", timeout=20) as response:
        return int(response.status)


def test_serve_loads_the_sample_once_and_ends_cleanly_by_either_signal(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    files = LocalFiles(folder)
    for number, said in ((signal.SIGINT, True), (signal.SIGTERM, False)):
        with serving(folder, "--sample") as (running, port):
            assert address_of(running) == f"http://localhost:{port}  (Ctrl-C stops)\n"
            assert fetch(port) == 200
            assert is_locked(files.supervisor)
            running.send_signal(number)
            rest, log = running.communicate(timeout=30)
            assert (running.returncode, rest) == (0, "")
            assert ("loading the sample" in log) is said
        with pytest.raises(OSError, match="refused"):
            fetch(port)
        assert not is_locked(files.supervisor)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_serve_that_is_killed_leaves_no_pages_behind(tmp_path: Path) -> None:
    with serving(tmp_path / "graph") as (running, port):
        address_of(running)
        running.kill()
        running.wait(timeout=30)
        deadline = time.monotonic() + 20
        while is_taken(port) and time.monotonic() < deadline:
            select.select([], [], [], 0.05)
        assert not is_taken(port)


def test_a_taken_port_is_one_line_before_anything_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setenv("LOCAL_GRAPH_DIR", str(tmp_path / "graph"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--headless", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"Port {port} cannot be used" in said
    assert not (tmp_path / "graph").exists()


def test_stop_says_whether_anything_ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setenv("LOCAL_GRAPH_DIR", str(tmp_path / "graph"))
    assert main(["stop"]) == 0
    assert "no local graph was running" in capsys.readouterr().err
    assert main(["query", "overview/counts"]) == 0
    assert main(["stop"]) == 0
    assert "local graph stopped" in capsys.readouterr().err
    assert not is_locked(LocalFiles(Settings.of().local_dir).supervisor)
