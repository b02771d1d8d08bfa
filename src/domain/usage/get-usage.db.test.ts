import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { getUsage } from "./get-usage.ts";
import { BUILT_IN_MODEL } from "./price-list.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const makeScene = (...given: [zone?: string, now?: string]) => makeLedger(database, ...given);

describe("reading what was used", () => {
  it("gives every day of the period, groups, and says which day is provisional where", async () => {
    const { ctx, projectId } = await makeScene("Pacific/Auckland", "2026-11-20T12:00:00Z");
    await makeCall(ctx, { projectId });
    await makeCall(ctx, { projectId, purpose: "episode.check", ...BUILT_IN_MODEL });
    await makeCall(ctx, { occurredAt: new Date("2026-11-19T12:00:00Z") });
    const usage = await getUsage(ctx, { from: "2026-11-19", until: "2026-11-22" });
    expect(usage).toMatchObject({
      zone: "Pacific/Auckland",
      today: "2026-11-21",
      total: { callCount: 3, costNanos: 2n * CALL_COST, uncachedInputTokens: 3000, outputTokens: 300 },
      byDay: [
        { date: "2026-11-19", callCount: 0, isProvisional: false },
        { date: "2026-11-20", callCount: 1, isProvisional: false },
        { date: "2026-11-21", callCount: 2, isProvisional: true },
        { date: "2026-11-22", callCount: 0, isProvisional: true },
      ],
      byModel: [
        { model: "small", callCount: 2 },
        { ...BUILT_IN_MODEL, callCount: 1, costNanos: 0n },
      ],
      byPurpose: [
        { label: "Writing", callCount: 2 },
        { label: "Checking", callCount: 1 },
      ],
    });
    expect(usage.byProject).toEqual([
      expect.objectContaining({ projectId, title: "Quay", callCount: 2 }),
      expect.objectContaining({ projectId: null, title: null, callCount: 1 }),
    ]);
    const ofProject = await getUsage(ctx, { projectId });
    expect(ofProject.total.callCount).toBe(2);
    expect(ofProject.byDay).toHaveLength(30);
    expect(ofProject.byDay.at(-1)?.date).toBe("2026-11-21");
  });

  it("keeps the name of a removed project", async () => {
    const { ctx, projectId } = await makeScene();
    await makeCall(ctx, { projectId });
    await inOrganization(ctx, ({ tx }) => tx.project.updateMany({ data: { deletedAt: new Date() } }));
    expect((await getUsage(ctx, {})).byProject).toMatchObject([{ title: "Quay" }]);
  });

  it("refuses a period that ends before it begins, spans years, or is none", async () => {
    const { ctx } = await makeScene();
    await expect(getUsage(ctx, { from: "2026-11-02", until: "2026-11-01" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(getUsage(ctx, { from: "0001-01-01" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(getUsage(ctx, { from: "2026-02-30" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { from: expect.any(String) },
    });
  });

  it("shows another organization nothing, and is refused to an editor", async () => {
    const made = await makeScene();
    await makeCall(made.ctx, { projectId: made.projectId });
    const stranger = await makeScene();
    expect((await getUsage(stranger.ctx, { projectId: made.projectId })).total.callCount).toBe(0);
    expect((await getUsage(stranger.ctx, {})).total.callCount).toBe(0);
    await expect(getUsage(await asMember(made, "EDITOR"), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
