"""Every error that a user can meet: one tree, one line each, saying what happened, where, and what to do."""

from __future__ import annotations


class GraphError(Exception):
    """Base of all errors of the product; the command line prints it as one line and exits 2.

    `what` says what happened and to which thing, `remedy` what the user can do about it.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class InputError(GraphError):
    """A file or folder that cannot be read as asked: missing, empty, binary, wrongly encoded."""


class WordingError(GraphError):
    """An entry of `loaders/wordings/` that is not well made: nothing is read until it is mended."""


class UsageError(GraphError):
    """A command, query or parameter that does not exist or does not fit."""


class StoreError(GraphError):
    """The graph server cannot be reached, refuses the account, or gave up."""


class ReadOnlyError(StoreError):
    """A user's query tried more than reading."""


class BusyError(StoreError):
    """Another writer holds the store; `holder` says who."""

    def __init__(self, what: str, remedy: str = "", holder: str = "") -> None:
        super().__init__(what, remedy)
        self.holder = holder


class QueryTimeoutError(StoreError):
    """A query ran longer than it was allowed to and was ended on the server."""


class RecordError(GraphError):
    """Records that contradict each other: a defect of the program or of the store, never of the input."""
