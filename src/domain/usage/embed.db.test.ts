import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeModelScene } from "#testing/factories/make-model-scene.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { addCharged } from "#testing/model-server/model-call.ts";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import { embed } from "./embed.ts";

const MODELS = {
  openai: "text-embedding-3-small",
  compatible: "nomic-embed-text",
  google: "gemini-embedding-001",
} as const;

let database: TestDatabase;
let server: ModelServer;
beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startModelServer()]);
});
afterAll(() => Promise.all([database.drop(), server.close()]));

async function makeScene(provider: keyof typeof MODELS, fault?: string) {
  server.clear();
  const { ctx } = await makeModelScene(database, server, fault === undefined ? {} : { fault });
  const model = MODELS[provider];
  await makePrice(ctx, { provider, model, outputNanosPerMillion: 0n });
  const call = { stepKey: "chunks of a source", purpose: "model.try", choice: { provider, model } } as const;
  return { ctx, call, model };
}

const ledger = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany({ orderBy: { callKey: "asc" } }));
const tokensIn = async (ctx: Ctx) =>
  (await ledger(ctx)).reduce((sum, row) => sum + Number(row.uncachedInputTokens), 0);

describe.each(["openai", "compatible", "google"] as const)("vectors of %s", (provider) => {
  it("come in the order of the texts, and are paid for once", async () => {
    const { ctx, call, model } = await makeScene(provider);
    const values = ["the quiet river bends", "a quiet river rises", "budgets are ceilings"];
    const made = await embed(ctx, { ...call, values });
    expect([made.provider, made.model]).toEqual([provider, model]);
    const [first = [], second = [], third = []] = made.embeddings;
    expect(dot(first, first)).toBeCloseTo(1, 5);
    expect(dot(first, second)).toBeGreaterThan(dot(first, third) + 0.2);
    expect(await embed(ctx, { ...call, values })).toEqual(made);
    expect(server.calls).toHaveLength(1);
    const { uncachedInput } = addCharged(server.calls);
    // Google does not say what it counts, and its calls are entered at the worst case.
    if (provider === "google") expect(await tokensIn(ctx)).toBeGreaterThanOrEqual(uncachedInput);
    else expect(await tokensIn(ctx)).toBe(uncachedInput);
    const settlement = provider === "google" ? "ESTIMATED" : "EXACT";
    expect(await ledger(ctx)).toMatchObject([{ settlement, outputTokens: 0n }]);
  });

  it("of more texts than fit into a request are several calls, each kept by itself", async () => {
    const { ctx, call } = await makeScene(provider);
    const values = Array.from({ length: 100 }, (_, index) => `text number ${index}`);
    const { embeddings } = await embed(ctx, { ...call, values });
    expect([embeddings.length, server.calls.length]).toEqual([100, 2]);
    expect(await embed(ctx, { ...call, values })).toMatchObject({ embeddings });
    expect(server.calls).toHaveLength(2);
    expect((await ledger(ctx)).map(({ callKey }) => callKey)).toEqual([
      "chunks of a source#1",
      "chunks of a source+96#1",
    ]);
  });
});

describe("vectors that don't come", () => {
  it.each([
    ["server-error", "UNAVAILABLE", 3, 0],
    ["revoked-key", "KEY_REFUSED", 1, 0],
    ["cut", "UNAVAILABLE", 3, 3],
    ["malformed", "UNAVAILABLE", 3, 3],
    ["reset-after", "UNAVAILABLE", 3, 3],
  ])("because of %s: %s, and the ledger is not below the bill", async (fault, problem, calls, rows) => {
    const { ctx, call } = await makeScene("openai", fault);
    await expect(embed(ctx, { ...call, values: ["one", "two"] })).rejects.toMatchObject({ problem });
    await server.idle();
    expect(server.calls).toHaveLength(calls);
    expect(await ledger(ctx)).toHaveLength(rows);
    expect(await tokensIn(ctx)).toBeGreaterThanOrEqual(addCharged(server.calls).uncachedInput);
  });

  it("are asked for again when another model is chosen, for vectors of two models can't be compared", async () => {
    const { ctx, call } = await makeScene("openai");
    await embed(ctx, { ...call, values: ["one"] });
    const choice = { provider: "compatible", model: MODELS.compatible } as const;
    expect(await embed(ctx, { ...call, choice, values: ["one"] })).toMatchObject(choice);
    expect(server.calls).toHaveLength(2);
  });

  it("because the provider has none, or was told to stop", async () => {
    const { ctx, call } = await makeScene("openai");
    const choice = { provider: "anthropic", model: "claude-opus-4-5" } as const;
    await expect(embed(ctx, { ...call, choice, values: ["one"] })).rejects.toMatchObject({
      problem: "UNKNOWN_MODEL",
      message: expect.stringContaining("no models that make vectors"),
    });
    const signal = AbortSignal.abort();
    await expect(embed(ctx, { ...call, signal, values: ["one"] })).rejects.toMatchObject({
      problem: "STOPPED",
    });
    expect([server.calls, await ledger(ctx)]).toEqual([[], []]);
  });
});

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
