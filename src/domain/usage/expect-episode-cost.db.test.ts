import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeModelChoice } from "#testing/factories/make-model-scene.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { expectEpisodeCost } from "./expect-episode-cost.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const EPISODES = [500, 2000].map((words) => ({
  words,
  calls: [{ purpose: "episode.write" as const, inputTokens: 1000, outputTokens: words }],
}));

it("is the worst case by the prices of the chosen model, and nothing without one", async () => {
  const { ctx, projectId } = await makeLedger(database);
  const ask = () => expectEpisodeCost(ctx, { projectId, episodes: EPISODES });
  expect(await ask()).toEqual({ by: "nothing" });
  await makeModelChoice(ctx, { provider: "openai", model: "dear" });
  expect(await ask()).toEqual({ by: "nothing" });
  await makePrice(ctx, { provider: "openai", model: "dear" });
  // 3 dollars for a million tokens of input, 15 for a million of output.
  expect(await ask()).toEqual({ by: "worst", nanos: [3_000_000n + 7_500_000n, 3_000_000n + 30_000_000n] });
});

it("is by the word what the last episodes cost, those without a known cost left out", async () => {
  const made = await makeLedger(database);
  const { ctx, projectId } = made;
  for (const number of [1, 2, 3]) {
    const { id: episodeId } = await makeEpisode(ctx, projectId, { number });
    await inOrganization(ctx, ({ tx }) =>
      tx.episode.update({ where: { id: episodeId }, data: { writer: "model" } }),
    );
    const model = number === 3 ? "unpriced" : "small";
    await makeCall(ctx, { projectId, episodeId, model });
    if (number === 1) await makeCall(ctx, { projectId, episodeId });
  }
  // Two episodes of a thousand words, three calls.
  const wanted = { by: "past", episodes: 2, nanos: [(3n * CALL_COST * 500n) / 2000n, 3n * CALL_COST] };
  expect(await expectEpisodeCost(ctx, { projectId, episodes: EPISODES })).toEqual(wanted);

  const reader = await asMember(made, "READER");
  await expect(expectEpisodeCost(reader, { projectId, episodes: EPISODES })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const elsewhere = await makeOrganization(database.app);
  expect(await expectEpisodeCost(elsewhere.ctx, { projectId, episodes: EPISODES })).toEqual({
    by: "nothing",
  });
});
