"""Servers for the tests: one local graph and one real Neo4j a run (both lines with --all-servers), never one of the user's."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.settings import Settings
from tests.servers.neo4j_server import Neo4jServer, NotAvailableError

if TYPE_CHECKING:
    from graph.store.client import Graph

NOT_FOR_TESTS = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "LOCAL_GRAPH_DIR", "LOCAL_GRAPH_IDLE")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all-servers", action="store_true", help="run on both lines of Neo4j: 5 LTS and the newest")


def pytest_configure(config: pytest.Config) -> None:
    for name in NOT_FOR_TESTS:
        os.environ.pop(name, None)
    # an end from outside stops the servers too, also where interrupts were ignored at the start
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.default_int_handler)
    # whatever a test starts without saying where, it never meets the data of the user
    os.environ["LOCAL_GRAPH_DIR"] = str(Path(tempfile.mkdtemp(prefix="graph-tests-")) / "本地 图")
    os.environ["LOCAL_GRAPH_IDLE"] = "5"


def pytest_unconfigure(config: pytest.Config) -> None:
    from graph.store.local_server import stop

    settings = Settings.of()
    stop(settings)
    shutil.rmtree(settings.local_dir.parent, ignore_errors=True)


def neo4j_lines(config: pytest.Config) -> list[str]:
    if os.environ.get("TEST_NEO4J_URI"):
        return ["given"]
    if config.getoption("--all-servers"):
        return ["newest", "lts"]
    return [os.environ.get("TEST_NEO4J_LINE", "newest")]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    lines = [pytest.param(line, marks=pytest.mark.neo4j, id=f"neo4j-{line}") for line in neo4j_lines(metafunc.config)]
    if "server" in metafunc.fixturenames:
        local = pytest.param("local", marks=pytest.mark.local, id="local")
        metafunc.parametrize("server", [local, *lines], indirect=True, scope="session")
    elif "neo4j_server" in metafunc.fixturenames:
        metafunc.parametrize("neo4j_server", lines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """The servers of this run, each started when first asked for, all stopped at the end."""
    running = Servers()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def local_server(servers: Servers) -> Settings:
    """The settings of a running local graph in a folder of its own."""
    return servers.settings("local")


@pytest.fixture(scope="session")
def neo4j_server(servers: Servers, request: pytest.FixtureRequest) -> Settings:
    """The settings of a running Neo4j that belongs to the tests."""
    return servers.settings(request.param)


@pytest.fixture(scope="session")
def server(servers: Servers, request: pytest.FixtureRequest) -> Settings:
    """The settings of each server in turn."""
    return servers.settings(request.param)


@pytest.fixture
def graph(servers: Servers, server: Settings) -> Graph:
    """An empty graph on each server in turn, with its schema."""
    return servers.empty_graph(server)


class Servers:
    """What runs for the tests, and one connection to each."""

    def __init__(self) -> None:
        self._settings: dict[str, Settings] = {}
        self._reasons: dict[str, str] = {}
        self._graphs: dict[str, Graph] = {}
        self._neo4j: list[Neo4jServer] = []

    def settings(self, name: str) -> Settings:
        """Start the server of that name if need be; skips the test, with the reason, when it cannot be had."""
        if name not in self._settings and name not in self._reasons:
            self._start(name)
        if name in self._reasons:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no Neo4j for tests: {self._reasons[name]}")
        return self._settings[name]

    def _start(self, name: str) -> None:
        from graph.store import local_server

        if name == "local":
            settings = Settings.of()
            local_server.ensure_running(settings)
            self._settings[name] = settings
        elif name == "given":
            environment = {key.removeprefix("TEST_"): value for key, value in os.environ.items() if key.startswith("TEST_NEO4J_")}
            self._settings[name] = only_if_empty(Settings.of(environment))
        else:
            try:
                running = Neo4jServer(name)
            except NotAvailableError as reason:
                self._reasons[name] = str(reason)
                return
            self._neo4j.append(running)
            self._settings[name] = running.settings

    def empty_graph(self, settings: Settings) -> Graph:
        from graph.store.client import connect
        from graph.store.setup import ensure_schema

        key = settings.neo4j_uri or str(settings.local_dir)
        if key not in self._graphs:
            self._graphs[key] = connect(settings)
            ensure_schema(self._graphs[key])
        graph = self._graphs[key]
        empty(graph)
        return graph

    def stop(self) -> None:
        with ExitStack() as ending:  # runs all of it, in reverse order, whatever fails
            for running in self._neo4j:
                ending.callback(running.stop)
            for graph in self._graphs.values():
                ending.callback(graph.close)
            for running in self._neo4j:
                used = self._graphs.get(running.settings.neo4j_uri)
                if used is not None and not running.kept.is_dir():
                    empty(used)
                    running.keep()


def empty(graph: Graph) -> None:
    """Remove every node, in portions that fit the servers' memory; the schema stays."""
    while graph.read("MATCH (n) RETURN count(n) AS left")[0]["left"]:
        graph.write("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n")


def only_if_empty(settings: Settings) -> Settings:
    from graph.store.client import connect

    with connect(settings) as graph:
        if graph.read("MATCH (n) RETURN count(n) AS left")[0]["left"]:
            pytest.exit("TEST_NEO4J_URI names a database that is not empty; tests empty theirs, so they do not touch it.", 4)
    return settings
