"""load, unload, status, query, export and rebuild on the local graph: what they print, and what they do with bad input."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graph.cli import main
from graph.settings import ROOT

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.client import Graph
    from tests.conftest import Servers

NOTICE = """澜川市人民政府
关于高远等2人职务任免的通知

澜政任〔2020〕1号

各县（市、区）人民政府，市人民政府各部门：
　　经市人民政府研究，决定：
　　任命高远为澜川市水务局局长（试用期为一年）；
　　免去林知微的澜川市水务局局长职务。

澜川市人民政府
2020年3月5日
"""

Out = pytest.CaptureFixture[str]


@pytest.fixture
def local(servers: Servers, local_server: Settings) -> Graph:
    """The empty local graph that the commands find through the environment."""
    return servers.empty_graph(local_server)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one notice."""
    path = tmp_path / "公报"
    path.mkdir()
    (path / "1.txt").write_text(NOTICE, encoding="utf-8")
    return path


def rows(out: Out) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out.readouterr().out)))


def ask(out: Out, name: str, *params: str) -> list[dict[str, str]]:
    words = [word for param in params for word in ("--param", param)]
    out.readouterr()
    assert main(["query", name, *words, "--format", "csv"]) == 0
    return rows(out)


def test_load_says_what_was_new_and_then_unchanged(local: Graph, folder: Path, capsys: Out) -> None:
    assert main(["load", str(folder)]) == 0
    first = capsys.readouterr().out
    assert "sources: 1 new, 0 changed, 0 unchanged, 0 removed" in first
    assert "acts: 2 added" in first
    assert main(["load", str(folder)]) == 0
    assert "sources: 0 new, 0 changed, 1 unchanged, 0 removed" in capsys.readouterr().out
    (row,) = ask(capsys, "organization/roster", "organization=澜川市水务局", "on=2020-03-05")
    assert (row["person"], row["certainty"], row["acting"], row["start_date"]) == ("高远", "certain", "false", "2020-03-05")
    assert row["doc_numbers"] == "澜政任〔2020〕1号"


def test_strict_load_tells_of_issues_by_its_status(local: Graph, folder: Path, capsys: Out) -> None:
    assert main(["load", str(folder), "--strict"]) == 0
    (folder / "1.txt").write_text(NOTICE.replace("等2人", "等3人"), encoding="utf-8")
    capsys.readouterr()
    assert main(["load", str(folder), "--strict"]) == 1
    assert "head_count" in capsys.readouterr().out
    (issue,) = ask(capsys, "notice/issues")
    assert issue["kind"] == "head_count"
    assert issue["source"].endswith("1.txt")


def test_unload_takes_the_file_out_and_status_is_sound(local: Graph, folder: Path, capsys: Out) -> None:
    assert main(["load", str(folder)]) == 0
    assert main(["status", "--format", "csv"]) == 0
    assert main(["unload", str(folder)]) == 0
    assert main(["rebuild"]) == 0
    capsys.readouterr()
    assert main(["status", "--format", "csv"]) == 0
    stored = {row["name"]: int(row["count"]) for row in rows(capsys) if row["part"] == "stored"}
    assert stored["Act"] == stored["Person"] == stored["HELD"] == 0


def test_an_id_that_is_no_more_leads_to_its_person(local: Graph, folder: Path, capsys: Out) -> None:
    assert main(["load", str(folder)]) == 0
    (held,) = ask(capsys, "person/career", "person=高远")
    (act,) = ask(capsys, "person/evidence", "person=高远")
    assert ask(capsys, "person/career", "person=p" + act["act_id"][1:]) == [held]


def test_a_name_that_nobody_bears_gives_no_rows_and_a_word(local: Graph, capsys: Out) -> None:
    assert main(["query", "person/career", "--param", "person=查无此人", "--format", "csv"]) == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert "nothing stored bears the person 查无此人" in said.err


def test_limit_is_never_silent(local: Graph, folder: Path, capsys: Out) -> None:
    assert main(["load", str(folder)]) == 0
    capsys.readouterr()
    assert main(["query", "organization/changes", "--param", "from=2020-01-01", "--param", "to=2020-12-31", "--limit", "1"]) == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == 2
    assert "1 of 2 rows shown" in said.err


