"""The command line as a whole: misuse and failure give one line and exit status 2; nothing heavy is imported in vain."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.cli import COMMANDS, main
from graph.settings import ROOT


def run(*words: str, env: Mapping[str, str] | None = None, shell_tail: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("NEO4J_")} | dict(env or {})
    return subprocess.run(
        ["bash", "-c", f'"$@" {shell_tail}', "bash", sys.executable, "-m", "graph", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["qurey"], "invalid choice: 'qurey'"),
        (["query"], "one of NAME, --list and --cypher"),
        (["query", "person/career", "--list"], "one of NAME, --list and --cypher"),
        (["query", "person/carreer"], "Did you mean person/career"),
        (["query", "person/career"], "needs the parameter 'person'. It takes person: person"),
        (["query", "person/career", "--param", "person"], "--param 'person' has no name and value"),
        (["query", "person/career", "--param", "person=a", "--param", "person=b"], "--param person is given twice"),
        (["query", "person/career", "--param", "who=a"], "has no parameter 'who'"),
        (["query", "post/vacancies", "--param", "as_of=soon"], "not an ISO date such as 2020-11-27"),
        (["query", "person/career", "--limit", "-1"], "'-1' is not a whole number"),
        (["query", "person/career", "--timeout", "0"], "give a number above zero"),
        (["export", "xlsx", "-o", "x"], "invalid choice: 'xlsx'"),
        (["export", "csv"], "-o/--output"),
        (["serve", "--port", "99999"], "99999 is no port"),
    ],
)
def test_misuse_is_one_line_and_status_two(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = main(words)
    except SystemExit as ended:
        status = int(ended.code or 0)
    captured = capsys.readouterr()
    assert status == 2
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert said in captured.err


def test_list_of_queries_needs_no_server(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--list", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "name,about,params,columns"
    assert any(line.startswith("person/career,") for line in lines)


def test_output_is_utf8_in_any_locale_without_a_mark() -> None:
    done = run("query", "--list", "--format", "csv", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"name,")
    assert "任新未见免旧".encode() in done.stdout
    assert b"\r" not in done.stdout


def test_reader_of_a_pipe_that_leaves_early_is_no_error() -> None:
    done = run("query", "--list", "--format", "jsonl", shell_tail="| head -c 10 >/dev/null; exit ${PIPESTATUS[0]}")
    assert done.returncode == 0
    assert done.stderr == b""


def test_full_disk_under_stdout_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    done = run("query", "--list", "--format", "csv", shell_tail="> /dev/full")
    assert done.returncode == 2
    assert done.stderr.decode() == "graph query: no space to write the output. Free some, or write elsewhere.\n"


def test_debug_shows_the_traceback() -> None:
    done = run("query", "person/carreer", "--debug")
    assert done.returncode == 2
    assert b"Traceback" in done.stderr


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert command in capsys.readouterr().out


def test_parse_does_not_pay_for_what_it_does_not_use() -> None:
    script = (
        "import sys\nfrom graph.cli import main\n"
        "try: main(['parse', '--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'neo4j', 'networkx', 'streamlit', 'rich'} & {name.split('.')[0] for name in sys.modules}\n"
        "sys.exit(str(sorted(heavy)) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
