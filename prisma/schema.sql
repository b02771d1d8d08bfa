-- Types
CREATE TYPE actor_kind AS ENUM ('USER', 'API_KEY', 'SYSTEM');
CREATE TYPE block_type AS ENUM ('MARKDOWN', 'QUOTE', 'RECAP', 'RECALL', 'SCENARIO');
CREATE TYPE budget_notice_kind AS ENUM ('REACHED_50', 'REACHED_80', 'REACHED_100', 'RUN_HELD');
CREATE TYPE budget_window AS ENUM ('DAY', 'MONTH', 'EPISODE');
CREATE TYPE channel AS ENUM ('WEB', 'EMAIL', 'FEED');
CREATE TYPE chat_role AS ENUM ('PERSON', 'ASSISTANT');
CREATE TYPE continuity_kind AS ENUM ('ADDS', 'UPDATES', 'RESOLVES');
CREATE TYPE delivery_status AS ENUM ('QUEUED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'SUPPRESSED');
CREATE TYPE episode_status AS ENUM ('DRAFT', 'READY', 'PUBLISHED', 'ABANDONED');
CREATE TYPE hold_kind AS ENUM ('BUDGET', 'PRICE');
CREATE TYPE memory_kind AS ENUM ('FACT', 'PREFERENCE', 'DECISION', 'STYLE', 'COVERED_TOPIC');
CREATE TYPE memory_origin AS ENUM ('NOTE', 'CHAT', 'EPISODE', 'PERSON');
CREATE TYPE memory_status AS ENUM ('PROPOSED', 'ACTIVE', 'SUPERSEDED', 'FORGOTTEN');
CREATE TYPE missed_slot_policy AS ENUM ('LATEST', 'ALL', 'SKIP');
CREATE TYPE note_attention AS ENUM ('CONTRADICTION', 'CORRECTION', 'SCHEDULE', 'UNCLEAR');
CREATE TYPE note_intent AS ENUM ('MORE_OF', 'LESS_OF', 'CORRECT', 'ASK', 'TONE', 'LENGTH', 'SCHEDULE', 'OTHER');
CREATE TYPE note_outcome AS ENUM ('PLANNED', 'USED', 'PARTLY_USED', 'NOT_USED', 'RELEASED');
CREATE TYPE note_reader AS ENUM ('RULES', 'MODEL', 'PERSON');
CREATE TYPE note_scope AS ENUM ('NEXT_EPISODE', 'UNTIL_DATE', 'ALWAYS');
CREATE TYPE note_status AS ENUM ('RECEIVED', 'UNDERSTOOD', 'PLANNED', 'USED', 'PARTLY_USED', 'DECLINED', 'WITHDRAWN');
CREATE TYPE note_step_kind AS ENUM ('RECEIVED', 'EDITED', 'UNDERSTOOD', 'CORRECTED', 'MERGED', 'PARTED', 'CONTRADICTED', 'ACCEPTED', 'PLANNED', 'RELEASED', 'USED', 'PARTLY_USED', 'NOT_USED', 'DECLINED', 'REOPENED', 'STOPPED', 'WITHDRAWN');
CREATE TYPE note_target AS ENUM ('SERIES', 'TOPIC', 'SOURCE', 'EPISODE', 'PASSAGE');
CREATE TYPE origin_kind AS ENUM ('PASSAGE', 'NOTE', 'MEMORY', 'EPISODE');
CREATE TYPE passkey_purpose AS ENUM ('REGISTER', 'SIGN_IN');
CREATE TYPE phase_name AS ENUM ('GATHER', 'OUTLINE', 'WRITE', 'CHECK', 'FINISH');
CREATE TYPE phase_status AS ENUM ('RUNNING', 'DONE', 'FAILED');
CREATE TYPE plan AS ENUM ('STARTER', 'TEAM', 'UNLIMITED');
CREATE TYPE project_access AS ENUM ('ALL', 'CHOSEN');
CREATE TYPE queue_status AS ENUM ('PENDING', 'GENERATING', 'READY', 'PUBLISHED', 'HELD', 'RETRYING', 'FAILED', 'QUARANTINED', 'SKIPPED', 'CANCELLED');
CREATE TYPE queue_trigger AS ENUM ('CADENCE', 'REQUEST');
CREATE TYPE reservation_status AS ENUM ('OPEN', 'SETTLED', 'RELEASED', 'SWEPT');
CREATE TYPE role AS ENUM ('OWNER', 'ADMIN', 'EDITOR', 'READER');
CREATE TYPE session_stage AS ENUM ('SECOND_FACTOR_DUE', 'COMPLETE');
CREATE TYPE sign_in_method AS ENUM ('ONE_TIME_LINK', 'EMAIL_LINK', 'EMAIL_CODE', 'PASSWORD', 'PASSKEY', 'PROVIDER');
CREATE TYPE source_format AS ENUM ('MARKDOWN', 'TEXT', 'WEBVTT', 'SRT');
CREATE TYPE source_status AS ENUM ('RECEIVED', 'EXTRACTING', 'READY', 'FAILED');
CREATE TYPE subscription_status AS ENUM ('PENDING', 'ACTIVE', 'PAUSED', 'UNSUBSCRIBED');
CREATE TYPE usage_settlement AS ENUM ('EXACT', 'ESTIMATED');

-- Functions
CREATE OR REPLACE FUNCTION public.add_to_windows(p_organization uuid, p_project uuid, p_episode uuid, p_day date, p_month date, p_reserved bigint, p_spent bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.audit_head_moves_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.sequence <> OLD.sequence + 1 OR NEW.sealed_from <> OLD.sealed_from OR NEW.organization_id <> OLD.organization_id THEN
    RAISE EXCEPTION 'the head of the audit log moves on by one row at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.count_by_reporting_zone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.counting_zone := NEW.reporting_zone;
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT NULLIF(current_setting('app.user_id', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.current_projects()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT NULLIF(current_setting('app.project_ids', true), '')::uuid[] $function$
;
CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
END $function$
;
-- may execute: episodic_owner=X/episodic_owner, episodic_app=X/episodic_owner, episodic_worker=X/episodic_owner
CREATE OR REPLACE FUNCTION public.enter_reservation(r usage_reservation, p_zone text, p_now timestamp with time zone, p_uncached bigint, p_cache_read bigint, p_cache_write bigint, p_output bigint, p_reasoning bigint, p_cost bigint, p_settlement usage_settlement, p_duration integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.enter_usage(p_organization uuid, p_person text, p_projects text)
 RETURNS text
 LANGUAGE sql
AS $function$
  SELECT set_config('app.organization_id', p_organization::text, true) || set_config('app.user_id', p_person, true)
    || set_config('app.project_ids', p_projects, true) || set_config('plan_cache_mode', 'force_generic_plan', true)
    || set_config('enable_seqscan', 'off', true) || set_config('enable_bitmapscan', 'off', true)
    || set_config('enable_hashjoin', 'off', true) || set_config('enable_mergejoin', 'off', true)
$function$
;
CREATE OR REPLACE FUNCTION public.hold_windows(p_organization uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  SELECT pg_advisory_xact_lock(hashtext('spending windows'), hashtext(p_organization::text))
$function$
;
CREATE OR REPLACE FUNCTION public.hold_zone(p_organization uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  SELECT pg_advisory_xact_lock_shared(hashtext('counting zone'), hashtext(p_organization::text))
$function$
;
CREATE OR REPLACE FUNCTION public.keep_an_owner()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.role = 'OWNER' AND NEW.organization_id = OLD.organization_id AND NEW.user_id = OLD.user_id THEN
    RETURN NULL;
  END IF;
  PERFORM FROM organization WHERE id = OLD.organization_id FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT FROM membership WHERE organization_id = OLD.organization_id AND role = 'OWNER') THEN
    RAISE EXCEPTION 'an organization keeps an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_keeps_an_owner';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.lock_to_recount(p_organization uuid, OUT zone text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('counting zone'), hashtext(p_organization::text));
  SELECT o.reporting_zone INTO "zone" FROM organization o WHERE o.id = p_organization FOR UPDATE;
END $function$
;
CREATE OR REPLACE FUNCTION public.price_unpriced_calls(price_id uuid)
 RETURNS TABLE(project_id uuid, episode_id uuid, occurred_at timestamp with time zone, cost_nanos bigint)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  UPDATE token_usage u SET model_price_id = p.id,
    cost_nanos = ceil((u.uncached_input_tokens::numeric * p.uncached_input_nanos_per_million + u.cache_read_tokens::numeric * p.cache_read_nanos_per_million
      + u.cache_write_tokens::numeric * p.cache_write_nanos_per_million + u.output_tokens::numeric * p.output_nanos_per_million) / 1000000)::bigint
  FROM model_price p
  WHERE p.id = price_id AND (p.organization_id = current_organization() OR p.organization_id IS NULL)
    AND u.organization_id = current_organization() AND u.model_price_id IS NULL
    AND u.provider = p.provider AND u.model = p.model AND u.occurred_at >= p.valid_from
  RETURNING u.project_id, u.episode_id, u.occurred_at, u.cost_nanos;
$function$
;
-- may execute: episodic_owner=X/episodic_owner, episodic_app=X/episodic_owner, episodic_worker=X/episodic_owner
CREATE OR REPLACE FUNCTION public.publish_due(p_now timestamp with time zone, p_after_slot timestamp with time zone, p_after_id uuid, p_limit integer)
 RETURNS TABLE(queue_id uuid, slot_at timestamp with time zone, organization_id uuid, project_id uuid, episode_id uuid, late_seconds double precision, problem text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
END $function$
;
-- may execute: episodic_owner=X/episodic_owner, episodic_worker=X/episodic_owner
CREATE OR REPLACE FUNCTION public.release_usage(p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.reserve_usage(p_organization uuid, p_person text, p_projects text, p_now timestamp with time zone, p_expires timestamp with time zone, p_call_key text, p_step_key text, p_purpose text, p_project uuid, p_episode uuid, p_queue uuid, p_phase phase_name, p_user uuid, p_provider text, p_model text, p_prompt text, p_price uuid, p_worst_input bigint, p_worst_output bigint, p_worst_nanos bigint, OUT outcome text, OUT reservation_id uuid, OUT full_window budget_window, OUT full_project uuid, OUT full_from date, OUT ceiling bigint, OUT spent bigint, OUT reserved bigint)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.session_standings(session_ids uuid[], at timestamp with time zone)
 RETURNS TABLE(session_id uuid, stage session_stage, active_organization_id uuid, has_second_factor boolean, organizations jsonb)
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.settle_usage(p_organization uuid, p_person text, p_projects text, p_reservation uuid, p_now timestamp with time zone, p_uncached bigint, p_cache_read bigint, p_cache_write bigint, p_output bigint, p_reasoning bigint, p_cost bigint, p_settlement usage_settlement, p_duration integer, p_answer jsonb)
 RETURNS reservation_status
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.sweep_usage(p_organization uuid, p_reservation uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
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
END $function$
;
CREATE OR REPLACE FUNCTION public.tell_run_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('run_changed'), hashtext(NEW.id::text) & 1023) THEN
    PERFORM pg_notify('run_changed', NEW.id::text);
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.tell_run_of_part_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('run_changed'), hashtext(NEW.queue_id::text) & 1023) THEN
    PERFORM pg_notify('run_changed', NEW.queue_id::text);
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
  SELECT encode(
    set_bit(
      set_bit(
        overlay(
          uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
          FROM 1 FOR 6),
        52, 1),
      53, 1),
    'hex')::uuid
$function$
;

-- Tables
CREATE TABLE agent_memory (
  approved_at timestamp(3) with time zone,
  changed_at timestamp(3) with time zone,
  changed_by_id uuid,
  contradicts_id uuid,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  directive jsonb,
  forgotten_at timestamp(3) with time zone,
  id uuid NOT NULL DEFAULT uuid_v7(),
  importance integer NOT NULL DEFAULT 5,
  is_pinned boolean NOT NULL DEFAULT false,
  kind memory_kind NOT NULL,
  organization_id uuid NOT NULL,
  origin memory_origin NOT NULL,
  origin_episode_id uuid,
  origin_key text,
  origin_message_id uuid,
  origin_note_id uuid,
  origin_user_id uuid,
  project_id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  status memory_status NOT NULL DEFAULT 'PROPOSED'::memory_status,
  superseded_by_id uuid,
  text text NOT NULL,
  topic_terms text[] DEFAULT ARRAY[]::text[],
  valid_from timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  valid_until timestamp(3) with time zone,
  vector bytea,
  vector_model text
);
CREATE TABLE audit_head (
  hash bytea NOT NULL,
  organization_id uuid NOT NULL,
  seal bytea NOT NULL,
  sealed_from bigint NOT NULL,
  sequence bigint NOT NULL
);
CREATE TABLE audit_log (
  action text NOT NULL,
  actor_kind actor_kind NOT NULL,
  actor_name text,
  actor_user_id uuid,
  address text,
  after jsonb,
  before jsonb,
  hash bytea NOT NULL,
  occurred_at timestamp(3) with time zone NOT NULL,
  organization_id uuid NOT NULL,
  previous_hash bytea NOT NULL,
  seal bytea,
  sequence bigint NOT NULL,
  target_id text NOT NULL,
  target_type text NOT NULL,
  user_agent text
);
CREATE TABLE authenticator_app (
  confirmed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  last_step bigint NOT NULL DEFAULT 0,
  sealed_secret bytea NOT NULL,
  user_id uuid NOT NULL
);
CREATE TABLE block (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  episode_id uuid NOT NULL,
  html text NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  markdown text NOT NULL,
  ordinal integer NOT NULL,
  organization_id uuid NOT NULL,
  type block_type NOT NULL
);
CREATE TABLE block_origin (
  agent_memory_id uuid,
  block_id uuid NOT NULL,
  end_ms integer,
  episode_id uuid,
  id uuid NOT NULL DEFAULT uuid_v7(),
  kind origin_kind NOT NULL,
  organization_id uuid NOT NULL,
  planning_note_id uuid,
  quote text,
  source_chunk_id uuid,
  start_ms integer
);
CREATE TABLE budget (
  ceiling_nanos bigint NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  is_hard boolean NOT NULL DEFAULT true,
  organization_id uuid NOT NULL,
  project_id uuid,
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "window" budget_window NOT NULL
);
CREATE TABLE budget_notice (
  budget_id uuid NOT NULL,
  kind budget_notice_kind NOT NULL,
  organization_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  starts_on date NOT NULL,
  told_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE chat_message (
  chat_session_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  role chat_role NOT NULL,
  text text NOT NULL
);
CREATE TABLE chat_session (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  episode_id uuid,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  title text NOT NULL DEFAULT ''::text,
  user_id uuid NOT NULL
);
CREATE TABLE continuity_link (
  block_id uuid,
  earlier_episode_id uuid,
  episode_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  kind continuity_kind NOT NULL,
  note_id uuid,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  topic text NOT NULL
);
CREATE TABLE delivery (
  attempts integer NOT NULL DEFAULT 0,
  available_at timestamp(3) with time zone NOT NULL,
  channel channel NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  episode_id uuid NOT NULL,
  finished_at timestamp(3) with time zone,
  id uuid NOT NULL DEFAULT uuid_v7(),
  lease_expires_at timestamp(3) with time zone,
  lease_token uuid,
  message_id text,
  organization_id uuid NOT NULL,
  reason text,
  status delivery_status NOT NULL DEFAULT 'QUEUED'::delivery_status,
  subscription_id uuid NOT NULL
);
CREATE TABLE episode (
  abandoned_at timestamp(3) with time zone,
  brief jsonb,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  dek text,
  generation_attempts integer NOT NULL DEFAULT 0,
  generation_errors jsonb NOT NULL DEFAULT '[]'::jsonb,
  id uuid NOT NULL DEFAULT uuid_v7(),
  language text NOT NULL DEFAULT 'en'::text,
  minutes integer,
  number integer,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  published_at timestamp(3) with time zone,
  queue_id uuid NOT NULL,
  ready_at timestamp(3) with time zone,
  status episode_status NOT NULL DEFAULT 'DRAFT'::episode_status,
  title text,
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  word_count integer,
  writer text NOT NULL,
  writer_version text NOT NULL
);
CREATE TABLE episode_health (
  cited_share real NOT NULL,
  episode_id uuid NOT NULL,
  measured_at timestamp(3) with time zone NOT NULL,
  notes_partly integer NOT NULL,
  notes_planned integer NOT NULL,
  notes_used integer NOT NULL,
  notes_waiting integer NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  repeated_share real NOT NULL
);
CREATE TABLE episode_schedule_queue (
  attempts integer NOT NULL DEFAULT 0,
  available_at timestamp(3) with time zone NOT NULL,
  cancel_requested_at timestamp(3) with time zone,
  claimed_by text,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  errors jsonb NOT NULL DEFAULT '[]'::jsonb,
  finished_at timestamp(3) with time zone,
  held_at timestamp(3) with time zone,
  held_for_nanos bigint,
  hold_kind hold_kind,
  id uuid NOT NULL DEFAULT uuid_v7(),
  lease_expires_at timestamp(3) with time zone,
  lease_token uuid,
  occurrence_key text NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  published_at timestamp(3) with time zone,
  ready_at timestamp(3) with time zone,
  reason text,
  requested_by_id uuid,
  slot_at timestamp(3) with time zone NOT NULL,
  started_at timestamp(3) with time zone,
  status queue_status NOT NULL DEFAULT 'PENDING'::queue_status,
  trigger queue_trigger NOT NULL DEFAULT 'CADENCE'::queue_trigger,
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  waiting_since timestamp(3) with time zone,
  worker_deaths integer NOT NULL DEFAULT 0
);
CREATE TABLE episode_usage_daily (
  cache_read_tokens bigint NOT NULL,
  cache_write_tokens bigint NOT NULL,
  call_count bigint NOT NULL,
  computed_at timestamp(3) with time zone NOT NULL,
  cost_nanos bigint NOT NULL,
  day date NOT NULL,
  episode_id uuid,
  estimated_count bigint NOT NULL DEFAULT 0,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  output_tokens bigint NOT NULL,
  project_id uuid,
  reasoning_tokens bigint NOT NULL,
  uncached_input_tokens bigint NOT NULL,
  unpriced_count bigint NOT NULL DEFAULT 0,
  user_id uuid
);
CREATE TABLE generation_phase (
  attempt integer NOT NULL DEFAULT 1,
  episode_id uuid NOT NULL,
  error text,
  finished_at timestamp(3) with time zone,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  output jsonb,
  phase phase_name NOT NULL,
  queue_id uuid NOT NULL,
  start_count integer NOT NULL DEFAULT 1,
  started_at timestamp(3) with time zone NOT NULL,
  status phase_status NOT NULL DEFAULT 'RUNNING'::phase_status
);
CREATE TABLE highlight (
  block_id uuid NOT NULL,
  colour text,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  end_offset integer NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  note text,
  organization_id uuid NOT NULL,
  orphaned_at timestamp(3) with time zone,
  quote text NOT NULL,
  start_offset integer NOT NULL,
  user_id uuid NOT NULL
);
CREATE TABLE identity (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  label text,
  last_used_at timestamp(3) with time zone,
  provider text NOT NULL,
  subject text NOT NULL,
  user_id uuid NOT NULL
);
CREATE TABLE invitation (
  accepted_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  email text NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  invited_by_id uuid,
  link_number integer NOT NULL DEFAULT 1,
  organization_id uuid NOT NULL,
  project_access project_access NOT NULL DEFAULT 'ALL'::project_access,
  project_ids uuid[],
  revoked_at timestamp(3) with time zone,
  role role NOT NULL
);
CREATE TABLE membership (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  project_access project_access NOT NULL DEFAULT 'ALL'::project_access,
  role role NOT NULL,
  user_id uuid NOT NULL
);
CREATE TABLE memory_use (
  id uuid NOT NULL DEFAULT uuid_v7(),
  memory_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  queue_id uuid NOT NULL,
  rank integer NOT NULL,
  score real NOT NULL,
  used_at timestamp(3) with time zone NOT NULL
);
CREATE TABLE model_choice (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  fallback_model text,
  fallback_provider text,
  id uuid NOT NULL DEFAULT uuid_v7(),
  model text NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid,
  provider text NOT NULL,
  purpose text,
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE model_price (
  cache_read_nanos_per_million bigint NOT NULL,
  cache_write_nanos_per_million bigint NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  model text NOT NULL,
  organization_id uuid,
  output_nanos_per_million bigint NOT NULL,
  provider text NOT NULL,
  uncached_input_nanos_per_million bigint NOT NULL,
  valid_from timestamp(3) with time zone NOT NULL
);
CREATE TABLE note_conflict (
  chosen_note_id uuid,
  decided_at timestamp(3) with time zone,
  decided_by_id uuid,
  first_note_id uuid NOT NULL,
  found_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  second_note_id uuid NOT NULL
);
CREATE TABLE note_plan (
  episode_id uuid,
  id uuid NOT NULL DEFAULT uuid_v7(),
  judged_at timestamp(3) with time zone,
  measure jsonb,
  note_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  outcome note_outcome NOT NULL DEFAULT 'PLANNED'::note_outcome,
  planned_at timestamp(3) with time zone NOT NULL,
  project_id uuid NOT NULL,
  queue_id uuid NOT NULL,
  reason text
);
CREATE TABLE note_step (
  actor_id uuid,
  at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  kind note_step_kind NOT NULL,
  note_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  queue_id uuid,
  reason text
);
CREATE TABLE notification (
  created_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  note_step_id uuid,
  organization_id uuid NOT NULL,
  project_id uuid,
  read_at timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  user_id uuid NOT NULL
);
CREATE TABLE organization (
  counting_zone text NOT NULL DEFAULT 'UTC'::text,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  name text NOT NULL,
  plan plan NOT NULL DEFAULT 'TEAM'::plan,
  reporting_zone text NOT NULL DEFAULT 'UTC'::text,
  requires_second_factor boolean NOT NULL DEFAULT false,
  set_up_at timestamp(3) with time zone,
  slug text NOT NULL
);
CREATE TABLE passkey (
  counter bigint NOT NULL DEFAULT 0,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  credential_id bytea NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  is_backed_up boolean NOT NULL DEFAULT false,
  last_used_at timestamp(3) with time zone,
  name text NOT NULL,
  public_key bytea NOT NULL,
  transports text[],
  user_id uuid NOT NULL
);
CREATE TABLE passkey_challenge (
  challenge text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  purpose passkey_purpose NOT NULL,
  used_at timestamp(3) with time zone,
  user_id uuid
);
CREATE TABLE planning_note (
  attention note_attention,
  author_id uuid,
  block_id uuid,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  directive jsonb,
  episode_id uuid,
  id uuid NOT NULL DEFAULT uuid_v7(),
  intent note_intent,
  merged_into_id uuid,
  organization_id uuid NOT NULL,
  paraphrase text,
  passage text,
  planned_at timestamp(3) with time zone,
  planned_for_id uuid,
  project_id uuid NOT NULL,
  reason text,
  revision integer NOT NULL DEFAULT 1,
  scope note_scope NOT NULL DEFAULT 'NEXT_EPISODE'::note_scope,
  settled_at timestamp(3) with time zone,
  settled_by_id uuid,
  status note_status NOT NULL DEFAULT 'RECEIVED'::note_status,
  stopped_at timestamp(3) with time zone,
  submission_key uuid,
  target note_target,
  target_source_id uuid,
  text text NOT NULL,
  topic_terms text[] DEFAULT ARRAY[]::text[],
  understood_at timestamp(3) with time zone,
  understood_by note_reader,
  until_date date,
  vector real[] DEFAULT ARRAY[]::real[],
  vector_model text
);
CREATE TABLE project (
  audience text NOT NULL DEFAULT ''::text,
  cadence_config jsonb NOT NULL,
  cadence_version integer NOT NULL DEFAULT 1,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id uuid,
  deleted_at timestamp(3) with time zone,
  goal text NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  language text NOT NULL DEFAULT 'en'::text,
  minutes integer NOT NULL DEFAULT 6,
  missed_slot_policy missed_slot_policy NOT NULL DEFAULT 'LATEST'::missed_slot_policy,
  organization_id uuid NOT NULL,
  title text NOT NULL,
  trusted_memory_origins memory_origin[] DEFAULT ARRAY[]::memory_origin[],
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version integer NOT NULL DEFAULT 1,
  writer text NOT NULL DEFAULT 'built-in'::text,
  writer_settings jsonb NOT NULL DEFAULT '{}'::jsonb
);
CREATE TABLE project_grant (
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  user_id uuid NOT NULL
);
CREATE TABLE project_schedule (
  cadence_version integer NOT NULL DEFAULT 1,
  is_active boolean NOT NULL DEFAULT true,
  last_attempted_at timestamp(3) with time zone,
  last_checked_at timestamp(3) with time zone,
  last_occurrence_key text,
  last_succeeded_at timestamp(3) with time zone,
  lead_learnt_from integer NOT NULL DEFAULT 0,
  lead_seconds integer NOT NULL DEFAULT 900,
  next_due_at timestamp(3) with time zone,
  next_occurrence_key text,
  next_slot_at timestamp(3) with time zone,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  zone_data_version text NOT NULL DEFAULT ''::text
);
CREATE TABLE rate_limit (
  expire bigint,
  key character varying(255) NOT NULL,
  points integer NOT NULL DEFAULT 0
);
CREATE TABLE recovery_code (
  code_hash bytea NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  id uuid NOT NULL DEFAULT uuid_v7(),
  used_at timestamp(3) with time zone,
  user_id uuid NOT NULL
);
CREATE TABLE session (
  active_organization_id uuid,
  address text,
  authenticated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  last_used_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  method sign_in_method NOT NULL DEFAULT 'ONE_TIME_LINK'::sign_in_method,
  revoked_at timestamp(3) with time zone,
  stage session_stage NOT NULL DEFAULT 'COMPLETE'::session_stage,
  token_hash bytea NOT NULL,
  user_agent text,
  user_id uuid NOT NULL
);
CREATE TABLE sign_in_token (
  browser_hash bytea,
  code_hash bytea,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  email text,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  sent_at timestamp(3) with time zone,
  token_hash bytea,
  used_at timestamp(3) with time zone,
  user_id uuid,
  wrong_codes integer NOT NULL DEFAULT 0
);
CREATE TABLE source (
  added_by_id uuid,
  chunk_count integer NOT NULL DEFAULT 0,
  content_hash bytea NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamp(3) with time zone,
  duration_ms integer,
  encoding text,
  error text,
  extracting_at timestamp(3) with time zone,
  failed_at timestamp(3) with time zone,
  file_name text NOT NULL,
  format source_format,
  id uuid NOT NULL DEFAULT uuid_v7(),
  language text,
  links text[] DEFAULT ARRAY[]::text[],
  organization_id uuid NOT NULL,
  original bytea,
  project_id uuid NOT NULL,
  ready_at timestamp(3) with time zone,
  size_bytes integer NOT NULL,
  speakers text[] DEFAULT ARRAY[]::text[],
  status source_status NOT NULL DEFAULT 'RECEIVED'::source_status,
  text text,
  title text NOT NULL,
  token_count integer NOT NULL DEFAULT 0,
  warnings text[] DEFAULT ARRAY[]::text[]
);
CREATE TABLE source_chunk (
  char_count integer NOT NULL,
  content_hash bytea NOT NULL,
  end_ms integer,
  heading_path text[] DEFAULT ARRAY[]::text[],
  id uuid NOT NULL DEFAULT uuid_v7(),
  ordinal integer NOT NULL,
  organization_id uuid NOT NULL,
  source_id uuid NOT NULL,
  start_ms integer,
  text text NOT NULL,
  token_count integer NOT NULL,
  turns jsonb
);
CREATE TABLE spending_window (
  organization_id uuid NOT NULL,
  project_id uuid,
  reserved_nanos bigint NOT NULL DEFAULT 0,
  scope_id uuid NOT NULL,
  spent_nanos bigint NOT NULL DEFAULT 0,
  starts_on date NOT NULL,
  "window" budget_window NOT NULL
);
CREATE TABLE subscription (
  channel channel NOT NULL,
  confirmed_at timestamp(3) with time zone,
  consent jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  email text,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  paused_until timestamp(3) with time zone,
  project_id uuid NOT NULL,
  status subscription_status NOT NULL DEFAULT 'PENDING'::subscription_status,
  time_zone text,
  unsubscribed_at timestamp(3) with time zone,
  user_id uuid
);
CREATE TABLE suppression (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  email text NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  reason text NOT NULL
);
CREATE TABLE token_usage (
  cache_read_tokens bigint NOT NULL DEFAULT 0,
  cache_write_tokens bigint NOT NULL DEFAULT 0,
  call_key text NOT NULL,
  cost_nanos bigint,
  duration_ms integer,
  episode_id uuid,
  id uuid NOT NULL DEFAULT uuid_v7(),
  model text NOT NULL,
  model_price_id uuid,
  occurred_at timestamp(3) with time zone NOT NULL,
  organization_id uuid NOT NULL,
  output_tokens bigint NOT NULL,
  phase phase_name,
  project_id uuid,
  prompt_version text,
  provider text NOT NULL,
  purpose text NOT NULL,
  queue_id uuid,
  reasoning_tokens bigint NOT NULL DEFAULT 0,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settlement usage_settlement NOT NULL DEFAULT 'EXACT'::usage_settlement,
  uncached_input_tokens bigint NOT NULL,
  user_id uuid
);
CREATE TABLE token_usage_daily (
  cache_read_tokens bigint NOT NULL,
  cache_write_tokens bigint NOT NULL,
  call_count bigint NOT NULL,
  computed_at timestamp(3) with time zone NOT NULL,
  cost_nanos bigint NOT NULL,
  day date NOT NULL,
  estimated_count bigint NOT NULL DEFAULT 0,
  id uuid NOT NULL DEFAULT uuid_v7(),
  model text NOT NULL,
  organization_id uuid NOT NULL,
  output_tokens bigint NOT NULL,
  project_id uuid,
  provider text NOT NULL,
  purpose text NOT NULL,
  reasoning_tokens bigint NOT NULL,
  uncached_input_tokens bigint NOT NULL,
  unpriced_count bigint NOT NULL DEFAULT 0
);
CREATE TABLE usage_day (
  changed_at timestamp(3) with time zone NOT NULL,
  day date NOT NULL,
  organization_id uuid NOT NULL,
  rolled_up_at timestamp(3) with time zone
);
CREATE TABLE usage_reconciliation (
  compared_at timestamp(3) with time zone NOT NULL,
  days_compared integer NOT NULL,
  drift jsonb NOT NULL DEFAULT '[]'::jsonb,
  from_day date NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  organization_id uuid NOT NULL,
  until_day date NOT NULL
);
CREATE TABLE usage_reservation (
  answer jsonb,
  call_key text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  day date NOT NULL,
  episode_id uuid,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL DEFAULT uuid_v7(),
  model text NOT NULL,
  model_price_id uuid,
  month date NOT NULL,
  organization_id uuid NOT NULL,
  phase phase_name,
  project_id uuid,
  prompt_version text,
  provider text NOT NULL,
  purpose text NOT NULL,
  queue_id uuid,
  settled_at timestamp(3) with time zone,
  settled_nanos bigint,
  status reservation_status NOT NULL DEFAULT 'OPEN'::reservation_status,
  step_key text NOT NULL,
  user_id uuid,
  worst_case_nanos bigint NOT NULL,
  worst_input_tokens bigint NOT NULL,
  worst_output_tokens bigint NOT NULL
);
CREATE TABLE "user" (
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamp(3) with time zone,
  email text,
  email_verified_at timestamp(3) with time zone,
  id uuid NOT NULL DEFAULT uuid_v7(),
  locale text,
  name text NOT NULL DEFAULT ''::text,
  password_hash text,
  time_zone text
);
CREATE TABLE user_event (
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  episode_id uuid,
  id uuid NOT NULL DEFAULT uuid_v7(),
  occurred_at timestamp(3) with time zone NOT NULL,
  organization_id uuid NOT NULL,
  project_id uuid,
  type text NOT NULL,
  user_id uuid
);
CREATE TABLE worker_heartbeat (
  last_seen_at timestamp(3) with time zone NOT NULL,
  started_at timestamp(3) with time zone NOT NULL,
  worker_id text NOT NULL,
  zone_data_version text NOT NULL
);

-- Constraints
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_organization_id_contradicts_id_fkey FOREIGN KEY (organization_id, contradicts_id) REFERENCES agent_memory(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_organization_id_origin_episode_id_fkey FOREIGN KEY (organization_id, origin_episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_organization_id_origin_message_id_fkey FOREIGN KEY (organization_id, origin_message_id) REFERENCES chat_message(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_organization_id_origin_note_id_fkey FOREIGN KEY (organization_id, origin_note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_organization_id_superseded_by_id_fkey FOREIGN KEY (organization_id, superseded_by_id) REFERENCES agent_memory(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_origin_user_id_fkey FOREIGN KEY (origin_user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_pkey PRIMARY KEY (id);
ALTER TABLE agent_memory ADD CONSTRAINT memory_approved CHECK (((status <> 'ACTIVE'::memory_status) OR (approved_at IS NOT NULL)));
ALTER TABLE agent_memory ADD CONSTRAINT memory_covered CHECK (((kind <> 'COVERED_TOPIC'::memory_kind) OR (origin = 'EPISODE'::memory_origin)));
ALTER TABLE agent_memory ADD CONSTRAINT memory_forgotten CHECK (((status = 'FORGOTTEN'::memory_status) = (forgotten_at IS NOT NULL)));
ALTER TABLE agent_memory ADD CONSTRAINT memory_importance CHECK (((importance >= 1) AND (importance <= 10)));
ALTER TABLE agent_memory ADD CONSTRAINT memory_origin_named CHECK ((((origin <> 'NOTE'::memory_origin) OR (origin_note_id IS NOT NULL)) AND ((origin <> 'EPISODE'::memory_origin) OR (origin_episode_id IS NOT NULL))));
ALTER TABLE agent_memory ADD CONSTRAINT memory_revision CHECK ((revision > 0));
ALTER TABLE agent_memory ADD CONSTRAINT memory_superseded CHECK (((status <> 'SUPERSEDED'::memory_status) OR (superseded_by_id IS NOT NULL)));
ALTER TABLE agent_memory ADD CONSTRAINT memory_supersedes_another CHECK ((superseded_by_id <> id));
ALTER TABLE agent_memory ADD CONSTRAINT memory_text CHECK ((((length(text) >= 1) AND (length(text) <= 2000)) OR ((status = 'FORGOTTEN'::memory_status) AND (text = ''::text))));
ALTER TABLE agent_memory ADD CONSTRAINT memory_validity CHECK ((valid_until > valid_from));
ALTER TABLE agent_memory ADD CONSTRAINT memory_vector CHECK (((vector_model IS NULL) = (vector IS NULL)));
ALTER TABLE audit_head ADD CONSTRAINT audit_head_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE audit_head ADD CONSTRAINT audit_head_pkey PRIMARY KEY (organization_id);
ALTER TABLE audit_head ADD CONSTRAINT head_hash CHECK (((octet_length(hash) = 32) AND (octet_length(seal) = 32)));
ALTER TABLE audit_head ADD CONSTRAINT head_in_order CHECK (((sequence > 0) AND ((sealed_from >= 1) AND (sealed_from <= sequence))));
ALTER TABLE audit_log ADD CONSTRAINT audit_actor CHECK (
CASE actor_kind
    WHEN 'USER'::actor_kind THEN (actor_user_id IS NOT NULL)
    ELSE (actor_name IS NOT NULL)
END);
ALTER TABLE audit_log ADD CONSTRAINT audit_hash CHECK (((octet_length(hash) = 32) AND (octet_length(previous_hash) = 32) AND (sequence > 0)));
ALTER TABLE audit_log ADD CONSTRAINT audit_log_actor_user_id_fkey FOREIGN KEY (actor_user_id) REFERENCES "user"(id) ON UPDATE CASCADE;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_pkey PRIMARY KEY (organization_id, sequence);
ALTER TABLE audit_log ADD CONSTRAINT audit_seal CHECK ((octet_length(seal) = 32));
ALTER TABLE authenticator_app ADD CONSTRAINT authenticator_app_pkey PRIMARY KEY (id);
ALTER TABLE authenticator_app ADD CONSTRAINT authenticator_app_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block ADD CONSTRAINT block_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block ADD CONSTRAINT block_pkey PRIMARY KEY (id);
ALTER TABLE block_origin ADD CONSTRAINT block_origin_organization_id_agent_memory_id_fkey FOREIGN KEY (organization_id, agent_memory_id) REFERENCES agent_memory(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block_origin ADD CONSTRAINT block_origin_organization_id_block_id_fkey FOREIGN KEY (organization_id, block_id) REFERENCES block(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block_origin ADD CONSTRAINT block_origin_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block_origin ADD CONSTRAINT block_origin_organization_id_planning_note_id_fkey FOREIGN KEY (organization_id, planning_note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block_origin ADD CONSTRAINT block_origin_organization_id_source_chunk_id_fkey FOREIGN KEY (organization_id, source_chunk_id) REFERENCES source_chunk(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE block_origin ADD CONSTRAINT block_origin_pkey PRIMARY KEY (id);
ALTER TABLE block_origin ADD CONSTRAINT origin_kind_fits CHECK (
CASE kind
    WHEN 'PASSAGE'::origin_kind THEN (source_chunk_id IS NOT NULL)
    WHEN 'NOTE'::origin_kind THEN (planning_note_id IS NOT NULL)
    WHEN 'MEMORY'::origin_kind THEN (agent_memory_id IS NOT NULL)
    WHEN 'EPISODE'::origin_kind THEN (episode_id IS NOT NULL)
    ELSE NULL::boolean
END);
ALTER TABLE block_origin ADD CONSTRAINT origin_points_to_one CHECK ((num_nonnulls(source_chunk_id, planning_note_id, agent_memory_id, episode_id) = 1));
ALTER TABLE budget ADD CONSTRAINT budget_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE budget ADD CONSTRAINT budget_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE budget ADD CONSTRAINT budget_pkey PRIMARY KEY (id);
ALTER TABLE budget ADD CONSTRAINT ceiling_not_negative CHECK ((ceiling_nanos >= 0));
ALTER TABLE budget_notice ADD CONSTRAINT budget_notice_organization_id_budget_id_fkey FOREIGN KEY (organization_id, budget_id) REFERENCES budget(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE budget_notice ADD CONSTRAINT budget_notice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE budget_notice ADD CONSTRAINT budget_notice_pkey PRIMARY KEY (organization_id, budget_id, scope_id, starts_on, kind);
ALTER TABLE chat_message ADD CONSTRAINT chat_message_organization_id_chat_session_id_fkey FOREIGN KEY (organization_id, chat_session_id) REFERENCES chat_session(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE chat_message ADD CONSTRAINT chat_message_pkey PRIMARY KEY (id);
ALTER TABLE chat_session ADD CONSTRAINT chat_session_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE chat_session ADD CONSTRAINT chat_session_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE chat_session ADD CONSTRAINT chat_session_pkey PRIMARY KEY (id);
ALTER TABLE chat_session ADD CONSTRAINT chat_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE continuity_link ADD CONSTRAINT continuity_link_organization_id_block_id_fkey FOREIGN KEY (organization_id, block_id) REFERENCES block(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE continuity_link ADD CONSTRAINT continuity_link_organization_id_earlier_episode_id_fkey FOREIGN KEY (organization_id, earlier_episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE continuity_link ADD CONSTRAINT continuity_link_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE continuity_link ADD CONSTRAINT continuity_link_organization_id_note_id_fkey FOREIGN KEY (organization_id, note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE continuity_link ADD CONSTRAINT continuity_link_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE continuity_link ADD CONSTRAINT continuity_link_pkey PRIMARY KEY (id);
ALTER TABLE delivery ADD CONSTRAINT delivery_finished CHECK (((status = ANY (ARRAY['SENT'::delivery_status, 'UNKNOWN'::delivery_status, 'FAILED'::delivery_status, 'SUPPRESSED'::delivery_status])) = (finished_at IS NOT NULL)));
ALTER TABLE delivery ADD CONSTRAINT delivery_lease CHECK ((((status = 'SENDING'::delivery_status) = (lease_token IS NOT NULL)) AND ((lease_token IS NULL) = (lease_expires_at IS NULL))));
ALTER TABLE delivery ADD CONSTRAINT delivery_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE delivery ADD CONSTRAINT delivery_organization_id_subscription_id_fkey FOREIGN KEY (organization_id, subscription_id) REFERENCES subscription(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE delivery ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);
ALTER TABLE episode ADD CONSTRAINT episode_abandoned CHECK (((status = 'ABANDONED'::episode_status) = (abandoned_at IS NOT NULL)));
ALTER TABLE episode ADD CONSTRAINT episode_number CHECK ((number > 0));
ALTER TABLE episode ADD CONSTRAINT episode_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE episode ADD CONSTRAINT episode_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE episode ADD CONSTRAINT episode_pkey PRIMARY KEY (id);
ALTER TABLE episode ADD CONSTRAINT episode_published CHECK (((status = 'PUBLISHED'::episode_status) = (published_at IS NOT NULL)));
ALTER TABLE episode ADD CONSTRAINT episode_ready CHECK (((status <> ALL (ARRAY['READY'::episode_status, 'PUBLISHED'::episode_status])) OR ((ready_at IS NOT NULL) AND (number IS NOT NULL) AND (length(title) > 0) AND (minutes > 0) AND (word_count > 0))));
ALTER TABLE episode_health ADD CONSTRAINT episode_health_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE episode_health ADD CONSTRAINT episode_health_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE episode_health ADD CONSTRAINT episode_health_pkey PRIMARY KEY (episode_id);
ALTER TABLE episode_health ADD CONSTRAINT health_counts CHECK (((notes_used >= 0) AND (notes_partly >= 0) AND (notes_waiting >= 0) AND (notes_planned >= (notes_used + notes_partly))));
ALTER TABLE episode_health ADD CONSTRAINT health_shares CHECK ((((repeated_share >= (0)::double precision) AND (repeated_share <= (1)::double precision)) AND ((cited_share >= (0)::double precision) AND (cited_share <= (1)::double precision))));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT episode_schedule_queue_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE episode_schedule_queue ADD CONSTRAINT episode_schedule_queue_pkey PRIMARY KEY (id);
ALTER TABLE episode_schedule_queue ADD CONSTRAINT episode_schedule_queue_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_counts CHECK (((attempts >= 0) AND (worker_deaths >= 0)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_finished CHECK (((status = ANY (ARRAY['PUBLISHED'::queue_status, 'FAILED'::queue_status, 'QUARANTINED'::queue_status, 'SKIPPED'::queue_status, 'CANCELLED'::queue_status])) = (finished_at IS NOT NULL)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_held CHECK (((status = 'HELD'::queue_status) = (held_at IS NOT NULL)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_hold CHECK ((((hold_kind IS NULL) OR (status = 'HELD'::queue_status)) AND (held_for_nanos >= 0)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_key CHECK ((occurrence_key ~ '^\d{4}-\d{2}-\d{2}(\+[1-9]\d*)?$'::text));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_lease CHECK ((((status = 'GENERATING'::queue_status) = (lease_token IS NOT NULL)) AND ((lease_token IS NULL) = (lease_expires_at IS NULL)) AND ((lease_token IS NULL) = (claimed_by IS NULL))));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_not_early CHECK (((published_at IS NULL) OR (published_at >= slot_at)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_published CHECK (((status = 'PUBLISHED'::queue_status) = (published_at IS NOT NULL)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_ready CHECK (((status <> ALL (ARRAY['READY'::queue_status, 'PUBLISHED'::queue_status])) OR (ready_at IS NOT NULL)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_reason CHECK (((status <> ALL (ARRAY['HELD'::queue_status, 'FAILED'::queue_status, 'QUARANTINED'::queue_status, 'SKIPPED'::queue_status])) OR (length(reason) > 0)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_started CHECK (((status <> 'GENERATING'::queue_status) OR (started_at IS NOT NULL)));
ALTER TABLE episode_schedule_queue ADD CONSTRAINT queue_trigger CHECK (((trigger = 'REQUEST'::queue_trigger) = (occurrence_key ~~ '%+%'::text)));
ALTER TABLE episode_usage_daily ADD CONSTRAINT episode_usage_daily_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE episode_usage_daily ADD CONSTRAINT episode_usage_daily_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE episode_usage_daily ADD CONSTRAINT episode_usage_daily_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE episode_usage_daily ADD CONSTRAINT episode_usage_daily_pkey PRIMARY KEY (id);
ALTER TABLE episode_usage_daily ADD CONSTRAINT episode_usage_daily_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE;
ALTER TABLE generation_phase ADD CONSTRAINT generation_phase_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE generation_phase ADD CONSTRAINT generation_phase_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE generation_phase ADD CONSTRAINT generation_phase_pkey PRIMARY KEY (id);
ALTER TABLE generation_phase ADD CONSTRAINT phase_error CHECK (((status = 'FAILED'::phase_status) = (error IS NOT NULL)));
ALTER TABLE generation_phase ADD CONSTRAINT phase_finished CHECK (((status = 'RUNNING'::phase_status) = (finished_at IS NULL)));
ALTER TABLE generation_phase ADD CONSTRAINT phase_output CHECK (((status <> 'DONE'::phase_status) OR (output IS NOT NULL)));
ALTER TABLE generation_phase ADD CONSTRAINT phase_started CHECK ((start_count > 0));
ALTER TABLE highlight ADD CONSTRAINT highlight_organization_id_block_id_fkey FOREIGN KEY (organization_id, block_id) REFERENCES block(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE highlight ADD CONSTRAINT highlight_pkey PRIMARY KEY (id);
ALTER TABLE highlight ADD CONSTRAINT highlight_range CHECK (((start_offset >= 0) AND (end_offset > start_offset)));
ALTER TABLE highlight ADD CONSTRAINT highlight_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE identity ADD CONSTRAINT identity_pkey PRIMARY KEY (id);
ALTER TABLE identity ADD CONSTRAINT identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE invitation ADD CONSTRAINT invitation_access CHECK (((project_access = 'ALL'::project_access) OR (role = ANY (ARRAY['EDITOR'::role, 'READER'::role]))));
ALTER TABLE invitation ADD CONSTRAINT invitation_ends_once CHECK ((num_nonnulls(accepted_at, revoked_at) <= 1));
ALTER TABLE invitation ADD CONSTRAINT invitation_invited_by_id_fkey FOREIGN KEY (invited_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE invitation ADD CONSTRAINT invitation_no_owner CHECK ((role <> 'OWNER'::role));
ALTER TABLE invitation ADD CONSTRAINT invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);
ALTER TABLE membership ADD CONSTRAINT membership_access CHECK (((project_access = 'ALL'::project_access) OR (role = ANY (ARRAY['EDITOR'::role, 'READER'::role]))));
ALTER TABLE membership ADD CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE membership ADD CONSTRAINT membership_pkey PRIMARY KEY (id);
ALTER TABLE membership ADD CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE memory_use ADD CONSTRAINT memory_use_organization_id_memory_id_fkey FOREIGN KEY (organization_id, memory_id) REFERENCES agent_memory(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE memory_use ADD CONSTRAINT memory_use_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE memory_use ADD CONSTRAINT memory_use_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE memory_use ADD CONSTRAINT memory_use_pkey PRIMARY KEY (id);
ALTER TABLE memory_use ADD CONSTRAINT use_in_order CHECK (((rank > 0) AND ((score >= (0)::double precision) AND (score <= (1)::double precision))));
ALTER TABLE model_choice ADD CONSTRAINT fallback_whole CHECK (((fallback_provider IS NULL) = (fallback_model IS NULL)));
ALTER TABLE model_choice ADD CONSTRAINT model_choice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE model_choice ADD CONSTRAINT model_choice_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE model_choice ADD CONSTRAINT model_choice_pkey PRIMARY KEY (id);
ALTER TABLE model_price ADD CONSTRAINT model_price_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE model_price ADD CONSTRAINT model_price_pkey PRIMARY KEY (id);
ALTER TABLE model_price ADD CONSTRAINT price_not_negative CHECK ((LEAST(uncached_input_nanos_per_million, cache_read_nanos_per_million, cache_write_nanos_per_million, output_nanos_per_million) >= 0));
ALTER TABLE note_conflict ADD CONSTRAINT conflict_choice CHECK (((chosen_note_id = first_note_id) OR (chosen_note_id = second_note_id)));
ALTER TABLE note_conflict ADD CONSTRAINT conflict_decided CHECK (((chosen_note_id IS NULL) = (decided_at IS NULL)));
ALTER TABLE note_conflict ADD CONSTRAINT conflict_in_order CHECK ((first_note_id < second_note_id));
ALTER TABLE note_conflict ADD CONSTRAINT note_conflict_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE note_conflict ADD CONSTRAINT note_conflict_organization_id_chosen_note_id_fkey FOREIGN KEY (organization_id, chosen_note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE note_conflict ADD CONSTRAINT note_conflict_organization_id_first_note_id_fkey FOREIGN KEY (organization_id, first_note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_conflict ADD CONSTRAINT note_conflict_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_conflict ADD CONSTRAINT note_conflict_organization_id_second_note_id_fkey FOREIGN KEY (organization_id, second_note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_conflict ADD CONSTRAINT note_conflict_pkey PRIMARY KEY (id);
ALTER TABLE note_plan ADD CONSTRAINT note_plan_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE note_plan ADD CONSTRAINT note_plan_organization_id_note_id_fkey FOREIGN KEY (organization_id, note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_plan ADD CONSTRAINT note_plan_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_plan ADD CONSTRAINT note_plan_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_plan ADD CONSTRAINT note_plan_pkey PRIMARY KEY (id);
ALTER TABLE note_plan ADD CONSTRAINT plan_judged CHECK (((outcome = 'PLANNED'::note_outcome) = (judged_at IS NULL)));
ALTER TABLE note_plan ADD CONSTRAINT plan_reason CHECK (((outcome <> ALL (ARRAY['PARTLY_USED'::note_outcome, 'NOT_USED'::note_outcome])) OR (length(reason) > 0)));
ALTER TABLE note_step ADD CONSTRAINT note_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE note_step ADD CONSTRAINT note_step_organization_id_note_id_fkey FOREIGN KEY (organization_id, note_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_step ADD CONSTRAINT note_step_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note_step ADD CONSTRAINT note_step_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE note_step ADD CONSTRAINT note_step_pkey PRIMARY KEY (id);
ALTER TABLE notification ADD CONSTRAINT notification_of_something CHECK ((num_nonnulls(note_step_id) = 1));
ALTER TABLE notification ADD CONSTRAINT notification_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE notification ADD CONSTRAINT notification_organization_id_note_step_id_fkey FOREIGN KEY (organization_id, note_step_id) REFERENCES note_step(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE notification ADD CONSTRAINT notification_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE notification ADD CONSTRAINT notification_pkey PRIMARY KEY (id);
ALTER TABLE notification ADD CONSTRAINT notification_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE organization ADD CONSTRAINT organization_pkey PRIMARY KEY (id);
ALTER TABLE passkey ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);
ALTER TABLE passkey ADD CONSTRAINT passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE passkey_challenge ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (id);
ALTER TABLE passkey_challenge ADD CONSTRAINT passkey_challenge_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT note_merged_into_another CHECK ((merged_into_id <> id));
ALTER TABLE planning_note ADD CONSTRAINT note_planned CHECK (((status <> 'PLANNED'::note_status) OR ((planned_at IS NOT NULL) AND (planned_for_id IS NOT NULL))));
ALTER TABLE planning_note ADD CONSTRAINT note_reason CHECK (((status <> ALL (ARRAY['PARTLY_USED'::note_status, 'DECLINED'::note_status])) OR (length(reason) > 0)));
ALTER TABLE planning_note ADD CONSTRAINT note_revision CHECK ((revision > 0));
ALTER TABLE planning_note ADD CONSTRAINT note_scope CHECK (((scope = 'UNTIL_DATE'::note_scope) = (until_date IS NOT NULL)));
ALTER TABLE planning_note ADD CONSTRAINT note_settled CHECK (((status = ANY (ARRAY['USED'::note_status, 'PARTLY_USED'::note_status, 'DECLINED'::note_status, 'WITHDRAWN'::note_status])) = (settled_at IS NOT NULL)));
ALTER TABLE planning_note ADD CONSTRAINT note_stopped CHECK (((stopped_at IS NULL) OR (scope <> 'NEXT_EPISODE'::note_scope)));
ALTER TABLE planning_note ADD CONSTRAINT note_text CHECK (((length(text) >= 1) AND (length(text) <= 10000)));
ALTER TABLE planning_note ADD CONSTRAINT note_understood CHECK (((status <> ALL (ARRAY['UNDERSTOOD'::note_status, 'PLANNED'::note_status])) OR ((understood_at IS NOT NULL) AND (understood_by IS NOT NULL) AND (intent IS NOT NULL) AND (directive IS NOT NULL) AND (length(paraphrase) > 0))));
ALTER TABLE planning_note ADD CONSTRAINT note_vector CHECK (((vector_model IS NULL) = (cardinality(vector) = 0)));
ALTER TABLE planning_note ADD CONSTRAINT planning_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_organization_id_block_id_fkey FOREIGN KEY (organization_id, block_id) REFERENCES block(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_organization_id_merged_into_id_fkey FOREIGN KEY (organization_id, merged_into_id) REFERENCES planning_note(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_organization_id_planned_for_id_fkey FOREIGN KEY (organization_id, planned_for_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_organization_id_target_source_id_fkey FOREIGN KEY (organization_id, target_source_id) REFERENCES source(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE planning_note ADD CONSTRAINT planning_note_pkey PRIMARY KEY (id);
ALTER TABLE planning_note ADD CONSTRAINT planning_note_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE project ADD CONSTRAINT project_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE project ADD CONSTRAINT project_minutes CHECK (((minutes >= 1) AND (minutes <= 60)));
ALTER TABLE project ADD CONSTRAINT project_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE project ADD CONSTRAINT project_pkey PRIMARY KEY (id);
ALTER TABLE project ADD CONSTRAINT project_title CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE project_grant ADD CONSTRAINT project_grant_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE project_grant ADD CONSTRAINT project_grant_organization_id_user_id_fkey FOREIGN KEY (organization_id, user_id) REFERENCES membership(organization_id, user_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE project_grant ADD CONSTRAINT project_grant_pkey PRIMARY KEY (project_id, user_id);
ALTER TABLE project_schedule ADD CONSTRAINT project_schedule_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE project_schedule ADD CONSTRAINT project_schedule_pkey PRIMARY KEY (project_id);
ALTER TABLE project_schedule ADD CONSTRAINT schedule_lead CHECK (((lead_seconds > 0) AND (lead_learnt_from >= 0)));
ALTER TABLE rate_limit ADD CONSTRAINT rate_limit_pkey PRIMARY KEY (key);
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (id);
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_active_organization_id_fkey FOREIGN KEY (active_organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE session ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE sign_in_token ADD CONSTRAINT sign_in_token_pkey PRIMARY KEY (id);
ALTER TABLE sign_in_token ADD CONSTRAINT sign_in_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE sign_in_token ADD CONSTRAINT token_for_somebody CHECK ((num_nonnulls(user_id, email) >= 1));
ALTER TABLE sign_in_token ADD CONSTRAINT token_guesses CHECK (((wrong_codes >= 0) AND (wrong_codes <= 5)));
ALTER TABLE sign_in_token ADD CONSTRAINT token_used_by_somebody CHECK (((used_at IS NULL) OR (user_id IS NOT NULL)));
ALTER TABLE source ADD CONSTRAINT source_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE source ADD CONSTRAINT source_extracting CHECK (((status <> 'EXTRACTING'::source_status) OR (extracting_at IS NOT NULL)));
ALTER TABLE source ADD CONSTRAINT source_failed CHECK ((((status = 'FAILED'::source_status) = (failed_at IS NOT NULL)) AND ((status = 'FAILED'::source_status) = (error IS NOT NULL))));
ALTER TABLE source ADD CONSTRAINT source_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE source ADD CONSTRAINT source_pkey PRIMARY KEY (id);
ALTER TABLE source ADD CONSTRAINT source_ready CHECK ((((status = 'READY'::source_status) = (ready_at IS NOT NULL)) AND ((status <> 'READY'::source_status) OR ((length(text) > 0) AND (format IS NOT NULL) AND (chunk_count > 0) AND (token_count > 0)))));
ALTER TABLE source ADD CONSTRAINT source_size CHECK (((size_bytes > 0) AND (octet_length(content_hash) = 32)));
ALTER TABLE source_chunk ADD CONSTRAINT chunk_not_empty CHECK (((length(text) > 0) AND (token_count > 0) AND (char_count > 0) AND (ordinal >= 0)));
ALTER TABLE source_chunk ADD CONSTRAINT chunk_time CHECK ((end_ms >= start_ms));
ALTER TABLE source_chunk ADD CONSTRAINT source_chunk_organization_id_source_id_fkey FOREIGN KEY (organization_id, source_id) REFERENCES source(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE source_chunk ADD CONSTRAINT source_chunk_pkey PRIMARY KEY (id);
ALTER TABLE spending_window ADD CONSTRAINT spending_not_negative CHECK (((reserved_nanos >= 0) AND (spent_nanos >= 0)));
ALTER TABLE spending_window ADD CONSTRAINT spending_scope CHECK (
CASE "window"
    WHEN 'EPISODE'::budget_window THEN ((project_id IS NOT NULL) AND (starts_on = '1970-01-01'::date))
    WHEN 'MONTH'::budget_window THEN (((scope_id = organization_id) OR (scope_id = project_id)) AND (EXTRACT(day FROM starts_on) = (1)::numeric))
    ELSE ((scope_id = organization_id) OR (scope_id = project_id))
END);
ALTER TABLE spending_window ADD CONSTRAINT spending_window_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE spending_window ADD CONSTRAINT spending_window_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE spending_window ADD CONSTRAINT spending_window_pkey PRIMARY KEY (organization_id, scope_id, "window", starts_on);
ALTER TABLE subscription ADD CONSTRAINT subscription_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE subscription ADD CONSTRAINT subscription_pkey PRIMARY KEY (id);
ALTER TABLE subscription ADD CONSTRAINT subscription_reader CHECK ((num_nonnulls(user_id, email) >= 1));
ALTER TABLE subscription ADD CONSTRAINT subscription_unsubscribed CHECK (((status = 'UNSUBSCRIBED'::subscription_status) = (unsubscribed_at IS NOT NULL)));
ALTER TABLE subscription ADD CONSTRAINT subscription_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE suppression ADD CONSTRAINT suppression_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE suppression ADD CONSTRAINT suppression_pkey PRIMARY KEY (id);
ALTER TABLE token_usage ADD CONSTRAINT reasoning_inside_output CHECK ((reasoning_tokens <= output_tokens));
ALTER TABLE token_usage ADD CONSTRAINT token_usage_model_price_id_fkey FOREIGN KEY (model_price_id) REFERENCES model_price(id) ON UPDATE CASCADE;
ALTER TABLE token_usage ADD CONSTRAINT token_usage_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE token_usage ADD CONSTRAINT token_usage_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE token_usage ADD CONSTRAINT token_usage_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE token_usage ADD CONSTRAINT token_usage_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE token_usage ADD CONSTRAINT token_usage_pkey PRIMARY KEY (id);
ALTER TABLE token_usage ADD CONSTRAINT token_usage_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE;
ALTER TABLE token_usage ADD CONSTRAINT usage_not_negative CHECK ((LEAST(uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos) >= 0));
ALTER TABLE token_usage ADD CONSTRAINT usage_priced CHECK (((model_price_id IS NULL) = (cost_nanos IS NULL)));
ALTER TABLE token_usage_daily ADD CONSTRAINT token_usage_daily_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE token_usage_daily ADD CONSTRAINT token_usage_daily_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE token_usage_daily ADD CONSTRAINT token_usage_daily_pkey PRIMARY KEY (id);
ALTER TABLE usage_day ADD CONSTRAINT usage_day_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE usage_day ADD CONSTRAINT usage_day_pkey PRIMARY KEY (organization_id, day);
ALTER TABLE usage_reconciliation ADD CONSTRAINT usage_reconciliation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE usage_reconciliation ADD CONSTRAINT usage_reconciliation_pkey PRIMARY KEY (id);
ALTER TABLE usage_reservation ADD CONSTRAINT reservation_month CHECK ((month = (date_trunc('month'::text, (day)::timestamp with time zone))::date));
ALTER TABLE usage_reservation ADD CONSTRAINT reservation_not_negative CHECK (((worst_case_nanos >= 0) AND (settled_nanos >= 0)));
ALTER TABLE usage_reservation ADD CONSTRAINT reservation_priced CHECK (((model_price_id IS NOT NULL) OR (worst_case_nanos = 0)));
ALTER TABLE usage_reservation ADD CONSTRAINT reservation_settled CHECK (((status = 'OPEN'::reservation_status) = (settled_at IS NULL)));
ALTER TABLE usage_reservation ADD CONSTRAINT reservation_tokens CHECK (((worst_input_tokens >= 0) AND (worst_output_tokens >= 0)));
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_organization_id_queue_id_fkey FOREIGN KEY (organization_id, queue_id) REFERENCES episode_schedule_queue(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_pkey PRIMARY KEY (id);
ALTER TABLE usage_reservation ADD CONSTRAINT usage_reservation_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE;
ALTER TABLE "user" ADD CONSTRAINT user_pkey PRIMARY KEY (id);
ALTER TABLE user_event ADD CONSTRAINT user_event_organization_id_episode_id_fkey FOREIGN KEY (organization_id, episode_id) REFERENCES episode(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE user_event ADD CONSTRAINT user_event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE user_event ADD CONSTRAINT user_event_organization_id_project_id_fkey FOREIGN KEY (organization_id, project_id) REFERENCES project(organization_id, id) ON UPDATE CASCADE;
ALTER TABLE user_event ADD CONSTRAINT user_event_pkey PRIMARY KEY (id);
ALTER TABLE user_event ADD CONSTRAINT user_event_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE worker_heartbeat ADD CONSTRAINT worker_heartbeat_pkey PRIMARY KEY (worker_id);

-- Indexes
CREATE INDEX agent_memory_changed_by_id_idx ON public.agent_memory USING btree (changed_by_id);
CREATE INDEX agent_memory_organization_id_contradicts_id_idx ON public.agent_memory USING btree (organization_id, contradicts_id);
CREATE UNIQUE INDEX agent_memory_organization_id_id_key ON public.agent_memory USING btree (organization_id, id);
CREATE INDEX agent_memory_organization_id_origin_episode_id_idx ON public.agent_memory USING btree (organization_id, origin_episode_id);
CREATE INDEX agent_memory_organization_id_origin_message_id_idx ON public.agent_memory USING btree (organization_id, origin_message_id);
CREATE INDEX agent_memory_organization_id_origin_note_id_idx ON public.agent_memory USING btree (organization_id, origin_note_id);
CREATE UNIQUE INDEX agent_memory_organization_id_project_id_origin_key_key ON public.agent_memory USING btree (organization_id, project_id, origin_key);
CREATE INDEX agent_memory_organization_id_project_id_status_idx ON public.agent_memory USING btree (organization_id, project_id, status);
CREATE INDEX agent_memory_organization_id_superseded_by_id_idx ON public.agent_memory USING btree (organization_id, superseded_by_id);
CREATE INDEX agent_memory_origin_user_id_idx ON public.agent_memory USING btree (origin_user_id);
CREATE UNIQUE INDEX agent_memory_pkey ON public.agent_memory USING btree (id);
CREATE INDEX agent_memory_proposed ON public.agent_memory USING btree (organization_id, project_id, created_at) WHERE (status = 'PROPOSED'::memory_status);
CREATE UNIQUE INDEX audit_head_pkey ON public.audit_head USING btree (organization_id);
CREATE INDEX audit_log_actor_user_id_idx ON public.audit_log USING btree (actor_user_id);
CREATE INDEX audit_log_organization_id_occurred_at_idx ON public.audit_log USING btree (organization_id, occurred_at);
CREATE UNIQUE INDEX audit_log_pkey ON public.audit_log USING btree (organization_id, sequence);
CREATE UNIQUE INDEX authenticator_app_pkey ON public.authenticator_app USING btree (id);
CREATE UNIQUE INDEX authenticator_app_user_id_key ON public.authenticator_app USING btree (user_id);
CREATE UNIQUE INDEX block_episode_id_ordinal_key ON public.block USING btree (episode_id, ordinal);
CREATE INDEX block_organization_id_episode_id_idx ON public.block USING btree (organization_id, episode_id);
CREATE UNIQUE INDEX block_organization_id_id_key ON public.block USING btree (organization_id, id);
CREATE INDEX block_origin_organization_id_agent_memory_id_idx ON public.block_origin USING btree (organization_id, agent_memory_id);
CREATE INDEX block_origin_organization_id_block_id_idx ON public.block_origin USING btree (organization_id, block_id);
CREATE INDEX block_origin_organization_id_episode_id_idx ON public.block_origin USING btree (organization_id, episode_id);
CREATE INDEX block_origin_organization_id_planning_note_id_idx ON public.block_origin USING btree (organization_id, planning_note_id);
CREATE INDEX block_origin_organization_id_source_chunk_id_idx ON public.block_origin USING btree (organization_id, source_chunk_id);
CREATE UNIQUE INDEX block_origin_pkey ON public.block_origin USING btree (id);
CREATE UNIQUE INDEX block_pkey ON public.block USING btree (id);
CREATE UNIQUE INDEX budget_key ON public.budget USING btree (organization_id, project_id, "window") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX budget_notice_pkey ON public.budget_notice USING btree (organization_id, budget_id, scope_id, starts_on, kind);
CREATE UNIQUE INDEX budget_organization_id_id_key ON public.budget USING btree (organization_id, id);
CREATE INDEX budget_organization_id_project_id_idx ON public.budget USING btree (organization_id, project_id);
CREATE UNIQUE INDEX budget_pkey ON public.budget USING btree (id);
CREATE INDEX chat_message_organization_id_chat_session_id_created_at_idx ON public.chat_message USING btree (organization_id, chat_session_id, created_at);
CREATE UNIQUE INDEX chat_message_organization_id_id_key ON public.chat_message USING btree (organization_id, id);
CREATE UNIQUE INDEX chat_message_pkey ON public.chat_message USING btree (id);
CREATE INDEX chat_session_organization_id_episode_id_idx ON public.chat_session USING btree (organization_id, episode_id);
CREATE UNIQUE INDEX chat_session_organization_id_id_key ON public.chat_session USING btree (organization_id, id);
CREATE INDEX chat_session_organization_id_project_id_idx ON public.chat_session USING btree (organization_id, project_id);
CREATE UNIQUE INDEX chat_session_pkey ON public.chat_session USING btree (id);
CREATE INDEX chat_session_user_id_idx ON public.chat_session USING btree (user_id);
CREATE INDEX continuity_link_organization_id_block_id_idx ON public.continuity_link USING btree (organization_id, block_id);
CREATE INDEX continuity_link_organization_id_earlier_episode_id_idx ON public.continuity_link USING btree (organization_id, earlier_episode_id);
CREATE INDEX continuity_link_organization_id_episode_id_idx ON public.continuity_link USING btree (organization_id, episode_id);
CREATE INDEX continuity_link_organization_id_note_id_idx ON public.continuity_link USING btree (organization_id, note_id);
CREATE INDEX continuity_link_organization_id_project_id_idx ON public.continuity_link USING btree (organization_id, project_id);
CREATE UNIQUE INDEX continuity_link_pkey ON public.continuity_link USING btree (id);
CREATE INDEX delivery_claimable ON public.delivery USING btree (available_at) WHERE (status = 'QUEUED'::delivery_status);
CREATE UNIQUE INDEX delivery_episode_id_subscription_id_channel_key ON public.delivery USING btree (episode_id, subscription_id, channel);
CREATE INDEX delivery_leases ON public.delivery USING btree (lease_expires_at) WHERE (status = 'SENDING'::delivery_status);
CREATE INDEX delivery_organization_id_episode_id_idx ON public.delivery USING btree (organization_id, episode_id);
CREATE INDEX delivery_organization_id_subscription_id_idx ON public.delivery USING btree (organization_id, subscription_id);
CREATE UNIQUE INDEX delivery_pkey ON public.delivery USING btree (id);
CREATE UNIQUE INDEX episode_health_organization_id_episode_id_key ON public.episode_health USING btree (organization_id, episode_id);
CREATE INDEX episode_health_organization_id_project_id_measured_at_idx ON public.episode_health USING btree (organization_id, project_id, measured_at);
CREATE UNIQUE INDEX episode_health_pkey ON public.episode_health USING btree (episode_id);
CREATE UNIQUE INDEX episode_organization_id_id_key ON public.episode USING btree (organization_id, id);
CREATE INDEX episode_organization_id_project_id_published_at_idx ON public.episode USING btree (organization_id, project_id, published_at);
CREATE UNIQUE INDEX episode_organization_id_queue_id_key ON public.episode USING btree (organization_id, queue_id);
CREATE UNIQUE INDEX episode_pkey ON public.episode USING btree (id);
CREATE UNIQUE INDEX episode_project_id_number_key ON public.episode USING btree (project_id, number);
CREATE UNIQUE INDEX episode_schedule_queue_organization_id_id_key ON public.episode_schedule_queue USING btree (organization_id, id);
CREATE INDEX episode_schedule_queue_organization_id_project_id_slot_at_idx ON public.episode_schedule_queue USING btree (organization_id, project_id, slot_at);
CREATE UNIQUE INDEX episode_schedule_queue_pkey ON public.episode_schedule_queue USING btree (id);
CREATE UNIQUE INDEX episode_schedule_queue_project_id_occurrence_key_key ON public.episode_schedule_queue USING btree (project_id, occurrence_key);
CREATE INDEX episode_schedule_queue_requested_by_id_idx ON public.episode_schedule_queue USING btree (requested_by_id);
CREATE UNIQUE INDEX episode_usage_daily_key ON public.episode_usage_daily USING btree (organization_id, day, project_id, episode_id, user_id) NULLS NOT DISTINCT;
CREATE INDEX episode_usage_daily_organization_id_episode_id_idx ON public.episode_usage_daily USING btree (organization_id, episode_id);
CREATE INDEX episode_usage_daily_organization_id_project_id_idx ON public.episode_usage_daily USING btree (organization_id, project_id);
CREATE UNIQUE INDEX episode_usage_daily_pkey ON public.episode_usage_daily USING btree (id);
CREATE INDEX episode_usage_daily_user_id_idx ON public.episode_usage_daily USING btree (user_id);
CREATE INDEX generation_phase_organization_id_episode_id_idx ON public.generation_phase USING btree (organization_id, episode_id);
CREATE INDEX generation_phase_organization_id_queue_id_idx ON public.generation_phase USING btree (organization_id, queue_id);
CREATE UNIQUE INDEX generation_phase_pkey ON public.generation_phase USING btree (id);
CREATE UNIQUE INDEX generation_phase_queue_id_phase_key ON public.generation_phase USING btree (queue_id, phase);
CREATE UNIQUE INDEX highlight_once ON public.highlight USING btree (user_id, block_id, start_offset, end_offset);
CREATE INDEX highlight_organization_id_block_id_idx ON public.highlight USING btree (organization_id, block_id);
CREATE UNIQUE INDEX highlight_pkey ON public.highlight USING btree (id);
CREATE INDEX highlight_user_id_idx ON public.highlight USING btree (user_id);
CREATE UNIQUE INDEX identity_pkey ON public.identity USING btree (id);
CREATE UNIQUE INDEX identity_provider_subject_key ON public.identity USING btree (provider, subject);
CREATE INDEX identity_user_id_idx ON public.identity USING btree (user_id);
CREATE INDEX invitation_invited_by_id_idx ON public.invitation USING btree (invited_by_id);
CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX invitation_organization_id_email_idx ON public.invitation USING btree (organization_id, email);
CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (id);
CREATE UNIQUE INDEX membership_organization_id_user_id_key ON public.membership USING btree (organization_id, user_id);
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (id);
CREATE INDEX membership_user_id_idx ON public.membership USING btree (user_id);
CREATE UNIQUE INDEX memory_use_memory_id_queue_id_key ON public.memory_use USING btree (memory_id, queue_id);
CREATE INDEX memory_use_organization_id_memory_id_idx ON public.memory_use USING btree (organization_id, memory_id);
CREATE INDEX memory_use_organization_id_project_id_idx ON public.memory_use USING btree (organization_id, project_id);
CREATE INDEX memory_use_organization_id_queue_id_idx ON public.memory_use USING btree (organization_id, queue_id);
CREATE UNIQUE INDEX memory_use_pkey ON public.memory_use USING btree (id);
CREATE UNIQUE INDEX model_choice_key ON public.model_choice USING btree (organization_id, project_id, purpose) NULLS NOT DISTINCT;
CREATE INDEX model_choice_organization_id_project_id_idx ON public.model_choice USING btree (organization_id, project_id);
CREATE UNIQUE INDEX model_choice_pkey ON public.model_choice USING btree (id);
CREATE UNIQUE INDEX model_price_key ON public.model_price USING btree (organization_id, provider, model, valid_from) NULLS NOT DISTINCT;
CREATE INDEX model_price_organization_id_idx ON public.model_price USING btree (organization_id);
CREATE UNIQUE INDEX model_price_pkey ON public.model_price USING btree (id);
CREATE INDEX model_price_provider_model_valid_from_idx ON public.model_price USING btree (provider, model, valid_from);
CREATE INDEX note_conflict_decided_by_id_idx ON public.note_conflict USING btree (decided_by_id);
CREATE UNIQUE INDEX note_conflict_first_note_id_second_note_id_key ON public.note_conflict USING btree (first_note_id, second_note_id);
CREATE INDEX note_conflict_open ON public.note_conflict USING btree (organization_id, project_id) WHERE (decided_at IS NULL);
CREATE INDEX note_conflict_organization_id_chosen_note_id_idx ON public.note_conflict USING btree (organization_id, chosen_note_id);
CREATE INDEX note_conflict_organization_id_first_note_id_idx ON public.note_conflict USING btree (organization_id, first_note_id);
CREATE INDEX note_conflict_organization_id_project_id_idx ON public.note_conflict USING btree (organization_id, project_id);
CREATE INDEX note_conflict_organization_id_second_note_id_idx ON public.note_conflict USING btree (organization_id, second_note_id);
CREATE UNIQUE INDEX note_conflict_pkey ON public.note_conflict USING btree (id);
CREATE UNIQUE INDEX note_plan_note_id_queue_id_key ON public.note_plan USING btree (note_id, queue_id);
CREATE INDEX note_plan_organization_id_episode_id_idx ON public.note_plan USING btree (organization_id, episode_id);
CREATE INDEX note_plan_organization_id_note_id_idx ON public.note_plan USING btree (organization_id, note_id);
CREATE INDEX note_plan_organization_id_project_id_judged_at_idx ON public.note_plan USING btree (organization_id, project_id, judged_at);
CREATE INDEX note_plan_organization_id_queue_id_idx ON public.note_plan USING btree (organization_id, queue_id);
CREATE UNIQUE INDEX note_plan_pkey ON public.note_plan USING btree (id);
CREATE INDEX note_step_actor_id_idx ON public.note_step USING btree (actor_id);
CREATE UNIQUE INDEX note_step_organization_id_id_key ON public.note_step USING btree (organization_id, id);
CREATE INDEX note_step_organization_id_note_id_at_idx ON public.note_step USING btree (organization_id, note_id, at);
CREATE INDEX note_step_organization_id_project_id_idx ON public.note_step USING btree (organization_id, project_id);
CREATE INDEX note_step_organization_id_queue_id_idx ON public.note_step USING btree (organization_id, queue_id);
CREATE UNIQUE INDEX note_step_pkey ON public.note_step USING btree (id);
CREATE INDEX notification_organization_id_note_step_id_idx ON public.notification USING btree (organization_id, note_step_id);
CREATE INDEX notification_organization_id_project_id_idx ON public.notification USING btree (organization_id, project_id);
CREATE INDEX notification_organization_id_user_id_created_at_idx ON public.notification USING btree (organization_id, user_id, created_at DESC);
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (id);
CREATE INDEX notification_unread ON public.notification USING btree (organization_id, user_id) WHERE (read_at IS NULL);
CREATE UNIQUE INDEX notification_user_id_note_step_id_key ON public.notification USING btree (user_id, note_step_id);
CREATE UNIQUE INDEX organization_pkey ON public.organization USING btree (id);
CREATE UNIQUE INDEX organization_slug_key ON public.organization USING btree (slug);
CREATE UNIQUE INDEX passkey_challenge_challenge_key ON public.passkey_challenge USING btree (challenge);
CREATE INDEX passkey_challenge_expires_at_idx ON public.passkey_challenge USING btree (expires_at);
CREATE UNIQUE INDEX passkey_challenge_pkey ON public.passkey_challenge USING btree (id);
CREATE INDEX passkey_challenge_user_id_idx ON public.passkey_challenge USING btree (user_id);
CREATE UNIQUE INDEX passkey_credential_id_key ON public.passkey USING btree (credential_id);
CREATE UNIQUE INDEX passkey_pkey ON public.passkey USING btree (id);
CREATE INDEX passkey_user_id_idx ON public.passkey USING btree (user_id);
CREATE INDEX planning_note_author_id_idx ON public.planning_note USING btree (author_id);
CREATE UNIQUE INDEX planning_note_author_id_submission_key_key ON public.planning_note USING btree (author_id, submission_key);
CREATE INDEX planning_note_board ON public.planning_note USING btree (organization_id, project_id, status, created_at DESC, id DESC) INCLUDE (author_id) WHERE (merged_into_id IS NULL);
CREATE INDEX planning_note_organization_id_author_id_created_at_idx ON public.planning_note USING btree (organization_id, author_id, created_at DESC);
CREATE INDEX planning_note_organization_id_block_id_idx ON public.planning_note USING btree (organization_id, block_id);
CREATE INDEX planning_note_organization_id_episode_id_idx ON public.planning_note USING btree (organization_id, episode_id);
CREATE UNIQUE INDEX planning_note_organization_id_id_key ON public.planning_note USING btree (organization_id, id);
CREATE INDEX planning_note_organization_id_merged_into_id_idx ON public.planning_note USING btree (organization_id, merged_into_id);
CREATE INDEX planning_note_organization_id_planned_for_id_idx ON public.planning_note USING btree (organization_id, planned_for_id);
CREATE INDEX planning_note_organization_id_project_id_status_created_at_idx ON public.planning_note USING btree (organization_id, project_id, status, created_at DESC);
CREATE INDEX planning_note_organization_id_target_source_id_idx ON public.planning_note USING btree (organization_id, target_source_id);
CREATE UNIQUE INDEX planning_note_pkey ON public.planning_note USING btree (id);
CREATE INDEX planning_note_settled_by_id_idx ON public.planning_note USING btree (settled_by_id);
CREATE INDEX planning_note_standing ON public.planning_note USING btree (organization_id, project_id) WHERE ((scope <> 'NEXT_EPISODE'::note_scope) AND (stopped_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX planning_note_waiting ON public.planning_note USING btree (organization_id, project_id, created_at) WHERE ((status = ANY (ARRAY['RECEIVED'::note_status, 'UNDERSTOOD'::note_status])) AND (merged_into_id IS NULL));
CREATE INDEX project_created_by_id_idx ON public.project USING btree (created_by_id);
CREATE INDEX project_grant_organization_id_project_id_idx ON public.project_grant USING btree (organization_id, project_id);
CREATE INDEX project_grant_organization_id_user_id_idx ON public.project_grant USING btree (organization_id, user_id);
CREATE UNIQUE INDEX project_grant_pkey ON public.project_grant USING btree (project_id, user_id);
CREATE INDEX project_organization_id_created_at_idx ON public.project USING btree (organization_id, created_at);
CREATE UNIQUE INDEX project_organization_id_id_key ON public.project USING btree (organization_id, id);
CREATE UNIQUE INDEX project_pkey ON public.project USING btree (id);
CREATE UNIQUE INDEX project_schedule_organization_id_project_id_key ON public.project_schedule USING btree (organization_id, project_id);
CREATE UNIQUE INDEX project_schedule_pkey ON public.project_schedule USING btree (project_id);
CREATE INDEX queue_claimable ON public.episode_schedule_queue USING btree (organization_id, available_at, id) WHERE (status = ANY (ARRAY['PENDING'::queue_status, 'RETRYING'::queue_status]));
CREATE INDEX queue_held ON public.episode_schedule_queue USING btree (organization_id, slot_at) WHERE ((status = 'HELD'::queue_status) AND (hold_kind IS NOT NULL));
CREATE INDEX queue_leases ON public.episode_schedule_queue USING btree (lease_expires_at) WHERE (status = 'GENERATING'::queue_status);
CREATE INDEX queue_needs_somebody ON public.episode_schedule_queue USING btree (organization_id, updated_at) WHERE (status = ANY (ARRAY['HELD'::queue_status, 'FAILED'::queue_status, 'QUARANTINED'::queue_status]));
CREATE UNIQUE INDEX queue_one_generating ON public.episode_schedule_queue USING btree (project_id) WHERE (status = 'GENERATING'::queue_status);
CREATE UNIQUE INDEX queue_one_request ON public.episode_schedule_queue USING btree (project_id) WHERE ((trigger = 'REQUEST'::queue_trigger) AND (status = ANY (ARRAY['PENDING'::queue_status, 'GENERATING'::queue_status, 'RETRYING'::queue_status, 'HELD'::queue_status])));
CREATE INDEX queue_published ON public.episode_schedule_queue USING btree (organization_id, published_at) WHERE (status = 'PUBLISHED'::queue_status);
CREATE INDEX queue_running ON public.episode_schedule_queue USING btree (organization_id) WHERE (status = 'GENERATING'::queue_status);
CREATE INDEX queue_to_publish ON public.episode_schedule_queue USING btree (slot_at) WHERE (status = 'READY'::queue_status);
CREATE INDEX queue_wants_room ON public.episode_schedule_queue USING btree (organization_id) WHERE (held_for_nanos IS NOT NULL);
CREATE INDEX rate_limit_expire_idx ON public.rate_limit USING btree (expire);
CREATE UNIQUE INDEX rate_limit_pkey ON public.rate_limit USING btree (key);
CREATE UNIQUE INDEX recovery_code_pkey ON public.recovery_code USING btree (id);
CREATE UNIQUE INDEX recovery_code_user_id_code_hash_key ON public.recovery_code USING btree (user_id, code_hash);
CREATE INDEX reservation_answered ON public.usage_reservation USING btree (settled_at) WHERE (answer IS NOT NULL);
CREATE INDEX reservation_open ON public.usage_reservation USING btree (expires_at) WHERE (status = 'OPEN'::reservation_status);
CREATE INDEX schedule_due ON public.project_schedule USING btree (next_due_at) WHERE (is_active AND (next_due_at IS NOT NULL));
CREATE INDEX session_active_organization_id_idx ON public.session USING btree (active_organization_id);
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id);
CREATE UNIQUE INDEX session_token_hash_key ON public.session USING btree (token_hash);
CREATE INDEX session_user_id_idx ON public.session USING btree (user_id);
CREATE INDEX sign_in_token_expires_at_idx ON public.sign_in_token USING btree (expires_at);
CREATE UNIQUE INDEX sign_in_token_pkey ON public.sign_in_token USING btree (id);
CREATE UNIQUE INDEX sign_in_token_token_hash_key ON public.sign_in_token USING btree (token_hash);
CREATE INDEX sign_in_token_user_id_idx ON public.sign_in_token USING btree (user_id);
CREATE INDEX source_added_by_id_idx ON public.source USING btree (added_by_id);
CREATE UNIQUE INDEX source_chunk_organization_id_id_key ON public.source_chunk USING btree (organization_id, id);
CREATE INDEX source_chunk_organization_id_source_id_idx ON public.source_chunk USING btree (organization_id, source_id);
CREATE UNIQUE INDEX source_chunk_pkey ON public.source_chunk USING btree (id);
CREATE UNIQUE INDEX source_chunk_source_id_ordinal_key ON public.source_chunk USING btree (source_id, ordinal);
CREATE UNIQUE INDEX source_organization_id_id_key ON public.source USING btree (organization_id, id);
CREATE INDEX source_organization_id_project_id_created_at_idx ON public.source USING btree (organization_id, project_id, created_at);
CREATE UNIQUE INDEX source_pkey ON public.source USING btree (id);
CREATE UNIQUE INDEX source_same_file_once ON public.source USING btree (project_id, content_hash) WHERE ((deleted_at IS NULL) AND (status <> 'FAILED'::source_status));
CREATE INDEX spending_window_organization_id_project_id_idx ON public.spending_window USING btree (organization_id, project_id);
CREATE UNIQUE INDEX spending_window_pkey ON public.spending_window USING btree (organization_id, scope_id, "window", starts_on);
CREATE UNIQUE INDEX subscription_address ON public.subscription USING btree (project_id, lower(email), channel) WHERE (user_id IS NULL);
CREATE UNIQUE INDEX subscription_member ON public.subscription USING btree (project_id, user_id, channel) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX subscription_organization_id_id_key ON public.subscription USING btree (organization_id, id);
CREATE INDEX subscription_organization_id_project_id_status_idx ON public.subscription USING btree (organization_id, project_id, status);
CREATE UNIQUE INDEX subscription_pkey ON public.subscription USING btree (id);
CREATE INDEX subscription_user_id_idx ON public.subscription USING btree (user_id);
CREATE UNIQUE INDEX suppression_key ON public.suppression USING btree (organization_id, email);
CREATE UNIQUE INDEX suppression_pkey ON public.suppression USING btree (id);
CREATE UNIQUE INDEX token_usage_daily_key ON public.token_usage_daily USING btree (organization_id, day, project_id, provider, model, purpose) NULLS NOT DISTINCT;
CREATE INDEX token_usage_daily_organization_id_day_idx ON public.token_usage_daily USING btree (organization_id, day);
CREATE INDEX token_usage_daily_organization_id_project_id_idx ON public.token_usage_daily USING btree (organization_id, project_id);
CREATE UNIQUE INDEX token_usage_daily_pkey ON public.token_usage_daily USING btree (id);
CREATE INDEX token_usage_model_price_id_idx ON public.token_usage USING btree (model_price_id);
CREATE UNIQUE INDEX token_usage_organization_id_call_key_key ON public.token_usage USING btree (organization_id, call_key);
CREATE INDEX token_usage_organization_id_episode_id_idx ON public.token_usage USING btree (organization_id, episode_id);
CREATE INDEX token_usage_organization_id_occurred_at_idx ON public.token_usage USING btree (organization_id, occurred_at);
CREATE INDEX token_usage_organization_id_project_id_occurred_at_idx ON public.token_usage USING btree (organization_id, project_id, occurred_at);
CREATE INDEX token_usage_organization_id_provider_model_occurred_at_idx ON public.token_usage USING btree (organization_id, provider, model, occurred_at);
CREATE INDEX token_usage_organization_id_purpose_occurred_at_idx ON public.token_usage USING btree (organization_id, purpose, occurred_at);
CREATE INDEX token_usage_organization_id_queue_id_idx ON public.token_usage USING btree (organization_id, queue_id);
CREATE UNIQUE INDEX token_usage_pkey ON public.token_usage USING btree (id);
CREATE INDEX token_usage_user_id_occurred_at_idx ON public.token_usage USING btree (user_id, occurred_at);
CREATE INDEX usage_day_changed ON public.usage_day USING btree (changed_at) WHERE ((rolled_up_at IS NULL) OR (rolled_up_at < changed_at));
CREATE UNIQUE INDEX usage_day_pkey ON public.usage_day USING btree (organization_id, day);
CREATE INDEX usage_reconciliation_organization_id_compared_at_idx ON public.usage_reconciliation USING btree (organization_id, compared_at);
CREATE UNIQUE INDEX usage_reconciliation_pkey ON public.usage_reconciliation USING btree (id);
CREATE UNIQUE INDEX usage_reservation_organization_id_call_key_key ON public.usage_reservation USING btree (organization_id, call_key);
CREATE INDEX usage_reservation_organization_id_episode_id_idx ON public.usage_reservation USING btree (organization_id, episode_id);
CREATE INDEX usage_reservation_organization_id_project_id_idx ON public.usage_reservation USING btree (organization_id, project_id);
CREATE INDEX usage_reservation_organization_id_queue_id_idx ON public.usage_reservation USING btree (organization_id, queue_id);
CREATE INDEX usage_reservation_organization_id_step_key_idx ON public.usage_reservation USING btree (organization_id, step_key);
CREATE UNIQUE INDEX usage_reservation_pkey ON public.usage_reservation USING btree (id);
CREATE INDEX usage_reservation_user_id_idx ON public.usage_reservation USING btree (user_id);
CREATE INDEX usage_unpriced ON public.token_usage USING btree (organization_id, provider, model) WHERE (model_price_id IS NULL);
CREATE UNIQUE INDEX user_email_key ON public."user" USING btree (email);
CREATE INDEX user_event_opened ON public.user_event USING btree (organization_id, user_id, occurred_at) WHERE (type = 'episode_opened'::text);
CREATE INDEX user_event_organization_id_episode_id_idx ON public.user_event USING btree (organization_id, episode_id);
CREATE INDEX user_event_organization_id_occurred_at_idx ON public.user_event USING btree (organization_id, occurred_at);
CREATE INDEX user_event_organization_id_project_id_idx ON public.user_event USING btree (organization_id, project_id);
CREATE UNIQUE INDEX user_event_pkey ON public.user_event USING btree (id);
CREATE INDEX user_event_user_id_idx ON public.user_event USING btree (user_id);
CREATE UNIQUE INDEX user_pkey ON public."user" USING btree (id);
CREATE UNIQUE INDEX worker_heartbeat_pkey ON public.worker_heartbeat USING btree (worker_id);

-- Row security
ALTER TABLE agent_memory ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE authenticator_app DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE block ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE block_origin ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE budget ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE budget_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE continuity_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE delivery ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE episode ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE episode_health ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE episode_schedule_queue ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE episode_usage_daily ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE generation_phase ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE highlight ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE identity DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE memory_use ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE model_choice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE model_price ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE note_conflict ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE note_plan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE note_step ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE organization ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey_challenge DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE planning_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE project ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE project_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE project_schedule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE rate_limit DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE recovery_code DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE session DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_in_token DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE source ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE source_chunk ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE spending_window ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE subscription ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE suppression ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE token_usage ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE token_usage_daily ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_day ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_reconciliation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_reservation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "user" DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE user_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE worker_heartbeat DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;

-- Policies
CREATE POLICY own_rows_apart ON agent_memory FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (origin_user_id = current_person()));
CREATE POLICY project_wall ON agent_memory FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON agent_memory FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY tenant_wall ON audit_head FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON audit_head FOR SELECT TO episodic_worker USING (current_organization() IS NULL);
CREATE POLICY own_rows_apart ON audit_log FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (actor_user_id = current_person()));
CREATE POLICY tenant_wall ON audit_log FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON block FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM episode e
  WHERE (e.id = block.episode_id))));
CREATE POLICY tenant_wall ON block FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON block_origin FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM block b
  WHERE (b.id = block_origin.block_id))));
CREATE POLICY tenant_wall ON block_origin FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON budget FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON budget FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON budget_notice FOR ALL TO episodic_app USING (EXISTS ( SELECT
   FROM budget b
  WHERE ((b.organization_id = budget_notice.organization_id) AND (b.id = budget_notice.budget_id))));
CREATE POLICY tenant_wall ON budget_notice FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON chat_message FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (EXISTS ( SELECT
   FROM chat_session c
  WHERE ((c.id = chat_message.chat_session_id) AND (c.user_id = current_person())))));
CREATE POLICY project_wall ON chat_message FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM chat_session c
  WHERE (c.id = chat_message.chat_session_id))));
CREATE POLICY tenant_wall ON chat_message FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON chat_session FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (user_id = current_person()));
CREATE POLICY project_wall ON chat_session FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON chat_session FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON continuity_link FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON continuity_link FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON delivery FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM episode e
  WHERE (e.id = delivery.episode_id))));
CREATE POLICY tenant_wall ON delivery FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON delivery FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY project_wall ON episode FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON episode FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON episode_health FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON episode_health FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON episode_schedule_queue FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON episode_schedule_queue FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON episode_schedule_queue FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY project_wall ON episode_usage_daily FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON episode_usage_daily FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON generation_phase FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM episode e
  WHERE (e.id = generation_phase.episode_id))));
CREATE POLICY tenant_wall ON generation_phase FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON highlight FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (user_id = current_person()));
CREATE POLICY project_wall ON highlight FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM block b
  WHERE (b.id = highlight.block_id))));
CREATE POLICY tenant_wall ON highlight FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON invitation FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (email = ( SELECT u.email
   FROM "user" u
  WHERE (u.id = current_person()))));
CREATE POLICY tenant_wall ON invitation FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_memberships ON membership FOR SELECT TO public USING (user_id = current_person());
CREATE POLICY tenant_wall ON membership FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON memory_use FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON memory_use FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON model_choice FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON model_choice FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY price_list ON model_price FOR SELECT TO public USING (organization_id IS NULL);
CREATE POLICY price_list_upkeep ON model_price FOR ALL TO episodic_owner USING (organization_id IS NULL) WITH CHECK (organization_id IS NULL);
CREATE POLICY tenant_wall ON model_price FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON note_conflict FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON note_conflict FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON note_plan FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON note_plan FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON note_step FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (actor_id = current_person()));
CREATE POLICY project_wall ON note_step FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON note_step FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON notification FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (user_id = current_person()));
CREATE POLICY project_wall ON notification FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON notification FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_organizations ON organization FOR SELECT TO public USING (EXISTS ( SELECT
   FROM membership m
  WHERE ((m.organization_id = organization.id) AND (m.user_id = current_person()))));
CREATE POLICY tenant_wall ON organization FOR ALL TO public USING (id = current_organization()) WITH CHECK (id = current_organization());
CREATE POLICY own_rows_apart ON planning_note FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (author_id = current_person()));
CREATE POLICY project_wall ON planning_note FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON planning_note FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON project FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON project FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_grants ON project_grant FOR SELECT TO public USING (user_id = current_person());
CREATE POLICY tenant_wall ON project_grant FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON project_schedule FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON project_schedule FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON project_schedule FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY project_wall ON source FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON source FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON source_chunk FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (EXISTS ( SELECT
   FROM source s
  WHERE (s.id = source_chunk.source_id))));
CREATE POLICY tenant_wall ON source_chunk FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON spending_window FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON spending_window FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_rows_apart ON subscription FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (user_id = current_person()));
CREATE POLICY project_wall ON subscription FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON subscription FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY tenant_wall ON suppression FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON token_usage FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON token_usage FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON token_usage FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY project_wall ON token_usage_daily FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON token_usage_daily FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON token_usage_daily FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY tenant_wall ON usage_day FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON usage_day FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY tenant_wall ON usage_reconciliation FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON usage_reservation FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON usage_reservation FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY worker_scan ON usage_reservation FOR ALL TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL);
CREATE POLICY own_rows_apart ON user_event FOR SELECT TO episodic_app USING ((current_organization() IS NULL) AND (user_id = current_person()));
CREATE POLICY project_wall ON user_event FOR ALL TO episodic_app USING ((( SELECT current_projects() AS current_projects) IS NULL) OR (project_id IS NULL) OR (project_id = ANY (( SELECT current_projects() AS current_projects)::uuid[])));
CREATE POLICY tenant_wall ON user_event FOR ALL TO public USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

-- Grants
GRANT SELECT ON _prisma_migrations TO episodic_app;
GRANT SELECT ON _prisma_migrations TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON agent_memory TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON agent_memory TO episodic_worker;
GRANT INSERT, SELECT, UPDATE ON audit_head TO episodic_app;
GRANT INSERT, SELECT, UPDATE ON audit_head TO episodic_worker;
GRANT INSERT, SELECT ON audit_log TO episodic_app;
GRANT INSERT, SELECT ON audit_log TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON authenticator_app TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON authenticator_app TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON block TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON block TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON block_origin TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON block_origin TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON budget TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON budget TO episodic_worker;
GRANT DELETE, INSERT, SELECT ON budget_notice TO episodic_app;
GRANT DELETE, INSERT, SELECT ON budget_notice TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON chat_message TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON chat_message TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON chat_session TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON chat_session TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON continuity_link TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON continuity_link TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON delivery TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON delivery TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode_health TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode_health TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode_schedule_queue TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode_schedule_queue TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode_usage_daily TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON episode_usage_daily TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON generation_phase TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON generation_phase TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON highlight TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON highlight TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON identity TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON identity TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON invitation TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON invitation TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON membership TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON membership TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON memory_use TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON memory_use TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON model_choice TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON model_choice TO episodic_worker;
GRANT INSERT, SELECT ON model_price TO episodic_app;
GRANT INSERT, SELECT ON model_price TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON note_conflict TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON note_conflict TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON note_plan TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON note_plan TO episodic_worker;
GRANT INSERT, SELECT ON note_step TO episodic_app;
GRANT INSERT, SELECT ON note_step TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON notification TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON notification TO episodic_worker;
GRANT INSERT, SELECT, UPDATE ON organization TO episodic_app;
GRANT INSERT, SELECT, UPDATE ON organization TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey_challenge TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey_challenge TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON planning_note TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON planning_note TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON project TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON project TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON project_grant TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON project_grant TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON project_schedule TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON project_schedule TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON rate_limit TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON rate_limit TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON recovery_code TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON recovery_code TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_token TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_token TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON source TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON source TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON source_chunk TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON source_chunk TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON spending_window TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON spending_window TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON subscription TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON subscription TO episodic_worker;
GRANT INSERT, SELECT ON suppression TO episodic_app;
GRANT INSERT, SELECT ON suppression TO episodic_worker;
GRANT INSERT, SELECT ON token_usage TO episodic_app;
GRANT INSERT, SELECT ON token_usage TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON token_usage_daily TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON token_usage_daily TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON usage_day TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON usage_day TO episodic_worker;
GRANT INSERT, SELECT ON usage_reconciliation TO episodic_app;
GRANT INSERT, SELECT ON usage_reconciliation TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON usage_reservation TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON usage_reservation TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON "user" TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON "user" TO episodic_worker;
GRANT INSERT, SELECT, UPDATE ON user_event TO episodic_app;
GRANT INSERT, SELECT, UPDATE ON user_event TO episodic_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON worker_heartbeat TO episodic_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON worker_heartbeat TO episodic_worker;
