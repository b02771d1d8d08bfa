import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { QueueStatus } from "#platform/db/generated/enums.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { cancelRun } from "./cancel-run.ts";
import { claimBatch } from "./claim-batch.ts";
import { getRun } from "./get-run.ts";
import { listQueue } from "./list-queue.ts";
import { renewLease } from "./renew-lease.ts";
import { retryRun } from "./retry-run.ts";

describe("what people do with a run", () => {
  let database: TestDatabase;
  const clock = fixedClock();
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const now = clock.now();
  const lease = { claimedBy: "one", leaseToken: "00000000-0000-4000-8000-000000000000", leaseExpiresAt: now };
  const end = { finishedAt: now, reason: "It ended." };
  const FACTS: Record<QueueStatus, object> = {
    PENDING: {},
    RETRYING: { attempts: 2, availableAt: new Date(now.getTime() + 600_000) },
    GENERATING: { startedAt: now, attempts: 1, ...lease },
    HELD: { heldAt: now, reason: "The budget is spent." },
    READY: { readyAt: now },
    PUBLISHED: { readyAt: now, publishedAt: now, finishedAt: now },
    FAILED: {
      ...end,
      attempts: 5,
      errors: [{ at: now, attempt: 5, phase: "WRITE", code: "X", message: "It broke." }],
    },
    QUARANTINED: { ...end, workerDeaths: 3 },
    SKIPPED: end,
    CANCELLED: { ...end, cancelRequestedAt: now },
  };

  async function make(status: QueueStatus, rest: object = {}) {
    const made = await makeOrganization(database.app, { clock });
    const { ctx } = made;
    const project = await makeProject(ctx, { title: "Series" });
    const { id: queueId } = await makeRun(ctx, project.id, { status, ...FACTS[status], ...rest });
    return {
      made,
      ctx,
      queueId,
      projectId: project.id,
      read: () =>
        inOrganization(ctx, ({ tx }) =>
          tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id: queueId } }),
        ),
    };
  }

  describe("cancelRun", () => {
    it.each(["PENDING", "RETRYING", "HELD", "READY"] as const)(
      "ends a run that is %s at once",
      async (status) => {
        const { ctx, queueId, read } = await make(status);
        expect(await cancelRun(ctx, { queueId })).toEqual({ status: "CANCELLED" });
        expect(await read()).toMatchObject({
          status: "CANCELLED",
          finishedAt: now,
          reason: "Cancelled by an editor.",
        });
        expect(await cancelRun(ctx, { queueId })).toEqual({ status: "CANCELLED" });
      },
    );

    it("puts an episode aside that was ready, and its number is free again", async () => {
      const { ctx } = await makeOrganization(database.app, { clock });
      const project = await makeProject(ctx);
      const episode = await makeEpisode(ctx, project.id, { number: 3, status: "READY" });
      await cancelRun(ctx, { queueId: episode.queueId });
      const after = await inOrganization(ctx, ({ tx }) =>
        tx.episode.findUniqueOrThrow({ where: { id: episode.id } }),
      );
      expect(after).toMatchObject({ status: "ABANDONED", number: null, abandonedAt: now });
    });

    it("asks the worker of a run that is being written to stop", async () => {
      const { ctx, queueId, read } = await make("PENDING");
      const system = { db: database.worker, clock, keys: testKeys };
      const runs = await claimBatch(system, { workerId: "one", size: 100 });
      const run = runs.find((claimed) => claimed.queueId === queueId);
      if (!run) throw new Error("the run could not be claimed");
      expect(await renewLease(system, run)).toBe("held");
      expect(await cancelRun(ctx, { queueId })).toEqual({ status: "GENERATING" });
      expect(await renewLease(system, run)).toBe("cancel");
      expect(await read()).toMatchObject({ status: "GENERATING", cancelRequestedAt: now });
    });

    it.each([
      ["PUBLISHED", /published already/],
      ["FAILED", /come to an end/],
      ["QUARANTINED", /come to an end/],
      ["SKIPPED", /come to an end/],
    ] as const)("refuses one that is %s", async (status, message) => {
      const { ctx, queueId, read } = await make(status);
      const before = await read();
      await expect(cancelRun(ctx, { queueId })).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringMatching(message),
      });
      expect(await read()).toEqual(before);
    });
  });

  describe("retryRun", () => {
    it.each(["HELD", "FAILED", "QUARANTINED", "SKIPPED", "CANCELLED", "RETRYING"] as const)(
      "puts a run that is %s back at once, with fresh attempts and its history",
      async (status) => {
        const { ctx, queueId, read } = await make(status);
        const before = await read();
        expect(await retryRun(ctx, { queueId })).toEqual({ queueId });
        expect(await read()).toMatchObject({
          status: "PENDING",
          availableAt: now,
          attempts: 0,
          workerDeaths: 0,
          reason: null,
          finishedAt: null,
          heldAt: null,
          cancelRequestedAt: null,
          errors: before.errors,
        });
      },
    );

    it.each(["PENDING", "GENERATING", "READY", "PUBLISHED"] as const)(
      "refuses one that is %s",
      async (status) => {
        const { ctx, queueId, read } = await make(status);
        const before = await read();
        await expect(retryRun(ctx, { queueId })).rejects.toMatchObject({ code: "CONFLICT" });
        expect(await read()).toEqual(before);
      },
    );

    it("refuses a requested run while another is in work, and one of a removed project", async () => {
      const { ctx, queueId, projectId } = await make("CANCELLED", {
        trigger: "REQUEST",
        occurrenceKey: "2026-11-20+1",
      });
      const second = await makeRun(ctx, projectId, { trigger: "REQUEST", occurrenceKey: "2026-11-20+2" });
      await expect(retryRun(ctx, { queueId })).rejects.toMatchObject({ code: "CONFLICT" });
      await cancelRun(ctx, { queueId: second.id });
      await inOrganization(ctx, ({ tx }) =>
        tx.project.update({ where: { id: projectId }, data: { deletedAt: now } }),
      );
      await expect(retryRun(ctx, { queueId })).rejects.toMatchObject({ message: "The project was removed." });
    });
  });

  describe("getRun", () => {
    it("shows a run with its history and project", async () => {
      const { ctx, queueId } = await make("FAILED");
      expect(await getRun(ctx, { queueId })).toMatchObject({
        status: "FAILED",
        projectTitle: "Series",
        errors: [{ at: now, attempt: 5, phase: "WRITE", code: "X", message: "It broke." }],
        phases: [],
        episode: null,
        requestedBy: null,
      });
    });
  });

  describe("listQueue", () => {
    it("shows each status in one view, and counts them all", async () => {
      const { ctx, projectId } = await make("PENDING");
      const statuses = Object.keys(FACTS) as QueueStatus[];
      for (const [day, status] of statuses.entries()) {
        if (status === "PENDING") continue;
        await makeRun(ctx, projectId, { occurrenceKey: `2026-10-${10 + day}`, status, ...FACTS[status] });
      }
      const seen: QueueStatus[] = [];
      for (const view of ["open", "attention", "past"] as const) {
        const { runs, counts, nextCursor } = await listQueue(ctx, { view });
        expect(counts).toEqual({ open: 4, attention: 3, past: 3 });
        expect(runs).toHaveLength(counts[view]);
        expect(nextCursor).toBeNull();
        seen.push(...runs.map(({ status }) => status));
      }
      expect(seen.sort()).toEqual(statuses.sort());
    });

    it("goes on where the page before ended, and can be narrowed to a project", async () => {
      const { ctx, projectId } = await make("PENDING");
      const other = await makeProject(ctx);
      await makeRun(ctx, other.id);
      await inOrganization(ctx, ({ tx, organizationId }) =>
        tx.episodeScheduleQueue.createMany({
          data: Array.from({ length: 60 }, (_, day) => ({
            organizationId,
            projectId,
            occurrenceKey: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
            slotAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(day / 7))),
            availableAt: now,
          })),
        }),
      );
      const first = await listQueue(ctx, { projectId });
      expect(first.runs).toHaveLength(50);
      const second = await listQueue(ctx, { projectId, cursor: first.nextCursor ?? "" });
      const all = [...first.runs, ...second.runs];
      expect(new Set(all.map(({ id }) => id)).size).toBe(61);
      expect(second.nextCursor).toBeNull();
      const slots = all.map(({ slotAt }) => slotAt.getTime());
      expect(slots).toEqual([...slots].sort((a, b) => a - b));
      expect(all[0]).toMatchObject({ projectTitle: "Series", timeZone: "Europe/Berlin" });
    });
  });

  it("answers another organization as if the run did not exist, and refuses a reader", async () => {
    const { made, queueId } = await make("FAILED");
    const other = await makeOrganization(database.app, { clock });
    const reader = await asMember(made, "READER");
    const nowhere = "00000000-0000-4000-8000-000000000000";
    for (const verb of [cancelRun, retryRun, getRun]) {
      for (const id of [queueId, nowhere, "nonsense"]) {
        await expect(verb(other.ctx, { queueId: id })).rejects.toMatchObject({
          code: "NOT_FOUND",
          message: "There is no such run. It may have been removed.",
        });
      }
      await expect(verb(reader, { queueId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect((await listQueue(other.ctx, {})).counts).toEqual({ open: 0, attention: 0, past: 0 });
    await expect(listQueue(reader, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
