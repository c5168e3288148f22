// What was not understood or does not add up, with its place in the source; for one source (path or id) or for all.
// A contradiction between papers has no place of its own: it stands under the source and number of the first act that it is about.
// param source: text = ''
// returns source, doc_number, kind, text, start, end, reason, issue_id, source_id, notice_id, act_ids
MATCH (i:Issue)
OPTIONAL MATCH (i)-[:RAISED_IN]->(raised:Source)
WITH i, raised, CASE WHEN raised IS NULL THEN coalesce(head(i.act_ids), '') ELSE '' END AS first_act
OPTIONAL MATCH (a:Act {act_id: first_act})
OPTIONAL MATCH (a)-[r:PRINTED_IN]->(printed:Notice)-[:FOUND_IN]->(told:Source)
WHERE told.source_id = r.source_id
WITH i, raised, head(collect(printed)) AS printed, head(collect(told)) AS told
WITH i, coalesce(raised, told) AS s, printed
WHERE $source = '' OR s.source_id = $source OR s.path = $source OR $source IN s.paths
OPTIONAL MATCH (n:Notice)
WHERE n.notice_id = CASE WHEN coalesce(i.notice_id, '') = '' THEN coalesce(printed.notice_id, '') ELSE i.notice_id END
RETURN s.path AS source, n.doc_number AS doc_number, i.kind AS kind, i.text AS text, i.start AS start, i.end AS end,
       i.reason AS reason, i.issue_id AS issue_id, s.source_id AS source_id, n.notice_id AS notice_id, i.act_ids AS act_ids
ORDER BY source, start, end, kind, issue_id
