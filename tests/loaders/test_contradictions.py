"""What one notice says and cannot mean: each kind once, and what only looks like it."""

from __future__ import annotations

from loaders.pipeline import read_text

HEAD = "清江市人民政府关于赵青山等同志职务任免的通知\n\n清政任〔2021〕5号\n\n"
FOOT = "\n\n清江市人民政府\n2021年4月6日\n"


def said(body: str) -> list[tuple[str, str]]:
    """Kind and reason of the issues of a notice with this body."""
    return [(issue.kind, issue.reason) for issue in read_text(HEAD + body + FOOT, "a.txt").issues]


def test_a_post_given_to_and_taken_from_one_person_is_a_contradiction() -> None:
    assert said("任命赵青山为清江市水利局局长；\n免去赵青山的清江市水利局局长职务。") == [
        ("contradiction", "赵青山 is appointed to and leaves the same post")
    ]


def test_its_place_is_the_clause_that_contradicts() -> None:
    text = HEAD + "任命赵青山为清江市水利局局长；\n免去赵青山的清江市水利局局长职务。" + FOOT
    (issue,) = read_text(text, "a.txt").issues
    assert text[issue.start : issue.end] == "免去赵青山的清江市水利局局长职务"


def test_a_chief_post_given_to_two_people_is_a_contradiction() -> None:
    assert said("任命赵青山为清江市水利局局长；\n任命钱白水为清江市水利局局长。") == [
        ("contradiction", "清江市水利局局长 is given to 赵青山 and to 钱白水")
    ]


def test_deputies_acting_and_seconded_holders_sit_beside_each_other() -> None:
    assert said("任命赵青山为清江市水利局副局长；\n任命钱白水为清江市水利局副局长。") == []
    assert said("任命赵青山为清江市水利局局长（挂职）；\n任命钱白水为清江市水利局局长。") == []


def test_two_days_of_one_appointment_are_a_contradiction() -> None:
    body = (
        "任命赵青山为清江市水利局局长（任职时间从2021年1月起计算）；\n任命赵青山为清江市水利局局长（任职时间从2021年2月起计算）。"
    )
    assert said(body) == [("contradiction", "赵青山 comes to the post on 2021-01 and on 2021-02")]


def test_two_genders_of_one_person_in_one_post_are_a_contradiction() -> None:
    body = "任命赵青山（女）为清江市水利局副局长；\n免去赵青山（男）的清江市水利局副局长职务。"
    assert [kind for kind, _ in said(body)] == ["contradiction"]


def test_a_successor_and_a_move_contradict_nothing() -> None:
    body = "任命赵青山为清江市水利局局长，免去其清江市林业局局长职务；\n免去钱白水的清江市水利局局长职务。"
    assert said(body) == []
