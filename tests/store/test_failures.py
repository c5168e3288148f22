"""What servers and the driver report, as one line with a remedy. Codes and texts as the two servers were seen to send them."""

from __future__ import annotations

import pytest

from graph.errors import GraphError, QueryTimeoutError, ReadOnlyError, StoreError, UsageError
from graph.store.failures import explain_failure, is_conflict

SEEN = [
    ("AuthError", "Neo.ClientError.Security.Unauthorized", "Authentication failed", StoreError, "NEO4J_PASSWORD"),
    ("ClientError", "Neo.ClientError.Database.DatabaseNotFound", "Graph not found: x", StoreError, "NEO4J_DATABASE"),
    ("Forbidden", "Neo.ClientError.Security.Forbidden", "Access to database 'x' is not allowed", StoreError, "NEO4J_DATABASE"),
    ("Forbidden", "Neo.ClientError.Security.Forbidden", "User 'reader' is not allowed to update schema", ReadOnlyError, "read"),
    ("ClientError", "Neo.ClientError.Statement.AccessMode", "Writing in read access mode not allowed", ReadOnlyError, "read"),
    ("CypherSyntaxError", "Neo.ClientError.Statement.SyntaxError", "Invalid input 'RETUR'", UsageError, "RETUR"),
    (
        "ClientError",
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
        "The transaction has been terminated.",
        QueryTimeoutError,
        "time",
    ),
    ("ServiceUnavailable", "", "Couldn't connect to 127.0.0.1:1", StoreError, "127.0.0.1:7687"),
    ("DatabaseError", "Neo.DatabaseError.General.UnknownError", "java.io.IOException: No space left on device", StoreError, "disk"),
]


@pytest.mark.parametrize(("kind", "code", "message", "error", "words"), SEEN)
def test_failure_becomes_one_line_that_names_the_remedy(
    kind: str, code: str, message: str, error: type[GraphError], words: str
) -> None:
    explained = explain_failure(kind, code, message, where="127.0.0.1:7687", user="neo4j", database="x")
    assert type(explained) is error
    assert words in str(explained)
    assert "\n" not in str(explained)
    assert explained.remedy


def test_conflicts_of_two_writers_are_worth_another_try() -> None:
    assert is_conflict("Neo.ClientError.Schema.ConstraintValidationFailed", "already exists")
    assert is_conflict("Neo.DatabaseError.General.UnknownError", "com.arcadedb.exception.RecordNotFoundException")
    assert not is_conflict("Neo.ClientError.Statement.SyntaxError", "Invalid input")
