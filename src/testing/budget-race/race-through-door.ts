import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { callModel } from "#domain/usage/call-model.ts";
import { isModelCallError } from "#domain/usage/model-call-error.ts";
import { sweepReservations } from "#domain/usage/sweep-reservations.ts";
import type { Clock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { type Database, inOrganization } from "#platform/database.ts";
import type { TestDatabase } from "../database.ts";
import { makeBudget } from "../factories/make-budget.ts";
import { makeModelScene } from "../factories/make-model-scene.ts";
import { startModelServer } from "../model-server/start-model-server.ts";
import { seededRandom } from "../seeded-random.ts";
import { testKeys } from "../test-keys.ts";
import type { RaceResult } from "./race-for-budget.ts";
import { watchWindows } from "./watch-windows.ts";

const CRASHES = 0.12;
const ROOM_FOR = 30;
const MIDDLE_TOKENS = 200;
/** A second of the race is so many by its clock. */
const QUICKER = 10;

const Answer = z.object({ text: z.string() });

/**
 * The same race through the door to the models, as the product calls them, against a model server whose answers cost a random part of what they may. A
 * crash is a process that is gone when it wants to settle.
 */
export async function raceThroughDoor(
  database: TestDatabase,
  seed: number,
  runs: number,
): Promise<RaceResult> {
  const random = seededRandom(seed);
  const server = await startModelServer({
    seed,
    answer: ({ maxOutputTokens }) => ({
      object: { text: "written" },
      tokens: { output: 1 + Math.floor(random() * (maxOutputTokens ?? 1)) },
    }),
  });
  const clock = quickClock();
  const crashes = new Map<string, number>();
  let isCalm = true;
  const db = dyingDatabase(database.app, (reservationId) => {
    if (isCalm || random() >= CRASHES) return false;
    crashes.set(reservationId, clock.now().getTime());
    return true;
  });
  const scene = await makeModelScene(database, server);
  const ctx: Ctx = { ...scene.ctx, db, clock };
  const call = (stepKey: string, maxOutputTokens: number) =>
    callModel(ctx, {
      stepKey,
      purpose: "episode.write",
      projectId: scene.projectId,
      prompt: { name: "race", version: "1", instructions: "Write.", text: stepKey },
      schema: Answer,
      maxOutputTokens,
    });

  await call("before the race", MIDDLE_TOKENS);
  isCalm = false;
  const { worstCaseNanos } = await inOrganization(ctx, ({ tx }) => tx.usageReservation.findFirstOrThrow());
  await makeBudget(ctx, { window: "MONTH", ceilingNanos: worstCaseNanos * BigInt(ROOM_FOR) });
  const judge = await watchWindows(database, ctx);

  let longestDeadSeconds = 0;
  const stopped = new AbortController();
  const sweeping = (async () => {
    while (!stopped.signal.aborted) {
      for (const { reservationId } of await sweepReservations({
        db: database.worker,
        clock,
        keys: testKeys,
      })) {
        const since = crashes.get(reservationId);
        crashes.delete(reservationId);
        if (since === undefined) continue;
        longestDeadSeconds = Math.max(longestDeadSeconds, (clock.now().getTime() - since) / 1_000);
      }
      // Workers do so every ten seconds.
      await clock.wait(10_000);
    }
  })();

  let settled = 0;
  let waiting = Array.from({ length: runs }, (_, index) => ({
    stepKey: `run ${index}`,
    tokens: Math.round(MIDDLE_TOKENS * (0.5 + random())),
  }));
  for (;;) {
    const outcomes = await Promise.all(
      waiting.map(({ stepKey, tokens }) => call(stepKey, tokens).then(done, notDone)),
    );
    settled += outcomes.filter((outcome) => outcome === "done").length;
    const isStill = !outcomes.includes("done") && !outcomes.includes("crowded") && crashes.size === 0;
    while (crashes.size > 0) await delay(20);
    waiting = waiting.filter((_, index) => outcomes[index] !== "done" && outcomes[index] !== "crashed");
    if (isStill || waiting.length === 0) break;
  }
  stopped.abort();
  await sweeping;
  await server.close();
  const crashed = runs - waiting.length - settled;
  return { ...(await judge()), settled, crashed, held: waiting.length, longestDeadSeconds };
}

const done = () => "done" as const;

function notDone(error: unknown): "held" | "crowded" | "crashed" {
  if (isModelCallError(error, "OVER_BUDGET")) return error.budget?.isCrowded ? "crowded" : "held";
  if (error instanceof Killed) return "crashed";
  throw error;
}

class Killed extends Error {}

/** Dies before it settles, where `dies` says so of a reservation. */
function dyingDatabase(database: Database, dies: (reservationId: string) => boolean): Database {
  const pool = new Proxy(database.pool, {
    get: (target, property) => {
      if (property !== "query") return Reflect.get(target, property);
      return (query: { name?: string; values?: string[] }) => {
        if (query.name === "settle_usage" && dies(query.values?.[3] ?? ""))
          throw new Killed("killed before it settled");
        return target.query(query as Parameters<typeof target.query>[0]);
      };
    },
  });
  return { ...database, pool };
}

function quickClock(): Clock {
  const began = performance.now();
  const first = Date.parse("2026-11-20T06:30:00Z");
  return {
    now: () => new Date(first + (performance.now() - began) * QUICKER),
    wait: (milliseconds) => delay(milliseconds / QUICKER),
  };
}
