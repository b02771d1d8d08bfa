import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { listMyNotes } from "./list-my-notes.ts";
import { submitNote } from "./submit-note.ts";
import { withdrawNote } from "./withdraw-note.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("shows one's own notes of all projects, of one, and in one state", async () => {
  const made = await makeOrganization(database.app);
  const reader = await asMember(made, "READER");
  const [first, second] = [await makeProject(made.ctx), await makeProject(made.ctx)];
  const send = async (text: string, projectId: string) =>
    (await submitNote(reader, { projectId, text, scope: "NEXT_EPISODE" })).noteId;
  const ferries = await send("More about ferries.", first.id);
  const pilots = await send("More about pilots.", second.id);
  await withdrawNote(reader, { noteId: ferries, revision: 1 });

  const idsOf = async (wanted: Parameters<typeof listMyNotes>[1]) =>
    (await listMyNotes(reader, wanted)).notes.map(({ id }) => id);
  expect((await idsOf({})).sort()).toEqual([ferries, pilots].sort());
  expect(await idsOf({ projectId: first.id })).toEqual([ferries]);
  expect(await idsOf({ column: "waiting" })).toEqual([pilots]);
  expect(await idsOf({ column: "declined", projectId: second.id })).toEqual([]);
  expect((await listMyNotes(made.ctx, {})).notes).toEqual([]);
});
