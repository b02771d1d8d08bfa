import { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { MODEL_PROVIDERS, type ModelProvider } from "#platform/model-access.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { accessTo, MODEL_OF, makeModelChoice, makeModelScene } from "#testing/factories/make-model-scene.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { listWindows, makeReservation } from "#testing/factories/make-reservation.ts";
import { freePort } from "#testing/free-port.ts";
import type { Fault } from "#testing/model-server/faults.ts";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import { callModel, type ModelCall } from "./call-model.ts";
import type { ModelCallError, ModelProblem } from "./model-call-error.ts";
import { priceCall } from "./price-call.ts";
import { releaseUsage } from "./release-usage.ts";

const Title = z.object({ title: z.string().min(3).max(60), words: z.array(z.string()) });
type Title = z.infer<typeof Title>;
const GOOD = { title: "Rivers and bridges", words: ["quay", "tide"] };
const PRICES = {
  uncachedInputNanosPerMillion: 3_000_000_000n,
  cacheReadNanosPerMillion: 300_000_000n,
  cacheWriteNanosPerMillion: 3_750_000_000n,
  outputNanosPerMillion: 15_000_000_000n,
};

let database: TestDatabase;
let server: ModelServer;
beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startModelServer()]);
});
afterAll(() => Promise.all([database.drop(), server.close()]));
beforeEach(() => {
  server.clear();
  server.answer({ answer: { object: GOOD }, times: null });
});

let lastStep = 0;
function callOf(overrides: Partial<ModelCall<Title>> = {}): ModelCall<Title> {
  lastStep += 1;
  return {
    stepKey: `step ${lastStep}`,
    purpose: "episode.write",
    prompt: {
      name: "title",
      version: "3",
      instructions: "You name episodes.",
      text: "Name an episode about rivers. <|endoftext|>",
    },
    schema: Title,
    maxOutputTokens: 200,
    ...overrides,
  };
}

const ledger = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany({ orderBy: { callKey: "asc" } }));
const reservations = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.usageReservation.findMany({ orderBy: { callKey: "asc" } }));

/** What the model server would bill, in our prices. */
async function billed(): Promise<bigint> {
  await server.idle();
  return server.calls.reduce((sum, { charged }) => sum + priceCall(charged, PRICES), 0n);
}

async function entered(ctx: Ctx): Promise<bigint> {
  return (await ledger(ctx)).reduce((sum, { costNanos }) => sum + (costNanos ?? 0n), 0n);
}

async function problemOf(work: Promise<unknown>): Promise<ModelCallError> {
  return work.then(
    () => expect.fail("the call was to fail"),
    (error) => error,
  );
}

