"""One writer a store. Who comes second waits, is told for whom, and may give up after a time."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

import msgspec

from graph.errors import BusyError, StoreError
from graph.store.client import Graph
from graph.store.local_files import FileLock, LocalFiles

PAGE_WAIT = 2.0
"""Seconds that a page waits at most before it says who writes."""
LAPSE_SECONDS = 60
"""A Neo4j lock that is not renewed, because its holder is gone, ends after this."""
RENEW_SECONDS = 20.0
_POLL_SECONDS = 0.25
_RENEWAL_PATIENCE = 5.0


class Writer(msgspec.Struct, frozen=True):
    """Who writes: what for, in which process, on which machine, since when; `token` makes it unique."""

    who: str
    pid: int
    host: str
    since: str
    token: str

    def __str__(self) -> str:
        return f"{self.who} (process {self.pid} on {self.host}, since {self.since})"


class Held(Protocol):
    """The lock while it is held."""

    def check(self) -> None:
        """Raises StoreError when the lock was lost meanwhile; a writer asks before it commits."""


def say_waiting(holder: str) -> None:
    """Tell the user for whom the program waits."""
    print(f"waiting for {holder} to finish writing …", file=sys.stderr, flush=True)


@contextlib.contextmanager
def writing(graph: Graph, who: str, wait: float | None = None, waiting: Callable[[str], None] = say_waiting) -> Iterator[Held]:
    """Hold the store's one writer's lock; `who` says what for, such as "load data/".

    Waits `wait` seconds for another writer, or as long as it takes when None, and calls `waiting` with the holder's words
    whenever that is a new one; then raises BusyError with the holder.
    """
    here = Writer(
        who=who,
        pid=os.getpid(),
        host=socket.gethostname(),
        since=datetime.now().astimezone().isoformat(timespec="seconds"),
        token=secrets.token_hex(8),
    )
    lock = _FileHeld(Path(graph.address.folder), here) if graph.kind == "local" else _ServerHeld(graph, here)
    deadline = None if wait is None else time.monotonic() + wait
    told = ""
    while (holder := lock.take()) is not None:
        if deadline is not None and time.monotonic() >= deadline:
            raise BusyError(f"The graph is being written by {holder}.", "Wait until it has finished, then try again.", holder)
        if holder != told:
            waiting(holder)
            told = holder
        left = _POLL_SECONDS if deadline is None else min(_POLL_SECONDS, deadline - time.monotonic())
        time.sleep(max(left, 0.01))
    try:
        yield lock
    finally:
        lock.release()


class _FileHeld:
    """The lock of a local graph: a file of its folder, freed by the system when the holder ends, however it ends."""

    def __init__(self, folder: Path, here: Writer) -> None:
        self._lock = FileLock(LocalFiles(folder).writing)
        self._here = here

    def take(self) -> str | None:
        """None when the lock is ours now, else the words of who holds it."""
        try:
            if self._lock.take():
                self._lock.write(msgspec.json.encode(self._here).decode())
                return None
            return str(msgspec.json.decode(self._lock.path.read_bytes(), type=Writer))
        except msgspec.DecodeError:
            return "another process"  # it holds the lock and has not yet written its card
        except OSError as error:
            raise StoreError(
                f"The local graph's lock {self._lock.path} cannot be used: {error.strerror or error}.",
                "Check the folder, its rights and its disk.",
            ) from error

    def check(self) -> None:
        if not self._lock.valid:
            raise StoreError("The folder of the local graph was removed while it was written.", "Load again.")

    def release(self) -> None:
        if self._lock.valid:
            with contextlib.suppress(OSError):  # a full disk must not hide why the writing ended
                self._lock.write("")
        self._lock.release()


# Setting a property takes the server's lock on the node, so that what is read after it is nobody else's half-done change.
_TAKE = f"""
MERGE (l:Lock {{name: 'writer'}})
SET l.asked = $token
WITH l, (coalesce(l.token, '') IN ['', $token] OR datetime(l.expires_at) < datetime.realtime()) AS free
SET l.token = CASE WHEN free THEN $token ELSE l.token END,
    l.holder = CASE WHEN free THEN $holder ELSE l.holder END,
    l.expires_at = CASE WHEN free THEN toString(datetime.realtime() + duration({{seconds: {LAPSE_SECONDS}}})) ELSE l.expires_at END
RETURN free, l.holder AS holder
"""
_RENEW = f"""
MATCH (l:Lock {{name: 'writer'}}) WHERE l.token = $token
SET l.expires_at = toString(datetime.realtime() + duration({{seconds: {LAPSE_SECONDS}}}))
RETURN count(l) AS held
"""
_FREE = "MATCH (l:Lock {name: 'writer'}) WHERE l.token = $token SET l.token = '', l.holder = ''"


class _ServerHeld:
    """The lock of a Neo4j: a node taken by compare-and-set, renewed by a thread, measured by the server's clock."""

    def __init__(self, graph: Graph, here: Writer) -> None:
        self._graph = graph
        self._here = here
        self._lost = ""
        self._done = threading.Event()
        self._renewal = threading.Thread(target=self._renew, name="lock renewal", daemon=True)

    def take(self) -> str | None:
        """None when the lock is ours now, else the words of who holds it."""
        row = self._graph.write(_TAKE, token=self._here.token, holder=str(self._here))[0]
        if not row["free"]:
            return str(row["holder"])
        self._renewal.start()
        return None

    def check(self) -> None:
        if self._lost:
            raise StoreError(f"The lock on the graph was lost: {self._lost}", "What was stored is whole; run the command again.")

    def release(self) -> None:
        self._done.set()
        self._renewal.join(_RENEWAL_PATIENCE)
        with contextlib.suppress(StoreError):  # a server that is gone frees it by lapse
            self._graph.write(_FREE, token=self._here.token)

    def _renew(self) -> None:
        renewed = time.monotonic()
        while not self._done.wait(RENEW_SECONDS):
            try:
                if not self._graph.write(_RENEW, token=self._here.token)[0]["held"]:
                    self._lost = "it lapsed, and another writer took it."
                    return
                renewed = time.monotonic()
            except StoreError as error:
                if time.monotonic() - renewed > LAPSE_SECONDS:
                    self._lost = error.what
                    return
