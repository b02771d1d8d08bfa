import { setTimeout as sleep } from "node:timers/promises";
import { saveCadence } from "#domain/schedule/save-cadence.ts";
import { ON_TIME_MS } from "#domain/schedule/why-late.ts";
import type { Proof } from "../proof.ts";
import { untilAllEnded, type WorkerLab, withWorkerLab } from "../worker-lab.ts";

const SERIES = 8;
const WORKERS = 2;
const READY = 300;
const SLOTS = 3;
const SECONDS_BETWEEN_SLOTS = 10;
/** Writing one episode takes so long, besides the work. */
const SLOW_SECONDS = 12;
/** Room to set everything up before the first episode of the cadence falls due. */
const SECONDS_TO_PREPARE = 40;
const MINUTE_MS = 60_000;

/**
 * Real workers, real time, a database that keeps what it commits, and a slow writer: what it takes is learnt from one episode of each series; then the cadence of all
 * has a slot at the same minute, at which hundreds of other organizations have an episode ready too.
 */
export const proof: Proof = {
  name: "on-time",
  says: "Episodes of a slow writer are ready before their slot once it was measured, and with 300 others they are published within two seconds of it",
  quick: false,

  run: ([count = String(READY)]) => withWorkerLab("on-time", SERIES, (lab) => prove(lab, Number(count)), []),
};

async function prove(lab: WorkerLab, ready: number): Promise<{ ok: boolean; figure: string }> {
  await slowDown(lab);
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, (_, index) => lab.startWorker(`worker ${index + 1}`)),
  );
  await lab.addRuns();
  await untilAllEnded(lab, 240);
  const lead = await longestLead(lab);
  console.log(`one episode of each of ${SERIES} series was written; the longest lead time is ${lead} s`);

  const due = Date.now() + SECONDS_TO_PREPARE * 1000 + lead * 1000;
  const slot = new Date(Math.ceil(due / MINUTE_MS) * MINUTE_MS);
  await setSlots(lab, slot);
  const slots = Array.from(
    { length: SLOTS },
    (_, index) => new Date(slot.getTime() + index * SECONDS_BETWEEN_SLOTS * 1000),
  );
  await makeReady(lab, ready, slots);
  console.log(
    `${ready} organizations have an episode ready for each of ${SLOTS} slots; the first is at ${slot.toISOString()}`,
  );
  await sleep(slot.getTime() - 200 - Date.now());
  const seen: number[] = [];
  for (const at of slots) seen.push(await untilAllSeen(lab, at));
  for (const worker of workers) await worker.stop();
  return judge(lab, slot, seen);
}

/** Every phase of writing takes some seconds more, in the transaction that begins it. */
async function slowDown({ admin }: WorkerLab): Promise<void> {
  await admin.query(`
    create function lab_slow() returns trigger language plpgsql as $$
    begin
      if NEW.phase = 'WRITE' and NEW.status = 'RUNNING' then perform pg_sleep(${SLOW_SECONDS}); end if;
      return NEW;
    end $$;
    create trigger lab_slow before insert or update on generation_phase for each row execute function lab_slow()`);
}

async function longestLead({ admin }: WorkerLab): Promise<number> {
  const found = await admin.query<{ lead: number }>(
    "select max(lead_seconds) as lead from project_schedule where lead_learnt_from > 0 having count(*) = $1",
    [SERIES],
  );
  const [row] = found.rows;
  if (!row) throw new Error("Not every series has learnt its lead time");
  return row.lead;
}

async function setSlots(lab: WorkerLab, slot: Date): Promise<void> {
  const projects = await lab.admin.query<{ id: string; organization_id: string; cadence_version: number }>(
    "select id, organization_id, cadence_version from project",
  );
  const time = slot.toISOString().slice(11, 16);
  for (const { id, organization_id, cadence_version } of projects.rows) {
    await saveCadence(lab.contextOf(organization_id), {
      projectId: id,
      cadenceVersion: cadence_version,
      cadence: { days: [1, 2, 3, 4, 5, 6, 7], time, timeZone: "UTC" },
    });
  }
}

/** Organizations with an episode that waits for each of the slots. */
async function makeReady({ admin }: WorkerLab, count: number, slots: readonly Date[]): Promise<void> {
  await admin.query(
    `with org as (
       insert into organization (name, slug) select 'Ready ' || n, 'ready-' || n from generate_series(1, $1::int) n returning id),
     project as (
       insert into project (organization_id, title, goal, cadence_config) select id, 'Ready', 'Be on time.', '{}' from org returning id, organization_id),
     run as (
       insert into episode_schedule_queue (organization_id, project_id, occurrence_key, slot_at, available_at, status, ready_at)
       select organization_id, id, (date '2001-01-01' + ordinality::int)::text, slot, now(), 'READY', now()
       from project, unnest($2::timestamptz[]) with ordinality as s(slot, ordinality) returning id, organization_id, project_id, occurrence_key)
     insert into episode (organization_id, project_id, queue_id, status, number, title, minutes, word_count, writer, writer_version, ready_at)
     select organization_id, project_id, id, 'READY', occurrence_key::date - date '2001-01-01', 'Ready', 2, 400, 'built-in', '1', now() from run`,
    [count, slots],
  );
  await admin.query("analyze");
}

/** Looks from outside until no episode of a slot waits any more; the seconds after the slot at which that was seen. */
async function untilAllSeen({ admin }: WorkerLab, slot: Date): Promise<number> {
  for (;;) {
    const left = await admin.query(
      "select from episode_schedule_queue where slot_at = $1 and status <> 'PUBLISHED' limit 1",
      [slot],
    );
    const seconds = (Date.now() - slot.getTime()) / 1000;
    if (left.rowCount === 0 && seconds >= 0) return seconds;
    if (seconds > 120) return Number.POSITIVE_INFINITY;
    await sleep(25);
  }
}

async function judge({ admin }: WorkerLab, slot: Date, seen: readonly number[]) {
  const [sums] = (
    await admin.query<{ published: number; late: number; half: number; most: number; worst: number }>(
      `with late as (
         select extract(epoch from published_at - slot_at)::float8 as s from episode_schedule_queue where slot_at >= $1 and status = 'PUBLISHED')
       select count(*)::int as published, count(*) filter (where s * 1000 > $2)::int as late,
         percentile_disc(0.5) within group (order by s) as half, percentile_disc(0.95) within group (order by s) as most, max(s) as worst from late`,
      [slot, ON_TIME_MS],
    )
  ).rows;
  const [written] = (
    await admin.query<{ ready: number; early: number | null }>(
      `select count(*)::int as ready, min(extract(epoch from slot_at - ready_at))::float8 as early from episode_schedule_queue
       where slot_at = $1 and ready_at <= slot_at and started_at is not null`,
      [slot],
    )
  ).rows;
  const say = (seconds = Number.NaN) => `${seconds.toFixed(2)} s`;
  const slowest = Math.max(...seen);
  const figure = `${written?.ready} of ${SERIES} slow episodes ready before their slot (the last ${say(written?.early ?? undefined)} before); ${sums?.published} episodes at ${seen.length} slots: half published within ${say(sums?.half)}, 95 % within ${say(sums?.most)}, the last ${say(sums?.worst)} after its slot, seen from outside after ${say(slowest)}; ${sums?.late} late`;
  return { ok: written?.ready === SERIES && sums?.late === 0 && slowest * 1000 <= ON_TIME_MS, figure };
}
