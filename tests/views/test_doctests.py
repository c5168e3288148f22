"""The examples in the docstrings of the pure modules; page files run when imported, so pytest does not collect views/ itself."""

import doctest
from types import ModuleType

import pytest

from views import holding
from views.drawings import marked, svg


@pytest.mark.parametrize("module", [svg, marked, holding], ids=lambda module: module.__name__)
def test_the_examples_hold(module: ModuleType) -> None:
    outcome = doctest.testmod(module)
    assert outcome.attempted > 0 and outcome.failed == 0
