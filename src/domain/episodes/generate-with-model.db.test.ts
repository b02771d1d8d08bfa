import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeProject } from "#domain/projects/remove-project.ts";
import { cancelRun } from "#domain/schedule/cancel-run.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { findStopped } from "#domain/schedule/find-stopped.ts";
import { releaseHeldRuns } from "#domain/schedule/release-held-runs.ts";
import { releaseLease } from "#domain/schedule/release-lease.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeModelScene } from "#testing/factories/make-model-scene.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import type { AuthorFault } from "#testing/model-author/author-faults.ts";
import { modelAuthor } from "#testing/model-author.ts";
import { addCharged } from "#testing/model-server/model-call.ts";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import { testKeys } from "#testing/test-keys.ts";
import { generateEpisode } from "./generate-episode.ts";
import { MODEL_WRITER } from "./model-writer.ts";

const HANDBOOK = `# The ferry handbook\n\n${["capstan", "gangway", "lifeboat", "turbine", "gearbox", "boiler"]
  .map(
    (thing, at) =>
      `## The ${thing}\n\nThe ${thing} of the ferry stands beside berth ${at + 1}, where the crew keeps its ledger of ${thing} repairs. ` +
      `A ${thing} that fails the spring inspection is replaced within ${at + 3} weeks, because the harbour insurance asks for it. ` +
      `Whoever works on the ${thing} writes name, hour and reason into the ledger before the next crossing begins. ` +
      `In winter the ${thing} is greased on every second Monday, and in summer only after a storm from the north.`,
  )
  .join("\n\n")}`;

let database: TestDatabase;
let server: ModelServer;
let author = modelAuthor();
beforeAll(async () => {
  [database, server] = await Promise.all([
    createTestDatabase(),
    startModelServer({ answer: (request) => author(request) }),
  ]);
});
afterAll(() => Promise.all([database.drop(), server.close()]));
beforeEach(() => {
  author = modelAuthor();
  server.clear();
});

/** A project that a model writes, with one source and a claimed run that somebody has asked for. */
async function makeScene() {
  const made = await makeModelScene(database, server);
  const { ctx, projectId, clock, userId } = made;
  await inOrganization(ctx, ({ tx }) =>
    tx.project.update({ where: { id: projectId }, data: { writer: "model", minutes: 2 } }),
  );
  await makeReadySource(ctx, projectId, textFile("ferry.md", HANDBOOK));
  const { id } = await makeRun(ctx, projectId, {
    occurrenceKey: "2026-11-20+1",
    trigger: "REQUEST",
    requestedById: userId,
  });
  const system: System = { db: database.worker, clock, keys: testKeys, modelAccess: ctx.modelAccess ?? {} };
  const claim = async (): Promise<ClaimedRun> => {
    const run = (await claimBatch(system, { workerId: "one", size: 50 })).find(
      ({ queueId }) => queueId === id,
    );
    if (!run) throw new Error("the run is not to be claimed");
    return run;
  };
  const read = () =>
    inOrganization(ctx, async ({ tx }) => ({
      row: await tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } }),
      episode: await tx.episode.findFirst({
        where: { queueId: id },
        include: { blocks: { orderBy: { ordinal: "asc" }, include: { origins: true } } },
      }),
      phases: await tx.generationPhase.findMany({ where: { queueId: id }, orderBy: { phase: "asc" } }),
      ledger: await tx.tokenUsage.findMany({ where: { queueId: id }, orderBy: { occurredAt: "asc" } }),
      open: await tx.usageReservation.count({ where: { queueId: id, status: "OPEN" } }),
    }));
  const write = async (options: Parameters<typeof generateEpisode>[3] = {}) => {
    const run = await claim();
    await generateEpisode(system, run, new AbortController().signal, options);
    return run;
  };
  return { ...made, queueId: id, system, claim, read, write };
}

/** What the ledger and the server have counted are the same. */
async function expectPaidOnce({ read }: Pick<Awaited<ReturnType<typeof makeScene>>, "read">) {
  await server.idle();
  const { ledger, open } = await read();
  const charged = addCharged(server.calls);
  const sum = (of: (row: (typeof ledger)[number]) => bigint) =>
    Number(ledger.reduce((all, row) => all + of(row), 0n));
  expect(open).toBe(0);
  expect(ledger).toHaveLength(server.calls.length);
  expect(sum((row) => row.uncachedInputTokens)).toBe(charged.uncachedInput);
  expect(sum((row) => row.outputTokens)).toBe(charged.output);
}

describe("an episode that a model writes", () => {
  it("is ready with citations that code has made, and each call is in the ledger under who asked for it", async () => {
    const scene = await makeScene();
    await scene.write();
    const { row, episode, phases, ledger } = await scene.read();
    expect(row).toMatchObject({ status: "READY", attempts: 1 });
    expect(episode).toMatchObject({
      status: "READY",
      writer: "model",
      writerVersion: MODEL_WRITER.version,
      number: 1,
    });
    const blocks = episode?.blocks ?? [];
    expect(blocks.map(({ type }) => type)).toEqual(expect.arrayContaining(["MARKDOWN", "QUOTE", "RECALL"]));
    const quote = blocks.find(({ type }) => type === "QUOTE");
    expect(quote?.data).toMatchObject({ sourceTitle: "The ferry handbook" });
    expect(HANDBOOK).toContain(quote?.markdown);
    expect(
      blocks.slice(0, -1).every(({ origins }) => origins.some(({ sourceChunkId }) => sourceChunkId)),
    ).toBe(true);
    expect(phases.map(({ status }) => status)).toEqual(["DONE", "DONE", "DONE", "DONE", "DONE"]);
    expect(ledger.map(({ promptVersion, purpose }) => `${promptVersion} ${purpose}`)).toEqual([
      "episode-outline@2 episode.outline",
      "episode-section@2 episode.write",
    ]);
    expect(
      ledger.every(
        ({ userId, episodeId, phase }) =>
          userId === scene.userId && episodeId === episode?.id && phase !== null,
      ),
    ).toBe(true);
    await expectPaidOnce(scene);
  });

  it.each([1, 2, 3])("pays for no call again after a worker broke off behind call %i", async (nth) => {
    author = modelAuthor({ fault: "invented-quote" });
    const scene = await makeScene();
    let answered = 0;
    const onWaiting = (isWaiting: boolean) => {
      if (!isWaiting && ++answered === nth) throw new Error("killed");
    };
    await expect(scene.write({ onWaiting })).rejects.toThrow("killed");
    expect(server.calls).toHaveLength(nth);
    scene.clock.advance(3_600_000);
    await scene.write();
    expect((await scene.read()).row.status).toBe("READY");
    expect(server.calls).toHaveLength(3);
    await expectPaidOnce(scene);
  });

  it("is left between two calls, as far as it is written, by a worker that is told to stop", async () => {
    const scene = await makeScene();
    const leaving = new AbortController();
    await scene.write({ leaving: leaving.signal, onWaiting: () => leaving.abort() });
    expect(server.calls).toHaveLength(1);
    const { row, phases } = await scene.read();
    expect(row.status).toBe("GENERATING");
    expect(phases.map(({ status }) => status)).toEqual(["DONE", "DONE", "RUNNING"]);
  });
});

describe("an answer that is of no use", () => {
  it.each<[AuthorFault, string, RegExp]>([
    ["empty", "EMPTY", /nothing/],
    ["refusal", "REFUSED", /refused/],
    ["unknown-passage", "INVALID_ANSWER", /p999/],
  ])("%s: is a failure that says so, and is tried again", async (fault, code, reason) => {
    author = modelAuthor({ fault, stubborn: true });
    const scene = await makeScene();
    await scene.write();
    const { row, episode } = await scene.read();
    expect(row).toMatchObject({ status: "RETRYING", attempts: 1, reason: expect.stringMatching(reason) });
    expect(episode).toMatchObject({ status: "DRAFT", blocks: [], generationErrors: [{ code }] });
    await expectPaidOnce(scene);
  });

  it("is mended by one more question that says what the check has found", async () => {
    author = modelAuthor({ fault: "invented-quote" });
    const scene = await makeScene();
    await scene.write();
    const { row, episode, ledger } = await scene.read();
    expect(row.status).toBe("READY");
    expect(JSON.stringify(episode?.blocks)).not.toContain("nobody has ever set these very words");
    expect(ledger.filter(({ promptVersion }) => promptVersion === "episode-repair@2")).toMatchObject([
      { purpose: "episode.check", phase: "CHECK" },
    ]);
  });

  it("fails for good when the mended draft is no better, and is not asked a second time", async () => {
    author = modelAuthor({ fault: "foreign-link", stubborn: true });
    const scene = await makeScene();
    await scene.write();
    const { row, episode, ledger } = await scene.read();
    expect(row).toMatchObject({
      status: "FAILED",
      reason:
        "The draft did not pass the check. It links to https://evil.example/more, which stands in no source.",
    });
    expect(episode).toMatchObject({ status: "ABANDONED", blocks: [] });
    expect(ledger).toHaveLength(3);
  });
});

describe("a run that a model keeps waiting", () => {
  it("is held over budget, and goes on behind what is written once the ceiling is raised", async () => {
    const scene = await makeScene();
    const { organizationId, projectId, ctx } = scene;
    const ceiling = (ceilingNanos: bigint) =>
      inOrganization(ctx, ({ tx }) => tx.budget.updateMany({ where: { projectId }, data: { ceilingNanos } }));
    await inOrganization(ctx, ({ tx }) =>
      tx.budget.create({
        data: { organizationId, projectId, window: "DAY", ceilingNanos: 10_000_000_000n },
      }),
    );
    const leaving = new AbortController();
    const run = await scene.write({ leaving: leaving.signal, onWaiting: () => leaving.abort() });
    await releaseLease(scene.system, run);
    await ceiling(1_000_000n);
    await scene.write();
    const held = await scene.read();
    expect(held.row).toMatchObject({ status: "HELD", holdKind: "BUDGET", attempts: 0 });
    expect(held.row.heldForNanos).toBeGreaterThan(0n);
    expect(held.row.reason).not.toBe("");
    expect(held.episode?.generationErrors).toEqual([]);
    expect(await releaseHeldRuns(scene.system)).toEqual([]);

    await ceiling(10_000_000_000n);
    expect(await releaseHeldRuns(scene.system)).toMatchObject([{ queueId: scene.queueId }]);
    await scene.write();
    expect((await scene.read()).row).toMatchObject({ status: "READY", attempts: 1 });
    expect(server.calls).toHaveLength(2);
    await expectPaidOnce(scene);
  });

  it("waits for a provider that is away, as long as that asks, and counts no attempt", async () => {
    server.fault({
      fault: { kind: "status", status: 503, retryAfter: { seconds: 120 } },
      times: null,
    });
    const scene = await makeScene();
    await scene.write();
    const { row, ledger } = await scene.read();
    expect(row).toMatchObject({ status: "RETRYING", attempts: 0 });
    expect(row.waitingSince).not.toBeNull();
    expect(row.availableAt.getTime() - scene.clock.now().getTime()).toBeGreaterThanOrEqual(120_000);
    expect(ledger).toEqual([]);

    server.clear();
    scene.clock.advance(3_600_000);
    await scene.write();
    expect((await scene.read()).row).toMatchObject({ status: "READY", attempts: 1, waitingSince: null });
  });
});

describe("a run that is ended while its model is asked", () => {
  it.each([
    [
      "cancelled",
      "Cancelled by an editor.",
      (scene: Scene) => cancelRun(scene.ctx, { queueId: scene.queueId }),
    ],
    [
      "of a project that is removed",
      "The project was removed.",
      (scene: Scene) => removeProject(scene.ctx, { projectId: scene.projectId, title: "Quay" }),
    ],
  ])(
    "%s: breaks the call off, settles it at the worst case, and writes nothing more",
    async (_, reason, end) => {
      server.fault({ fault: { kind: "hang" }, times: null });
      const scene = await makeScene();
      const run = await scene.claim();
      const stopping = new AbortController();
      const asked = Promise.withResolvers<void>();
      const writing = generateEpisode(scene.system, run, stopping.signal, {
        onWaiting: () => asked.resolve(),
      });
      await asked.promise;
      while (server.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await findStopped(scene.system, [run])).toEqual([]);
      await end(scene);
      expect(await findStopped(scene.system, [run])).toEqual([run]);
      stopping.abort();
      await writing;

      await server.idle();
      expect(server.calls).toMatchObject([{ outcome: "left" }]);
      const { row, episode, ledger, open } = await scene.read();
      expect(row).toMatchObject({ status: "CANCELLED", reason });
      expect(episode).toMatchObject({ status: "ABANDONED", blocks: [] });
      expect(open).toBe(0);
      expect(ledger).toMatchObject([{ settlement: "ESTIMATED", projectId: scene.projectId }]);
      expect(Number(ledger[0]?.outputTokens)).toBeGreaterThan(addCharged(server.calls).output);
    },
  );
});

type Scene = Awaited<ReturnType<typeof makeScene>>;
