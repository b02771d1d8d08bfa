-- What holds for sessions now, in one statement for all the streams that a web process has open. Each person is asked for as
-- themselves: the walls stay up. A session that is over is not in the answer.
CREATE FUNCTION session_standings(session_ids uuid[], at timestamptz)
RETURNS TABLE (session_id uuid, stage session_stage, active_organization_id uuid, has_second_factor boolean, organizations jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  alive record;
BEGIN
  FOR alive IN
    SELECT s.id, s.user_id, s.stage, s.active_organization_id,
      EXISTS (SELECT FROM authenticator_app a WHERE a.user_id = s.user_id AND a.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey p WHERE p.user_id = s.user_id) AS has_second_factor
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.id = ANY (session_ids) AND s.revoked_at IS NULL AND s.expires_at > at AND u.deleted_at IS NULL
  LOOP
    PERFORM set_config('app.user_id', alive.user_id::text, true);
    RETURN QUERY
      SELECT alive.id, alive.stage, alive.active_organization_id, alive.has_second_factor,
        (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'organizationId', m.organization_id,
            'role', m.role,
            'requiresSecondFactor', o.requires_second_factor,
            'projectIds', CASE WHEN m.project_access = 'CHOSEN' THEN
              (SELECT coalesce(jsonb_agg(g.project_id), '[]') FROM project_grant g
               WHERE g.organization_id = m.organization_id AND g.user_id = m.user_id) END
          ) ORDER BY m.created_at), '[]')
         FROM membership m JOIN organization o ON o.id = m.organization_id
         WHERE m.user_id = alive.user_id);
  END LOOP;
  PERFORM set_config('app.user_id', '', true);
END $$;
