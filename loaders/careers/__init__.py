"""Lives as résumés, publicity and company papers tell them: periods, the posts held in them, and whose they are.

`periods` reads the intervals, `phrases` cuts a text into what each of them covers, `held` reads the posts, `portraits` finds who
is told of, `teller` puts it together. Entries attest; they appoint nobody.
"""
