"""Loads and is killed at a given moment: `python -m tests.contract.killed_load STAGE`, stages as progress names them."""

from __future__ import annotations

import os
import signal
import sys

from graph.settings import Settings
from graph.store import load
from graph.store.client import connect
from graph.store.load import load_readings
from tests.contract.test_load_cut_off import PAPERS


def main(stage: str) -> None:
    """Ends by SIGKILL when the stage reports for the first time; small groups, so that some are written before."""
    load.GROUP_ACTS = 4

    def killed(what: str, done: int, total: int) -> None:
        if what == stage and (done > 4 or what != "acts"):
            os.kill(os.getpid(), signal.SIGKILL)

    with connect(Settings.of()) as graph:
        load_readings(graph, PAPERS, progress=killed)


if __name__ == "__main__":
    main(sys.argv[1])
