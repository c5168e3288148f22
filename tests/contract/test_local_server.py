"""The life of the local graph: one server a folder, for as long as it has clients, whatever happens to them or to it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.settings import ROOT, Settings
from graph.store import local_server
from graph.store.client import connect
from graph.store.local_files import FileLock, LocalFiles, is_locked

pytestmark = pytest.mark.local


class Client:
    """A client process; `leave` ends it as a program ends, the rest as accidents do."""

    def __init__(self, folder: Path, idle: int, task: str = "hold", *, ignore_interrupt: bool = False) -> None:
        words = [sys.executable, "-m", "tests.servers.local_client", str(folder), str(idle), task]
        if ignore_interrupt:
            words = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *words]
        self.process = subprocess.Popen(
            words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def leave(self) -> str:
        return self.process.communicate(timeout=60)[0]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for a local graph; whatever runs in it is stopped afterwards."""
    folder = tmp_path / "数据 data"
    yield folder
    if folder.is_dir():
        local_server.stop(Settings(local_dir=folder))
        assert not is_locked(LocalFiles(folder).java)


def ends_within(lock_file: Path, seconds: float) -> bool:
    """Whether the process that holds the lock has ended before `seconds` have passed."""
    lock = FileLock(lock_file)
    ended = lock.take(wait=seconds)
    lock.release()
    return ended


def count(settings: Settings) -> list[dict[str, object]]:
    with connect(settings) as graph:
        return graph.read("MATCH (n:Kept) RETURN count(n) AS n")


def test_one_server_whoever_starts_it_until_its_last_client_has_gone(folder: Path) -> None:
    clients = [Client(folder, 1) for _ in range(3)]
    addresses = {client.line() for client in clients}
    assert len(addresses) == 1
    assert addresses.pop().startswith("ready bolt://127.0.0.1:")
    settings, files = Settings(local_dir=folder), LocalFiles(folder)
    assert not local_server.stop_if_unused(settings)
    clients[0].leave()
    clients[1].process.kill()
    clients[1].leave()
    assert not ends_within(files.supervisor, 3)
    clients[2].leave()
    assert ends_within(files.supervisor, 30)
    assert not is_locked(files.java)


