CREATE OR REPLACE FUNCTION tell_run_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('run_changed', NEW.id::text);
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION tell_run_of_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('run_changed', NEW.queue_id::text);
  RETURN NULL;
END $$;
