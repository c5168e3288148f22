"""Ctrl-C while the store is being written: the batch under way is rolled back or done, never half understood.

An interruption inside the driver can be lost, or leave a connection in the middle of an answer. So the first one waits for the
next safe place, which a batch reaches in a second or two; a second one ends at once.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def held_back() -> Iterator[Callable[[], None]]:
    """Holds the first SIGINT back; the function that it gives raises KeyboardInterrupt when one has come.

    Outside the main thread, where no signal arrives, it does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    came = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        if came.is_set():
            raise KeyboardInterrupt
        came.set()

    def check() -> None:
        if came.is_set():
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, on_signal)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