def test_stopped_server_is_gone_and_started_again_has_its_data_and_new_passwords(folder: Path) -> None:
    settings, files = Settings(local_dir=folder), LocalFiles(folder)
    first = local_server.ensure_running(settings)
    with connect(settings) as graph:
        graph.write("CREATE (:Kept)")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in (files.card, files.config / "server-users.jsonl", files.config / "server-groups.json"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first.password not in (files.config / "server-users.jsonl").read_text()
    assert not answers_outside(first.uri)

    assert local_server.stop(settings)
    assert not is_locked(files.java)
    assert not files.card.exists()
    assert not local_server.stop(settings)

    second = local_server.ensure_running(settings)
    assert len({first.password, second.password, first.reader_password, second.reader_password}) == 4
    assert count(settings) == [{"n": 1}]
    assert local_server.stop_if_unused(settings)
    assert not is_locked(files.java)


def answers_outside(uri: str) -> bool:
    """Whether the port also listens on an address of this machine that others can reach."""
    outside = socket.gethostbyname(socket.gethostname())
    if outside.startswith("127."):
        return False
    try:
        socket.create_connection((outside, int(uri.rsplit(":", 1)[1])), timeout=5).close()
    except OSError:
        return False
    return True


def test_interrupt_at_the_terminal_ends_clients_and_not_the_server(folder: Path) -> None:
    """Also when the server was started where interrupts are ignored; its supervisor itself obeys one."""
    files = LocalFiles(folder)
    deaf, hearing = Client(folder, 30, ignore_interrupt=True), Client(folder, 30)
    assert deaf.line() == hearing.line()
    os.killpg(deaf.process.pid, signal.SIGINT)
    os.killpg(hearing.process.pid, signal.SIGINT)
    assert hearing.process.wait(30) != 0
    hearing.leave()
    assert deaf.process.poll() is None
    assert count(Settings(local_dir=folder)) == [{"n": 0}]
    os.kill(int(files.supervisor.read_text()), signal.SIGINT)
    assert ends_within(files.supervisor, 30)
    deaf.leave()


def test_killed_server_or_supervisor_loses_nothing_acknowledged(folder: Path) -> None:
    settings, files = Settings(local_dir=folder), LocalFiles(folder)
    writer = Client(folder, 30, "write")
    assert writer.line().startswith("ready")
    said = [writer.line() for _ in range(20)]
    os.kill(int(files.java.read_text()), signal.SIGKILL)
    while said[-1] and not said[-1].startswith("failed"):
        said.append(writer.line())  # left at once, it might end before it writes again
    said += writer.leave().split("\n")
    acknowledged = {int(line.split()[1]) for line in said if line.startswith("stored")}
    assert any(line.startswith("failed") for line in said)
    assert stored_whole(settings) in (acknowledged, acknowledged | {len(acknowledged) + 1})

    before = files.java.read_text()
    os.kill(int(files.supervisor.read_text()), signal.SIGKILL)
    assert ends_within(files.java, 15)
    assert acknowledged <= stored_whole(settings)
    assert files.java.read_text() != before


def stored_whole(settings: Settings) -> set[int]:
    """The numbers written; each with all of its fifty nodes, or the test fails."""
    with connect(settings) as graph:
        rows = graph.read("MATCH (w:Written) RETURN w.number AS number, count(*) AS n")
    assert {row["n"] for row in rows} == {50}
    return {row["number"] for row in rows}


def test_removed_folder_ends_the_server_and_a_new_one_can_start_there(folder: Path) -> None:
    settings = Settings(local_dir=folder)
    with connect(settings) as graph:
        graph.write("CREATE (:Kept)")
        files = LocalFiles(folder)
        java = int(files.java.read_text())
        shutil.rmtree(folder)
        assert is_gone_within(java, 15)
    assert not folder.exists()
    assert count(settings) == [{"n": 0}]


def is_gone_within(pid: int, seconds: int) -> bool:
    """Whether the process ends within that time; it is nobody's child here."""
    done = subprocess.run(
        ["timeout", str(seconds), "sh", "-c", f"while kill -0 {pid} 2>/dev/null; do sleep 0.1; done"], check=False
    )
    return done.returncode == 0


def test_damaged_folder_is_told_and_not_opened_as_an_empty_graph(folder: Path) -> None:
    settings, files = Settings(local_dir=folder), LocalFiles(folder)
    with connect(settings) as graph:
        graph.write("CREATE (:Kept)")
    local_server.stop(settings)
    dictionary = next(files.database.glob("dictionary*"))
    whole = dictionary.read_bytes()
    dictionary.write_bytes(whole[:1000])
    with pytest.raises(StoreError, match="damaged") as told:
        local_server.ensure_running(settings)
    assert str(folder) in told.value.what
    assert "Restore the folder" in told.value.remedy
    dictionary.write_bytes(whole)
    assert count(settings) == [{"n": 1}]
    local_server.stop(settings)
    shutil.rmtree(files.databases)
    with pytest.raises(StoreError, match="damaged"):
        local_server.ensure_running(settings)


def test_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear all")
    with pytest.raises(StoreError, match="holds other files"):
        local_server.ensure_running(Settings(local_dir=tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_folder_that_cannot_be_made_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="LOCAL_GRAPH_DIR") as told:
        local_server.ensure_running(Settings(local_dir=tmp_path / "file" / "graph"))
    assert str(tmp_path / "file") in told.value.what


def test_machine_without_the_package_is_told_to_use_neo4j(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb_embedded", None)
    with pytest.raises(StoreError, match="Set NEO4J_URI"):
        local_server.ensure_running(Settings(local_dir=tmp_path / "graph"))
    assert not (tmp_path / "graph").exists()


def test_full_disk_is_told(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    with pytest.raises(StoreError, match="full"):
        local_server.check_space(tmp_path, free * 2)


def test_server_that_does_not_come_up_says_why_and_leaves_nothing_running(folder: Path) -> None:
    files = LocalFiles(folder)
    folder.mkdir()
    files.clients.touch()
    files.databases.write_text("a file where a folder belongs")
    with pytest.raises(StoreError) as told:
        local_server.ensure_running(Settings(local_dir=folder))
    assert str(folder) in told.value.what
    assert not is_locked(files.java)
    assert not files.card.exists()