def test_own_cypher_reads_and_only_reads(local: Graph, folder: Path, capsys: Out) -> None:
    assert main(["load", str(folder)]) == 0
    capsys.readouterr()
    assert main(["query", "--cypher", "MATCH (p:Person) RETURN p.name AS name ORDER BY name", "--format", "csv"]) == 0
    assert sorted(row["name"] for row in rows(capsys)) == ["林知微", "高远"]
    assert main(["query", "--cypher", "CREATE (p:Person)"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_exports_hold_the_whole_graph(local: Graph, folder: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["load", str(folder)]) == 0
    target = tmp_path / "out"
    assert main(["export", "csv", "-o", str(target / "csv")]) == 0
    assert main(["export", "csv", "-o", str(target / "all.zip")]) == 0
    assert main(["export", "graphml", "-o", str(target / "all.graphml")]) == 0
    with (target / "csv" / "Person-HELD-Post.csv").open(encoding="utf-8", newline="") as file:
        held = list(csv.DictReader(file))
    assert {row["doc_numbers"] for row in held} == {"澜政任〔2020〕1号"}
    assert {row["start_date"] for row in held} == {"2020-03-05", ""}
    with zipfile.ZipFile(target / "all.zip") as archive:
        assert archive.read("Person-HELD-Post.csv") == (target / "csv" / "Person-HELD-Post.csv").read_bytes()
    network = nx.read_graphml(target / "all.graphml", force_multigraph=True)
    assert {data.get("name") for _, data in network.nodes(data=True) if data["label"] == "Person"} == {"高远", "林知微"}
    assert sum(data["type"] == "HELD" for _, _, data in network.edges(data=True)) == 2
    capsys.readouterr()
    assert main(["export", "csv", "-o", str(target / "csv")]) == 2
    assert "exists and is no empty folder" in capsys.readouterr().err


def test_a_full_disk_under_an_export_leaves_nothing_behind(local: Graph, folder: Path, tmp_path: Path) -> None:
    assert main(["load", str(folder)]) == 0
    target = tmp_path / "small.graphml"
    done = subprocess.run(
        ["bash", "-c", 'ulimit -f 2; exec "$@"', "bash", sys.executable, "-m", "graph", "export", "graphml", "-o", str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 2
    assert "no space to write" in done.stderr
    assert list(tmp_path.glob("*small*")) == []


@pytest.mark.parametrize("command", ["load", "parse"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("broken.txt", "任命高远为澜川市水务局局长。".encode()[:-2] + b"\xff\xff\x80\x81"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    command: str, name: str, content: bytes | None, tmp_path: Path, local: Graph, capsys: Out
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main([command, str(path)]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert name in said.err
    assert said.err.startswith(f"graph {command}: ")
    assert local.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_folder_without_readable_files_is_one_line(tmp_path: Path, local: Graph, capsys: Out) -> None:
    assert main(["load", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert str(tmp_path) in said.err


def test_one_bad_file_in_a_folder_is_an_issue_and_the_rest_is_loaded(folder: Path, local: Graph, capsys: Out) -> None:
    (folder / "2.txt").write_bytes(bytes(range(256)) * 40)
    assert main(["load", str(folder), "--strict"]) == 1
    said = capsys.readouterr().out
    assert "acts: 2 added" in said
    assert "2.txt" in said
    assert "unreadable" in said


def test_a_server_that_is_gone_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert main(["query", "overview/counts"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "127.0.0.1:1" in said.err


def test_a_uri_that_is_none_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setenv("NEO4J_URI", "localhost")
    assert main(["status"]) == 2
    assert "NEO4J_URI is 'localhost'" in capsys.readouterr().err


def test_a_wrong_password_is_one_line(neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.neo4j_uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.neo4j_username)
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    assert main(["query", "overview/counts"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "not-the-password" not in said.err
    assert "password" in said.err.lower()


def test_commands_do_not_depend_on_the_folder_they_are_called_from(folder: Path, local: Graph, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graph", "load", "公报"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "1 new" in done.stdout
