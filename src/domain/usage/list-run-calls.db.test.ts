import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { listRunCalls } from "./list-run-calls.ts";
import { BUILT_IN_MODEL } from "./price-list.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("lists the calls of one run, settled and under way, for editors of its organization alone", async () => {
  const made = await makeLedger(database);
  const { ctx, projectId } = made;
  const { id: queueId } = await makeRun(ctx, projectId);
  const other = await makeRun(ctx, projectId, { occurrenceKey: "2026-11-19" });
  const ofRun = { queueId, projectId, phase: "WRITE" } as const;
  await makeCall(ctx, { ...ofRun, durationMs: 1_200, promptVersion: "write@1" });
  await makeCall(ctx, { ...ofRun, settlement: "ESTIMATED" });
  await makeCall(ctx, { projectId, queueId: other.id });
  await inOrganization(ctx, async ({ tx, organizationId }) => {
    await tx.usageReservation.create({
      data: {
        organizationId,
        ...ofRun,
        callKey: "under way#1",
        stepKey: "under way",
        purpose: "episode.write",
        provider: "test",
        model: "small",
        worstInputTokens: 5_000,
        worstOutputTokens: 800,
        worstCaseNanos: 0,
        day: new Date("2026-11-20"),
        month: new Date("2026-11-01"),
        expiresAt: new Date("2026-11-20T06:31:00Z"),
      },
    });
  });
  const calls = await listRunCalls(ctx, { queueId });
  expect(calls).toMatchObject([
    {
      state: "done",
      phase: "WRITE",
      model: "small",
      costNanos: CALL_COST,
      isEstimated: false,
      durationMs: 1_200,
      promptVersion: "write@1",
    },
    { state: "done", costNanos: CALL_COST, isEstimated: true },
    { state: "under way", tokensRead: 5_000, tokensWritten: 800, costNanos: null },
  ]);

  await makeCall(ctx, { ...ofRun, ...BUILT_IN_MODEL }).catch(() => undefined);
  expect((await listRunCalls(ctx, { queueId })).length).toBe(3);
  const elsewhere = await makeOrganization(database.app);
  expect(await listRunCalls(elsewhere.ctx, { queueId })).toEqual([]);
  await expect(listRunCalls(await asMember(made, "READER"), { queueId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
