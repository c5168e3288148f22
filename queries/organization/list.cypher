// Organizations whose name contains the text, or all of them, with the number of their posts and the body they are part of.
// param text: text = ''
// returns organization_id, organization, place, posts, part_of, part_of_id
MATCH (g:Organization)
WHERE $text = '' OR g.name CONTAINS $text
OPTIONAL MATCH (g)-[:PART_OF]->(whole:Organization)
WITH g, head(collect(whole)) AS whole
OPTIONAL MATCH (o:Post)-[:IN_ORG]->(g)
RETURN g.organization_id AS organization_id, g.name AS organization, g.place AS place, count(o) AS posts,
       whole.name AS part_of, whole.organization_id AS part_of_id
ORDER BY organization
