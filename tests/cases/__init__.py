"""The cases of this folder as data; README.md says how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.model import Act, Reading
from loaders.clause import parse_notice
from loaders.passage import ClauseReading, NoticeText, ParsedAct, Passage
from loaders.pipeline import read_text

FOLDER = Path(__file__).parent


class Case(NamedTuple):
    """A text and the acts that it must give, each a row of person, action, organization, post and whatever more it states."""

    name: str
    text: str
    acts: list[list[str]]
    whole: bool
    """Whether the text is a whole notice, else clauses of one."""

    def read(self) -> Reading | ClauseReading:
        """What the program reads from the text."""
        return read_text(self.text, self.name) if self.whole else read_clauses(self.text)

    def given(self, acts: Sequence[Act | ParsedAct]) -> list[list[str]]:
        """The acts as rows, each as long as the row that must be given in its place."""
        lengths = [len(row) for row in self.acts] + [4] * len(acts)
        return [written(act)[:length] for act, length in zip(acts, lengths, strict=False)]


def written(act: Act | ParsedAct) -> list[str]:
    """An act as cases write it."""
    named = [act.person, act.action, act.organization, act.post]
    return [*named, act.gender, act.ethnicity, "；".join(act.qualifier), act.effective]


def read_clauses(text: str, issuer: str = "") -> ClauseReading:
    """The reading of a text whose lines are the passages of a notice."""
    passages, at = [], 0
    for line in text.split("\n"):
        kept = [(char, at + place) for place, char in enumerate(line) if not char.isspace()]
        if kept:
            short = line.endswith("：") and len(line) < 8
            passages.append(Passage("".join(char for char, _ in kept), tuple(place for _, place in kept), heading=short))
        at += len(line) + 1
    return parse_notice(NoticeText(passages=tuple(passages), issuer=issuer))


def clause_cases() -> Iterator[Case]:
    """The sentences of this folder's files."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            case = _case(path.stem, block, whole=False)
            if case.text:
                yield case._replace(name=f"{path.stem}-{case.text[:12]}")


def notice_cases() -> Iterator[Case]:
    """The notices of `notices/`."""
    for path in sorted((FOLDER / "notices").glob("*.txt")):
        yield _case(path.stem, path.read_text(encoding="utf-8"), whole=True)


def _case(name: str, content: str, whole: bool) -> Case:
    lines = [line for line in content.split("\n") if not line.startswith("#")]
    text = "\n".join(line for line in lines if not line.startswith("="))
    acts = [[field.strip() for field in line[1:].split("|")] for line in lines if line.startswith("=")]
    return Case(name, text, [act for act in acts if act != ["-"]], whole)
