import { setTimeout as sleep } from "node:timers/promises";
import { LEASE_SECONDS } from "#domain/schedule/run.ts";
import type { Proof } from "../proof.ts";
import { holdGate, isSomebodyAtGate } from "../watch-workers.ts";
import {
  judgeRuns,
  until,
  untilAllEnded,
  type WorkerLab,
  type WorkerProcess,
  withWorkerLab,
} from "../worker-lab.ts";

/** Stopped in the middle of a transaction: just begun, and with everything but the commit done. */
const STEPS = ["WRITE RUNNING", "FINISH DONE"];
const STOPPED_ANYWHERE = 4;
const SERIES = 12;
/** Long enough for each beat of a worker to come round. */
const SECONDS_TO_REPENT = 15;

/** Real worker processes, stopped by SIGSTOP with runs in hand until others have finished those, then resumed. */
export const proof: Proof = {
  name: "stopped-worker",
  says: "A worker that was stopped past its lease and resumed writes nothing more",
  quick: false,

  run: () =>
    withWorkerLab("stopped-worker", SERIES, async (lab) => {
      const inside = await stopAtSteps(lab);
      const open = await lab.admin.query(
        "select from pg_stat_activity where usename = 'episodic_worker' and state = 'idle in transaction'",
      );
      const stopped = [...inside, ...(await stopAnywhere(lab))];
      const inHand = await lab.admin.query("select from episode_schedule_queue where status = 'GENERATING'");
      console.log(`${stopped.length} workers are stopped with ${inHand.rowCount} runs in hand`);

      const rescuer = await lab.startWorker("the rescuer");
      await untilAllEnded(lab, LEASE_SECONDS + 120);
      const before = await takeFingerprint(lab);
      for (const worker of stopped) worker.signal("SIGCONT");
      console.log("everything is published; the stopped workers go on");
      await sleep(SECONDS_TO_REPENT * 1000);
      const after = await takeFingerprint(lab);

      const codes = await Promise.all([...stopped, rescuer].map((worker) => worker.stop()));
      const { runs, faults } = await judgeRuns(lab);
      const changed = [...before]
        .filter(([table, print]) => after.get(table) !== print)
        .map(([table]) => table);
      const ended = codes.filter((code) => code === 0).length;
      const figure = `${stopped.length} workers stopped with ${inHand.rowCount} runs in hand (${open.rowCount} inside a transaction): ${changed.length} tables changed by them afterwards, ${runs} runs, ${faults.length} faults, ${ended} of ${codes.length} workers still ended in order`;
      const ok = changed.length === 0 && faults.length === 0 && ended === codes.length;
      return { ok: ok && (inHand.rowCount ?? 0) >= STOPPED_ANYWHERE, figure };
    }),
};

async function stopAtSteps(lab: WorkerLab): Promise<WorkerProcess[]> {
  const stopped: WorkerProcess[] = [];
  for (const [series, step] of STEPS.entries()) {
    const queueId = await lab.addRun(series);
    const gate = await holdGate(lab.admin, step, queueId);
    const worker = await lab.startWorker(`stopped at ${step}`);
    await until(`a worker comes to ${step}`, 120, () => isSomebodyAtGate(lab.admin, step, queueId));
    worker.signal("SIGSTOP");
    await gate.open();
    stopped.push(worker);
  }
  return stopped;
}

/** Stops workers as soon as they are seen to have a run in hand, wherever they are in it. */
async function stopAnywhere(lab: WorkerLab): Promise<WorkerProcess[]> {
  const stopped: WorkerProcess[] = [];
  while (stopped.length < STOPPED_ANYWHERE) {
    const queueId = await lab.addRun(STEPS.length + stopped.length);
    const worker = await lab.startWorker(`stopped anywhere ${stopped.length + 1}`);
    await until("the worker has the run in hand", 60, () => isClaimedBy(lab, queueId, worker));
    worker.signal("SIGSTOP");
    if (await isClaimedBy(lab, queueId, worker)) stopped.push(worker);
    else worker.signal("SIGKILL");
  }
  return stopped;
}

async function isClaimedBy({ admin }: WorkerLab, queueId: string, worker: WorkerProcess): Promise<boolean> {
  const claimed = await admin.query(
    "select from episode_schedule_queue where id = $1 and claimed_by = $2 and status = 'GENERATING'",
    [queueId, worker.id],
  );
  return claimed.rowCount !== 0;
}

/** A hash of every row of each table that a run writes to. */
async function takeFingerprint({ admin }: WorkerLab): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  for (const table of [
    "episode_schedule_queue",
    "episode",
    "block",
    "block_origin",
    "generation_phase",
    "token_usage",
    "user_event",
  ]) {
    const found = await admin.query<{ print: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') as print from ${table} t`,
    );
    prints.set(table, found.rows[0]?.print ?? "");
  }
  return prints;
}
