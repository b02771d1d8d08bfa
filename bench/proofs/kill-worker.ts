import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { retryRun } from "#domain/schedule/retry-run.ts";
import type { Proof } from "../proof.ts";
import { holdGate, isSomebodyAtGate, STEPS } from "../watch-workers.ts";
import {
  judgeRuns,
  until,
  untilAllEnded,
  type WorkerLab,
  type WorkerProcess,
  withWorkerLab,
} from "../worker-lab.ts";

const SERIES = 36;
const LONGEST_RESCUE_SECONDS = 60;
const LONGEST_LIFE_MS = 2_500;
const RUNS_IN_STOCK = 20;

/** Real worker processes, killed by `kill -9` at each step of a run and at random moments; others take over. */
export const proof: Proof = {
  name: "kill-worker",
  says: "A worker killed at any moment costs no episode, no phase is paid for twice, and another takes over within 60 s",
  quick: false,

  async run(args) {
    const { values } = parseArgs({ args, options: { kills: { type: "string", default: "100" } } });
    return withWorkerLab("kill-worker", SERIES, async (lab) => {
      await killAtEachStep(lab);
      await killAtRandom(lab, Number(values.kills));
      const retried = await finish(lab);
      return judge(lab, retried);
    });
  },
};

async function killAtEachStep(lab: WorkerLab): Promise<void> {
  for (const [series, step] of STEPS.entries()) {
    const queueId = await lab.addRun(series);
    const gate = await holdGate(lab.admin, step, queueId);
    const worker = await lab.startWorker(`killed at ${step}`);
    await until(`a worker comes to ${step}`, 120, () => isSomebodyAtGate(lab.admin, step, queueId));
    await kill(lab, worker);
    await gate.open();
    console.log(`killed at ${step}`);
  }
}

async function killAtRandom(lab: WorkerLab, kills: number): Promise<void> {
  for (let count = 1; count <= kills; count += 1) {
    const waiting = await lab.admin.query(
      "select from episode_schedule_queue where status in ('PENDING', 'RETRYING')",
    );
    if ((waiting.rowCount ?? 0) < RUNS_IN_STOCK) await lab.addRuns();
    const worker = await lab.startWorker(`killed at random ${count}`);
    await sleep(Math.random() * LONGEST_LIFE_MS);
    await kill(lab, worker);
    if (count % 10 === 0) console.log(`killed ${count} of ${kills} at random`);
  }
}

/** Kills a worker, and notes which runs it had in hand. */
async function kill({ admin }: WorkerLab, worker: WorkerProcess): Promise<void> {
  worker.signal("SIGKILL");
  await admin.query(
    `insert into lab_log (step, queue_id, worker)
     select 'killed', id, $1 from episode_schedule_queue where claimed_by = $1`,
    [worker.id],
  );
}

/** Lets a last worker end what is open; how many runs a person had to retry, because three workers in turn were killed over them. */
async function finish(lab: WorkerLab): Promise<number> {
  const worker = await lab.startWorker("the last");
  let retried = 0;
  for (;;) {
    await untilAllEnded(lab, 300);
    const aside = await lab.admin.query<{ id: string; organization_id: string }>(
      "select id, organization_id from episode_schedule_queue where status = 'QUARANTINED'",
    );
    if (aside.rowCount === 0) break;
    for (const { id, organization_id } of aside.rows) {
      await retryRun(lab.contextOf(organization_id), { queueId: id });
      retried += 1;
    }
  }
  await worker.stop();
  return retried;
}

async function judge(lab: WorkerLab, retried: number): Promise<{ ok: boolean; figure: string }> {
  const { runs, phases, faults } = await judgeRuns(lab);
  // The third worker in succession is the last: such a run is put aside for a person, and that within the same time.
  const rescues = await lab.admin.query<{ hit: number; longest: number }>(
    `select count(*)::int as hit, max(extract(epoch from coalesce(next.at, 'infinity') - killed.at))::float8 as longest
     from lab_log killed
     left join lateral (
       select min(at) as at from lab_log later
       where later.queue_id = killed.queue_id and later.step in ('claimed', 'put aside') and later.at > killed.at
     ) next on true
     where killed.step = 'killed'`,
  );
  const { hit = 0, longest = Number.NaN } = rescues.rows[0] ?? {};
  const figure = `${hit} runs were in the hands of a killed worker, the longest waited ${longest.toFixed(0)} s for the next; ${runs} runs, ${phases} phases paid for, ${retried} put aside after three and retried by hand, ${faults.length} faults`;
  const ok = faults.length === 0 && hit > 0 && longest <= LONGEST_RESCUE_SECONDS;
  return { ok, figure };
}
