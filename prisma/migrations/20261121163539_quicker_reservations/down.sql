DROP INDEX reservation_answered;
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_model_price_id_fkey FOREIGN KEY (model_price_id) REFERENCES model_price(id) ON UPDATE CASCADE;
CREATE INDEX usage_reservation_model_price_id_idx ON usage_reservation (model_price_id);
DROP FUNCTION enter_reservation(usage_reservation, text, timestamptz, bigint, bigint, bigint, bigint, bigint, bigint, usage_settlement, integer);
DROP FUNCTION reserve_usage(uuid, text, text, timestamptz, timestamptz, text, text, text, uuid, uuid, uuid, phase_name, uuid, text, text, text, uuid, bigint, bigint, bigint);
DROP FUNCTION add_to_windows(uuid, uuid, uuid, date, date, bigint, bigint, bigint);
CREATE FUNCTION add_to_windows(p_organization uuid, p_project uuid, p_episode uuid, p_day date, p_month date, p_reserved bigint, p_spent bigint)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_reserved = 0 AND p_spent = 0 THEN RETURN; END IF;
  INSERT INTO spending_window AS w (organization_id, scope_id, "window", starts_on, project_id, reserved_nanos, spent_nanos)
  SELECT p_organization, s.scope_id, s."window", s.starts_on, s.project_id, GREATEST(p_reserved, 0), p_spent
  FROM (VALUES
    (1, p_episode, 'EPISODE'::budget_window, DATE '1970-01-01', p_project),
    (2, p_project, 'DAY', p_day, p_project),
    (3, p_project, 'MONTH', p_month, p_project),
    (4, p_organization, 'DAY', p_day, NULL),
    (5, p_organization, 'MONTH', p_month, NULL)) AS s (turn, scope_id, "window", starts_on, project_id)
  WHERE s.scope_id IS NOT NULL
  ORDER BY s.turn
  ON CONFLICT (organization_id, scope_id, "window", starts_on) DO UPDATE SET
    reserved_nanos = w.reserved_nanos + p_reserved, spent_nanos = w.spent_nanos + p_spent;
END $$;

CREATE FUNCTION find_full_budget(p_organization uuid, p_project uuid, p_episode uuid, p_day date, p_month date, p_needed bigint, p_own bigint)
RETURNS TABLE ("window" budget_window, project_id uuid, starts_on date, ceiling_nanos bigint, spent_nanos bigint, reserved_nanos bigint)
LANGUAGE sql STABLE AS $$
  SELECT b."window", b.project_id, s.starts_on, b.ceiling_nanos, COALESCE(w.spent_nanos, 0), COALESCE(w.reserved_nanos, 0) - p_own
  FROM budget b
  CROSS JOIN LATERAL (SELECT
    CASE WHEN b."window" = 'EPISODE' THEN p_episode ELSE COALESCE(b.project_id, b.organization_id) END AS scope_id,
    CASE b."window" WHEN 'DAY' THEN p_day WHEN 'MONTH' THEN p_month ELSE DATE '1970-01-01' END AS starts_on) s
  LEFT JOIN spending_window w ON w.organization_id = b.organization_id AND w.scope_id = s.scope_id AND w."window" = b."window" AND w.starts_on = s.starts_on
  WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project) AND s.scope_id IS NOT NULL
    AND COALESCE(w.spent_nanos, 0) + COALESCE(w.reserved_nanos, 0) - p_own > b.ceiling_nanos - p_needed
  ORDER BY COALESCE(w.spent_nanos, 0) > b.ceiling_nanos - p_needed DESC, b."window", b.project_id NULLS LAST
  LIMIT 1
$$;

CREATE FUNCTION reserve_usage(
  p_organization uuid, p_person text, p_projects text, p_now timestamptz, p_expires timestamptz, p_call_key text, p_step_key text, p_purpose text,
  p_project uuid, p_episode uuid, p_queue uuid, p_phase phase_name, p_user uuid, p_provider text, p_model text, p_prompt text, p_price uuid,
  p_worst_input bigint, p_worst_output bigint, p_worst_nanos bigint)
