import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeBudget } from "#testing/factories/make-budget.ts";
import { makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import {
  callToReserve,
  listWindows,
  makeReservation,
  settleAt,
} from "#testing/factories/make-reservation.ts";
import { reserveUsage } from "./reserve-usage.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A project with a price of its own organization, and how to reserve a call for it that may cost so many nano-dollars. */
async function makeScene(zone = "UTC", now = "2026-11-20T06:30:00Z") {
  const made = await makeLedger(database, zone, now);
  const { id: priceId } = await makePrice(made.ctx, { model: "priced" });
  const reserve = (worstCaseNanos: bigint, overrides = {}) =>
    reserveUsage(
      made.ctx,
      callToReserve(priceId, { projectId: made.projectId, worstCaseNanos, ...overrides }),
    );
  return { ...made, priceId, reserve };
}

const countReservations = (ctx: Ctx) => inOrganization(ctx, ({ tx }) => tx.usageReservation.count());

describe("setting money aside", () => {
  it("counts in every window of the call, budget or none, so that a later ceiling counts from what was before", async () => {
    const { ctx, projectId, reserve, clock } = await makeScene();
    const episode = await makeEpisode(ctx, projectId, { number: 1 });
    const reserved = await reserve(700n, { episodeId: episode.id, phase: "WRITE", promptVersion: "write@3" });
    expect(reserved).toEqual({ kind: "reserved", reservationId: expect.any(String) });
    await reserve(50n, { projectId: undefined });
    expect(await listWindows(ctx)).toEqual([
      "1970-01-01 EPISODE episode: spent 0, reserved 700",
      "2026-11-01 MONTH organization: spent 0, reserved 750",
      "2026-11-01 MONTH project: spent 0, reserved 700",
      "2026-11-20 DAY organization: spent 0, reserved 750",
      "2026-11-20 DAY project: spent 0, reserved 700",
    ]);
    const [row] = await inOrganization(ctx, ({ tx }) =>
      tx.usageReservation.findMany({ where: { projectId } }),
    );
    expect(row).toMatchObject({
      status: "OPEN",
      phase: "WRITE",
      promptVersion: "write@3",
      worstCaseNanos: 700n,
      createdAt: clock.now(),
      expiresAt: new Date(clock.now().getTime() + 60_000),
    });

    await makeBudget(ctx, { window: "MONTH", ceilingNanos: 800n });
    expect(await reserve(51n)).toMatchObject({
      kind: "full",
      budget: { reservedNanos: 750n, isCrowded: true },
    });
    expect(await reserve(50n)).toMatchObject({ kind: "reserved" });
  });

  it("knows an attempt that was reserved before, also when there is no room any more", async () => {
    const { ctx, reserve } = await makeScene();
    const again = { stepKey: "phase 1", callKey: "phase 1#1" };
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => reserve(10n, again)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(5).fill("known"), "reserved"]);
    await makeBudget(ctx, { ceilingNanos: 10n });
    expect(await reserve(10n, again)).toEqual({ kind: "known" });
    expect(await listWindows(ctx)).toContain("2026-11-20 DAY organization: spent 0, reserved 10");
  });

  it("refuses a project of another organization, and keeps nothing", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { id } = await makePrice(ctx);
    const other = await makeScene();
    await expect(reserveUsage(ctx, callToReserve(id, { projectId: other.projectId }))).rejects.toThrow(
      /foreign key/,
    );
    expect(await countReservations(ctx)).toBe(0);
    expect(await listWindows(ctx)).toEqual([]);
    await other.reserve(5n);
    expect(await listWindows(ctx)).toEqual([]);
  });

  it("is closed to a member who may not see the project", async () => {
    const { ctx, reserve, projectId } = await makeScene();
    const seen = await makeProject(ctx);
    const member: Ctx = {
      ...ctx,
      actor: {
        kind: "user",
        userId: (ctx.actor as { userId: string }).userId,
        role: "EDITOR",
        projectIds: [seen.id],
      },
    };
    const { id } = await makePrice(ctx, { model: "other" });
    await expect(reserveUsage(member, callToReserve(id, { projectId }))).rejects.toThrow(
      /row-level security/,
    );
    expect(await reserveUsage(member, callToReserve(id, { projectId: seen.id }))).toMatchObject({
      kind: "reserved",
    });
    expect(await reserve(1n)).toMatchObject({ kind: "reserved" });
  });
});

