"""How fast a text in which nothing is found is passed over: bytes of UTF-8 by second of the processor."""

from __future__ import annotations

import time
from collections.abc import Sequence

from loaders.pipeline import read_bytes
from tests.bench import Figure
from tests.bench.prose import make_paragraphs

SIZE = 50_000_000
MADE = 5_000_000
"""So much is made, and repeated: nothing is remembered from text to text."""
IN_A_FILE = 20
"""Paragraphs of a small file, of about 7 kB."""
AIM = 50


def measure(size: int = SIZE) -> list[Figure]:
    """One long text of many paragraphs, one of a single line, and many small ones."""
    made = min(size, MADE)
    paragraphs = make_paragraphs(made)
    times = size // made
    long = "\n".join(paragraphs * times).encode()
    line = "".join(paragraphs * times).encode()
    small = ["\n".join(paragraphs[i : i + IN_A_FILE]).encode() for i in range(0, len(paragraphs), IN_A_FILE)] * times
    return [
        _figure("one text of 50 MB", [long]),
        _figure("one line of 50 MB", [line]),
        _figure(f"{len(small):,} texts of {len(small[0]) / 1000:.0f} kB", small),
    ]


def _figure(name: str, texts: Sequence[bytes]) -> Figure:
    read_bytes(texts[0][:3000], "warm.txt")
    started = time.process_time()
    found = sum(len(read_bytes(text, "prose.txt").acts) for text in texts)
    speed = sum(map(len, texts)) / (time.process_time() - started) / 1e6
    if found:
        raise RuntimeError(f"{found} acts were found in {name}, in which there are none.")
    return Figure(f"nothing to find, {name}, MB per second", f"{speed:.0f}", f"{AIM} or more", speed >= AIM)
