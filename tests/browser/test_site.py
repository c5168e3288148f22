"""The whole way in a real browser, in the order of a first visit: an empty site, an import, a person, a sentence, the vacancies."""

from __future__ import annotations

import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SAMPLE
from tests.browser.site import PATIENCE, Site

pytestmark = [pytest.mark.browser, pytest.mark.local]

PAPERS = sorted(SAMPLE.rglob("*.txt"))
PAGES = {
    "": "人事任免知识图谱",
    "person": "人员",
    "org": "机构",
    "vacancy": "空缺职务",
    "turnover": "更替",
    "chain": "调整链与对调",
    "notice": "公告",
    "import": "导入公告",
    "console": "查询台",
}


def test_the_first_request_after_the_start_may_be_a_deep_link(site: Site) -> None:
    page = site.open("vacancy", lang="en")
    expect(page.get_by_role("heading", name="Vacant posts")).to_be_visible(timeout=PATIENCE)
    site.sees("There are no data yet. Import some papers first.")
    assert page.get_by_test_id("stSidebar").get_by_text("Reshuffles").is_visible()


def test_papers_are_shown_before_they_are_stored_and_imported_while_another_page_is_open(site: Site) -> None:
    page = site.open("import")
    site.sees("暂无导入记录。")
    page.locator("input[type=file]").set_input_files(PAPERS)
    site.sees("预览：还没有存入")
    page.get_by_role("button", name="确认导入").click()
    site.sees("导入记录")
    site.page.get_by_test_id("stSidebar").get_by_text("公告", exact=True).click()
    site.settle()
    page.get_by_test_id("stSidebar").get_by_text("导入公告").click()
    site.sees(f"新文件 {len(PAPERS)}")


def test_a_person_is_found_and_a_bar_leads_to_its_sentence_in_the_paper(filled: Site) -> None:
    site = filled
    page = site.open("person", person="秦望舒")
    site.sees("选举秦望舒为澜川市人民政府市长")
    page.locator("svg.career [data-id]", has_text="市长（代理）").click()
    page.wait_for_url("**tenure=t*", timeout=PATIENCE)
    site.settle()
    page.get_by_text("在原文中查看").first.click()
    page.wait_for_url("**/notice?*act=a*", timeout=PATIENCE)
    chosen = page.locator("mark.chosen")
    expect(chosen).to_be_visible(timeout=PATIENCE)
    expect(chosen).to_contain_text("秦望舒")


def test_the_timeline_is_reached_and_walked_by_keys(filled: Site) -> None:
    site = filled
    page = site.open("person", person="秦望舒")
    bars = page.locator("svg.career [data-id]")
    expect(bars.last).to_be_visible(timeout=PATIENCE)
    assert [bar.get_attribute("tabindex") for bar in bars.all()].count("0") == 1
    bars.first.focus()  # not the one shown at first, which is the post held now
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**tenure=t*", timeout=PATIENCE)
    site.settle()
    expect(page.locator("svg.career .row.chosen")).to_have_count(1, timeout=PATIENCE)


def test_the_vacancies_are_listed_with_what_is_known_and_to_which_day(filled: Site) -> None:
    site = filled
    page = site.open("vacancy")
    site.sees("仅未见任命")
    site.sees("收录范围")
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载 CSV").first.click()
    text = saved.value.path().read_text("utf-8-sig")
    assert "澜川市第二中学,校长" in text


def test_chains_run_from_left_to_right_and_an_arrow_shows_its_sentences(filled: Site) -> None:
    site = filled
    page = site.open("chain", **{"from": "2023-01-01", "to": "2023-12-31"})
    arrow = page.locator("svg.chain [data-id]", has_text="闵若拙").first
    expect(arrow).to_be_visible(timeout=PATIENCE)
    arrow.click()
    page.wait_for_url("**step=*", timeout=PATIENCE)
    site.sees("在原文中查看")


def test_the_language_switch_reaches_the_words_the_address_and_the_document(filled: Site) -> None:
    site = filled
    page = site.open("vacancy")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN", timeout=PATIENCE)
    page.get_by_test_id("stSidebar").get_by_text("English").click()
    expect(page.get_by_role("heading", name="Vacant posts")).to_be_visible(timeout=PATIENCE)
    page.wait_for_url("**lang=en*", timeout=PATIENCE)
    expect(page.locator("html")).to_have_attribute("lang", "en", timeout=PATIENCE)
    page.get_by_test_id("stSidebar").get_by_text("Turnover").click()
    expect(page.get_by_role("heading", name="Turnover")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize(("path", "title"), PAGES.items())
def test_each_page_fits_a_telephone(site: Site, path: str, title: str) -> None:
    site.page.set_viewport_size({"width": 390, "height": 844})
    try:
        page = site.open(path)
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible(timeout=PATIENCE)
        assert site.overflow() <= 0
    finally:
        site.page.set_viewport_size({"width": 1400, "height": 900})


def test_the_headers_close_the_site_and_the_health_route_answers(site: Site) -> None:
    with urllib.request.urlopen(f"{site.base}/healthz", timeout=10) as answer:
        assert answer.read() == b'{"status":"ok"}'
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_after_all_of_this_nothing_was_asked_of_another_host_and_the_console_is_clean(site: Site) -> None:
    assert site.outside == []
    assert site.complaints == []