describe.each(MODEL_PROVIDERS)("a model of %s", (provider) => {
  // One organization for all of them: each has a step and a key of its own, and so has what is billed.
  let scene: Awaited<ReturnType<typeof makeModelScene>>;
  beforeAll(async () => {
    scene = await makeModelScene(database, server, { provider });
  });

  async function callWith(fault: string, overrides: Partial<ModelCall<Title>> = {}) {
    const call = callOf(overrides);
    const apiKey = `${call.stepKey}:${fault}`;
    const ctx = { ...scene.ctx, modelAccess: accessTo(server, apiKey) };
    const outcome = await callModel(ctx, call).catch((error: ModelCallError) => error);
    await server.idle();
    const calls = server.calls.filter((each) => each.apiKey === apiKey);
    const paid = calls.reduce((sum, { charged }) => sum + priceCall(charged, PRICES), 0n);
    const ofStep = { callKey: { startsWith: `${call.stepKey}#` } };
    const [rows, attempts] = await inOrganization(ctx, ({ tx }) =>
      Promise.all([
        tx.tokenUsage.findMany({ where: ofStep }),
        tx.usageReservation.findMany({ where: { stepKey: call.stepKey } }),
      ]),
    );
    const inLedger = rows.reduce((sum, { costNanos }) => sum + (costNanos ?? 0n), 0n);
    return { outcome, calls, paid, rows, attempts, inLedger };
  }

  it("answers by one request, and the ledger says what the provider bills", async () => {
    const tokens = { uncachedInput: 900, cacheRead: 70, output: 60, reasoning: 20 };
    server.clear();
    server.answer({ answer: { object: GOOD, tokens } });
    const { projectId } = scene;
    const { outcome, calls, paid, rows, inLedger } = await callWith("none", { projectId });
    expect(outcome).toEqual({ output: GOOD, provider, model: MODEL_OF[provider] });
    expect(calls).toHaveLength(1);
    expect(inLedger).toBe(paid);
    expect(rows).toMatchObject([
      {
        settlement: "EXACT",
        projectId,
        provider,
        model: MODEL_OF[provider],
        promptVersion: "title@3",
        uncachedInputTokens: 900n,
        cacheReadTokens: 70n,
        outputTokens: 60n,
        reasoningTokens: 20n,
      },
    ]);
    expect(await listWindows(scene.ctx)).toContainEqual(
      expect.stringMatching(/DAY project: spent \d+, reserved 0$/),
    );
  });

  it("is reserved with no less than it reads, special tokens and schema included", async () => {
    const { attempts, calls } = await callWith("none");
    const read = calls[0]?.charged.uncachedInput ?? Number.NaN;
    expect(Number(attempts[0]?.worstInputTokens)).toBeGreaterThanOrEqual(read);
    expect(attempts).toMatchObject([{ status: "SETTLED", worstOutputTokens: 200n }]);
  });

  type Case = [fault: string, problem: ModelProblem | null, attempts: number, settled: string];
  const FAULTS: Case[] = [
    ["rate-limited", "UNAVAILABLE", 3, "free"],
    ["server-error", "UNAVAILABLE", 3, "free"],
    ["overloaded", "UNAVAILABLE", 3, "free"],
    ["revoked-key", "KEY_REFUSED", 1, "free"],
    ["unknown-model", "UNKNOWN_MODEL", 1, "free"],
    ["reset-before", "UNAVAILABLE", 3, "ESTIMATED"],
    ["reset-after", "UNAVAILABLE", 3, "ESTIMATED"],
    ["cut", "UNAVAILABLE", 3, "ESTIMATED"],
    ["cut-cleanly", "UNAVAILABLE", 3, "ESTIMATED"],
    ["stream-error", "UNAVAILABLE", 3, "ESTIMATED"],
    ["malformed", "UNAVAILABLE", 3, "ESTIMATED"],
    ["hang", "TIMEOUT", 1, "ESTIMATED"],
    ["empty", "EMPTY", 1, "EXACT"],
    ["refusal", "REFUSED", 1, "EXACT"],
    ["truncated", "TRUNCATED", 1, "EXACT"],
    ["usage-negative", null, 1, "ESTIMATED"],
    ["usage-zero", null, 1, "ESTIMATED"],
    ["duplicate-answer", null, 1, "EXACT"],
    // Google's ending has words in it, which come twice too: what comes of that is no JSON, and is repaired in vain.
    provider === "google"
      ? ["duplicate-ending", "INVALID_ANSWER", 2, "EXACT"]
      : ["duplicate-ending", null, 1, "EXACT"],
  ];
  it.each(FAULTS)("with the fault %s: %s, never below the bill", async (fault, problem, count, settled) => {
    const { outcome, ...seen } = await callWith(
      fault,
      fault === "hang" ? { timeouts: { firstChunkMs: 80 } } : {},
    );
    if (problem === null) expect(outcome).toMatchObject({ output: GOOD });
    else expect(outcome).toMatchObject({ problem, message: expect.stringMatching(/^[A-Z].+\.$/) });
    expect([seen.calls.length, seen.attempts.length]).toEqual([count, count]);
    if (settled === "free") expect([seen.rows, seen.paid]).toEqual([[], 0n]);
    else expect(seen.rows.map(({ settlement }) => settlement)).toEqual(Array(count).fill(settled));
    if (settled === "EXACT") expect(seen.inLedger).toBe(seen.paid);
    else expect(seen.inLedger).toBeGreaterThanOrEqual(seen.paid);
    expect(seen.attempts.filter(({ status }) => status === "OPEN")).toEqual([]);
  });

  it.each(["absent", "fractional", "huge"] as const)(
    "that claims %s usage is settled at the worst case, and its answer used",
    async (usage) => {
      server.fault({ fault: { kind: "usage", usage } });
      const { outcome, rows, inLedger, paid } = await callWith("none");
      // Anthropic's client takes an answer without a usage for none, and it is asked for again.
      expect(outcome).toMatchObject({ output: GOOD });
      expect(rows[0]).toMatchObject({ settlement: "ESTIMATED", outputTokens: 200n });
      expect(inLedger).toBeGreaterThanOrEqual(paid);
    },
  );

  it("leaves nothing set aside after all of that", async () => {
    const windows = await listWindows(scene.ctx);
    expect(windows.filter((line) => !line.endsWith("reserved 0"))).toEqual([]);
  });
});

