"""A document taken apart into its notices."""

from datetime import date

import pytest

from loaders.passage import NoticeText
from loaders.pipeline import read_text
from loaders.read import document_of_text
from loaders.split import split_document

NOTICE = """甲市人民政府
关于孔辉等2人职务任免的
通知

甲政任〔2020〕 7 号

各县（市、区）人民政府，市人民政府各部门：
经市人民政府研究，决定：

任命孔 辉为甲市体育局局长；
免去王铮的甲市体育局局长职务。

甲市人民政府
2020 年 6 月 5 日
"""


def notices(text: str) -> tuple[NoticeText, ...]:
    return split_document(document_of_text(text)).notices


def only(text: str) -> NoticeText:
    (notice,) = notices(text)
    return notice


def test_a_notice_is_taken_apart() -> None:
    notice = only(NOTICE)
    assert notice.title == "甲市人民政府关于孔辉等2人职务任免的通知"
    assert (notice.doc_number, notice.issuer, notice.place) == ("甲政任〔2020〕7号", "甲市人民政府", "甲市")
    assert (notice.issued.day, notice.head_count) == (date(2020, 6, 5), 2)
    assert notice.recipients == "各县（市、区）人民政府，市人民政府各部门"
    assert [p.text for p in notice.passages] == [
        "经市人民政府研究，决定：",
        "任命孔辉为甲市体育局局长；",
        "免去王铮的甲市体育局局长职务。",
    ]


def test_a_table_of_contents_is_no_notice() -> None:
    contents = (
        "目 录\n\n甲市人民政府关于孔辉等2人职务任免的通知\t36\n甲市人民政府关于做好秋收工作的通知\t37\n\n出版日期：2020年7月1日\n\n"
    )
    split = split_document(document_of_text(contents + NOTICE))
    assert [n.doc_number for n in split.notices] == ["甲政任〔2020〕7号"]
    assert split.published == date(2020, 7, 1)


def test_a_notice_without_signature_ends_where_the_next_paper_begins() -> None:
    unsigned = NOTICE.replace("甲市人民政府\n2020 年 6 月 5 日\n", "")
    other = (
        "甲市教育局\n\n关于选拔骨干\n教师的通知\n\n甲教文〔2020〕170 号\n\n各学校：\n\n"
        "为落实要求，现通知如下。\n\n甲市教育局\n2020年6月9日\n"
    )
    first, second = notices(unsigned + "\n" + other)
    assert first.passages[-1].text == "免去王铮的甲市体育局局长职务。"
    assert first.issued.day is None
    assert (second.title, second.personnel, second.passages) == ("甲市教育局关于选拔骨干教师的通知", False, ())


def test_a_number_printed_above_the_title_belongs_to_it() -> None:
    notice = only(
        "沛委干〔2009〕20号\n\n中共沛城区委关于孔辉任职的通知\n\n各镇党委：\n孔辉同志任区教育局局长。\n中共沛城区委\n2009年6月18日\n"
    )
    assert (notice.doc_number, notice.title, notice.place) == ("沛委干〔2009〕20号", "中共沛城区委关于孔辉任职的通知", "沛城区")


def test_two_notices_in_a_file_keep_their_own_numbers_and_days() -> None:
    text = (
        "　　霞浦口市人民政府文件\n　　霞政人字〔1996〕14号\n　关于江流等同志职务任免的通知\n"
        "各县、区人民政府：\n　　任命江流为市经委副主任。\n"
        "　　一九九六年五月二十八日\n※※※※※※\n　　霞浦口市卫生局\n　　关于年华同志任职的通知\n　　霞卫人〔1996〕31号\n市防疫站：\n"
        "　　年华同志任你站副站长。\n　　1996年6月3日\n"
    )
    first, second = notices(text)
    assert (first.doc_number, first.issuer, first.issued.day) == ("霞政人字〔1996〕14号", "霞浦口市人民政府", date(1996, 5, 28))
    assert (second.doc_number, second.issuer, second.issued.day) == ("霞卫人〔1996〕31号", "霞浦口市卫生局", date(1996, 6, 3))
    assert second.recipients == "市防疫站"


