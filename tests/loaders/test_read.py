"""Bytes into documents: encodings, line ends, pages, and what is refused."""

import pytest

from graph.errors import InputError
from loaders.read import document_of_text, read_document

TEXT = "关于王明辉等三名同志免职的通知\n王明辉免去云南白药控股有限公司总裁职务；\n云南省人民政府\n2017年4月22日\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_chinese_texts_give_the_same_text(encoding: str) -> None:
    assert read_document(TEXT.encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_become_line_feeds(ending: str) -> None:
    assert read_document(TEXT.replace("\n", ending).encode(), "a.txt").text == TEXT


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x00\x01\x02\x03", "byte 0"),
        (TEXT.encode()[:30] + b"\x00" + TEXT.encode()[30:], "at byte 30"),
        (b"%PDF-1.7 \n", "PDF"),
        (b"PK\x03\x04xxxx", "zip"),
        (TEXT.encode()[::2], "neither UTF-8"),
        (b"\xff\xfe" + b"\x00\xd8" * 20, "it is no UTF-16-LE from byte"),
        ("關於王明輝等三名同志免職的通知，雲南省人民政府決定，免去其總裁職務".encode("big5"), "neither UTF-8"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place_and_a_remedy(content: bytes, says: str) -> None:
    with pytest.raises(InputError) as error:
        read_document(content, "folder/a.txt")
    assert "folder/a.txt" in str(error.value)
    assert says in str(error.value)
    assert error.value.remedy


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_told_without_a_mark(encoding: str) -> None:
    document = read_document(TEXT.encode(encoding), "a.txt")
    assert (document.text, document.issues) == (TEXT, ())


def test_a_damaged_byte_is_replaced_and_told_with_its_place() -> None:
    document = read_document(TEXT.encode()[:45] + b"\xff" + TEXT.encode()[45:], "a.txt")
    at = len(TEXT.encode()[:45].decode())
    assert document.text == TEXT[:at] + "\ufffd" + TEXT[at:]
    (issue,) = document.issues
    assert (issue.kind, issue.start, issue.end) == ("undecodable", at, at + 1)
    assert "1 place " in issue.reason
    assert "byte 0xff at byte 45" in issue.reason


@pytest.mark.parametrize(("encoding", "name"), [("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("utf-16", "UTF-16-LE")])
def test_a_file_that_breaks_off_inside_a_character_is_read_up_to_there(encoding: str, name: str) -> None:
    document = read_document(TEXT.rstrip().encode(encoding)[:-1], "a.txt")
    assert document.text == TEXT.rstrip()[:-1] + "\ufffd"
    (issue,) = document.issues
    assert (issue.kind, issue.start) == ("undecodable", len(TEXT.rstrip()) - 1)
    assert name in issue.reason


def test_lines_in_another_encoding_are_read_in_theirs_and_told() -> None:
    document = read_document(TEXT.encode() + TEXT.encode("gb18030"), "a.txt")
    assert document.text == TEXT + TEXT
    (issue,) = document.issues
    assert (issue.kind, issue.start, issue.text) == ("mixed_encodings", len(TEXT), "关于王明辉等三名同志免职的通知")
    assert issue.reason == "4 lines from 5 to 8 are in GB18030, the others in UTF-8"


def test_control_characters_that_word_processors_leave_do_not_make_a_text_unreadable() -> None:
    assert read_document(TEXT.replace("总裁", "总\x07裁").encode(), "a.txt").text == TEXT.replace("总裁", "总\x07裁")


def test_what_a_comment_or_tag_without_end_takes_in_is_told() -> None:
    for opening in ("<!-- ", "<script>", "<p title='"):
        document = document_of_text(f"<html><body><p>任命孔辉为局长。</p>{opening}免去王铮的局长职务。</p></body></html>")
        assert document.text == "任命孔辉为局长。"
        (issue,) = document.issues
        assert (issue.kind, issue.start) == ("cut_off", len(document.text))
    assert document_of_text("<html><body><p>任命孔辉为局长。</p><!-- end").issues == ()


def test_damage_in_a_page_is_told_where_it_stands_in_its_text() -> None:
    page = "<html><body><p>各县：</p><p>任命孔辉为局长。</p></body></html>".encode().replace("县".encode(), "县".encode()[:2])
    document = read_document(page, "a.html")
    assert document.text == "各\ufffd：\n任命孔辉为局长。"
    assert [(issue.kind, issue.start, issue.end) for issue in document.issues] == [("undecodable", 1, 2)]


def test_a_page_becomes_its_main_text_with_blocks_as_lines() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>关于孔辉任职的通知_甲市人民政府网</title><style>p{}</style></head><body>"
        "<div class='nav'><a href='/'>首页</a></div><div id='menu'><ul><li><a href='/a'>机构</a></li></ul></div>"
        "<h1>关于孔辉任职的通知</h1><p>各县：</p><p>&emsp;&emsp;任命孔&nbsp;辉为<b>甲市教育局</b>局长。</p>"
        "<table><tr><th>姓名</th><th>职务</th></tr><tr><td>孔<br>辉</td><td>局长</td></tr></table>"
        "<script>alert(1)</script><div class='footer'>版权所有</div></body></html>"
    )
    document = read_document(page.encode("gb18030"), "a.html")
    assert document.kind == "html"
    assert document.text.replace("\u2003", "").split("\n") == [
        "关于孔辉任职的通知",
        "各县：",
        "任命孔 辉为甲市教育局局长。",
        "姓名\t职务",
        "孔 辉\t局长",
    ]


def test_a_table_that_only_places_an_article_is_no_table() -> None:
    page = (
        "<html><body><table><tr><td><h1>关于孔辉任职的通知</h1></td></tr><tr><td><p>各县：</p><p>任命孔辉为局长。</p><p>甲市人民政府</p>"
        "<p>2020年6月5日</p></td></tr></table></body></html>"
    )
    lines = ["关于孔辉任职的通知", "各县：", "任命孔辉为局长。", "甲市人民政府", "2020年6月5日"]
    assert document_of_text(page).text.split("\n") == lines


def test_a_cell_that_spans_rows_stands_in_each() -> None:
    page = (
        "<html><body><table><tr><th>单位</th><th>姓名</th><th>拟任职务</th></tr>"
        "<tr><td rowspan='2'>甲局</td><td>孔辉</td><td>局长</td></tr>"
        "<tr><td>王铮</td><td>副局长</td></tr><tr><td>乙局</td><td>李敏</td><td>局长</td></tr></table></body></html>"
    )
    rows = ["单位\t姓名\t拟任职务", "甲局\t孔辉\t局长", "甲局\t王铮\t副局长", "乙局\t李敏\t局长"]
    assert document_of_text(page).text.split("\n") == rows


def test_a_cell_does_not_repeat_more_than_a_table_holds() -> None:
    page = "<table><tr>" + "<td rowspan='65534'>孔辉</td>" * 2000 + "</tr>" + "<tr><td>局长</td></tr>" * 2000 + "</table>"
    assert len(document_of_text(page).text) < 10 * len(page)


def test_what_nests_too_deep_is_read_as_lines() -> None:
    page = "<html><body>" + "<div><b><font size=2>" * 3000 + "<div>任命孔辉为局长。</div><div>任命王铮为处长。</div>"
    assert document_of_text(page).text.split("\n") == ["任命孔辉为局长。", "任命王铮为处长。"]


def test_a_page_may_nest_as_deep_as_it_likes() -> None:
    page = "<html><body>" + "<div>" * 3000 + "任命孔辉为局长。" + "</div>" * 3000 + "</body></html>"
    assert document_of_text(page).text == "任命孔辉为局长。"


def test_a_title_that_the_body_lacks_is_kept() -> None:
    page = (
        "<html><head><title>关于孔辉任职的通知 - 甲市人民政府网</title></head><body><p>任命孔辉为局长。</p><p>完</p></body></html>"
    )
    assert document_of_text(page).text.split("\n")[0] == "关于孔辉任职的通知"


def test_a_piece_of_a_page_in_a_text_file_is_read_as_html() -> None:
    document = document_of_text('关于高利民任职的通知\n<p>各厅：</p><p style=\\"x\\">&nbsp;&nbsp;高利民任副主任。</p>')
    assert (document.kind, document.text.split("\n")[0]) == ("html", "关于高利民任职的通知")
    assert "<" not in document.text


def test_a_few_tags_left_over_do_not_make_a_page() -> None:
    text = "第一行\n" * 50 + "<p>盖章</p>\n"
    assert document_of_text(text).text == text
