// Moves from one organization to another in a period: one person leaving a post and entering another within 183 days.
// param from: date
// param to: date
// returns person, from_organization, from_post, to_organization, to_post, left_not_after, came_not_after
// returns person_id, from_organization_id, to_organization_id, from_tenure_id, to_tenure_id
MATCH (p:Person)-[came:HELD]->(y:Post)-[:IN_ORG]->(there:Organization)
WHERE came.start_not_before >= $from AND came.start_not_after <= $to AND came.status <> 'nominated' AND came.start_basis = 'stated'
MATCH (p)-[left:HELD]->(x:Post)-[:IN_ORG]->(here:Organization)
WHERE left.tenure_id <> came.tenure_id AND here.organization_id <> there.organization_id AND left.status <> 'nominated'
  AND left.end_not_after >= came.start_not_before - duration('P183D') AND left.end_not_before <= came.start_not_after + duration('P183D')
RETURN p.name AS person, here.name AS from_organization, x.title AS from_post, there.name AS to_organization, y.title AS to_post,
       left.end_not_after AS left_not_after, came.start_not_after AS came_not_after, p.person_id AS person_id,
       here.organization_id AS from_organization_id, there.organization_id AS to_organization_id,
       left.tenure_id AS from_tenure_id, came.tenure_id AS to_tenure_id
ORDER BY came_not_after, person, from_post, to_post
