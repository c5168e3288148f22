"""Lineages are suggested by people who move together, and a superseded body's empty posts are of a kind of their own."""

from __future__ import annotations

from graph.model import Lineage
from tests.derive.papers import Papers

TOGETHER = (
    "appoint 陈一 云州市防震减灾中心 副主任；dismiss 陈一 云州市地震局 副局长",
    "appoint 秦剑波 云州市防震减灾中心 副主任；dismiss 秦剑波 云州市地震局 副局长",
    "dismiss 李宝松 云州市地震局 局长",
)


def lineages(papers: Papers) -> list[Lineage]:
    return list(papers.read().lineages)


def test_two_people_who_move_together_suggest_what_their_body_became() -> None:
    papers = Papers()
    papers.paper("2020-10-31", *TOGETHER)
    [lineage] = lineages(papers)
    assert (lineage.kind, lineage.state, str(lineage.date), len(lineage.act_ids)) == ("convert", "suggested", "2020-10-31", 4)
    assert {vacancy.kind for vacancy in papers.read().vacancies} == {"superseded"}


def test_one_person_who_moves_suggests_nothing() -> None:
    papers = Papers()
    papers.paper("2020-10-31", *TOGETHER[1:])
    assert lineages(papers) == []


def test_a_body_in_which_somebody_stays_goes_on() -> None:
    papers = Papers()
    papers.paper("2019-10-31", "appoint 左军英 云州市地震局 副局长")
    papers.paper("2020-10-31", *TOGETHER)
    assert lineages(papers) == []


def test_a_post_that_is_filled_again_takes_the_suggestion_back() -> None:
    papers = Papers()
    papers.paper("2020-10-31", *TOGETHER)
    papers.paper("2021-10-31", "appoint 左军英 云州市地震局 局长")
    papers.paper("2022-10-31", "dismiss 左军英 云州市地震局 局长")
    assert lineages(papers) == []


def test_people_who_scatter_suggest_nothing() -> None:
    papers = Papers()
    papers.paper(
        "2020-10-31",
        "appoint 陈一 云州市教育局 副局长；dismiss 陈一 云州市地震局 副局长",
        "appoint 秦剑波 云州市财政局 副局长；dismiss 秦剑波 云州市地震局 副局长",
    )
    assert lineages(papers) == []
