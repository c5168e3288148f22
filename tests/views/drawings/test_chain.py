"""The chain: posts side by side, each arrow pointing to the post taken."""

from xml.etree import ElementTree

import pytest

from views.drawings.chain import SIZES, Arrow, Chain, Place, chain_svg, wide_of

SVG = "{http://www.w3.org/2000/svg}"

RUN = Chain(
    title="甲、乙",
    places=(
        Place(organization="某市财政局", post="局长", note="甲"),
        Place(organization="某市审计局", post="局长", note="乙", empty=True),
    ),
    arrows=(Arrow(step_id="2", person="乙", day="2024-01-01"),),
)
SWAP = Chain(
    title="甲、乙",
    places=RUN.places,
    arrows=(Arrow(step_id="1", person="甲"), Arrow(step_id="2", person="乙", possible=True)),
    closed=True,
)


def draw(chain: Chain, *, upright: bool) -> ElementTree.Element:
    return ElementTree.fromstring(chain_svg(chain, upright=upright, name="n"))


def ends(path: str) -> tuple[float, float]:
    """Where a straight line begins and ends, across."""
    start, end = path.removeprefix("M").split(" L")
    return float(start.split(",")[0]), float(end.split(",")[0])


def test_from_left_to_right_the_arrow_points_to_the_post_on_the_left() -> None:
    move = draw(RUN, upright=False).find(f".//{SVG}path[@class='move']")
    assert move is not None
    start, end = ends(move.attrib["d"])
    assert end < start


@pytest.mark.parametrize("upright", [False, True])
def test_each_arrow_carries_its_step_and_its_person(upright: bool) -> None:
    svg = draw(SWAP, upright=upright)
    rows = svg.findall(f".//{SVG}g[@class='row']")
    assert {row.attrib["data-id"]: row.attrib["aria-label"] for row in rows} == {"1": "甲", "2": "乙"}


def test_a_swap_has_an_arrow_for_each_of_its_people_and_a_possible_one_is_dashed() -> None:
    classes = [
        path.attrib["class"] for path in draw(SWAP, upright=False).findall(f".//{SVG}path") if "move" in path.get("class", "")
    ]
    assert sorted(classes) == ["move", "move possible"]


def test_a_place_that_is_empty_is_drawn_dashed() -> None:
    places = [
        rect.attrib["class"] for rect in draw(RUN, upright=False).findall(f".//{SVG}rect") if "place" in rect.get("class", "")
    ]
    assert places == ["place", "place empty"]


def test_upright_it_fits_a_telephone_and_across_it_says_how_wide_it_is() -> None:
    assert float(draw(RUN, upright=True).attrib["width"]) <= 340
    assert float(draw(RUN, upright=False).attrib["width"]) == wide_of(RUN, SIZES[0])
    assert wide_of(RUN, SIZES[0]) > wide_of(RUN, SIZES[1]) > wide_of(RUN, SIZES[2])


def test_names_from_files_cannot_become_markup() -> None:
    chain = Chain(title="<b>", places=(Place(post="<i>x</i>"), Place(post="&")), arrows=(Arrow(step_id="1", person='"<u>'),))
    svg = draw(chain, upright=False)
    assert svg.find(f".//{SVG}i") is None and svg.find(f".//{SVG}u") is None
