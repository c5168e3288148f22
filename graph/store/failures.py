"""What a server's or driver's error means to the user: one of our errors with a remedy. Knows codes, not the driver."""

from __future__ import annotations

from graph.errors import QueryTimeoutError, ReadOnlyError, StoreError, UsageError

RUN_AGAIN = "What was stored is whole; run the command again when the server is up."

# Codes seen for conflicts of concurrent writers that the driver itself does not retry (the local graph reports them so).
_CONFLICT_CODES = ("Neo.ClientError.Schema.ConstraintValidationFailed",)
_CONFLICT_TEXTS = ("BrokenChunkChain", "RecordNotFound", "ConcurrentModification", "NeedRetry", "Concurrent modification")
_DISK_TEXTS = ("No space left on device", "not enough space", "disk is full", "Disk full")


def is_conflict(code: str, message: str) -> bool:
    """Whether the same statements may well succeed when they are sent again."""
    return code in _CONFLICT_CODES or any(text in message for text in _CONFLICT_TEXTS)


def explain_failure(kind: str, code: str, message: str, *, where: str, user: str, database: str) -> StoreError | UsageError:
    """The error to raise for one of the driver: `kind` is its class name, `code` the server's code or empty."""
    first = message.strip().splitlines()[0].strip(" :.") + "." if message.strip() else kind
    if any(text.lower() in message.lower() for text in _DISK_TEXTS):
        return StoreError(f"The disk of the graph server at {where} is full.", "Free some space, then run the command again.")
    if "Unauthorized" in code or kind == "AuthError":
        return StoreError(f"The graph server at {where} refuses the account {user!r}.", "Check NEO4J_USERNAME and NEO4J_PASSWORD.")
    if "AuthenticationRateLimit" in code:
        return StoreError(f"The graph server at {where} saw too many wrong passwords.", "Wait a minute, then check NEO4J_PASSWORD.")
    if "DatabaseNotFound" in code or (code.endswith("Security.Forbidden") and "Access to database" in message):
        return StoreError(f"There is no database {database!r} on the graph server at {where}.", "Check NEO4J_DATABASE.")
    if "TimedOut" in code or "Timeout" in message or "timed out" in message:
        return QueryTimeoutError("The query ran longer than it was allowed to and was ended.", "Narrow it or give more time.")
    if code.endswith(("Statement.AccessMode", "Security.Forbidden")):
        return ReadOnlyError("The query tried more than reading and was refused.", "Only queries that read are allowed.")
    if code.startswith("Neo.ClientError.Statement"):
        return UsageError(f"The query is not valid: {first}", "Correct the query.")
    if kind in ("ServiceUnavailable", "SessionExpired", "IncompleteCommit", "ConnectionAcquisitionTimeoutError", "OSError"):
        return StoreError(f"The graph server at {where} does not answer: {first}", RUN_AGAIN)
    return StoreError(f"The graph server at {where} gave up: {first}", f"Code {code or kind}; see its log.")
