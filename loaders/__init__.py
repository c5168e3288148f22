"""From a file to acts: reading, splitting into notices, parsing of clauses and lists."""
