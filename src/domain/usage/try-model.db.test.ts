import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { LIMITS } from "#platform/limits.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { accessTo, MODEL_OF, makeModelScene } from "#testing/factories/make-model-scene.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { freePort } from "#testing/free-port.ts";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import { listUnpriced } from "./list-unpriced.ts";
import { tryModel } from "./try-model.ts";

let database: TestDatabase;
let server: ModelServer;
beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startModelServer()]);
});
beforeEach(() => server.clear());
afterAll(() => Promise.all([database.drop(), server.close()]));

const OPENAI = { provider: "openai", model: MODEL_OF.openai, does: "write" } as const;

const ledger = (ctx: Ctx) => inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany());
const tried = (ctx: Ctx) =>
  inOrganization(ctx, async ({ tx }) => ({
    audit: await tx.auditLog.findMany({
      where: { action: "model.try" },
      select: { targetId: true, after: true },
    }),
    events: await tx.userEvent.findMany({ where: { type: "model_tried" }, select: { data: true } }),
  }));

describe("trying a model", () => {
  it.each(["openai", "anthropic", "google", "compatible"] as const)(
    "asks %s for a sentence, and says what it used and cost, as the ledger does",
    async (provider) => {
      const { ctx, userId } = await makeModelScene(database, server);
      server.answer({ answer: { text: JSON.stringify({ sentence: "Ready when you are." }) } });
      const trial = await tryModel(ctx, { ...OPENAI, provider, model: MODEL_OF[provider] });
      expect(trial).toMatchObject({ provider, answer: { sentence: "Ready when you are." } });
      const rows = await ledger(ctx);
      expect(rows).toMatchObject([
        { purpose: "model.try", provider, userId, promptVersion: "model.try@1", settlement: "EXACT" },
      ]);
      expect(trial.tokensWritten).toBe(rows[0]?.outputTokens);
      expect(trial.costNanos).toBe(rows[0]?.costNanos);
      expect(trial.costNanos).toBeGreaterThan(0n);
      expect(server.calls).toHaveLength(1);
      expect(await tried(ctx)).toMatchObject({
        audit: [{ targetId: `${provider}/${MODEL_OF[provider]}`, after: { problem: null } }],
        events: [{ data: { provider, problem: null } }],
      });
    },
  );

  it("asks an embedding model for a vector", async () => {
    const { ctx } = await makeModelScene(database, server);
    const trial = await tryModel(ctx, { provider: "openai", model: "text-embedding-3-small", does: "embed" });
    expect(trial.answer).toMatchObject({ dimensions: expect.any(Number) });
    expect(trial).toMatchObject({ tokensWritten: 0n, costNanos: expect.any(BigInt) });
  });

  it("does not know what a model without a price costs, and the call waits for one", async () => {
    const { ctx } = await makeModelScene(database, server);
    const trial = await tryModel(ctx, { ...OPENAI, model: "of-our-own" });
    expect(trial.costNanos).toBeNull();
    expect(await listUnpriced(ctx, {})).toMatchObject([{ model: "of-our-own", calls: 1 }]);
  });

  it.each([
    ["revoked-key", "KEY_REFUSED", "refused the key"],
    ["unknown-model", "UNKNOWN_MODEL", `has no model ${MODEL_OF.openai}`],
    ["overloaded", "UNAVAILABLE", "Try again in a minute"],
    ["out-of-quota", "UNAVAILABLE", "no credit left"],
    ["empty", "EMPTY", "answered with nothing"],
    ["refusal", "REFUSED", "refused to answer"],
    ["truncated", "TRUNCATED", "longer than it may be"],
  ])("says in plain words what is wrong: %s", async (fault, problem, words) => {
    const { ctx } = await makeModelScene(database, server, { fault });
    await expect(tryModel(ctx, OPENAI)).rejects.toMatchObject({
      problem,
      message: expect.stringContaining(words),
    });
    expect((await tried(ctx)).events).toMatchObject([{ data: { problem } }]);
  });

  it("says of an address where nothing listens that it can't be reached, and enters no call", async () => {
    const { ctx } = await makeModelScene(database, server);
    const compatible = { name: "Cellar", baseUrl: `http://127.0.0.1:${await freePort()}/v1` };
    const away = tryModel({ ...ctx, modelAccess: { compatible } }, { ...OPENAI, provider: "compatible" });
    await expect(away).rejects.toMatchObject({
      problem: "UNAVAILABLE",
      message: expect.stringContaining("have its address checked"),
    });
    expect(await ledger(ctx)).toEqual([]);
  });

  it("names what has to be set where a provider has no key", async () => {
    const { ctx } = await makeModelScene(database, server);
    await expect(tryModel({ ...ctx, modelAccess: {} }, OPENAI)).rejects.toMatchObject({
      problem: "NO_KEY",
      message: expect.stringContaining("OPENAI_API_KEY"),
    });
  });

  it("is refused what a hard ceiling can't hold, as every call is", async () => {
    const { ctx } = await makeModelScene(database, server);
    await inOrganization(ctx, ({ tx, organizationId }) =>
      tx.budget.create({ data: { organizationId, window: "DAY", ceilingNanos: 1n } }),
    );
    await expect(tryModel(ctx, OPENAI)).rejects.toMatchObject({ problem: "OVER_BUDGET" });
    await expect(tryModel(ctx, { ...OPENAI, model: "of-our-own" })).rejects.toMatchObject({
      problem: "NO_PRICE",
    });
    expect(server.calls).toHaveLength(0);
  });

  it("is limited for an organization, and for administrators", async () => {
    const made = await makeOrganization(database.app);
    const editor = await asMember(made, "EDITOR");
    await expect(tryModel(editor, OPENAI)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ctx = { ...made.ctx, modelAccess: {} };
    for (let count = 0; count < LIMITS.tryModel.points; count += 1) {
      await expect(tryModel(ctx, OPENAI)).rejects.toMatchObject({ problem: "NO_KEY" });
    }
    await expect(tryModel(ctx, OPENAI)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
    const other = await makeOrganization(database.app);
    const elsewhere = { ...other.ctx, modelAccess: accessTo(server) };
    expect(await tryModel(elsewhere, OPENAI)).toMatchObject({ model: OPENAI.model });
  });
});
