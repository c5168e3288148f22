"""`make accuracy`, or `python -m tests.accuracy`: scores every set and writes the tables of README and the list of what is wrong.

With `--extra NAME=FOLDER` that folder (texts with `acts.csv`) is scored instead: nothing is written, and what is wrong in it is
printed only with `--wrong`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from graph.errors import GraphError, InputError
from tests.accuracy.sets import HERE, SETS, TextSet, folder_set
from tests.accuracy.tables import Read, headline, list_of_wrong, table_by_kind, table_by_set

README = HERE.parents[1] / "README.md"
WRONG = HERE / "WRONG.md"


def main(argv: Sequence[str] | None = None) -> int:
    """0 when all was scored, 2 when a folder could not be."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument(
        "--extra", action="append", type=_extra, metavar="NAME=FOLDER", help="score this folder instead, write nothing"
    )
    parser.add_argument("--wrong", action="store_true", help="print what is wrong, too: not of texts that are held back")
    args = parser.parse_args(argv)
    try:
        read = read_sets(args.extra or SETS)
    except GraphError as error:
        print(error, file=sys.stderr)
        return 2
    print(table_by_set(read), table_by_kind(read), sep="\n")
    if args.wrong:
        print(list_of_wrong(read))
    if args.extra:
        return 0
    page = README.read_text(encoding="utf-8")
    if missing := [one.name for one in SETS if not one.is_there]:
        README.write_text(with_rows(page, read), encoding="utf-8")
        print(f"Written are the rows of these sets; all else waits for {', '.join(missing)}, not here.", file=sys.stderr)
        return 0
    README.write_text(with_figures(page, read), encoding="utf-8")
    WRONG.write_text(page_of_wrong(read), encoding="utf-8")
    return 0


def read_sets(sets: Sequence[TextSet]) -> Read:
    """The texts of the sets that are there, read."""
    return {one: list(one.read()) for one in sets if one.is_there}


def with_figures(page: str, read: Read) -> str:
    """The page with the figures between its markers `<!-- accuracy NAME -->` and `<!-- end -->` made anew."""
    made = {"in short": headline(read), "by set": table_by_set(read), "by kind": table_by_kind(read)}
    for name, figures in made.items():
        marked = re.compile(rf"(<!-- accuracy {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        found = marked.search(page)
        if found is None:
            raise InputError(
                f"README has no place for the accuracy {name}.", f"Put back <!-- accuracy {name} --> and <!-- end -->."
            )
        page = f"{page[: found.end(1)]}{figures.rstrip()}\n{page[found.start(2) :]}"
    return page


def with_rows(page: str, read: Read) -> str:
    """The page with the rows of these sets made anew; those of the others stay."""
    rows = {row.split("|")[1]: row for row in table_by_set(read).splitlines()[2:]}
    return "\n".join(rows.get(line.split("|")[1], line) if line.startswith("|") else line for line in page.split("\n"))


def page_of_wrong(read: Read) -> str:
    """The list of what is wrong, as a page of its own."""
    return (
        "# What is still read wrong\n\n"
        "Written by `make accuracy`: answers that are missed, acts read beyond them, details of acts that are found, in the sets\n"
        "that may be looked at. What is missed in texts held back is listed nowhere.\n\n" + list_of_wrong(read)
    )


def _extra(text: str) -> TextSet:
    name, _, folder = text.partition("=")
    if not (Path(folder) / "acts.csv").is_file():
        raise argparse.ArgumentTypeError(f"{folder or text} holds no acts.csv; give NAME=FOLDER")
    return folder_set(name, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
