// Who held a post, one after the other; vacancy_days is how long the seat stood empty before the holder came, where both days are known.
// param organization: organization
// param post: text
// returns holder, start_date, end_date, end_basis, acting, vacancy_days
// returns status, start_not_before, start_not_after, end_not_before, end_not_after, doc_numbers
// returns person_id, tenure_id, organization_id, post_id
MATCH (g:Organization)<-[:IN_ORG]-(o:Post)<-[h:HELD]-(p:Person)
WHERE g.organization_id IN $organization AND o.title = $post
OPTIONAL MATCH (o)<-[:OF]-(v:Vacancy)
WHERE v.filled_tenure_id = h.tenure_id
WITH g, o, h, p, head(collect(v)) AS v
RETURN p.name AS holder, h.start_date AS start_date, h.end_date AS end_date, h.end_basis AS end_basis, h.acting AS acting,
       duration.inDays(v.since_date, v.until_date).days AS vacancy_days, h.status AS status,
       h.start_not_before AS start_not_before, h.start_not_after AS start_not_after,
       h.end_not_before AS end_not_before, h.end_not_after AS end_not_after, h.doc_numbers AS doc_numbers,
       p.person_id AS person_id, h.tenure_id AS tenure_id, g.organization_id AS organization_id, o.post_id AS post_id
ORDER BY coalesce(h.start_not_after, h.nominated_on, h.end_not_after), h.end_not_after, tenure_id
