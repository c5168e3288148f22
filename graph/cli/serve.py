"""`serve`: the local graph if needed, then the front end, until Ctrl-C or SIGTERM stops both."""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Iterator

from graph.errors import StoreError, UsageError
from graph.settings import ROOT, Settings

SAMPLE = ROOT / "data" / "sample" / "notices"
HOST = "127.0.0.1"
START_SECONDS = 90.0
STOP_SECONDS = 10.0
_PARENT_DEATH_SIGNAL = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command; PORT and HEADLESS in the environment do the same."""
    parser.add_argument("--port", type=int, metavar="N", help="where the front end listens (PORT, else 8501)")
    parser.add_argument("--headless", action="store_true", help="open no browser (HEADLESS=1)")
    parser.add_argument("--sample", action="store_true", help="load the sample into the local graph if it is empty")


def run(args: argparse.Namespace) -> int:
    """Serves until it is told to stop; 0 then, whatever was serving is gone."""
    settings = Settings.of()
    port = settings.port if args.port is None else args.port
    _check_port(port)
    with _until_signal() as stopped:
        pages = _start_streamlit(port)  # it takes its seconds beside those of the graph
        try:
            _prepare_graph(settings, sample=args.sample)
            if _wait_until_healthy(pages, port, stopped):
                _show(pages, port, stopped, browser=not (args.headless or settings.headless))
        finally:
            _end(pages)
            _leave_graph(settings)
    return 0


def _check_port(port: int) -> None:
    if not 0 < port < 65536:
        raise UsageError(f"{port} is no port.", "Give one between 1 and 65535 with --port or PORT.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(f"Port {port} cannot be used: {reason}.", "Give another with --port N or PORT=N.") from None


@contextlib.contextmanager
def _until_signal() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set, also where SIGINT was ignored at the start; the second signal ends at once."""
    stopped = threading.Event()

    def on_signal(number: int, frame: object) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    before = {number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _prepare_graph(settings: Settings, *, sample: bool) -> None:
    """Starts the local graph, or makes sure that the Neo4j answers; fills an empty local graph with the sample if asked."""
    from graph.store.client import connect
    from graph.store.setup import ensure_schema

    with connect(settings) as graph:
        if settings.neo4j_uri:
            return
        ensure_schema(graph)
        if sample and SAMPLE.is_dir() and not graph.read("MATCH (s:Source) RETURN s.source_id AS id LIMIT 1"):
            from graph.cli.load import load_paths

            print("loading the sample: a fictional city …", file=sys.stderr)
            load_paths(graph, [str(SAMPLE)])


def _leave_graph(settings: Settings) -> None:
    """The local graph stops at once when nobody else uses it; else with its last client."""
    if not settings.neo4j_uri:
        from graph.store import local_server

        local_server.stop_if_unused(settings)


def _show(pages: subprocess.Popen[bytes], port: int, stopped: threading.Event, *, browser: bool) -> None:
    """Says where the pages are, and returns when a signal came; raises StoreError when they end by themselves."""
    address = f"http://localhost:{port}"
    print(f"{address}  (Ctrl-C stops)", flush=True)
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    while not stopped.wait(0.2):
        if pages.poll() is not None:
            raise StoreError(f"The front end ended by itself with status {pages.returncode}.", "Its messages stand above.")


def _start_streamlit(port: int) -> subprocess.Popen[bytes]:
    """The pages as a child in a session of its own, so that Ctrl-C reaches it through us alone; its log goes to stderr."""
    words = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))}
    end_with_us = None
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None).prctl

        def end_with_us() -> None:
            prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)  # also when we are killed outright: the port must not stay taken

    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        words, cwd=ROOT, env=environment, stdin=quiet, stdout=quiet, start_new_session=True, preexec_fn=end_with_us
    )


def _wait_until_healthy(pages: subprocess.Popen[bytes], port: int, stopped: threading.Event) -> bool:
    """True when the pages answer, False when a signal came first; raises StoreError when they do not come up."""
    deadline = time.monotonic() + START_SECONDS
    while not stopped.is_set():
        if pages.poll() is not None:
            raise StoreError(f"The front end did not start: status {pages.returncode}.", "Its messages stand above.")
        if _is_healthy(port):
            return True
        if time.monotonic() > deadline:
            raise StoreError(f"The front end did not answer on port {port} within {START_SECONDS:.0f} s.", "Try again.")
        stopped.wait(0.1)
    return False


def _is_healthy(port: int) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{port}/_stcore/health", timeout=2) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def _end(pages: subprocess.Popen[bytes]) -> None:
    """Ends the child and everything that it started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pages.pid, number)
        try:
            pages.wait(STOP_SECONDS)
            return
        except subprocess.TimeoutExpired:
            continue
