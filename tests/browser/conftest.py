"""The real pages in Debian's Chromium: the server as it is started for users, an empty profile, nothing asked of another host."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from graph.settings import ROOT, Settings
from tests.browser.site import Site

SAMPLE = ROOT / "data" / "sample" / "notices"

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the run; without it the tests are skipped, under CI they fail."""
    path = shutil.which("chromium")
    if not path:
        reason = "no chromium on this machine: apt-get install chromium"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the site runs under: a local graph of its own, empty at first."""
    return {**os.environ, "LOCAL_GRAPH_DIR": str(tmp_path_factory.mktemp("site") / "graph"), "LOCAL_GRAPH_IDLE": "3"}


@pytest.fixture(scope="module")
def filled(site: Site, environment: dict[str, str]) -> Site:
    """The site with the sample in it, also for a test that runs without the import before it."""
    from graph.store.client import connect
    from graph.store.load import load_readings
    from loaders.pipeline import read_sources

    with connect(Settings.of(environment)) as graph:
        if not graph.read("MATCH (s:Source) RETURN 1 AS one LIMIT 1"):
            load_readings(graph, read_sources([str(SAMPLE)]))
    return site


@pytest.fixture(scope="module")
def site(chromium: Browser, environment: dict[str, str]) -> Iterator[Site]:
    """A server of its own with an empty local graph, and a browser window without a history."""
    folder = Path(environment["LOCAL_GRAPH_DIR"]).parent
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", server, folder / "log")
            context = chromium.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN")
            yield Site(f"http://127.0.0.1:{port}", context)
            context.close()
        finally:
            server.terminate()
            server.wait(30)
            stop_graph(environment)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers; fails with its log when it has ended or takes over a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(0.1)
                break
    pytest.fail(f"the front end did not start:\n{log.read_text('utf-8')}")


def stop_graph(environment: dict[str, str]) -> None:
    from graph.store.local_server import stop

    stop(Settings.of(environment))
