import { createInterface } from "node:readline";
import { z } from "zod";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/database.ts";
import { accessTo } from "#testing/factories/make-model-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { dieAt, KILL_POINTS } from "./kill-points.ts";

/** What a worker is told when it is to begin. */
export const Order = z.object({ point: z.enum(KILL_POINTS), nth: z.int().positive() });
export type Order = z.infer<typeof Order>;

/** Where the database and the model server are. */
export const Places = z.object({
  workerUrl: z.string(),
  openaiUrl: z.string(),
  anthropicUrl: z.string(),
  googleUrl: z.string(),
});
export type Places = z.infer<typeof Places>;

/** Says that it is ready, waits for its order, and writes one run until it is killed, or done. */
async function work(): Promise<void> {
  const places = Places.parse(JSON.parse(process.argv[2] ?? ""));
  const db = openDatabase(places.workerUrl, { connections: 3 });
  await db.pool.query("select 1");
  const system = { db, clock: systemClock, keys: testKeys, modelAccess: accessTo(places) };
  const orders = createInterface(process.stdin);
  console.log("ready");
  for await (const line of orders) {
    const { point, nth } = Order.parse(JSON.parse(line));
    dieAt(point, nth);
    const [run] = await claimBatch(system, { workerId: `worker-${process.pid}`, size: 1 });
    console.log(run ? "begun" : "idle");
    if (run) await generateEpisode(system, run, new AbortController().signal);
    break;
  }
  await db.close();
}

if (import.meta.main) await work();
