import { setTimeout as delay } from "node:timers/promises";
import { renewReservations } from "#domain/usage/renew-reservations.ts";
import { reserveUsage } from "#domain/usage/reserve-usage.ts";
import { sweepReservations } from "#domain/usage/sweep-reservations.ts";
import type { Ctx } from "#platform/context.ts";
import { openDatabase } from "#platform/database.ts";
import type { TestDatabase } from "../database.ts";
import { makeBudget } from "../factories/make-budget.ts";
import { makeLedger } from "../factories/make-call.ts";
import { makePrice } from "../factories/make-price.ts";
import { makeProject } from "../factories/make-project.ts";
import { callToReserve, settleAt } from "../factories/make-reservation.ts";
import type { FixedClock } from "../fixed-clock.ts";
import { seededRandom } from "../seeded-random.ts";
import { testKeys } from "../test-keys.ts";
import { type Watched, watchWindows } from "./watch-windows.ts";

/** What a run may cost at most, on the average; single ones differ by half of it. */
const WORST = 1_000;
const CRASHES = 0.12;
const SECONDS_A_TICK = 5;
/** As many processes have them: one alone would keep most runs waiting for a connection. */
export const RACE_CONNECTIONS = 60;

export interface RaceResult extends Watched {
  settled: number;
  crashed: number;
  held: number;
  /** By the clock, from the last sign of life of a crashed run to its settlement. */
  longestDeadSeconds: number;
}

/**
 * Lets so many runs race for a ceiling that has room for a few, each with one call of a random worst case and a random true cost up to it; some crash and
 * never settle. By the seed, the ceiling is one of the organization or one for each of four projects. What is crowded waits, what is full is
 * held, and the held go on once there is room again, until nothing changes any more.
 */
export async function raceForBudget(database: TestDatabase, seed: number, runs: number): Promise<RaceResult> {
  const random = seededRandom(seed);
  const { ctx: narrow, clock, places, priceId } = await makeScene(database, seed);
  const db = openDatabase(database.appUrl, { connections: RACE_CONNECTIONS });
  const ctx: Ctx = { ...narrow, db };
  const race: Race = {
    ctx,
    clock,
    random,
    alive: new Set(),
    crashes: new Map(),
    settled: 0,
    longestDeadSeconds: 0,
  };
  let waiting = Array.from({ length: runs }, (_, index) => ({
    stepKey: `seed ${seed}, run ${index}`,
    projectId: places[index % places.length] as string,
    worstCaseNanos: BigInt(Math.round(WORST * (0.5 + random()))),
    attempts: 0,
  }));
  const judge = await watchWindows(database, ctx);
  const ticking = new AbortController();
  const ticks = tick(race, database, ticking.signal);
  for (;;) {
    const outcomes = await Promise.all(waiting.map((run) => take(race, run, priceId)));
    const held = waiting.filter((_, index) => outcomes[index] === "held");
    // Crashed runs give their room back once they are swept; what is held then either fits or never will.
    while (race.crashes.size > 0) await delay(5);
    if (held.length === waiting.length || held.length === 0) {
      waiting = held;
      break;
    }
    waiting = held;
  }
  ticking.abort();
  await ticks;
  await db.close();
  const crashed = runs - waiting.length - race.settled;
  return {
    ...(await judge()),
    settled: race.settled,
    crashed,
    held: waiting.length,
    longestDeadSeconds: race.longestDeadSeconds,
  };
}

interface Race {
  ctx: Ctx;
  clock: FixedClock;
  random: () => number;
  /** Reservations whose run is at work. */
  alive: Set<string>;
  /** Reservations whose run is gone, and since when. */
  crashes: Map<string, number>;
  settled: number;
  longestDeadSeconds: number;
}

interface Run {
  stepKey: string;
  projectId: string;
  worstCaseNanos: bigint;
  attempts: number;
}

async function makeScene(database: TestDatabase, seed: number) {
  const made = await makeLedger(database);
  const { id: priceId } = await makePrice(made.ctx, { model: "priced" });
  const places = [made.projectId];
  while (places.length < 4) places.push((await makeProject(made.ctx)).id);
  // Room for a few: thirty runs of the middle worst case.
  const ceilingNanos = BigInt(30 * WORST);
  if (seed % 2 === 0) await makeBudget(made.ctx, { window: "MONTH", ceilingNanos });
  else
    for (const projectId of places) await makeBudget(made.ctx, { projectId, window: "MONTH", ceilingNanos });
  return { ...made, places, priceId };
}

async function take(race: Race, run: Run, modelPriceId: string): Promise<"done" | "held"> {
  const { ctx, random, alive, crashes } = race;
  for (;;) {
    const { stepKey, projectId, worstCaseNanos } = run;
    const call = callToReserve(modelPriceId, {
      stepKey,
      callKey: `${stepKey}#${run.attempts + 1}`,
      projectId,
      worstCaseNanos,
    });
    const reserved = await reserveUsage(ctx, call);
    if (reserved.kind === "full" && !reserved.budget.isCrowded) return "held";
    if (reserved.kind !== "reserved") {
      await delay(1 + random() * 20);
      continue;
    }
    run.attempts += 1;
    alive.add(reserved.reservationId);
    await delay(random() * 4);
    alive.delete(reserved.reservationId);
    if (random() < CRASHES) {
      crashes.set(reserved.reservationId, race.clock.now().getTime());
      return "done";
    }
    await settleAt(ctx, reserved.reservationId, BigInt(Math.floor(random() * (Number(worstCaseNanos) + 1))));
    race.settled += 1;
    return "done";
  }
}

/** Time goes by: runs at work renew their reservations, the dead are swept. */
async function tick(race: Race, database: TestDatabase, stopped: AbortSignal): Promise<void> {
  const worker = { db: database.worker, clock: race.clock, keys: testKeys };
  while (!stopped.aborted) {
    await renewReservations(race.ctx, [...race.alive]);
    race.clock.advance(SECONDS_A_TICK * 1_000);
    for (const { reservationId } of await sweepReservations(worker)) {
      const since = race.crashes.get(reservationId);
      if (since === undefined) continue;
      race.crashes.delete(reservationId);
      race.longestDeadSeconds = Math.max(
        race.longestDeadSeconds,
        (race.clock.now().getTime() - since) / 1_000,
      );
    }
    await delay(2);
  }
}
