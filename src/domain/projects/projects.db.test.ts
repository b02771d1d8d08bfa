import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listQueue } from "#domain/schedule/list-queue.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { addProject } from "./add-project.ts";
import { changeProject } from "./change-project.ts";
import { getProject } from "./get-project.ts";
import { listProjects } from "./list-projects.ts";
import { removeProject } from "./remove-project.ts";

const settings = { title: "Onboarding", goal: "Know the house.", audience: "engineers", minutes: 8 };
const cadence = { days: [1, 2, 3], time: "07:30", timeZone: "Europe/Berlin" };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe("adding a project", () => {
  it("stores its settings and its cadence, in the name of the person", async () => {
    const { ctx, userId } = await makeOrganization(database.app);
    const { projectId } = await addProject(ctx, { ...settings, cadence });
    expect(await getProject(ctx, { projectId })).toMatchObject({
      ...settings,
      cadenceConfig: cadence,
      version: 1,
    });
    const row = await inOrganization(ctx, ({ tx }) =>
      tx.project.findFirstOrThrow({ where: { id: projectId } }),
    );
    expect(row.createdById).toBe(userId);
  });

  it("stops at the number of projects that the organization may have, also for two at once", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    await inOrganization(ctx, ({ tx }) =>
      tx.organization.update({ where: { id: organizationId }, data: { plan: "STARTER" } }),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => addProject(ctx, { ...settings, cadence })),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(3);
    await expect(addProject(ctx, { ...settings, cadence })).rejects.toMatchObject({ code: "LIMIT_REACHED" });
    expect(await listProjects(ctx, {})).toHaveLength(3);
  });

  it("is refused to a reader, with the fields named for what can't be stored", async () => {
    const made = await makeOrganization(database.app);
    const reader = await asMember(made, "READER");
    await expect(addProject(reader, { ...settings, cadence })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      addProject(made.ctx, { ...settings, title: "x".repeat(10_000), cadence }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: { title: "The name has 10,000 characters; 200 is the most. Shorten it." },
    });
  });
});

describe("changing a project", () => {
  it("tells the second of two people who edit at once, and keeps what the first saved", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(ctx);
    await changeProject(ctx, { ...settings, projectId, version: 1, title: "By the first" });
    await expect(
      changeProject(ctx, { ...settings, projectId, version: 1, title: "By the second" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getProject(ctx, { projectId })).toMatchObject({ title: "By the first", version: 2 });
    const trail = await inOrganization(ctx, ({ tx }) =>
      tx.auditLog.findMany({ where: { targetId: projectId }, select: { action: true, after: true } }),
    );
    expect(trail).toEqual([{ action: "project.change", after: { ...settings, title: "By the first" } }]);
  });
});

describe("removing a project", () => {
  it("asks for the name, and then lets the waiting runs end and asks the running one to stop", async () => {
    const { ctx } = await makeOrganization(database.app);
    const project = await makeProject(ctx, { title: "Market watch" });
    const runs = await makeRuns(ctx, project.id);
    await expect(removeProject(ctx, { projectId: project.id, title: "market watch" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { title: expect.stringContaining("Market watch") },
    });

    await removeProject(ctx, { projectId: project.id, title: " Market watch " });
    await expect(getProject(ctx, { projectId: project.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listProjects(ctx, {})).toEqual([]);
    expect(await listQueue(ctx, { view: "past" })).toMatchObject({ runs: [], counts: { past: 0 } });
    const after = await inOrganization(ctx, async ({ tx }) => ({
      schedule: await tx.projectSchedule.findUniqueOrThrow({ where: { projectId: project.id } }),
      runs: await tx.episodeScheduleQueue.findMany({ orderBy: { occurrenceKey: "asc" } }),
    }));
    expect(after.schedule.isActive).toBe(false);
    expect(after.runs.map((run) => [run.status, run.cancelRequestedAt !== null])).toEqual([
      ["CANCELLED", false],
      ["CANCELLED", false],
      ["GENERATING", true],
      ["PUBLISHED", false],
      ["CANCELLED", false],
    ]);
    expect(runs).toBe(5);
  });

  it("is for administrators", async () => {
    const made = await makeOrganization(database.app);
    const project = await makeProject(made.ctx);
    const editor = await asMember(made, "EDITOR");
    await expect(
      removeProject(editor, { projectId: project.id, title: project.title }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("another organization's project looks like one that does not exist, to every verb", async () => {
  const mine = await makeOrganization(database.app);
  const other = await makeOrganization(database.app);
  const project = await makeProject(other.ctx);
  for (const projectId of [project.id, randomUUID(), "not an id"]) {
    const missing = { code: "NOT_FOUND", message: "There is no such project. It may have been removed." };
    await expect(getProject(mine.ctx, { projectId })).rejects.toMatchObject(missing);
    await expect(changeProject(mine.ctx, { ...settings, projectId, version: 1 })).rejects.toMatchObject(
      missing,
    );
    await expect(removeProject(mine.ctx, { projectId, title: project.title })).rejects.toMatchObject(missing);
  }
  expect(await listProjects(mine.ctx, {})).toEqual([]);
  expect(await getProject(other.ctx, { projectId: project.id })).toMatchObject({ version: 1 });
});

/** Five runs of one project: two that wait, one that is being written, one that was published, one that is ready for its slot. */
async function makeRuns(ctx: Ctx, projectId: string): Promise<number> {
  const at = new Date("2026-11-20T06:00:00Z");
  const common = { organizationId: ctx.organizationId, projectId, slotAt: at, availableAt: at };
  const { count } = await inOrganization(ctx, ({ tx }) =>
    tx.episodeScheduleQueue.createMany({
      data: [
        { ...common, occurrenceKey: "2026-11-20", status: "PENDING" },
        { ...common, occurrenceKey: "2026-11-21", status: "HELD", heldAt: at, reason: "Over budget." },
        {
          ...common,
          occurrenceKey: "2026-11-22",
          status: "GENERATING",
          startedAt: at,
          leaseToken: randomUUID(),
          leaseExpiresAt: at,
          claimedBy: "worker-1",
        },
        {
          ...common,
          occurrenceKey: "2026-11-23",
          status: "PUBLISHED",
          readyAt: at,
          publishedAt: at,
          finishedAt: at,
        },
        { ...common, occurrenceKey: "2026-11-24", status: "READY", readyAt: at },
      ],
    }),
  );
  return count;
}
