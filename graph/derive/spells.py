"""One tenure in the making: what the events that it is made of say about its start and its end."""

from __future__ import annotations

from datetime import date, timedelta

from graph.dates import Bounds, max_day, min_day, next_day
from graph.derive.events import Event, probation_due, secondment_due
from graph.derive.knowledge import body_knowledge
from graph.derive.seats import is_by_procedure
from graph.ids import tenure_id
from graph.model import Status, Tenure


class Spell:
    """Collects evidence; `tenure()` gives the record. Bounds never contradict: what would is clipped to what was stated."""

    __slots__ = (
        "acting",
        "closed",
        "closing",
        "end",
        "events",
        "incumbency",
        "opening",
        "own_end",
        "person_id",
        "seen_until",
        "start",
        "start_basis",
    )

    def __init__(self, person_id: str, event: Event) -> None:
        self.person_id = person_id
        self.events = [event]
        self.acting = event.acting
        self.start = Bounds()
        self.start_basis = ""
        self.end = Bounds()
        self.closed = False
        self.own_end = True
        self.seen_until: date | None = None
        self.opening: Event | None = None
        self.closing: Event | None = None
        self.incumbency: Spell | None = None

    def add(self, event: Event) -> None:
        """One more paper that says the same; that of the higher organ gives the day (practice 3.3.11)."""
        self._take(event)
        opening = self.opening
        if (
            opening is not None
            and event.act.action == "appoint"
            and _power(event) > _power(opening)
            and event.day.known
            and _within(opening, event, timedelta(days=90))
        ):
            self.start, self.opening = event.day, event

    def add_closing(self, event: Event) -> None:
        """One more paper about the same leaving."""
        self._take(event)
        if self.closing is not None and self.own_end and _power(event) > _power(self.closing) and event.day.known:
            self.end, self.closing = event.day, event

    def open(self, event: Event) -> None:
        self.opening = event
        self.start = event.day
        self.start_basis = "stated"

    def confirm(self, event: Event) -> None:
        """A confirmation of somebody not known to be in the post: 任职时间从… is the start, else it came before."""
        self.opening = event
        self.start_basis = "stated"
        self.start = event.day if event.act.effective else Bounds(None, event.day.not_after)

    def close(self, event: Event, *, own: bool = True) -> None:
        """End it; with own=False by an act that belongs to another tenure: the formal appointment of an acting holder."""
        self.closed = True
        self.closing = event
        self.own_end = own
        self.end = event.day
        if own:
            self._take(event)

    def attest(self, event: Event) -> None:
        """Seen in the post on a day: in it no later than that day, and not out of it before the next."""
        self._take(event)
        low, high = event.day.not_before, event.day.not_after
        if self.opening is None:
            self.start_basis = "attested"
            self.start = Bounds(self.start.not_before, min_day(self.start.not_after, high))
        if low is not None and low < date.max:
            self.seen_until = max_day(self.seen_until, next_day(low))

    def attest_interval(self, event: Event) -> None:
        """A résumé entry: both ends with their precision; an open end says nothing about today."""
        self._take(event)
        self.start = event.when.day
        self.start_basis = "attested" if event.when.day.known else ""
        if event.when.until.known:
            self.closed, self.closing, self.end = True, event, event.when.until

    def sharpen(self, event: Event) -> bool:
        """Take in a résumé entry that can be this tenure; False when its start or end excludes it or nothing ties the two."""
        day, until = event.when.day, event.when.until
        start, end = self.start.intersect(day), self.end.intersect(until)
        if start is None or end is None or (self.seen_until and until.not_after and self.seen_until > next_day(until.not_after)):
            return False
        same_start = _closed_in(self.start) and _closed_in(day)
        same_end = self.closed and _closed_in(self.end) and _closed_in(until)
        inside = (
            not self.closed and self.opening is None and bool(self.seen_until and day.not_after and day.not_after < self.seen_until)
        )
        if not (same_start or same_end or inside):
            return False
        self._take(event)
        self.start = start
        self.start_basis = self.start_basis or "attested"
        if until.known and not self.closed:
            self.closed, self.closing = True, event
        self.end = end
        return True

    def closed_within(self, event: Event, span: timedelta) -> bool:
        """Whether another paper may be about the same leaving: no longer after it than `span`."""
        return self.closing is not None and self.own_end and _within(self.closing, event, span)

    def covers(self, event: Event) -> bool:
        """Whether a mention may be of the day of leaving or before it."""
        low, high = event.day.not_before, self.end.not_after
        return high is not None and low is not None and low <= high

    def not_before(self, earlier: Spell) -> None:
        """It began after an earlier tenure of the same person in the same post had ended."""
        self.start = Bounds(earlier.end.not_before, self.start.not_after)

    def tenure(self) -> Tenure:
        """The record: status, bounds made consistent, due days, papers."""
        start, end = self._bounds()
        first = self.events[0]
        opening, closing = self.opening, self.closing
        act_ids = self._act_ids()
        status: Status = "ended" if self.closed else "current" if opening is not None else "unknown"
        return Tenure(
            tenure_id=tenure_id(act_ids),
            person_id=self.person_id,
            post_id=_post_id(first),
            organization_id=_organization_id(first),
            status=status,
            start_date=start.day,
            start_not_before=start.not_before,
            start_not_after=start.not_after,
            start_basis=self.start_basis,
            end_date=end.day,
            end_not_before=end.not_before,
            end_not_after=end.not_after,
            end_basis="stated" if self.closed else "",
            acting=self.acting,
            concurrent=any(event.concurrent for event in self.events),
            seconded=any(event.seconded for event in self.events),
            by_procedure=self._by_procedure(),
            due_date=next(filter(None, (secondment_due(e.act, start.day) for e in self.events if e.seconded)), None),
            probation_due=probation_due(opening.act, start.day) if opening is not None else None,
            incumbency_id=tenure_id(self.incumbency._act_ids()) if self.incumbency is not None else "",
            act_ids=act_ids,
            opened_by=opening.act.act_id if opening is not None else "",
            closed_by=closing.act.act_id if closing is not None else "",
            opened_notice_id=opening.act.notice_id if opening is not None else "",
            opened_seq=opening.act.seq if opening is not None else 0,
            closed_notice_id=closing.act.notice_id if closing is not None else "",
            closed_seq=closing.act.seq if closing is not None else 0,
            closed_doc_number=closing.notice.doc_number if closing is not None and closing.notice is not None else "",
            closed_action=closing.act.action if closing is not None and closing.closes else "",
            attested_until=self.seen_until,
            doc_numbers=self._doc_numbers(),
        )

    def nomination(self, outcome: str) -> Tenure:
        """The record of a nomination: no start, no end, nobody's seat."""
        first = self.events[0]
        act_ids = self._act_ids()
        return Tenure(
            tenure_id=tenure_id(act_ids),
            person_id=self.person_id,
            post_id=_post_id(first),
            organization_id=_organization_id(first),
            status="nominated",
            acting=self.acting,
            concurrent=any(event.concurrent for event in self.events),
            seconded=any(event.seconded for event in self.events),
            by_procedure=self._by_procedure(),
            nominated_on=first.day.day,
            nominated_not_before=first.day.not_before,
            nominated_not_after=first.day.not_after,
            outcome=outcome,
            act_ids=act_ids,
            opened_notice_id=first.act.notice_id,
            opened_seq=first.act.seq,
            doc_numbers=self._doc_numbers(),
        )

    def _take(self, event: Event) -> None:
        if event is not self.events[0]:
            self.events.append(event)

    def _bounds(self) -> tuple[Bounds, Bounds]:
        start, end = self.start, self.end
        if not self.closed:
            low = max_day(start.not_before, self.seen_until)
            return start, Bounds(low, None) if self.seen_until else Bounds()
        high = end.not_after
        known = max_day(self.seen_until, start.not_before)
        low = max_day(end.not_before, min_day(known, high) if known else None)
        if start.not_before and high and start.not_before > high:
            return start, Bounds(start.not_before, None)
        return Bounds(start.not_before, min_day(start.not_after, high)), Bounds(low, high)

    def _by_procedure(self) -> bool:
        first = self.events[0]
        return bool(
            first.organization is not None
            and is_by_procedure(first.organization.name)
            and any(event.notice is not None and event.notice.by_procedure for event in self.events)
        )

    def _act_ids(self) -> tuple[str, ...]:
        return tuple(sorted(event.act.act_id for event in self.events))

    def _doc_numbers(self) -> tuple[str, ...]:
        """Those of its papers in order of day; of an acting tenure also that of the formal appointment that ended it."""
        events = sorted(self.events, key=lambda event: event.key)
        if self.closing is not None and not self.own_end:
            events.append(self.closing)
        return tuple(
            dict.fromkeys(event.notice.doc_number for event in events if event.notice is not None and event.notice.doc_number)
        )


def _within(earlier: Event, later: Event, span: timedelta) -> bool:
    before, after = earlier.day.not_before or earlier.day.not_after, later.day.not_after or later.day.not_before
    return before is not None and after is not None and after - before <= span


def _closed_in(bounds: Bounds) -> bool:
    return bounds.not_before is not None and bounds.not_after is not None


def _power(event: Event) -> int:
    issuer = event.notice.issuer if event.notice is not None else ""
    return next((power.rank for power in body_knowledge().power if power.contains in issuer), 0)


def _post_id(event: Event) -> str:
    return event.post.post_id if event.post is not None else ""


def _organization_id(event: Event) -> str:
    return event.post.organization_id if event.post is not None else ""
