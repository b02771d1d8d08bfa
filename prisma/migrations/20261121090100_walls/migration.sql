-- What Prisma can't say: the walls between tenants, what a status implies, "only one", and the indexes of the hot queries.

-- ── Who asks ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Set for one transaction each; an empty setting (left by a rollback) counts as none.
CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.user_id', true), '')::uuid $$;

-- ── What the run-time roles may do ──────────────────────────────────────────────────────────────────────────────────
GRANT USAGE ON SCHEMA public TO episodic_app, episodic_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO episodic_app, episodic_worker;
-- Prisma's own table is not there when it replays the migrations on a scratch database.
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM episodic_app, episodic_worker;
  END IF;
END $$;
-- Only added to, never changed.
REVOKE UPDATE, DELETE ON audit_log, token_usage, suppression FROM episodic_app, episodic_worker;
REVOKE DELETE ON user_event, organization FROM episodic_app, episodic_worker;

-- ── Walls between tenants ───────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'organization_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant_wall ON %I USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      tenant_table);
  END LOOP;
END $$;

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON organization
  USING (id = current_organization()) WITH CHECK (id = current_organization());

-- A person finds the organizations that they belong to before one of them is chosen.
CREATE POLICY own_memberships ON membership FOR SELECT USING (user_id = current_person());
CREATE POLICY own_organizations ON organization FOR SELECT
  USING (EXISTS (SELECT FROM membership m WHERE m.organization_id = organization.id AND m.user_id = current_person()));

-- The maintained price list belongs to nobody and is read by all.
CREATE POLICY price_list ON model_price FOR SELECT USING (organization_id IS NULL);
CREATE POLICY price_list_upkeep ON model_price TO episodic_owner
  USING (organization_id IS NULL) WITH CHECK (organization_id IS NULL);

-- The worker looks for work across tenants, in these tables alone and only while it acts for none of them.
DO $$
DECLARE
  scanned text;
BEGIN
  FOREACH scanned IN ARRAY ARRAY[
    'project_schedule', 'episode_schedule_queue', 'token_usage', 'token_usage_daily', 'usage_day', 'usage_reservation', 'delivery']
  LOOP
    EXECUTE format(
      'CREATE POLICY worker_scan ON %I TO episodic_worker USING (current_organization() IS NULL) WITH CHECK (current_organization() IS NULL)',
      scanned);
  END LOOP;
END $$;

