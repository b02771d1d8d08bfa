import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelRun } from "#domain/schedule/cancel-run.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { retryRun } from "#domain/schedule/retry-run.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { generateEpisode } from "./generate-episode.ts";
import { publishDue } from "./publish-due.ts";
import { rerunFrom } from "./rerun-from.ts";

const clock = fixedClock();
const DAY = 86_400_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const system = () => ({ db: database.worker, clock, keys: testKeys });

const guide = readFileSync("docs/guide/03-the-queue.md", "utf8");

/** A run whose episode is ready for its slot in an hour. */
async function makeReady() {
  const made = await makeOrganization(database.app, { clock });
  const { ctx } = made;
  const project = await makeProject(ctx, { minutes: 2, goal: "Understand how a slot becomes an episode." });
  await makeReadySource(ctx, project.id, textFile("guide.md", guide));
  const slotAt = new Date(clock.now().getTime() + 3_600_000);
  const { id: queueId } = await makeRun(ctx, project.id, { slotAt });
  const write = async () => {
    const runs = await claimBatch(system(), { workerId: "one", size: 20 });
    const run = runs.find((each) => each.queueId === queueId);
    if (run) await generateEpisode(system(), run, new AbortController().signal);
    return run;
  };
  await write();
  return { made, ctx, project, queueId, write, read: () => read(ctx, queueId) };
}

function read(ctx: Ctx, queueId: string) {
  return inOrganization(ctx, async ({ tx }) => ({
    row: await tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id: queueId } }),
    episode: await tx.episode.findFirstOrThrow({ where: { queueId }, include: { blocks: true } }),
    phases: await tx.generationPhase.findMany({ where: { queueId }, orderBy: { phase: "asc" } }),
    calls: await tx.tokenUsage.findMany({ where: { queueId }, select: { phase: true, callKey: true } }),
    audit: await tx.auditLog.findMany({ where: { targetId: queueId, action: "run.rerun" } }),
  }));
}