def test_the_lines_of_a_web_page_name_number_issuer_and_day() -> None:
    text = (
        "<html><body><ul><li><a href='/'>首页</a></li><li><a href='/x'>任免</a></li></ul><h1>关于孔辉等25人职务任免的通知</h1>"
        "<p>发布时间： 2026-06-05 16:37</p><p>文号：沪税浦委任〔2026〕32号</p><p>发文单位：国家税务总局上海市浦东新区税务局</p>"
        "<p>发文日期：2026-06-04</p><div>经研究，决定：<br>孔辉任某科副科长。</div></body></html>"
    )
    notice = only(text)
    assert notice.doc_number == "沪税浦委任〔2026〕32号"
    assert (notice.issuer, notice.place) == ("国家税务总局上海市浦东新区税务局", "上海市浦东新区")
    assert (notice.issued.day, notice.head_count) == (date(2026, 6, 4), 25)
    assert [p.text for p in notice.passages] == ["经研究，决定：", "孔辉任某科副科长。"]


def test_a_table_of_labels_above_the_title_gives_number_and_day() -> None:
    notice = only(
        "索 引 号：\tk123\t发布机构：\t丁市人民政府\n发文日期：\t2020年03月02日\t文　　号：\t丁政任〔2020〕3号\n"
        "关于赵六职务任免的通知\n各县人民政府：\n任命赵六为丁市民政局副局长。\n"
    )
    assert (notice.doc_number, notice.issued.day, notice.issuer) == ("丁政任〔2020〕3号", date(2020, 3, 2), "丁市人民政府")


def test_the_path_of_a_page_is_no_title() -> None:
    text = "丁市人民政府\n当前位置：首页>政务公开>人事任免\n丁市任免工作人员\n发布时间：2020-03-10\n任命赵六为丁市民政局副局长。"
    assert (only(text).title, only(text).issuer) == ("丁市任免工作人员", "")


def test_the_day_under_the_title_goes_before_the_labelled_one() -> None:
    notice = only("某市税务局任免工作人员（2025年12月11日）\n发文日期：2026-08-21\n决定：任命许亥隆为某市税务局办公室主任；")
    assert notice.issued.day == date(2025, 12, 11)


def test_the_session_under_the_title_may_take_two_lines() -> None:
    notice = only(
        "辛市人大常委会\n任免名单\n（2020年8月27日辛市第五届人民代表大会\n常务委员会第二十八次会议通过）\n任命陈志远为辛市法院副院长。"
    )
    assert (notice.issued.day, [p.text for p in notice.passages]) == (date(2020, 8, 27), ["任命陈志远为辛市法院副院长。"])


def test_site_day_and_source_in_one_line_are_no_part_of_the_body() -> None:
    notice = only(
        "壬区人大常委会任免名单\n壬区人大网 2022年07月01日 来源：区人大办\n任命刘一为壬区人民政府副区长。\n【打印】【关闭】"
    )
    assert [p.text for p in notice.passages] == ["任命刘一为壬区人民政府副区长。"]


def test_the_signature_goes_before_the_day_of_the_decision() -> None:
    notice = only(
        "甲市委关于孔辉任职的通知\n各县委：\n市委2015年12月17日决定：\n孔辉同志任市教育局局长。\n中共甲市委\n2015年12月28日"
    )
    assert notice.issued.day == date(2015, 12, 28)


def test_the_day_of_the_decision_stands_in_for_a_missing_signature() -> None:
    notice = only(
        "政府公布主要官员免职\n国务院2022年4月7日决定:免去李家超的政务司司长职务。\n2022年4月8日(星期五)\n香港时间10时40分"
    )
    assert notice.issued.day == date(2022, 4, 7)


def test_no_year_in_the_text_gives_no_day() -> None:
    assert only("国务院任免国家工作人员\n　　新华社北京1月4日电  任命朱咏雷为国家广播电视总局副局长。").issued.day is None


def test_the_year_of_a_session_day_may_come_from_the_label_of_the_page() -> None:
    text = (
        "区人大常委会举行第三十六次会议\n来源:   发布日期:2021-08-16   浏览次数:\n"
        "8月13日上午,区人大常委会第三十六次会议召开,任命孔辉为副区长。"
    )
    assert only(text).issued.day == date(2021, 8, 13)


