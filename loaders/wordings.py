"""The wordings that the clause parser knows, read from `wordings/*.toml`; one entry a wording, each with its own example.

A template is a regular expression over folded text with slots: `{who}` a list of people, `{posts}` a row of posts, `{its}` a word
that stands for the people before (其), `{unit}` an organization alone, `{level}` a grade (正股级). `任命{who}为{posts}` is all
that a new wording needs. A group named `q` in a literal goes into the qualifier as printed: `{who}(?P<q>代理){posts}`. An entry
that is not well made is a WordingError that names the file, the entry and what to do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from graph.errors import WordingError
from graph.model import ACTIONS, Action
from loaders.fold import fold

_FOLDER = Path(__file__).parent / "wordings"
_SLOT = re.compile(r"\{(who|posts|its|unit|level)\}")
_ANY_SLOT = re.compile(r"\{[A-Za-z_]+\}")
ITS = re.compile(
    r"(?:其|他们?|她们?|该同志)(?:[一二两三四五六七八九十]人|[两二三四五六七八九十]位(?:同志)?)?(?:的)?|(?:以上|上述|前述|该)(?:[一二两三四五六七八九十百\d]+(?:位|名|人))?(?:同志|人员|人)?"
)

_T = TypeVar("_T")
Piece = str | re.Pattern[str]
"""A slot's name or a compiled literal."""


Ends = Literal["", "all", "party", "state", "front", "none", "same"]


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
    """Of a wording without posts: which of the posts that introduce the person it ends; `same`: that it fills those left before."""
    example: str = ""
    acts: tuple[str, ...] = ()
    """What the example must give: person, action, organization, post, separated by blanks, - for empty."""
    file: str = ""
    """Where the entry stands."""


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


def read_template(text: str) -> Template:
    """A template taken apart; raises re.error, or ValueError for a slot that there is not.

    >>> [p if isinstance(p, str) else p.pattern for p in read_template("任命{who}为{posts}").pieces]
    ['任命', 'who', '为', 'posts']
    """
    if unknown := [slot for slot in _ANY_SLOT.findall(text) if not _SLOT.fullmatch(slot)]:
        raise ValueError(f"there is no slot {unknown[0]}")
    pieces: list[Piece] = []
    for number, part in enumerate(_SLOT.split(text)):
        if number % 2 and part == "its":
            pieces.append(ITS)
        elif number % 2:
            pieces.append(part)
        elif part:
            pieces.append(re.compile(part))
    return Template(tuple(pieces), text)


def parse_wordings(content: str, file: str = "wordings") -> tuple[Wording, ...]:
    """The wordings of one TOML text; raises WordingError for an entry that is not well made."""
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise WordingError(f"{file} is not TOML: {error}.", "Mend that place: an entry starts with [[wording]].") from None
    entries = table.pop("wording", [])
    if table or not isinstance(entries, list):
        raise WordingError(f"{file} holds {', '.join(table) or 'a single wording'}.", "Start every entry with [[wording]].")
    return tuple(_wording(entry, file, number) for number, entry in enumerate(entries, 1))


def _wording(written: object, file: str, number: int) -> Wording:
    """The wording of one entry, checked."""
    name = written.get("name") if isinstance(written, dict) else None
    place = f"{file}, entry {number} ({name or 'without a name'})"
    try:
        entry = msgspec.convert(written, _Entry)
    except msgspec.ValidationError as error:
        raise WordingError(f"{place}: {str(error).rstrip('.')}.", _remedy(str(error))) from None

    def compiled(field: str, text: str, make: Callable[[str], _T]) -> _T:
        try:
            return make(text)
        except (re.error, ValueError) as error:
            raise WordingError(
                f"{place}: `{field}` is {text}: {error}.",
                "Brackets come in pairs, slots are {who}, {posts}, {its}, {unit} and {level}.",
            ) from None

    def pattern(field: str, text: str) -> re.Pattern[str]:
        return compiled(field, text, re.compile)

    def templates(field: str, texts: Iterable[str]) -> tuple[Template, ...]:
        return tuple(compiled(field, text, read_template) for text in texts)

    cue = pattern("cue", entry.cue)
    example = fold(entry.example)
    if entry.say and not any(map(cue.search, (example, *re.split("[，；。]", example)))):
        raise WordingError(
            f"{place}: the cue {entry.cue} is not in the example {entry.example}.",
            "Make `cue` a word, in simplified characters, that every phrase with this wording holds.",
        )
    if badly_written := [act for act in entry.acts if len(act.split(" ")) != 4] or ([] if entry.acts else ["no act"]):
        raise WordingError(
            f"{place}: `acts` holds {badly_written[0]}.",
            "Write person, action, organization, post with a blank between, - for none.",
        )
    return Wording(
        name=entry.name,
        action=entry.action,
        cue=cue,
        say=templates("say", entry.say),
        carried=templates("carried", entry.carried),
        listed=templates("listed", entry.listed),
        below=templates("below", entry.below),
        heading=pattern("heading", entry.heading) if entry.heading else None,
        titles=pattern("titles", entry.titles) if entry.titles else None,
        qualifier=entry.qualifier,
        weak=entry.weak,
        needs=pattern("needs", entry.needs) if entry.needs else None,
        attests=entry.attests,
        ends=entry.ends,
        example=entry.example,
        acts=entry.acts,
        file=file,
    )


def _remedy(said: str) -> str:
    """What to do about an entry whose fields are not those of a wording."""
    fields = _Entry.__struct_fields__
    if "unknown field" in said:
        near = get_close_matches(said.split("`")[1], fields, 1)
        return f"Did you mean `{near[0]}`?" if near else f"The fields are {', '.join(fields)}."
    if "missing required field" in said:
        return "Add it: name, action, cue, say, example and acts are needed."
    if "$.action" in said:
        return f"The actions are {', '.join(ACTIONS)}."
    return "See the entries beside it."


@cache
def all_wordings() -> tuple[Wording, ...]:
    """Every wording: those that need more first, then files in the order of their names, entries in the order of the file.

    Raises WordingError for an entry that is not well made or has the name of another.
    """
    read = read_wordings(_FOLDER)
    return tuple(sorted(read, key=lambda wording: wording.needs is None))


def read_wordings(folder: Path) -> list[Wording]:
    """The wordings of a folder's files, in their order, each name once."""
    read: dict[str, Wording] = {}
    for path in sorted(folder.glob("*.toml")):
        for wording in parse_wordings(path.read_text(encoding="utf-8"), f"{folder.parent.name}/{folder.name}/{path.name}"):
            if (other := read.setdefault(wording.name, wording)) is not wording:
                raise WordingError(
                    f"{wording.file}: the name {wording.name} is that of an entry of {other.file}.", "Give each entry its own name."
                )
    return list(read.values())


@cache
def career_wording() -> Wording:
    """What the entries of careers (loaders/careers) say, without templates of its own."""
    return next(wording for wording in all_wordings() if wording.action == "attest" and not wording.say)


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


def heading_wording(words: str) -> Wording | None:
    """The wording whose heading a folded word is (免职), the first of those that have it."""
    return next((one for one in all_wordings() if one.heading and one.heading.fullmatch(words)), None)
