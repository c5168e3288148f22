"""The stored graph as GraphML, written as it is read, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from graph.export.stored import exported_edges, exported_labels, iter_edges, iter_nodes, properties_of
from graph.export.values import as_text
from graph.store.client import Graph
from graph.store.schema import Property

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {"INTEGER": "long", "BOOLEAN": "boolean"}

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write(graph: Graph, path: Path) -> int:
    """Writes the whole graph to `path` and returns the number of nodes and edges; a file there is replaced when all is written.

    Dates are ISO text, lists are joined by ；, unknown values are left out. `label` and `type` say what a node and an edge is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            count = _write(graph, file)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return count


def _write(graph: Graph, file: TextIO) -> int:
    count = 0
    node_types = _keys([Property("label", "STRING"), *(prop for label in exported_labels() for prop in properties_of(label))])
    edge_types = _keys([Property("type", "STRING"), *(prop for edge in exported_edges() for prop in edge.properties)])
    node_keys, edge_keys = ({name: number for number, name in enumerate(types)} for types in (node_types, edge_types))
    file.write(_HEAD)
    file.writelines(_declare("node", "n", node_types))
    file.writelines(_declare("edge", "e", edge_types))
    file.write('<graph edgedefault="directed">\n')
    for label in exported_labels():
        for node in iter_nodes(graph, label):
            file.write(
                f"<node id={quoteattr(str(node[label.key]))}>{_data('n', node_keys, {'label': label.name, **node})}</node>\n"
            )
            count += 1
    for edge in exported_edges():
        for found in iter_edges(graph, edge):
            data = _data("e", edge_keys, {"type": edge.type, **found.properties})
            file.write(f"<edge source={quoteattr(found.start)} target={quoteattr(found.end)}>{data}</edge>\n")
            count += 1
    file.write("</graph>\n</graphml>\n")
    return count


def _keys(properties: Iterable[Property]) -> dict[str, str]:
    """The GraphML type of each property name, in order of its number; text where two kinds of node disagree."""
    types: dict[str, str] = {}
    for prop in properties:
        kind = _TYPES.get(prop.type, "string")
        types[prop.name] = kind if types.get(prop.name, kind) == kind else "string"
    return types


def _declare(domain: str, letter: str, keys: Mapping[str, str]) -> Iterator[str]:
    for number, (name, kind) in enumerate(keys.items()):
        yield f'<key id="{letter}{number}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'


def _data(letter: str, keys: Mapping[str, int], values: Mapping[str, object]) -> str:
    return "".join(
        f'<data key="{letter}{keys[name]}">{escape(_NOT_XML.sub("�", as_text(value)))}</data>'
        for name, value in values.items()
        if value is not None and value != ""
    )