describe("an answer that was paid for", () => {
  it("is given again under its step without a call, by another process too", async () => {
    const { ctx, system } = { ...(await makeModelScene(database, server)), system: database.worker };
    const call = callOf();
    const first = await callModel(ctx, call);
    expect(await callModel({ ...ctx, db: system, actor: { kind: "system", job: "test" } }, call)).toEqual(
      first,
    );
    expect(server.calls).toHaveLength(1);
    expect(await ledger(ctx)).toHaveLength(1);
  });

  it("is not given to another organization that has a step of the same name", async () => {
    const call = callOf();
    const one = await makeModelScene(database, server);
    await callModel(one.ctx, call);
    const other = await makeModelScene(database, server);
    await callModel(other.ctx, call);
    expect(server.calls).toHaveLength(2);
    expect([await ledger(one.ctx), await ledger(other.ctx)]).toMatchObject([[{}], [{}]]);
  });

  it("is asked for again when it is not what is asked for any more", async () => {
    const { ctx } = await makeModelScene(database, server);
    const call = callOf();
    await callModel(ctx, call);
    const wider = z.object({ title: z.string(), words: z.array(z.string()), dek: z.string() });
    server.clear();
    server.answer({ answer: { object: { ...GOOD, dek: "Of water" } } });
    const { output } = await callModel(ctx, { ...call, schema: wider });
    expect(output.dek).toBe("Of water");
    expect((await ledger(ctx)).map(({ callKey }) => callKey)).toEqual([
      `${call.stepKey}#1`,
      `${call.stepKey}#2`,
    ]);
  });
});

describe("an answer that the schema refuses", () => {
  it("is asked for once more, with what is wrong with it", async () => {
    const { ctx } = await makeModelScene(database, server);
    server.clear();
    server.answer({ answer: { object: { title: "R", words: [] } } });
    server.answer({ answer: { object: GOOD }, match: { promptIncludes: "What is wrong with it: title: " } });
    expect((await callModel(ctx, callOf())).output).toEqual(GOOD);
    expect(await ledger(ctx)).toHaveLength(2);
    expect(await entered(ctx)).toBe(await billed());
  });

  it("a second time, or without a repair, is a failure that is paid for and not kept", async () => {
    const { ctx } = await makeModelScene(database, server);
    server.clear();
    server.answer({ answer: { object: { title: 7 } }, times: null });
    for (const repair of [true, false]) {
      const call = callOf({ repair });
      expect(await problemOf(callModel(ctx, call))).toMatchObject({
        problem: "INVALID_ANSWER",
        message: expect.stringContaining("title: "),
      });
    }
    expect(await ledger(ctx)).toHaveLength(3);
    expect((await reservations(ctx)).map(({ answer }) => answer)).toEqual([null, null, null]);
    expect(await entered(ctx)).toBe(await billed());
  });

  it("in a block of code is none", async () => {
    const { ctx } = await makeModelScene(database, server, { provider: "compatible" });
    server.clear();
    server.answer({ answer: { text: `\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\`` } });
    expect((await callModel(ctx, callOf())).output).toEqual(GOOD);
  });
});

