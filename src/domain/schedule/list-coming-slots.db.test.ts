import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeProject } from "#domain/projects/remove-project.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { listComingSlots } from "./list-coming-slots.ts";
import { requestRun } from "./request-run.ts";
import { startProject } from "./start-project.ts";

const settings = { goal: "Know what comes.", minutes: 5 };
const cadence = { days: [1, 2, 3, 4, 5], timeZone: "Europe/Berlin" };

describe("the coming slots", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("are those of the queue and of the cadences together, the earliest first, in the zone of each project", async () => {
    const { ctx } = await makeOrganization(database.app);
    const late = await startProject(ctx, {
      ...settings,
      title: "Late",
      cadence: { ...cadence, time: "18:00" },
    });
    const early = await startProject(ctx, {
      ...settings,
      title: "Early",
      cadence: { ...cadence, time: "09:00", timeZone: "Asia/Kathmandu" },
    });
    const run = await requestRun(ctx, { projectId: late.projectId });

    const slots = await listComingSlots(ctx, {});
    expect(slots.map(({ projectTitle, run: found }) => [projectTitle, found?.status ?? null])).toEqual([
      ["Late", "PENDING"],
      ["Late", null],
      ["Early", null],
    ]);
    expect(slots[0]?.run?.queueId).toBe(run.queueId);
    expect(slots[1]?.slotAt).toEqual(late.nextSlotAt);
    expect(slots[2]).toMatchObject({ slotAt: early.nextSlotAt, timeZone: "Asia/Kathmandu" });
    expect(await listComingSlots(ctx, { limit: 1 })).toEqual(slots.slice(0, 1));
  });

  it("leave out removed projects, and other organizations see none", async () => {
    const { ctx } = await makeOrganization(database.app);
    const other = await makeOrganization(database.app);
    const { projectId } = await startProject(ctx, {
      ...settings,
      title: "Gone",
      cadence: { ...cadence, time: "18:00" },
    });
    expect(await listComingSlots(ctx, {})).toHaveLength(1);
    expect(await listComingSlots(other.ctx, {})).toEqual([]);
    await inOrganization(ctx, (inside) => removeProject(inside, { projectId, title: "Gone" }));
    expect(await listComingSlots(ctx, {})).toEqual([]);
  });
});
