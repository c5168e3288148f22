"""A career as a timeline: one row a tenure, faded where a day is not known, hatched while acting, dotted when only nominated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from graph.dates import Bounds
from views.drawings.svg import Value, element, shorten, text_of, width_of

BarKind = Literal["formal", "acting", "nominated", "concurrent", "seconded"]
KINDS: tuple[BarKind, ...] = ("formal", "acting", "nominated", "concurrent", "seconded")

LABEL = 12
TICK = 11
NARROW = 520
"""Below this width labels stand above their bars."""
OPEN_STUB = 22
"""Pixels by which a tenure without a known end fades out past the last day known."""


class Bar(Struct, frozen=True, kw_only=True):
    """One tenure as it is drawn. `open` means that no end is known; `inferred_end` that no paper states it."""

    bar_id: str
    organization: str
    post: str
    kind: BarKind
    start: Bounds
    end: Bounds
    open: bool = False
    inferred_end: bool = False
    tip: str = ""


class Scale(Struct, frozen=True):
    """Days to pixels."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        part = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + min(max(part, 0.0), 1.0) * (self.right - self.left)


def days_shown(bars: Sequence[Bar], as_of: date, known_to: date) -> tuple[date, date]:
    """The whole years to show: every day that is known, the day asked for, and never fewer than three years."""
    days = [day for bar in bars for side in (bar.start, bar.end) for day in (side.not_before, side.not_after) if day]
    first, last = min([*days, as_of, known_to]), max([*days, as_of, known_to])
    years = max(last.year + 1 - first.year, 3)
    if any(not bar.start.known or bar.start.not_before is None for bar in bars):
        first, years = first.replace(year=first.year - 1, day=1), years + 1
    start = date(first.year, 1, 1)
    return start, date(max(start.year + years, last.year + 1), 1, 1)


def career_svg(
    bars: Sequence[Bar],
    *,
    width: int,
    as_of: date,
    known_to: date,
    title: str,
    as_of_label: str,
    legend: Mapping[str, str],
    name: str,
) -> str:
    """The timeline at its real width, with a legend of what occurs in it: `legend` names each BarKind, "fade" and "inferred".

    `name` keeps the ids of its gradients apart from those of other drawings on the page.
    """
    narrow = width < NARROW
    labels = [f"{bar.organization} {bar.post}" for bar in bars]
    column = 0.0 if narrow else min(max((width_of(label, LABEL) for label in labels), default=0.0) + 12, width * 0.42)
    row = 46 if narrow else 28
    top = 40
    scale = Scale(*days_shown(bars, as_of, known_to), column + 4, width - OPEN_STUB - 4)
    foot = top + row * len(bars) + 12
    key, height = _legend(bars, legend, width, foot, name)
    rows = [_row(bar, i, labels[i], scale, column, top + i * row, row, known_to, narrow, name) for i, bar in enumerate(bars)]
    at = scale.x(as_of)
    anchor = "end" if at > width - 120 else "start" if at < column + 120 else "middle"
    line = element("line", x1=at, y1=top - 8, x2=at, y2=foot - 6, class_="asof")
    line += element("text", text_of(as_of_label), x=at, y=12, class_="asof-label", text_anchor=anchor, font_size=TICK)
    return element(
        "svg",
        _hatches(name),
        _grid(scale, top, foot),
        *rows,
        line,
        key,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label=title,
        class_="career",
    )


def _row(
    bar: Bar, index: int, label: str, scale: Scale, column: float, y: float, row: int, known_to: date, narrow: bool, name: str
) -> str:
    bar_top, thick = (y + 20, 16) if narrow else (y + 5, 18)
    solid, faded = _extent(bar, scale, known_to)
    mask = f"{name}-m{index}"
    box = {"x": faded[0], "y": bar_top, "width": faded[1] - faded[0], "height": thick}
    shape = element("rect", **box, class_=f"bar {bar.kind}", mask=f"url(#{mask})", fill=_fill(bar.kind, name))
    edge = ""
    if bar.inferred_end and not bar.open:
        edge = element("line", x1=faded[1], y1=bar_top - 3, x2=faded[1], y2=bar_top + thick + 3, class_="inferred")
    where: dict[str, Value] = (
        {"x": 4, "y": y + 14, "text_anchor": "start"} if narrow else {"x": column - 6, "y": y + row / 2 + 4, "text_anchor": "end"}
    )
    room = scale.right if narrow else column - 8
    return element(
        "g",
        element("rect", x=0, y=y, width=scale.right + OPEN_STUB, height=row, class_="hit"),
        _mask(mask, box, solid, faded),
        element("text", text_of(shorten(label, LABEL, room)), **where, font_size=LABEL, class_="label"),
        shape,
        edge,
        data_id=bar.bar_id,
        data_tip=bar.tip or label,
        aria_label=f"{label} {bar.tip}".strip(),
        class_="row",
    )


