"""Turnover counts people, with certain and possible kept apart (practice 3.7)."""

from __future__ import annotations

from datetime import date

from graph.derive.turnover import TurnoverRow, turnover_rows
from tests.derive.papers import Papers


def row(papers: Papers, since: str = "2020-01-01", until: str = "2020-12-31", body: str = "云州市教育局") -> TurnoverRow:
    [found] = [
        row
        for row in turnover_rows(papers.read(), date.fromisoformat(since), date.fromisoformat(until))
        if row.organization == body
    ]
    return found


def test_several_posts_left_on_one_day_are_one_exit() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市委 书记；appoint 周明远 云州市委 常委；appoint 周明远 云州市委 委员")
    papers.paper("2020-05-05", "dismiss 周明远 云州市委 书记；dismiss 周明远 云州市委 常委；dismiss 周明远 云州市委 委员")
    found = row(papers, body="云州市委")
    assert (found.entries, found.exits, found.holders_from, found.holders_to) == (0, 1, 1, 0)


def test_a_change_of_post_inside_is_one_internal_move_and_nothing_else() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 副局长")
    papers.paper("2020-05-05", "appoint 周明远 云州市教育局 局长；dismiss 周明远 云州市教育局 副局长")
    found = row(papers)
    assert (found.entries, found.exits, found.internal_moves) == (0, 0, 1)
    assert (found.holders_from, found.holders_to) == (1, 1)


def test_a_rise_without_a_stated_dismissal_is_one_internal_move() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 副局长")
    papers.paper("2020-05-05", "appoint 周明远 云州市教育局 局长")
    found = row(papers)
    assert (found.entries, found.exits, found.internal_moves) == (0, 0, 1)


def test_acting_then_formal_is_one_entry() -> None:
    papers = Papers()
    papers.paper("2020-02-05", "appoint 周明远 云州市人民政府 市长 代理")
    papers.paper("2020-05-05", "appoint 周明远 云州市人民政府 市长")
    found = row(papers, body="云州市人民政府")
    assert (found.entries, found.exits, found.internal_moves, found.holders_to) == (1, 0, 0, 1)


def test_nominations_secondments_and_bare_memberships_are_not_counted() -> None:
    papers = Papers()
    papers.paper("2020-02-05", "appoint 周明远 云州市教育局 局长", "nominate 林一诺 云州市教育局 副局长")
    papers.paper("2020-02-06", "appoint 何思齐 云州市教育局 副局长 挂职", "appoint 王臣 云州市教育局 委员")
    assert row(papers).entries == 1


def test_both_days_of_the_period_are_included() -> None:
    papers = Papers()
    papers.paper("2020-01-01", "appoint 周明远 云州市教育局 副局长")
    papers.paper("2020-12-31", "dismiss 周明远 云州市教育局 副局长")
    found = row(papers)
    assert (found.entries, found.exits, found.holders_from, found.holders_to) == (1, 1, 0, 0)


def test_a_day_that_may_lie_outside_is_possible_only() -> None:
    papers = Papers()
    papers.paper("", "appoint 周明远 云州市教育局 副局长", not_before="2019-12-01", not_after="2020-02-01")
    found = row(papers)
    assert (found.entries, found.entries_possible) == (0, 1)
    assert (found.holders_from, found.holders_from_possible, found.holders_to) == (0, 1, 1)


def test_a_leaver_of_unknown_start_may_have_come_in_the_period() -> None:
    papers = Papers()
    papers.paper("2020-05-05", "dismiss 周明远 云州市教育局 副局长")
    found = row(papers)
    assert (found.exits, found.entries, found.entries_possible, found.holders_from_possible) == (1, 0, 1, 1)


def test_fewer_than_five_people_give_no_rate() -> None:
    papers = Papers()
    papers.paper("2018-01-05", *(f"appoint {name} 云州市教育局 副局长" for name in ("周明远", "林一诺", "何思齐", "王臣")))
    papers.paper("2020-05-05", "dismiss 周明远 云州市教育局 副局长")
    assert (row(papers).denominator, row(papers).rate) == (4, None)
    papers.paper("2020-06-05", "appoint 陈一 云州市教育局 副局长")
    assert (row(papers).denominator, row(papers).rate, row(papers).denominator_basis) == (5, 0.2, "certain_holders_small")


def test_holders_and_changes_balance() -> None:
    papers = Papers()
    papers.paper("2018-01-05", "appoint 周明远 云州市教育局 局长", "appoint 林一诺 云州市教育局 副局长")
    papers.paper("2020-03-05", "dismiss 周明远 云州市教育局 局长", "appoint 何思齐 云州市教育局 局长")
    papers.paper("2020-08-05", "appoint 王臣 云州市教育局 副局长")
    found = row(papers)
    assert (found.holders_from, found.entries, found.exits, found.holders_to) == (2, 2, 1, 3)
