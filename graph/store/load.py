"""Loading, unloading and rebuilding: the verbs that change what is stored, each by the one writer, each safe to be cut off."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from graph.errors import InputError
from graph.model import Reading
from graph.store import pending
from graph.store.client import Graph, Transaction
from graph.store.facts import Facts, plan_facts, write_facts
from graph.store.interruption import held_back
from graph.store.known import Known
from graph.store.lock import writing
from graph.store.reading import reading_of_graph
from graph.store.rebuild import drop_derived, touch_everything
from graph.store.run import Progress, Run
from graph.store.setup import check_layout, ensure_schema
from graph.store.sources import SourceChanges, plan_removal, plan_sources
from graph.store.stages import derive_pending
from graph.store.statements import act_block

__all__ = ["LoadReport", "load_readings", "reading_of_graph", "rebuild", "unload_paths"]

GROUP_ACTS = 2000
GROUP_SOURCES = 1000
GROUP_CHARACTERS = 4_000_000
"""A group of whole sources is one transaction; it is closed when it has reached one of these."""


class LoadReport(Struct, kw_only=True):
    """What a load did. All counts of sources zero but `unchanged`: the graph already said all this."""

    sources_new: int = 0
    sources_changed: int = 0
    sources_unchanged: int = 0
    sources_removed: int = 0
    notices: int = 0
    """Notices that no source had said before."""
    acts_added: int = 0
    acts_removed: int = 0
    issues: int = 0
    """Issues that the reading of the written sources raised."""
    derived: dict[str, int] = field(default_factory=dict)
    """Rows of each kind in what was derived again."""
    finished: int = 0
    """Loads that had been cut off and were finished first."""
    seconds: float = 0.0

    @property
    def changed_nothing(self) -> bool:
        """Whether the facts are what they were."""
        return not (self.sources_new or self.sources_changed or self.sources_removed)


def load_readings(
    graph: Graph, readings: Iterable[Reading], progress: Progress | None = None, wait: float | None = None
) -> LoadReport:
    """Stores what was read and derives what it touches. Raises BusyError when another writer holds the store beyond `wait`.

    A source whose bytes and reading are known changes nothing; other bytes under a known path replace what the path said.
    """
    with writing(graph, "load", wait) as held, held_back() as check:
        work = _Work(graph, "load", _both(held.check, check), progress)
        try:
            for group in _groups(readings):
                work.change(plan_sources(graph, group))
        except InputError:
            work.finish()
            raise
        return work.finish()


def unload_paths(graph: Graph, paths: Iterable[str], progress: Progress | None = None, wait: float | None = None) -> LoadReport:
    """Takes out the files, and all files of the folders, of these paths.

    Raises InputError, having changed nothing, when nothing is loaded from one of them.
    """
    with writing(graph, "unload", wait) as held, held_back() as check:
        work = _Work(graph, "unload", _both(held.check, check), progress)
        changes, unknown = plan_removal(graph, paths)
        if unknown:
            raise InputError(f"Nothing is loaded from {min(unknown)}.", "Give the path of a file or folder as it was loaded.")
        work.change(changes)
        return work.finish()


def rebuild(graph: Graph, progress: Progress | None = None, wait: float | None = None) -> LoadReport:
    """Drops all derived rows and derives them again from the acts."""
    with writing(graph, "rebuild", wait) as held, held_back() as check:
        work = _Work(graph, "rebuild", _both(held.check, check), progress)
        work.begin()
        touch_everything(graph)
        drop_derived(graph)
        work.known = Known(nothing_derived=True)
        return work.finish()


class _Work:
    """One run under the lock: what was cut off is finished first, then groups are written, then all is derived."""

    def __init__(self, graph: Graph, kind: str, check: Callable[[], None], progress: Progress | None) -> None:
        self._started = time.monotonic()
        self._graph = graph
        self._kind = kind
        self._check = check
        self._progress = progress
        self._load_id = ""
        self.report = LoadReport()
        check_layout(graph)
        ensure_schema(graph)
        left = pending.unfinished(graph)
        if left:
            derive_pending(Run(graph, Known(nothing_derived=False), progress, check))
            pending.finish(graph)
            self.report.finished = len(left)
        self.known = Known(nothing_derived=_is_empty(graph))

    def begin(self) -> None:
        """Notes the load, once there is something to write."""
        if not self._load_id:
            self._load_id = pending.begin(self._graph, self._kind)

    def change(self, changes: SourceChanges) -> None:
        """Writes one group of whole sources."""
        self._check()
        report = self.report
        report.sources_new += changes.new
        report.sources_changed += changes.changed
        report.sources_unchanged += changes.unchanged
        report.sources_removed += changes.removed
        if not (changes.written or changes.moved or changes.gone):
            return
        self.begin()
        facts = plan_facts(self._graph, changes)
        known = self.known
        new_blocks = known.new_blocks(self._graph, facts.blocks - facts.mixed)

        def work(tx: Transaction) -> None:
            write_facts(tx, facts)
            pending.add_pending(tx, "block", facts.blocks | facts.mixed)
            pending.add_pending(tx, "print", facts.prints)
            pending.add_pending(tx, "series", facts.series)
            pending.add_pending(tx, "organization", facts.organizations)
            self._check()

        self._graph.transact(work)
        known.add_acts(new_blocks, ((act_block(act, facts.places[act.act_id]), act) for act in facts.acts.values()), facts.notices)
        known.lose_blocks(facts.mixed)
        self._count(facts)

    def finish(self) -> LoadReport:
        """Derives all that was touched and closes the load."""
        report = self.report
        if self._load_id:
            pending.mark_deriving(self._graph)
            run = Run(self._graph, self.known, self._progress, self._check)
            derive_pending(run)
            report.derived = dict(run.counts)
            pending.finish(self._graph, self._load_id, _counts(report))
        report.seconds = time.monotonic() - self._started
        return report

    def _count(self, facts: Facts) -> None:
        self.report.notices += facts.notices_new
        self.report.acts_added += facts.acts_new
        self.report.acts_removed += len(facts.lost_acts)
        self.report.issues += len(facts.issues)
        if self._progress:
            self._progress("acts", self.report.acts_added, 0)


def _both(*checks: Callable[[], None]) -> Callable[[], None]:
    """What a writer asks before it commits: whether the lock is still its own, and whether it shall go on."""

    def check() -> None:
        for each in checks:
            each()

    return check


def _groups(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    group: list[Reading] = []
    acts = characters = 0
    for reading in readings:
        group.append(reading)
        acts += len(reading.acts)
        characters += len(reading.source.text)
        if acts >= GROUP_ACTS or len(group) >= GROUP_SOURCES or characters >= GROUP_CHARACTERS:
            yield group
            group, acts, characters = [], 0, 0
    if group:
        yield group


def _is_empty(graph: Graph) -> bool:
    labels = ("Act", "Person", "Organization")
    return not any(graph.read(f"MATCH (n:{label}) RETURN 1 AS one LIMIT 1") for label in labels)


def _counts(report: LoadReport) -> dict[str, int]:
    names = (
        "sources_new",
        "sources_changed",
        "sources_unchanged",
        "sources_removed",
        "notices",
        "acts_added",
        "acts_removed",
        "issues",
    )
    return {name: getattr(report, name) for name in names}
