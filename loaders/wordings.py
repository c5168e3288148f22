"""The wordings that the clause parser knows, read from `wordings/*.toml`; one entry a wording, each with its own example.

A template is a regular expression over folded text with slots: `{who}` a list of people, `{posts}` a row of posts, `{its}` a word
that stands for the people before (其), `{unit}` an organization alone, `{level}` a grade (正股级). `任命{who}为{posts}` is all
that a new wording needs. A group named `q` in a literal goes into the qualifier as printed: `{who}(?P<q>代理){posts}`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from graph.model import Action
from loaders.fold import fold

_FOLDER = Path(__file__).parent / "wordings"
_SLOT = re.compile(r"\{(who|posts|its|unit|level)\}")
ITS = re.compile(
    r"(?:其|他们?|她们?|该同志)(?:的)?|(?:以上|上述|前述|该)(?:[一二两三四五六七八九十百\d]+(?:位|名|人))?(?:同志|人员|人)?"
)

Piece = str | re.Pattern[str]
"""A slot's name or a compiled literal."""


Ends = Literal["", "all", "party", "state", "front", "none"]


class Template(Struct, frozen=True):
    """A template taken apart: literals compiled, slots by name."""

    pieces: tuple[Piece, ...]
    text: str

    @property
    def opens_with_verb(self) -> bool:
        """Whether a literal comes first, so that it may stand behind a lead-in."""
        return isinstance(self.pieces[0], re.Pattern)


class Wording(Struct, frozen=True, kw_only=True):
    """One way of saying an act."""

    name: str
    action: Action
    cue: re.Pattern[str]
    """What the phrase must hold before any template is tried."""
    say: tuple[Template, ...]
    carried: tuple[Template, ...] = ()
    """How the next person is said when the verb is not repeated."""
    listed: tuple[Template, ...] = ()
    """How a person is said on a line below the verb's heading, besides."""
    below: tuple[Template, ...] = ()
    """How the posts of the people listed below are said (任命下列同志为Y)."""
    heading: re.Pattern[str] | None = None
    """A line or phrase that carries this verb to the lines below it."""
    titles: re.Pattern[str] | None = None
    """Words in the title of a notice that give this verb to lists without one."""
    qualifier: tuple[str, ...] = ()
    weak: bool = False
    """Whether it counts only where the paper decides something (behind 决定, 同志, another act)."""
    needs: re.Pattern[str] | None = None
    """What the clause must hold besides, for wordings that alone would say too little."""
    attests: bool = False
    """Whether it also says that the post in front of the name is held now, as publicity does."""
    ends: Ends = ""
    """Of a wording without posts: which of the posts that introduce the person it ends."""
    example: str = ""
    acts: tuple[str, ...] = ()
    """What the example must give: person, action, organization, post, separated by blanks, - for empty."""


class _Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    action: Action
    cue: str
    say: tuple[str, ...]
    example: str
    acts: tuple[str, ...]
    carried: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    heading: str = ""
    titles: str = ""
    qualifier: tuple[str, ...] = ()
    weak: bool = False
    needs: str = ""
    attests: bool = False
    ends: Ends = ""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    wording: tuple[_Entry, ...]


def read_template(text: str) -> Template:
    """A template taken apart.

    >>> [p if isinstance(p, str) else p.pattern for p in read_template("任命{who}为{posts}").pieces]
    ['任命', 'who', '为', 'posts']
    """
    pieces: list[Piece] = []
    for number, part in enumerate(_SLOT.split(text)):
        if number % 2 and part == "its":
            pieces.append(ITS)
        elif number % 2:
            pieces.append(part)
        elif part:
            pieces.append(re.compile(part))
    return Template(tuple(pieces), text)


def parse_wordings(content: str) -> tuple[Wording, ...]:
    """The wordings of one TOML text; raises msgspec.ValidationError or re.error for an entry that is not well made."""
    entries = msgspec.convert(tomllib.loads(content), _File).wording
    return tuple(
        Wording(
            name=entry.name,
            action=entry.action,
            cue=re.compile(entry.cue),
            say=tuple(map(read_template, entry.say)),
            carried=tuple(map(read_template, entry.carried)),
            listed=tuple(map(read_template, entry.listed)),
            below=tuple(map(read_template, entry.below)),
            heading=re.compile(entry.heading) if entry.heading else None,
            titles=re.compile(entry.titles) if entry.titles else None,
            qualifier=entry.qualifier,
            weak=entry.weak,
            needs=re.compile(entry.needs) if entry.needs else None,
            attests=entry.attests,
            ends=entry.ends,
            example=entry.example,
            acts=entry.acts,
        )
        for entry in entries
    )


@cache
def all_wordings() -> tuple[Wording, ...]:
    """Every wording: those that need more first, then files in the order of their names, entries in the order of the file."""
    paths = sorted(_FOLDER.glob("*.toml"))
    read = [wording for path in paths for wording in parse_wordings(path.read_text(encoding="utf-8"))]
    return tuple(sorted(read, key=lambda wording: wording.needs is None))


@cache
def career_wording() -> Wording:
    """What the entries of careers (loaders/careers.py) say, without templates of its own."""
    return next(wording for wording in all_wordings() if not wording.say)


@cache
def _speaks() -> re.Pattern[str]:
    cues = [wording.cue.pattern for wording in all_wordings()]
    headings = [wording.heading.pattern for wording in all_wordings() if wording.heading]
    return re.compile("|".join(f"(?:{pattern})" for pattern in dict.fromkeys((*cues, *headings))))


def may_speak(folded: str) -> bool:
    """Whether any wording's cue is in a phrase: the cheap test before the costly ones."""
    return _speaks().search(folded) is not None


def wording_of_title(title: str) -> Wording | None:
    """The wording whose verb a notice's title names, the most particular one, for lists without a verb of their own."""
    folded = fold(title)
    return next((one for one in reversed(all_wordings()) if one.titles and one.titles.search(folded)), None)
