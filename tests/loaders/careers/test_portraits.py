"""Whose life a text tells."""

from __future__ import annotations

import pytest

from loaders.careers.portraits import find_portrait


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("白云飞，男，蒙古族", "白云飞"),
        ("巴雅尔，蒙古族，1955年2月生", "巴雅尔"),
        ("贺兰女汉族1980年5月生", "贺兰"),
        ("方圆：男，1954年", "方圆"),
        ("刘山先生，1965年11月出生", "刘山"),
        ("李梅女士：独立董事，1972年出生", "李梅"),
        ("黄平于1968年出生", "黄平"),
        ("张明（1959年3月—），男，汉族", "张明"),
        ("独立董事候选人周平先生简历：", "周平"),
        ("三、王洪同志简历", "王洪"),
        ("阿不都拉·买买提，男，维吾尔族", "阿不都拉·买买提"),
    ],
)
def test_a_name_with_a_fact_begins_a_portrait(text: str, name: str) -> None:
    found = find_portrait(text)
    assert found is not None
    assert found[0].name == name
    assert text[found[1] - len(name) : found[1]] == name


@pytest.mark.parametrize("text", ["会议指出，男女平等", "任命张三为某局局长", "个人简历", "罗成，现任某局局长"])
def test_other_texts_portray_nobody(text: str) -> None:
    assert find_portrait(text) is None
