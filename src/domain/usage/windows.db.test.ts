import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recountUsageTask } from "#jobs/tasks/recount-usage.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeBudget } from "#testing/factories/make-budget.ts";
import { makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import {
  callToReserve,
  listWindows,
  makeReservation,
  settleAt,
} from "#testing/factories/make-reservation.ts";
import { testKeys } from "#testing/test-keys.ts";
import { recountWindows } from "./recount-windows.ts";
import { releaseUsage } from "./release-usage.ts";
import { renewReservations } from "./renew-reservations.ts";
import { reserveUsage } from "./reserve-usage.ts";
import { sweepReservations } from "./sweep-reservations.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ZONES = ["UTC", "Asia/Kolkata", "Pacific/Chatham", "America/New_York"];

async function makeScene(zone = "UTC", now = "2026-11-20T06:30:00Z") {
  const made = await makeLedger(database, zone, now);
  const { id: priceId } = await makePrice(made.ctx, { model: "priced" });
  const other = await makeProject(made.ctx);
  const episodes = await Promise.all(
    [1, 2].map(async (number) => ({
      projectId: made.projectId,
      episodeId: (await makeEpisode(made.ctx, made.projectId, { number })).id,
    })),
  );
  const places = [{}, { projectId: made.projectId }, { projectId: other.id }, ...episodes];
  const worker = { db: database.worker, clock: made.clock, keys: testKeys };
  const changeZone = async (reportingZone: string) => {
    await inOrganization(made.ctx, ({ tx, organizationId: id }) =>
      tx.organization.update({ where: { id }, data: { reportingZone } }),
    );
    await recountUsageTask(worker, { organizationId: made.organizationId });
  };
  return { ...made, priceId, places, worker, changeZone };
}

/** What a client does next; numbers choose among what there is. */
type Step =
  | { do: "reserve"; place: number; worst: number }
  | { do: "settle" | "release" | "renew"; which: number; cost: number }
  | { do: "wait"; seconds: number }
  | { do: "sweep" }
  | { do: "recount"; zone: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("reserve" as const), place: fc.nat(4), worst: fc.nat(400) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("settle" as const, "settle" as const, "release" as const, "renew" as const),
      which: fc.nat(20),
      cost: fc.nat(600),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: fc.nat(40_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sweep" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("recount" as const), zone: fc.nat(ZONES.length - 1) }),
  },
);

describe("windows", () => {
  it("are always what the ledger and the open reservations say, however clients cross each other", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 12 }), { minLength: 2, maxLength: 5 }),
        async (clients) => {
          const scene = await makeScene();
          await makeBudget(scene.ctx, { ceilingNanos: 1_500n });
          await makeBudget(scene.ctx, { window: "EPISODE", ceilingNanos: 700n });
          const open: string[] = [];
          await Promise.all(
            clients.map(async (steps) => {
              for (const next of steps) await take(scene, open, next);
            }),
          );
          expect(await filledWindows(scene.ctx)).toEqual(await windowsOfLedger(scene.ctx));
          expect(await recountWindows(scene.ctx)).toEqual([]);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it("move with the reporting zone, spent and set aside alike, and a ceiling counts by the new days", async () => {
    const { ctx, priceId, changeZone, clock, projectId } = await makeScene("UTC", "2026-11-30T20:00:00Z");
    const of = { projectId, worstCaseNanos: 100n };
    await settleAt(ctx, await makeReservation(ctx, priceId, of), 70n);
    const running = await makeReservation(ctx, priceId, of);
    await changeZone("Asia/Kolkata");
    expect((await listWindows(ctx)).filter((line) => line.includes("organization"))).toEqual([
      "2026-12-01 DAY organization: spent 70, reserved 100",
      "2026-12-01 MONTH organization: spent 70, reserved 100",
    ]);
    await makeBudget(ctx, { ceilingNanos: 200n });
    expect(await reserveUsage(ctx, callToReserve(priceId, { worstCaseNanos: 31n }))).toMatchObject({
      kind: "full",
      budget: { startsOn: "2026-12-01", spentNanos: 70n, reservedNanos: 100n },
    });
    await settleAt(ctx, running, 40n);
    clock.set("2026-12-01T18:30:00Z");
    expect(await reserveUsage(ctx, callToReserve(priceId, { worstCaseNanos: 200n }))).toMatchObject({
      kind: "reserved",
    });
    expect(await filledWindows(ctx)).toEqual(await windowsOfLedger(ctx));
  });

  it("that were tampered with are mended, and named", async () => {
    const { ctx, priceId, organizationId, projectId } = await makeScene();
    await settleAt(ctx, await makeReservation(ctx, priceId, { projectId }), 70n);
    await inOrganization(ctx, ({ tx }) =>
      tx.spendingWindow.updateMany({
        where: { window: "DAY", scopeId: organizationId },
        data: { spentNanos: 5n },
      }),
    );
    expect(await recountWindows(ctx)).toEqual([
      {
        window: "DAY",
        startsOn: "2026-11-20",
        scopeId: organizationId,
        ledgerNanos: 70n,
        foundNanos: 5n,
        openNanos: 0n,
        foundReservedNanos: 0n,
      },
    ]);
    expect(await filledWindows(ctx)).toEqual(await windowsOfLedger(ctx));
  });
});

