"""Moves, the links between vacancies, and the chains that they make (design 3.7–3.10, practice 3.10)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

from graph.derive.chains import ChainRow, chain_rows
from graph.derive.moves import find_moves
from tests.derive.papers import Papers

ALWAYS = (date(1990, 1, 1), date(2030, 12, 31))


def chains(papers: Papers, since: date = ALWAYS[0], until: date = ALWAYS[1]) -> list[list[ChainRow]]:
    found: dict[str, list[ChainRow]] = defaultdict(list)
    for row in chain_rows(papers.read(), since, until):
        found[row.chain_id].append(row)
    return list(found.values())


def people(chain: list[ChainRow]) -> list[str]:
    return [row.person for row in chain]


def three_steps() -> Papers:
    papers = Papers()
    papers.paper(
        "2020-03-05",
        "appoint 林一诺 云州市教育局 局长；dismiss 林一诺 云州市民政局 局长",
        "appoint 何思齐 云州市民政局 局长；dismiss 何思齐 云州市司法局 副局长",
        "dismiss 周明远 云州市教育局 局长",
    )
    return papers


def test_each_move_of_a_chain_fills_the_vacancy_of_the_one_before() -> None:
    [chain] = chains(three_steps())
    assert people(chain) == ["周明远", "林一诺", "何思齐"]
    assert [row.step for row in chain] == [1, 2, 3]
    assert all(earlier.from_post_id == later.to_post_id for earlier, later in pairwise(chain))
    assert (chain[0].opened_by, chain[0].ended_by) == ("departure", "deputy")


def test_steps_outside_the_period_are_cut() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 局长")
    papers.paper(
        "2020-03-05",
        "appoint 林一诺 云州市教育局 局长；dismiss 林一诺 云州市民政局 局长",
        "appoint 何思齐 云州市民政局 局长",
    )
    [chain] = chains(papers, since=date(2020, 2, 1))
    assert people(chain) == ["林一诺", "何思齐"]
    assert chain[0].opened_by == "window"
    assert chains(papers, until=date(2020, 2, 1)) == []


def test_a_vacancy_that_waits_is_filled_by_a_later_notice() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 周明远 云州市教育局 局长")
    papers.paper("2020-09-05", "appoint 林一诺 云州市教育局 局长")
    [chain] = chains(papers)
    assert people(chain) == ["周明远", "林一诺"]
    assert (chain[1].from_post, chain[1].ended_by) == ("", "newcomer")


def test_leaving_and_entering_within_183_days_is_one_move() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 林一诺 云州市民政局 局长")
    papers.paper("2020-07-06", "appoint 林一诺 云州市教育局 局长")
    assert len(find_moves(papers.read().tenures)) == 1


def test_leaving_and_entering_184_days_apart_is_none() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "dismiss 林一诺 云州市民政局 局长")
    papers.paper("2020-07-07", "appoint 林一诺 云州市教育局 局长")
    assert find_moves(papers.read().tenures) == []


def test_who_acted_first_came_with_the_acting_appointment() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "appoint 林一诺 云州市人民政府 市长 代理；dismiss 林一诺 月州市人民政府 副市长")
    papers.paper("2020-12-05", "appoint 林一诺 云州市人民政府 市长")
    [move] = find_moves(papers.read().tenures)
    assert (move.same_notice, move.entered.acting) == (True, False)


def test_entering_a_post_before_another_was_taken_is_no_move_from_it() -> None:
    papers = Papers()
    papers.paper("2020-01-05", "appoint 林一诺 云州市民政局 局长")
    papers.paper("2020-03-05", "appoint 林一诺 云州市教育局 局长；dismiss 林一诺 云州市民政局 局长")
    papers.paper("2020-05-05", "dismiss 林一诺 云州市教育局 局长")
    [move] = find_moves(papers.read().tenures)
    assert move.same_notice


def test_who_keeps_the_old_post_opens_nothing() -> None:
    papers = Papers()
    papers.paper("2018-03-05", "appoint 林一诺 云州市民政局 局长")
    papers.paper("2020-03-05", "appoint 林一诺 云州市教育局 局长 兼", "dismiss 周明远 云州市教育局 局长")
    [chain] = chains(papers)
    assert (people(chain), chain[1].from_post, chain[1].ended_by) == (["周明远", "林一诺"], "", "newcomer")


def test_a_swap_is_closed_and_begins_with_the_act_that_comes_first() -> None:
    papers = Papers()
    papers.paper(
        "2020-03-05",
        "appoint 林一诺 云州市教育局 局长；dismiss 林一诺 云州市民政局 局长",
        "appoint 何思齐 云州市民政局 局长；dismiss 何思齐 云州市教育局 局长",
    )
    [chain] = chains(papers)
    assert people(chain) == ["林一诺", "何思齐"]
    assert all(row.closed for row in chain)


def test_a_cycle_of_three_is_closed() -> None:
    papers = Papers()
    papers.paper(
        "2020-03-05",
        "appoint 林一诺 云州市教育局 局长；dismiss 林一诺 云州市民政局 局长",
        "appoint 何思齐 云州市民政局 局长；dismiss 何思齐 云州市司法局 局长",
        "appoint 周明远 云州市司法局 局长；dismiss 周明远 云州市教育局 局长",
    )
    [chain] = chains(papers)
    assert people(chain) == ["林一诺", "何思齐", "周明远"]
    assert (chain[0].closed, chain[0].opened_by, chain[0].ended_by) == (True, "cycle", "cycle")


def test_a_chain_ends_with_a_post_left_empty() -> None:
    papers = Papers()
    papers.paper(
        "2020-03-05",
        "appoint 林一诺 云州市教育局 局长；dismiss 林一诺 云州市民政局 局长",
        "dismiss 周明远 云州市教育局 局长",
    )
    [chain] = chains(papers)
    assert chain[-1].ended_by == "unfilled"


def test_two_posts_left_and_entered_in_one_clause_pair_up_in_reading_order() -> None:
    papers = Papers()
    papers.paper(
        "2020-03-05",
        "appoint 林一诺 云州市教育局 党组书记；appoint 林一诺 云州市教育局 局长；"
        "dismiss 林一诺 云州市民政局 党组书记；dismiss 林一诺 云州市民政局 局长",
    )
    reading = papers.read()
    titles = {post.post_id: post.title for post in reading.posts}
    moves = find_moves(reading.tenures)
    assert {(titles[move.left.post_id], titles[move.entered.post_id]) for move in moves} == {
        ("党组书记", "党组书记"),
        ("局长", "局长"),
    }
