import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import type { Directive } from "./directive.ts";
import { judgeAgain } from "./judge-again.ts";
import { keepsItsNotes } from "./keeps-its-notes.ts";
import { listCorrections } from "./list-corrections.ts";
import { planNotes } from "./plan-notes.ts";
import { releasePlans } from "./release-plans.ts";
import { settlePlans } from "./settle-plans.ts";
import type { NoteVerdict } from "./steer.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const clock = fixedClock();
  const made = await makeOrganization(database.app, { clock });
  const { id: projectId } = await makeProject(made.ctx);
  const system = { db: database.worker, clock, keys: testKeys };
  const worker = actingFor(system, made.organizationId, "generate-episode");
  const inside = <T>(work: Parameters<typeof inOrganization<T>>[1]) => inOrganization(worker, work);
  let number = 0;
  return {
    ...made,
    clock,
    projectId,
    reader: await asMember(made, "READER"),
    /** A run with its episode and one block, whose row nobody holds. */
    begin: async () => {
      number += 1;
      const blocks = [{ type: "MARKDOWN", markdown: "m", html: "m" } as const];
      const { id: episodeId, queueId } = await makeEpisode(made.ctx, projectId, {
        number,
        status: "READY",
        blocks,
      });
      const block = await inside(({ tx }) => tx.block.findFirstOrThrow({ where: { episodeId } }));
      const ids = (notes: { id: string }[]) => notes.map(({ id }) => id);
      return {
        queueId,
        plan: async () => ids(await inside((ctx) => planNotes(ctx, { projectId, queueId }))),
        settle: (...verdicts: NoteVerdict[]) =>
          inside((ctx) => settlePlans(ctx, { queueId, episodeId, verdicts, blockIds: [block.id] })),
        end: (status: "FAILED" | "CANCELLED" | "SKIPPED" | "QUARANTINED") =>
          inside(({ tx }) =>
            tx.episodeScheduleQueue.update({
              where: { id: queueId },
              data: { status, reason: "It ended.", finishedAt: clock.now() },
            }),
          ),
        release: () => inside((ctx) => releasePlans(ctx, { queueId })),
        judgeAgain: () => inside((ctx) => judgeAgain(ctx, { queueId })),
        keeps: () => inside((ctx) => keepsItsNotes(ctx, { queueId })),
      };
    },
    corrections: () => inside((ctx) => listCorrections(ctx, { projectId })),
  };
}

const verdict = (
  noteId: string,
  outcome: NoteVerdict["outcome"] = "USED",
  blocks: number[] = [],
): NoteVerdict => ({
  noteId,
  outcome,
  reason: outcome === "USED" ? null : "The sources say nothing about it.",
  measure: outcome === "USED" ? { name: "share", before: 0.1, after: 0.3 } : null,
  blocks,
});

const rowOf = (ctx: Ctx, id: string) =>
  inOrganization(ctx, ({ tx }) =>
    tx.planningNote.findUniqueOrThrow({
      where: { id },
      include: { plans: { orderBy: { plannedAt: "asc" } }, steps: { orderBy: { id: "asc" } }, origins: true },
    }),
  );
const kindsOf = async (ctx: Ctx, id: string) => (await rowOf(ctx, id)).steps.map(({ kind }) => kind);

