"""Last stage: which vacancy led to which, person by person, since a link is one person's move."""

from __future__ import annotations

from collections.abc import Sequence

from graph.derive.links import derive_links
from graph.store import stored
from graph.store.derived import Difference
from graph.store.run import Run, batches

PERSONS = 2000


def derive_person_links(run: Run, keys: Sequence[str]) -> None:
    """Links the vacancies that these persons left and filled again."""
    done = 0
    for batch in batches(keys, PERSONS):
        _link(run, batch)
        done += len(batch)
        run.progress("chains", done, len(keys))


def _link(run: Run, persons: Sequence[str]) -> None:
    known = run.known
    whole = {person for person in persons if known.is_whole(person)}
    tenures = [tenure for person in whole for tenure in known.of_person[person].values()]
    vacancies = {key: v for tenure in tenures for key, v in known.vacancies.get(tenure.tenure_id, {}).items()}
    read = stored.tenures_of_persons(run.graph, [person for person in persons if person not in whole])
    vacancies.update((v.vacancy_id, v) for v in stored.vacancies_of_tenures(run.graph, (t.tenure_id for t in read)))
    now = derive_links(list(vacancies.values()), [*tenures, *read])
    linked_before = [person for person in persons if not (known.nothing_derived or person in known.new_persons)]
    difference = Difference()
    difference.links(stored.links_of_persons(run.graph, linked_before), now)
    run.counts["links"] += len(now)
    run.write(difference)
