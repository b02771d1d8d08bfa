-- AlterTable
ALTER TABLE "project_schedule" ADD COLUMN     "lead_learnt_from" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "generation_phase" ADD COLUMN     "start_count" INTEGER NOT NULL DEFAULT 1;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE project_schedule ADD CONSTRAINT schedule_lead CHECK (lead_seconds > 0 AND lead_learnt_from >= 0);
ALTER TABLE generation_phase ADD CONSTRAINT phase_started CHECK (start_count > 0);

-- Whoever follows a run is told that something of it has changed, and nothing else: the payload is its id. PostgreSQL tells the same words once
-- for each transaction. A lease that is renewed and a reservation that is prolonged change nothing to see. Rows of the ledger need no trigger: each
-- is written in the transaction that settles its reservation or keeps its phase.
CREATE FUNCTION tell_run_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('run_changed', NEW.id::text);
  RETURN NULL;
END $$;
CREATE FUNCTION tell_run_of_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('run_changed', NEW.queue_id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER run_changed AFTER UPDATE ON episode_schedule_queue FOR EACH ROW
  WHEN ((OLD.status, OLD.reason, OLD.slot_at, OLD.available_at, OLD.cancel_requested_at)
    IS DISTINCT FROM (NEW.status, NEW.reason, NEW.slot_at, NEW.available_at, NEW.cancel_requested_at))
  EXECUTE FUNCTION tell_run_changed();
CREATE TRIGGER run_changed AFTER INSERT OR UPDATE ON generation_phase FOR EACH ROW EXECUTE FUNCTION tell_run_of_part_changed();
CREATE TRIGGER run_changed AFTER INSERT OR UPDATE OF status ON usage_reservation FOR EACH ROW
  WHEN (NEW.queue_id IS NOT NULL) EXECUTE FUNCTION tell_run_of_part_changed();
