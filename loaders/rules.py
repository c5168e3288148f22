"""What stands around acts in a clause without being one, read from `vocabulary/clauses.toml` and compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from loaders.wordings import Template, read_template

_FILE = Path(__file__).parent / "vocabulary" / "clauses.toml"


class Rules(Struct, frozen=True, kw_only=True):
    """The compiled rules; each is explained where it is written."""

    signal: re.Pattern[str]
    subject_cue: re.Pattern[str]
    mention_cue: re.Pattern[str]
    lead_in: re.Pattern[str]
    starts: re.Pattern[str]
    blocks: re.Pattern[str]
    proposals: re.Pattern[str]
    passed: re.Pattern[str]
    tails: re.Pattern[str]
    formerly: re.Pattern[str]
    credits: re.Pattern[str]
    by_procedure: re.Pattern[str]
    qualifier: re.Pattern[str]
    retirement: re.Pattern[str]
    subjects: tuple[Template, ...]
    mentions: tuple[Template, ...]
    facts: re.Pattern[str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    signal: str
    subject_cue: str
    mention_cue: str
    lead_in: str
    starts: str
    blocks: str
    proposals: str
    passed: str
    tails: str
    formerly: str
    credits: str
    by_procedure: str
    qualifier: tuple[str, ...]
    retirement: str
    subjects: tuple[str, ...]
    mentions: tuple[str, ...]
    facts: tuple[str, ...]


@cache
def rules() -> Rules:
    """The rules, compiled."""
    read = msgspec.convert(tomllib.loads(_FILE.read_text(encoding="utf-8")), _File)
    compiled: dict[str, re.Pattern[str] | tuple[Template, ...]] = {}
    for name in _File.__struct_fields__:
        value = getattr(read, name)
        if name in ("subjects", "mentions"):
            compiled[name] = tuple(map(read_template, value))
        else:
            compiled[name] = re.compile("|".join(value) if isinstance(value, tuple) else value)
    return Rules(**compiled)  # type: ignore[arg-type]
