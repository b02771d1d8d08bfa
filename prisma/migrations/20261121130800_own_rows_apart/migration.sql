-- Outside of every organization, a person finds what is theirs in any of them: to take it along, and to have it forgotten. Inside one,
-- the wall is as it was.
DO $$
DECLARE
  owned text[];
BEGIN
  FOREACH owned SLICE 1 IN ARRAY ARRAY[
    ['planning_note', 'author_id'], ['user_event', 'user_id'], ['audit_log', 'actor_user_id'], ['highlight', 'user_id'],
    ['subscription', 'user_id'], ['chat_session', 'user_id']]
  LOOP
    EXECUTE format(
      'CREATE POLICY own_rows_apart ON %I FOR SELECT TO episodic_app USING (current_organization() IS NULL AND %I = current_person())',
      owned[1], owned[2]);
  END LOOP;
END $$;
CREATE POLICY own_rows_apart ON chat_message FOR SELECT TO episodic_app
  USING (current_organization() IS NULL AND EXISTS (SELECT FROM chat_session c WHERE c.id = chat_session_id AND c.user_id = current_person()));
CREATE POLICY own_rows_apart ON invitation FOR SELECT TO episodic_app
  USING (current_organization() IS NULL AND email = (SELECT u.email FROM "user" u WHERE u.id = current_person()));
