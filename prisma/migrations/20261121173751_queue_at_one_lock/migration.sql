-- Reservations of one organization queue at one lock, not at rows. Who counts in its windows holds `hold_windows` from there to the end of the transaction: what is
-- read of them under it is what is written, so that a ceiling is judged before anything is written, all windows are counted in one statement, and the rows that
-- foreign keys lock are locked by one at a time. (Row locks that many hold become lists that every one of them copies.)
--
-- Locks are always taken in this order: the zone (shared, so that a recount keeps everybody out), the reservation, the day to roll up, the
-- windows, what a new row points to. Whoever enters calls by themselves holds the organization's row instead of the zone, and the ledger before the day.
CREATE FUNCTION hold_zone(p_organization uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(hashtext('counting zone'), hashtext(p_organization::text))
$$;
CREATE FUNCTION hold_windows(p_organization uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('spending windows'), hashtext(p_organization::text))
$$;

-- Keeps everybody out who reserves, settles or enters a call, until the transaction ends, and answers with the zone to count by.
CREATE FUNCTION lock_to_recount(p_organization uuid, OUT "zone" text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('counting zone'), hashtext(p_organization::text));
  SELECT o.reporting_zone INTO "zone" FROM organization o WHERE o.id = p_organization FOR UPDATE;
END $$;

-- Enters the caller's organization for the rest of the transaction, which is this one call's. Its statements look rows up by their whole keys, whatever
-- the planner thinks of tables that are small today, and their plans are kept.
CREATE FUNCTION enter_usage(p_organization uuid, p_person text, p_projects text) RETURNS text LANGUAGE sql AS $$
  SELECT set_config('app.organization_id', p_organization::text, true) || set_config('app.user_id', p_person, true)
    || set_config('app.project_ids', p_projects, true) || set_config('plan_cache_mode', 'force_generic_plan', true)
    || set_config('enable_seqscan', 'off', true) || set_config('enable_bitmapscan', 'off', true)
    || set_config('enable_hashjoin', 'off', true) || set_config('enable_mergejoin', 'off', true)
$$;

DROP FUNCTION add_to_windows(uuid, uuid, uuid, date, date, bigint, bigint, bigint);

-- Adds to every window in which a call stands; `p_reserved` is negative when a reservation ends. False when there was nothing to add. (An answer makes it an
-- expression for its callers, which costs less than a statement.)
CREATE FUNCTION add_to_windows(p_organization uuid, p_project uuid, p_episode uuid, p_day date, p_month date, p_reserved bigint, p_spent bigint)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_episode uuid := CASE WHEN p_project IS NOT NULL THEN p_episode END;
  v_counted integer;
BEGIN
  IF p_reserved = 0 AND p_spent = 0 THEN RETURN false; END IF;
  PERFORM hold_windows(p_organization);
  UPDATE spending_window w SET reserved_nanos = w.reserved_nanos + p_reserved, spent_nanos = w.spent_nanos + p_spent
  FROM (VALUES (v_episode, 'EPISODE'::budget_window, DATE '1970-01-01'), (p_project, 'DAY', p_day), (p_project, 'MONTH', p_month),
    (p_organization, 'DAY', p_day), (p_organization, 'MONTH', p_month)) AS s (scope_id, "window", starts_on)
  WHERE w.organization_id = p_organization AND w.scope_id = s.scope_id AND w."window" = s."window" AND w.starts_on = s.starts_on;
  GET DIAGNOSTICS v_counted = ROW_COUNT;
  IF v_counted = 2 + 2 * (p_project IS NOT NULL)::integer + (v_episode IS NOT NULL)::integer THEN RETURN true; END IF;
  -- The first call of a day, a month or an episode. Those that were counted above are there, and stay.
  INSERT INTO spending_window (organization_id, scope_id, "window", starts_on, project_id, reserved_nanos, spent_nanos)
  SELECT p_organization, s.scope_id, s."window", s.starts_on, s.project_id, GREATEST(p_reserved, 0), p_spent
  FROM (VALUES (v_episode, 'EPISODE'::budget_window, DATE '1970-01-01', p_project), (p_project, 'DAY', p_day, p_project),
    (p_project, 'MONTH', p_month, p_project), (p_organization, 'DAY', p_day, NULL), (p_organization, 'MONTH', p_month, NULL))
    AS s (scope_id, "window", starts_on, project_id)
  WHERE s.scope_id IS NOT NULL
  ON CONFLICT (organization_id, scope_id, "window", starts_on) DO NOTHING;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION reserve_usage(
  p_organization uuid, p_person text, p_projects text, p_now timestamptz, p_expires timestamptz, p_call_key text, p_step_key text, p_purpose text,
  p_project uuid, p_episode uuid, p_queue uuid, p_phase phase_name, p_user uuid, p_provider text, p_model text, p_prompt text, p_price uuid,
  p_worst_input bigint, p_worst_output bigint, p_worst_nanos bigint,
  OUT outcome text, OUT reservation_id uuid,
  OUT full_window budget_window, OUT full_project uuid, OUT full_from date, OUT ceiling bigint, OUT spent bigint, OUT reserved bigint)
LANGUAGE plpgsql AS $$
DECLARE
  v_entered text := enter_usage(p_organization, p_person, p_projects);
  v_episode uuid := CASE WHEN p_project IS NOT NULL THEN p_episode END;
  v_day date;
  v_month date;
  v_is_counted boolean;
BEGIN
  PERFORM hold_zone(p_organization);
  SELECT (p_now AT TIME ZONE o.counting_zone)::date INTO v_day FROM organization o WHERE o.id = p_organization;
  v_month := date_trunc('month', v_day::timestamp)::date;

  IF p_price IS NULL AND EXISTS (
    SELECT FROM budget b WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project)
      AND (b."window" <> 'EPISODE' OR v_episode IS NOT NULL)
  ) THEN
    outcome := 'unpriced';
    RETURN;
  END IF;

  -- The hard ceiling that has no room, if there is one: one that stays full before one that only calls under way have filled. Nothing was written when
  -- there is one: a crowd that asks again and again costs those who are let through nothing but its turn.
  IF p_worst_nanos > 0 THEN
    PERFORM hold_windows(p_organization);
    SELECT b."window", b.project_id, b.ceiling_nanos, COALESCE(w.spent_nanos, 0), COALESCE(w.reserved_nanos, 0)
    INTO full_window, full_project, ceiling, spent, reserved
    FROM budget b
    LEFT JOIN spending_window w ON w.organization_id = p_organization AND w."window" = b."window"
      AND w.scope_id = CASE WHEN b."window" = 'EPISODE' THEN v_episode ELSE COALESCE(b.project_id, p_organization) END
      AND w.starts_on = CASE b."window" WHEN 'DAY' THEN v_day WHEN 'MONTH' THEN v_month ELSE DATE '1970-01-01' END
    WHERE b.organization_id = p_organization AND b.is_hard AND (b.project_id IS NULL OR b.project_id = p_project)
      AND (b."window" <> 'EPISODE' OR v_episode IS NOT NULL)
      AND COALESCE(w.spent_nanos + w.reserved_nanos, 0) > b.ceiling_nanos - p_worst_nanos
    ORDER BY COALESCE(w.spent_nanos, 0) > b.ceiling_nanos - p_worst_nanos DESC, b."window", b.project_id NULLS LAST
    LIMIT 1;
    IF FOUND THEN
      full_from := CASE full_window WHEN 'DAY' THEN v_day WHEN 'MONTH' THEN v_month ELSE DATE '1970-01-01' END;
      outcome := CASE WHEN EXISTS (SELECT FROM usage_reservation r WHERE r.organization_id = p_organization AND r.call_key = p_call_key)
        THEN 'known' ELSE 'full' END;
      RETURN;
    END IF;
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
  v_is_counted := add_to_windows(p_organization, p_project, p_episode, v_day, v_month, p_worst_nanos, 0);
