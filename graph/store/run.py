"""What the stages of one derivation share: the store, what is known without asking it, and how a batch is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.store.client import Graph, Transaction
from graph.store.derived import Difference
from graph.store.known import Known
from graph.store.pending import Stage, add_pending

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is (0 when that is not known)."""


class Run:
    """One derivation of all that is pending."""

    def __init__(self, graph: Graph, known: Known, progress: Progress | None, check: Callable[[], None]) -> None:
        self.graph = graph
        self.known = known
        self.progress = progress or (lambda what, done, total: None)
        self.counts: Counter[str] = Counter()
        self._check = check
        self._noted: dict[Stage, set[str]] = defaultdict(set)

    def write(self, difference: Difference, pending: Mapping[Stage, Iterable[str]] | None = None) -> None:
        """Writes a batch and, in the same transaction, what later stages have to look at because of it."""
        fresh = {stage: set(keys) - self._noted[stage] for stage, keys in (pending or {}).items()}

        def work(tx: Transaction) -> None:
            difference.write(tx)
            for stage, keys in fresh.items():
                add_pending(tx, stage, keys)
            self._check()

        self.graph.transact(work)
        for stage, keys in fresh.items():
            self._noted[stage] |= keys


def batches(keys: Sequence[str], size: int) -> Iterator[list[str]]:
    """The keys in portions."""
    for i in range(0, len(keys), size):
        yield list(keys[i : i + size])
