// Which papers have been seen, per issuer and series of document numbers: numbers seen and missing, first and last day.
// param issuer: text = ''
// returns issuer, series, seen, missing, first, last, papers
// finish: coverage
MATCH (n:Notice)
WHERE $issuer = '' OR n.issuer = $issuer
RETURN properties(n) AS notice
