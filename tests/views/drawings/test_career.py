"""The timeline: what is known is solid, what is not fades, and everything that a file says is escaped."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from msgspec import convert

from graph.dates import Bounds
from views.drawings.career import KINDS, Bar, BarKind, career_svg, days_shown, last_day_known

SVG = "{http://www.w3.org/2000/svg}"
WORDS = {**{kind: kind for kind in KINDS}, "fade": "fade", "inferred": "inferred"}


def bar(start: Bounds, end: Bounds, kind: BarKind = "formal", **values: object) -> Bar:
    plain = {"bar_id": "t1", "organization": "某市教育局", "post": "局长"}
    return convert({**plain, "kind": kind, "start": start, "end": end, **values}, Bar)


def draw(*bars: Bar, width: int = 860) -> ElementTree.Element:
    markup = career_svg(
        bars,
        width=width,
        as_of=date(2024, 1, 1),
        known_to=date(2024, 1, 1),
        title="career",
        as_of_label="2024-01-01",
        legend=WORDS,
        name="c",
    )
    return ElementTree.fromstring(markup)


def opacities(svg: ElementTree.Element) -> list[float]:
    """How opaque the first bar is at its two ends and at the borders of what is certain."""
    gradient = svg.find(f".//{SVG}linearGradient")
    assert gradient is not None
    return [float(stop.attrib["stop-opacity"]) for stop in gradient]


def test_a_tenure_with_both_days_known_is_solid_from_end_to_end() -> None:
    svg = draw(bar(Bounds.on(date(2019, 1, 1)), Bounds.on(date(2021, 1, 1))))
    assert opacities(svg) == [1, 1, 1, 1]
    assert "fade" not in "".join(svg.itertext())


def test_a_start_known_only_within_bounds_fades_in_and_an_end_out() -> None:
    start, end = Bounds(date(2019, 1, 1), date(2019, 12, 31)), Bounds(date(2021, 1, 1), date(2021, 12, 31))
    assert opacities(draw(bar(start, end))) == [pytest.approx(0.08), 1, 1, pytest.approx(0.08)]


def test_a_start_that_is_unknown_fades_over_all_that_is_drawn_before_the_end() -> None:
    svg = draw(bar(Bounds(None, date(2020, 7, 24)), Bounds.on(date(2020, 7, 24))))
    left, _, _, right = opacities(svg)
    assert left < 1 and right == 1


def test_a_tenure_without_a_known_end_fades_out_past_the_last_day_known() -> None:
    left, _, _, right = opacities(draw(bar(Bounds.on(date(2020, 1, 1)), Bounds(), open=True)))
    assert left == 1 and right < 1


@pytest.mark.parametrize("kind", ["acting", "nominated", "seconded"])
def test_acting_nominated_and_seconded_have_a_pattern_and_not_colour_alone(kind: BarKind) -> None:
    svg = draw(bar(Bounds.on(date(2020, 1, 1)), Bounds.on(date(2021, 1, 1)), kind))
    drawn = svg.find(f".//{SVG}rect[@class='bar {kind}']")
    assert drawn is not None
    pattern = re.fullmatch(r"url\(#(.+)\)", drawn.attrib["fill"])
    assert pattern and svg.find(f".//{SVG}pattern[@id='{pattern[1]}']") is not None


def test_an_inferred_end_has_an_edge_of_its_own() -> None:
    stated = draw(bar(Bounds.on(date(2020, 1, 1)), Bounds.on(date(2021, 1, 1))))
    inferred = draw(bar(Bounds.on(date(2020, 1, 1)), Bounds.on(date(2021, 1, 1)), inferred_end=True))
    assert stated.find(f".//{SVG}line[@class='inferred']") is None
    assert inferred.find(f".//{SVG}line[@class='inferred']") is not None


def test_names_from_files_cannot_become_markup() -> None:
    svg = draw(bar(Bounds.on(date(2020, 1, 1)), Bounds(), post='<script>"&局长', open=True, bar_id='"><img>'))
    assert svg.find(f".//{SVG}script") is None
    rows = svg.findall(f".//{SVG}g[@class='row']")
    assert [row.attrib["data-id"] for row in rows] == ['"><img>']
    assert '<script>"&局长' in rows[0].attrib["aria-label"]


@pytest.mark.parametrize("width", [330, 560, 1040])
def test_every_bar_lies_inside_the_drawing_and_every_id_occurs_once(width: int) -> None:
    bars = [
        bar(Bounds(None, date(2015, 1, 1)), Bounds.on(date(2016, 1, 1)), bar_id="a"),
        bar(Bounds.on(date(2016, 1, 1)), Bounds(), open=True, bar_id="b"),
        bar(Bounds.on(date(2023, 12, 1)), Bounds(), "nominated", bar_id="c"),
    ]
    svg = draw(*bars, width=width)
    for rect in svg.findall(f".//{SVG}rect"):
        if (rect.get("class") or "").startswith("bar"):
            assert float(rect.attrib["x"]) >= 0 and float(rect.attrib["x"]) + float(rect.attrib["width"]) <= width
    ids = [node.attrib["id"] for node in svg.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))


def test_the_years_shown_hold_every_day_that_is_known() -> None:
    first, last = days_shown([bar(Bounds.on(date(2011, 5, 1)), Bounds.on(date(2013, 5, 1)))], date(2024, 1, 1), date(2023, 6, 1))
    assert (first, last) == (date(2011, 1, 1), date(2025, 1, 1))


def test_open_tenures_are_solid_to_the_coverage_or_to_a_later_day_that_a_bar_names() -> None:
    one = bar(Bounds.on(date(2024, 3, 1)), Bounds(), open=True)
    assert last_day_known([one], date(2024, 1, 1)) == date(2024, 3, 1)
    assert last_day_known([one], date(2025, 1, 1)) == date(2025, 1, 1)
