"""Made worlds: what is derived from their acts is what is true in them, by the comparisons of the reference check."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from graph.derive.chains import chain_rows
from graph.derive.turnover import turnover_rows
from graph.derive.whole import derive_all
from tests.derive.world import TOOL, Comparison, make_world, world_records

SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module", params=SEEDS)
def compared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    if not TOOL.is_file():
        pytest.skip("the reference tool is not there")
    world = make_world(Path(tmp_path_factory.mktemp("world")), seed=request.param)
    return Comparison(world, derive_all(*world_records(world)))


def test_tenures_are_those_of_the_world(compared: Comparison) -> None:
    assert compared.tenures() >= 0.995


def test_persons_are_told_apart_as_in_the_world(compared: Comparison) -> None:
    precision, recall = compared.identity()
    assert precision >= 0.995
    assert recall >= 0.97


def test_vacant_seats_are_those_of_the_world(compared: Comparison) -> None:
    assert compared.vacancies() >= 0.995


def test_chains_that_the_notices_decide_are_told(compared: Comparison) -> None:
    chains = defaultdict(list)
    for row in chain_rows(compared.reading, compared.since, compared.as_of):
        chains[row.chain_id].append((row.person, row.from_organization, row.from_post, row.to_organization, row.to_post))
    assert compared.chains({tuple(chain) for chain in chains.values()}) >= 0.995


def test_turnover_counts_the_people_of_the_world(compared: Comparison) -> None:
    rows = {row.organization: row for row in turnover_rows(compared.reading, compared.since, compared.as_of)}
    counted = {name: (rows[name].entries, rows[name].exits) if name in rows else (0, 0) for name in compared.changes()}
    assert counted == compared.changes()


def test_holders_balance_where_all_is_certain(compared: Comparison) -> None:
    rows = turnover_rows(compared.reading, compared.since, compared.as_of)
    certain = [
        row
        for row in rows
        if not (row.entries_possible or row.exits_possible or row.holders_from_possible or row.holders_to_possible)
    ]
    assert certain
    assert all(row.holders_from + row.entries - row.exits == row.holders_to for row in certain)
    assert all(row.rate is None or row.rate <= 1 for row in rows)
