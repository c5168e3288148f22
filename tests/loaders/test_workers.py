"""Work given to several processes comes back whole and in order."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from graph.errors import GraphError
from loaders.workers import AHEAD, Crew


def double(batch: list[int]) -> list[int]:
    return [2 * number for number in batch]


def end_at_three(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_batches(workers: int) -> None:
    batches = [list(range(size)) for size in (1, 5000, 0, 3, 20000, 2, 7)]
    assert list(Crew(double, workers).map(batches)) == [double(batch) for batch in batches]


def test_batches_are_taken_only_a_few_ahead_of_the_results() -> None:
    taken: list[int] = []

    def batches() -> Iterator[list[int]]:
        for number in range(50):
            taken.append(number)
            yield [number]

    for seen, _ in enumerate(Crew(double, 2).map(batches()), 1):
        assert len(taken) <= seen + 2 * AHEAD


def test_a_process_that_ended_is_told_and_not_waited_for() -> None:
    with pytest.raises(GraphError, match="ended before its work was done"):
        list(Crew(end_at_three, 2).map(range(10)))
