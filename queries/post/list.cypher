// The posts of an organization: how many seats by the nature of the title, and how many tenures the papers tell of.
// param organization: organization
// returns organization, post, seats, seats_basis, tenures, organization_id, post_id
MATCH (g:Organization)<-[:IN_ORG]-(o:Post)
WHERE g.organization_id IN $organization
OPTIONAL MATCH (o)<-[h:HELD]-(:Person)
RETURN g.name AS organization, o.title AS post, o.seats AS seats, o.seats_basis AS seats_basis, count(h) AS tenures,
       g.organization_id AS organization_id, o.post_id AS post_id
ORDER BY organization, seats DESC, post
