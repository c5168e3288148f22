"""Loads and is ended at a given moment: `python -m tests.contract.killed_load STAGE SIGNAL`, stages as progress names them."""

from __future__ import annotations

import os
import sys

from graph.settings import Settings
from graph.store import load
from graph.store.client import connect
from graph.store.load import load_readings
from tests.contract.test_load_cut_off import PAPERS


def main(stage: str, number: int) -> None:
    """Sends itself the signal when the stage reports for the first time; small groups, so that some are written before."""
    load.GROUP_ACTS = 4

    def ended(what: str, done: int, total: int) -> None:
        if what == stage and (done > 4 or what != "acts"):
            os.kill(os.getpid(), number)

    with connect(Settings.of()) as graph:
        load_readings(graph, PAPERS, progress=ended)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
