import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { planNotes } from "./plan-notes.ts";
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
  const worker = actingFor(
    { db: database.worker, clock, keys: testKeys },
    made.organizationId,
    "generate-episode",
  );
  return { ...made, clock, projectId, worker };
}

const verdict = (noteId: string, outcome: NoteVerdict["outcome"], blocks: number[] = []): NoteVerdict => ({
  noteId,
  outcome,
  reason: outcome === "USED" ? null : "The sources say nothing about it.",
  measure: null,
  blocks,
});

const rowOf = (ctx: Ctx, id: string) =>
  inOrganization(ctx, ({ tx }) =>
    tx.planningNote.findUniqueOrThrow({
      where: { id },
      include: { plans: true, steps: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    }),
  );

describe("planning notes for a run", () => {
  it("takes what is understood and applies, once, and settles it by the verdicts", async () => {
    const { ctx, worker, projectId } = await makeScene();
    const note = await makeNote(ctx, projectId);
    const other = await makeNote(ctx, projectId, { text: "Less of it" });
    const { id: queueId } = await makeRun(ctx, projectId, { occurrenceKey: "2026-11-25" });
    const plan = () => inOrganization(worker, (inside) => planNotes(inside, { projectId, queueId }));
    const first = await plan();
    expect(first.map(({ id }) => id).sort()).toEqual([note.id, other.id].sort());
    await makeNote(ctx, projectId, { text: "Later" });
    expect(await plan()).toEqual(first);
    const blocks = [{ type: "MARKDOWN", markdown: "m", html: "m" } as const];
    const episode = await makeEpisode(ctx, projectId, { number: 1, status: "READY", blocks });
    await inOrganization(worker, async (inside) => {
      const [block] = await inside.tx.block.findMany({ where: { episodeId: episode.id } });
      await settlePlans(inside, {
        queueId,
        episodeId: episode.id,
        verdicts: [verdict(note.id, "USED", [0]), verdict(other.id, "NOT_USED")],
        blockIds: [block?.id ?? ""],
      });
    });
    expect(await rowOf(ctx, note.id)).toMatchObject({ status: "USED", plans: [{ outcome: "USED" }] });
    expect(await rowOf(ctx, other.id)).toMatchObject({
      status: "DECLINED",
      plans: [{ outcome: "NOT_USED" }],
    });
  });
});
