"""The seed gazette loaded once on each server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.seed import gazette

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.client import Graph
    from tests.conftest import Servers


@pytest.fixture(scope="module")
def seed(servers: Servers, server: Settings) -> Graph:
    """A graph that holds the seed gazette alone, on each server in turn."""
    from graph.store.load import load_readings
    from loaders.pipeline import read_sources

    graph = servers.empty_graph(server)
    load_readings(graph, read_sources([str(gazette())]))
    return graph
