"""The day of an act: effective, else decided, else issued, else its bounds (design 3.1, practice 3.1.1)."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from graph.dates import Bounds
from graph.model import Act, Notice

UNKNOWN = Bounds()
BACK = timedelta(days=3 * 366)
"""An office may count from so long before its paper: a probation and its confirmation lie within it."""
AHEAD = timedelta(days=366)
"""An office may begin so long behind its paper."""
_PAST = ("曾", "历任", "先后任")
"""What marks a post of a career without dates: held once, not on the day of the paper."""


class ActDay(Struct, frozen=True):
    """When an act took place; of a résumé entry also when the post was left. `conflict` says what excludes what, else is empty."""

    day: Bounds
    until: Bounds = UNKNOWN
    interval: bool = False
    conflict: str = ""
    ordinary: bool = False
    """Whether what conflicts is only a clause's day that is not its paper's, near enough for an office to count from it."""


def day_of(act: Act, notice: Notice | None) -> ActDay:
    """The bounds of the day on which an act takes effect.

    A coarse effective date that contains the known day confirms it; one that excludes it stands, and `conflict` names both.
    """
    issued = issued_bounds(act, notice)
    base, conflict = _base(act, issued)
    if not act.effective:
        if act.action == "attest" and any(word.startswith(_PAST) for word in act.qualifier):
            return ActDay(UNKNOWN, Bounds(None, base.not_after), interval=True, conflict=conflict)
        return ActDay(base, conflict=conflict)
    first, slash, last = act.effective.partition("/")
    try:
        start, end = Bounds.of(first), Bounds.of(last)
    except ValueError:
        return ActDay(base, conflict=f"effective {act.effective} is no date")
    if slash and act.action == "attest":
        if start.not_before and end.not_after and start.not_before > end.not_after:
            return ActDay(UNKNOWN, interval=True, conflict=f"interval {act.effective} ends before it starts")
        return ActDay(start, end, interval=True, conflict=conflict)
    if not start.known:
        return ActDay(base, conflict=conflict)
    if act.action == "confirm":
        # 任职时间从… of a confirmation is the start of the whole tenure, so it lies before the paper as a rule.
        return ActDay(start, conflict=conflict)
    common = start.intersect(base)
    if common is None:
        return ActDay(start, conflict=f"effective {first} excludes {_shown(base)}", ordinary=_is_near(start, base))
    return ActDay(common if base.known else start, conflict=conflict)


def issued_bounds(act: Act, notice: Notice | None) -> Bounds:
    """What is known of the day of issue: of the notice as its series bounds it, and of the act itself."""
    own = Bounds.on(act.issued_date) if act.issued_date else Bounds(act.not_before, act.not_after)
    if notice is None:
        return own
    if notice.issued_date:
        return Bounds.on(notice.issued_date)
    return own.intersect(notice.day) or own


def _base(act: Act, issued: Bounds) -> tuple[Bounds, str]:
    if not act.decided:
        return issued, ""
    try:
        decided = Bounds.of(act.decided)
    except ValueError:
        return issued, f"decided {act.decided} is no date"
    if decided.day is None:
        return decided.intersect(issued) or decided, ""
    return decided, ""


def _is_near(start: Bounds, paper: Bounds) -> bool:
    """Whether an office counts from a day within three years before its paper or one year behind it."""
    if not (start.not_before and start.not_after and paper.not_before and paper.not_after):
        return False
    return paper.not_before - BACK <= start.not_after and start.not_before <= paper.not_after + AHEAD


def _shown(bounds: Bounds) -> str:
    low, high = (day.isoformat() if day else "" for day in (bounds.not_before, bounds.not_after))
    return low if low == high else f"[{low}, {high}]"
