"""An archive of the server's loaded classes beside its jars: with it a start takes a third of the time.

Measured: 4.8 s without and 1.6 s with it on two busy cores, 2.3 s and 1.0 s of processor time. It is made once for an
installation, by a server on an empty folder that runs at the lowest priority beside the real one, and is 40 MB large.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from graph.settings import ROOT
from graph.store import local_java
from graph.store.local_files import FileLock, LocalFiles


class Archiving:
    """One attempt to make the archive; `advance` moves it on, `abort` ends it without a trace."""

    def __init__(self) -> None:
        self.target = local_java.archive_file()
        self.draft = self.target.with_name(self.target.name + ".new")
        self.lock = FileLock(self.target.with_name(self.target.name + ".lock"))
        self.folder: Path | None = None
        self.java: subprocess.Popen[bytes] | None = None
        self.client: subprocess.Popen[bytes] | None = None
        self.passwords = ("", "")
        self.told = False

    def advance(self) -> None:
        """Begin, look whether the server has started, or put the finished archive in place; returns at once."""
        if self.java is None:
            self._begin()
        elif self.java.poll() is not None:
            if self.draft.is_file() and self.told:
                self.draft.replace(self.target)
            self.abort()
        elif self.client is None:
            self._exercise()
        elif self.client.poll() is not None and not self.told:
            self.java.terminate()  # the archive is written on the way out
            self.told = True

    def _begin(self) -> None:
        if self.target.exists() or self.folder is not None:
            return
        try:
            if not self.lock.take():
                return
        except OSError:
            return  # an installation that is not ours to write into does without
        self.folder = Path(tempfile.mkdtemp(prefix="graph-archive-"))
        files = self._files()
        files.log.parent.mkdir()
        self.passwords = local_java.write_accounts(files)
        with files.log.open("ab") as log:
            self.java = subprocess.Popen(
                local_java.java_command(f"-XX:AOTCacheOutput={self.draft}"),
                cwd=files.folder,
                env=local_java.java_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=lambda: os.nice(19),
            )

    def _exercise(self) -> None:
        """Once the server is ready, have it used a little."""
        port = local_java.port_when_ready(self._files().log.read_text(errors="replace"))
        if port is None:
            return
        card = local_java.address_at(port, self.passwords, self._files())
        self.client = subprocess.Popen(
            [sys.executable, "-m", "graph.store.local_exercise"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=lambda: os.nice(19),
        )
        assert self.client.stdin is not None
        with self.client.stdin as words:
            words.write(msgspec.json.encode(card))

    def _files(self) -> LocalFiles:
        assert self.folder is not None
        return LocalFiles(self.folder)

    def abort(self) -> None:
        """End what runs, and remove all but a finished archive; the attempt is not repeated by this supervisor."""
        for process in (self.client, self.java):
            if process is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.draft.unlink(missing_ok=True)
        self.lock.release()
