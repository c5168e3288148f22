// The loads, newest first: state is writing, deriving or done; while the newest is not done, answers may change.
// returns load_id, version, state, started_at, finished_at, kind, notices, acts_added, acts_removed, issues
MATCH (l:Load)
RETURN l.load_id AS load_id, l.version AS version, l.state AS state, l.started_at AS started_at, l.finished_at AS finished_at,
       l.kind AS kind, l.notices AS notices, l.acts_added AS acts_added, l.acts_removed AS acts_removed, l.issues AS issues
ORDER BY started_at DESC, load_id
