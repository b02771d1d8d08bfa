DROP FUNCTION lock_to_recount(uuid);
DROP FUNCTION add_to_windows(uuid, uuid, uuid, date, date, bigint, bigint);
CREATE OR REPLACE FUNCTION add_to_windows(p_organization uuid, p_project uuid, p_episode uuid, p_day date, p_month date, p_reserved bigint, p_spent bigint, p_needed bigint DEFAULT NULL::bigint, OUT full_window budget_window, OUT full_project uuid, OUT full_from date, OUT ceiling bigint, OUT spent bigint, OUT reserved bigint)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF p_reserved = 0 AND p_spent = 0 THEN RETURN; END IF;
  WITH counted AS (
    INSERT INTO spending_window AS w (organization_id, scope_id, "window", starts_on, project_id, reserved_nanos, spent_nanos)
    SELECT p_organization, s.scope_id, s."window", s.starts_on, s.project_id, GREATEST(p_reserved, 0), p_spent
    FROM (VALUES
      (1, CASE WHEN p_project IS NOT NULL THEN p_episode END, 'EPISODE'::budget_window, DATE '1970-01-01', p_project),
      (2, p_project, 'DAY', p_day, p_project),
      (3, p_project, 'MONTH', p_month, p_project),
      (4, p_organization, 'DAY', p_day, NULL),
      (5, p_organization, 'MONTH', p_month, NULL)) AS s (turn, scope_id, "window", starts_on, project_id)
    WHERE s.scope_id IS NOT NULL
    ORDER BY s.turn
    ON CONFLICT (organization_id, scope_id, "window", starts_on) DO UPDATE SET
      reserved_nanos = w.reserved_nanos + p_reserved, spent_nanos = w.spent_nanos + p_spent
    RETURNING w."window", w.scope_id, w.starts_on, w.project_id, w.spent_nanos, w.reserved_nanos
  )
  SELECT c."window", b.project_id, c.starts_on, b.ceiling_nanos, c.spent_nanos, c.reserved_nanos - p_needed
  INTO full_window, full_project, full_from, ceiling, spent, reserved
  FROM budget b JOIN counted c ON c."window" = b."window"
    AND (b."window" = 'EPISODE' OR c.scope_id = COALESCE(b.project_id, b.organization_id))
  WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project)
    AND c.spent_nanos + c.reserved_nanos > b.ceiling_nanos AND p_needed IS NOT NULL
  ORDER BY c.spent_nanos > b.ceiling_nanos - p_needed DESC, b."window", b.project_id NULLS LAST
  LIMIT 1;
END $function$
;
CREATE OR REPLACE FUNCTION reserve_usage(p_organization uuid, p_person text, p_projects text, p_now timestamp with time zone, p_expires timestamp with time zone, p_call_key text, p_step_key text, p_purpose text, p_project uuid, p_episode uuid, p_queue uuid, p_phase phase_name, p_user uuid, p_provider text, p_model text, p_prompt text, p_price uuid, p_worst_input bigint, p_worst_output bigint, p_worst_nanos bigint, OUT outcome text, OUT reservation_id uuid, OUT full_window budget_window, OUT full_project uuid, OUT full_from date, OUT ceiling bigint, OUT spent bigint, OUT reserved bigint)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_day date;
  v_month date;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', p_person, true),
    set_config('app.project_ids', p_projects, true), set_config('plan_cache_mode', 'force_generic_plan', true);
  SELECT (p_now AT TIME ZONE o.counting_zone)::date INTO v_day FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  v_month := date_trunc('month', v_day::timestamp)::date;

  IF p_price IS NULL AND EXISTS (
    SELECT FROM budget b WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project)
      AND (b."window" <> 'EPISODE' OR p_episode IS NOT NULL)
  ) THEN
    outcome := 'unpriced';
    RETURN;
  END IF;

  -- Most refusals end here, for a crowd asks again and again: they write nothing and lock no window. Who is let through is judged below, under the locks.
  SELECT b."window", b.project_id, s.starts_on, b.ceiling_nanos, w.spent_nanos, w.reserved_nanos
  INTO full_window, full_project, full_from, ceiling, spent, reserved
  FROM budget b
  CROSS JOIN LATERAL (SELECT
    CASE WHEN b."window" = 'EPISODE' THEN p_episode ELSE COALESCE(b.project_id, b.organization_id) END AS scope_id,
    CASE b."window" WHEN 'DAY' THEN v_day WHEN 'MONTH' THEN v_month ELSE DATE '1970-01-01' END AS starts_on) s
  JOIN spending_window w ON w.organization_id = p_organization AND w.scope_id = s.scope_id AND w."window" = b."window" AND w.starts_on = s.starts_on
  WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project)
    AND w.spent_nanos + w.reserved_nanos > b.ceiling_nanos - p_worst_nanos AND p_worst_nanos > 0
  ORDER BY w.spent_nanos > b.ceiling_nanos - p_worst_nanos DESC, b."window", b.project_id NULLS LAST
  LIMIT 1;
  IF FOUND AND NOT EXISTS (SELECT FROM usage_reservation r WHERE r.organization_id = p_organization AND r.call_key = p_call_key) THEN
    outcome := 'full';
    RETURN;
  END IF;

  INSERT INTO usage_reservation AS r (organization_id, project_id, call_key, step_key, episode_id, queue_id, user_id, purpose, phase, provider, model,
    prompt_version, model_price_id, worst_input_tokens, worst_output_tokens, worst_case_nanos, day, month, created_at, expires_at)
  VALUES (p_organization, p_project, p_call_key, p_step_key, p_episode, p_queue, p_user, p_purpose, p_phase, p_provider, p_model,
    p_prompt, p_price, p_worst_input, p_worst_output, p_worst_nanos, v_day, v_month, p_now, p_expires)
  ON CONFLICT (organization_id, call_key) DO NOTHING
  RETURNING r.id INTO reservation_id;
  IF reservation_id IS NULL THEN
    outcome := 'known';
    RETURN;
  END IF;

  outcome := 'reserved';
  IF p_worst_nanos = 0 THEN RETURN; END IF;
  SELECT a.* INTO full_window, full_project, full_from, ceiling, spent, reserved
  FROM add_to_windows(p_organization, p_project, p_episode, v_day, v_month, p_worst_nanos, 0, p_worst_nanos) a;
  IF full_window IS NULL THEN RETURN; END IF;
  PERFORM add_to_windows(p_organization, p_project, p_episode, v_day, v_month, -p_worst_nanos, 0);
  DELETE FROM usage_reservation r WHERE r.organization_id = p_organization AND r.id = reservation_id;
  outcome := 'full';
  reservation_id := NULL;
