// People whose name contains the text, one row each with the post they hold or were last seen in; exact names first.
// param text: text
// returns person_id, person, gender, organization, post, status, tenures
MATCH (p:Person)
WHERE p.name CONTAINS replace(replace($text, ' ', ''), '　', '')
OPTIONAL MATCH (p)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WITH p, h, o, g
ORDER BY CASE h.status WHEN 'current' THEN 0 WHEN 'unknown' THEN 1 WHEN 'ended' THEN 2 ELSE 3 END,
         coalesce(h.start_not_after, h.end_not_after, h.nominated_on) DESC, h.tenure_id
WITH p, count(h) AS tenures, head(collect({organization: g.name, post: o.title, status: h.status})) AS last
RETURN p.person_id AS person_id, p.name AS person, p.gender AS gender,
       last.organization AS organization, last.post AS post, last.status AS status, tenures
ORDER BY CASE WHEN person = replace(replace($text, ' ', ''), '　', '') THEN 0 ELSE 1 END, person, tenures DESC, person_id
