// How much is stored, and the first and last day that the papers cover.
// returns sources, notices, acts, persons, organizations, posts, tenures, vacancies, issues, first_day, last_day
OPTIONAL MATCH (n:Notice)
WITH count(n) AS notices, min(n.not_before) AS first_day, max(n.not_after) AS last_day
RETURN COUNT { MATCH (s:Source) } AS sources, notices, COUNT { MATCH (a:Act) } AS acts, COUNT { MATCH (p:Person) } AS persons,
       COUNT { MATCH (g:Organization) } AS organizations, COUNT { MATCH (o:Post) } AS posts,
       COUNT { MATCH (:Person)-[h:HELD]->(:Post) } AS tenures, COUNT { MATCH (v:Vacancy) } AS vacancies,
       COUNT { MATCH (i:Issue) } AS issues, first_day, last_day
