"""How the local graph's Java is called."""

from __future__ import annotations

import base64
import hashlib
import json
import stat
from pathlib import Path

from graph.store import local_java
from graph.store.local_files import LocalFiles


def test_password_hash_is_what_the_server_checks() -> None:
    scheme, rounds, salt, digest = local_java.password_hash("secret").split("$")
    assert (scheme, rounds) == ("PBKDF2WithHmacSHA256", "65536")
    assert base64.b64decode(digest) == hashlib.pbkdf2_hmac("sha256", b"secret", salt.encode(), 65536, 32)


def test_accounts_are_private_and_the_reader_can_only_read(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    passwords = local_java.write_accounts(files)
    users = files.config / "server-users.jsonl"
    groups = files.config / "server-groups.json"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (users, groups)} == {0o600}
    assert len(set(passwords)) == 2
    assert not any(password in users.read_text() for password in passwords)
    reader = json.loads(groups.read_text())["databases"]["*"]["groups"]["reader"]
    assert reader["access"] == []
    assert reader["types"] == {"*": {"access": ["readRecord"]}}


def test_command_names_hosts_and_switches_reading_of_files_off() -> None:
    command = local_java.java_command()
    for setting in (
        "bolt.host=127.0.0.1",
        "server.httpIncomingHost=127.0.0.1",
        "txWalFlush=1",
        "opencypher.loadCsv.allowFileUrls=false",
        "opencypher.loadCsv.allowRemoteUrls=false",
        "server.mode=development",
    ):
        assert f"-Darcadedb.{setting}" in command
    assert not any("assword" in word for word in command)


def test_heap_fits_the_machine() -> None:
    assert 512 <= local_java.heap_megabytes() <= 4096


def test_port_is_known_only_when_the_server_is_ready() -> None:
    listening = "Listening for incoming BOLT connections on /127.0.0.1:38087 (protocol v.4, TLS: DISABLED)\n"
    assert local_java.port_when_ready(listening) is None
    assert local_java.port_when_ready(listening + "ArcadeDB Server started in 'development' mode") == 38087
