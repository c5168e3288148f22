"""The posts that an entry names."""

from __future__ import annotations

import pytest

from loaders.careers.held import read_held


def posts(text: str) -> list[tuple[str, str]]:
    return [(item.organization, item.post) for item in read_held(text).items]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("任甲大学团委书记，乙大学学习", [("甲大学", "团委书记")]),
        ("某公社某大队知青、党支部书记", [("某公社某大队", "党支部书记")]),
        ("某矿技术员、车间主任、副矿长", [("某矿", "技术员"), ("某矿", "车间主任"), ("某矿", "副矿长")]),
        ("某军区副处长、正团职副主任", [("某军区", "副处长"), ("某军区", "正团职副主任")]),
        ("某公社任团委副书记", [("某公社", "团委副书记")]),
        ("在某区国家税务局任副局长", [("某区国家税务局", "副局长")]),
        ("某省某处（某办公室）处长", [("某省某处（某办公室）", "处长")]),
        ("曾任某县县长等职", [("某县", "县长")]),
        ("任某大学党委常委、校长（2004年7月明确为副部级）", [("某大学", "党委常委"), ("某大学", "校长")]),
        ("受聘为某大学荣誉教授", []),
        ("某大学法律系研究生", []),
        ("在某大学任教", []),
    ],
)
def test_posts_are_told_from_what_is_no_office(text: str, held: list[tuple[str, str]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize("text", ["在某县挂职副县长", "挂职任某县副县长", "某县挂职任副县长", "到某县挂任副县长"])
def test_a_secondment_says_so(text: str) -> None:
    (item,) = read_held(text).items
    assert (item.organization, item.post, item.qualifier) == ("某县", "副县长", ("挂职",))


def test_what_a_bracket_tells_besides_is_handed_back() -> None:
    held = read_held("某县副县长（副处级，其间：2001.05—2002.05挂职任某处副处长）")
    assert held.items[0].qualifier == ("副处级",)
    assert held.asides == ("2001.05—2002.05挂职任某处副处长",)


def test_a_post_may_have_a_period_of_its_own() -> None:
    assert read_held("历任甲厂厂长（1990-1995）、乙局局长（1995年至今）").periods == ("1990/1995", "1995/")
