// Who came into and who went out of the posts of an organization, or of all, in a period; changes that only may lie in it are possible.
// param from: date
// param to: date
// param organization: organization = ''
// returns organization, post, person, change, date, not_before, not_after, doc_number
// returns certainty, acting, basis, organization_id, post_id, person_id, tenure_id
MATCH (g:Organization)
WHERE $organization IS NULL OR g.organization_id IN $organization
MATCH (g)<-[:IN_ORG]-(o:Post)<-[h:HELD]-(p:Person)
WHERE h.status <> 'nominated'
  AND ((h.start_not_after >= $from AND coalesce(h.start_not_before, h.start_not_after) <= $to)
    OR (h.end_not_after >= $from AND coalesce(h.end_not_before, h.end_not_after) <= $to))
UNWIND [{change: 'in', date: h.start_date, low: h.start_not_before, high: h.start_not_after, basis: h.start_basis, paper: h.opened_notice_id},
        {change: 'out', date: h.end_date, low: h.end_not_before, high: h.end_not_after, basis: h.end_basis, paper: h.closed_notice_id}] AS c
WITH g, o, h, p, c
WHERE c.basis <> '' AND c.basis <> 'attested' AND c.high >= $from AND coalesce(c.low, c.high) <= $to
OPTIONAL MATCH (n:Notice)
WHERE n.notice_id = coalesce(c.paper, '')
RETURN g.name AS organization, o.title AS post, p.name AS person, c.change AS change, c.date AS date,
       c.low AS not_before, c.high AS not_after, n.doc_number AS doc_number,
       CASE WHEN c.low >= $from AND c.high <= $to THEN 'certain' ELSE 'possible' END AS certainty,
       h.acting AS acting, c.basis AS basis,
       g.organization_id AS organization_id, o.post_id AS post_id, p.person_id AS person_id, h.tenure_id AS tenure_id
ORDER BY organization, not_after, post, change, person, tenure_id
