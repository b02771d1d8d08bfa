import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { getSchedule } from "./get-schedule.ts";
import { startProject } from "./start-project.ts";
import { zoneDataVersion } from "./zone-data-version.ts";

const PROJECT = {
  title: "Series",
  goal: "Learn.",
  cadence: { days: [1, 2, 3, 4, 5], time: "07:30", timeZone: "europe/berlin" },
};

describe("startProject", () => {
  let database: TestDatabase;
  const clock = fixedClock("2026-11-20T12:00:00Z");
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("adds a project whose first slot lies ahead", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app, { clock });
    const { projectId, nextSlotAt } = await startProject(ctx, PROJECT);
    expect(nextSlotAt).toEqual(new Date("2026-11-23T06:30:00Z"));
    const stored = await inOrganization(ctx, ({ tx }) =>
      tx.project.findUniqueOrThrow({ where: { id: projectId }, include: { schedule: true } }),
    );
    expect(stored.cadenceConfig).toEqual({ ...PROJECT.cadence, timeZone: "Europe/Berlin" });
    expect(stored.schedule).toMatchObject({
      organizationId,
      nextOccurrenceKey: "2026-11-23",
      nextDueAt: new Date("2026-11-23T06:15:00Z"),
      lastOccurrenceKey: null,
      cadenceVersion: 1,
      zoneDataVersion: zoneDataVersion(),
    });
  });

  it("has no next slot when every date lies behind", async () => {
    const { ctx } = await makeOrganization(database.app, { clock });
    const cadence = { ...PROJECT.cadence, endDate: "2026-11-19" };
    const { projectId, nextSlotAt } = await startProject(ctx, { ...PROJECT, cadence });
    expect(nextSlotAt).toBeNull();
    const schedule = await getSchedule(ctx, { projectId });
    expect(schedule).toMatchObject({ nextSlotAt: null, lastCheckedAt: null, lastSucceededAt: null });
    expect(schedule.preview?.occurrences).toEqual([]);
  });

  it("leaves nothing behind when the cadence is refused", async () => {
    const { ctx } = await makeOrganization(database.app, { clock });
    const cadence = { ...PROJECT.cadence, timeZone: "Mars/Base" };
    await expect(startProject(ctx, { ...PROJECT, cadence })).rejects.toMatchObject({
      code: "INVALID",
      fields: { "cadence.timeZone": expect.stringMatching(/^The time zone “Mars\/Base” is not known/) },
    });
    expect(await inOrganization(ctx, ({ tx }) => tx.project.count())).toBe(0);
  });

  it("is refused to a reader, and its schedule to another organization", async () => {
    const made = await makeOrganization(database.app, { clock });
    await expect(startProject(await asMember(made, "READER"), PROJECT)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { projectId } = await startProject(made.ctx, PROJECT);
    const other = await makeOrganization(database.app, { clock });
    await expect(getSchedule(other.ctx, { projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
