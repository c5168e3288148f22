// One-seat posts that are empty on a day as far as the papers tell, certain or possible; acting holders and nominees, and who is in charge meanwhile (主持工作), are shown and fill nothing.
// Past the last day that is covered by the papers of those who appoint to the post, a vacancy is only possible.
// param as_of: date
// param organization: organization = ''
// returns organization, post, kind, certainty, since_date, since_not_before, since_not_after, last_holder, acting, nominee, doc_number
// returns in_charge, days, until_not_before, until_not_after, last_holder_id, organization_id, post_id, vacancy_id, covered_to
MATCH (n:Notice)
WITH n.issuer AS issuer, max(n.not_after) AS covered_to
WITH collect({issuer: issuer, covered_to: covered_to}) AS coverage
MATCH (g:Organization)
WHERE $organization IS NULL OR g.organization_id IN $organization
MATCH (g)<-[:IN_ORG]-(o:Post)<-[:OF]-(v:Vacancy)
WHERE coalesce(v.since_not_before, v.since_not_after - duration('P10Y')) <= $as_of AND (v.until_not_after IS NULL OR v.until_not_after > $as_of)
  AND coalesce(v.basis, '') IN ['', 'later']
OPTIONAL MATCH (o)<-[:ABOUT]-(:Act)-[:PRINTED_IN]->(paper:Notice)
WITH g, o, v, coverage, collect(DISTINCT paper.issuer) AS issuers
WITH g, o, v, reduce(day = null, c IN coverage | CASE WHEN c.issuer IN issuers AND (day IS NULL OR c.covered_to > day) THEN c.covered_to ELSE day END) AS covered_to
OPTIONAL MATCH (leaver:Person)-[left:HELD]->(o)
WHERE left.tenure_id = v.left_tenure_id
OPTIONAL MATCH (stand_in:Person)-[a:HELD]->(o)
WHERE a.acting AND a.status <> 'nominated' AND a.start_not_after <= $as_of AND (a.end_not_before IS NULL OR a.end_not_before > $as_of)
OPTIONAL MATCH (candidate:Person)-[c:HELD]->(o)
WHERE c.status = 'nominated' AND coalesce(c.nominated_not_before, c.nominated_not_after) <= $as_of AND coalesce(c.outcome, '') <> 'withdrawn'
  AND c.person_id <> coalesce(leaver.person_id, '') AND c.nominated_not_after >= v.since_not_before - duration('P1Y')
WITH g, o, v, covered_to, leaver, collect(DISTINCT stand_in.name) AS acting, collect(DISTINCT candidate.name) AS nominee
OPTIONAL MATCH (g)<-[:IN_ORG]-(:Post)<-[d:HELD]-(deputy:Person)<-[:CONCERNS]-(told:Act)
WHERE told.act_id IN d.act_ids AND any(word IN told.qualifier WHERE word CONTAINS '主持') AND d.start_not_after <= $as_of
  AND (d.end_not_before IS NULL OR d.end_not_before > $as_of)
WITH g, o, v, covered_to, leaver, acting, nominee, collect(DISTINCT deputy.name) AS in_charge
RETURN g.name AS organization, o.title AS post,
       CASE WHEN v.kind_open IN ['confirmed', 'superseded', 'ad_hoc', 'designation'] THEN v.kind_open
            WHEN size(acting) + size(nominee) > 0 THEN 'pending' ELSE 'no_successor_seen' END AS kind,
       CASE WHEN v.since_not_after <= $as_of AND (v.until_not_before IS NULL OR v.until_not_before > $as_of) AND $as_of <= covered_to
            THEN 'certain' ELSE 'possible' END AS certainty,
       v.since_date AS since_date, v.since_not_before AS since_not_before, v.since_not_after AS since_not_after,
       leaver.name AS last_holder, acting, nominee, v.doc_number AS doc_number, in_charge,
       duration.inDays(v.since_date, $as_of).days AS days,
       v.until_not_before AS until_not_before, v.until_not_after AS until_not_after, leaver.person_id AS last_holder_id,
       g.organization_id AS organization_id, o.post_id AS post_id, v.vacancy_id AS vacancy_id, covered_to
ORDER BY certainty, since_not_after, organization, post
