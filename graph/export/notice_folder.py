"""A folder of papers from two tables: acts.csv, one row an act, and papers.csv, what each paper prints around them.

`python -m graph.export.notice_folder data/sample` writes data/sample/notices; the texts depend on the tables alone.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from graph.errors import GraphError, InputError, UsageError
from graph.export.notice import write_notice
from graph.export.notice_table import Paper, rows_of


def compose(folder: Path) -> dict[str, str]:
    """The text of each file that the tables in `folder` describe, by its path below `notices`.

    A paper named `also_in` another file stands there, too, after those before it. Raises InputError for a missing table,
    UsageError for one that no paper can say.
    """
    acts: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in _table(folder / "acts.csv"):
        acts[line["file"]].append(line)
    around = {line["file"]: line for line in _table(folder / "papers.csv")}
    if unknown := around.keys() - acts.keys():
        raise UsageError(f"papers.csv names {', '.join(sorted(unknown))}, which acts.csv does not.", "Correct papers.csv.")
    texts: dict[str, str] = {}
    for file, lines in acts.items():
        line = around.get(file, {})
        text = write_notice(rows_of(lines), _paper(line))
        for name in filter(None, (file, line.get("also_in", ""))):
            texts[name] = f"{texts[name]}\n\n{text}" if name in texts else text
    return texts


def write_folder(folder: Path) -> list[Path]:
    """Writes the texts below `folder`/notices, takes out texts that no table describes any more, and returns what was written."""
    target = folder / "notices"
    texts = compose(folder)
    for old in target.rglob("*.txt"):
        if old.relative_to(target).as_posix() not in texts:
            old.unlink()
    for name, text in texts.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return [target / name for name in texts]


def _paper(line: dict[str, str]) -> Paper:
    return Paper(
        heads=int(line["heads"]) if line.get("heads") else None,
        meeting=line.get("meeting", ""),
        purpose=line.get("purpose", ""),
        by_procedure=bool(line.get("by_procedure")),
        signed=line.get("signed", "") != "no",
    )


def _table(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(newline="", encoding="utf-8") as handle:
            return list(csv.DictReader(handle))
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}.", "Name the folder that holds acts.csv and papers.csv."
        ) from error


def main(arguments: list[str]) -> int:
    """The command: 0 when written, 2 with one line when not."""
    if len(arguments) != 1:
        print("Name one folder: python -m graph.export.notice_folder data/sample", file=sys.stderr)
        return 2
    try:
        written = write_folder(Path(arguments[0]))
    except GraphError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(written)} files below {Path(arguments[0]) / 'notices'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
