import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { listRunNotes } from "./list-run-notes.ts";

let database: TestDatabase;
let ours: MadeOrganization;
let queueId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ours = await makeOrganization(database.app);
  const { ctx, organizationId, userId: authorId } = ours;
  const { id: projectId } = await makeProject(ctx);
  const block = { type: "MARKDOWN", markdown: "m", html: "<p>m</p>" } as const;
  const [first, second] = [
    await makeEpisode(ctx, projectId, { number: 1, blocks: [block, block, block] }),
    await makeEpisode(ctx, projectId, { number: 2, blocks: [block] }),
  ];
  queueId = first.queueId;
  const at = ctx.clock.now();
  await inOrganization(ctx, async ({ tx }) => {
    const named = { organizationId, projectId };
    const lead = await tx.planningNote.create({ data: { ...named, authorId, text: "More of the harbour" } });
    await tx.planningNote.create({ data: { ...named, text: "The harbour!", mergedIntoId: lead.id } });
    const other = await tx.planningNote.create({ data: { ...named, text: "Shorter" } });
    const plan = { ...named, queueId, judgedAt: at };
    await tx.notePlan.create({ data: { ...plan, noteId: lead.id, outcome: "USED", plannedAt: at } });
    await tx.notePlan.create({
      data: {
        ...plan,
        noteId: other.id,
        outcome: "NOT_USED",
        reason: "It was short already.",
        plannedAt: new Date(at.getTime() + 1),
      },
    });
    const blocks = await tx.block.findMany({
      where: { OR: [{ episodeId: first.id, ordinal: { in: [2, 0] } }, { episodeId: second.id }] },
    });
    await tx.blockOrigin.createMany({
      data: blocks.map(({ id }) => ({
        organizationId,
        blockId: id,
        kind: "NOTE" as const,
        planningNoteId: lead.id,
      })),
    });
  });
});

afterAll(() => database.drop());

it("tells of each note of the run what became of it, and the blocks of that episode alone", async () => {
  const [harbour, shorter, ...rest] = await listRunNotes(ours.ctx, { queueId });
  expect(rest).toEqual([]);
  expect(harbour).toMatchObject({ text: "More of the harbour", outcome: "USED", votes: 2 });
  expect(harbour?.author).toMatch(/^Person /);
  expect(harbour?.blocks.map(({ ordinal }) => ordinal)).toEqual([0, 2]);
  expect(shorter).toMatchObject({
    outcome: "NOT_USED",
    reason: "It was short already.",
    votes: 1,
    author: null,
  });
});

it("tells nothing of another organization's run, and readers nothing at all", async () => {
  const theirs = await makeOrganization(database.app);
  expect(await listRunNotes(theirs.ctx, { queueId })).toEqual([]);
  const reader = await asMember(ours, "READER");
  await expect(listRunNotes(reader, { queueId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
