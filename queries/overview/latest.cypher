// The latest acts: those of the newest notices, in reading order.
// param notices: integer = 10
// returns date, not_before, not_after, person, action, organization, post, doc_number, person_id, notice_id, act_id
MATCH (n:Notice)
WHERE n.not_after IS NOT NULL
WITH n ORDER BY n.not_after DESC, n.notice_id LIMIT $notices
MATCH (n)<-[:PRINTED_IN]-(a:Act)
WHERE a.action <> 'attest'
WITH DISTINCT n, a
OPTIONAL MATCH (a)-[:CONCERNS]->(p:Person)
RETURN n.issued_date AS date, n.not_before AS not_before, n.not_after AS not_after, a.person AS person, a.action AS action,
       a.organization AS organization, a.post AS post, n.doc_number AS doc_number,
       p.person_id AS person_id, n.notice_id AS notice_id, a.act_id AS act_id
ORDER BY not_after DESC, notice_id, a.seq