END $$;

CREATE OR REPLACE FUNCTION enter_reservation(
  r usage_reservation, p_zone text, p_now timestamptz, p_uncached bigint, p_cache_read bigint, p_cache_write bigint, p_output bigint, p_reasoning bigint,
  p_cost bigint, p_settlement usage_settlement, p_duration integer)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_day date := (r.created_at AT TIME ZONE p_zone)::date;
  v_is_counted boolean;
BEGIN
  -- An update waits in a queue, a conflict does not: most find the day there.
  UPDATE usage_day d SET changed_at = GREATEST(d.changed_at, p_now), rolled_up_at = NULL WHERE d.organization_id = r.organization_id AND d.day = v_day;
  IF NOT FOUND THEN
    INSERT INTO usage_day AS d (organization_id, day, changed_at) VALUES (r.organization_id, v_day, p_now)
    ON CONFLICT (organization_id, day) DO UPDATE SET changed_at = GREATEST(d.changed_at, EXCLUDED.changed_at), rolled_up_at = NULL;
  END IF;
  v_is_counted := add_to_windows(r.organization_id, r.project_id, r.episode_id, r.day, r.month, -r.worst_case_nanos, COALESCE(p_cost, 0));
  INSERT INTO token_usage (organization_id, call_key, project_id, episode_id, queue_id, user_id, purpose, phase, provider, model, prompt_version,
    model_price_id, uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, settlement, duration_ms,
    occurred_at, recorded_at)
  VALUES (r.organization_id, r.call_key, r.project_id, r.episode_id, r.queue_id, r.user_id, r.purpose, r.phase, r.provider, r.model, r.prompt_version,
    r.model_price_id, p_uncached, p_cache_read, p_cache_write, p_output, p_reasoning, p_cost, p_settlement, p_duration, r.created_at, p_now);
