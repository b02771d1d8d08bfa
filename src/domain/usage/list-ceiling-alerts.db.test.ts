import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeWindow } from "#testing/factories/make-window.ts";
import { listCeilingAlerts } from "./list-ceiling-alerts.ts";
import { listHeldRuns } from "./list-held-runs.ts";
import { setBudget } from "./set-budget.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const DOLLAR = 1_000_000_000n;

function hold(ctx: Ctx, projectId: string, heldForNanos: bigint) {
  const held = {
    status: "HELD",
    heldAt: ctx.clock.now(),
    holdKind: "BUDGET",
    heldForNanos,
    reason: "No room.",
  } as const;
  return makeRun(ctx, projectId, held);
}

describe("what is told of ceilings at home", () => {
  it("are those from 80 % on and those that hold a run, with the run; and an editor learns whom to ask, not what it costs", async () => {
    const made = await makeLedger(database);
    const { ctx, projectId } = made;
    const set = (window: "DAY" | "MONTH", ceiling: string, scope: string | null = null) =>
      setBudget(ctx, { projectId: scope, window, ceiling, isHard: true });
    await set("MONTH", "10");
    const { budgetId: near } = await set("DAY", "2");
    const { budgetId: full } = await set("DAY", "1", projectId);
    await makeWindow(ctx, { window: "MONTH", startsOn: "2026-11-01", spentNanos: 7n * DOLLAR });
    await makeWindow(ctx, {
      window: "DAY",
      startsOn: "2026-11-20",
      spentNanos: DOLLAR,
      reservedNanos: (6n * DOLLAR) / 10n,
    });
    await makeWindow(ctx, {
      window: "DAY",
      startsOn: "2026-11-20",
      projectId,
      spentNanos: (7n * DOLLAR) / 10n,
    });
    const { id } = await hold(ctx, projectId, (4n * DOLLAR) / 10n);

    const { alerts, heldBy, ...told } = await listCeilingAlerts(ctx, {});
    expect(alerts).toMatchObject([
      { id: near, state: "NEAR", percent: 80, money: { spentNanos: DOLLAR, ceilingNanos: 2n * DOLLAR } },
      { id: full, state: "HOLDING", percent: 70, projectTitle: "Quay" },
    ]);
    expect([...heldBy].map(([run, by]) => [run, by.map((alert) => alert.id)])).toEqual([[id, [full]]]);
    expect(told).toEqual({ mayRaise: true, askOf: [] });
    expect(await listHeldRuns(ctx, {})).toMatchObject([{ id, projectTitle: "Quay", reason: "No room." }]);

    const seen = await listCeilingAlerts(await asMember(made, "EDITOR"), {});
    expect(seen.alerts.map(({ money }) => money)).toEqual([null, null]);
    expect(seen).toMatchObject({ mayRaise: false, askOf: [expect.stringMatching(/^Person/)] });
  });

  it("leave out projects that a member does not see, and everything of another organization", async () => {
    const made = await makeLedger(database);
    const { ctx, projectId } = made;
    const { id: elsewhere } = await makeProject(ctx);
    await setBudget(ctx, { projectId, window: "MONTH", ceiling: "0", isHard: true });
    await hold(ctx, projectId, 1n);
    const editor = await asMember(made, "EDITOR");
    if (editor.actor.kind !== "user") throw new Error("an editor is a person");
    const narrowed: Ctx = { ...editor, actor: { ...editor.actor, projectIds: [elsewhere] } };
    const other = await makeOrganization(database.app);
    for (const stranger of [narrowed, other.ctx]) {
      expect((await listCeilingAlerts(stranger, {})).alerts).toEqual([]);
      expect(await listHeldRuns(stranger, {})).toEqual([]);
    }
    const reader = await asMember(made, "READER");
    await expect(listCeilingAlerts(reader, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listHeldRuns(reader, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("say nothing of a dear episode of the past, and of the ceiling that holds one now", async () => {
    const { ctx, projectId } = await makeLedger(database);
    await setBudget(ctx, { projectId: null, window: "EPISODE", ceiling: "1", isHard: true });
    const { id: past } = await makeEpisode(ctx, projectId, { number: 1 });
    await makeWindow(ctx, { window: "EPISODE", projectId, episodeId: past, spentNanos: 2n * DOLLAR });
    expect((await listCeilingAlerts(ctx, {})).alerts).toEqual([]);
    const run = await hold(ctx, projectId, 2n * DOLLAR);
    expect((await listCeilingAlerts(ctx, {})).heldBy.has(run.id)).toBe(false);
  });
});
