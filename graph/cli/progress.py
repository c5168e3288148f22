"""Progress on stderr, only for what takes more than a second: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

DELAY = 1.0
LINE_EVERY = 5.0


@contextmanager
def showing(what: str, *, lines: bool = True) -> Iterator[Shown]:
    """Shows `what` and how far it is while the body runs; gives what is told how far. Without `lines` on a terminal only."""
    shown = Shown(what, lines)
    timer = threading.Timer(DELAY, shown.begin)
    timer.daemon = True
    timer.start()
    try:
        yield shown
    finally:
        timer.cancel()
        shown.end()


class Shown:
    """What is under way, and how far: 0 of 0 where that is not known."""

    def __init__(self, what: str, lines: bool) -> None:
        self.what = what
        self._lines = lines
        self._lock = threading.Lock()
        self._done = self._total = 0
        self._begun = self._ended = False
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._line_at = 0.0

    def begin(self) -> None:
        with self._lock:
            if self._ended:
                return
            self._begun = True
            if sys.stderr.isatty():
                self._bar, self._task = _bar(self.what)
            self._update()

    def stage(self, what: str, done: int, total: int) -> None:
        """Another thing is under way, or the same is further."""
        with self._lock:
            self.what = what
        self.count(done, total)

    def count(self, done: int, total: int = 0) -> None:
        """The same thing is further."""
        with self._lock:
            self._done, self._total = done, total
            if self._begun and not self._ended:
                self._update()

    def end(self) -> None:
        with self._lock:
            self._ended = True
            if self._bar is not None:
                self._bar.stop()

    def _update(self) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=self.what, completed=self._done, total=self._total or None)
        elif self._bar is None and self._lines and time.monotonic() - self._line_at >= LINE_EVERY:
            self._line_at = time.monotonic()
            of = f" of {self._total}" if self._total else ""
            print(f"{self.what} … {self._done}{of}" if self._done else f"{self.what} …", file=sys.stderr)


def _bar(what: str) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)
    bar.start()
    return bar, task
