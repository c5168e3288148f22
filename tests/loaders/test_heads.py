"""Heads of papers: numbers, and titles broken over lines."""

import pytest

from loaders.heads import Head, find_heads, find_number, is_personnel
from loaders.lines import read_lines
from loaders.pipeline import read_text


def heads(text: str) -> list[Head]:
    return find_heads(read_lines(text))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("三政任〔2020〕1号", "三政任〔2020〕1号"),
        ("三政任[2020]1号", "三政任〔2020〕1号"),
        ("（甲政任（2020）12号）", "甲政任〔2020〕12号"),
        ("文号：沪税浦委任〔2026〕32号", "沪税浦委任〔2026〕32号"),
        ("甲政任〔２０２０〕３号签发人：孔辉", "甲政任〔2020〕3号"),
        ("己委任〔2018〕7号★", "己委任〔2018〕7号"),
        ("根据国办发〔2019〕11号精神", ""),
        ("（2020年第6号）", ""),
    ],
)
def test_a_number_is_a_line_of_its_own_in_any_brackets(line: str, number: str) -> None:
    assert find_number(line) == number


def test_a_title_reaches_up_to_its_issuers() -> None:
    text = "前一件的正文。\n甲县委\n甲县人民政府\n关于孔辉等3人\n职务任免的通知\n甲发〔2020〕1号\n各乡镇："
    (head,) = heads(text)
    assert (head.first, head.titles, head.body) == (1, (1, 2, 3, 4), 6)


def test_the_signature_of_the_paper_before_is_no_issuer_of_the_next() -> None:
    text = "甲市人民政府\n2020年2月8日\n甲市人民政府 关于孔辉任职的通知\n甲政任〔2020〕2号\n各县："
    (head,) = heads(text)
    assert head.titles == (2,)


def test_a_presidential_order_is_a_paper() -> None:
    first, second = heads("中华人民共和国主席令\n第十二号\n现予公布。\n中华人民共和国主席令\n第十四号\n免去甲的职务。")
    assert (first.number, second.number, second.first) == ("主席令第十二号", "主席令第十四号", 3)


def test_a_list_of_a_session_is_a_paper_without_a_number() -> None:
    (head,) = heads("甲市人民代表大会常务委员会任免名单\n（2021年3月30日第三十五次会议通过）\n任命孔辉为局长。")
    assert (head.titles, head.number) == ((0,), "")


def test_the_entries_of_a_table_of_contents_are_no_heads() -> None:
    assert heads("目录\n甲市人民政府关于孔辉任职的通知\t36\n甲市人民政府关于防汛的通知……（37）\n") == []


def test_titles_that_speak_of_appointments_are_told_from_others() -> None:
    assert is_personnel("关于孔辉等3人职务任免的通知")
    assert not is_personnel("关于印发第九届运动会总体方案的通知")


def test_the_number_of_an_announcement_stands_below_its_title() -> None:
    first, second = read_text(
        "某县人民代表大会常务委员会公告\n（第二号）\n任命甲明为某县教育局局长。\n某县人民代表大会常务委员会\n2020年6月3日\n"
        "某县人民代表大会常务委员会公告\n〔2020〕第3号\n免去乙明的某县水利局局长职务。\n某县人民代表大会常务委员会\n2020年6月5日\n",
        "a.txt",
    ).notices
    assert (first.doc_number, second.doc_number) == ("公告（第二号）", "公告〔2020〕第3号")
