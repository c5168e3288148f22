// The text of the sources that print a notice; start and end are the place of the notice in it, in code points.
// param notice: text
// returns notice_id, doc_number, title, issuer, issued_date, not_before, not_after, head_count, source_id, path, kind, start, end, text
MATCH (n:Notice)
WHERE n.notice_id = $notice
MATCH (n)-[f:FOUND_IN]->(s:Source)
RETURN n.notice_id AS notice_id, n.doc_number AS doc_number, n.title AS title, n.issuer AS issuer,
       n.issued_date AS issued_date, n.not_before AS not_before, n.not_after AS not_after, n.head_count AS head_count,
       s.source_id AS source_id, s.path AS path, s.kind AS kind, f.start AS start, f.end AS end, s.text AS text
ORDER BY path, start
