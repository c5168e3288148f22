"""Dates and numbers as printed."""

from datetime import date

import pytest

from loaders.dates import find_days, find_month_days, iso_of, parse_date, parse_number


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020年6月5日", date(2020, 6, 5)),
        ("二〇二〇年六月五日", date(2020, 6, 5)),
        ("二○○四年七月十九日", date(2004, 7, 19)),
        ("一九九九年六月三十日", date(1999, 6, 30)),
        ("二零一七年十二月三十一日", date(2017, 12, 31)),
        ("二0一九年一月八日", date(2019, 1, 8)),
        ("１９９６年３月２８日", date(1996, 3, 28)),
        ("2026-06-04", date(2026, 6, 4)),
        ("2021/8/16", date(2021, 8, 16)),
        ("2020.02.08", date(2020, 2, 8)),
    ],
)
def test_a_day_is_read_in_every_way_of_writing(written: str, day: date) -> None:
    assert parse_date(written).day == day


def test_a_month_gives_its_bounds_and_no_day() -> None:
    bounds = parse_date("2020年2月")
    assert (bounds.day, bounds.not_before, bounds.not_after) == (None, date(2020, 2, 1), date(2020, 2, 29))


@pytest.mark.parametrize("written", ["2020年13月1日", "2021年2月29日", "6月5日", "", "2020年6月5日前后"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"no date|month|day"):
        parse_date(written)


def test_the_end_of_a_range_and_impossible_days_are_not_found() -> None:
    text = "于2018年8月9日至10日举行，2021年2月30日前，2018年7月23日决定"
    start = text.index("2018年7月23日")
    assert find_days(text) == [(date(2018, 7, 23), start, start + len("2018年7月23日"))]


def test_days_without_a_year_are_found_apart() -> None:
    text = "2021年8月1日报道：8月13日上午"
    assert find_month_days(text) == [(8, 13, text.index("8月13日"), text.index("上午"))]


@pytest.mark.parametrize(("written", "number"), [("三", 3), ("二十一", 21), ("十五", 15), ("一百零八", 108), ("31", 31), ("两", 2)])
def test_numbers_are_read(written: str, number: int) -> None:
    assert parse_number(written) == number


def test_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        parse_number("若干")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2014年8月", "2014-08"),
        ("2019年4月1日", "2019-04-01"),
        ("1996年", "1996"),
        ("1988.05", "1988-05"),
        ("一九九六年三月", "1996-03"),
    ],
)
def test_partial_dates_become_iso_prefixes(written: str, iso: str) -> None:
    assert iso_of(written) == iso
