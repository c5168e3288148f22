// Everything a person has held or been nominated for, in order of day, with what is known of start and end.
// param person: person
// returns person_id, person, organization, post, status, start_date, start_not_before, start_not_after
// returns end_date, end_not_before, end_not_after, start_basis, end_basis, acting, concurrent, seconded
// returns due_date, probation_due, doc_numbers
// returns nominated_on, outcome, by_procedure, confidence, organization_id, post_id, tenure_id, incumbency_id, act_ids
MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WHERE p.person_id IN $person
RETURN p.person_id AS person_id, p.name AS person, g.name AS organization, o.title AS post, h.status AS status,
       h.start_date AS start_date, h.start_not_before AS start_not_before, h.start_not_after AS start_not_after,
       h.end_date AS end_date, h.end_not_before AS end_not_before, h.end_not_after AS end_not_after,
       h.start_basis AS start_basis, h.end_basis AS end_basis,
       h.acting AS acting, h.concurrent AS concurrent, h.seconded AS seconded,
       h.due_date AS due_date, h.probation_due AS probation_due, h.doc_numbers AS doc_numbers,
       h.nominated_on AS nominated_on, h.outcome AS outcome, h.by_procedure AS by_procedure, h.confidence AS confidence,
       g.organization_id AS organization_id, o.post_id AS post_id, h.tenure_id AS tenure_id,
       h.incumbency_id AS incumbency_id, h.act_ids AS act_ids
ORDER BY person_id, coalesce(h.start_not_after, h.nominated_on, h.end_not_after, h.end_not_before), h.end_not_after, tenure_id
