"""The words of the pages: both languages complete, none unused, none anywhere else."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from graph.model import ACTIONS
from graph.settings import ROOT
from views.headings import HEADINGS
from views.tables import WORDED
from views.words import WORDS

VIEWS = ROOT / "views"
WORD_FILES = {VIEWS / "words.py", VIEWS / "headings.py"}
IDEOGRAPH = re.compile(r"[一-鿿]")


def sources() -> list[Path]:
    return [path for path in sorted(VIEWS.rglob("*.py")) if path not in WORD_FILES]


def strings(tree: ast.AST) -> list[ast.Constant]:
    """The string constants of a module that are no docstring."""
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_say_something_under_every_key_and_take_the_same_values() -> None:
    for key, (chinese, english) in WORDS.items():
        assert chinese.strip() and english.strip(), key
        assert fields(chinese) == fields(english), key


def test_the_english_words_hold_no_chinese_but_what_papers_print_and_the_language_switch() -> None:
    quoted = {"language", "import.restricted", "reshuffles.placeholder", "notices.placeholder"}
    assert {key for key, (_, english) in WORDS.items() if IDEOGRAPH.search(english)} <= quoted


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_no_page_holds_chinese_words_of_its_own(path: Path) -> None:
    found = [node.value for node in strings(ast.parse(path.read_text("utf-8"))) if IDEOGRAPH.search(str(node.value))]
    assert found == []


def test_every_key_that_a_page_asks_for_exists_and_every_key_is_asked_for() -> None:
    asked, prefixes = set(), {f"{column}." for column in WORDED}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("t", "known")):
                continue
            key = node.args[0]
            if isinstance(key, ast.JoinedStr):
                prefixes |= {str(one.value) for one in key.values[:1] if isinstance(one, ast.Constant)}
            elif isinstance(key, ast.BinOp) and isinstance(key.left, ast.Constant):
                prefixes.add(str(key.left.value))
            else:
                chosen = [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]
                asked |= {str(one.value) for one in chosen if isinstance(one, ast.Constant)}
    named = {str(node.value) for path in sources() for node in strings(ast.parse(path.read_text("utf-8")))}
    assert {key for key in asked if key not in WORDS} == set()
    spare = {key for key in WORDS if key not in asked and key not in named and not key.startswith(tuple(prefixes))}
    assert spare == set()


def test_columns_and_actions_have_words() -> None:
    assert {action for action in ACTIONS if f"action.{action}" not in HEADINGS} == set()
    columns = {str(node.value) for path in sources() for node in strings(ast.parse(path.read_text("utf-8")))}
    unused = {key for key in HEADINGS if key.startswith("col.") and key.removeprefix("col.") not in columns and key not in columns}
    assert unused == set()
