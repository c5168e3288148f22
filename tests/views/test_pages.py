"""Each page with the sample city: what it says follows from data/sample/acts.csv, read by hand."""

from __future__ import annotations

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from graph.store.client import Graph
from tests.views.conftest import Open

pytestmark = pytest.mark.local


def words(page: AppTest) -> str:
    """Everything that the page says outside tables and drawings."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success", "code", "metric")
    return "\n".join(str(element.value) for kind in kinds for element in page.get(kind))


def column(page: AppTest, name: str, table: int = 0) -> list[object]:
    return page.dataframe[table].value[name].tolist()


def table_with(page: AppTest, name: str) -> int:
    """The place of the first table that has a column of that name."""
    return next(place for place, table in enumerate(page.dataframe) if name in table.value.columns)


def drawings(page: AppTest) -> str:
    """The markup that the drawings of the page were given."""
    given = [json.loads(element.proto.json) for element in page.get("bidi_component")]
    return "".join(form["markup"] for one in given for form in one["forms"])


def person(graph: Graph, name: str) -> str:
    return str(graph.read("MATCH (p:Person {name: $name}) RETURN p.person_id AS id", name=name)[0]["id"])


def notice(graph: Graph, number: str) -> str:
    return str(graph.read("MATCH (n:Notice {doc_number: $number}) RETURN n.notice_id AS id", number=number)[0]["id"])


def links(page: AppTest) -> list[str]:
    return [element.proto.query_string for element in page.get("page_link")]


def test_the_overview_counts_and_names_the_last_day_that_the_papers_cover(sample: Graph, open_page: Open) -> None:
    page = open_page()
    last = sample.read("MATCH (n:Notice) RETURN max(n.not_after) AS day")[0]["day"]
    assert page.title[0].value == "人事任免知识图谱"
    assert [metric.label for metric in page.metric] == ["人员", "机构", "职务", "公告", "任免事项"]
    assert str(last) in words(page)
    assert page.date_input(key="as_of_choice").value == last


def test_a_search_finds_people_organizations_and_notices(sample: Graph, open_page: Open) -> None:
    page = open_page(q="水务局")
    assert "机构（2）" in words(page)
    assert "澜川市水务局" in column(page, "机构")
    assert column(open_page(q="秦望舒"), "姓名") == ["秦望舒"]
    assert "没有找到“不存在的人”" in words(open_page(q="不存在的人"))


def test_a_person_acting_and_then_elected_has_two_bars_and_the_sentence_of_the_one_chosen(sample: Graph, open_page: Open) -> None:
    page = open_page("person.py", person="秦望舒")
    assert page.title[0].value == "秦望舒"
    drawn = drawings(page)
    assert "市长（代理）" in drawn and "bar acting" in drawn and "bar formal" in drawn
    career = page.dataframe[table_with(page, "离任依据")].value
    mayor = career[career["职务"] == "市长"]
    assert sorted(zip(mayor["任职"], mayor["离任"], mayor["代理"], strict=True)) == [
        ("2021-06-25", "2022-01-14", "是"),
        ("2022-01-14", "未见", ""),
    ]
    assert "选举秦望舒为澜川市人民政府市长" in "".join(str(element.proto) for element in page.get("html"))
    assert any("act=a" in link for link in links(page))


def test_a_bar_chosen_in_the_address_shows_its_own_sentence(sample: Graph, open_page: Open) -> None:
    acting = sample.read(
        "MATCH (p:Person {name: '秦望舒'})-[h:HELD]->(:Post {title: '市长'}) WHERE h.acting RETURN h.tenure_id AS id"
    )[0]["id"]
    page = open_page("person.py", person=person(sample, "秦望舒"), tenure=str(acting))
    assert page.subheader[0].value == "市长"
    assert "2021-06-25" in words(page) and "代理" in words(page)


def test_an_id_that_nobody_bears_is_said_in_words(sample: Graph, open_page: Open) -> None:
    assert "没有找到编号或姓名为“p000”的人员" in words(open_page("person.py", person="p000"))


def test_the_roster_of_a_bureau_on_a_day_keeps_the_day_boundary(sample: Graph, open_page: Open) -> None:
    # 罗静姝 left 民政局 and came to 信访局 on 2021-08-06 (澜政任〔2021〕3号); 蒋承泽 the other way round
    before, after = (open_page("organization.py", org="澜川市信访局", asof=day) for day in ("2021-08-05", "2021-08-06"))
    assert ("局长", "蒋承泽") in set(zip(column(before, "职务"), column(before, "姓名"), strict=True))
    chiefs = [name for post, name in zip(column(after, "职务"), column(after, "姓名"), strict=True) if post == "局长"]
    assert chiefs == ["罗静姝"]


def test_vacancies_tell_a_missing_successor_from_a_pending_post(sample: Graph, open_page: Open) -> None:
    page = open_page("vacancies.py")
    kinds = dict(zip(zip(column(page, "机构"), column(page, "职务"), strict=True), column(page, "类别"), strict=True))
    assert kinds[("澜川市第二中学", "校长")] == "仅未见任命"
    assert kinds[("青崖县人民政府", "县长")] == "待任命"
    others = page.dataframe[1].value
    assert set(others["类别"]) == {"临时机构", "分工职务", "机构已被取代"}
    assert "收录范围" in words(page)


def test_turnover_is_drawn_and_shows_its_denominators(sample: Graph, open_page: Open) -> None:
    page = open_page("turnover.py", **{"from": "2021-08-01", "to": "2021-08-31"})
    table = page.dataframe[0].value.set_index("机构")
    assert (table.loc["澜川市信访局", "进"], table.loc["澜川市信访局", "出"]) == (1, 1)
    assert "基数依据" in table.columns
    assert len(page.get("vega_lite_chart")) == 1


def test_the_swap_and_the_chain_of_five_are_drawn(sample: Graph, open_page: Open) -> None:
    page = open_page("reshuffles.py", **{"from": "2021-01-01", "to": "2023-12-31"})
    headings = [element.value for element in page.subheader]
    assert "计云舟、闵若拙、卫长风、尹清和、祁恒之（5 步）" in headings
    assert any(
        set(heading.removesuffix("（互换）").split("、")) == {"蒋承泽", "罗静姝"} for heading in headings if "互换" in heading
    )
    assert drawings(page).count('class="chain"') >= 2


def test_one_paper_tells_who_replaces_whom(sample: Graph, open_page: Open) -> None:
    page = open_page("reshuffles.py", number="澜政任〔2021〕3号")
    rows = page.dataframe[0].value.set_index("姓名")
    assert rows.loc["蒋承泽", "接替谁"] == "罗静姝" and rows.loc["蒋承泽", "由谁接任"] == "罗静姝"


def test_a_paper_is_shown_whole_with_its_clauses_and_its_issue(sample: Graph, open_page: Open) -> None:
    page = open_page("notices.py", notice=notice(sample, "澜政任〔2022〕4号"))
    assert "澜政任〔2022〕4号" in words(page)
    assert "mark class" in drawings(page)
    assert column(page, "类别", table_with(page, "说明")) == ["人数不符"]


def test_from_a_fact_the_address_of_its_sentence_opens_the_paper(sample: Graph, open_page: Open) -> None:
    acts = sample.read("MATCH (a:Act {person: '罗静姝', action: 'appoint'}) RETURN a.act_id AS id")
    page = open_page("notices.py", act=str(acts[0]["id"]))
    assert "chosen" in drawings(page)
    assert "任命 罗静姝 澜川市信访局局长" in words(page)


def test_the_list_of_notices_is_searched_and_says_how_many_there_are(sample: Graph, open_page: Open) -> None:
    page = open_page("notices.py", q="澜政任〔2021〕")
    assert len(column(page, "文号")) == 4
    assert "共 4 条" in words(page)
    assert "没有符合条件的公告" in words(open_page("notices.py", q="没有这样的标题"))


def test_a_saved_query_is_asked_with_its_parameters(sample: Graph, open_page: Open) -> None:
    page = open_page("console.py", query="person/career")
    assert "请填写：人员（姓名或编号）" in words(page)
    page.text_input(key="param_person/career_person").set_value("秦望舒").run()
    assert set(column(page, "person")) == {"秦望舒"}


@pytest.mark.parametrize("text", ["CREATE (n:Person {name: '某'}) RETURN n", "MATCH (p:Person RETURN p"])
def test_cypher_that_writes_or_is_broken_is_refused_with_the_line_of_the_server(sample: Graph, open_page: Open, text: str) -> None:
    page = open_page("console.py")
    page.text_area(key="cypher_text").set_value(text)
    page.button[0].click().run()
    assert "服务器没有执行这条查询" in words(page)
    assert page.code[-1].value.strip()


def test_cypher_that_reads_gives_a_table(sample: Graph, open_page: Open) -> None:
    page = open_page("console.py")
    page.text_area(key="cypher_text").set_value("MATCH (p:Person {name: '秦望舒'}) RETURN p.name AS name")
    page.button[0].click().run()
    assert column(page, "name", -1) == ["秦望舒"]


def test_english_reaches_every_page_and_stays_in_its_links(sample: Graph, open_page: Open) -> None:
    page = open_page("vacancies.py", lang="en")
    assert page.title[0].value == "Vacant posts"
    assert all("lang=en" in link for link in links(page))


def test_the_as_of_day_of_the_address_reaches_the_page_and_its_links(sample: Graph, open_page: Open) -> None:
    page = open_page("vacancies.py", asof="2022-12-31")
    assert page.date_input(key="as_of_choice").value == date(2022, 12, 31)
    assert all("asof=2022-12-31" in link for link in links(page))


@pytest.mark.parametrize(
    "file", ["home.py", "person.py", "organization.py", "vacancies.py", "turnover.py", "reshuffles.py", "notices.py"]
)
def test_without_data_each_page_says_so_and_leads_to_the_import(nothing: Graph, open_page: Open, file: str) -> None:
    assert "还没有数据。请先导入公告。" in words(open_page(file))


def test_without_data_the_import_has_no_history_and_the_console_no_rows(nothing: Graph, open_page: Open) -> None:
    assert "暂无导入记录。" in words(open_page("imports.py"))
    assert "查询没有结果。" in words(open_page("console.py", query="organization/list"))
