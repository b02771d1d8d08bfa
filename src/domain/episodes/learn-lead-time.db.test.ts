import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { enqueueDue } from "#domain/schedule/enqueue-due.ts";
import { releaseLease } from "#domain/schedule/release-lease.ts";
import { startProject } from "#domain/schedule/start-project.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { builtInWriter } from "./built-in-writer.ts";
import { generateEpisode } from "./generate-episode.ts";
import { learnLeadTime } from "./learn-lead-time.ts";
import { publishDue } from "./publish-due.ts";
import type { Writer } from "./writer.ts";

const MINUTE = 60_000;
/** Enough for some ten episodes. */
const guide = globSync("docs/guide/*.md")
  .toSorted()
  .slice(0, 4)
  .map((file) => readFileSync(file, "utf8"))
  .join("\n\n");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const never = () => new AbortController().signal;

/** A series with enough to tell for some episodes, whose writer takes `minutes` for each. */
async function makeSlowSeries(minutes: number) {
  const clock = fixedClock("2026-11-20T00:00:00Z");
  const system = { db: database.worker, clock, keys: testKeys };
  const { ctx } = await makeOrganization(database.app, { clock });
  const { projectId } = await startProject(ctx, {
    title: "Slow",
    goal: "Understand how a slot becomes an episode.",
    minutes: 2,
    cadence: { days: [1, 2, 3, 4, 5, 6, 7], time: "07:30", timeZone: "UTC" },
  });
  await makeReadySource(ctx, projectId, textFile("guide.md", guide));
  const slow: Writer = {
    ...builtInWriter,
    write: async (brief, outline) => {
      clock.advance(minutes * MINUTE);
      return builtInWriter.write(brief, outline);
    },
  };
  const inside = <T>(work: Parameters<typeof inOrganization<T>>[1]) => inOrganization(ctx, work);
  const schedule = () => inside(({ tx }) => tx.projectSchedule.findUniqueOrThrow({ where: { projectId } }));

  /** The other series of this file may be due as well. */
  const claim = async () => {
    const runs = await claimBatch(system, { workerId: "one", size: 10 });
    const run = runs.find((each) => each.projectId === projectId);
    if (!run) throw new Error("nothing of this series is due");
    return run;
  };

  return {
    clock,
    system,
    projectId,
    schedule,
    inside,
    claim,
    /** Waits until the ticker finds the next slot due, and takes its run. */
    claimNext: async () => {
      const { nextDueAt } = await schedule();
      clock.set(new Date(Math.max(clock.now().getTime(), nextDueAt?.getTime() ?? 0)));
      // The ticker comes once a minute.
      clock.set(new Date(Math.ceil((clock.now().getTime() + 1) / MINUTE) * MINUTE));
      await enqueueDue(system);
      return claim();
    },
    write: (run: Parameters<typeof generateEpisode>[1]) =>
      generateEpisode(system, run, never(), { writer: slow }),
    /** Publishes at the slot, or as soon as the episode is there. */
    publish: async (queueId: string) => {
      const read = () =>
        inside(({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id: queueId } }));
      const { slotAt } = await read();
      if (clock.now() < slotAt) clock.set(slotAt);
      await publishDue(system);
      const { readyAt, publishedAt } = await read();
      return {
        isReadyBefore: (readyAt?.getTime() ?? Infinity) <= slotAt.getTime(),
        lateSeconds: ((publishedAt?.getTime() ?? Infinity) - slotAt.getTime()) / 1000,
      };
    },
  };
}

describe("learning the lead time", () => {
  it("has the episodes of a slow writer ready before their slots as soon as one was measured", async () => {
    const series = await makeSlowSeries(40);
    const lateness: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      const run = await series.claimNext();
      await series.write(run);
      const { isReadyBefore, lateSeconds } = await series.publish(run.queueId);
      lateness.push(lateSeconds);
      expect(isReadyBefore).toBe(day > 0);
    }
    // The first began 14 minutes before its slot, as is assumed of a project that has written nothing.
    expect(lateness).toEqual([26 * 60, 0, 0, 0]);
    const { leadSeconds, leadLearntFrom, nextSlotAt, nextDueAt } = await series.schedule();
    expect(leadLearntFrom).toBe(4);
    expect(leadSeconds).toBeGreaterThan(40 * 60);
    expect(leadSeconds).toBeLessThan(75 * 60);
    expect(nextDueAt).toEqual(new Date((nextSlotAt?.getTime() ?? 0) - leadSeconds * 1000));
  });

  it("is not misled by what was tried again, nor by the wait for it", async () => {
    const series = await makeSlowSeries(1);
    for (let day = 0; day < 2; day += 1) {
      const run = await series.claimNext();
      await series.write(run);
      await series.publish(run.queueId);
    }
    const before = (await series.schedule()).leadSeconds;
    const run = await series.claimNext();
    // Given back in the middle and taken up a day later, as after a hold or an outage.
    const stopping = new AbortController();
    const writer: Writer = {
      ...builtInWriter,
      outline: async (brief) => {
        stopping.abort();
        series.clock.advance(300 * MINUTE);
        return builtInWriter.outline(brief);
      },
    };
    await generateEpisode(series.system, run, stopping.signal, { writer });
    await releaseLease(series.system, run);
    series.clock.advance(24 * 60 * MINUTE);
    await series.inside(({ tx }) =>
      tx.generationPhase.updateMany({
        where: { queueId: run.queueId, phase: "OUTLINE" },
        data: { status: "FAILED", output: { dropped: true }, error: "It was held." },
      }),
    );
    await series.write(await series.claim());
    expect((await series.publish(run.queueId)).lateSeconds).toBeGreaterThan(0);
    const phases = await series.inside(({ tx }) =>
      tx.generationPhase.findMany({
        where: { queueId: run.queueId },
        select: { phase: true, startCount: true },
      }),
    );
    expect(phases).toContainEqual({ phase: "OUTLINE", startCount: 2 });
    expect((await series.schedule()).leadSeconds).toBe(before);
  });

  it("begins anew with another writer, of which it assumes what is usual", async () => {
    const series = await makeSlowSeries(40);
    const run = await series.claimNext();
    await series.write(run);
    expect((await series.schedule()).leadLearntFrom).toBe(1);
    const become = (writer: string) =>
      series.inside(async (ctx) => {
        await ctx.tx.project.update({ where: { id: series.projectId }, data: { writer } });
        await learnLeadTime(ctx, series);
      });
    await become("model");
    expect(await series.schedule()).toMatchObject({ leadSeconds: 900, leadLearntFrom: 0 });
    await become("built-in");
    expect(await series.schedule()).toMatchObject({ leadLearntFrom: 1 });
  });
});
