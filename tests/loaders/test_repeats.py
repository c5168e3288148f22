"""An act said twice is one act."""

from __future__ import annotations

from graph.model import Action
from loaders.passage import ParsedAct
from loaders.repeats import without_repeats


def act(person: str, organization: str, post: str, action: Action = "appoint", **more: str) -> ParsedAct:
    return ParsedAct(clause_no=1, action=action, person=person, organization=organization, post=post, **more)


def test_the_fuller_organization_is_kept_in_the_first_place() -> None:
    acts = [act("赵一德", "陕西省", "省长"), act("王平", "某县", "县长"), act("赵一德", "陕西省人民政府", "省长")]
    kept = without_repeats(acts)
    assert [(one.person, one.organization) for one in kept] == [("赵一德", "陕西省人民政府"), ("王平", "某县")]


def test_other_bodies_actions_and_people_are_no_repeats() -> None:
    acts = [
        act("李敏", "县体校", "副校长", gender="男"),
        act("李敏", "县体校", "副校长", gender="女"),
        act("李敏", "县医院", "副校长", gender="男"),
        act("李敏", "县体校", "副校长", "dismiss", gender="男"),
    ]
    assert without_repeats(acts) == acts


def test_a_decision_without_a_post_gives_way_to_the_one_that_names_it() -> None:
    acts = [act("钟鼎", "", "", "resign"), act("钟鼎", "甲公司", "董事", "resign"), act("双喜", "镇林业站", "")]
    assert [(one.person, one.organization) for one in without_repeats(acts)] == [("钟鼎", "甲公司"), ("双喜", "镇林业站")]


def test_attestations_of_different_times_stay_apart() -> None:
    acts = [
        act("李明", "甲大学", "校长", "attest", effective="1994/1996"),
        act("李明", "甲大学", "校长", "attest", effective="1996/1997"),
    ]
    assert without_repeats(acts) == acts
