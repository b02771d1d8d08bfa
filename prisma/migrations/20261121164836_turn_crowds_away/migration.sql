-- A crowd that asks again and again is turned away without a write.
CREATE OR REPLACE FUNCTION reserve_usage(
  p_organization uuid, p_person text, p_projects text, p_now timestamptz, p_expires timestamptz, p_call_key text, p_step_key text, p_purpose text,
  p_project uuid, p_episode uuid, p_queue uuid, p_phase phase_name, p_user uuid, p_provider text, p_model text, p_prompt text, p_price uuid,
  p_worst_input bigint, p_worst_output bigint, p_worst_nanos bigint,
  OUT outcome text, OUT reservation_id uuid,
  OUT full_window budget_window, OUT full_project uuid, OUT full_from date, OUT ceiling bigint, OUT spent bigint, OUT reserved bigint)
LANGUAGE plpgsql AS $$
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
END $$;