describe("rerunFrom", () => {
  it("writes an episode that waits for its slot again from a phase, keeps those before it and pays for the others anew", async () => {
    const { ctx, queueId, write, read } = await makeReady();
    const before = await read();
    expect(before.row.status).toBe("READY");
    expect(await rerunFrom(ctx, { queueId, phase: "WRITE" })).toEqual({ queueId });
    const begun = await read();
    expect(begun.row).toMatchObject({ status: "PENDING", attempts: 0, readyAt: null, reason: null });
    expect(begun.episode).toMatchObject({ status: "DRAFT", number: null, title: null, blocks: [] });
    expect(begun.episode.brief).toEqual(before.episode.brief);
    expect(begun.phases.map(({ id }) => id)).toEqual(before.phases.slice(0, 2).map(({ id }) => id));
    expect(begun.audit).toMatchObject([{ before: { status: "READY" }, after: { from: "WRITE" } }]);

    expect(await write()).toMatchObject({ queueId, attempt: 1 });
    const after = await read();
    expect(after.row.status).toBe("READY");
    expect(after.episode).toMatchObject({ status: "READY", number: before.episode.number });
    expect(after.episode.blocks.length).toBe(before.episode.blocks.length);
    expect(after.phases.slice(0, 2)).toEqual(before.phases.slice(0, 2));
    for (const [at, { id }] of after.phases.slice(2).entries())
      expect(id).not.toBe(before.phases[at + 2]?.id);
    const calls = after.calls.filter(({ phase }) => phase === "WRITE");
    expect(new Set(calls.map(({ callKey }) => callKey)).size).toBe(2);
    expect(after.calls.filter(({ phase }) => phase === "GATHER")).toHaveLength(1);
  });

  it("gathers anew from the first phase on, from what the project is now", async () => {
    const { ctx, project, queueId, write, read } = await makeReady();
    await inOrganization(ctx, ({ tx }) =>
      tx.project.update({ where: { id: project.id }, data: { goal: "Know who paints the railing." } }),
    );
    await rerunFrom(ctx, { queueId, phase: "GATHER" });
    expect(await read()).toMatchObject({ phases: [], episode: { brief: null } });
    await write();
    expect((await read()).episode.brief).toMatchObject({ project: { goal: "Know who paints the railing." } });
  });

  it("takes up one that was cancelled when it was ready, without its old text and behind its kept phases", async () => {
    const { ctx, queueId, write, read } = await makeReady();
    await cancelRun(ctx, { queueId });
    const { phases } = await read();
    await rerunFrom(ctx, { queueId, phase: "CHECK" });
    await write();
    const after = await read();
    expect(after).toMatchObject({
      row: { status: "READY" },
      episode: { status: "READY", number: 1, abandonedAt: null },
    });
    expect(after.phases.slice(0, 3)).toEqual(phases.slice(0, 3));
  });

  it("keeps the number where a later one is given out, and leaves no hole where none is", async () => {
    const { ctx, project, queueId, write, read } = await makeReady();
    await makeEpisode(ctx, project.id, { number: 2 });
    await rerunFrom(ctx, { queueId, phase: "FINISH" });
    expect((await read()).episode.number).toBe(1);
    await write();
    expect((await read()).episode).toMatchObject({ status: "READY", number: 1 });
  });

  it.each(["HELD", "FAILED"] as const)("goes on with a run that is %s", async (status) => {
    const { ctx, queueId, write, read } = await makeReady();
    const now = clock.now();
    await inOrganization(ctx, async ({ tx }) => {
      await tx.generationPhase.deleteMany({ where: { queueId, phase: { in: ["CHECK", "FINISH"] } } });
      await tx.continuityLink.deleteMany({ where: { episode: { queueId } } });
      await tx.episodeHealth.deleteMany({ where: { episode: { queueId } } });
      await tx.block.deleteMany({ where: { episode: { queueId } } });
      await tx.episode.updateMany({ where: { queueId }, data: { status: "DRAFT", number: null } });
      await tx.episodeScheduleQueue.update({
        where: { id: queueId },
        data: {
          status,
          reason: "It went wrong.",
          ...(status === "HELD" ? { heldAt: now, holdKind: "BUDGET", heldForNanos: 5n } : {}),
          ...(status === "FAILED" ? { finishedAt: now } : {}),
        },
      });
    });
    await rerunFrom(ctx, { queueId, phase: "WRITE" });
    await write();
    expect((await read()).row).toMatchObject({ status: "READY", holdKind: null });
  });

  it("refuses what is in work, what is published, and a phase that the run did not come to; nothing changes", async () => {
    const { ctx, project, queueId, write, read } = await makeReady();
    await rerunFrom(ctx, { queueId, phase: "OUTLINE" });
    await expect(rerunFrom(ctx, { queueId, phase: "FINISH" })).rejects.toMatchObject({ code: "CONFLICT" });
    const runs = await claimBatch(system(), { workerId: "one", size: 20 });
    const claimed = runs.find((run) => run.queueId === queueId);
    await expect(rerunFrom(ctx, { queueId, phase: "GATHER" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await read()).row.leaseToken).toBe(claimed?.leaseToken);
    if (claimed) await generateEpisode(system(), claimed, new AbortController().signal);
    clock.advance(2 * 3_600_000);
    await publishDue(system());
    const published = await read();
    expect(published.row.status).toBe("PUBLISHED");
    await expect(rerunFrom(ctx, { queueId, phase: "GATHER" })).rejects.toMatchObject({
      message: expect.stringContaining("published"),
    });
    expect(await read()).toEqual(published);

    const { id } = await makeRun(ctx, project.id, {
      occurrenceKey: new Date(clock.now().getTime() + DAY).toISOString().slice(0, 10),
      status: "FAILED",
      reason: "Before anything was written.",
      finishedAt: clock.now(),
    });
    await expect(rerunFrom(ctx, { queueId: id, phase: "GATHER" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await write();
  });

  it("refuses to go on behind a gathering that found everything told", async () => {
    const { ctx, queueId, write, read } = await makeReady();
    await inOrganization(ctx, ({ tx }) => tx.source.updateMany({ data: { deletedAt: clock.now() } }));
    await rerunFrom(ctx, { queueId, phase: "GATHER" });
    await write();
    expect((await read()).row.status).toBe("SKIPPED");
    await expect(rerunFrom(ctx, { queueId, phase: "OUTLINE" })).rejects.toMatchObject({ code: "CONFLICT" });
    await rerunFrom(ctx, { queueId, phase: "GATHER" });
    expect((await read()).row.status).toBe("PENDING");
  });

  it("is for editors of the organization, and knows no other's run", async () => {
    const { made, ctx, queueId } = await makeReady();
    const other = await makeOrganization(database.app, { clock });
    await expect(rerunFrom(other.ctx, { queueId, phase: "WRITE" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const reader = await asMember(made, "READER");
    await expect(rerunFrom(reader, { queueId, phase: "WRITE" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(retryRun(ctx, { queueId })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
