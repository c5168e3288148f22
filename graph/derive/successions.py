"""Who came after whom in a post: from the vacancies that were filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model import Succession, Tenure, Vacancy


def derive_successions(vacancies: Iterable[Vacancy], tenures: Mapping[str, Tenure]) -> list[Succession]:
    """One succession for each filled vacancy; `gap_days` only where both days are known exactly."""
    successions = []
    for vacancy in vacancies:
        left, entered = tenures.get(vacancy.left_tenure_id), tenures.get(vacancy.filled_tenure_id)
        if left is None or entered is None or left.person_id == entered.person_id:
            continue
        gap = (vacancy.until_date - vacancy.since_date).days if vacancy.until_date and vacancy.since_date else None
        successions.append(
            Succession(
                person_id=entered.person_id,
                predecessor_id=left.person_id,
                post_id=vacancy.post_id,
                gap_days=gap,
                tenure_id=entered.tenure_id,
                predecessor_tenure_id=left.tenure_id,
            )
        )
    return sorted(successions, key=lambda one: (one.post_id, one.tenure_id, one.predecessor_tenure_id))
