"""How the local graph's Java is called: the command, its settings, its accounts."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import importlib.util
import os
import re
import secrets
from pathlib import Path

import msgspec

from graph.errors import StoreError
from graph.store.local_files import DATABASE, LocalAddress, LocalFiles, write_private

WRITER, READER = "root", "reader"
_PORT = re.compile(r"BOLT connections on /127\.0\.0\.1:(\d+)")
_READY = "ArcadeDB Server started in"
COMMAND_MILLISECONDS = 600_000
"""No single statement, of any account, runs longer; far above the longest batch of a load."""

_READER_GROUP = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}
_ADMIN_GROUP = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
}


def find_package() -> Path:
    """The folder of arcadedb_embedded with its Java and jars; raises StoreError where there is none for this machine."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else None
    if os.name != "posix" or folder is None or not (folder / "jre" / "bin" / "java").is_file():
        raise StoreError("There is no local graph for this machine.", "Set NEO4J_URI to use a Neo4j server.")
    return folder


def heap_megabytes() -> int:
    """A quarter of the machine's memory, or of what a container may use, from 512 MB to 4 GB."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    with contextlib.suppress(OSError, ValueError):  # no container, or one without a limit ("max")
        memory = min(memory, int(Path("/sys/fs/cgroup/memory.max").read_text()))
    return max(512, min(4096, memory // 4 // 2**20))


def archive_file() -> Path:
    """Where the archive of loaded classes is, if it has been made: beside the jars that it fits."""
    return find_package() / "start.aot"


def java_command(*options: str) -> list[str]:
    """The command that runs the server in the current folder; paths inside are relative, so any folder name will do."""
    package = find_package()
    if not options and archive_file().is_file():
        options = (f"-XX:AOTCache={archive_file()}",)
    settings = {
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.rootPath": ".",
        "server.logsDirectory": "./log",
        "server.defaultDatabases": f"{DATABASE}[]",
        # error texts reach the analyst in this mode only
        "server.mode": "development",
        # both listen on all addresses unless told; port 0 is free by construction
        "bolt.host": "127.0.0.1",
        "bolt.port": 0,
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": 0,
        # one flush a commit: a power cut loses nothing acknowledged
        "txWalFlush": 1,
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "command.timeout": COMMAND_MILLISECONDS,
        # twice the cores unless told: a few runaway queries would keep out everybody, also who comes to end them
        "queryMaxConcurrent": 64,
    }
    return [
        str(package / "jre" / "bin" / "java"),
        f"-Xmx{heap_megabytes()}m",
        *options,
        "-XX:ErrorFile=log/java-error.log",
        "-Djava.awt.headless=true",
        "-Dpolyglot.engine.WarnInterpreterOnly=false",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        f"{package / 'jars'}/*",
        *(f"-Darcadedb.{key}={value}" for key, value in settings.items()),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def port_when_ready(log: str) -> int | None:
    """The port on which the server listens, once its log says that it can be used."""
    port = _PORT.search(log)
    return int(port[1]) if port and _READY in log else None


def java_environment() -> dict[str, str]:
    """The environment without options meant for other Javas, and with a locale that can name any file."""
    options = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"}
    return {key: value for key, value in os.environ.items() if key not in options} | {"LC_ALL": "C.UTF-8"}


def write_accounts(files: LocalFiles) -> tuple[str, str]:
    """Write both accounts as hashes with new passwords and return these: the writer's and the reader's."""
    passwords = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    users = [
        {"name": WRITER, "password": password_hash(passwords[0]), "databases": {"*": ["admin"]}},
        {"name": READER, "password": password_hash(passwords[1]), "databases": {DATABASE: ["reader"]}},
    ]
    groups = {"databases": {"*": {"groups": {"admin": _ADMIN_GROUP, "reader": _READER_GROUP}}}, "version": 1}
    files.config.mkdir(mode=0o700, exist_ok=True)
    write_private(files.config / "server-users.jsonl", b"".join(msgspec.json.encode(user) + b"\n" for user in users))
    write_private(files.config / "server-groups.json", msgspec.json.encode(groups))
    return passwords


def password_hash(password: str) -> str:
    """The password as the server's account file wants it."""
    salt = base64.b64encode(secrets.token_bytes(16))
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 65536, 32)
    return f"PBKDF2WithHmacSHA256$65536${salt.decode()}${base64.b64encode(digest).decode()}"


def address_at(port: int, passwords: tuple[str, str], files: LocalFiles) -> LocalAddress:
    """What the card says of a server that listens on `port` and knows these two passwords."""
    writer, reader = passwords
    return LocalAddress(
        uri=f"bolt://127.0.0.1:{port}",
        user=WRITER,
        password=writer,
        reader_user=READER,
        reader_password=reader,
        folder=str(files.folder),
    )
