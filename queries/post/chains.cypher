// Chains of two steps or more in a period: each move fills the vacancy that the one before left; swaps are closed chains.
// lineages = merged counts a body as one with the body that continues it.
// param from: date
// param to: date
// param lineages: text = apart
// returns chain_id, step, person, from_organization, from_post, to_organization, to_post, closed, opened_by, ended_by
// returns people, moves, lineage, person_id, from_post_id, to_post_id, left_by, entered_by, not_before, not_after
// finish: chains
MATCH (v:Vacancy)
WHERE (v.until_not_after >= $from AND coalesce(v.until_not_before, v.until_not_after) <= $to)
   OR (v.since_not_after >= $from AND coalesce(v.since_not_before, v.since_not_after) <= $to)
OPTIONAL MATCH (v)-[:LED_TO]-(w:Vacancy)
UNWIND [v, w] AS one
WITH DISTINCT one WHERE one IS NOT NULL
OPTIONAL MATCH (one)-[l:LED_TO]->(:Vacancy)
RETURN properties(one) AS vacancy, properties(l) AS link,
       null AS tenure, null AS person, null AS post, null AS organization, null AS lineage
UNION ALL
MATCH (v:Vacancy)
WHERE (v.until_not_after >= $from AND coalesce(v.until_not_before, v.until_not_after) <= $to)
   OR (v.since_not_after >= $from AND coalesce(v.since_not_before, v.since_not_after) <= $to)
OPTIONAL MATCH (v)-[:LED_TO]-(w:Vacancy)
UNWIND [v, w] AS one
WITH DISTINCT one WHERE one IS NOT NULL
MATCH (one)-[:OF]->(:Post)<-[h:HELD]-(p:Person)
WHERE h.tenure_id IN [one.left_tenure_id, one.filled_tenure_id]
WITH DISTINCT p
MATCH (p)-[t:HELD]->(o:Post)-[:IN_ORG]->(g:Organization)
RETURN null AS vacancy, null AS link,
       t {.tenure_id, .person_id, .post_id, .organization_id, .status, .acting, .seconded, .opened_by, .closed_by,
          .opened_notice_id, .opened_seq, .closed_notice_id, .closed_seq, .start_date, .start_not_before, .start_not_after,
          .end_date, .end_not_before, .end_not_after, .end_basis} AS tenure,
       p {.person_id, .name} AS person, o {.post_id, .organization_id, .title, .seats} AS post,
       g {.organization_id, .name} AS organization, null AS lineage
UNION ALL
MATCH (:Organization)-[s:SUCCEEDED_BY]->(:Organization)
RETURN null AS vacancy, null AS link, null AS tenure, null AS person, null AS post, null AS organization, properties(s) AS lineage
