import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { countComingSlots } from "./count-coming-slots.ts";
import { requestRun } from "./request-run.ts";
import { startProject } from "./start-project.ts";

const project = {
  title: "Quay",
  goal: "Know what comes.",
  minutes: 5,
  cadence: { days: [1, 2, 3, 4, 5], time: "18:00", timeZone: "Europe/Berlin" },
};

describe("the slots to come in the present day and month", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("are those of the cadences and the runs that wait, until midnight as the organization counts", async () => {
    // Friday 20 November, 06:30 UTC: the slots of the month are today's, the next week's five and Monday the 30th.
    const { ctx } = await makeOrganization(database.app);
    const { projectId } = await startProject(ctx, project);
    expect(await countComingSlots(ctx, {})).toEqual([{ projectId, untilDayEnd: 1, untilMonthEnd: 7 }]);
    await requestRun(ctx, { projectId });
    expect(await countComingSlots(ctx, {})).toEqual([{ projectId, untilDayEnd: 2, untilMonthEnd: 8 }]);

    // In Auckland it is 19:30 then, and midnight comes before 18:00 in Berlin; and the 30th's slot is there in December.
    const far = await makeOrganization(database.app, { reportingZone: "Pacific/Auckland" });
    const { projectId: there } = await startProject(far.ctx, project);
    expect(await countComingSlots(far.ctx, {})).toEqual([
      { projectId: there, untilDayEnd: 0, untilMonthEnd: 6 },
    ]);
  });

  it("leave out what is held, and a project that has none is not there", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    const { projectId } = await startProject(ctx, { ...project, cadence: { ...project.cadence, days: [7] } });
    await requestRun(ctx, { projectId });
    const hold = () =>
      inOrganization(ctx, ({ tx }) =>
        tx.episodeScheduleQueue.updateMany({
          where: { organizationId },
          data: { status: "HELD", heldAt: ctx.clock.now() },
        }),
      );
    await hold();
    expect(await countComingSlots(ctx, {})).toEqual([{ projectId, untilDayEnd: 0, untilMonthEnd: 2 }]);
    await inOrganization(ctx, ({ tx }) =>
      tx.projectSchedule.updateMany({ where: { projectId }, data: { isActive: false } }),
    );
    expect(await countComingSlots(ctx, {})).toEqual([]);
    const other = await makeOrganization(database.app);
    expect(await countComingSlots(other.ctx, {})).toEqual([]);
  });
});
