import type { Proof } from "../proof.ts";
import { judgeRuns, untilAllEnded, type WorkerLab, withWorkerLab } from "../worker-lab.ts";

const SERIES = 10;
const RUNS_OF_EACH = 3;

/** Two, then three real worker processes on one queue. */
export const proof: Proof = {
  name: "many-workers",
  says: "Two and three workers at once share the queue, and no run is worked on twice",
  quick: false,

  run: () =>
    withWorkerLab("many-workers", SERIES, async (lab) => {
      const shares = [await share(lab, 2), await share(lab, 3)];
      const { runs, phases, faults } = await judgeRuns(lab);
      const twice = await lab.admin.query(
        "select from lab_log where step = 'claimed' group by queue_id having count(*) > 1",
      );
      const isShared = shares.every((share) => !share.includes(0));
      const figure = `${runs} runs shared ${shares.map((share) => share.join(" : ")).join(" and ")}, ${twice.rowCount} claimed twice, ${phases} phases paid for, ${faults.length} faults`;
      return { ok: faults.length === 0 && twice.rowCount === 0 && isShared, figure };
    }),
};

/** Lets `count` workers empty the queue; how many runs each of them took. */
async function share(lab: WorkerLab, count: number): Promise<number[]> {
  for (let round = 0; round < RUNS_OF_EACH; round += 1) await lab.addRuns();
  const names = Array.from({ length: count }, (_, index) => `${index + 1} of ${count}`);
  const workers = await Promise.all(names.map((name) => lab.startWorker(name)));
  await untilAllEnded(lab, 300);
  for (const worker of workers) {
    const code = await worker.stop();
    if (code !== 0) throw new Error(`The worker ${worker.id} ended with ${code}`);
  }
  const taken = await lab.admin.query<{ worker: string; runs: number }>(
    "select worker, count(*)::int as runs from lab_log where step = 'claimed' group by worker",
  );
  const shares = names.map((name) => taken.rows.find(({ worker }) => worker === name)?.runs ?? 0);
  console.log(`${count} workers took ${shares.join(", ")} runs`);
  return shares;
}
