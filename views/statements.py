"""The few questions of the pages that no saved query answers: one statement each, in the Cypher of both servers."""

LAST_LOAD = """
MATCH (l:Load)
RETURN l.load_id AS load_id, l.state AS state, l.version AS version, l.started_at AS started_at, l.finished_at AS finished_at
ORDER BY started_at DESC, load_id LIMIT 1
"""

PERSON = """
MATCH (p:Person {person_id: $person})
RETURN p.person_id AS person_id, p.name AS person, p.gender AS gender, p.ethnicity AS ethnicity
"""

NAMESAKES = """
MATCH (p:Person {name: $name}) WHERE p.person_id <> $person
RETURN p.person_id AS person_id, p.name AS person ORDER BY person_id LIMIT 20
"""

NOTICE_OF_ACT = "MATCH (a:Act {act_id: $act})-[:PRINTED_IN]->(n:Notice) RETURN n.notice_id AS notice_id ORDER BY notice_id LIMIT 1"

NOTICES_NUMBERED = """
MATCH (n:Notice {doc_number: $number}) RETURN n.notice_id AS notice_id, n.issuer AS issuer ORDER BY issuer, notice_id
"""

ISSUE_KINDS = "MATCH (i:Issue) RETURN i.kind AS kind, count(i) AS found ORDER BY found DESC, kind"
