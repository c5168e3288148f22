"""Vacancy chains: runs of moves each filling the vacancy that the one before left, and swaps (design 3.7–3.10, practice 3.10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from graph.dates import Bounds
from graph.derive.merging import merge_bodies
from graph.derive.moves import find_moves
from graph.derive.readings import WholeReading
from graph.model import Post, Tenure, Vacancy


class ChainRow(Struct, frozen=True, kw_only=True):
    """One step of a chain, with the columns of `post/chains`; `opened_by` … `lineage` are those of the whole chain.

    `opened_by`: departure (the leaver's next post is not known), move (he took a post that nobody is known to have left), window.
    `ended_by`: newcomer, unfilled, superseded, deputy, held (another was in the post left behind), window; a swap: cycle.
    """

    chain_id: str
    step: int
    person: str
    from_organization: str
    from_post: str
    to_organization: str
    to_post: str
    closed: bool
    opened_by: str
    ended_by: str
    people: int
    moves: int
    lineage: bool
    """Whether the chain runs over a body and the one that continues it, as one."""
    person_id: str
    from_post_id: str
    to_post_id: str
    left_by: str
    """The act by which the person left, empty for a newcomer."""
    entered_by: str
    """The act by which the person entered; empty where the next post is not known."""
    not_before: date | None
    not_after: date | None
    """When the step was made."""


class _Step(Struct, frozen=True):
    person_id: str
    left: Tenure | None
    entered: Tenure | None
    day: Bounds
    vacancy: Vacancy
    """The vacancy that the step fills, or, of a departure, opens."""


def chain_rows(reading: WholeReading, since: date, until: date, *, merged: bool = False) -> list[ChainRow]:
    """The chains of two steps or more that lie, or may lie, in the period, longest first; steps outside it are cut.

    Of the reading it needs vacancies, links, and with their posts, organizations and persons all tenures of those who left or
    filled one; with `merged` also lineages, and a body counts as one with the body that continues it.
    """
    telling = _Telling(reading, merged)
    rows: list[list[ChainRow]] = []
    for steps, closed in telling.chains():
        inside = [_within(step.day, since, until) for step in steps]
        if closed and all(inside):
            rows.append(telling.rows(steps, True, False, False))
            continue
        start = 0
        while start < len(steps):
            end = start
            while end < len(steps) and inside[end]:
                end += 1
            if end - start >= 2:
                rows.append(telling.rows(steps[start:end], False, start > 0 or closed, end < len(steps) or closed))
            start = end + 1
    rows.sort(key=lambda chain: (-len(chain), chain[0].not_before or date.min, chain[0].chain_id))
    return [row for chain in rows for row in chain]


class _Telling:
    def __init__(self, reading: WholeReading, merged: bool) -> None:
        self.tenures = {tenure.tenure_id: tenure for tenure in reading.tenures}
        moves = find_moves(reading.tenures)
        self.left_for = {move.entered.tenure_id: move.left for move in moves}
        self.went_to = {move.left.tenure_id: move.entered for move in moves}
        self.vacancies = {vacancy.vacancy_id: vacancy for vacancy in reading.vacancies}
        self.following = {link.vacancy_id: link.next_vacancy_id for link in reading.links if link.vacancy_id in self.vacancies}
        self.over: set[str] = set()
        if merged:
            merging = merge_bodies(reading, self.went_to)
            self.vacancies |= merging.filled
            self.following |= merging.following
            self.went_to |= merging.went_to
            self.left_for |= {entered.tenure_id: self.tenures[left] for left, entered in merging.went_to.items()}
            self.over = set(merging.filled)
        self.names = {person.person_id: person.name for person in reading.persons}
        bodies = {body.organization_id: body.name for body in reading.organizations}
        self.posts = {post.post_id: post for post in reading.posts}
        self.shown = {post.post_id: (bodies.get(post.organization_id, ""), post.title) for post in reading.posts}

    def chains(self) -> list[tuple[list[_Step], bool]]:
        """Every chain of steps, and whether it is a cycle; each vacancy is in one of them."""
        reached = set(self.following.values())
        found: list[tuple[list[_Step], bool]] = []
        seen: set[str] = set()
        for key in sorted(self.vacancies):
            if key not in reached:
                vacancies = self._walk(key, seen)
                first = vacancies[0]
                left = self.tenures[first.left_tenure_id]
                opening = _Step(
                    left.person_id,
                    left,
                    self.went_to.get(left.tenure_id),
                    Bounds(first.since_not_before, first.since_not_after),
                    first,
                )
                found.append(([opening, *self._fillings(vacancies)], False))
        for key in sorted(self.vacancies):
            if key not in seen:
                steps = self._fillings(self._walk(key, seen))
                first_act = min(range(len(steps)), key=lambda i: _act_order(steps[i]))
                found.append((steps[first_act:] + steps[:first_act], True))
        return found

    def _walk(self, key: str, seen: set[str]) -> list[Vacancy]:
        vacancies = []
        following: str | None = key
        while following is not None and following not in seen and following in self.vacancies:
            seen.add(following)
            vacancies.append(self.vacancies[following])
            following = self.following.get(following)
        return vacancies

    def _fillings(self, vacancies: Sequence[Vacancy]) -> list[_Step]:
        steps = []
        for vacancy in vacancies:
            entered = self.tenures.get(vacancy.filled_tenure_id)
            if entered is not None:
                left = self.left_for.get(entered.tenure_id)
                steps.append(_Step(entered.person_id, left, entered, entered.start, vacancy))
        return steps

    def rows(self, steps: Sequence[_Step], closed: bool, cut_before: bool, cut_after: bool) -> list[ChainRow]:
        first = steps[0]
        if closed:
            opened = ended = "cycle"
        else:
            opened = "window" if cut_before else "move" if first.entered is not None else "departure"
            ended = "window" if cut_after else self._ending(steps[-1])
        people = len({step.person_id for step in steps})
        moves = sum(step.left is not None and step.entered is not None for step in steps)
        rows = []
        for number, step in enumerate(steps, 1):
            source = self.shown.get(step.left.post_id, ("", "")) if step.left is not None else ("", "")
            target = self.shown.get(step.entered.post_id, ("", "")) if step.entered is not None else ("", "")
            rows.append(
                ChainRow(
                    chain_id="c" + first.vacancy.vacancy_id[1:],
                    step=number,
                    person=self.names.get(step.person_id, ""),
                    from_organization=source[0],
                    from_post=source[1],
                    to_organization=target[0],
                    to_post=target[1],
                    closed=closed,
                    opened_by=opened,
                    ended_by=ended,
                    people=people,
                    moves=moves,
                    lineage=any(one.vacancy.vacancy_id in self.over for one in steps),
                    person_id=step.person_id,
                    from_post_id=step.left.post_id if step.left is not None else "",
                    to_post_id=step.entered.post_id if step.entered is not None else "",
                    left_by=step.left.closed_by if step.left is not None else "",
                    entered_by=step.entered.opened_by if step.entered is not None else "",
                    not_before=step.day.not_before,
                    not_after=step.day.not_after,
                )
            )
        return rows

    def _ending(self, last: _Step) -> str:
        """What the last step left behind."""
        if last.left is None:
            return "newcomer"
        following = self.vacancies.get(self.following.get(last.vacancy.vacancy_id, ""))
        if following is not None:
            return "superseded" if following.kind == "superseded" else "unfilled"
        post: Post | None = self.posts.get(last.left.post_id)
        return "held" if post is not None and post.seats == "one" else "deputy"


def _within(day: Bounds, since: date, until: date) -> bool:
    """Whether a day lies in the period or may do so; of nothing known it does not."""
    return day.known and (day.not_before is None or day.not_before <= until) and (day.not_after is None or day.not_after >= since)


def _act_order(step: _Step) -> tuple[object, ...]:
    entered = step.entered
    if entered is None:
        return (date.max,)
    return (step.day.not_before or step.day.not_after or date.max, entered.opened_notice_id, entered.opened_seq)
