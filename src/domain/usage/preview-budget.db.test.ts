import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { previewBudget } from "./preview-budget.ts";
import { setBudget } from "./set-budget.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const asked = (ceiling: string) => ({ projectId: null, window: "MONTH", ceiling, isHard: true }) as const;
/** 0.0045 dollars a call. */
const dollars = (calls: number) => (Number(CALL_COST) * calls) / 1e9;

describe("the preview of a ceiling", () => {
  it("holds the ledger of the last month against it, by the days of the organization", async () => {
    const made = await makeLedger(database, "Europe/Berlin", "2026-11-20T06:30:00Z");
    const { ctx, projectId } = made;
    const { id: first } = await makeEpisode(ctx, projectId, { number: 1 });
    const { id: second } = await makeEpisode(ctx, projectId, { number: 2 });
    const { id: elsewhere } = await makeProject(ctx);
    const calls = [
      // 23:30 UTC on the last of September is October in Berlin; 23:30 on the last of October is November.
      { occurredAt: "2026-09-30T23:30:00Z", episodeId: first, projectId },
      { occurredAt: "2026-10-01T08:00:00Z", episodeId: first, projectId },
      { occurredAt: "2026-10-14T22:30:00Z", episodeId: second, projectId },
      { occurredAt: "2026-10-15T08:00:00Z", projectId: elsewhere },
      { occurredAt: "2026-10-31T23:30:00Z", episodeId: second, projectId },
    ];
    for (const { occurredAt, ...call } of calls)
      await makeCall(ctx, { ...call, occurredAt: new Date(occurredAt) });

    await setBudget(ctx, asked("7"));
    expect(await previewBudget(ctx, asked(String(dollars(2))))).toMatchObject({
      from: "2026-10-01",
      until: "2026-10-31",
      before: { ceilingNanos: 7_000_000_000n, isHard: true },
      spentNanos: CALL_COST,
      heldEpisodes: 1,
      heldFrom: "2026-10-15",
      allowedNanos: CALL_COST * 2n,
      totalNanos: CALL_COST * 4n,
    });
    const daily = await previewBudget(ctx, { ...asked(String(dollars(1))), window: "DAY", projectId });
    expect(daily).toMatchObject({
      heldEpisodes: 1,
      heldFrom: "2026-10-01",
      windows: 2,
      fullWindows: 1,
      before: null,
    });
    const each = await previewBudget(ctx, { ...asked(String(dollars(1))), window: "EPISODE" });
    expect(each).toMatchObject({
      heldEpisodes: 1,
      allowedNanos: CALL_COST,
      totalNanos: CALL_COST * 3n,
      windows: 2,
    });
    expect(await previewBudget(ctx, asked("1"))).toMatchObject({ heldEpisodes: 0, heldFrom: null });
  });

  it("looks at the present month where there was no last one", async () => {
    const { ctx } = await makeLedger(database);
    await makeCall(ctx);
    const shown = await previewBudget(ctx, asked("0"));
    expect(shown).toMatchObject({
      spentNanos: CALL_COST,
      from: "2026-11-01",
      until: "2026-11-20",
      heldEpisodes: 0,
      heldFrom: "2026-11-20",
    });
  });

  it("is refused as the ceiling would be, to who may not see usage, and for what is another's", async () => {
    const made = await makeLedger(database);
    const other = await makeOrganization(database.app);
    const failureOf = (trying: Promise<unknown>) =>
      trying.then(
        () => null,
        (error: unknown) => error,
      );
    const wrong = previewBudget(made.ctx, asked("1,5"));
    expect(await failureOf(wrong)).toMatchObject({
      code: "INVALID",
      fields: { ceiling: expect.stringContaining("1.5") },
    });
    const foreign = previewBudget(other.ctx, { ...asked("1"), projectId: made.projectId });
    expect(await failureOf(foreign)).toMatchObject({ code: "NOT_FOUND" });
    const editor = await asMember(made, "EDITOR");
    expect(await failureOf(previewBudget(editor, asked("1")))).toMatchObject({ code: "FORBIDDEN" });
  });
});
