"""How many people a title, a sentence or the heading of a list says, against how many are named."""

from __future__ import annotations

from loaders.pipeline import read_text

FOOT = "\n\n清江市人民政府\n2021年4月6日\n"


def counts(body: str, title: str = "清江市人民政府关于任免职务的通知") -> list[tuple[str, str]]:
    """Text and reason of the head counts that do not add up."""
    text = f"{title}\n\n清政任〔2021〕5号\n\n{body}{FOOT}"
    return [(issue.text, issue.reason) for issue in read_text(text, "a.txt").issues if issue.kind == "head_count"]


def test_the_title_says_another_number() -> None:
    title = "清江市人民政府关于赵青山等3人职务任免的通知"
    assert counts("任命赵青山为清江市水利局局长。", title) == [("等3人", "the title says 3 people, 1 are named")]


def test_a_sentence_that_leaves_people_out_says_how_many() -> None:
    body = "任命赵青山、钱白水等5名同志为清江市人民法院人民陪审员。"
    assert counts(body) == [("等5名", "the sentence says 5 people, 2 are named")]
    assert counts("任命赵青山、钱白水等2名同志为清江市人民法院人民陪审员。") == []


def test_a_heading_over_a_list_says_another_number() -> None:
    body = "任命下列3名同志为清江市人民法院人民陪审员：\n赵青山、钱白水。"
    assert counts(body) == [("任命下列3名同志为清江市人民法院人民陪审员", "the heading says 3 people, 2 are named below it")]
    assert counts(body.replace("3名", "2名")) == []


def test_each_of_several_lists_is_counted_by_itself() -> None:
    body = "聘任下列同志专业技术职务：\n副主任医师（2人）：赵青山、钱白水\n主治医师（3人）：孙红叶、李长江"
    assert counts(body, "清江市人民医院关于聘任专业技术职务的通知") == [("3人", "主治医师 is said of 3 people, 2 are named")]


def test_a_verb_with_a_number_heads_the_lines_below_it() -> None:
    lines = [
        "一、任命（2人）：",
        "赵青山为清江市水利局局长；",
        "钱白水为清江市教育局局长。",
        "二、免去（1人）：",
        "孙红叶的清江市水利局局长职务；",
        "李长江的清江市教育局局长职务。",
    ]
    body = "\n".join(lines)
    assert counts(body) == [("二、免去（1人）：", "the heading says 1 people, 2 are named below it")]
