"""Feet of papers: signatures, days, enclosures."""

from datetime import date

from loaders.foot import FURNITURE, Foot, cut_foot
from loaders.lines import read_lines


def foot(text: str) -> Foot:
    return cut_foot(read_lines(text))


def test_a_signature_names_who_and_when() -> None:
    cut = foot("任命孔辉为局长。\n中共甲县委\n甲县人民政府\n2020年6月5日")
    assert (cut.signers, cut.day, len(cut.main)) == (("中共甲县委", "甲县人民政府"), date(2020, 6, 5), 1)


def test_signer_and_day_may_share_a_line() -> None:
    cut = foot("任命孔辉为局长。\n甲县人民政府　　2020年6月5日")
    assert (cut.signers, cut.day, len(cut.main)) == (("甲县人民政府",), date(2020, 6, 5), 1)


def test_a_day_without_signer_is_enough() -> None:
    assert foot("任命孔辉为局长。\n二〇二〇年六月五日").day == date(2020, 6, 5)


def test_the_president_signs_with_office_and_name() -> None:
    cut = foot("任命甲为部长。\n中华人民共和国主席　习近平\n2019年10月26日")
    assert (cut.signers, len(cut.main)) == (("中华人民共和国主席",), 1)


def test_a_signature_without_a_day_is_no_part_of_the_body() -> None:
    cut = foot("任命孔辉为局长。\n甲县人民政府")
    assert (cut.signers, cut.day, len(cut.main)) == (("甲县人民政府",), None, 1)


def test_what_follows_the_signature_is_enclosed_from_the_first_mark_on() -> None:
    cut = foot("任命孔辉为局长。\n2020年6月5日\n（此件公开发布）\n附件：任免名单\n孔辉 局长")
    assert [line.text for line in cut.attached] == ["附件：任免名单", "孔辉局长"]


def test_a_stamped_day_with_the_day_of_the_week_is_no_signature() -> None:
    assert foot("免去李家超的司长职务。\n2022年4月8日(星期五)").day is None


def test_page_numbers_rules_and_copyright_say_nothing() -> None:
    for line in ("·1·", "—9—", "※※※※", "12", "版权所有：甲市", "第3页共5页", "（此件公开发布）"):
        assert FURNITURE.fullmatch(line), line
    assert not FURNITURE.fullmatch("任命孔辉为局长。")