async function take(scene: Awaited<ReturnType<typeof makeScene>>, open: string[], next: Step): Promise<void> {
  const { ctx, clock, worker, places, priceId, changeZone } = scene;
  if (next.do === "reserve") {
    const worstCaseNanos = BigInt(next.worst);
    const reserved = await reserveUsage(
      ctx,
      callToReserve(priceId, { ...places[next.place], worstCaseNanos }),
    );
    if (reserved.kind === "reserved") open.push(reserved.reservationId);
  } else if (next.do === "wait") {
    clock.advance(next.seconds * 1_000);
  } else if (next.do === "sweep") {
    await sweepReservations(worker);
  } else if (next.do === "recount") {
    await changeZone(ZONES[next.zone] ?? "UTC");
  } else {
    // Not taken out of the list: what has ended is ended again, which must change nothing.
    const reservationId = open[next.which % Math.max(1, open.length)];
    if (!reservationId) return;
    if (next.do === "renew") await renewReservations(ctx, [reservationId]);
    if (next.do === "release") await releaseUsage(ctx, { reservationId });
    if (next.do === "settle") {
      const refused = (error: { code?: string }) => expect(error.code).toBe("CONFLICT");
      await settleAt(ctx, reservationId, BigInt(next.cost)).catch(refused);
    }
  }
}

/** A window that is empty again may be there or not. */
async function filledWindows(ctx: Ctx): Promise<string[]> {
  return (await listWindows(ctx)).filter(isFilled);
}

const isFilled = (window: string) => !window.endsWith("spent 0, reserved 0");

/** What `filledWindows` must say, counted in another way. */
async function windowsOfLedger(ctx: Ctx): Promise<string[]> {
  const { calls, open, zone } = await inOrganization(ctx, async ({ tx, organizationId: id }) => ({
    calls: await tx.tokenUsage.findMany(),
    open: await tx.usageReservation.findMany({ where: { status: "OPEN" } }),
    zone: (await tx.organization.findUniqueOrThrow({ where: { id } })).countingZone,
  }));
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  const sums = new Map<string, { spent: bigint; reserved: bigint }>();
  const add = (
    row: { projectId: string | null; episodeId: string | null },
    at: Date,
    amount: { spent: bigint; reserved: bigint },
  ) => {
    const day = dayOf.format(at);
    const month = `${day.slice(0, 7)}-01`;
    const windows = [`${day} DAY organization`, `${month} MONTH organization`];
    if (row.projectId)
      windows.push(`${day} DAY project ${row.projectId}`, `${month} MONTH project ${row.projectId}`);
    if (row.episodeId) windows.push(`1970-01-01 EPISODE episode ${row.episodeId}`);
    for (const window of windows) {
      const sum = sums.get(window) ?? { spent: 0n, reserved: 0n };
      sums.set(window, { spent: sum.spent + amount.spent, reserved: sum.reserved + amount.reserved });
    }
  };
  for (const call of calls) add(call, call.occurredAt, { spent: call.costNanos ?? 0n, reserved: 0n });
  for (const row of open) add(row, row.createdAt, { spent: 0n, reserved: row.worstCaseNanos });
  return [...sums]
    .map(
      ([window, sum]) =>
        `${window.split(" ").slice(0, 3).join(" ")}: spent ${sum.spent}, reserved ${sum.reserved}`,
    )
    .filter(isFilled)
    .sort();
}
