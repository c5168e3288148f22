"""The process beside the local graph: starts its Java, waits for clients, stops it when none is left or its folder is gone.

`python -m graph.store.supervisor FOLDER IDLE` ends when the server is ready (exit 0) or cannot be had (exit 2, with what and
remedy on a line each); the supervisor itself goes on in the background, in a session of its own, out of reach of a terminal.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec

from graph.errors import StoreError
from graph.store import local_java
from graph.store.local_archive import Archiving
from graph.store.local_files import FileLock, LocalFiles, write_private
from graph.store.local_health import check_unchanged, reason_of, sizes
from graph.store.local_process import end_orphan, start_java

START_SECONDS = 90.0
STOP_SECONDS = 15.0
POLL_SECONDS = 0.25
LOG_BYTES = 20_000_000
ARCHIVE_AFTER = 20.0
"""Seconds after which the first start of an installation has done its loading, and the archive may be made beside it."""


class Supervisor:
    """One server from its start to its stop; holds the supervisor's lock throughout."""

    def __init__(self, files: LocalFiles, idle: float) -> None:
        self.files = files
        self.idle = idle
        self.asked_to_stop = threading.Event()
        self.lock = FileLock(files.supervisor)
        self.clients = FileLock(files.clients)
        self.java: subprocess.Popen[bytes] | None = None
        self.lasting = False
        self.archiving = Archiving()

    def start(self) -> None:
        """Start the server and write its card; raises StoreError with the reason when it does not come up."""
        files = self.files
        if not self.lock.take(wait=STOP_SECONDS + 5):
            raise StoreError(f"Another supervisor keeps the local graph in {files.folder}.", "Stop it: python -m graph stop")
        self.lock.write(str(os.getpid()))
        files.card.unlink(missing_ok=True)
        end_orphan(files)
        check_unchanged(files)
        files.log.parent.mkdir(mode=0o700, exist_ok=True)
        for old in files.log.parent.glob("server-event-log-*"):
            old.unlink()
        passwords = local_java.write_accounts(files)
        files.stopped.unlink(missing_ok=True)
        port = self._start_java()
        self.lasting = True
        write_private(files.card, msgspec.json.encode(local_java.address_at(port, passwords, files)))

    def _start_java(self) -> int:
        """The port of a server that is ready; an archive of classes on which it crashes is removed, and done without."""
        self.java = start_java(self.files)
        try:
            return self._wait_until_ready(self.java)
        except StoreError:
            crashed = self.java.poll() in (-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS)
            if not crashed or not local_java.archive_file().is_file():
                raise
            local_java.archive_file().unlink()
            self.java = start_java(self.files)
            return self._wait_until_ready(self.java)

    def _wait_until_ready(self, java: subprocess.Popen[bytes]) -> int:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and not self.asked_to_stop.is_set():
            ended = java.poll() is not None
            log = self.files.log.read_text(encoding="utf-8", errors="replace")
            port = local_java.port_when_ready(log)
            if port is not None and self.files.database.is_dir() and not ended:
                return port
            if ended:
                break
            self.asked_to_stop.wait(0.05)
        raise reason_of(self.files, START_SECONDS)

    def watch(self) -> None:
        """Return when the server has died, its folder is gone, a signal asks for it, or no client came for `idle` seconds."""
        assert self.java is not None
        began = seen = time.monotonic()
        while not self.asked_to_stop.wait(min(POLL_SECONDS, max(self.idle / 4, 0.05))):
            if self.java.poll() is not None:
                self.lasting = False  # it ended without being told to: its files need their recovery
                return
            if not self.lock.valid:
                return
            if time.monotonic() - began > ARCHIVE_AFTER:
                self.archiving.advance()
            if self.files.log.stat().st_size > LOG_BYTES:
                os.truncate(self.files.log, 0)
            if not self.clients.take():
                seen = time.monotonic()
            elif time.monotonic() - seen >= self.idle:
                return  # keeps the clients' lock: whoever comes now waits for the end of the stop, then starts anew
            else:
                self.clients.release()

    def stop(self) -> None:
        """Take the card away, then end the server: cleanly, or by force when its folder is gone or it takes too long."""
        self.archiving.abort()
        if self.lock.valid:
            self.files.card.unlink(missing_ok=True)
        if self.java is not None:
            if self.lock.valid:
                self.java.terminate()
            else:
                self.java.kill()
            try:
                self.java.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.java.kill()
                self.java.wait()
            if self.java.returncode != -signal.SIGKILL and self.lock.valid and self.lasting:
                write_private(self.files.stopped, msgspec.json.encode(sizes(self.files)))
        self.clients.release()
        self.lock.release()


def become_background(log: Path) -> None:
    """Leave the caller's session, terminal, folder and signals."""
    os.setsid()
    os.umask(0o077)
    os.chdir("/")
    nothing = os.open(os.devnull, os.O_RDWR)
    own_log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    for standard, target in ((0, nothing), (1, own_log), (2, own_log)):
        os.dup2(target, standard)
    os.close(nothing)
    os.close(own_log)


def run(files: LocalFiles, idle: float, told: int) -> int:
    """The life of the supervisor; writes `ready`, or the reason of the failure, to the pipe `told`."""
    supervisor = Supervisor(files, idle)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: supervisor.asked_to_stop.set())
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    try:
        try:
            supervisor.start()
        except StoreError as error:
            os.write(told, f"{error.what}\n{error.remedy}".encode())
            return 2
        except OSError as error:
            os.write(
                told, f"The local graph in {files.folder} cannot be started: {error}.\nCheck the folder and its disk.".encode()
            )
            return 2
        os.write(told, b"ready")
        os.close(told)
        supervisor.watch()
        return 0
    finally:
        supervisor.stop()


def main(arguments: list[str]) -> int:
    files, idle = LocalFiles(Path(arguments[0])), float(arguments[1])
    answer, told = os.pipe()
    if os.fork() == 0:
        os.close(answer)
        become_background(files.folder / "supervisor.log")
        return run(files, idle, told)
    os.close(told)
    with os.fdopen(answer, "rb") as pipe:
        said = pipe.read().decode()
    if said == "ready":
        return 0
    print(said or f"The supervisor of the local graph ended.\nSee {files.folder / 'supervisor.log'}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
