// Every act about a person with its sentence: which tenure it supports, what it says, and where it is printed.
// param person: person
// returns person_id, person, tenure_id, organization, post, act_id, action, kind, qualifier, effective, not_before, not_after
// returns notice_id, doc_number, notice_title, issuer, clause, source_id, path, start, end
MATCH (p:Person)
WHERE p.person_id IN $person
MATCH (p)<-[:CONCERNS]-(a:Act)-[r:PRINTED_IN]->(n:Notice)-[:FOUND_IN]->(s:Source)
WHERE s.source_id = r.source_id
OPTIONAL MATCH (p)-[h:HELD]->(:Post)
WHERE a.act_id IN h.act_ids
RETURN p.person_id AS person_id, p.name AS person, h.tenure_id AS tenure_id, a.organization AS organization, a.post AS post,
       a.act_id AS act_id, a.action AS action, a.kind AS kind, a.qualifier AS qualifier, a.effective AS effective,
       a.not_before AS not_before, a.not_after AS not_after,
       n.notice_id AS notice_id, n.doc_number AS doc_number, n.title AS notice_title, n.issuer AS issuer,
       r.clause AS clause, s.source_id AS source_id, s.path AS path, r.start AS start, r.end AS end
ORDER BY person_id, a.not_after, doc_number, a.seq, path, start