describe("a hard ceiling", () => {
  it.each([
    ["DAY", false],
    ["DAY", true],
    ["MONTH", false],
    ["MONTH", true],
    ["EPISODE", false],
    ["EPISODE", true],
  ] as const)(
    "over a window of the kind %s, of one project: %s, has room up to its last nano-dollar",
    async (window, isOfProject) => {
      const { ctx, projectId, reserve } = await makeScene();
      const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1 });
      const of = { episodeId };
      await makeBudget(ctx, { window, ceilingNanos: 1_000n, projectId: isOfProject ? projectId : null });
      expect(await reserve(400n, of)).toMatchObject({ kind: "reserved" });
      const refused = await reserve(601n, of);
      expect(refused).toEqual({
        kind: "full",
        budget: {
          window,
          projectId: isOfProject ? projectId : null,
          startsOn: { DAY: "2026-11-20", MONTH: "2026-11-01", EPISODE: "1970-01-01" }[window],
          ceilingNanos: 1_000n,
          spentNanos: 0n,
          reservedNanos: 400n,
          neededNanos: 601n,
          isCrowded: true,
        },
      });
      expect(await countReservations(ctx)).toBe(1);
      expect(await reserve(600n, of)).toMatchObject({ kind: "reserved" });
      expect(await reserve(1n, of)).toMatchObject({ kind: "full", budget: { reservedNanos: 1_000n } });
      expect((await listWindows(ctx)).every((line) => line.endsWith("reserved 1000"))).toBe(true);
    },
  );

  it("of one project or episode leaves the others alone", async () => {
    const { ctx, projectId, reserve } = await makeScene();
    const other = await makeProject(ctx);
    const first = await makeEpisode(ctx, projectId, { number: 1 });
    const second = await makeEpisode(ctx, projectId, { number: 2 });
    await makeBudget(ctx, { projectId, ceilingNanos: 300n });
    await makeBudget(ctx, { window: "EPISODE", ceilingNanos: 100n });
    expect(await reserve(100n, { episodeId: first.id })).toMatchObject({ kind: "reserved" });
    expect(await reserve(1n, { episodeId: first.id })).toMatchObject({
      kind: "full",
      budget: { window: "EPISODE" },
    });
    expect(await reserve(100n, { episodeId: second.id })).toMatchObject({ kind: "reserved" });
    expect(await reserve(101n)).toMatchObject({ kind: "full", budget: { window: "DAY", projectId } });
    expect(await reserve(5_000n, { projectId: other.id })).toMatchObject({ kind: "reserved" });
  });

  it("is told apart from one that is only crowded; the one that stays full is named first", async () => {
    const { ctx, reserve } = await makeScene();
    await makeBudget(ctx, { window: "DAY", ceilingNanos: 1_000n });
    await makeBudget(ctx, { window: "MONTH", ceilingNanos: 900n });
    const running = await makeReservation(ctx, await priceOf(ctx), { worstCaseNanos: 800n });
    expect(await reserve(300n)).toMatchObject({ kind: "full", budget: { isCrowded: true } });
    await settleAt(ctx, running, 650n);
    expect(await reserve(300n)).toMatchObject({
      kind: "full",
      budget: { window: "MONTH", isCrowded: false, spentNanos: 650n, reservedNanos: 0n },
    });
    expect(await reserve(250n)).toMatchObject({ kind: "reserved" });
  });

  it("holds from the next call on when it is lowered below what is spent or under running calls", async () => {
    const { ctx, reserve } = await makeScene();
    const budget = await makeBudget(ctx, { ceilingNanos: 1_000n });
    const lower = (ceilingNanos: bigint) =>
      inOrganization(ctx, ({ tx }) => tx.budget.update({ where: { id: budget.id }, data: { ceilingNanos } }));
    const running = await makeReservation(ctx, await priceOf(ctx), { worstCaseNanos: 600n });
    await lower(500n);
    expect(await reserve(1n)).toMatchObject({
      kind: "full",
      budget: { ceilingNanos: 500n, isCrowded: true },
    });
    await settleAt(ctx, running, 550n);
    expect(await reserve(1n)).toMatchObject({ kind: "full", budget: { spentNanos: 550n, isCrowded: false } });
    await lower(551n);
    expect(await reserve(1n)).toMatchObject({ kind: "reserved" });
    await lower(0n);
    expect(await reserve(1n)).toMatchObject({ kind: "full", budget: { ceilingNanos: 0n } });
  });

  it("lets a call through that costs nothing for certain, for it spends nothing", async () => {
    const { ctx, reserve } = await makeScene();
    await makeBudget(ctx, { ceilingNanos: 0n });
    expect(await reserve(0n)).toMatchObject({ kind: "reserved" });
    expect(await reserve(1n)).toMatchObject({ kind: "full" });
  });

  it("refuses a model without a price wherever it applies", async () => {
    const { ctx, projectId } = await makeScene();
    const other = await makeProject(ctx);
    const ask = (of: object) => reserveUsage(ctx, callToReserve(null, of));
    await makeBudget(ctx, { projectId: other.id, ceilingNanos: 1_000n });
    await makeBudget(ctx, { ceilingNanos: 1_000n, isHard: false });
    expect(await ask({ projectId })).toMatchObject({ kind: "reserved" });
    expect(await ask({ projectId: other.id })).toEqual({ kind: "unpriced" });
  });
});

