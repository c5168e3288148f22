"""Processes that do the same to one batch after another, with the results in the order of the batches."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from graph.errors import GraphError

Batch = TypeVar("Batch")
Result = TypeVar("Result")

AHEAD = 2
"""Batches that a process has been given before its first result is taken."""


class Crew(Generic[Batch, Result]):
    """Processes that have begun to wait for batches; `task` is what each does to one, and must be picklable as results are."""

    def __init__(self, task: Callable[[Batch], Result], workers: int) -> None:
        # a copy of this process knows the parser already; it is safe only while no other thread runs
        method = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
        context: Any = multiprocessing.get_context(method)
        self._lines: list[Connection[Batch, Result]] = []
        for _ in range(workers):
            ours, theirs = context.Pipe()
            context.Process(target=_work, args=(task, theirs, ours), daemon=True).start()
            theirs.close()
            self._lines.append(ours)

    def map(self, batches: Iterable[Batch]) -> Iterator[Result]:
        """The result of each batch, in order; batches are taken only as they are given out. Can be asked for once.

        Raises GraphError when a process ended before its work was done.
        """
        left = iter(batches)
        waiting: deque[Any] = deque()
        try:
            for line in self._lines * AHEAD:
                _give(line, left, waiting)
            while waiting:
                line = waiting.popleft()
                result = line.recv()
                _give(line, left, waiting)
                yield result
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise GraphError("A reading process ended before its work was done.", "Try again with --workers 1.") from None
        finally:
            for line in self._lines:
                line.close()


def _give(line: Any, left: Iterator[Any], waiting: deque[Any]) -> None:
    """Sends the next batch, if there is one."""
    for batch in left:
        line.send(batch)
        waiting.append(line)
        return


def _work(task: Callable[[Any], Any], line: Any, other_end: Any) -> None:
    """What a process does until the other end of its line is closed. Ctrl-C is for the one that started it."""
    other_end.close()  # its own copy of it would keep the line open when the starter is no more
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            line.send(task(line.recv()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
