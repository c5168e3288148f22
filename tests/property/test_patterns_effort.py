"""Every pattern of the reader takes time in proportion to the text, whatever the text repeats."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import loaders
from loaders.rules import rules
from loaders.wordings import Template, all_wordings

ROOT = Path(__file__).resolve().parents[2] / "loaders"
METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
SIZE = 2_000
"""Characters of the shorter text; the longest has ten times as many."""
SUSPECT = 0.0012
"""Seconds for the shorter text from which longer ones are tried; most linear patterns take a tenth of it."""


def uses() -> dict[str, set[str]]:
    """The methods with which the sources call a pattern, by its name."""
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                name = str(getattr(node.value, "id", "") or getattr(node.value, "attr", ""))
                found.setdefault(f"{path.stem}.{name}", set()).add(node.attr)
                found.setdefault(name, set()).add(node.attr)
    return found


def patterns() -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    """Every compiled pattern of the loaders and their data: where it stands, and how it is used."""
    used = uses()
    for module in (importlib.import_module(found.name) for found in pkgutil.walk_packages(loaders.__path__, "loaders.")):
        for name, value in vars(module).items():
            stem = module.__name__.rpartition(".")[2]
            own = used.get(f"{stem}.{name}") or (
                set() if isinstance(value, re.Pattern) and name in used else {"match", "fullmatch"}
            )
            if own:
                yield from of_value(f"{module.__name__}.{name}", value, own)
    for wording in all_wordings():
        for field in wording.__struct_fields__:
            yield from of_value(f"wording {wording.name}, {field}", getattr(wording, field), used.get(field, set()) | {"search"})
    for field in rules().__struct_fields__:
        yield from of_value(f"clauses.toml, {field}", getattr(rules(), field), used.get(field, {"search"}))


def of_value(where: str, value: object, used: set[str]) -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    if isinstance(value, re.Pattern):
        yield where, value, used
    elif isinstance(value, Template):
        for piece in value.pieces:
            yield from of_value(f"{where}: {value.text}", piece, {"match", "finditer"})
    elif isinstance(value, tuple | list):
        for part in value:
            yield from of_value(where, part, used)


def words_of(pattern: re.Pattern[Any]) -> list[str]:
    """What the pattern is made of: its parts as they could stand in a text, and beginnings and ends of the whole."""
    written = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = parser.parse(written, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    parts: list[str] = []
    for shortest in (True, False):
        whole = text_of(tree, shortest, parts)
        parts.append(whole)
        if len(whole) <= 40:
            parts += [piece for cut in range(1, len(whole)) for piece in (whole[:cut], whole[cut:])]
    return [part for part in dict.fromkeys(parts) if part][:30]


def text_of(tree: Any, shortest: bool, parts: list[str]) -> str:
    """A text that a parsed pattern may match; that of each part is added to `parts`."""
    text = ""
    for code, value in tree:
        if code is codes.LITERAL:
            text += chr(value)
        elif code in (codes.NOT_LITERAL, codes.ANY):
            text += "张"
        elif code is codes.IN:
            text += char_of(value)
        elif code is codes.BRANCH:
            ways = [text_of(way, shortest, parts) for way in value[1]]
            parts += ways
            text += ways[0] if shortest else max(ways, key=len)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            inner = text_of(value[2], shortest, parts)
            parts.append(inner)
            text += inner * max(value[0], 0 if shortest else 1)
        elif code is codes.SUBPATTERN:
            text += text_of(value[3], shortest, parts)
        elif code is codes.ATOMIC_GROUP:
            text += text_of(value, shortest, parts)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            parts.append(text_of(value[1], shortest, parts))
    return text


def char_of(choices: Any) -> str:
    code, value = choices[0]
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.RANGE:
        return chr(value[0])
    if code is codes.CATEGORY:
        return {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " "}.get(value, "张")
    return "张"


def runner(pattern: re.Pattern[Any], method: str) -> Callable[[Any], object]:
    if method == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    if method == "sub":
        return lambda text: pattern.sub(b"" if isinstance(text, bytes) else "", text)
    return getattr(pattern, method)  # type: ignore[no-any-return]


def seconds(run: Callable[[Any], object], text: str | bytes) -> float:
    begun = time.process_time()
    run(text)
    return time.process_time() - begun


def repeated(word: str, size: int, pattern: re.Pattern[Any]) -> str | bytes:
    """The word again and again, with an end that it does not match."""
    text = (word * (size // len(word) + 1))[:size] + "\x01"
    return text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text


def is_slow(pattern: re.Pattern[Any], method: str, word: str) -> bool:
    run = runner(pattern, method)
    if min(seconds(run, repeated(word, SIZE, pattern)) for _ in range(2)) < SUSPECT:
        return False
    # from here on the figures are large enough to compare; 20,000 characters in the end
    once = min(seconds(run, repeated(word, 5 * SIZE // 2, pattern)) for _ in range(2))
    return once > 2 or min(seconds(run, repeated(word, 10 * SIZE, pattern)) for _ in range(2)) > 6 * once


def test_every_pattern_is_linear_in_what_it_is_made_of() -> None:
    seen: set[tuple[str, str]] = set()
    slow: list[str] = []
    for where, pattern, used in patterns():
        if where.endswith("html._CHARSET"):
            continue  # its text is cut to the head of the page
        methods = {"finditer" if method in ("search", "findall", "sub") else method for method in used}
        fresh = {method for method in methods if (pattern.pattern, method) not in seen}
        seen |= {(pattern.pattern, method) for method in fresh}
        found = [(method, word) for word in words_of(pattern) for method in fresh if is_slow(pattern, method, word)]
        slow += [f"{where}: {found[0][0]} of {found[0][1]!r} again and again; bound what repeats"] if found else []
    assert len(seen) > 400
    assert slow == []


def test_a_pattern_that_backtracks_is_found() -> None:
    assert is_slow(re.compile("由.*任$"), "finditer", "由")
    assert not is_slow(re.compile("由.{0,20}任$"), "finditer", "由")
