"""The stages of the derivation over what a load touched, in the order of design 5: prints, series, blocks, organizations, links.

Each stage works through its pending keys in batches; a batch is one transaction that writes rows by difference and notes what
the next stage has to look at. So a stage that is cut off is simply run again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.store.pending import Stage, clear_pending, pending_keys
from graph.store.run import Run
from graph.store.stage_blocks import derive_blocks
from graph.store.stage_bodies import derive_bodies
from graph.store.stage_links import derive_person_links
from graph.store.stage_prints import derive_prints
from graph.store.stage_series import derive_series

_STAGES: tuple[tuple[Stage, Callable[[Run, Sequence[str]], None]], ...] = (
    ("print", derive_prints),
    ("series", derive_series),
    ("block", derive_blocks),
    ("organization", derive_bodies),
    ("person", derive_person_links),
)


def derive_pending(run: Run) -> None:
    """Derives all that is pending; afterwards nothing is."""
    for stage, derive in _STAGES:
        keys = sorted(pending_keys(run.graph, stage))
        if keys:
            derive(run, keys)
            clear_pending(run.graph, stage)
