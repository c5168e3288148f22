// The acts of one notice in reading order, each with its person, post, tenure and the place of its clause.
// param notice: text
// returns seq, person, gender, action, organization, post, kind, qualifier, effective, clause, source_id, path, start, end
// returns act_id, person_id, organization_id, post_id, tenure_id
MATCH (n:Notice)
WHERE n.notice_id = $notice
MATCH (n)-[:FOUND_IN]->(s:Source)
MATCH (n)<-[r:PRINTED_IN]-(a:Act)
WHERE r.source_id = s.source_id
OPTIONAL MATCH (a)-[:CONCERNS]->(p:Person)
OPTIONAL MATCH (a)-[:ABOUT]->(o:Post)-[:IN_ORG]->(g:Organization)
OPTIONAL MATCH (p)-[h:HELD]->(o)
WHERE a.act_id IN h.act_ids
RETURN a.seq AS seq, a.person AS person, a.gender AS gender, a.action AS action, a.organization AS organization,
       a.post AS post, a.kind AS kind, a.qualifier AS qualifier, a.effective AS effective,
       r.clause AS clause, s.source_id AS source_id, s.path AS path, r.start AS start, r.end AS end,
       a.act_id AS act_id, p.person_id AS person_id, g.organization_id AS organization_id, o.post_id AS post_id,
       h.tenure_id AS tenure_id
ORDER BY path, seq, start, act_id
