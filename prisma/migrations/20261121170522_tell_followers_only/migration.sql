-- A transaction that notifies commits behind a lock of the whole server, so that only runs that somebody follows are told of. Who follows one holds a
-- shared advisory lock on its bucket; where the exclusive one can be had, nobody does, and it is kept to the end of the transaction: whoever begins
-- to follow meanwhile gets the shared one only then, and looks at the run after it. Buckets, so that a large transaction holds a bounded number of locks.
CREATE OR REPLACE FUNCTION tell_run_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('run_changed'), hashtext(NEW.id::text) & 1023) THEN
    PERFORM pg_notify('run_changed', NEW.id::text);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION tell_run_of_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('run_changed'), hashtext(NEW.queue_id::text) & 1023) THEN
    PERFORM pg_notify('run_changed', NEW.queue_id::text);
  END IF;
  RETURN NULL;
END $$;
