"""A new edition of the division codes is added and takes nothing away."""

from __future__ import annotations

from pathlib import Path

from loaders.renew_regions import merge, read_list, read_rows


def test_a_list_gives_divisions_and_leaves_out_headings_and_zones(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_text(
        'code,name,cityCode\n110101,"东城区",1101\n110100,"市辖区",11\n130171,"石家庄高新技术产业开发区",1301\n4113,"南阳市",41\n',
        encoding="utf-8",
    )
    assert read_list(path) == {"110101": "东城区", "411300": "南阳市"}


def test_an_older_edition_added_later_changes_no_newer_year() -> None:
    assert merge([("110101", "东城区", "2023")], {"110101": "东城区", "110103": "崇文区"}, "2009") == [
        ("110101", "东城区", "2023"),
        ("110103", "崇文区", "2009"),
    ]


def test_the_stored_list_is_what_adding_nothing_leaves() -> None:
    rows = read_rows()
    assert merge(rows, {}, "2023") == rows
    assert sum(last == "2023" for _, _, last in rows) > 3200
