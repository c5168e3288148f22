"""Which loops a query may have: those that end by themselves."""

from __future__ import annotations

import pytest

from graph.errors import ReadOnlyError
from graph.store.endless import check_ends

ENDING = [
    "UNWIND range(1, 1000000000) AS x RETURN count(x)",
    "RETURN [i IN range(0, size(xs) - 1) | xs[i]]",
    "RETURN [y IN range(h.start_date.year, date().year) | y]",
    "RETURN [x IN xs WHERE x > 1 | x + 1], [x IN xs | -x]",
    "RETURN [x IN [y IN ys WHERE y > 1] | x]",
    "RETURN reduce(a = 0, x IN [y IN ys | y * 2] | a + x)",
    "RETURN [x IN xs WHERE EXISTS { MATCH (n) WHERE any(y IN n.ys WHERE y = x) }]",
    "MATCH (a)-[:HELD|IN_ORG]->(b) WHERE all(x IN a.xs WHERE x > 1) RETURN [x IN b.xs | x]",
    "RETURN [(a)-[:HELD]->(b) WHERE b.x IN [1, 2] | b.title]",
    "RETURN n {.name, .xs} AS n, [1, 2, x] AS ys",
]
ENDLESS = [
    "RETURN [x IN xs | [y IN xs | x + y]]",
    "RETURN [x IN xs WHERE any(y IN ys WHERE y > x)]",
    "RETURN reduce(a = 0, x IN xs | a + reduce(b = 0, y IN xs | b + y))",
    "RETURN all(x IN xs WHERE size([`y z` IN xs | x]) > 1)",
    "RETURN [x IN xs | {all: [y IN xs | y]}]",
    "RETURN reduce(a = 0, x IN range(1, 1000000000000) | a + x)",
    "WITH range(1, $n) AS xs RETURN xs",
    "RETURN [x IN range(1, 10 * 1000000) | x]",
    "RETURN [x IN RANGE (0, size(xs) * 99999) | x]",
]


@pytest.mark.parametrize("words", ENDING)
def test_loop_that_ends_by_itself_passes(words: str) -> None:
    check_ends(words)


@pytest.mark.parametrize("words", ENDLESS)
def test_loop_that_nobody_could_end_is_refused(words: str) -> None:
    with pytest.raises(ReadOnlyError):
        check_ends(words)
