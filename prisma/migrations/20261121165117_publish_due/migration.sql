-- Publishes what is ready and due over all organizations, a batch in one round trip and one commit: run, episode and event together, or none of them.
-- Rows that another worker has in hand are left to it, so that workers share what is due. It enters each organization in turn, as the rules of row
-- security ask; one that fails is told of (`problem`) and holds up no other. A removed project publishes nothing. Answers with each row that was looked at.
CREATE FUNCTION publish_due(p_now timestamptz, p_after_slot timestamptz, p_after_id uuid, p_limit integer)
RETURNS TABLE (queue_id uuid, slot_at timestamptz, organization_id uuid, project_id uuid, episode_id uuid, late_seconds double precision, problem text)
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  v_ids uuid[];
  v_slots timestamptz[];
  v_organizations uuid[];
  v_organization uuid;
BEGIN
  SELECT array_agg(due.id), array_agg(due.slot_at), array_agg(due.organization_id) INTO v_ids, v_slots, v_organizations
  FROM (
    SELECT q.id, q.slot_at, q.organization_id FROM episode_schedule_queue q
    WHERE q.status = 'READY' AND q.slot_at <= p_now AND (q.slot_at, q.id) > (p_after_slot, p_after_id)
    ORDER BY q.slot_at, q.id LIMIT p_limit
    FOR NO KEY UPDATE SKIP LOCKED
  ) due;
  FOR v_organization IN SELECT DISTINCT o FROM unnest(v_organizations) o LOOP
    PERFORM set_config('app.organization_id', v_organization::text, true);
    BEGIN
      RETURN QUERY
      WITH due AS (
        SELECT q.id, q.slot_at, q.project_id, q.trigger FROM episode_schedule_queue q
        WHERE q.organization_id = v_organization AND q.id = ANY (v_ids)
      ),
      run AS (
        UPDATE episode_schedule_queue q SET status = 'PUBLISHED', published_at = p_now, finished_at = p_now, updated_at = p_now
        FROM due JOIN project p ON p.organization_id = v_organization AND p.id = due.project_id AND p.deleted_at IS NULL
        WHERE q.id = due.id
        RETURNING q.id
      ),
      published AS (
        UPDATE episode e SET status = 'PUBLISHED', published_at = p_now, updated_at = p_now
        FROM run WHERE e.organization_id = v_organization AND e.queue_id = run.id AND e.status = 'READY'
        RETURNING e.id, e.queue_id, e.project_id
      ),
      told AS (
        INSERT INTO user_event (organization_id, project_id, episode_id, type, data, occurred_at)
        SELECT v_organization, published.project_id, published.id, 'episode_published', '{}', p_now FROM published
      )
      SELECT due.id, due.slot_at, v_organization, due.project_id, published.id,
        CASE WHEN due.trigger = 'CADENCE' THEN extract(epoch FROM p_now - due.slot_at)::double precision END, NULL::text
      FROM due LEFT JOIN published ON published.queue_id = due.id;
    EXCEPTION WHEN OTHERS THEN
      RETURN QUERY
      SELECT u.id, u.slot, u.o, NULL::uuid, NULL::uuid, NULL::double precision, SQLERRM
      FROM unnest(v_ids, v_slots, v_organizations) AS u(id, slot, o) WHERE u.o = v_organization;
    END;
  END LOOP;
  PERFORM set_config('app.organization_id', '', true);
END $$;
REVOKE ALL ON FUNCTION publish_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION publish_due TO episodic_worker;
