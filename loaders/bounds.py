"""Bounds of notices that print no day, within their own source: neighbours in the number sequence, and the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from graph.dates import Bounds
from graph.derive.series import bound_notices
from graph.model import Notice


def bound_in_source(notices: Sequence[Notice], published: date | None) -> list[Notice]:
    """The notices, each undated one bounded by what the source itself says; dated ones unchanged.

    An undated notice came not before the last of lower number and not after the first of higher number of its issuer, series and
    year, and not after the source was printed. Statements that contradict each other bound nothing.
    """
    if all(notice.issued_date for notice in notices):
        return list(notices)
    printed = [notice if notice.issued_date else _not_after(notice, published) for notice in notices]
    bounded = bound_notices(printed)
    return [bounded[notice.notice_id] for notice in printed]


def _not_after(notice: Notice, published: date | None) -> Notice:
    bounds = notice.day.intersect(Bounds(None, published)) or notice.day
    return msgspec.structs.replace(notice, not_before=bounds.not_before, not_after=bounds.not_after)
