// The loads, newest first: state is writing, deriving or done; while the newest is not done, answers may change.
// returns load_id, version, state, started_at, finished_at
MATCH (l:Load)
RETURN l.load_id AS load_id, l.version AS version, l.state AS state, l.started_at AS started_at, l.finished_at AS finished_at
ORDER BY started_at DESC, load_id
