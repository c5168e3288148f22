// Which organization became which: renames, mergers, splits and conversions, as stated, suggested by group moves, or judged.
// param organization: organization = ''
// returns predecessor, successor, kind, date, state, predecessor_id, successor_id, act_ids
MATCH (a:Organization)-[s:SUCCEEDED_BY]->(b:Organization)
WHERE $organization IS NULL OR a.organization_id IN $organization OR b.organization_id IN $organization
RETURN a.name AS predecessor, b.name AS successor, s.kind AS kind, s.date AS date, s.state AS state,
       a.organization_id AS predecessor_id, b.organization_id AS successor_id, s.act_ids AS act_ids
ORDER BY date, predecessor, successor
