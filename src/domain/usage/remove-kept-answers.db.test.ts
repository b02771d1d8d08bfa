import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeReservation, settleAt } from "#testing/factories/make-reservation.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { testKeys } from "#testing/test-keys.ts";
import { removeKeptAnswers } from "./remove-kept-answers.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("keeps the answers of a run until its episode is written, and none for longer than a week", async () => {
  const { ctx, projectId, clock } = await makeLedger(database);
  const worker = { db: database.worker, clock, keys: testKeys };
  const { id: priceId } = await makePrice(ctx, { model: "priced" });
  const answerFor = async (queueId: string | undefined) => {
    const id = await makeReservation(ctx, priceId, { projectId, ...(queueId ? { queueId } : {}) });
    await settleAt(ctx, id, 5n, { answer: "kept" });
    return id;
  };
  await answerFor((await makeEpisode(ctx, projectId, { number: 1, status: "READY" })).queueId);
  const failed = await answerFor(
    (await makeRun(ctx, projectId, { status: "FAILED", reason: "Refused.", finishedAt: clock.now() })).id,
  );
  const without = await answerFor(undefined);
  const kept = async () => {
    await removeKeptAnswers(worker);
    const rows = await inOrganization(ctx, ({ tx }) => tx.usageReservation.findMany());
    return rows.filter(({ answer }) => answer !== null).map(({ id }) => id);
  };
  expect(new Set(await kept())).toEqual(new Set([failed, without]));
  clock.advance(7 * 86_400_000);
  expect(await kept()).toHaveLength(2);
  clock.advance(1);
  expect(await kept()).toEqual([]);
});
