// What a paper should have followed by a day: appointed elsewhere but not seen dismissed (任新未见免旧), acting without election, stale nominations.
// param as_of: date
// returns kind, person, organization, post, since_date, days, doc_number, person_id, tenure_id
MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WHERE h.status <> 'nominated' AND h.end_not_after IS NULL AND NOT h.acting AND NOT h.concurrent AND NOT h.seconded
  AND h.start_not_after <= $as_of AND (o.seats = 'one' OR o.title STARTS WITH '副')
MATCH (p)-[next:HELD]->(other:Post)-[:IN_ORG]->(elsewhere:Organization)
WHERE next.tenure_id <> h.tenure_id AND elsewhere.organization_id <> g.organization_id AND next.status <> 'nominated'
  AND next.start_basis = 'stated' AND next.start_not_after <= $as_of AND next.start_not_before > h.start_not_after
  AND NOT next.concurrent AND NOT next.seconded AND NOT next.acting AND (other.seats = 'one' OR other.title STARTS WITH '副')
WITH p, h, o, g, min(next.start_not_after) AS since
RETURN 'not_dismissed' AS kind, p.name AS person, g.name AS organization, o.title AS post, since AS since_date,
       duration.inDays(since, $as_of).days AS days, last(h.doc_numbers) AS doc_number,
       p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY days DESC
UNION ALL
MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WHERE h.acting AND h.status <> 'nominated' AND h.start_not_after <= $as_of
  AND (h.end_not_before IS NULL OR h.end_not_before > $as_of)
RETURN 'acting' AS kind, p.name AS person, g.name AS organization, o.title AS post, h.start_not_after AS since_date,
       duration.inDays(h.start_not_after, $as_of).days AS days, last(h.doc_numbers) AS doc_number,
       p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY days DESC
UNION ALL
MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WHERE h.status = 'nominated' AND coalesce(h.outcome, '') <> 'withdrawn'
  AND h.nominated_not_after + duration('P12M') <= $as_of
  AND NOT EXISTS { MATCH (p)-[next:HELD]->(o)
                   WHERE next.status <> 'nominated' AND next.start_not_after <= $as_of
                     AND next.start_not_before >= coalesce(h.nominated_not_before, h.nominated_not_after) }
RETURN 'stale_nomination' AS kind, p.name AS person, g.name AS organization, o.title AS post,
       h.nominated_not_after AS since_date,
       duration.inDays(h.nominated_not_after, $as_of).days AS days,
       last(h.doc_numbers) AS doc_number, p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY days DESC