describe("planning notes for a run", () => {
  it("takes what is understood and applies, the same when it is asked again, and leaves what comes later", async () => {
    const { ctx, reader, projectId, begin } = await makeScene();
    const first = await makeNote(reader, projectId);
    await makeNote(ctx, projectId, { mergedIntoId: first.id });
    await makeNote(ctx, projectId, { status: "RECEIVED" });
    await makeNote(ctx, projectId, { attention: "CORRECTION" });
    await makeNote(ctx, projectId, { scope: "ALWAYS", stoppedAt: ctx.clock.now() });
    const other = await makeOrganization(database.app);
    await makeNote(other.ctx, (await makeProject(other.ctx)).id);
    const run = await begin();
    expect(await run.plan()).toEqual([first.id]);
    const later = await makeNote(reader, projectId);
    expect(await run.plan()).toEqual([first.id]);
    expect(await rowOf(ctx, later.id)).toMatchObject({ status: "UNDERSTOOD" });
    expect(await rowOf(ctx, first.id)).toMatchObject({
      status: "PLANNED",
      plannedForId: run.queueId,
      plans: [{ outcome: "PLANNED" }],
      steps: [{ kind: "PLANNED", queueId: run.queueId }],
    });
  });

  it("gives one brief to one of two runs", async () => {
    const { ctx, projectId, begin } = await makeScene();
    const note = await makeNote(ctx, projectId);
    const runs = [await begin(), await begin()];
    const briefs = await Promise.all(runs.map((run) => run.plan()));
    expect(briefs.flat()).toEqual([note.id]);
  });

  it("takes forty at most, first those that have waited for longest, so that those that stand leave room", async () => {
    const { ctx, projectId, clock, begin } = await makeScene();
    const standing = [];
    for (let at = 0; at < 40; at += 1)
      standing.push((await makeNote(ctx, projectId, { scope: "ALWAYS" })).id);
    const [first, second, third] = [await begin(), await begin(), await begin()];
    expect((await first.plan()).sort()).toEqual(standing.sort());
    clock.advance(1000);
    const waiting = await makeNote(ctx, projectId);
    clock.advance(1000);
    expect(await second.plan()).toHaveLength(40);
    clock.advance(1000);
    const brief = await third.plan();
    expect(brief).toHaveLength(40);
    expect(brief).toContain(waiting.id);
  });

  it.each(["FAILED", "CANCELLED", "SKIPPED", "QUARANTINED"] as const)(
    "takes up again what was planned for a run that is %s, whose brief is then nobody's",
    async (status) => {
      const { ctx, projectId, begin } = await makeScene();
      const note = await makeNote(ctx, projectId);
      const run = await begin();
      await run.plan();
      await run.settle(verdict(note.id, "PARTLY_USED"));
      await run.end(status);
      expect(await run.keeps()).toBe(true);
      const next = await begin();
      expect(await next.plan()).toEqual([note.id]);
      expect(await run.keeps()).toBe(false);
      expect((await kindsOf(ctx, note.id)).toSorted()).toEqual([
        "PARTLY_USED",
        "PLANNED",
        "PLANNED",
        "RELEASED",
      ]);
      expect(await run.plan()).toEqual([]);
      expect(await run.keeps()).toBe(true);
    },
  );

  it("ends what applied until a date that is past in the project's zone", async () => {
    const { ctx, projectId, clock, begin } = await makeScene();
    const until = { scope: "UNTIL_DATE", untilDate: new Date("2026-11-21") } as const;
    const used = await makeNote(ctx, projectId, until);
    const unused = await makeNote(ctx, projectId, { ...until, attention: "CORRECTION" });
    const [first, second, third] = [await begin(), await begin(), await begin()];
    clock.set("2026-11-20T23:30:00Z");
    expect(await first.plan()).toEqual([used.id]);
    await first.settle(verdict(used.id));
    expect(await second.plan()).toEqual([used.id]);
    await second.settle(verdict(used.id, "NOT_USED"));
    clock.set("2026-11-21T23:30:00Z");
    expect(await third.plan()).toEqual([]);
    expect(await rowOf(ctx, used.id)).toMatchObject({ status: "USED" });
    expect(await rowOf(ctx, unused.id)).toMatchObject({
      status: "DECLINED",
      reason: expect.stringContaining("past"),
    });
  });
});

