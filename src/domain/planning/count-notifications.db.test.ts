import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { countNotifications } from "./count-notifications.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Tells somebody of as many steps of a note. */
async function notify(ctx: Ctx, count: number, readAt: Date | null = null): Promise<void> {
  const { actor, organizationId } = ctx;
  if (actor.kind !== "user") throw new Error("Only persons are told.");
  const { userId } = actor;
  const at = ctx.clock.now();
  await inOrganization(ctx, async ({ tx }) => {
    const { id: projectId } = await tx.project.findFirstOrThrow({ select: { id: true } });
    const note = await tx.planningNote.create({ data: { organizationId, projectId, text: "More ferries." } });
    const step = { organizationId, projectId, noteId: note.id, kind: "EDITED", at } as const;
    const steps = await tx.noteStep.createManyAndReturn({
      data: Array.from({ length: count }, () => step),
      select: { id: true },
    });
    await tx.notification.createMany({
      data: steps.map(({ id }) => ({
        organizationId,
        userId,
        projectId,
        noteStepId: id,
        createdAt: at,
        readAt,
      })),
    });
  });
}

it("counts what somebody has not read, and nobody else's", async () => {
  const made = await makeOrganization(database.app);
  await makeProject(made.ctx);
  const reader = await asMember(made, "READER");
  await notify(reader, 3);
  await notify(reader, 2, new Date());
  await notify(made.ctx, 1);
  expect(await countNotifications(reader, {})).toBe(3);
  expect(await countNotifications(made.ctx, {})).toBe(1);
  expect(await countNotifications((await makeOrganization(database.app)).ctx, {})).toBe(0);
});

it("stops counting at a hundred, since it is asked for on every page", async () => {
  const { ctx } = await makeOrganization(database.app);
  await makeProject(ctx);
  await notify(ctx, 130);
  expect(await countNotifications(ctx, {})).toBe(100);
});