def _extent(bar: Bar, scale: Scale, known_to: date) -> tuple[tuple[float, float], tuple[float, float]]:
    """The stretch that is certain and the one around it that is possible, in pixels."""
    start_after, start_before = bar.start.not_after, bar.start.not_before
    end_before, end_after = bar.end.not_before, bar.end.not_after
    if bar.kind == "nominated":
        x = scale.x(start_after or start_before or known_to)
        return (x, x + 12), (scale.x(start_before) if start_before else x, x + 12)
    outer_left = scale.x(start_before) if start_before else scale.left
    if bar.open:
        inner_right = scale.x(max(known_to, start_after or known_to))
        outer_right = inner_right + OPEN_STUB
    else:
        outer_right = scale.x(end_after) if end_after else scale.x(known_to) + OPEN_STUB
        inner_right = scale.x(end_before) if end_before else outer_left
    outer_right = max(outer_right, outer_left + 6)
    inner_left = scale.x(start_after) if start_after else outer_right
    inner_left = min(max(inner_left, outer_left), outer_right)
    inner_right = min(max(inner_right, inner_left), outer_right)
    return (inner_left, inner_right), (outer_left, outer_right)


def _mask(mask: str, box: dict[str, float], solid: tuple[float, float], faded: tuple[float, float]) -> str:
    """White where certain, running out to a shade where only possible: the fade works for every colour and pattern."""
    span = max(faded[1] - faded[0], 0.1)
    left, right = (solid[0] - faded[0]) / span, (solid[1] - faded[0]) / span
    stops = [
        (0.0, 1.0 if left == 0 else 0.08),
        (left, 1.0),
        (right, 1.0),
        (1.0, 1.0 if right >= 1 else 0.08),
    ]
    gradient = element(
        "linearGradient",
        *(
            element("stop", offset=f"{offset * 100:.1f}%", stop_color="white", stop_opacity=f"{opacity:g}")
            for offset, opacity in stops
        ),
        id=f"{mask}g",
    )
    around = {"x": box["x"] - 2, "y": box["y"] - 2, "width": box["width"] + 4, "height": box["height"] + 4}
    return gradient + element(
        "mask", element("rect", **around, fill=f"url(#{mask}g)"), id=mask, maskUnits="userSpaceOnUse", **around
    )


def _fill(kind: str, name: str) -> str | None:
    return f"url(#{name}-{kind})" if kind in ("acting", "nominated", "seconded") else None


def _hatches(name: str) -> str:
    """Shape beside colour: stripes while acting, dots when nominated, cross lines when seconded."""
    size: dict[str, Value] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    ground = element("rect", width=6, height=6, class_="ground")
    return element(
        "defs",
        element(
            "pattern",
            ground,
            element("path", d="M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5", class_="ink acting"),
            id=f"{name}-acting",
            **size,
        ),
        element("pattern", ground, element("circle", cx=3, cy=3, r=1.4, class_="ink nominated"), id=f"{name}-nominated", **size),
        element("pattern", ground, element("path", d="M0,3 L6,3", class_="ink seconded"), id=f"{name}-seconded", **size),
    )


def _grid(scale: Scale, top: int, height: int) -> str:
    years = range(scale.first.year, scale.last.year + 1)
    step = next(n for n in (1, 2, 5, 10, 20, 50) if (scale.right - scale.left) / max(len(years) - 1, 1) * n >= 40 or n == 50)
    drawn = []
    for year in years[::step]:
        x = scale.x(date(year, 1, 1))
        drawn.append(element("line", x1=x, y1=top - 4, x2=x, y2=height - 6, class_="grid"))
        drawn.append(element("text", str(year), x=max(x, 16.0), y=top - 10, text_anchor="middle", font_size=TICK, class_="tick"))
    return "".join(drawn)


def last_day_known(bars: Sequence[Bar], coverage: date) -> date:
    """The day to which open tenures are drawn solid: the coverage, or a later day that a bar itself names."""
    return max([coverage, *(day for bar in bars for day in (bar.start.not_after, bar.end.not_before) if day)])


def _legend(bars: Sequence[Bar], words: Mapping[str, str], width: int, top: float, name: str) -> tuple[str, int]:
    """What the colours, patterns and edges mean, in as many lines as the width asks for; and where it ends."""
    present = [kind for kind in KINDS if any(bar.kind == kind for bar in bars)]
    marks = ["fade"] if any(bar.start.day is None or bar.open or (bar.end.known and bar.end.day is None) for bar in bars) else []
    marks += ["inferred"] if any(bar.inferred_end and not bar.open for bar in bars) else []
    x, y = 4.0, top + 8
    drawn = []
    for part in [*present, *marks]:
        wide = 30 + width_of(words[part], LABEL) + 18
        if x + wide > width and x > 4:
            x, y = 4.0, y + 24
        drawn += [
            _swatch(part, x, y, name),
            element("text", text_of(words[part]), x=x + 30, y=y + 11, font_size=LABEL, class_="key"),
        ]
        x += wide
    return "".join(drawn), int(y + 24)


def _swatch(part: str, x: float, y: float, name: str) -> str:
    if part == "inferred":
        return element("line", x1=x + 12, y1=y - 1, x2=x + 12, y2=y + 15, class_="inferred")
    if part == "fade":
        box: dict[str, float] = {"x": x, "y": y, "width": 24.0, "height": 13.0}
        mask = _mask(f"{name}-key", box, (x, x), (x, x + 24))
        return mask + element("rect", x=x, y=y, width=24, height=13, class_="bar formal", mask=f"url(#{name}-key)")
    return element("rect", x=x, y=y, width=24, height=13, class_=f"bar {part}", fill=_fill(part, name))
