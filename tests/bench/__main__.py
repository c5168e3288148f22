"""Runs every bench and prints one table: `make bench`, or `python -m tests.bench parse` for some of them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence

from tests import bench
from tests.bench import Figure, UnmeasuredError


def main(wanted: Sequence[str]) -> int:
    """0 when every bench asked for met its aims or said why it could not run; 1 for an aim missed, 2 for a name that is none."""
    present = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    if unknown := set(wanted) - set(present):
        print(f"No bench named {', '.join(sorted(unknown))}; there are: {', '.join(present)}.", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    for name in wanted or present:
        print(f"{name} …", file=sys.stderr)
        try:
            figures += importlib.import_module(f"tests.bench.{name}").measure()
        except UnmeasuredError as reason:
            figures.append(Figure(name, f"not measured: {reason}"))
    widths = [max(len(getattr(figure, field)) for figure in figures) for field in ("name", "value")]
    for figure in figures:
        aim = f"  (aim: {figure.aim}{'' if figure.met else ' — MISSED'})" if figure.aim else ""
        print(f"{figure.name:{widths[0]}}  {figure.value:>{widths[1]}}{aim}")
    return 0 if all(figure.met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
