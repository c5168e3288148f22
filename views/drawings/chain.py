"""A chain of moves: posts as boxes from left to right (or top to bottom where there is no room), people as arrows between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from views.drawings.svg import broken, element, shorten, text_of, width_of

SMALL = 12
BOLD = 13


class Size(Struct, frozen=True):
    """How wide a box is, and how long an arrow."""

    box: int
    gap: int


SIZES = (Size(156, 104), Size(134, 86), Size(116, 74))
"""From left to right as there is room; narrower ones break names over more lines."""


class Place(Struct, frozen=True, kw_only=True):
    """A post in the drawing. `empty` draws it dashed: vacant, or where somebody came from without a post seen."""

    organization: str = ""
    post: str = ""
    note: str = ""
    empty: bool = False


class Arrow(Struct, frozen=True, kw_only=True):
    """The move of one person; `step_id` is what a click gives back. `possible` draws it dashed; `day` may have two lines."""

    step_id: str
    person: str
    day: str = ""
    tip: str = ""
    possible: bool = False


class Chain(Struct, frozen=True, kw_only=True):
    """places[i + 1] → arrows[i] → places[i]; a closed one has one more arrow, from the first place back to the last."""

    title: str
    places: tuple[Place, ...]
    arrows: tuple[Arrow, ...]
    closed: bool = False


def wide_of(chain: Chain, size: Size) -> int:
    """The width that the chain takes from left to right."""
    return len(chain.places) * size.box + (len(chain.places) - 1) * size.gap + 8


def chain_svg(chain: Chain, *, name: str, size: Size = SIZES[0], upright: bool = False) -> str:
    """The drawing; `upright` puts the places under each other. `name` keeps its marker apart from other drawings' ones."""
    tall = max(20 + 18 * len(_lines(place, size.box)) for place in chain.places)
    count = len(chain.places)
    if upright:
        step = tall + 62
        width, height = 330, count * tall + (count - 1) * 62 + 8
        corners = [(4.0, 4.0 + i * step) for i in range(count)]
    else:
        width, height = wide_of(chain, size), max(tall, 66) + 12 + (70 if chain.closed else 8)
        corners = [(4.0 + i * (size.box + size.gap), 4.0) for i in range(count)]
    boxes = [_box(place, x, y, tall, size.box) for place, (x, y) in zip(chain.places, corners, strict=True)]
    between = chain.arrows[1:] if chain.closed else chain.arrows
    arrows = [_arrow(arrow, corners[i], corners[i + 1], tall, upright, size, name) for i, arrow in enumerate(between)]
    if chain.closed:
        arrows.append(_way_back(chain.arrows[0], corners, tall, upright, size, name))
    return element(
        "svg",
        element(
            "defs",
            element(
                "marker",
                element("path", d="M0,0 L9,4.5 L0,9 z", class_="head"),
                id=f"{name}-head",
                markerWidth=9,
                markerHeight=9,
                refX=8,
                refY="4.5",
                orient="auto",
                markerUnits="userSpaceOnUse",
            ),
        ),
        *boxes,
        *arrows,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label=chain.title,
        class_="chain",
    )


def _lines(place: Place, box: int) -> list[tuple[str, str]]:
    """The lines of a box with their classes."""
    room = box - 16
    return [
        *((line, "org") for line in broken(place.organization, SMALL, room, 3)),
        *((line, "post") for line in broken(place.post, BOLD, room, 2)),
        *((line, "note") for line in broken(place.note, SMALL, room, 2)),
    ]


def _box(place: Place, x: float, y: float, tall: int, box: int) -> str:
    lines = _lines(place, box)
    first = y + (tall - 18 * len(lines)) / 2 + 13
    texts = [
        element(
            "text",
            text_of(line),
            x=x + box / 2,
            y=first + 18 * i,
            text_anchor="middle",
            font_size=BOLD if kind == "post" else SMALL,
            class_=kind,
        )
        for i, (line, kind) in enumerate(lines)
    ]
    outline = element("rect", x=x, y=y, width=box, height=tall, rx=6, class_="place empty" if place.empty else "place")
    return element("g", element("title", text_of(f"{place.organization}{place.post} {place.note}".strip())), outline, *texts)


def _arrow(
    arrow: Arrow, near: tuple[float, float], far: tuple[float, float], tall: int, upright: bool, size: Size, name: str
) -> str:
    if upright:
        x = near[0] + size.box / 2
        start, end = (x, far[1]), (x, near[1] + tall)
        return _move(
            arrow, f"M{start[0]},{start[1]} L{end[0]},{end[1] + 1}", (x + 12, (start[1] + end[1]) / 2 - 2), "start", 150, name
        )
    y = near[1] + tall / 2
    middle = (near[0] + size.box + far[0]) / 2
    return _move(arrow, f"M{far[0]},{y} L{near[0] + size.box + 1},{y}", (middle, y - 8), "middle", size.gap - 8, name)


def _way_back(arrow: Arrow, corners: Sequence[tuple[float, float]], tall: int, upright: bool, size: Size, name: str) -> str:
    """From the first place to the last, below or beside the others: what closes a swap or a cycle."""
    (x, y), (last_x, last_y) = corners[0], corners[-1]
    if upright:
        out = x + size.box + 12
        path = f"M{x + size.box},{y + tall / 2} H{out} V{last_y + tall / 2} H{last_x + size.box + 1}"
        return _move(arrow, path, (out + 8, (y + last_y + tall) / 2), "start", 140, name)
    low = y + tall + 26
    path = f"M{x + size.box / 2},{y + tall} V{low} H{last_x + size.box / 2} V{last_y + tall + 1}"
    return _move(arrow, path, ((x + last_x + size.box) / 2, low - 8), "middle", last_x - x, name, below=True)


def _move(arrow: Arrow, path: str, at: tuple[float, float], anchor: str, room: float, name: str, *, below: bool = False) -> str:
    """The line with the person above it and the day below."""
    line = element("path", d=path, class_="move possible" if arrow.possible else "move", marker_end=f"url(#{name}-head)")
    person = shorten(arrow.person, BOLD, room)
    words = [(person, at[1], BOLD, "who")]
    first = at[1] + (24 if anchor == "middle" else 16)
    words += [(shorten(line, 11, room + 6), first + 14 * i, 11, "day") for i, line in enumerate(arrow.day.splitlines())]
    left = at[0] - (room / 2 if anchor == "middle" else 0)
    wide = max(width_of(person, BOLD), room)
    hit = element("rect", x=left, y=at[1] - 14, width=wide, height=58 if not below else 46, class_="hit")
    texts = [
        element("text", text_of(content), x=at[0], y=y, text_anchor=anchor, font_size=size, class_=kind)
        for content, y, size, kind in words
    ]
    label = " ".join([arrow.person, *arrow.day.splitlines()])
    return element(
        "g", line, hit, *texts, data_id=arrow.step_id, data_tip=arrow.tip or label, aria_label=arrow.tip or label, class_="row"
    )
