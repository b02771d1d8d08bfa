import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { getSeriesHealth } from "./get-series-health.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const DAY_MS = 86_400_000;

/** A series of so many published episodes, of which the newer five are worse in everything. */
async function makeSeries(episodes: number) {
  const clock = fixedClock("2026-11-20T06:30:00Z");
  const made = await makeOrganization(database.app, { clock });
  const { id: projectId } = await makeProject(made.ctx);
  for (let number = 1; number <= episodes; number++) {
    const { id: episodeId } = await makeEpisode(made.ctx, projectId, { number });
    const isNew = number > episodes - 5;
    await measure(made.ctx, {
      episodeId,
      projectId,
      repeatedShare: isNew ? 0.2 : 0.1,
      citedShare: isNew ? 0.8 : 0.9,
      notesPlanned: 2,
      notesUsed: isNew ? 0 : 2,
      notesPartly: isNew ? 1 : 0,
      notesWaiting: isNew ? 4 : 1,
    });
  }
  clock.advance(episodes * DAY_MS + 60_000);
  return { ...made, clock, projectId };
}

async function measure(
  ctx: Ctx,
  row: Omit<Prisma.EpisodeHealthUncheckedCreateInput, "organizationId" | "measuredAt">,
): Promise<void> {
  await inOrganization(ctx, ({ tx, organizationId, clock }) =>
    tx.episodeHealth.create({ data: { ...row, organizationId, measuredAt: clock.now() } }),
  );
}

describe("the health of a series", () => {
  it("is five numbers over the last five episodes, with those over the five before", async () => {
    const { ctx, projectId } = await makeSeries(10);
    await inOrganization(ctx, ({ tx, organizationId }) =>
      tx.planningNote.createMany({
        data: [1, 2, 3].map((at) => ({ organizationId, projectId, text: `Note ${at}` })),
      }),
    );
    const health = await getSeriesHealth(ctx, { projectId });
    expect(health.episodes).toBe(10);
    expect(health.repetition.now).toBeCloseTo(0.2);
    expect(health.repetition.before).toBeCloseTo(0.1);
    expect(health.citation.now).toBeCloseTo(0.8);
    expect(health.citation.before).toBeCloseTo(0.9);
    expect(health.honoured).toMatchObject({ now: 0.25, before: 1 });
    expect(health.waiting).toMatchObject({ now: 3, before: 1 });
    expect(health.completion).toMatchObject({ now: 1, before: 1 });
  });

  it("counts a slot that had no episode on time, and leaves out one that somebody cancelled or asked for", async () => {
    const { ctx, projectId, clock } = await makeSeries(4);
    const addSlot = (days: number, wanted: Parameters<typeof makeRun>[2], late = 0) => {
      const slotAt = new Date(clock.now().getTime() + days * DAY_MS);
      const at = new Date(slotAt.getTime() + late);
      const published = { readyAt: at, publishedAt: at, finishedAt: at };
      const ended = wanted?.status === "PUBLISHED" ? published : { finishedAt: at, reason: "No." };
      const occurrenceKey = `2026-12-${10 + days}`;
      const end = wanted?.status === undefined ? {} : ended;
      return makeRun(ctx, projectId, { slotAt, occurrenceKey, ...end, ...wanted });
    };
    await addSlot(1, { status: "PUBLISHED" }, 2_000);
    await addSlot(2, { status: "PUBLISHED" }, 5_000);
    await addSlot(3, { status: "FAILED" });
    await addSlot(4, { status: "CANCELLED" });
    await addSlot(5, { status: "PUBLISHED", trigger: "REQUEST", occurrenceKey: "2026-12-15+1" }, 9_000);
    await addSlot(9, {});
    clock.advance(6 * DAY_MS);
    const { completion } = await getSeriesHealth(ctx, { projectId });
    expect(completion.each).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(completion).toMatchObject({ now: 0.6, before: null });
  });

  it("says nothing of a series without an episode", async () => {
    const { ctx, projectId } = await makeSeries(0);
    const nothing = { now: null, before: null, each: [] };
    expect(await getSeriesHealth(ctx, { projectId })).toEqual({
      episodes: 0,
      repetition: nothing,
      citation: nothing,
      honoured: nothing,
      waiting: { ...nothing, now: 0 },
      completion: nothing,
    });
  });

  it("is for editors, and of one organization", async () => {
    const made = await makeSeries(1);
    const reader = await asMember(made, "READER");
    await expect(getSeriesHealth(reader, { projectId: made.projectId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { ctx: other } = await makeOrganization(database.app);
    expect(await getSeriesHealth(other, { projectId: made.projectId })).toMatchObject({ episodes: 0 });
  });
});