RETURNS TABLE (outcome text, reservation_id uuid, full_window budget_window, full_project uuid, full_from date, ceiling bigint, spent bigint, reserved bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_day date;
  v_month date;
  v_id uuid;
  v_full record;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', p_person, true),
    set_config('app.project_ids', p_projects, true);
  SELECT (p_now AT TIME ZONE o.counting_zone)::date INTO v_day FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  v_month := date_trunc('month', v_day::timestamp)::date;

  IF p_price IS NULL AND EXISTS (
    SELECT FROM budget b WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project)
      AND (b."window" <> 'EPISODE' OR p_episode IS NOT NULL)
  ) THEN
    RETURN QUERY SELECT 'unpriced', NULL::uuid, NULL::budget_window, NULL::uuid, NULL::date, NULL::bigint, NULL::bigint, NULL::bigint;
    RETURN;
  END IF;

  -- Most refusals end here: they write nothing and lock no window. Who is let through is held against the ceilings again below, under the locks.
  IF p_worst_nanos > 0 THEN
    SELECT * INTO v_full FROM find_full_budget(p_organization, p_project, p_episode, v_day, v_month, p_worst_nanos, 0);
    IF FOUND AND NOT EXISTS (SELECT FROM usage_reservation u WHERE u.organization_id = p_organization AND u.call_key = p_call_key) THEN
      RETURN QUERY SELECT 'full', NULL::uuid, v_full."window", v_full.project_id, v_full.starts_on,
        v_full.ceiling_nanos, v_full.spent_nanos, v_full.reserved_nanos;
      RETURN;
    END IF;
  END IF;

  INSERT INTO usage_reservation (organization_id, project_id, call_key, step_key, episode_id, queue_id, user_id, purpose, phase, provider, model,
    prompt_version, model_price_id, worst_input_tokens, worst_output_tokens, worst_case_nanos, day, month, created_at, expires_at)
  VALUES (p_organization, p_project, p_call_key, p_step_key, p_episode, p_queue, p_user, p_purpose, p_phase, p_provider, p_model,
    p_prompt, p_price, p_worst_input, p_worst_output, p_worst_nanos, v_day, v_month, p_now, p_expires)
  ON CONFLICT (organization_id, call_key) DO NOTHING
  RETURNING id INTO v_id;
  IF v_id IS NULL THEN
    RETURN QUERY SELECT 'known', NULL::uuid, NULL::budget_window, NULL::uuid, NULL::date, NULL::bigint, NULL::bigint, NULL::bigint;
    RETURN;
  END IF;

  IF p_worst_nanos > 0 THEN
    PERFORM add_to_windows(p_organization, p_project, p_episode, v_day, v_month, p_worst_nanos, 0);
    SELECT * INTO v_full FROM find_full_budget(p_organization, p_project, p_episode, v_day, v_month, p_worst_nanos, p_worst_nanos);
    IF FOUND THEN
      PERFORM add_to_windows(p_organization, p_project, p_episode, v_day, v_month, -p_worst_nanos, 0);
      DELETE FROM usage_reservation u WHERE u.organization_id = p_organization AND u.id = v_id;
      RETURN QUERY SELECT 'full', NULL::uuid, v_full."window", v_full.project_id, v_full.starts_on,
        v_full.ceiling_nanos, v_full.spent_nanos, v_full.reserved_nanos;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT 'reserved', v_id, NULL::budget_window, NULL::uuid, NULL::date, NULL::bigint, NULL::bigint, NULL::bigint;
END $$;

CREATE FUNCTION enter_reservation(
  r usage_reservation, p_now timestamptz, p_uncached bigint, p_cache_read bigint, p_cache_write bigint, p_output bigint, p_reasoning bigint,
  p_cost bigint, p_settlement usage_settlement, p_duration integer)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO token_usage (organization_id, call_key, project_id, episode_id, queue_id, user_id, purpose, phase, provider, model, prompt_version,
    model_price_id, uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, settlement, duration_ms,
    occurred_at, recorded_at)
  VALUES (r.organization_id, r.call_key, r.project_id, r.episode_id, r.queue_id, r.user_id, r.purpose, r.phase, r.provider, r.model, r.prompt_version,
    r.model_price_id, p_uncached, p_cache_read, p_cache_write, p_output, p_reasoning, p_cost, p_settlement, p_duration, r.created_at, p_now);
  INSERT INTO usage_day (organization_id, day, changed_at)
  SELECT o.id, (r.created_at AT TIME ZONE o.reporting_zone)::date, p_now FROM organization o WHERE o.id = r.organization_id
  ON CONFLICT (organization_id, day) DO UPDATE SET changed_at = GREATEST(usage_day.changed_at, EXCLUDED.changed_at), rolled_up_at = NULL;
  PERFORM add_to_windows(r.organization_id, r.project_id, r.episode_id, r.day, r.month, -r.worst_case_nanos, COALESCE(p_cost, 0));
END $$;

CREATE OR REPLACE FUNCTION settle_usage(
  p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamptz, p_uncached bigint, p_cache_read bigint,
  p_cache_write bigint, p_output bigint, p_reasoning bigint, p_cost bigint, p_settlement usage_settlement, p_duration integer, p_answer jsonb)
RETURNS reservation_status LANGUAGE plpgsql AS $$
DECLARE
  r usage_reservation;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', p_person, true),
    set_config('app.project_ids', p_projects, true);
  PERFORM FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  UPDATE usage_reservation u SET status = 'SETTLED', settled_nanos = p_cost, settled_at = p_now, answer = p_answer
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN'
  RETURNING u.* INTO r;
  IF FOUND THEN
    PERFORM enter_reservation(r, p_now, p_uncached, p_cache_read, p_cache_write, p_output, p_reasoning, p_cost, p_settlement, p_duration);
    RETURN 'SETTLED';
  END IF;
  UPDATE usage_reservation u SET answer = COALESCE(u.answer, p_answer)
  WHERE u.organization_id = p_organization AND u.id = p_reservation
  RETURNING u.* INTO r;
  RETURN r.status;
END $$;

CREATE OR REPLACE FUNCTION sweep_usage(p_organization uuid, p_reservation uuid, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  r usage_reservation;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', '', true), set_config('app.project_ids', '', true);
  PERFORM FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  UPDATE usage_reservation u SET status = 'SWEPT', settled_at = p_now,
    settled_nanos = CASE WHEN u.model_price_id IS NOT NULL THEN u.worst_case_nanos END
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN' AND u.expires_at < p_now
  RETURNING u.* INTO r;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM enter_reservation(r, p_now, r.worst_input_tokens, 0, 0, r.worst_output_tokens, 0, r.settled_nanos, 'ESTIMATED', NULL);
  RETURN true;
END $$;

