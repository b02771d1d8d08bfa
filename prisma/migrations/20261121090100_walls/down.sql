-- Takes the walls away and leaves every row where it is.

DROP INDEX delivery_leases;
DROP INDEX delivery_claimable;
DROP INDEX reservation_open;
DROP INDEX usage_day_changed;
DROP INDEX queue_running;
DROP INDEX queue_needs_somebody;
DROP INDEX queue_to_publish;
DROP INDEX queue_leases;
DROP INDEX queue_claimable;
DROP INDEX schedule_due;
DROP INDEX highlight_once;
DROP INDEX subscription_address;
DROP INDEX subscription_member;
DROP INDEX suppression_key;
DROP INDEX budget_key;
DROP INDEX token_usage_daily_key;
DROP INDEX model_price_key;
DROP INDEX source_same_file_once;
DROP INDEX queue_one_request;
DROP INDEX queue_one_generating;

ALTER TABLE episode_schedule_queue
  DROP CONSTRAINT queue_key,
  DROP CONSTRAINT queue_trigger,
  DROP CONSTRAINT queue_counts,
  DROP CONSTRAINT queue_lease,
  DROP CONSTRAINT queue_started,
  DROP CONSTRAINT queue_held,
  DROP CONSTRAINT queue_ready,
  DROP CONSTRAINT queue_published,
  DROP CONSTRAINT queue_not_early,
  DROP CONSTRAINT queue_finished,
  DROP CONSTRAINT queue_reason;
ALTER TABLE episode
  DROP CONSTRAINT episode_ready,
  DROP CONSTRAINT episode_published,
  DROP CONSTRAINT episode_abandoned,
  DROP CONSTRAINT episode_number;
ALTER TABLE generation_phase
  DROP CONSTRAINT phase_finished,
  DROP CONSTRAINT phase_output,
  DROP CONSTRAINT phase_error;
ALTER TABLE block_origin
  DROP CONSTRAINT origin_points_to_one,
  DROP CONSTRAINT origin_kind_fits;
ALTER TABLE source
  DROP CONSTRAINT source_ready,
  DROP CONSTRAINT source_failed,
  DROP CONSTRAINT source_extracting,
  DROP CONSTRAINT source_size;
ALTER TABLE source_chunk
  DROP CONSTRAINT chunk_not_empty,
  DROP CONSTRAINT chunk_time;
ALTER TABLE project
  DROP CONSTRAINT project_title,
  DROP CONSTRAINT project_minutes;
ALTER TABLE planning_note
  DROP CONSTRAINT note_text,
  DROP CONSTRAINT note_scope,
  DROP CONSTRAINT note_planned,
  DROP CONSTRAINT note_settled,
  DROP CONSTRAINT note_reason;
ALTER TABLE agent_memory
  DROP CONSTRAINT memory_importance,
  DROP CONSTRAINT memory_approved,
  DROP CONSTRAINT memory_forgotten,
  DROP CONSTRAINT memory_superseded;
ALTER TABLE model_price
  DROP CONSTRAINT price_not_negative;
ALTER TABLE token_usage
  DROP CONSTRAINT usage_not_negative,
  DROP CONSTRAINT reasoning_inside_output;
ALTER TABLE usage_reservation
  DROP CONSTRAINT reservation_not_negative,
  DROP CONSTRAINT reservation_settled;
ALTER TABLE budget
  DROP CONSTRAINT ceiling_not_negative;
ALTER TABLE invitation
  DROP CONSTRAINT invitation_ends_once;
ALTER TABLE audit_log
  DROP CONSTRAINT audit_actor,
  DROP CONSTRAINT audit_hash;
ALTER TABLE subscription
  DROP CONSTRAINT subscription_reader,
  DROP CONSTRAINT subscription_unsubscribed;
ALTER TABLE delivery
  DROP CONSTRAINT delivery_lease,
  DROP CONSTRAINT delivery_finished;
ALTER TABLE highlight
  DROP CONSTRAINT highlight_range;

DROP FUNCTION enqueue_job;

DO $$
DECLARE
  wall record;
  walled text;
BEGIN
  FOR wall IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON %I', wall.policyname, wall.tablename);
  END LOOP;
  FOR walled IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', walled);
  END LOOP;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM episodic_app, episodic_worker;
REVOKE USAGE ON SCHEMA public FROM episodic_app, episodic_worker;

DROP FUNCTION current_person();
DROP FUNCTION current_organization();
