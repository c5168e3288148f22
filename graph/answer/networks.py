"""Answers as networks, for measures and drawings: chains of moves, and who goes from which organization to which."""

from __future__ import annotations

import networkx as nx
import pandas as pd


def chains_network(chains: pd.DataFrame) -> nx.MultiDiGraph:
    """The answer of `post/chains` as a network of posts: an edge a step, from the post left to the post entered.

    Nodes are (organization, post); who leaves for nowhere known, or comes from there, has the node "" at that end. Edges carry
    chain_id, step and person.
    """
    network = nx.MultiDiGraph()
    for step in chains.to_dict("records"):
        network.add_edge(
            _post(step["from_organization"], step["from_post"]),
            _post(step["to_organization"], step["to_post"]),
            chain_id=step["chain_id"],
            step=step["step"],
            person=step["person"],
        )
    return network


def moves_network(moves: pd.DataFrame) -> nx.DiGraph:
    """The answer of `organization/moves` as a network of organizations: `people` is how many different people went that way."""
    people: dict[tuple[str, str], set[str]] = {}
    for move in moves.to_dict("records"):
        people.setdefault((move["from_organization"], move["to_organization"]), set()).add(move["person_id"])
    network = nx.DiGraph()
    for (origin, goal), movers in people.items():
        network.add_edge(origin, goal, people=len(movers))
    return network


def _post(organization: object, post: object) -> tuple[str, str] | str:
    return (organization, str(post)) if isinstance(organization, str) and organization else ""