END $$;

CREATE OR REPLACE FUNCTION settle_usage(
  p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamptz, p_uncached bigint, p_cache_read bigint,
  p_cache_write bigint, p_output bigint, p_reasoning bigint, p_cost bigint, p_settlement usage_settlement, p_duration integer, p_answer jsonb)
RETURNS reservation_status LANGUAGE plpgsql AS $$
DECLARE
  v_entered text := enter_usage(p_organization, p_person, p_projects);
  v_zone text;
  r usage_reservation;
BEGIN
  PERFORM hold_zone(p_organization);
  SELECT o.reporting_zone INTO v_zone FROM organization o WHERE o.id = p_organization;
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
END $$;

CREATE OR REPLACE FUNCTION release_usage(p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_entered text := enter_usage(p_organization, p_person, p_projects);
  r usage_reservation;
BEGIN
  PERFORM hold_zone(p_organization);
  UPDATE usage_reservation u SET status = 'RELEASED', settled_nanos = 0, settled_at = p_now
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN'
  RETURNING u.* INTO r;
  IF FOUND THEN
    PERFORM add_to_windows(r.organization_id, r.project_id, r.episode_id, r.day, r.month, -r.worst_case_nanos, 0);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION sweep_usage(p_organization uuid, p_reservation uuid, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_entered text := enter_usage(p_organization, '', '');
  v_zone text;
  r usage_reservation;
BEGIN
  PERFORM hold_zone(p_organization);
  SELECT o.reporting_zone INTO v_zone FROM organization o WHERE o.id = p_organization;
  UPDATE usage_reservation u SET status = 'SWEPT', settled_at = p_now,
    settled_nanos = CASE WHEN u.model_price_id IS NOT NULL THEN u.worst_case_nanos END
  WHERE u.organization_id = p_organization AND u.id = p_reservation AND u.status = 'OPEN' AND u.expires_at < p_now
  RETURNING u.* INTO r;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM enter_reservation(r, v_zone, p_now, r.worst_input_tokens, 0, 0, r.worst_output_tokens, 0, r.settled_nanos, 'ESTIMATED', NULL);
  RETURN true;
END $$;
