// The files that were loaded, with the paths where their bytes were found, and how much was read from each.
// param text: text = ''
// returns source_id, path, paths, kind, published_date, notices, issues
MATCH (s:Source)
WHERE $text = '' OR s.path CONTAINS $text
RETURN s.source_id AS source_id, s.path AS path, s.paths AS paths, s.kind AS kind, s.published_date AS published_date,
       COUNT { MATCH (s)<-[:FOUND_IN]-(:Notice) } AS notices, COUNT { MATCH (s)<-[:RAISED_IN]-(:Issue) } AS issues
ORDER BY path, source_id