describe("trying again", () => {
  const passing = (retryAfter: Extract<Fault, { kind: "status" }>["retryAfter"]): Fault => ({
    kind: "status",
    status: 429,
    ...(retryAfter ? { retryAfter } : {}),
  });

  it.each([
    ["seconds", { seconds: 4 }],
    ["a date", { dateInSeconds: 4 }],
    ["milliseconds", { milliseconds: 4000 }],
  ])("waits no less than %s say, and each attempt has a reservation of its own", async (_, retryAfter) => {
    const { ctx, clock } = await makeModelScene(database, server);
    const asked = await startModelServer({ clock });
    asked.answer({ answer: { object: GOOD } });
    asked.fault({ fault: passing(retryAfter), times: 2 });
    const began = clock.now().getTime();
    await callModel({ ...ctx, modelAccess: accessTo(asked) }, callOf());
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(8000);
    for (const [index, call] of asked.calls.entries()) {
      const notBefore = asked.calls[index - 1]?.retryNotBefore;
      if (notBefore) expect(call.arrivedAt.getTime()).toBeGreaterThanOrEqual(notBefore.getTime());
    }
    expect(asked.calls).toHaveLength(3);
    expect((await reservations(ctx)).map(({ status }) => status)).toEqual([
      "RELEASED",
      "RELEASED",
      "SETTLED",
    ]);
    await asked.close();
  });

  it("is left to the run where it is asked to wait long, and nobody asks before", async () => {
    const { ctx } = await makeModelScene(database, server);
    server.fault({ fault: passing({ seconds: 120 }) });
    expect(await problemOf(callModel(ctx, callOf()))).toMatchObject({
      problem: "UNAVAILABLE",
      retryAfterSeconds: 120,
    });
    const { retryAfterSeconds = 0, problem } = await problemOf(callModel(ctx, callOf()));
    expect(problem).toBe("UNAVAILABLE");
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(119);
    expect(server.calls).toHaveLength(1);
  });

  it("is given up for a while after three failures in a row, then one call finds out", async () => {
    const { ctx, clock } = await makeModelScene(database, server);
    server.fault({ fault: { kind: "status", status: 503 }, times: 3 });
    await problemOf(callModel(ctx, callOf()));
    const before = server.calls.length;
    expect(before).toBe(3);
    const began = clock.now().getTime();
    await callModel(ctx, callOf());
    expect(clock.now().getTime() - began).toBeGreaterThan(2_000);
    expect(server.calls).toHaveLength(4);
  });

  it("asks the fallback where the first can't be reached, and not where the key is wrong", async () => {
    const { ctx, projectId } = await makeModelScene(database, server);
    const access = {
      ...accessTo(server),
      openai: { name: "OpenAI", apiKey: "k", baseUrl: `http://127.0.0.1:${await freePort()}/v1` },
    };
    await makeModelChoice(ctx, {
      provider: "openai",
      projectId,
      fallbackProvider: "anthropic",
      fallbackModel: MODEL_OF.anthropic,
    });
    const call = callOf({ projectId });
    expect(await callModel({ ...ctx, modelAccess: access }, call)).toMatchObject({ provider: "anthropic" });
    expect(await ledger(ctx)).toMatchObject([{ provider: "anthropic", settlement: "EXACT" }]);
    expect(new Set((await reservations(ctx)).map(({ status }) => status))).toEqual(
      new Set(["RELEASED", "SETTLED"]),
    );
    const refused = accessTo(server, "key:revoked-key");
    expect(await problemOf(callModel({ ...ctx, modelAccess: refused }, callOf({ projectId })))).toMatchObject(
      {
        problem: "KEY_REFUSED",
      },
    );
  });
});

