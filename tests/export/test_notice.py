"""The notice writer: the forms that papers have, and what it refuses. Reading back: test_notice_read_back.py."""

from __future__ import annotations

import pytest

from graph.errors import UsageError
from graph.export.notice import ActRow, Paper, write_notice

CITY = "澜川市人民政府"
PLAIN = Paper()


def row(seq: int, person: str, action: str, organization: str, post: str, **more: object) -> ActRow:
    given = {"issuer": CITY, "doc_number": "澜政任〔2021〕1号", "issued": "2021-03-05", **more}
    return ActRow(seq=seq, person=person, action=action, organization=organization, post=post, **given)  # type: ignore[arg-type]


def lines(*rows: ActRow, paper: Paper = PLAIN) -> list[str]:
    return [line.strip() for line in write_notice(rows, paper).splitlines() if line.strip()]


def test_notice_has_the_form_of_the_seed() -> None:
    text = write_notice(
        [
            row(1, "周长青", "appoint", "甲市接待中心", "主任"),
            row(2, "周长青", "dismiss", "甲市招待所", "所长"),
            row(3, "李宝", "dismiss", "甲市接待中心", "主任", gender="女"),
        ],
        Paper(by_procedure=True),
    )
    assert text == (
        "澜川市人民政府\n关于周长青等2人职务任免的通知\n\n"
        "澜政任〔2021〕1号\n\n"
        "各县（市、区）人民政府，市人民政府各部门：\n"
        "　　经市人民政府研究，决定：\n"
        "　　任命周长青为甲市接待中心主任，免去其甲市招待所所长职务；\n"
        "　　免去李宝（女）的甲市接待中心主任职务。\n"
        "　　以上职务的任免，请按有关法律、法规及章程规定办理。\n\n"
        "澜川市人民政府\n2021年3月5日\n"
    )


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (row(1, "高远", "appoint", "甲局", "局长", qualifier=("试用期为一年",)), "任命高远为甲局局长（试用期为一年）。"),
        (row(1, "高远", "appoint", "甲局", "局长", qualifier=("代理",)), "任命高远为甲局代理局长。"),
        (row(1, "高远", "appoint", "甲局", "局长", qualifier=("兼",)), "任命高远为甲局局长（兼）。"),
        (row(1, "高远", "appoint", "甲局", "局长", gender="女", ethnicity="回族"), "任命高远（女，回族）为甲局局长。"),
        (row(1, "高远", "appoint", "甲局", "局长", effective="2021-02"), "任命高远为甲局局长，任职时间自2021年2月起计算。"),
        (
            row(1, "高远", "appoint", "甲局", "局长", effective="2021-02", qualifier=("任职时间从2021年2月算起",)),
            "任命高远为甲局局长，任职时间从2021年2月算起。",
        ),
        (
            row(1, "高远", "revoke", "甲局", "局长", qualifier=("撤销免职决定",)),
            "撤销关于免去高远的甲局局长职务的决定。",
        ),
        (row(1, "高远", "nominate", "甲公司", "董事长"), "提名高远为甲公司董事长人选。"),
        (row(1, "高远", "dismiss", "甲局", "局长", qualifier=("另有任用",)), "免去高远的甲局局长职务（另有任用）。"),
        (row(1, "高远", "retire", "甲局", "局长"), "免去高远的甲局局长职务，退休。"),
        (row(1, "高远", "resign", "甲局", "局长"), "接受高远辞去甲局局长职务的请求。"),
        (
            row(1, "高远", "confirm", "甲局", "局长", effective="2020-03-05"),
            "高远试用期满，正式任甲局局长，任职时间自2020年3月5日起计算。",
        ),
    ],
)
def test_each_action_has_its_wording(act: ActRow, sentence: str) -> None:
    assert sentence in lines(act)


def test_posts_of_one_body_say_the_body_once() -> None:
    acts = [row(1, "高远", "appoint", "甲局", "副局长"), row(2, "高远", "appoint", "甲局", "三级调研员", kind="rank")]
    assert "任命高远为甲局副局长、三级调研员。" in lines(*acts)


def test_remark_behind_a_dismissal_keeps_it_in_a_sentence_of_its_own() -> None:
    acts = [row(1, "高远", "appoint", "甲局", "局长"), row(2, "高远", "dismiss", "乙局", "局长", qualifier=("挂职期满",))]
    assert lines(*acts)[5:7] == ["任命高远为甲局局长；", "免去高远的乙局局长职务（挂职期满）。"]


def test_two_people_of_one_name_count_as_two_heads() -> None:
    acts = [row(1, "王岚", "appoint", "甲局", "局长", gender="女"), row(2, "王岚", "appoint", "乙局", "局长", gender="男")]
    assert lines(*acts)[1] == "关于王岚等2人职务任免的通知"


def test_stated_number_of_heads_stands_as_given() -> None:
    assert lines(row(1, "高远", "appoint", "甲局", "局长"), paper=Paper(heads=3))[1] == "关于高远等3人职务任免的通知"


