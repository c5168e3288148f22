// Nominations and what became of them by a day: open, appointed, stale (12 months without a word), or withdrawn where a paper says so.
// param as_of: date
// returns person, organization, post, nominated_on, state, days, by_procedure, doc_numbers, person_id, tenure_id
MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WHERE h.status = 'nominated' AND coalesce(h.nominated_not_before, h.nominated_not_after) <= $as_of
WITH p, h, o, g, h.nominated_not_after AS day,
     EXISTS { MATCH (p)-[next:HELD]->(o)
              WHERE next.status <> 'nominated' AND next.start_not_after <= $as_of
                AND next.start_not_before >= coalesce(h.nominated_not_before, h.nominated_not_after) } AS appointed
RETURN p.name AS person, g.name AS organization, o.title AS post, h.nominated_on AS nominated_on,
       CASE WHEN appointed THEN 'appointed' WHEN h.outcome = 'withdrawn' THEN 'withdrawn'
            WHEN day + duration('P12M') <= $as_of THEN 'stale' ELSE 'open' END AS state,
       duration.inDays(day, $as_of).days AS days, h.by_procedure AS by_procedure, h.doc_numbers AS doc_numbers,
       p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY nominated_on, organization, post, person
