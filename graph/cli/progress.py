"""Progress on stderr, only for what takes more than a second: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Report: TypeAlias = Callable[[int, int], None]
"""Called with how much is done and how much there is; 0 where that is not known."""

DELAY = 1.0
LINE_EVERY = 10.0


@contextmanager
def showing(what: str) -> Iterator[Report]:
    """Shows `what` and how far it is while the body runs; gives the function that is told how far."""
    shown = _Shown(what)
    timer = threading.Timer(DELAY, shown.begin)
    timer.daemon = True
    timer.start()
    try:
        yield shown.report
    finally:
        timer.cancel()
        shown.end()


class _Shown:
    def __init__(self, what: str) -> None:
        self.what = what
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

    def report(self, done: int, total: int = 0) -> None:
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
            self._bar.update(self._task, completed=self._done, total=self._total or None)
        elif self._bar is None and time.monotonic() - self._line_at >= LINE_EVERY:
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