-- ── Jobs are enqueued inside the transaction that causes them ───────────────────────────────────────────────────────
-- The run-time roles can't write to the queue library's tables; this is their one way in.
CREATE FUNCTION enqueue_job(task text, payload json, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
END $$;
REVOKE ALL ON FUNCTION enqueue_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job TO episodic_app, episodic_worker;

-- ── What a status implies ───────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE episode_schedule_queue
  ADD CONSTRAINT queue_key CHECK (occurrence_key ~ '^\d{4}-\d{2}-\d{2}(\+[1-9]\d*)?$'),
  ADD CONSTRAINT queue_trigger CHECK ((trigger = 'REQUEST') = (occurrence_key LIKE '%+%')),
  ADD CONSTRAINT queue_counts CHECK (attempts >= 0 AND worker_deaths >= 0),
  ADD CONSTRAINT queue_lease CHECK (
    (status = 'GENERATING') = (lease_token IS NOT NULL)
    AND (lease_token IS NULL) = (lease_expires_at IS NULL)
    AND (lease_token IS NULL) = (claimed_by IS NULL)),
  ADD CONSTRAINT queue_started CHECK (status <> 'GENERATING' OR started_at IS NOT NULL),
  ADD CONSTRAINT queue_held CHECK ((status = 'HELD') = (held_at IS NOT NULL)),
  ADD CONSTRAINT queue_ready CHECK (status NOT IN ('READY', 'PUBLISHED') OR ready_at IS NOT NULL),
  ADD CONSTRAINT queue_published CHECK ((status = 'PUBLISHED') = (published_at IS NOT NULL)),
  ADD CONSTRAINT queue_not_early CHECK (published_at IS NULL OR published_at >= slot_at),
  ADD CONSTRAINT queue_finished CHECK (
    (status IN ('PUBLISHED', 'FAILED', 'QUARANTINED', 'SKIPPED', 'CANCELLED')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT queue_reason CHECK (
    status NOT IN ('HELD', 'FAILED', 'QUARANTINED', 'SKIPPED') OR length(reason) > 0);

ALTER TABLE episode
  ADD CONSTRAINT episode_ready CHECK (
    status NOT IN ('READY', 'PUBLISHED')
    OR (ready_at IS NOT NULL AND number IS NOT NULL AND length(title) > 0 AND minutes > 0 AND word_count > 0)),
  ADD CONSTRAINT episode_published CHECK ((status = 'PUBLISHED') = (published_at IS NOT NULL)),
  ADD CONSTRAINT episode_abandoned CHECK ((status = 'ABANDONED') = (abandoned_at IS NOT NULL)),
  ADD CONSTRAINT episode_number CHECK (number > 0);

ALTER TABLE generation_phase
  ADD CONSTRAINT phase_finished CHECK ((status = 'RUNNING') = (finished_at IS NULL)),
  ADD CONSTRAINT phase_output CHECK (status <> 'DONE' OR output IS NOT NULL),
  ADD CONSTRAINT phase_error CHECK ((status = 'FAILED') = (error IS NOT NULL));

ALTER TABLE block_origin
  ADD CONSTRAINT origin_points_to_one CHECK (num_nonnulls(source_chunk_id, planning_note_id, agent_memory_id, episode_id) = 1),
  ADD CONSTRAINT origin_kind_fits CHECK (
    CASE kind
      WHEN 'PASSAGE' THEN source_chunk_id IS NOT NULL
      WHEN 'NOTE' THEN planning_note_id IS NOT NULL
      WHEN 'MEMORY' THEN agent_memory_id IS NOT NULL
      WHEN 'EPISODE' THEN episode_id IS NOT NULL
    END);

ALTER TABLE source
  ADD CONSTRAINT source_ready CHECK (
    (status = 'READY') = (ready_at IS NOT NULL)
    AND (status <> 'READY' OR (length(text) > 0 AND format IS NOT NULL AND chunk_count > 0 AND token_count > 0))),
  ADD CONSTRAINT source_failed CHECK ((status = 'FAILED') = (failed_at IS NOT NULL) AND (status = 'FAILED') = (error IS NOT NULL)),
  ADD CONSTRAINT source_extracting CHECK (status <> 'EXTRACTING' OR extracting_at IS NOT NULL),
  ADD CONSTRAINT source_size CHECK (size_bytes > 0 AND octet_length(content_hash) = 32);

ALTER TABLE source_chunk
  ADD CONSTRAINT chunk_not_empty CHECK (length(text) > 0 AND token_count > 0 AND char_count > 0 AND ordinal >= 0),
  ADD CONSTRAINT chunk_time CHECK (end_ms >= start_ms);

ALTER TABLE project
  ADD CONSTRAINT project_title CHECK (length(title) BETWEEN 1 AND 200),
  ADD CONSTRAINT project_minutes CHECK (minutes BETWEEN 1 AND 60);

ALTER TABLE planning_note
  ADD CONSTRAINT note_text CHECK (length(text) BETWEEN 1 AND 10000),
  ADD CONSTRAINT note_scope CHECK ((scope = 'UNTIL_DATE') = (until_date IS NOT NULL)),
  ADD CONSTRAINT note_planned CHECK (status <> 'PLANNED' OR (planned_at IS NOT NULL AND planned_for_id IS NOT NULL)),
  ADD CONSTRAINT note_settled CHECK (
    (status IN ('USED', 'PARTLY_USED', 'DECLINED', 'WITHDRAWN')) = (settled_at IS NOT NULL)),
  ADD CONSTRAINT note_reason CHECK (status NOT IN ('PARTLY_USED', 'DECLINED') OR length(reason) > 0);

ALTER TABLE agent_memory
  ADD CONSTRAINT memory_importance CHECK (importance BETWEEN 1 AND 10),
  ADD CONSTRAINT memory_approved CHECK (status <> 'ACTIVE' OR approved_at IS NOT NULL),
  ADD CONSTRAINT memory_forgotten CHECK ((status = 'FORGOTTEN') = (forgotten_at IS NOT NULL)),
  ADD CONSTRAINT memory_superseded CHECK (status <> 'SUPERSEDED' OR superseded_by_id IS NOT NULL);

ALTER TABLE model_price
  ADD CONSTRAINT price_not_negative CHECK (
    LEAST(uncached_input_nanos_per_million, cache_read_nanos_per_million, cache_write_nanos_per_million, output_nanos_per_million) >= 0);
ALTER TABLE token_usage
  ADD CONSTRAINT usage_not_negative CHECK (
    LEAST(uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos) >= 0),
  ADD CONSTRAINT reasoning_inside_output CHECK (reasoning_tokens <= output_tokens);
ALTER TABLE usage_reservation
  ADD CONSTRAINT reservation_not_negative CHECK (worst_case_nanos >= 0 AND settled_nanos >= 0),
  ADD CONSTRAINT reservation_settled CHECK ((status = 'OPEN') = (settled_at IS NULL));
ALTER TABLE budget ADD CONSTRAINT ceiling_not_negative CHECK (ceiling_nanos >= 0);

ALTER TABLE invitation ADD CONSTRAINT invitation_ends_once CHECK (num_nonnulls(accepted_at, revoked_at) <= 1);
ALTER TABLE audit_log
  ADD CONSTRAINT audit_actor CHECK (CASE actor_kind WHEN 'USER' THEN actor_user_id IS NOT NULL ELSE actor_name IS NOT NULL END),
  ADD CONSTRAINT audit_hash CHECK (octet_length(hash) = 32 AND octet_length(previous_hash) = 32 AND sequence > 0);

ALTER TABLE subscription
  ADD CONSTRAINT subscription_reader CHECK (num_nonnulls(user_id, email) >= 1),
  ADD CONSTRAINT subscription_unsubscribed CHECK ((status = 'UNSUBSCRIBED') = (unsubscribed_at IS NOT NULL));
ALTER TABLE delivery
  ADD CONSTRAINT delivery_lease CHECK (
    (status = 'SENDING') = (lease_token IS NOT NULL) AND (lease_token IS NULL) = (lease_expires_at IS NULL)),
  ADD CONSTRAINT delivery_finished CHECK (
    (status IN ('SENT', 'UNKNOWN', 'FAILED', 'SUPPRESSED')) = (finished_at IS NOT NULL));
ALTER TABLE highlight ADD CONSTRAINT highlight_range CHECK (start_offset >= 0 AND end_offset > start_offset);

-- ── Only one ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Episodes of a series build on each other: one is written at a time.
CREATE UNIQUE INDEX queue_one_generating ON episode_schedule_queue (project_id) WHERE status = 'GENERATING';
-- A second "write now" is answered with the run that the first one started.
CREATE UNIQUE INDEX queue_one_request ON episode_schedule_queue (project_id)
  WHERE trigger = 'REQUEST' AND status IN ('PENDING', 'GENERATING', 'RETRYING', 'HELD');
CREATE UNIQUE INDEX source_same_file_once ON source (project_id, content_hash) WHERE deleted_at IS NULL AND status <> 'FAILED';
CREATE UNIQUE INDEX model_price_key ON model_price (organization_id, provider, model, valid_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX token_usage_daily_key ON token_usage_daily (organization_id, day, project_id, provider, model, purpose)
  NULLS NOT DISTINCT;
CREATE UNIQUE INDEX budget_key ON budget (organization_id, project_id, "window") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX suppression_key ON suppression (organization_id, email);
CREATE UNIQUE INDEX subscription_member ON subscription (project_id, user_id, channel) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX subscription_address ON subscription (project_id, lower(email), channel) WHERE user_id IS NULL;
CREATE UNIQUE INDEX highlight_once ON highlight (user_id, block_id, start_offset, end_offset);

-- ── Hot queries ─────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE INDEX schedule_due ON project_schedule (next_due_at) WHERE is_active AND next_due_at IS NOT NULL;
CREATE INDEX queue_claimable ON episode_schedule_queue (available_at, organization_id) WHERE status IN ('PENDING', 'RETRYING');
CREATE INDEX queue_leases ON episode_schedule_queue (lease_expires_at) WHERE status = 'GENERATING';
CREATE INDEX queue_to_publish ON episode_schedule_queue (slot_at) WHERE status = 'READY';
CREATE INDEX queue_needs_somebody ON episode_schedule_queue (organization_id, updated_at)
  WHERE status IN ('HELD', 'FAILED', 'QUARANTINED');
CREATE INDEX queue_running ON episode_schedule_queue (organization_id) WHERE status = 'GENERATING';
CREATE INDEX usage_day_changed ON usage_day (changed_at) WHERE rolled_up_at IS NULL OR rolled_up_at < changed_at;
CREATE INDEX reservation_open ON usage_reservation (expires_at) WHERE status = 'OPEN';
CREATE INDEX delivery_claimable ON delivery (available_at) WHERE status = 'QUEUED';
CREATE INDEX delivery_leases ON delivery (lease_expires_at) WHERE status = 'SENDING';
