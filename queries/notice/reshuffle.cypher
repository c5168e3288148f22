// Everybody whom a notice moves: from which posts to which, whom they replace and who replaces them; two cities may write one number.
// direction is up only with a probation, else unknown, and empty for who only leaves; under_way is a nomination not yet an appointment.
// param doc_number: doc_number
// returns person, from, to, direction, replaced_by, replaces, under_way, issuer, notice_id, person_id
// finish: reshuffle
MATCH (n:Notice)
WHERE n.doc_number = $doc_number
MATCH (n)<-[:PRINTED_IN]-(a:Act)-[:CONCERNS]->(p:Person)
WHERE NOT a.action IN ['attest', 'confirm', 'revoke']
MATCH (a)-[:ABOUT]->(o:Post)-[:IN_ORG]->(g:Organization)
WITH DISTINCT n, a, p, o, g
OPTIONAL MATCH (p)-[h:HELD]->(o)
WHERE a.act_id IN h.act_ids
OPTIONAL MATCH (o)<-[:OF]-(v:Vacancy)
WHERE (v.left_tenure_id = h.tenure_id AND a.action <> 'appoint') OR (v.filled_tenure_id = h.tenure_id AND a.action = 'appoint')
OPTIONAL MATCH (other:Person)-[x:HELD]->(o)
WHERE x.tenure_id = CASE WHEN a.action = 'appoint' THEN v.left_tenure_id ELSE v.filled_tenure_id END
RETURN n.notice_id AS notice_id, n.issuer AS issuer, a.seq AS seq, a.action AS action, p.person_id AS person_id, p.name AS person,
       g.name + o.title AS post, h.probation_due IS NOT NULL AS probation, collect(DISTINCT other.name) AS others
ORDER BY issuer, notice_id, seq
