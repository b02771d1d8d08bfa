import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { NoteAttention } from "#platform/db/generated/client.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { countNotesNeedingMe } from "./count-notes-needing-me.ts";

let database: TestDatabase;
let ours: MadeOrganization;

beforeAll(async () => {
  database = await createTestDatabase();
  ours = await makeOrganization(database.app);
});

afterAll(() => database.drop());

const note = (ctx: Ctx, projectId: string, attention: NoteAttention | null) =>
  inOrganization(ctx, ({ tx, organizationId, clock }) =>
    tx.planningNote.create({
      data: {
        ...{ organizationId, projectId, text: "More", attention },
        ...{ status: "UNDERSTOOD", intent: "MORE_OF", paraphrase: "More", understoodBy: "RULES" },
        directive: { kind: "MORE_OF", terms: ["ferry"] },
        understoodAt: clock.now(),
        createdAt: clock.now(),
      },
    }),
  );

it("counts what waits for an editor by what it waits for, and a note that three episodes have passed over", async () => {
  const { ctx, organizationId } = ours;
  const { id: projectId, title } = await makeProject(ctx);
  const { id: quietId } = await makeProject(ctx);
  await note(ctx, quietId, null);
  const [one, other] = [
    await note(ctx, projectId, "CONTRADICTION"),
    await note(ctx, projectId, "CONTRADICTION"),
  ];
  const [firstNoteId, secondNoteId] = [one.id, other.id].sort() as [string, string];
  const pair = { organizationId, projectId, firstNoteId, secondNoteId, foundAt: ctx.clock.now() };
  await inOrganization(ctx, ({ tx }) => tx.noteConflict.create({ data: pair }));
  await note(ctx, projectId, "CORRECTION");
  await note(ctx, projectId, "UNCLEAR");
  await note(ctx, projectId, "UNCLEAR");
  await note(ctx, projectId, null);
  const none = {
    projectId,
    title,
    contradictions: 1,
    corrections: 1,
    schedule: 0,
    unclear: 2,
    waitedLong: 0,
  };
  for (const number of [1, 2]) await makeEpisode(ctx, projectId, { number });
  expect(await countNotesNeedingMe(ctx, {})).toEqual([none]);
  await makeEpisode(ctx, projectId, { number: 3 });
  expect(await countNotesNeedingMe(ctx, {})).toEqual([{ ...none, waitedLong: 1 }]);
});

it("tells nothing of another organization, and readers nothing at all", async () => {
  const theirs = await makeOrganization(database.app);
  expect(await countNotesNeedingMe(theirs.ctx, {})).toEqual([]);
  const reader = await asMember(ours, "READER");
  await expect(countNotesNeedingMe(reader, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
