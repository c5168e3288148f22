"""The server's process: how it is started, so that it neither outlives its supervisor nor runs twice."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys

from graph.errors import StoreError
from graph.store import local_java
from graph.store.local_files import FileLock, LocalFiles

_PARENT_DEATH_SIGNAL = 1


def start_java(files: LocalFiles) -> subprocess.Popen[bytes]:
    """The server process; it holds its own lock, and on Linux ends when its supervisor is killed."""
    held = FileLock(files.java)
    if not held.take(wait=5):
        raise StoreError(
            f"A server of the local graph in {files.folder} does not end.", f"End it: its process id is in {files.java}"
        )
    die_with_parent = None
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None).prctl

        def die_with_parent() -> None:
            prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)  # a server that shuts down by itself still answers for a moment, wrongly

    try:
        files.log.unlink(missing_ok=True)
        with files.log.open("ab") as log:
            java = subprocess.Popen(
                local_java.java_command(),
                cwd=files.folder,
                env=local_java.java_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[held.handle],
                preexec_fn=die_with_parent,
            )
        held.write(str(java.pid))
        return java
    finally:
        held.release()


def end_orphan(files: LocalFiles) -> None:
    """End a server whose supervisor was killed: nobody would ever stop it."""
    lock = FileLock(files.java)
    if not lock.take(wait=2):
        pid = files.java.read_text()
        if pid.isdigit():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        if not lock.take(wait=10):
            return
    lock.release()
