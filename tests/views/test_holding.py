"""How a tenure stands on a day: the day boundary, bounds, and the coverage (design 3.3)."""

from datetime import date

import pytest

from views.holding import bar_of, post_line, standing

COVERED = date(2024, 12, 31)


def tenure(**values: object) -> dict[str, object]:
    empty = dict.fromkeys(
        ("start_date", "start_not_before", "start_not_after", "end_date", "end_not_before", "end_not_after", "nominated_on"), None
    )
    plain = {"tenure_id": "t1", "organization": "某局", "post": "局长", "status": "current", "end_basis": ""}
    return {**empty, **plain, "acting": False, "seconded": False, "concurrent": False, **values}


def exact(name: str, day: date) -> dict[str, object]:
    return {f"{name}_date": day, f"{name}_not_before": day, f"{name}_not_after": day}


IN, OUT = date(2020, 6, 5), date(2022, 3, 1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2020, 6, 4), ""), (IN, "certain"), (date(2022, 2, 28), "certain"), (OUT, "")],
)
def test_one_holds_from_the_day_of_entry_and_no_more_on_the_day_of_leaving(day: date, expected: str) -> None:
    assert standing(tenure(status="ended", **exact("start", IN), **exact("end", OUT)), day, COVERED) == expected


def test_between_the_bounds_of_the_end_one_holds_only_possibly() -> None:
    row = tenure(status="ended", **exact("start", IN), end_not_before=date(2022, 1, 1), end_not_after=date(2022, 12, 31))
    assert standing(row, date(2021, 12, 31), COVERED) == "certain"
    assert standing(row, date(2022, 6, 1), COVERED) == "possible"
    assert standing(row, date(2022, 12, 31), COVERED) == ""


def test_past_the_coverage_an_open_tenure_is_only_possible() -> None:
    row = tenure(**exact("start", IN))
    assert standing(row, COVERED, COVERED) == "certain"
    assert standing(row, date(2025, 1, 1), COVERED) == "possible"


def test_a_start_that_nobody_stated_is_possible_and_a_nomination_holds_nothing() -> None:
    assert standing(tenure(status="ended", start_not_after=OUT, **exact("end", OUT)), date(2021, 1, 1), COVERED) == "possible"
    assert standing(tenure(status="nominated", nominated_on=IN), IN, COVERED) == ""


def test_party_comes_before_state_and_a_body_is_named_once() -> None:
    posts = [("三门峡市教育局", "局长"), ("三门峡市教育局党组", "书记"), ("三门峡市总工会", "委员")]
    assert post_line(posts) == "三门峡市教育局党组书记、局长、三门峡市总工会委员"


def test_two_posts_of_one_body_name_it_once() -> None:
    assert post_line([("某集团", "董事长"), ("某集团", "总经理")]) == "某集团董事长、总经理"


def test_a_nomination_is_drawn_on_the_day_it_was_made() -> None:
    bar = bar_of(tenure(status="nominated", nominated_on=IN), "")
    assert (bar.kind, bar.start.day, bar.open) == ("nominated", IN, False)


def test_an_end_that_a_rule_inferred_is_drawn_as_inferred() -> None:
    assert bar_of(tenure(status="ended", end_basis="succession", **exact("end", OUT)), "").inferred_end
    assert not bar_of(tenure(status="ended", end_basis="stated", **exact("end", OUT)), "").inferred_end