describe("a call that is stopped", () => {
  it("before it was sent costs nothing", async () => {
    const { ctx } = await makeModelScene(database, server);
    const signal = AbortSignal.abort(new Error("The lease was lost"));
    expect(await problemOf(callModel(ctx, callOf({ signal })))).toMatchObject({ problem: "STOPPED" });
    expect([server.calls, await ledger(ctx)]).toEqual([[], []]);
  });

  it.each(MODEL_PROVIDERS)(
    "in the middle ends at %s too, and is settled at the worst case",
    async (provider: ModelProvider) => {
      const { ctx } = await makeModelScene(database, server, { provider });
      server.fault({ fault: { kind: "hang", afterEvents: 2 } });
      const lease = new AbortController();
      const called = problemOf(callModel(ctx, callOf({ signal: lease.signal })));
      await vi.waitUntil(() => server.calls.length > 0, { timeout: 10_000 });
      lease.abort(new Error("The lease was lost"));
      expect(await called).toMatchObject({ problem: "STOPPED" });
      const paid = await billed();
      expect(server.calls).toMatchObject([{ outcome: "left" }]);
      expect(await ledger(ctx)).toMatchObject([{ settlement: "ESTIMATED" }]);
      expect(await entered(ctx)).toBeGreaterThanOrEqual(paid);
    },
  );
});

describe("a call under way", () => {
  it("is renewed every twenty seconds, so that nobody settles it before it is answered", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const { ctx, clock } = await makeModelScene(database, server);
      server.fault({ fault: { kind: "hang" } });
      const lease = new AbortController();
      const called = problemOf(callModel(ctx, callOf({ signal: lease.signal })));
      await vi.waitUntil(() => server.calls.length > 0, { timeout: 10_000 });
      const expiresAt = async () => (await reservations(ctx))[0]?.expiresAt.getTime() ?? 0;
      const first = await expiresAt();
      clock.advance(20_000);
      await vi.advanceTimersByTimeAsync(20_000);
      await vi.waitUntil(async () => (await expiresAt()) === first + 20_000, { timeout: 10_000 });
      lease.abort();
      await called;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is settled all the same when the database was away for a moment", async () => {
    const { ctx } = await makeModelScene(database, server);
    const query = vi.spyOn(ctx.db.pool, "query");
    let failures = 0;
    query.mockImplementation(((...given: [never]) => {
      const { name } = (given[0] ?? {}) as { name?: string };
      if (name === "settle_usage" && failures++ < 2) throw new Error("the connection was closed");
      return Reflect.apply(Pool.prototype.query, ctx.db.pool, given);
    }) as never);
    expect((await callModel(ctx, callOf())).output).toEqual(GOOD);
    query.mockRestore();
    expect(failures).toBe(3);
    expect(await ledger(ctx)).toMatchObject([{ settlement: "EXACT" }]);
  });
});

