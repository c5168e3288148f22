"""The files beside a local graph: its locks, its address card, its log. POSIX only; `supported` says so first."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import msgspec

if sys.platform != "win32":
    import fcntl

DATABASE = "graph"


class LocalAddress(msgspec.Struct, frozen=True, kw_only=True):
    """Where the local graph answers, and the two accounts it knows; passwords live as long as the server."""

    uri: str
    user: str
    password: str
    reader_user: str
    reader_password: str
    folder: str
    database: str = DATABASE


class LocalFiles(msgspec.Struct, frozen=True):
    """The names inside the folder of one local graph."""

    folder: Path

    @property
    def card(self) -> Path:
        """Address and passwords; there from readiness until the stop begins."""
        return self.folder / "server.json"

    @property
    def clients(self) -> Path:
        """Locked shared by every client process, so that the supervisor knows when the last has gone."""
        return self.folder / "clients.lock"

    @property
    def starting(self) -> Path:
        """Locked by the one client that starts a server."""
        return self.folder / "start.lock"

    @property
    def supervisor(self) -> Path:
        """Locked by the supervisor for its life; holds its process id."""
        return self.folder / "server.lock"

    @property
    def java(self) -> Path:
        """Locked through the server process itself, which may outlive its supervisor; holds its process id."""
        return self.folder / "java.lock"

    @property
    def writing(self) -> Path:
        """Locked by the one writer of the store; holds its card."""
        return self.folder / "writer.lock"

    @property
    def config(self) -> Path:
        return self.folder / "config"

    @property
    def databases(self) -> Path:
        return self.folder / "databases"

    @property
    def database(self) -> Path:
        return self.databases / DATABASE

    @property
    def stopped(self) -> Path:
        """Sizes of the database's files at the last clean stop; there while no server runs, unless the last one crashed."""
        return self.folder / "stopped.json"

    @property
    def log(self) -> Path:
        return self.folder / "log" / "server.log"


class FileLock:
    """An advisory lock on a file, shared or alone; the system frees it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self, *, shared: bool = False, wait: float = 0.0) -> bool:
        """Whether the lock was had within `wait` seconds; raises OSError when the file cannot be opened."""
        deadline = time.monotonic() + wait
        while not self._take_now(fcntl.LOCK_SH if shared else fcntl.LOCK_EX):
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.05)
        return True

    def _take_now(self, operation: int) -> bool:
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, operation | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._handle = handle
        if self.valid:
            return True
        self.release()
        return False

    @property
    def valid(self) -> bool:
        """Whether the lock is held on the file that stands there now: a lock on a removed file protects nothing."""
        if self._handle is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._handle), self.path.stat())
        except FileNotFoundError:
            return False

    @property
    def handle(self) -> int:
        """The open file, to hand the lock on to a child process."""
        if self._handle is None:
            raise ValueError("the lock is not held")
        return self._handle

    def write(self, text: str) -> None:
        """Put `text` into the locked file, for those who find it locked."""
        os.ftruncate(self.handle, 0)
        os.pwrite(self.handle, text.encode(), 0)

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_locked(path: Path) -> bool:
    """Whether some process holds the lock at `path`; False when there is no such file."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def write_private(path: Path, content: bytes) -> None:
    """Replace the file at once, readable by its owner only, so that nobody reads half of it."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    draft.replace(path)


def read_card(files: LocalFiles) -> LocalAddress | None:
    """The address of the server whose supervisor is alive, or None; the server may still have died a moment ago."""
    try:
        content = files.card.read_bytes()
    except FileNotFoundError:
        return None
    if not is_locked(files.supervisor):
        return None
    try:
        return msgspec.json.decode(content, type=LocalAddress)
    except msgspec.DecodeError:
        return None