def test_an_impossible_day_is_an_issue_and_no_day() -> None:
    notice = only(NOTICE.replace("2020 年 6 月 5 日", "2020 年 6 月 35 日"))
    assert notice.issued.day is None
    assert [(issue.kind, issue.text) for issue in notice.issues] == [("bad_date", "2020年6月35日")]


def test_head_counts_in_chinese_numerals_are_read() -> None:
    assert only("关于王明辉等三名同志免职的通知\n某公司：\n王明辉免去某公司总裁职务。\n2017年4月22日").head_count == 3


def test_what_is_attached_is_kept_apart() -> None:
    notice = only(NOTICE + "附：任免人员名单\n孔　辉　甲市体育局局长\n")
    assert [p.text for p in notice.attached] == ["附：任免人员名单", "孔辉甲市体育局局长"]
    assert len(notice.passages) == 3


def test_the_list_that_a_paper_encloses_is_read_when_its_body_names_nobody() -> None:
    text = (
        "甲县人民政府关于孔辉等2人任免职的通知\n甲政干〔2019〕12号\n各乡镇人民政府：\n现将任免名单印发给你们。\n甲县人民政府\n2019年8月6日\n"
        "附件\n任免名单\n任命孔辉为甲县水利局局长；\n免去王铮的甲县水利局局长职务。\n"
    )
    assert [(act.action, act.person) for act in read_text(text, "a.txt").acts] == [("appoint", "孔辉"), ("dismiss", "王铮")]


ANNOUNCEMENTS = """清江市人民代表大会常务委员会公告
（第一号）

清江市第五届人民代表大会常务委员会第三次会议于2021年3月2日决定：
任命赵青山为清江市水利局局长。
现予公布。

清江市人民代表大会常务委员会
2021年3月2日

清江市人民代表大会常务委员会公告
（第二号）

清江市第五届人民代表大会常务委员会第三次会议于2021年3月3日决定：
免去钱白水的清江市教育局局长职务。
现予公布。

清江市人民代表大会常务委员会
2021年3月3日
"""


def test_an_announcement_behind_the_signature_of_another_is_a_notice_of_its_own() -> None:
    reading = read_text(ANNOUNCEMENTS, "a.txt")
    assert [(act.person, act.action, str(act.issued_date)) for act in reading.acts] == [
        ("赵青山", "appoint", "2021-03-02"),
        ("钱白水", "dismiss", "2021-03-03"),
    ]
    assert len(reading.notices) == 2
    assert not reading.issues


def test_what_a_plan_encloses_behind_its_signature_is_no_notice() -> None:
    text = """甲市人民政府关于印发防汛方案的通知

甲政〔2021〕3号

现将防汛方案印发给你们，请遵照执行。

甲市人民政府
2021年5月6日

防汛方案
由赵青山同志任市防汛指挥部总指挥长。
"""
    assert len(notices(text)) == 1


def test_a_list_behind_the_signature_gives_the_acts_that_the_body_does_not_say() -> None:
    text = """甲市人民政府关于赵青山等同志任免职的通知

甲政任〔2021〕8号

任命赵青山为甲市水利局局长。

甲市人民政府
2021年6月5日

附件：任免人员名单
免去：
　　钱白水　甲市教育局副局长
任命：
　　赵青山　甲市水利局局长
"""
    reading = read_text(text, "a.txt")
    assert [(act.person, act.action, act.organization) for act in reading.acts] == [
        ("赵青山", "appoint", "甲市水利局"),
        ("钱白水", "dismiss", "甲市教育局"),
    ]
    assert not reading.issues


@pytest.mark.parametrize(
    "byline",
    [
        "2019年12月30日 来源：新华社",
        "2019-12-30 15:20:11 来源：中国政府网",
        "来源：新华社　　日期：2019年12月30日",
        "http://www.example.com 2019年12月30日10:22 某某网",
    ],
)
def test_the_byline_of_a_page_gives_a_day_where_the_paper_prints_none(byline: str) -> None:
    (notice,) = split_document(document_of_text(f"国务院任免国家工作人员\n{byline}\n任命甲小明为某委员会副主任。")).notices
    assert notice.issued.day == date(2019, 12, 30)