describe("what is in the way", () => {
  it("no model, no key, and another organization's choice are told with what to do", async () => {
    const { ctx } = await makeOrganization(database.app);
    await makeModelScene(database, server);
    expect(await problemOf(callModel({ ...ctx, modelAccess: accessTo(server) }, callOf()))).toMatchObject({
      problem: "NO_MODEL",
      message: "No model is chosen for “Writing”. An administrator can choose one under Settings, Models.",
    });
    await makeModelChoice(ctx, { provider: "google" });
    expect(await problemOf(callModel({ ...ctx, modelAccess: {} }, callOf()))).toMatchObject({
      problem: "NO_KEY",
      message: expect.stringContaining("GOOGLE_API_KEY"),
    });
  });

  it("a prompt that may be longer than the price of the model holds for is not sent", async () => {
    const { ctx } = await makeModelScene(database, server);
    const before = server.calls.length;
    const choice = { provider: "anthropic", model: "claude-haiku-5-5" } as const;
    const { prompt } = callOf();
    const ask = (text: string) => callModel(ctx, callOf({ choice, prompt: { ...prompt, text } }));
    expect(await problemOf(ask("tide ".repeat(60_000)))).toMatchObject({
      problem: "TOO_LONG",
      message: expect.stringMatching(/claude-haiku-5-5 costs more for prompts of more than 100,000 tokens/),
    });
    expect([server.calls.length - before, await ledger(ctx)]).toEqual([0, []]);
    await ask("tide ".repeat(1_000));
    expect(server.calls.length - before).toBe(1);
  });

  it("a model without a price is called where no ceiling is hard, and its cost is not known", async () => {
    const { ctx } = await makeModelScene(database, server);
    await callModel(ctx, callOf({ choice: { provider: "openai", model: "unheard-of" } }));
    expect(await ledger(ctx)).toMatchObject([{ modelPriceId: null, costNanos: null, model: "unheard-of" }]);
  });

  it("a hard ceiling: full holds the run with what it needs, and without a price nothing is called", async () => {
    const { ctx } = await makeModelScene(database, server);
    const { organizationId } = ctx;
    const budget = { organizationId, window: "MONTH", ceilingNanos: 1_000n } as const;
    await inOrganization(ctx, ({ tx }) => tx.budget.create({ data: budget }));
    const full = await problemOf(callModel(ctx, callOf()));
    expect(full).toMatchObject({ problem: "OVER_BUDGET", budget: { window: "MONTH", ceilingNanos: 1_000n } });
    expect(full.message).toMatch(/^The monthly budget of the organisation has no room: of \$0\.000001, /);
    expect(full.neededNanos).toBeGreaterThan(3_000_000n);
    const unpriced = callOf({ choice: { provider: "openai", model: "unheard-of" } });
    expect(await problemOf(callModel(ctx, unpriced))).toMatchObject({ problem: "NO_PRICE" });
    expect([server.calls, await reservations(ctx)]).toEqual([[], []]);
  });

  it("a ceiling that only calls under way have filled is waited for, twenty seconds at most", async () => {
    const { ctx, clock } = await makeModelScene(database, server);
    await callModel(ctx, callOf());
    const [{ worstCaseNanos = 0n, modelPriceId = null } = {}] = await reservations(ctx);
    const ceilingNanos = (await entered(ctx)) + worstCaseNanos + 1_000n;
    const budget = { organizationId: ctx.organizationId, window: "MONTH", ceilingNanos } as const;
    await inOrganization(ctx, ({ tx }) => tx.budget.create({ data: budget }));
    const reservationId = await makeReservation(ctx, modelPriceId, { worstCaseNanos });
    const began = clock.now().getTime();
    const crowded = await problemOf(callModel(ctx, callOf()));
    expect(crowded).toMatchObject({ problem: "OVER_BUDGET", budget: { isCrowded: true } });
    expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(20_000);
    expect(clock.now().getTime() - began).toBeLessThan(22_000);
    let waits = 0;
    const wait = async (milliseconds: number) => {
      waits += 1;
      if (waits === 3) await releaseUsage(ctx, { reservationId });
      await clock.wait(milliseconds);
    };
    expect((await callModel({ ...ctx, clock: { ...clock, wait } }, callOf())).output).toEqual(GOOD);
    expect([waits, server.calls.length]).toEqual([3, 2]);
  });
});

describe("the model of a call", () => {
  it("is the most particular choice: project and purpose, project, organization and purpose, organization", async () => {
    const { ctx, projectId } = await makeModelScene(database, server);
    const { id: other } = await makeProject(ctx);
    const purpose = "episode.outline";
    const asked = async (of: Partial<ModelCall<Title>>) => (await callModel(ctx, callOf(of))).model;
    await makeModelChoice(ctx, { provider: "openai", model: "for-outlines", purpose });
    expect(await asked({ projectId, purpose })).toBe("for-outlines");
    await makeModelChoice(ctx, { provider: "openai", model: "of-the-project", projectId });
    expect(await asked({ projectId, purpose })).toBe("of-the-project");
    await makeModelChoice(ctx, { provider: "openai", model: "of-both", projectId, purpose });
    expect(await asked({ projectId, purpose })).toBe("of-both");
    expect(await asked({ projectId })).toBe("of-the-project");
    expect(await asked({ projectId: other, purpose })).toBe("for-outlines");
    expect(await asked({ projectId: other })).toBe(MODEL_OF.openai);
  });
});
