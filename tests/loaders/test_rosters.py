"""Lists of members and of people commended."""

from loaders.read import document_of_text
from loaders.rosters import parse_rosters
from loaders.split import split_document

GROUP = """甲市人民政府 关于成立甲市运动会组织委员会的通知

甲政〔2020〕12号

各县人民政府：
现将名单印发给你们。

甲市人民政府
2020年11月3日

附 件

甲市运动会组织委员会成员名单

名誉主任：安 伟（市长）

主 任：范付中（市委常委、常务副市长）

委 员：孔 辉（市体育局局长）

杨 敏（女）（湖滨区政府党组成员）

组委会下设办公室，办公室设在市体育局，孔辉同志兼办公室主任。
"""

PRAISE = """甲市人民政府关于表彰先进集体和个人的决定

甲政〔2020〕13号

各县人民政府：
决定对甲市交通运输局等2个单位和李隽瑜等3名同志予以表彰（名单附后）。
甲市人民政府
2020年11月11日
附件
先进集体和个人名单
一、先进单位
甲市交通运输局
二、先进个人
李隽瑜 甲市交通运输局局长
陈 夔 甲市生态环境局四级调研员
"""


def read(text: str) -> list[tuple[str, str, str, str, str, tuple[str, ...]]]:
    (notice,) = split_document(document_of_text(text)).notices
    return [(a.person, a.gender, a.organization, a.post, a.kind, a.qualifier) for a in parse_rosters(notice)]


def test_members_are_attested_in_the_posts_behind_their_names() -> None:
    group = "甲市运动会组织委员会"
    assert read(GROUP) == [
        ("安伟", "", "甲市", "市长", "post", (group, "名誉主任")),
        ("范付中", "", "市委", "常委", "post", (group, "主任")),
        ("范付中", "", "甲市", "常务副市长", "post", (group, "主任")),
        ("孔辉", "", "市体育局", "局长", "post", (group, "委员")),
        ("杨敏", "女", "湖滨区政府", "党组成员", "post", (group, "委员")),
        ("孔辉", "", "市体育局", "局长", "post", (group + "办公室", "主任（兼）")),
    ]


def test_titles_behind_blanks_are_read_where_a_role_stands_before() -> None:
    text = (
        "戊县人民政府关于成立戊县防汛抗旱指挥部的通知\n戊政发〔2021〕5号\n各乡镇人民政府：\n县政府决定成立戊县防汛抗旱指挥部。组成人员如下：\n"
        "指 挥 长：高  原  县委副书记、县长\n成    员：李  默  县水利局副局长\n欧阳晓岚  县审计局局长\n"
        "指挥部办公室设在县水利局，办公室主任由李默同志兼任。\n戊县人民政府\n2021年4月2日\n"
    )
    group = "戊县防汛抗旱指挥部"
    assert read(text) == [
        ("高原", "", "县委", "副书记", "post", (group, "指挥长")),
        ("高原", "", "戊县", "县长", "post", (group, "指挥长")),
        ("李默", "", "县水利局", "副局长", "post", (group, "成员")),
        ("欧阳晓岚", "", "县审计局", "局长", "post", (group, "成员")),
        ("李默", "", "县水利局", "副局长", "post", (group + "办公室", "主任（兼）")),
    ]


def test_people_commended_are_attested_and_units_are_not() -> None:
    assert read(PRAISE) == [
        ("李隽瑜", "", "甲市交通运输局", "局长", "post", ("先进个人",)),
        ("陈夔", "", "甲市生态环境局", "四级调研员", "rank", ("先进个人",)),
    ]


def test_the_place_of_an_attestation_names_the_person() -> None:
    (notice,) = split_document(document_of_text(PRAISE)).notices
    assert [PRAISE[a.start : a.end] for a in parse_rosters(notice)][1] == "陈 夔 甲市生态环境局四级调研员"


def test_a_plan_without_a_list_gives_nothing() -> None:
    assert read(GROUP.split("附 件")[0]) == []


def test_gender_and_ethnicity_in_the_brackets_are_no_part_of_the_title() -> None:
    assert ("杨敏", "女", "湖滨区政府", "副区长", "post") in [
        row[:5] for row in read(GROUP.replace("杨 敏（女）（湖滨区政府党组成员）", "杨 敏（女，回族，湖滨区政府副区长）"))
    ]


def test_people_commended_without_a_heading_are_found_by_their_columns() -> None:
    text = (
        "关于表扬先进个人的通报\n癸政〔2021〕3号\n各单位：\n名单如下：\n"
        "赵  一    癸市教育局办公室主任\n孙三丰    癸市公安局副局长\n2021年3月1日\n"
    )
    assert [(row[0], row[2], row[3]) for row in read(text)] == [
        ("赵一", "癸市教育局办公室", "主任"),
        ("孙三丰", "癸市公安局", "副局长"),
    ]


def test_a_table_of_members_is_read_by_its_head() -> None:
    text = (
        "癸市人民政府关于公布市防汛领导小组成员的通知\n癸政〔2021〕8号\n各单位：\n姓名\t单位\t职务\t小组职务\n"
        "赵一\t癸市教育局\t局长\t组长\n钱二\t癸市财政局\t副局长\t成员\n2021年3月1日\n"
    )
    assert read(text) == [
        ("赵一", "", "癸市教育局", "局长", "post", ("市防汛领导小组", "组长")),
        ("钱二", "", "癸市财政局", "副局长", "post", ("市防汛领导小组", "成员")),
    ]


def test_a_form_to_be_filled_in_is_no_list() -> None:
    text = "癸市教育局关于推荐骨干教师的通知\n癸教〔2021〕8号\n各校：\n附件\n推荐表\n姓名\t职务\n张三\t癸市一中校长\n2021年3月1日\n"
    assert read(text) == []
