"""Networks from answers: chains of posts, and organizations between which people move."""

from __future__ import annotations

import pandas as pd

from graph.answer.networks import chains_network, moves_network

CHAIN = ("chain_id", "step", "person", "from_organization", "from_post", "to_organization", "to_post")


def test_chain_is_a_path_of_posts_against_the_direction_of_the_vacancy() -> None:
    steps = [
        ("c1", 1, "周建文", "服务中心", "主任", None, None),
        ("c1", 2, "周长青", "接待办公室", "主任", "服务中心", "主任"),
        ("c1", 3, "李宝松", None, None, "接待办公室", "主任"),
    ]
    network = chains_network(pd.DataFrame(steps, columns=CHAIN))
    edges = {(start, end, data["person"]) for start, end, data in network.edges(data=True)}
    assert edges == {
        (("服务中心", "主任"), "", "周建文"),
        (("接待办公室", "主任"), ("服务中心", "主任"), "周长青"),
        ("", ("接待办公室", "主任"), "李宝松"),
    }


def test_moves_count_different_people() -> None:
    columns = ["person_id", "from_organization", "to_organization"]
    rows = [("p1", "教育局", "财政局"), ("p1", "教育局", "财政局"), ("p2", "教育局", "财政局"), ("p2", "财政局", "教育局")]
    network = moves_network(pd.DataFrame(rows, columns=columns))
    assert network.edges["教育局", "财政局"]["people"] == 2
    assert network.edges["财政局", "教育局"]["people"] == 1


def test_nothing_asked_for_is_an_empty_network() -> None:
    assert len(chains_network(pd.DataFrame(columns=CHAIN))) == 0
    assert len(moves_network(pd.DataFrame(columns=["person_id", "from_organization", "to_organization"]))) == 0
