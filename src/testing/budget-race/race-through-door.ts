import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { callModel } from "#domain/usage/call-model.ts";
import { isModelCallError } from "#domain/usage/model-call-error.ts";
import { sweepReservations } from "#domain/usage/sweep-reservations.ts";
import type { Clock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { type Database, inOrganization, openDatabase } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { TestDatabase } from "../database.ts";
import { makeBudget } from "../factories/make-budget.ts";
import { makeModelScene } from "../factories/make-model-scene.ts";
import { startModelServer } from "../model-server/start-model-server.ts";
import { seededRandom } from "../seeded-random.ts";
import { testKeys } from "../test-keys.ts";
import { RACE_CONNECTIONS, type RaceResult } from "./race-for-budget.ts";
import { type Watched, watchWindows } from "./watch-windows.ts";

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
  const wide = openDatabase(database.appUrl, { connections: RACE_CONNECTIONS });
  const db = dyingDatabase(wide, (reservationId) => {
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
  let watched: Watched;

  const worker = { db: database.worker, clock, keys: testKeys };
  let longestDeadSeconds = 0;
  const stopped = new AbortController();
  const sweeping = (async () => {
    while (!stopped.signal.aborted) {
      // As a beat does: a round that could not be done is done in its next turn.
      const swept = await sweepReservations(worker).catch((error: unknown) => {
        if (isBusy(error)) return [];
        throw error;
      });
      for (const { reservationId } of swept) {
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
  try {
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
  } finally {
    stopped.abort();
    await sweeping;
    await server.close();
    watched = await judge();
    await wide.close();
  }
  const crashed = runs - waiting.length - settled;
  return { ...watched, settled, crashed, held: waiting.length, longestDeadSeconds };
}

const done = () => "done" as const;

function notDone(error: unknown): "held" | "crowded" | "crashed" {
  if (isModelCallError(error, "OVER_BUDGET")) return error.budget?.isCrowded ? "crowded" : "held";
  if (error instanceof Killed) return "crashed";
  // As the queue does: what could not be reached is tried again.
  if (isModelCallError(error, "UNAVAILABLE") || isModelCallError(error, "TIMEOUT")) return "crowded";
  if (isBusy(error)) return "crowded";
  throw error;
}

/** An error of ours, for those are not tried again: who is dead tries nothing. */
class Killed extends AppError {
  constructor() {
    super("INTERNAL", "The process was killed before it settled.");
  }
}

/** No connection was free for ten seconds: on a machine that has other work, hundreds wait in one process. Nothing was done. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ("code" in error && error.code === "P2028") || error.message === "timeout exceeded when trying to connect"
  );
}

/** Dies before it settles, where `dies` says so of a reservation. */
function dyingDatabase(database: Database, dies: (reservationId: string) => boolean): Database {
  const pool = new Proxy(database.pool, {
    get: (target, property) => {
      if (property !== "query") return Reflect.get(target, property);
      return (query: { name?: string; values?: string[] }) => {
        if (query.name === "settle_usage" && dies(query.values?.[3] ?? "")) throw new Killed();
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
