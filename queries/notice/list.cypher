// Notices, newest first, whose title, document number or issuer contains the text; offset and rows page through them, total counts them all.
// param text: text = ''
// param offset: integer = 0
// param rows: integer = 2000000000
// returns notice_id, doc_number, title, issuer, issued_date, not_before, not_after, head_count, acts, total
MATCH (n:Notice)
WHERE $text = '' OR n.title CONTAINS $text OR n.doc_number CONTAINS $text OR n.issuer CONTAINS $text
WITH count(n) AS total
MATCH (n:Notice)
WHERE $text = '' OR n.title CONTAINS $text OR n.doc_number CONTAINS $text OR n.issuer CONTAINS $text
WITH n, total ORDER BY n.not_after DESC, n.doc_number, n.notice_id SKIP $offset LIMIT $rows
RETURN n.notice_id AS notice_id, n.doc_number AS doc_number, n.title AS title, n.issuer AS issuer,
       n.issued_date AS issued_date, n.not_before AS not_before, n.not_after AS not_after, n.head_count AS head_count,
       size(COLLECT { MATCH (n)<-[:PRINTED_IN]-(a:Act) RETURN DISTINCT a.act_id }) AS acts, total
ORDER BY not_after DESC, doc_number, notice_id
