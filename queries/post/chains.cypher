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
UNWIND [v, w] AS vacancy
WITH DISTINCT vacancy WHERE vacancy IS NOT NULL
OPTIONAL MATCH (vacancy)-[link:LED_TO]->(:Vacancy)
MATCH (vacancy)-[:OF]->(:Post)<-[h:HELD]-(person:Person)
WHERE h.tenure_id IN [vacancy.left_tenure_id, vacancy.filled_tenure_id]
MATCH (person)-[tenure:HELD]->(post:Post)-[:IN_ORG]->(organization:Organization)
OPTIONAL MATCH (organization)-[lineage:SUCCEEDED_BY]->(:Organization)
RETURN properties(vacancy) AS vacancy, properties(link) AS link, properties(tenure) AS tenure,
       person {.person_id, .name} AS person, post {.post_id, .organization_id, .title, .seats} AS post,
       organization {.organization_id, .name} AS organization, properties(lineage) AS lineage
