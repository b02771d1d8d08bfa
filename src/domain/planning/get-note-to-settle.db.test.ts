import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { getNoteToSettle } from "./get-note-to-settle.ts";

let database: TestDatabase;
let ours: MadeOrganization;
let noteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ours = await makeOrganization(database.app);
  const { ctx, organizationId } = ours;
  const passagesOf = async (projectId: string) => {
    const text = "The pilot boat leads ten ferries out past the mole every night. ".repeat(4);
    const sourceId = await makeReadySource(
      ctx,
      projectId,
      textFile("harbour.md", `# The harbour\n\n${text}`),
    );
    return inOrganization(ctx, ({ tx }) => tx.sourceChunk.findMany({ where: { organizationId, sourceId } }));
  };
  const { id: projectId } = await makeProject(ctx);
  const [passage] = await passagesOf(projectId);
  const [elsewhere] = await passagesOf((await makeProject(ctx)).id);
  const passageIds = [passage?.id ?? "", elsewhere?.id ?? ""];
  const directive = { kind: "CORRECT", passageIds, wrong: "ten ferries", right: "nine ferries" };
  const named = { organizationId, projectId, text: "Nine.", attention: "CORRECTION" as const };
  const note = await inOrganization(ctx, ({ tx }) =>
    tx.planningNote.create({ data: { ...named, directive } }),
  );
  noteId = note.id;
});

afterAll(() => database.drop());

it("shows an editor what a correction would print and the passages of the project that it is about", async () => {
  const editor = await asMember(ours, "EDITOR");
  const { attention, directive, passages } = await getNoteToSettle(editor, { noteId });
  expect(attention).toBe("CORRECTION");
  expect(directive).toMatchObject({ wrong: "ten ferries", right: "nine ferries" });
  expect(passages.map(({ text }) => text)).toEqual([expect.stringContaining("ten ferries")]);
});

it("is not there for another organization, and not for readers", async () => {
  const theirs = await makeOrganization(database.app);
  await expect(getNoteToSettle(theirs.ctx, { noteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const reader = await asMember(ours, "READER");
  await expect(getNoteToSettle(reader, { noteId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
