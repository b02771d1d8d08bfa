import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { listNoteAuthors } from "./list-note-authors.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const idOf = ({ actor }: Ctx) => (actor.kind === "user" ? actor.userId : "");

it("names everybody who sent a note in the project, once, and nobody else", async () => {
  const ours = await makeOrganization(database.app);
  const reader = await asMember(ours, "READER");
  const silent = await asMember(ours, "EDITOR");
  const { id: projectId } = await makeProject(ours.ctx);
  const { id: otherId } = await makeProject(ours.ctx);
  await inOrganization(ours.ctx, ({ tx, organizationId }) =>
    tx.planningNote.createMany({
      data: [
        ...[ours.userId, idOf(reader), idOf(reader), null].map((authorId) => ({ projectId, authorId })),
        { projectId: otherId, authorId: idOf(silent) },
      ].map((note) => ({ ...note, organizationId, text: "More" })),
    }),
  );
  const authors = await listNoteAuthors(ours.ctx, { projectId });
  expect(authors.map(({ id }) => id).sort()).toEqual([ours.userId, idOf(reader)].sort());
  expect(authors.map(({ name }) => name)).toContain("somebody without a name");

  const theirs = await makeOrganization(database.app);
  expect(await listNoteAuthors(theirs.ctx, { projectId })).toEqual([]);
  await expect(listNoteAuthors(reader, { projectId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
