"""The notices of tests/cases/notices, whole: what a notice leaves out in one place and says in another."""

from __future__ import annotations

import pytest

from tests.cases import Case, notice_cases

NOTICES = list(notice_cases())


@pytest.mark.parametrize("case", NOTICES, ids=[case.name for case in NOTICES])
def test_a_notice_gives_exactly_its_acts(case: Case) -> None:
    assert case.given(case.read().acts) == case.acts
