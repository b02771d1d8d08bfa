import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { exportCalls } from "./export-calls.ts";
import { listCalls, type UsageCallLine } from "./list-calls.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const makeScene = (...given: [zone?: string, now?: string]) => makeLedger(database, ...given);
const keysOf = (calls: readonly UsageCallLine[]) => calls.map(({ callKey }) => callKey);

describe("listing single calls", () => {
  it("tells what each used, what it was priced by, and what it was for", async () => {
    const { ctx, projectId, userId } = await makeScene();
    const { id: episodeId, queueId } = await makeEpisode(ctx, projectId, { number: 3, title: "The quay" });
    const tokens = { uncachedInput: 1200, cacheRead: 6000, cacheWrite: 10, output: 800, reasoning: 300 };
    const of = { projectId, episodeId, queueId, phase: "WRITE", promptVersion: "write@2" } as const;
    await makeCall(ctx, { ...of, callKey: "one", tokens, durationMs: 1500, settlement: "ESTIMATED" });
    const { calls, nextCursor } = await listCalls(ctx, {});
    expect(nextCursor).toBeNull();
    expect(calls).toMatchObject([
      {
        callKey: "one",
        occurredAt: ctx.clock.now(),
        label: "Writing",
        phase: "WRITE",
        provider: "test",
        model: "small",
        promptVersion: "write@2",
        uncachedInputTokens: 1200,
        cacheReadTokens: 6000,
        cacheWriteTokens: 10,
        outputTokens: 800,
        reasoningTokens: 300,
        costNanos: 17_437_500n,
        settlement: "ESTIMATED",
        durationMs: 1500,
        price: {
          validFrom: new Date("2000-01-01T00:00:00Z"),
          isOwn: true,
          outputNanosPerMillion: 15_000_000_000n,
        },
        project: { id: projectId, title: "Quay" },
        episode: { id: episodeId, number: 3, title: "The quay" },
        run: { id: queueId, occurrenceKey: "2026-11-23" },
        person: { id: userId },
      },
    ]);
  });

  it("goes through all calls once, the newest first, however many share an instant", async () => {
    const { ctx, clock } = await makeScene();
    const keys = Array.from({ length: 120 }, (_, index) => `call ${index}`);
    for (const [index, callKey] of keys.entries()) {
      await makeCall(ctx, { callKey, occurredAt: new Date(clock.now().getTime() - (index % 3) * 60_000) });
    }
    const seen: UsageCallLine[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listCalls(ctx, cursor === undefined ? {} : { cursor });
      expect(page.calls.length).toBeLessThanOrEqual(50);
      seen.push(...page.calls);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(keysOf(seen).toSorted()).toEqual(keys.toSorted());
    const times = seen.map(({ occurredAt }) => occurredAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    const { pages } = await exportCalls(ctx, {});
    expect((await Array.fromAsync(pages)).flat()).toEqual(seen);
  });

  it("lets through what is asked for, and nothing else", async () => {
    const made = await makeScene("Pacific/Auckland", "2026-11-20T12:30:00Z");
    const { ctx, projectId, userId } = made;
    const { id: episodeId, queueId } = await makeEpisode(ctx, projectId, { number: 1 });
    const editor = await asMember(made, "EDITOR");
    await makeCall(ctx, { callKey: "plain" });
    await makeCall(ctx, { callKey: "of a project", projectId, purpose: "episode.check" });
    await makeCall(ctx, { callKey: "of an episode", projectId, episodeId, queueId });
    await makeCall(editor, { callKey: "of the editor", settlement: "ESTIMATED" });
    await makeCall(ctx, { callKey: "of a model without a price", model: "unheard-of" });
    // The 20th in Auckland is over by then.
    await makeCall(ctx, { callKey: "yesterday", occurredAt: new Date("2026-11-20T10:59:59.999Z") });
    await makeCall(ctx, {
      callKey: "old",
      projectId,
      episodeId,
      occurredAt: new Date("2026-01-01T00:00:00Z"),
    });
    const asked = async (filter: Parameters<typeof listCalls>[1]) =>
      keysOf((await listCalls(ctx, filter)).calls).toSorted();
    expect(await asked({ projectId })).toEqual(["of a project", "of an episode"]);
    expect(await asked({ purpose: "episode.check" })).toEqual(["of a project"]);
    expect(await asked({ episodeId })).toEqual(["of an episode", "old"]);
    expect(await asked({ queueId, from: "2026-11-21" })).toEqual(["of an episode"]);
    expect(await asked({ userId, projectId: "none", from: "2026-11-21", model: "small" })).toEqual(["plain"]);
    expect(await asked({ settlement: "ESTIMATED" })).toEqual(["of the editor"]);
    expect(await asked({ userId: "none" })).toEqual([]);
    expect(await asked({ provider: "test", model: "unheard-of" })).toEqual(["of a model without a price"]);
    expect(await asked({ isUnpriced: true })).toEqual(["of a model without a price"]);
    expect(await asked({ from: "2026-11-20", until: "2026-11-20" })).toEqual(["yesterday"]);
    expect(await asked({ projectId: randomUUID() })).toEqual([]);
  });

  it("shows the cost of a call without a price as not known", async () => {
    const { ctx } = await makeScene();
    await makeCall(ctx, { model: "unheard-of" });
    const { calls } = await listCalls(ctx, {});
    expect(calls).toMatchObject([{ costNanos: null, price: null, outputTokens: 100 }]);
  });

  it("refuses a place that is none, shows another organization nothing, and is refused to an editor", async () => {
    const made = await makeScene();
    await makeCall(made.ctx, { projectId: made.projectId, callKey: "secret" });
    for (const cursor of ["", "1", `99999999999999999_${randomUUID()}`, "1_x'; drop", `1_${"-".repeat(36)}`])
      await expect(listCalls(made.ctx, { cursor })).rejects.toMatchObject({ code: "INVALID" });
    const stranger = await makeScene();
    expect((await listCalls(stranger.ctx, { projectId: made.projectId })).calls).toEqual([]);
    expect(await Array.fromAsync((await exportCalls(stranger.ctx, {})).pages)).toEqual([]);
    const editor = await asMember(made, "EDITOR");
    await expect(listCalls(editor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(exportCalls(editor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