it("a soft ceiling never refuses", async () => {
  const { ctx, reserve } = await makeScene();
  await makeBudget(ctx, { ceilingNanos: 10n, isHard: false });
  expect(await reserve(5_000n)).toMatchObject({ kind: "reserved" });
});

describe("days and months", () => {
  it("are those of the counting zone, and turn at its midnight", async () => {
    const { ctx, reserve, clock } = await makeScene("Asia/Kolkata", "2026-11-30T18:29:59.999Z");
    await makeBudget(ctx, { ceilingNanos: 100n });
    await makeBudget(ctx, { window: "MONTH", ceilingNanos: 100n });
    expect(await reserve(100n)).toMatchObject({ kind: "reserved" });
    expect(await reserve(100n)).toMatchObject({
      kind: "full",
      budget: { window: "DAY", startsOn: "2026-11-30" },
    });
    clock.advance(1);
    expect(await reserve(100n)).toMatchObject({ kind: "reserved" });
    expect((await listWindows(ctx)).filter((line) => line.includes("organization"))).toEqual([
      "2026-11-01 MONTH organization: spent 0, reserved 100",
      "2026-11-30 DAY organization: spent 0, reserved 100",
      "2026-12-01 DAY organization: spent 0, reserved 100",
      "2026-12-01 MONTH organization: spent 0, reserved 100",
    ]);
  });

  it.each([
    ["23 hours", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59.999Z"],
    ["25 hours", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59.999Z"],
  ])("of a clock change have %s", async (_, day, first, last) => {
    const { ctx, reserve, clock } = await makeScene("Europe/Berlin", first);
    await makeBudget(ctx, { ceilingNanos: 100n });
    await reserve(60n);
    clock.set(last);
    expect(await reserve(60n)).toMatchObject({ kind: "full", budget: { startsOn: day, reservedNanos: 60n } });
    clock.advance(1);
    expect(await reserve(60n)).toMatchObject({ kind: "reserved" });
    clock.set(new Date(Date.parse(first) - 1));
    expect(await reserve(60n)).toMatchObject({ kind: "reserved" });
  });

  it("stay those of the old zone until the windows are recounted", async () => {
    const { ctx, reserve, organizationId } = await makeScene("UTC", "2026-11-20T20:00:00Z");
    await inOrganization(ctx, ({ tx }) =>
      tx.organization.update({ where: { id: organizationId }, data: { reportingZone: "Asia/Kolkata" } }),
    );
    await reserve(1n);
    expect(await listWindows(ctx)).toContain("2026-11-20 DAY organization: spent 0, reserved 1");
  });
});

async function priceOf(ctx: Ctx): Promise<string> {
  const { id } = await inOrganization(ctx, ({ tx }) =>
    tx.modelPrice.findFirstOrThrow({ where: { model: "priced" } }),
  );
  return id;
}
