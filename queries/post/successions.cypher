// Who followed whom in a post, with what is known of the day the one left and the other came.
// param organization: organization = ''
// returns organization, post, predecessor, successor, left_not_before, left_not_after, came_not_before, came_not_after
// returns gap_days, predecessor_id, successor_id, organization_id, post_id
MATCH (g:Organization)
WHERE $organization IS NULL OR g.organization_id IN $organization
MATCH (g)<-[:IN_ORG]-(o:Post)<-[came:HELD]-(s:Person)-[f:FOLLOWED]->(q:Person)
WHERE f.tenure_id = came.tenure_id
MATCH (q)-[left:HELD]->(o)
WHERE left.tenure_id = f.predecessor_tenure_id
RETURN g.name AS organization, o.title AS post, q.name AS predecessor, s.name AS successor,
       left.end_not_before AS left_not_before, left.end_not_after AS left_not_after,
       came.start_not_before AS came_not_before, came.start_not_after AS came_not_after, f.gap_days AS gap_days,
       q.person_id AS predecessor_id, s.person_id AS successor_id, g.organization_id AS organization_id, o.post_id AS post_id
ORDER BY organization, post, came_not_after, successor
