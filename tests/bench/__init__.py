"""Speed as ratios to something plain that does the same on the same machine, so that figures can be compared across machines.

Every module here with a function `measure() -> list[Figure]` is a bench; `python -m tests.bench` runs them all.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


class Figure(Struct, frozen=True):
    """One measured figure: what it is, its value in words, and the aim set for it."""

    name: str
    value: str
    aim: str = ""
    met: bool = True
    """Whether the aim, if there is one, is met."""


class UnmeasuredError(Exception):
    """Why a bench cannot run here, in one sentence."""