describe("settling the plans of a run", () => {
  it("says what became of each, in which blocks, and tells everybody who asked for it", async () => {
    const { ctx, reader, projectId, begin } = await makeScene();
    const used = await makeNote(reader, projectId);
    const vote = await makeNote(ctx, projectId, { mergedIntoId: used.id });
    const declined = await makeNote(reader, projectId);
    const run = await begin();
    await run.plan();
    await run.settle(verdict(used.id, "USED", [0, 0]), verdict(declined.id, "NOT_USED"));
    expect(await rowOf(ctx, used.id)).toMatchObject({
      status: "USED",
      plans: [{ outcome: "USED", measure: { after: 0.3 } }],
      origins: [{ kind: "NOTE" }],
    });
    expect(await rowOf(ctx, vote.id)).toMatchObject({
      status: "USED",
      plans: [],
      steps: [{}, { kind: "USED" }],
    });
    expect(await rowOf(ctx, declined.id)).toMatchObject({
      status: "DECLINED",
      reason: "The sources say nothing about it.",
      plans: [{ outcome: "NOT_USED" }],
    });
    const told = await inOrganization(ctx, ({ tx }) =>
      tx.notification.groupBy({ by: ["userId"], _count: true }),
    );
    expect(told.map(({ _count }) => _count).sort()).toEqual([2, 4]);
  });

  it("refuses verdicts that are not those on the brief, or on blocks that are not there", async () => {
    const { ctx, projectId, begin } = await makeScene();
    const [one, other] = [
      await makeNote(ctx, projectId),
      await makeNote(ctx, projectId, { status: "RECEIVED" }),
    ];
    const run = await begin();
    await run.plan();
    const wrong = [
      [],
      [verdict(other.id)],
      [verdict(one.id), verdict(other.id)],
      [verdict(one.id), verdict(one.id)],
    ];
    for (const verdicts of [...wrong, [verdict(one.id, "USED", [3])]]) {
      await expect(run.settle(...verdicts)).rejects.toMatchObject({ code: "INTERNAL" });
    }
    expect(await rowOf(ctx, one.id)).toMatchObject({ status: "PLANNED" });
  });

  it("judges again what is written again, and gives back what is gathered again", async () => {
    const { ctx, projectId, begin } = await makeScene();
    const note = await makeNote(ctx, projectId);
    const standing = await makeNote(ctx, projectId, { scope: "ALWAYS" });
    const run = await begin();
    await run.plan();
    await run.settle(verdict(note.id, "NOT_USED"), verdict(standing.id, "NOT_USED"));
    expect(await rowOf(ctx, standing.id)).toMatchObject({ status: "UNDERSTOOD" });
    await run.judgeAgain();
    for (const { id } of [note, standing]) expect(await rowOf(ctx, id)).toMatchObject({ status: "PLANNED" });
    await run.settle(verdict(note.id), verdict(standing.id));
    expect(await rowOf(ctx, note.id)).toMatchObject({ status: "USED", plans: [{ outcome: "USED" }] });
    await run.release();
    for (const { id } of [note, standing])
      expect(await rowOf(ctx, id)).toMatchObject({ status: "UNDERSTOOD" });
    expect(await run.keeps()).toBe(false);
    expect((await run.plan()).sort()).toEqual([note.id, standing.id].sort());
    expect(await run.keeps()).toBe(true);
  });

  it("keeps what was put right for the episodes to come", async () => {
    const { ctx, projectId, begin, corrections } = await makeScene();
    const directive: Directive = {
      kind: "CORRECT",
      passageIds: ["p1", "p2"],
      wrong: "eight",
      right: "It left at nine.",
    };
    const note = await makeNote(ctx, projectId, { intent: "CORRECT", directive });
    const run = await begin();
    await run.plan();
    expect(await corrections()).toEqual([]);
    await run.settle(verdict(note.id));
    const about = { noteId: note.id, wrong: "eight", right: "It left at nine." };
    expect(await corrections()).toEqual([
      { ...about, passageId: "p1" },
      { ...about, passageId: "p2" },
    ]);
  });
});
