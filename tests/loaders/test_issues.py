"""The kinds of issue are a closed list."""

import re
from pathlib import Path

from loaders.issues import KINDS

SOURCES = Path(__file__).resolve().parents[2] / "loaders"


def test_every_kind_that_a_reader_raises_is_in_the_list_and_none_besides() -> None:
    raised = {
        kind
        for path in SOURCES.rglob("*.py")
        for kind in re.findall(r"(?:ParsedIssue\(\s*kind=|\bissue\()\"([a-z_]+)\"", path.read_text(encoding="utf-8"))
    }
    assert raised == set(KINDS)
