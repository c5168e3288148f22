"""Whatever is loaded, changed, unloaded and rebuilt, in any order and portions: the store holds what all stored acts say."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graph.model import Reading
from graph.store.client import Graph
from graph.store.load import load_readings, reading_of_graph, rebuild, unload_paths
from tests.conftest import empty
from tests.store.papers import Row, at, derived_from, differences, facts_of, facts_of_graph, joined, paper, with_issue

NAMES = ("王伟", "李静", "赵强", "孙丽", "王伟明")
BODIES = ("教育局", "财政局", "教育局驻北京办事处", "人民政府")
TITLES = ("局长", "局长", "副局长", "主任", "三级调研员", "")
ACTIONS = ("appoint", "appoint", "dismiss", "dismiss", "nominate", "resign", "attest", "confirm", "revoke")
DAYS = ("", "2019-12-01", "2020-01-10", "2020-03-05", "2020-03-05", "2020-11-30", "2021-02-01")
PATHS = tuple(f"{folder}/{name}.txt" for folder in ("a", "b") for name in range(4))
PLACES = ("青田市", "白水市")

# An example costs a second, so a failing one is shown as it was found: shrinking it would take minutes.
FEW = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def papers(draw: st.DrawFn) -> Reading:
    """A paper of one of a few numbers, so that papers meet: the same notice with other acts, the same post, the same name."""
    place = draw(st.sampled_from(PLACES))
    rows: list[Row] = [
        (
            draw(st.sampled_from(ACTIONS)),
            draw(st.sampled_from(NAMES)),
            draw(st.sampled_from(PLACES)) + draw(st.sampled_from(BODIES)),
            draw(st.sampled_from(TITLES)),
            draw(st.sampled_from(("", "", "女"))),
            *draw(st.sampled_from(((), ("代理",), ("兼",), ("试用期为一年",)))),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    reading = paper(
        *dict.fromkeys(rows),
        number=draw(st.integers(1, 4)),
        day=draw(st.sampled_from(DAYS)),
        place=place,
        path=draw(st.sampled_from(PATHS)),
    )
    return with_issue(reading) if int(reading.source.source_id[-1], 16) % 2 else reading  # the same bytes are read the same way


@st.composite
def sources(draw: st.DrawFn) -> Reading:
    """A file with one paper, or a gazette with two."""
    first = draw(papers())
    return first if draw(st.integers(0, 3)) else joined(first, draw(papers()), path=first.source.path)


def load(graph: Graph, files: dict[str, Reading], portion: int, data: st.DataObject) -> None:
    batch = data.draw(st.lists(sources(), min_size=1, max_size=5))
    if files and data.draw(st.booleans()):
        batch.append(at(files[data.draw(st.sampled_from(sorted(files)))], data.draw(st.sampled_from(PATHS))))
    for i in range(0, len(batch), portion):
        load_readings(graph, batch[i : i + portion])
    files.update((reading.source.path, reading) for reading in batch)


@pytest.mark.parametrize("portion", [1, 100])
@settings(FEW, max_examples=4)
@given(data=st.data())
def test_store_holds_what_all_its_acts_say(graph: Graph, portion: int, data: st.DataObject) -> None:
    empty(graph)
    files: dict[str, Reading] = {}
    for _ in range(data.draw(st.integers(2, 4))):
        step = data.draw(st.sampled_from(("load", "load", "unload", "rebuild")))
        if step == "load" or not files:
            load(graph, files, portion, data)
        elif step == "unload":
            unload_paths(graph, [gone := data.draw(st.sampled_from(sorted(files)))])
            del files[gone]
        else:
            rebuild(graph)
        assert differences(reading_of_graph(graph), derived_from(files.values())) == {}
        assert facts_of_graph(graph) == facts_of(files.values())
    if files:
        load_readings(graph, files.values())
        assert differences(reading_of_graph(graph), derived_from(files.values())) == {}
        unload_paths(graph, ["a", "b"] if {path[0] for path in files} == {"a", "b"} else [next(iter(files))[0]])
    left = graph.read("MATCH (n) WHERE NOT n:Load AND NOT n:Lock RETURN labels(n) AS labels, properties(n) AS said")
    assert left == []


@settings(FEW, max_examples=4)
@given(data=st.data())
def test_same_files_in_another_order_and_other_portions_give_the_same_graph(graph: Graph, data: st.DataObject) -> None:
    files = data.draw(st.lists(sources(), min_size=2, max_size=8))
    once = [at(reading, f"{number}.txt") for number, reading in enumerate(files)]
    empty(graph)
    load_readings(graph, once)
    together = reading_of_graph(graph), facts_of_graph(graph)
    empty(graph)
    for reading in data.draw(st.permutations(once)):
        load_readings(graph, [replace(reading)])
    assert (reading_of_graph(graph), facts_of_graph(graph)) == together
