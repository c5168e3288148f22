// Whose papers have been seen, per issuer and series of document numbers: how many, which numbers are missing, first and last day.
// param issuer: text = ''
// returns issuer, series, seen, missing, first, last, years, place
// finish: coverage
MATCH (n:Notice)
WHERE $issuer = '' OR n.issuer = $issuer
RETURN n.notice_id AS notice_id, n.issuer AS issuer, coalesce(n.place, '') AS place, n.doc_number AS doc_number,
       coalesce(n.series, '') AS series, n.year AS year, n.number AS number, n.not_before AS not_before, n.not_after AS not_after
ORDER BY issuer, series, year, number
