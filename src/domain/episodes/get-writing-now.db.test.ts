import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { getWritingNow } from "./get-writing-now.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("tells a reader which episode is being written and from when it knows, and nothing once that is over", async () => {
  const made = await makeOrganization(database.app);
  const { ctx, organizationId } = made;
  const reader = await asMember(made, "READER");
  const { id: projectId } = await makeProject(ctx);
  await makeEpisode(ctx, projectId, { number: 6 });
  const nextSlotAt = new Date("2030-01-07T06:30:00Z");
  await inOrganization(ctx, ({ tx }) =>
    tx.projectSchedule.update({ where: { projectId }, data: { nextSlotAt, isActive: true } }),
  );
  expect(await getWritingNow(reader, { projectId })).toMatchObject({
    frozen: null,
    nextSlotAt,
  });

  const { queueId, id: episodeId } = await makeEpisode(ctx, projectId, { number: 7, status: "DRAFT" });
  const startedAt = ctx.clock.now();
  await inOrganization(ctx, async ({ tx }) => {
    await tx.generationPhase.create({
      data: { organizationId, queueId, episodeId, phase: "GATHER", startedAt },
    });
    await tx.episodeScheduleQueue.update({
      where: { id: queueId },
      data: { status: "HELD", heldAt: startedAt, holdKind: "BUDGET" },
    });
  });
  expect(await getWritingNow(reader, { projectId })).toMatchObject({ frozen: { number: 7, at: startedAt } });

  const other = await makeOrganization(database.app);
  expect(await getWritingNow(other.ctx, { projectId })).toEqual({ frozen: null, nextSlotAt: null });

  await inOrganization(ctx, ({ tx }) =>
    tx.episodeScheduleQueue.update({
      where: { id: queueId },
      data: { status: "CANCELLED", finishedAt: startedAt, heldAt: null, holdKind: null },
    }),
  );
  expect(await getWritingNow(reader, { projectId })).toMatchObject({ frozen: null });
});
