"""Names in front of bodies, where the text before says how long the name is."""

from __future__ import annotations

import pytest

from loaders.pipeline import read_text


@pytest.mark.parametrize(
    ("text", "person", "organization"),
    [
        ("洋河街道副主任黄伟作风不实。决定免去黄伟洋河街道办事处副主任职务。", "黄伟", "洋河街道办事处"),
        ("河东街道副主任黄伟洋作风不实。决定免去黄伟洋河东街道办事处副主任职务。", "黄伟洋", "河东街道办事处"),
    ],
)
def test_a_name_is_as_long_as_the_text_before_knows_it(text: str, person: str, organization: str) -> None:
    reading = read_text(text, "甲.txt")
    assert [(act.person, act.organization) for act in reading.acts] == [(person, organization)]
    assert "uncertain_split" not in {issue.kind for issue in reading.issues}
