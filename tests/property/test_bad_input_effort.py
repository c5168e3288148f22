"""However a text is made, reading takes time and memory in proportion to its length."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from loaders.pipeline import read_text
from tests.property.bad_shapes import CLAUSE, HEAD, PAGES, TEXTS, Shape

SHAPES = {**TEXTS, **PAGES}
ENOUGH = 0.025
"""Seconds of processor time from which a ratio says something."""


def seconds(text: str) -> float:
    """Processor time of one reading; whatever is remembered of parts of the text is remembered already."""
    begun = time.process_time()
    read_text(text, "a.txt")
    return time.process_time() - begun


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_four_times_the_text_takes_no_more_than_six_times_the_time(shape: Shape) -> None:
    size = 8_000
    once = seconds(shape(size))
    while once < ENOUGH and size < 500_000:
        size *= 2
        once = seconds(shape(size))
    # the least of several, since others share the machine
    once = min(once, seconds(shape(size)))
    assert min(seconds(shape(4 * size)) for _ in range(2)) < 6 * max(once, 0.005)


@pytest.mark.parametrize("name", ["a clause repeated in one line", "cells that span rows", "formatting never closed", "brackets"])
def test_memory_stays_a_multiple_of_the_text(name: str) -> None:
    text = SHAPES[name](20_000)
    read_text(text, "a.txt")
    tracemalloc.start()
    reading = read_text(text, "a.txt")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reading.source.text
    assert peak < 100 * len(text) + 2**20


def test_a_line_of_ten_megabytes_is_read() -> None:
    text = HEAD + "甲市人民政府办公室" * 380_000 + "\n" + CLAUSE
    assert len(text.encode()) > 10_000_000
    assert [act.person for act in read_text(text, "a.txt").acts] == ["张三", "张三"]


def test_what_is_read_of_every_shape_has_its_place() -> None:
    for shape in SHAPES.values():
        reading = read_text(shape(3_000), "a.txt")
        size = len(reading.source.text)
        assert all(0 <= act.start < act.end <= size for act in reading.acts)
        assert all(0 <= issue.start <= issue.end <= size for issue in reading.issues)
