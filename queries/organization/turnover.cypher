// People who entered, left and moved inside each organization, or one, in a period; both days included; certain and possible apart.
// By default a body counts as one with the body that continues it, under the name of the latter; lineages = apart keeps them apart.
// param from: date
// param to: date
// param organization: organization = ''
// param lineages: text = merged
// returns organization, entries, exits, internal_moves, entries_possible, exits_possible, holders_from, holders_to
// returns holders_from_possible, holders_to_possible, denominator, denominator_basis, rate, lineages, organization_id
// finish: turnover
MATCH (organization:Organization)
WHERE $organization IS NULL OR organization.organization_id IN $organization
   OR EXISTS { MATCH (organization)-[:SUCCEEDED_BY*1..5]-(kin:Organization) WHERE kin.organization_id IN $organization }
MATCH (organization)<-[:IN_ORG]-(post:Post)<-[tenure:HELD]-(:Person)
WHERE tenure.status <> 'nominated' AND coalesce(tenure.start_not_before, $to) <= $to
  AND coalesce(tenure.end_not_after, $from) >= $from - duration('P1Y')
OPTIONAL MATCH (organization)-[lineage:SUCCEEDED_BY]->(:Organization)
RETURN tenure {.tenure_id, .person_id, .post_id, .organization_id, .status, .seconded, .opened_by, .opened_notice_id, .closed_notice_id,
               .start_date, .start_not_before, .start_not_after, .end_date, .end_not_before, .end_not_after} AS tenure,
       post {.post_id, .organization_id, .title, .seats} AS post,
       organization {.organization_id, .name} AS organization, properties(lineage) AS lineage
