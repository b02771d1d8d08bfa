import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { getNote } from "./get-note.ts";
import { listMyNotes } from "./list-my-notes.ts";
import { listNotes } from "./list-notes.ts";
import { listNotesNeedingMe } from "./list-notes-needing-me.ts";
import { submitNote } from "./submit-note.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe("a note", () => {
  it("is shown to its author and to editors with its life, and looks missing to everybody else", async () => {
    const made = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(made.ctx);
    const reader = await asMember(made, "READER");
    const other = await asMember(made, "READER");
    const editor = await asMember(made, "EDITOR");
    const stranger = await makeOrganization(database.app);
    const { noteId } = await submitNote(reader, {
      projectId,
      text: "More about ferries",
      scope: "NEXT_EPISODE",
    });
    expect(await getNote(reader, { noteId })).toMatchObject({
      id: noteId,
      isMine: true,
      steps: [{ kind: "RECEIVED" }],
      votes: 1,
      can: { change: true, withdraw: true, settle: false },
    });
    expect(await getNote(editor, { noteId })).toMatchObject({
      isMine: false,
      can: { change: false, settle: true },
    });
    for (const ctx of [other, stranger.ctx]) {
      await expect(getNote(ctx, { noteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(getNote(reader, { noteId: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await inOrganization(made.ctx, ({ tx, clock }) =>
      tx.project.update({ where: { id: projectId }, data: { deletedAt: clock.now() } }),
    );
    await expect(getNote(reader, { noteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("lists of notes", () => {
  it("show editors one column with the counts of all, and everybody their own", async () => {
    const made = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(made.ctx);
    const reader = await asMember(made, "READER");
    const mine = await makeNote(reader, projectId, { text: "100% ferries_" });
    const merged = await makeNote(made.ctx, projectId, { mergedIntoId: mine.id, text: "Ferries!" });
    await makeNote(made.ctx, projectId, {
      status: "DECLINED",
      reason: "No.",
      settledAt: made.ctx.clock.now(),
      attention: "CORRECTION",
    });
    const looked = await makeNote(made.ctx, projectId, { attention: "CORRECTION", intent: "CORRECT" });
    const board = await listNotes(made.ctx, { projectId, column: "waiting" });
    expect(board.counts).toEqual({ waiting: 2, planned: 0, used: 0, declined: 1 });
    expect(board.notes.map(({ id, votes }) => [id, votes]).sort()).toEqual(
      [
        [mine.id, 2],
        [looked.id, 1],
      ].sort(),
    );
    const found = await listNotes(made.ctx, { projectId, column: "waiting", text: "0% FERRIES_" });
    expect(found.notes.map(({ id }) => id)).toEqual([mine.id]);
    const corrections = await listNotes(made.ctx, { projectId, column: "declined", attention: "CORRECTION" });
    expect(corrections.counts).toEqual({ waiting: 1, planned: 0, used: 0, declined: 0 });
    expect((await listNotesNeedingMe(made.ctx, {})).notes.map(({ id }) => id)).toEqual([looked.id]);
    expect((await listMyNotes(reader, {})).notes.map(({ id }) => id)).toEqual([mine.id]);
    expect((await listMyNotes(made.ctx, {})).notes.find(({ id }) => id === merged.id)).toMatchObject({
      isMerged: true,
    });
    await expect(listNotes(reader, { projectId, column: "waiting" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const stranger = await makeOrganization(database.app);
    await expect(listNotes(stranger.ctx, { projectId, column: "waiting" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("go on page by page, without a gap and without the same note twice", async () => {
    const made = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(made.ctx);
    for (let at = 0; at < 7; at += 1) await makeNote(made.ctx, projectId);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listNotes(made.ctx, {
        projectId,
        column: "waiting",
        limit: 3,
        ...(after ? { after } : {}),
      });
      seen.push(...page.notes.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it("bring what has waited while three episodes became ready up at home, after what an editor must look at", async () => {
    const made = await makeOrganization(database.app);
    const { ctx } = made;
    const { id: projectId } = await makeProject(ctx, { title: "Harbour" });
    // The factory's episodes are ready a day after each other, from the day after the present one.
    for (const number of [1, 2, 3]) await makeEpisode(ctx, projectId, { number });
    const day = 86_400_000;
    const at = (days: number) => new Date(ctx.clock.now().getTime() + days * day);
    const waited = await makeNote(ctx, projectId, { createdAt: at(0) });
    await makeNote(ctx, projectId, { createdAt: at(1.5) });
    await makeNote(ctx, projectId, { createdAt: at(0), mergedIntoId: waited.id });
    const unclear = await makeNote(ctx, projectId, { createdAt: at(4), attention: "UNCLEAR" });
    const { notes, count } = await listNotesNeedingMe(ctx, {});
    expect(notes).toMatchObject([
      { id: unclear.id, attention: "UNCLEAR", projectTitle: "Harbour" },
      { id: waited.id, attention: null },
    ]);
    expect(count).toBe(2);
    const reader = await asMember(made, "READER");
    await expect(listNotesNeedingMe(reader, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listNotesNeedingMe((await makeOrganization(database.app)).ctx, {})).count).toBe(0);
  });
});
