import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { getLateness } from "./get-lateness.ts";

const clock = fixedClock("2026-11-20T12:00:00Z");
const HOUR = 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A published run whose slot was so many hours ago. */
async function makePublished(ctx: Ctx, projectId: string, hoursAgo: number, lateMs: number, more = {}) {
  const slotAt = new Date(clock.now().getTime() - hoursAgo * HOUR);
  const at = new Date(slotAt.getTime() + lateMs);
  const before = new Date(slotAt.getTime() - HOUR);
  return makeRun(ctx, projectId, {
    occurrenceKey: slotAt.toISOString().slice(0, 10),
    slotAt,
    createdAt: before,
    availableAt: before,
    startedAt: before,
    status: "PUBLISHED",
    readyAt: at,
    publishedAt: at,
    finishedAt: at,
    ...more,
  });
}

describe("getLateness", () => {
  it("tells of the last seven days how many were late, by how much, by day, and why", async () => {
    const made = await makeOrganization(database.app, { clock, reportingZone: "Europe/Berlin" });
    const { ctx } = made;
    const { id } = await makeProject(ctx, { title: "Ferry" });
    for (const [index, late] of [0, 400, 900, 1_999].entries())
      await makePublished(ctx, id, 24 * (index + 1), late);
    const slow = await makePublished(ctx, id, 24 * 5, 300_000);
    // Older, and asked for by a person: neither counts.
    await makePublished(ctx, id, 24 * 8, 900_000);
    await makePublished(ctx, id, 3, 900_000, { trigger: "REQUEST", occurrenceKey: "2026-11-20+1" });

    const lateness = await getLateness(ctx, {});
    expect(lateness).toMatchObject({
      published: 5,
      late: 1,
      medianMs: 900,
      p95Ms: 300_000,
      worstMs: 300_000,
    });
    expect(lateness.days.map(({ published, late }) => [published, late])).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(lateness.latest).toMatchObject([
      { id: slow.id, lateMs: 300_000, why: "SLOW", project: { title: "Ferry" } },
    ]);

    const elsewhere = await makeOrganization(database.app, { clock });
    expect(await getLateness(elsewhere.ctx, {})).toMatchObject({
      published: 0,
      medianMs: null,
      latest: [],
      days: [],
    });
    await expect(getLateness(await asMember(made, "READER"), {})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
