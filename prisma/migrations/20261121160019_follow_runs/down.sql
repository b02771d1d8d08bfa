DROP TRIGGER run_changed ON usage_reservation;
DROP TRIGGER run_changed ON generation_phase;
DROP TRIGGER run_changed ON episode_schedule_queue;
DROP FUNCTION tell_run_of_part_changed();
DROP FUNCTION tell_run_changed();
ALTER TABLE generation_phase DROP CONSTRAINT phase_started;
ALTER TABLE project_schedule DROP CONSTRAINT schedule_lead;
ALTER TABLE generation_phase DROP COLUMN start_count;
ALTER TABLE project_schedule DROP COLUMN lead_learnt_from;