END $function$
;
CREATE OR REPLACE FUNCTION enter_reservation(r usage_reservation, p_zone text, p_now timestamp with time zone, p_uncached bigint, p_cache_read bigint, p_cache_write bigint, p_output bigint, p_reasoning bigint, p_cost bigint, p_settlement usage_settlement, p_duration integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO token_usage (organization_id, call_key, project_id, episode_id, queue_id, user_id, purpose, phase, provider, model, prompt_version,
    model_price_id, uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, settlement, duration_ms,
    occurred_at, recorded_at)
  VALUES (r.organization_id, r.call_key, r.project_id, r.episode_id, r.queue_id, r.user_id, r.purpose, r.phase, r.provider, r.model, r.prompt_version,
    r.model_price_id, p_uncached, p_cache_read, p_cache_write, p_output, p_reasoning, p_cost, p_settlement, p_duration, r.created_at, p_now);
  INSERT INTO usage_day AS d (organization_id, day, changed_at) VALUES (r.organization_id, (r.created_at AT TIME ZONE p_zone)::date, p_now)
  ON CONFLICT (organization_id, day) DO UPDATE SET changed_at = GREATEST(d.changed_at, EXCLUDED.changed_at), rolled_up_at = NULL;
  PERFORM add_to_windows(r.organization_id, r.project_id, r.episode_id, r.day, r.month, -r.worst_case_nanos, COALESCE(p_cost, 0));
END $function$
;
CREATE OR REPLACE FUNCTION settle_usage(p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamp with time zone, p_uncached bigint, p_cache_read bigint, p_cache_write bigint, p_output bigint, p_reasoning bigint, p_cost bigint, p_settlement usage_settlement, p_duration integer, p_answer jsonb)
 RETURNS reservation_status
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_zone text;
  r usage_reservation;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', p_person, true),
    set_config('app.project_ids', p_projects, true), set_config('plan_cache_mode', 'force_generic_plan', true);
  SELECT o.reporting_zone INTO v_zone FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  UPDATE usage_reservation u SET status = 'SETTLED', settled_nanos = p_cost, settled_at = p_now, answer = p_answer
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN'
  RETURNING u.* INTO r;
  IF FOUND THEN
    PERFORM enter_reservation(r, v_zone, p_now, p_uncached, p_cache_read, p_cache_write, p_output, p_reasoning, p_cost, p_settlement, p_duration);
    RETURN 'SETTLED';
  END IF;
  UPDATE usage_reservation u SET answer = COALESCE(u.answer, p_answer)
  WHERE u.organization_id = p_organization AND u.id = p_reservation
  RETURNING u.* INTO r;
  RETURN r.status;
END $function$
;
CREATE OR REPLACE FUNCTION release_usage(p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  r usage_reservation;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', p_person, true),
    set_config('app.project_ids', p_projects, true);
  PERFORM FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  UPDATE usage_reservation u SET status = 'RELEASED', settled_nanos = 0, settled_at = p_now
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN'
  RETURNING u.* INTO r;
  IF FOUND THEN
    PERFORM add_to_windows(r.organization_id, r.project_id, r.episode_id, r.day, r.month, -r.worst_case_nanos, 0);
  END IF;
END $function$
;
CREATE OR REPLACE FUNCTION sweep_usage(p_organization uuid, p_reservation uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_zone text;
  r usage_reservation;
BEGIN
  PERFORM set_config('app.organization_id', p_organization::text, true), set_config('app.user_id', '', true),
    set_config('app.project_ids', '', true), set_config('plan_cache_mode', 'force_generic_plan', true);
  SELECT o.reporting_zone INTO v_zone FROM organization o WHERE o.id = p_organization FOR KEY SHARE;
  UPDATE usage_reservation u SET status = 'SWEPT', settled_at = p_now,
    settled_nanos = CASE WHEN u.model_price_id IS NOT NULL THEN u.worst_case_nanos END
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN' AND u.expires_at < p_now
  RETURNING u.* INTO r;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM enter_reservation(r, v_zone, p_now, r.worst_input_tokens, 0, 0, r.worst_output_tokens, 0, r.settled_nanos, 'ESTIMATED', NULL);
  RETURN true;
END $function$
;
DROP FUNCTION enter_usage(uuid, text, text);
DROP FUNCTION hold_windows(uuid);
DROP FUNCTION hold_zone(uuid);
