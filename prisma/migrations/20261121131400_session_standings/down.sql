DROP FUNCTION session_standings(uuid[], timestamptz);
