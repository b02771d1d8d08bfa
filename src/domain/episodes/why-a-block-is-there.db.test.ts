import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { readEpisode } from "./read-episode.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const PARAPHRASE = "Asks for more of the harbour.";
const OWN_WORDS = "honestly, the harbour bits were the only good ones";
const MEMORY = "The board decided on two ferries.";

/** An episode whose first block is there because of a reader's note and a memory, and which takes an earlier one further. */
async function makeScene() {
  const made = await makeOrganization(database.app);
  const author = await asMember(made, "READER");
  const project = await makeProject(made.ctx);
  const earlier = await makeEpisode(made.ctx, project.id, { number: 1 });
  const episode = await makeEpisode(made.ctx, project.id, {
    number: 2,
    blocks: [{ type: "MARKDOWN", markdown: "Text.", html: "<p>Text.</p>" }],
  });
  await inOrganization(made.ctx, async ({ tx, organizationId }) => {
    const of = { organizationId, projectId: project.id };
    const note = await tx.planningNote.create({
      data: { ...of, authorId: userIdOf(author), text: OWN_WORDS, paraphrase: PARAPHRASE, intent: "MORE_OF" },
    });
    const memory = await tx.agentMemory.create({
      data: {
        ...of,
        kind: "DECISION",
        status: "ACTIVE",
        text: MEMORY,
        origin: "PERSON",
        approvedAt: new Date(),
      },
    });
    const block = await tx.block.findFirstOrThrow({ where: { episodeId: episode.id } });
    await tx.blockOrigin.createMany({
      data: [
        { organizationId, blockId: block.id, kind: "NOTE", planningNoteId: note.id },
        { organizationId, blockId: block.id, kind: "MEMORY", agentMemoryId: memory.id },
      ],
    });
    await tx.continuityLink.create({
      data: {
        ...of,
        episodeId: episode.id,
        blockId: block.id,
        kind: "UPDATES",
        topic: "the harbour",
        earlierEpisodeId: earlier.id,
      },
    });
  });
  return { made, author, earlier, episode };
}

function userIdOf({ actor }: Ctx): string {
  if (actor.kind !== "user") throw new Error("Only persons write notes.");
  return actor.userId;
}

/** What stands behind the first block; origins that were written at once have no order. */
function byKind([first]: Awaited<ReturnType<typeof readEpisode>>["blocks"]) {
  const of = (kind: "NOTE" | "MEMORY") => first?.origins.find((origin) => origin.kind === kind);
  return { note: of("NOTE"), memory: of("MEMORY") };
}

it("tells an editor the note with its author, and the memory in its words", async () => {
  const { made, episode } = await makeScene();
  const { blocks } = await readEpisode(made.ctx, { episodeId: episode.id });
  const { note, memory } = byKind(blocks);
  expect(note?.note).toMatchObject({
    paraphrase: PARAPHRASE,
    isOwn: false,
    mayOpen: true,
    intent: "MORE_OF",
  });
  expect(note?.note?.author).toEqual(expect.any(String));
  expect(memory?.memory).toEqual({ text: MEMORY });
});

it("tells its author that it was theirs, and another reader neither whose it was nor what is remembered", async () => {
  const { made, author, episode } = await makeScene();
  const own = await readEpisode(author, { episodeId: episode.id });
  expect(byKind(own.blocks).note?.note).toMatchObject({ isOwn: true, mayOpen: true });

  const other = await readEpisode(await asMember(made, "READER"), { episodeId: episode.id });
  const { note, memory } = byKind(other.blocks);
  expect(note?.note).toMatchObject({ paraphrase: PARAPHRASE, isOwn: false, mayOpen: false, author: null });
  expect(memory?.memory).toEqual({ text: null });
  const told = JSON.stringify(other);
  expect(told).not.toContain(OWN_WORDS);
  expect(told).not.toContain(MEMORY);
  expect(told).not.toContain(userIdOf(author));
});

it("says what the episode takes further, and in which block", async () => {
  const { author, earlier, episode } = await makeScene();
  const { continuity } = await readEpisode(author, { episodeId: episode.id });
  expect(continuity).toMatchObject([
    { kind: "UPDATES", topic: "the harbour", blockOrdinal: 0, earlierEpisode: { id: earlier.id, number: 1 } },
  ]);
});
