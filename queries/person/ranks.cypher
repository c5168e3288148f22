// The ranks (职级) a person has held, in order of day; ranks have no seat, vacancy or chain.
// param person: person
// returns person_id, person, organization, rank, start_date, start_not_before, start_not_after
// returns end_date, end_not_before, end_not_after, act_ids
MATCH (p:Person)-[r:RANKED]->(g:Organization)
WHERE p.person_id IN $person
RETURN p.person_id AS person_id, p.name AS person, g.name AS organization, r.rank AS rank,
       r.start_date AS start_date, r.start_not_before AS start_not_before, r.start_not_after AS start_not_after,
       r.end_date AS end_date, r.end_not_before AS end_not_before, r.end_not_after AS end_not_after, r.act_ids AS act_ids
ORDER BY person_id, coalesce(r.start_not_after, r.end_not_after), rank
