"""A server that is gone: the page says so in words, offers a retry, and works again when the server does."""

from __future__ import annotations

import pytest

from graph.store.client import Graph
from tests.views.conftest import Open

pytestmark = pytest.mark.local


def test_a_server_that_is_gone_gets_a_sentence_and_a_retry_that_works(
    nothing: Graph, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("vacancies.py")
    with monkeypatch.context() as gone:
        gone.setenv("NEO4J_URI", "bolt://127.0.0.1:9")  # the discard port: nobody answers
        page.run()
        assert [error.value for error in page.error] == ["连不上图数据库。已存的数据不受影响。"]
        assert page.button(key="retry").label == "重试"
    page.button(key="retry").click().run()
    assert not page.error and page.title[0].value == "空缺职务"
