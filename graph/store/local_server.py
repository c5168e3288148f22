"""Finds the running local graph or starts it; one server a folder, whoever asks and however many ask at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreError
from graph.settings import ROOT, Settings
from graph.store import local_java
from graph.store.local_files import FileLock, LocalAddress, LocalFiles, is_locked, read_card
from graph.store.local_process import end_orphan
from graph.store.supervisor import START_SECONDS, STOP_SECONDS

FREE_BYTES = 64_000_000
"""What the disk must have left for a start: the server's own files and logs, and a first transaction."""

_BOLT_GREETING = bytes.fromhex("6060b017 00000404 00000304 00000204 00000104")

_client_locks: dict[Path, FileLock] = {}
_client_locks_guard = threading.Lock()


def speaks_bolt(address: LocalAddress) -> bool:
    """Whether a Bolt server answers there; False when nothing listens, StoreError when it listens and stays silent."""
    host, port = address.uri.removeprefix("bolt://").split(":")
    try:
        with socket.create_connection((host, int(port)), timeout=20) as connection:
            connection.sendall(_BOLT_GREETING)
            return len(connection.recv(4)) == 4
    except TimeoutError:
        raise StoreError("The local graph is running but does not answer.", "Wait, or stop it: python -m graph stop") from None
    except OSError:
        return False


def ensure_running(settings: Settings, answers: Callable[[LocalAddress], bool] = speaks_bolt) -> LocalAddress:
    """The address of the local graph of `settings.local_dir`, started if need be; this process is its client from now on.

    `answers` checks an address with a real question: True when it answers, False when nothing is there or it knows the
    account no more. Raises StoreError, with the remedy, when there can be no local graph here.
    """
    local_java.find_package()
    files = LocalFiles(settings.local_dir.absolute())
    try:
        _prepare(files)
        _join_clients(files)
        return _find_answering(files, answers, 3) or _start_alone(files, settings.local_idle, answers)
    except OSError as error:
        raise StoreError(
            f"The folder {files.folder} cannot be used for the local graph: {error.strerror or error}.",
            "Check its owner, its rights and its disk, or point LOCAL_GRAPH_DIR to another folder.",
        ) from error


def stop(settings: Settings) -> bool:
    """Stop the local graph now; True when one was running. It is stopped when this returns."""
    files = LocalFiles(settings.local_dir.absolute())
    if not is_locked(files.supervisor):
        left = is_locked(files.java)
        if left:
            end_orphan(files)
        return left
    _signal_supervisor(files, signal.SIGTERM)
    if not _wait_until_free(files, STOP_SECONDS + 5):
        _signal_supervisor(files, signal.SIGKILL)
        _wait_until_free(files, 5)
    return True


def check_space(folder: Path | str, least: int = 1_000_000) -> None:
    """Raises StoreError when the disk of the folder has less than `least` bytes left."""
    if Path(folder).is_dir() and shutil.disk_usage(folder).free < least:
        raise StoreError(
            f"The disk that holds {folder} is full.",
            "Free some space, then run the command again, or point LOCAL_GRAPH_DIR to another disk.",
        )


def end_server(folder: Path) -> None:
    """End the server of that folder as a crash would, which loses nothing acknowledged; whoever connects next starts it anew."""
    files = LocalFiles(folder)
    pid = files.java.read_text() if is_locked(files.java) else ""
    if pid.isdigit():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
        _wait_until_free(files, STOP_SECONDS)


def stop_if_unused(settings: Settings) -> bool:
    """Stop being a client, and stop the local graph when no other program is one; True when it was stopped."""
    files = LocalFiles(settings.local_dir.absolute())
    with _client_locks_guard:
        held = _client_locks.pop(files.folder, None)
        if held is not None:
            held.release()
    others = FileLock(files.clients)
    if not files.clients.exists() or not others.take(wait=0.5):  # the supervisor itself looks in for a moment now and then
        return False
    try:
        return stop(settings)
    finally:
        others.release()


def _prepare(files: LocalFiles) -> None:
    """Make the folder, for its owner only; refuse one that holds something else, or a full disk."""
    folder = files.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if not files.clients.exists():
        if any(not entry.name.startswith(".") for entry in folder.iterdir()) and not files.databases.is_dir():
            raise StoreError(
                f"The folder {folder} holds other files and no local graph.", "Point LOCAL_GRAPH_DIR to an empty or new folder."
            )
        folder.chmod(0o700)
    check_space(folder, FREE_BYTES)


def _join_clients(files: LocalFiles) -> None:
    """Hold the clients' lock for the life of this process; while a server is stopping, wait for that."""
    with _client_locks_guard:
        held = _client_locks.get(files.folder)
        if held is not None and held.valid:
            return
        if held is not None:
            held.release()
        lock = FileLock(files.clients)
        if not lock.take(shared=True, wait=STOP_SECONDS + 10):
            raise StoreError(f"The local graph in {files.folder} does not finish stopping.", "Stop it: python -m graph stop")
        _client_locks[files.folder] = lock


def _find_answering(files: LocalFiles, answers: Callable[[LocalAddress], bool], wait: float) -> LocalAddress | None:
    """The running server if it answers; one that has just died is waited for until its supervisor has noticed."""
    deadline = time.monotonic() + wait
    while (address := read_card(files)) is not None:
        if answers(address):
            return address
        if time.monotonic() > deadline:
            return None
        time.sleep(0.1)
    return None


def _start_alone(files: LocalFiles, idle: int, answers: Callable[[LocalAddress], bool]) -> LocalAddress:
    lock = FileLock(files.starting)
    if not lock.take(wait=START_SECONDS + 30):
        raise StoreError(f"Another program has been starting the local graph in {files.folder} for long.", "Try again, or end it.")
    try:
        address = _find_answering(files, answers, 20)  # a busy server is not stopped for being slow
        if address is not None:
            return address
        if is_locked(files.supervisor):  # runs, but answers nobody: or is on its way out, which takes the same waiting
            _signal_supervisor(files, signal.SIGTERM)
            _wait_until_free(files, STOP_SECONDS + 5)
        _start_supervisor(files, idle)
        address = read_card(files)
        if address is None or not answers(address):
            raise StoreError(f"The local graph in {files.folder} ended right after its start.", f"See {files.log}")
        return address
    finally:
        lock.release()


def _start_supervisor(files: LocalFiles, idle: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graph.store.supervisor", str(files.folder), str(idle)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    if done.returncode != 0:
        what, _, remedy = done.stderr.decode(errors="replace").strip().partition("\n")
        raise StoreError(what or "The supervisor of the local graph did not start.", remedy)


def _signal_supervisor(files: LocalFiles, number: signal.Signals) -> None:
    """Signal the process that holds the supervisor's lock; its id is good for as long as the lock is held."""
    text = files.supervisor.read_text() if is_locked(files.supervisor) else ""
    if text.isdigit():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(text), number)


def _wait_until_free(files: LocalFiles, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while is_locked(files.supervisor):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