def test_undated_notice_ends_with_its_issuer_and_an_unsigned_one_with_its_day() -> None:
    act = row(1, "高远", "appoint", "甲局", "局长", issued="")
    assert lines(act)[-1] == CITY
    assert lines(row(1, "高远", "appoint", "甲局", "局长"), paper=Paper(signed=False))[-1] == "2021年3月5日"


def test_list_of_a_standing_committee_has_numbered_items_under_its_session() -> None:
    body = {"issuer": "澜川市人民代表大会常务委员会", "doc_number": ""}
    acts = [
        row(1, "高远", "appoint", "澜川市水务局", "局长", **body),
        row(2, "沈越", "dismiss", "澜川市中级人民法院", "审判员", **body),
    ]
    assert lines(*acts, paper=Paper(meeting="第三次会议")) == [
        "澜川市人民代表大会常务委员会任免名单",
        "（2021年3月5日第三次会议通过）",
        "一、决定任命高远为澜川市水务局局长；",
        "二、免去沈越的澜川市中级人民法院审判员职务。",
    ]


def test_list_of_a_standing_committee_numbers_beyond_twenty() -> None:
    body = {"issuer": "澜川市人民代表大会常务委员会", "doc_number": ""}
    acts = [row(n, f"高{chr(0x4E00 + n)}", "appoint", "甲市人民法院", "审判员", **body) for n in range(1, 22)]
    items = [line.split("、")[0] for line in lines(*acts)[2:]]
    assert items[8:] == ["九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一"]


def test_congress_elects() -> None:
    act = row(1, "高远", "appoint", CITY, "市长", issuer="澜川市人民代表大会", doc_number="")
    assert lines(act, paper=Paper(meeting="第一次会议"))[1:3] == [
        "现将第一次会议选举结果公告如下：",
        "选举高远为澜川市人民政府市长。",
    ]


def test_party_committee_speaks_of_comrades() -> None:
    act = row(1, "高远", "appoint", "甲局", "党组书记", gender="女", issuer="中共澜川市委")
    assert "高远同志（女）任甲局党组书记。" in lines(act)


def test_roster_lists_members_under_their_roles() -> None:
    acts = [
        row(1, "高远", "attest", "澜川市", "副市长", qualifier=("防汛指挥部", "组长")),
        row(2, "沈越山", "attest", "市水务局", "局长", qualifier=("防汛指挥部", "成员")),
        row(3, "沈越山", "attest", "市水务局", "党组书记", qualifier=("防汛指挥部", "成员")),
        row(4, "方可", "attest", "市审计局", "局长", qualifier=("防汛指挥部", "成员")),
    ]
    text = lines(*acts, paper=Paper(purpose="做好防汛工作"))
    assert text[1] == "关于成立防汛指挥部的通知"
    assert text[4] == "为做好防汛工作，决定成立防汛指挥部（成员名单附后）。"
    assert text[7:] == [
        "附件",
        "防汛指挥部成员名单",
        "组　长：高　远（澜川市副市长）",
        "成　员：沈越山（市水务局局长、党组书记）",
        "方　可（市审计局局长）",
    ]


def test_commendation_lists_people_under_the_kind_of_award() -> None:
    acts = [
        row(1, "高远", "attest", "澜川市水务局", "局长", qualifier=("嘉奖个人",)),
        row(2, "方可", "attest", "澜川市审计局", "科长", qualifier=("先进个人",)),
    ]
    text = lines(*acts, paper=Paper(purpose="防汛"))
    assert "等2名同志予以表彰" in text[4]
    assert text[-4:] == ["一、嘉奖个人", "高　远　澜川市水务局局长", "二、先进个人", "方　可　澜川市审计局科长"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "at least one act"),
        ([row(2, "高远", "appoint", "甲局", "局长")], "seq must count"),
        ([row(1, "", "appoint", "甲局", "局长")], "person is empty"),
        ([row(1, "高远", "appoint", "", "局长")], "organization is empty"),
        ([row(1, "高远", "appoint", "甲局", "局长", issuer="")], "needs an issuer"),
        ([row(1, "高远", "appoint", "甲局", "局长", issued="2021-02-30")], "is no day"),
        ([row(1, "高远", "appoint", "甲、乙局", "局长")], "punctuation"),
        ([row(1, "高远", "appoint", "甲局", "局长", effective="2021")], "no ISO day or month"),
        ([row(1, "高远", "dismiss", "甲局", "局长", effective="2021-02")], "only an appointment"),
        ([row(1, "高远", "appoint", "甲局", "局长", effective="2021-02", qualifier=("任职时间自2021年3月起计算",))], "differ"),
        ([row(1, "高远", "die", "甲局", "局长")], "no wording for die"),
        ([row(1, "高远", "revoke", "甲局", "局长")], "says what it cancels"),
        ([row(1, "高远", "attest", "甲局", "局长")], "group；role"),
        (
            [row(1, "高远", "appoint", "甲局", "局长"), row(2, "方可", "appoint", "乙局", "局长", doc_number="澜政任〔2021〕2号")],
            "several notices",
        ),
    ],
)
def test_what_no_notice_can_say_is_refused(rows: list[ActRow], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        write_notice(rows)
