"""Exports hold everything once, in whatever portions it is read, on both servers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graph.export import graphml, stored
from graph.export.stored import exported_edges, exported_labels, iter_edges, iter_nodes
from graph.store.load import load_readings
from loaders.pipeline import read_text

if TYPE_CHECKING:
    from graph.store.client import Graph

TEXT = """澜川市人民政府
关于高远等4人职务任免的通知

澜政任〔2020〕1号

各县（市、区）人民政府，市人民政府各部门：
　　经市人民政府研究，决定：
　　任命高远为澜川市水务局局长，免去其澜川市林业局局长职务；
　　任命林知微（女）为澜川市林业局局长；
　　免去石介夫的澜川市水务局局长职务；
　　免去唐仲平的澜川市商务局副局长职务。

澜川市人民政府
2020年3月5日
"""


def everything(graph: Graph) -> tuple[list[str], list[tuple[str, str, str]]]:
    nodes = sorted(str(node[label.key]) for label in exported_labels() for node in iter_nodes(graph, label))
    edges = sorted((edge.type, found.start, found.end) for edge in exported_edges() for found in iter_edges(graph, edge))
    return nodes, edges


def test_portions_hold_what_one_reading_holds(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    load_readings(graph, [read_text(TEXT, "1.txt")])
    nodes, edges = everything(graph)
    assert len(nodes) == len(set(nodes)) > 0
    assert edges
    monkeypatch.setattr(stored, "PORTION", 2)
    assert everything(graph) == (nodes, edges)


def test_graphml_is_read_by_others_with_its_chinese(graph: Graph, tmp_path: Path) -> None:
    load_readings(graph, [read_text(TEXT + "\f", "1.txt")])
    path = tmp_path / "all.graphml"
    count = graphml.write(graph, path)
    network = nx.read_graphml(path, force_multigraph=True)
    assert len(network) + network.number_of_edges() == count
    names = {data["name"] for _, data in network.nodes(data=True) if data["label"] == "Person"}
    assert names == {"高远", "林知微", "石介夫", "唐仲平"}
    ended = [data for _, _, data in network.edges(data=True) if data["type"] == "HELD" and data["status"] == "ended"]
    assert {data["end_date"] for data in ended} == {"2020-03-05"}
    assert {data["acting"] for data in ended} == {False}
