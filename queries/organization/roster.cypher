// Who sits in an organization on a day: chief first, then the party deputy, deputies, and the rest; certain and possible holders.
// Past the last day that is covered by the papers of those who appoint to a post, a holder not seen leaving is only possible.
// param organization: organization
// param on: date
// returns post, person_id, person, certainty, acting, start_date, doc_numbers
// returns start_not_before, start_not_after, end_not_before, end_not_after, concurrent, seconded, organization, organization_id
// returns post_id, tenure_id, covered_to
MATCH (g:Organization)
WHERE g.organization_id IN $organization
MATCH (g)<-[:IN_ORG]-(o:Post)
OPTIONAL MATCH (o)<-[:ABOUT]-(:Act)-[:PRINTED_IN]->(n:Notice)
WITH g, o, collect(DISTINCT n.issuer) AS issuers
OPTIONAL MATCH (paper:Notice)
WHERE paper.issuer IN issuers
WITH g, o, max(paper.not_after) AS covered_to
MATCH (o)<-[h:HELD]-(p:Person)
WHERE h.status <> 'nominated'
  AND coalesce(h.start_not_before, h.start_not_after - duration('P10Y'), $on) <= $on
  AND (h.end_not_after IS NULL OR h.end_not_after > $on)
WITH g, o, p, h, covered_to,
     CASE WHEN h.start_not_after <= $on
               AND (h.end_not_before > $on OR (h.end_not_after IS NULL AND coalesce(h.end_basis, '') = '' AND $on <= covered_to))
          THEN 'certain' ELSE 'possible' END AS certainty
ORDER BY certainty, h.acting, h.start_not_after, h.tenure_id
WITH g, o, p, head(collect(h)) AS h, head(collect(certainty)) AS certainty, head(collect(covered_to)) AS covered_to
RETURN o.title AS post, p.person_id AS person_id, p.name AS person, certainty, h.acting AS acting,
       h.start_date AS start_date, h.doc_numbers AS doc_numbers,
       h.start_not_before AS start_not_before, h.start_not_after AS start_not_after,
       h.end_not_before AS end_not_before, h.end_not_after AS end_not_after,
       h.concurrent AS concurrent, h.seconded AS seconded,
       g.name AS organization, g.organization_id AS organization_id,
       o.post_id AS post_id, h.tenure_id AS tenure_id, covered_to
ORDER BY organization,
         CASE WHEN o.seats = 'one' AND NOT o.title STARTS WITH '副' AND NOT o.title CONTAINS '书记' THEN 0
              WHEN o.seats = 'one' AND NOT o.title STARTS WITH '副' THEN 1
              WHEN o.title STARTS WITH '党' AND o.title CONTAINS '副书记' THEN 2
              WHEN o.title STARTS WITH '副' THEN 3
              WHEN o.seats = 'unknown' THEN 4 ELSE 5 END,
         post, certainty, start_not_after, person_id
