"""A real Neo4j Community server for tests, put together from Maven Central, kept in the user's cache, run on loopback."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from graph.settings import Settings
from graph.store.local_files import FileLock
from graph.store.schema import statements

LINES = {"newest": "2026.08.1", "lts": "5.26.30"}
JAVA_NEEDED = {"newest": 21, "lts": 17}
PASSWORD = "loopback-tests-only"
START_SECONDS = 120.0

_CONFIGURATION = """\
server.directories.import=import
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.tx_log.rotation.size=32m
db.tx_log.rotation.retention_policy=keep_none
internal.server.bolt.thread_pool_shutdown_wait_time=0s
{more}"""
_MORE = {"newest": "dbms.fleet_manager.enabled=false\nserver.fleet_discovery.enabled=false\n", "lts": ""}
_JAVA_OPTIONS = [
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # starts sooner, which matters more here than the last factor of speed
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
]


class NotAvailableError(Exception):
    """Why this machine can run no Neo4j of that line."""


def find_java(least: int) -> Path:
    """The oldest Java of at least that version: JAVA_HOME, the path, and where systems keep theirs."""
    homes = [Path(os.environ[name]) for name in ("JAVA_HOME", "JDK_HOME") if os.environ.get(name)]
    for folder in ("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", "/opt/java"):
        homes += sorted(Path(folder).glob("*"))
    commands = [home / part / "java" for home in homes for part in ("bin", "Contents/Home/bin")]
    if on_path := shutil.which("java"):
        commands.insert(0, Path(on_path))
    versions = {command.resolve(): _java_version(command) for command in commands if command.is_file()}
    fitting = sorted((version, command) for command, version in versions.items() if version >= least)
    if not fitting:
        raise NotAvailableError(f"Java {least} or newer was not found (JAVA_HOME, PATH, /usr/lib/jvm)")
    return fitting[0][1]


def _java_version(command: Path) -> int:
    said = subprocess.run([command, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def cache() -> Path:
    """The folder outside the project that keeps what is costly to have."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "appointments-graph"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def alone() -> Iterator[None]:
    """While no other run of the tests changes the cache."""
    lock = FileLock(cache() / "changing.lock")
    if not lock.take(wait=300):
        raise NotAvailableError("another run of the tests has been changing the cache for five minutes")
    try:
        yield
    finally:
        lock.release()


def jars(line: str) -> Path:
    """The folder with the server's jars, fetched by Maven once and kept in the user's cache."""
    version = LINES[line]
    folder = cache() / f"neo4j-{version}"
    with alone():
        if not (folder / "complete").is_file():
            _fetch(version, folder)
    return folder / "lib"


def _fetch(version: str, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise NotAvailableError("Maven (mvn) was not found")
    done = subprocess.run(
        [maven, "--quiet", "--batch-mode", "--file", str(Path(__file__).with_name("pom.xml")), f"-Dneo4j.version={version}",
         "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'lib'}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise NotAvailableError(f"Maven could not fetch Neo4j {version}: {done.stdout.strip()[:500]}")
    (folder / "complete").touch()


def entry_point(lib: Path) -> str:
    """The class to run, which is named otherwise in each line; the server's own jar says it."""
    for jar in sorted(lib.glob("neo4j-[0-9]*.jar")):
        with zipfile.ZipFile(jar) as archive:
            return archive.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().split()[0]
    raise NotAvailableError(f"no jar of the server in {lib}")


class Neo4jServer:
    """One running server on data of its own; `stop` ends it and removes the data.

    The data of an empty database with the schema are kept in the cache, which saves half of the next start.
    """

    def __init__(self, line: str) -> None:
        self.line = line
        self.kept = cache() / f"neo4j-{LINES[line]}-{sha256(repr((PASSWORD, statements())).encode()).hexdigest()[:12]}"
        self.home = Path(mkdtemp(prefix="neo4j-"))
        self.java = find_java(JAVA_NEEDED[line])
        self.lib = jars(line)
        self.process: subprocess.Popen[bytes] | None = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        (self.home / "conf").mkdir()
        (self.home / "import").mkdir()
        (self.home / "conf" / "neo4j.conf").write_text(_CONFIGURATION.format(port=self.port, more=_MORE[line]))
        if self._take_kept():
            try:
                self.start()
                return
            except RuntimeError:
                shutil.rmtree(self.kept, ignore_errors=True)
                shutil.rmtree(self.home / "data")
        self._run("org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", PASSWORD)
        self.start()

    @property
    def settings(self) -> Settings:
        return Settings(neo4j_uri=f"bolt://127.0.0.1:{self.port}", neo4j_password=PASSWORD)

    def start(self) -> None:
        """Run until Bolt answers; the server ends with this process however that ends (Linux), and never by its Ctrl-C."""
        prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None
        log = self.home / "console.log"
        (self.home / "logs" / "neo4j.log").unlink(missing_ok=True)
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [self.java, *_JAVA_OPTIONS, "-cp", f"{self.lib}/*", entry_point(self.lib),
                 f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                preexec_fn=None if prctl is None else lambda: prctl(1, signal.SIGKILL),
            )  # fmt: skip
        deadline = time.monotonic() + START_SECONDS
        while not self._started():
            if self.process.poll() is not None or time.monotonic() > deadline:
                said = log.read_text(errors="replace")[-2000:]
                self.kill()
                raise RuntimeError(f"Neo4j {LINES[self.line]} did not start: {said}")
            time.sleep(0.1)

    def _started(self) -> bool:
        log = self.home / "logs" / "neo4j.log"
        return log.is_file() and log.read_text(errors="replace").rstrip().endswith("Started.")

    def kill(self) -> None:
        """End the process as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def keep(self) -> None:
        """Stop cleanly and put the data, an empty database with the schema, into the cache if they are not there yet."""
        if self.kept.is_dir() or self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            return
        with alone():
            if not self.kept.is_dir():
                for old in cache().glob(f"neo4j-{LINES[self.line]}-*"):
                    shutil.rmtree(old)
                draft = self.kept.with_name(f"{self.kept.name}.new")
                shutil.copytree(self.home / "data", draft)
                draft.rename(self.kept)

    def _take_kept(self) -> bool:
        with alone():
            if not self.kept.is_dir():
                return False
            shutil.copytree(self.kept, self.home / "data")
            return True

    def stop(self) -> None:
        self.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def _run(self, main: str, *arguments: str) -> None:
        environment = os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        subprocess.run(
            [self.java, "-cp", f"{self.lib}/*", f"-Dbasedir={self.home}", main, *arguments],
            env=environment, check=True, capture_output=True,
        )  # fmt: skip
