"""The pages run in this process on the local graph: with the sample city, or with nothing stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from graph.settings import ROOT

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.client import Graph
    from tests.conftest import Servers

Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def sample(servers: Servers, local_server: Settings) -> Graph:
    """The local graph holding the sample city alone."""
    from graph.store.load import load_readings
    from loaders.pipeline import read_sources

    graph = servers.empty_graph(local_server)
    load_readings(graph, read_sources([str(ROOT / "data" / "sample" / "notices")]))
    return graph


@pytest.fixture
def nothing(servers: Servers, local_server: Settings) -> Graph:
    """The local graph holding nothing."""
    return servers.empty_graph(local_server)


@pytest.fixture
def open_page(local_server: Settings) -> Iterator[Open]:
    """Opens a page by its file, with its address given as keywords."""
    from views import store

    def go(file: str = "home.py", **query: str) -> AppTest:
        page = AppTest.from_file(str(ROOT / "views" / "router.py"), default_timeout=120)
        page.run()  # pages are known by their addresses only after a first run
        for name, value in query.items():
            page.query_params[name] = value
        page.switch_page(file)
        page.run()
        assert not page.exception
        return page

    yield go
    store.reconnect()
