// What was not understood or does not add up, with its place in the source; for one source (path or id) or for all.
// param source: text = ''
// returns source, doc_number, kind, text, start, end, reason, issue_id, source_id, notice_id
MATCH (i:Issue)-[:RAISED_IN]->(s:Source)
WHERE $source = '' OR s.source_id = $source OR s.path = $source OR $source IN s.paths
OPTIONAL MATCH (n:Notice)
WHERE n.notice_id = i.notice_id
RETURN s.path AS source, n.doc_number AS doc_number, i.kind AS kind, i.text AS text, i.start AS start, i.end AS end,
       i.reason AS reason, i.issue_id AS issue_id, s.source_id AS source_id, n.notice_id AS notice_id
ORDER BY source, start, end, kind, issue_id
