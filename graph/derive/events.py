"""Acts made ready to be put in order: their day, their organization and post, their qualifiers read."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from graph.dates import Bounds
from graph.derive.days import ActDay, day_of
from graph.derive.organizations import organization_of, post_id_of
from graph.derive.seats import seats_of
from graph.model import CLOSING, Act, Notice, Organization, Post

_PHASES = {"dismiss": 0, "resign": 0, "retire": 0, "die": 0, "appoint": 1, "confirm": 2, "attest": 3, "nominate": 4, "revoke": 5}
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_LENGTH = re.compile(r"([一二两三四五六七八九十\d]+)(年半?|个?月)|(半年)")
_UNTIL = re.compile(r"至(\d{4})[年.](\d{1,2})(?:[月.](?:(\d{1,2})日?)?)?")


class Event(Struct, frozen=True):
    """An act with what its paper says about when and where. `key` is the order of design 3.3: by day, leavers before comers."""

    act: Act
    notice: Notice | None
    when: ActDay
    key: tuple[date, date, int, str, int, str]
    organization: Organization | None
    post: Post | None
    acting: bool
    concurrent: bool
    seconded: bool

    @property
    def day(self) -> Bounds:
        return self.when.day

    @property
    def closes(self) -> bool:
        return self.act.action in CLOSING


def event_of(act: Act, notices: Mapping[str, Notice]) -> Event:
    """The event of an act; without organization or title it has no post."""
    notice = notices.get(act.notice_id)
    when = day_of(act, notice)
    place = notice.place if notice else ""
    organization = organization_of(act.organization, place, act.post) if act.organization or act.post else None
    if organization is not None and not organization.name:
        organization = None
    post = _post(organization, act.post) if organization and act.post and act.kind == "post" else None
    return Event(
        act,
        notice,
        when,
        _key(act, when.day),
        organization,
        post,
        acting=any(_says_acting(word) for word in act.qualifier),
        concurrent=any(word.startswith("兼") for word in act.qualifier),
        seconded=any("挂职" in word or word == "挂任" for word in act.qualifier),
    )


def probation_due(act: Act, start: date | None) -> date | None:
    """The day on which a stated probation ends; None when none is stated or the start is not known to the day."""
    for word in act.qualifier:
        if "试用期" in word and "终止" not in word and start:
            return _after(start, word)
    return None


def secondment_due(act: Act, start: date | None) -> date | None:
    """The last day of a secondment as its paper gives it: 至2020年2月, or a length from a known start."""
    for word in act.qualifier:
        match = _UNTIL.search(word)
        if match:
            year, month = int(match[1]), int(match[2])
            try:
                return date(year, month, int(match[3]) if match[3] else calendar.monthrange(year, month)[1])
            except (ValueError, calendar.IllegalMonthError):
                continue
        if start and re.search(r"挂职|时间|期限", word) and _LENGTH.search(word):
            return _after(start, word)
    return None


def _after(start: date, length: str) -> date | None:
    """The day a written length after a day: 试用期为一年 after 2020-06-05 is 2021-06-05."""
    match = _LENGTH.search(length)
    if not match:
        return None
    if match[3]:
        months = 6
    else:
        number = int(match[1]) if match[1].isdigit() else _DIGITS.get(match[1], 0)
        months = number * 12 if match[2].startswith("年") else number
        months += 6 if match[2] == "年半" else 0
    if not months:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _post(organization: Organization, title: str) -> Post:
    seats, basis = seats_of(title, organization.name)
    return Post(
        post_id=post_id_of(organization.organization_id, title),
        organization_id=organization.organization_id,
        title=title,
        seats=seats,
        seats_basis=basis,
    )


def _says_acting(word: str) -> bool:
    return word in ("代", "代理") or word.startswith(("代理", "代行", "代为"))


def _key(act: Act, day: Bounds) -> tuple[date, date, int, str, int, str]:
    low = day.not_before or day.not_after
    if low is None:
        # An appointment of no known day comes before a dismissal that could end it, a dismissal after all that it could end.
        low = date.max if act.action in CLOSING or act.action == "revoke" else date.min
    return (low, day.not_after or date.max, _PHASES[act.action], act.notice_id, act.seq, act.act_id)
