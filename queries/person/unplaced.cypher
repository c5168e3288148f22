// People who left a post in the period and were seen in no other since, longest first; retired and dead people are left out.
// param from: date
// param to: date
// returns person, organization, post, end_date, end_not_before, end_not_after, days, doc_number, person_id, tenure_id
MATCH (n:Notice)<-[:PRINTED_IN]-(a:Act)-[:CONCERNS]->(p:Person)-[h:HELD]->(o:Post)
WHERE n.not_after >= $from AND n.not_before <= $to AND a.action IN ['dismiss', 'resign'] AND h.closed_by = a.act_id
  AND h.end_not_before >= $from AND h.end_not_after <= $to
WITH DISTINCT p, h, o, n
WHERE NOT EXISTS { MATCH (p)-[next:HELD]->(:Post)
                   WHERE next.tenure_id <> h.tenure_id AND next.status <> 'nominated'
                     AND (next.end_not_after IS NULL OR next.end_not_after > h.end_not_after) }
MATCH (o)-[:IN_ORG]->(g:Organization)
RETURN p.name AS person, g.name AS organization, o.title AS post, h.end_date AS end_date,
       h.end_not_before AS end_not_before, h.end_not_after AS end_not_after,
       duration.inDays(h.end_not_after, $to).days AS days, n.doc_number AS doc_number,
       p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY days DESC, organization, post, person
