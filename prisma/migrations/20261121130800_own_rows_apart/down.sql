DROP POLICY own_rows_apart ON invitation;
DROP POLICY own_rows_apart ON chat_message;
DROP POLICY own_rows_apart ON chat_session;
DROP POLICY own_rows_apart ON subscription;
DROP POLICY own_rows_apart ON highlight;
DROP POLICY own_rows_apart ON audit_log;
DROP POLICY own_rows_apart ON user_event;
DROP POLICY own_rows_apart ON planning_note;
