// Appointments on probation and how they stand on a day: running, confirmed, lapsed (到期，未见转正文件), ended, or moved to another post.
// param as_of: date
// returns person, organization, post, due_date, state, days, start_date, person_id, tenure_id
MATCH (p:Person)-[h:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
WHERE h.probation_due IS NOT NULL AND h.start_not_before <= $as_of
WITH p, h, o, g,
     h.end_not_after IS NOT NULL AND h.end_not_after <= $as_of AS gone,
     CASE WHEN h.end_not_after <= $as_of AND h.end_not_after <= h.probation_due
          THEN EXISTS { MATCH (p)-[next:HELD]->(:Post)
                        WHERE next.post_id <> h.post_id AND next.status <> 'nominated'
                          AND next.start_not_before >= h.start_not_before AND next.start_not_after <= h.probation_due }
          ELSE false END AS moved,
     CASE WHEN size(h.act_ids) > 1
          THEN EXISTS { MATCH (p)<-[:CONCERNS]-(a:Act)
                        WHERE a.action = 'confirm' AND a.act_id IN h.act_ids AND a.not_after <= $as_of }
          ELSE false END AS confirmed
RETURN p.name AS person, g.name AS organization, o.title AS post, h.probation_due AS due_date,
       CASE WHEN confirmed THEN 'confirmed' WHEN moved THEN 'moved' WHEN gone THEN 'ended'
            WHEN h.probation_due <= $as_of THEN 'lapsed' ELSE 'running' END AS state,
       duration.inDays($as_of, h.probation_due).days AS days,
       h.start_date AS start_date, p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY due_date, person, tenure_id
