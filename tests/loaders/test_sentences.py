"""Where clauses and phrases end."""

from __future__ import annotations

from loaders.sentences import iter_clauses, iter_phrases, split_at_commas


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in iter_clauses(text)]


def phrases(text: str) -> list[str]:
    return [text[start:end] for start, end in iter_phrases(text, 0, len(text))]


def test_numbers_in_front_are_no_part_of_a_clause() -> None:
    assert clauses("一、免去甲；二、任命乙。（三）聘任丙。4、解聘丁；1.任命戊") == [
        "免去甲",
        "任命乙",
        "聘任丙",
        "解聘丁",
        "任命戊",
    ]


def test_brackets_and_quotation_marks_are_not_cut() -> None:
    assert clauses("任命甲（女；汉族）为乙。") == ["任命甲（女；汉族）为乙"]
    assert phrases("任命甲（女，汉族）为乙，免去其丙") == ["任命甲（女，汉族）为乙", "免去其丙"]
    assert clauses("通过《甲；乙》。") == ["通过《甲；乙》"]


def test_a_second_verb_begins_a_phrase() -> None:
    text = "免去沈中阳某会常务委员职务、撤销其委员资格"
    assert phrases(text) == ["免去沈中阳某会常务委员职务", "撤销其委员资格"]


def test_the_next_person_of_a_list_of_acts_begins_a_phrase() -> None:
    text = "任命郝鹏为甲委副主任委员、孙绍骋为乙委副主任委员"
    assert phrases(text) == ["任命郝鹏为甲委副主任委员", "孙绍骋为乙委副主任委员"]


def test_names_of_one_act_stay_together() -> None:
    text = "任命张三、李四为某局副局长"
    assert phrases(text) == [text]


def test_a_lone_bracket_ends_nothing() -> None:
    assert clauses("任命甲（女为乙。免去丙") == ["任命甲（女为乙", "免去丙"]


def test_commas_in_cells() -> None:
    assert split_at_commas("副局长（副科级，试用期一年），一级主任科员") == ["副局长（副科级，试用期一年）", "一级主任科员"]
