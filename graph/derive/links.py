"""LED_TO: the vacancy that a move fills led to the vacancy that it opens."""

from __future__ import annotations

from collections.abc import Sequence

from graph.derive.moves import find_moves
from graph.model import Tenure, Vacancy, VacancyLink


def derive_links(vacancies: Sequence[Vacancy], tenures: Sequence[Tenure]) -> list[VacancyLink]:
    """The links between these vacancies; `tenures` are all those of the persons who left or filled one of them."""
    left_by = {vacancy.left_tenure_id: vacancy for vacancy in vacancies}
    filled_by = {vacancy.filled_tenure_id: vacancy for vacancy in vacancies if vacancy.filled_tenure_id}
    links = []
    for move in find_moves(tenures):
        filled, opened = filled_by.get(move.entered.tenure_id), left_by.get(move.left.tenure_id)
        if filled is not None and opened is not None:
            links.append(
                VacancyLink(vacancy_id=filled.vacancy_id, next_vacancy_id=opened.vacancy_id, person_id=move.left.person_id)
            )
    return sorted(links, key=lambda link: (link.vacancy_id, link.next_vacancy_id))
