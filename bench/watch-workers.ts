import type pg from "pg";

/**
 * Lets a proof see and stop what worker processes do, from inside the database: `lab_log` keeps every claim, finished phase,
 * publication and quarantine that was committed, and a worker that comes to a step whose gate is held waits there, in the middle of its transaction.
 */
export async function watchWorkers(admin: pg.Client): Promise<void> {
  await admin.query(`
    create table lab_log (at timestamptz not null default clock_timestamp(), step text not null, queue_id uuid not null, worker text);

    create function lab_note() returns trigger language plpgsql security definer as $$
    begin
      if TG_TABLE_NAME = 'episode_schedule_queue' then
        if NEW.lease_token is not null and NEW.lease_token is distinct from OLD.lease_token then
          insert into lab_log (step, queue_id, worker) values ('claimed', NEW.id, NEW.claimed_by);
        elsif NEW.status = 'PUBLISHED' and OLD.status <> 'PUBLISHED' then
          insert into lab_log (step, queue_id) values ('published', NEW.id);
        elsif NEW.status = 'QUARANTINED' and OLD.status <> 'QUARANTINED' then
          insert into lab_log (step, queue_id) values ('put aside', NEW.id);
        end if;
      elsif NEW.status = 'DONE' then
        insert into lab_log (step, queue_id) values (NEW.phase || ' DONE', NEW.queue_id);
      end if;
      return NEW;
    end $$;
    create trigger lab_note after update on episode_schedule_queue for each row execute function lab_note();
    create trigger lab_note after update on generation_phase for each row execute function lab_note();

    create function lab_gate() returns trigger language plpgsql as $$
    declare
      step text;
    begin
      if TG_TABLE_NAME = 'episode' then
        step := 'EPISODE ' || NEW.status;
      else
        step := NEW.phase || ' ' || NEW.status;
      end if;
      perform pg_advisory_xact_lock_shared(hashtext(step), hashtext(NEW.queue_id::text));
      return NEW;
    end $$;
    create trigger lab_gate before insert or update on episode for each row execute function lab_gate();
    create trigger lab_gate before insert or update on generation_phase for each row execute function lab_gate();
  `);
}

const PHASES = ["GATHER", "OUTLINE", "WRITE", "CHECK", "FINISH"];

/**
 * Every place between two commits of a run: before its episode is begun, before each phase is begun (the one before it is kept) and
 * before it is kept (its work is done), and before the episode is published.
 */
export const STEPS: readonly string[] = [
  "EPISODE DRAFT",
  ...PHASES.flatMap((phase) => [`${phase} RUNNING`, `${phase} DONE`]),
  "EPISODE PUBLISHED",
];

/** Closes the gate of one step of one run; `open` opens it again. */
export async function holdGate(
  admin: pg.Client,
  step: string,
  queueId: string,
): Promise<{ open(): Promise<void> }> {
  await admin.query("select pg_advisory_lock(hashtext($1), hashtext($2))", [step, queueId]);
  return {
    open: async () => {
      await admin.query("select pg_advisory_unlock(hashtext($1), hashtext($2))", [step, queueId]);
    },
  };
}

/** True while a worker stands before the gate. */
export async function isSomebodyAtGate(admin: pg.Client, step: string, queueId: string): Promise<boolean> {
  const waiting = await admin.query(
    `select from pg_locks where locktype = 'advisory' and not granted
       and classid = (hashtext($1)::bigint & 4294967295)::oid and objid = (hashtext($2)::bigint & 4294967295)::oid`,
    [step, queueId],
  );
  return waiting.rowCount !== 0;
}
