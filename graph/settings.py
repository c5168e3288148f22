"""What the environment decides: which server, where local data lie, which port. Read once, at the edge."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from graph.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the environment can set; names as in Aura's credentials file (design 5)."""

    neo4j_uri: str = ""
    neo4j_username: str = "neo4j"
    neo4j_password: str = ""
    neo4j_database: str = "neo4j"
    local_dir: Path = ROOT / "data" / "local"
    local_idle: int = 30
    """Seconds that the local server stays up after its last client has gone."""
    port: int = 8501
    headless: bool = False

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings of this process; raises UsageError for a number that is none."""
        env = os.environ if environment is None else environment

        def number(name: str, default: int) -> int:
            text = env.get(name, "") or str(default)
            if not text.isdigit():
                raise UsageError(f"{name} is {text!r}, not a whole number.", f"Set it to a number such as {default}, or unset it.")
            return int(text)

        return cls(
            neo4j_uri=env.get("NEO4J_URI", ""),
            neo4j_username=env.get("NEO4J_USERNAME", "") or "neo4j",
            neo4j_password=env.get("NEO4J_PASSWORD", ""),
            neo4j_database=env.get("NEO4J_DATABASE", "") or "neo4j",
            local_dir=Path(env["LOCAL_GRAPH_DIR"]).expanduser() if env.get("LOCAL_GRAPH_DIR") else ROOT / "data" / "local",
            local_idle=number("LOCAL_GRAPH_IDLE", 30),
            port=number("PORT", 8501),
            headless=env.get("HEADLESS", "") not in ("", "0", "false"),
        )
