import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { sentenceVectors } from "#platform/language/sentence-vectors.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeNoteScene } from "#testing/note-scene.ts";
import { changeNote } from "./change-note.ts";
import { correctUnderstanding } from "./correct-understanding.ts";
import { decideConflict } from "./decide-conflict.ts";
import { listConflicts } from "./list-conflicts.ts";
import { partNote } from "./part-note.ts";
import { planNotes } from "./plan-notes.ts";
import { withdrawNote } from "./withdraw-note.ts";

let database: TestDatabase;
beforeAll(async () => {
  // The weights of the vectors are read once, which may take as long as all tests.
  [database] = await Promise.all([createTestDatabase(), sentenceVectors(["Hello"])]);
});
afterAll(() => database.drop());

const makeScene = () => makeNoteScene(database);

describe("notes that ask for the same", () => {
  it("are votes for the oldest, which leads", async () => {
    const { tell, read } = await makeScene();
    const lead = await tell("Could we hear more about the ferries?");
    const second = await tell("More on ferries, please!");
    const other = await tell("More about the lighthouse, please.");
    const standing = await tell("More about ferries, please.", { scope: "ALWAYS" });
    expect(await read(second)).toMatchObject({ mergedIntoId: lead, steps: ["UNDERSTOOD", "MERGED"] });
    for (const id of [lead, other, standing]) expect((await read(id)).mergedIntoId).toBeNull();
  });

  it("have exactly one lead when all are understood at once", async () => {
    const { send, understand, read } = await makeScene();
    const ids = await Promise.all(
      [
        "More about ferries, please.",
        "More on ferries please",
        "Could we get more about ferries?",
        "more about ferries!",
      ].map((text) => send(text)),
    );
    await Promise.all(ids.map(understand));
    const leads = new Set(
      (await Promise.all(ids.map(read))).map(({ id, mergedIntoId }) => mergedIntoId ?? id),
    );
    expect([...leads]).toEqual([[...ids].sort()[0]]);
  });

  it("part when the author says so, an editor does, or the words change; nobody else can", async () => {
    const { tell, read, reader, editor, ctx, organizationId, userId, understand } = await makeScene();
    const lead = await tell("More about ferries, please.", {}, editor);
    const second = await tell("More on ferries please");
    const third = await tell("Could we get more about ferries?");
    const stranger = await asMember({ ctx, organizationId, userId }, "READER");
    await expect(partNote(stranger, { noteId: second })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(partNote((await makeScene()).editor, { noteId: second })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await partNote(reader, { noteId: second });
    expect(await read(second)).toMatchObject({ mergedIntoId: null, status: "UNDERSTOOD" });
    await expect(partNote(editor, { noteId: second })).rejects.toMatchObject({ code: "CONFLICT" });
    await changeNote(editor, {
      noteId: lead,
      revision: 1,
      text: "More about trams, please.",
      scope: "NEXT_EPISODE",
    });
    await understand(lead);
    expect(await read(third)).toMatchObject({ mergedIntoId: null, status: "UNDERSTOOD" });
    expect(await read(lead)).toMatchObject({ mergedIntoId: null, topicTerms: ["trams"] });
  });
});

describe("notes that contradict each other", () => {
  it("wait for an editor, whose choice declines the other with a reason; the newest choice stands", async () => {
    const { tell, read, editor, ctx, projectId } = await makeScene();
    const more = await tell("More about the ferries, please.");
    const vote = await tell("more on ferries please");
    const less = await tell("Less about ferries, please!");
    for (const id of [more, less]) expect(await read(id)).toMatchObject({ attention: "CONTRADICTION" });
    expect((await read(vote)).steps).toEqual(["UNDERSTOOD", "MERGED", "CONTRADICTED"]);
    const [conflict, ...rest] = await listConflicts(editor, { projectId });
    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({
      decidedAt: null,
      canDecide: true,
      notes: [
        { noteId: more, votes: 2 },
        { noteId: less, votes: 1 },
      ],
    });
    const { conflictId } = conflict ?? expect.fail("there is no conflict");

    await decideConflict(editor, { conflictId, chosenNoteId: less });
    expect(await read(less)).toMatchObject({ status: "UNDERSTOOD", attention: null });
    for (const id of [more, vote])
      expect(await read(id)).toMatchObject({
        status: "DECLINED",
        reason: expect.stringContaining("less about ferries"),
      });

    await decideConflict(ctx, { conflictId, chosenNoteId: more });
    expect(await read(less)).toMatchObject({ status: "DECLINED" });
    for (const id of [more, vote])
      expect(await read(id)).toMatchObject({ status: "UNDERSTOOD", attention: null, reason: null });
    expect((await read(more)).steps).toEqual([
      "UNDERSTOOD",
      "CONTRADICTED",
      "DECLINED",
      "REOPENED",
      "ACCEPTED",
    ]);
    const [decided] = await listConflicts(editor, { projectId });
    expect(decided).toMatchObject({ chosenNoteId: more, canDecide: true });
  });

  it("are decided by the later of two editors who decide at once, and no more once planned", async () => {
    const { tell, read, editor, ctx, projectId } = await makeScene();
    const more = await tell("More about the ferries, please.");
    const less = await tell("Less about ferries, please!");
    const [{ conflictId } = { conflictId: "" }] = await listConflicts(editor, { projectId });
    await Promise.all([
      decideConflict(editor, { conflictId, chosenNoteId: more }),
      decideConflict(ctx, { conflictId, chosenNoteId: less }),
    ]);
    const notes = await Promise.all([more, less].map(read));
    expect(notes.map(({ status }) => status).sort()).toEqual(["DECLINED", "UNDERSTOOD"]);
    const [decided] = await listConflicts(editor, { projectId });
    const chosen = decided?.chosenNoteId ?? "";
    const declined = chosen === more ? less : more;
    expect(await read(chosen)).toMatchObject({ status: "UNDERSTOOD" });
    expect((await read(chosen)).steps).toContain("DECLINED");

    const { id: queueId } = await makeRun(ctx, projectId, { occurrenceKey: "2026-11-25" });
    const planned = await inOrganization(ctx, (inside) => planNotes(inside, { projectId, queueId }));
    expect(planned.map(({ id }) => id)).toEqual([chosen]);
    await expect(decideConflict(editor, { conflictId, chosenNoteId: declined })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await listConflicts(editor, { projectId })).toEqual([]);
  });

  it("are free when one is withdrawn, and after another look where another reason is left", async () => {
    const { tell, read, reader, editor, projectId } = await makeScene();
    const shorter = await tell("Shorter episodes please, they are too long.");
    const longer = await tell("The episodes are too short, make them longer.");
    expect((await read(shorter)).attention).toBe("CONTRADICTION");
    await withdrawNote(reader, { noteId: longer, revision: 1 });
    expect((await read(shorter)).attention).toBeNull();
    const one = await tell("The pilot boat leaves at 8:00, not 7:30.");
    const two = await tell("The pilot boat leaves at 9:00, not 7:30.");
    expect((await read(one)).attention).toBe("CONTRADICTION");
    await changeNote(reader, { noteId: two, revision: 1, text: "Thank you!", scope: "NEXT_EPISODE" });
    expect((await read(one)).attention).toBe("CORRECTION");
    expect(await listConflicts(editor, { projectId })).toEqual([]);
  });

  it("leave one in force until an editor decides against it", async () => {
    const { tell, read, editor, ctx, projectId } = await makeScene();
    const standing = await tell("Always more about ferries, please.", { scope: "ALWAYS" });
    const { id: queueId } = await makeRun(ctx, projectId, { occurrenceKey: "2026-11-26" });
    await inOrganization(ctx, (inside) => planNotes(inside, { projectId, queueId }));
    const less = await tell("Less about ferries, please.");
    expect(await read(standing)).toMatchObject({ status: "PLANNED", attention: null });
    expect((await read(less)).attention).toBe("CONTRADICTION");
    const [{ conflictId, notes } = expect.fail("none")] = await listConflicts(editor, { projectId });
    expect(notes.map(({ isInForce }) => isInForce)).toEqual([true, false]);
    await decideConflict(editor, { conflictId, chosenNoteId: less });
    expect(await read(standing)).toMatchObject({ status: "PLANNED", stoppedAt: expect.any(Date) });
    await decideConflict(editor, { conflictId, chosenNoteId: standing });
    expect(await read(standing)).toMatchObject({ status: "PLANNED", stoppedAt: null });
    expect((await read(less)).status).toBe("DECLINED");
  });

  it("are an editor's to decide, of the same organization", async () => {
    const { tell, reader, editor, projectId } = await makeScene();
    const more = await tell("More about the ferries, please.");
    await tell("Less about ferries, please!");
    const [{ conflictId } = expect.fail("none")] = await listConflicts(editor, { projectId });
    const choice = { conflictId, chosenNoteId: more };
    await expect(decideConflict(reader, choice)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listConflicts(reader, { projectId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await makeScene();
    await expect(decideConflict(other.editor, choice)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listConflicts(other.editor, { projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(decideConflict(editor, { conflictId, chosenNoteId: projectId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("an understanding", () => {
  it("is put right by its author, and read again from the new sentence", async () => {
    const { tell, read, reader } = await makeScene();
    const id = await tell("asdf test test");
    expect((await read(id)).attention).toBe("UNCLEAR");
    const right = {
      noteId: id,
      revision: 1,
      paraphrase: "Please write more about the harbour bell ![x](https://evil.example/a.png).",
    };
    await expect(correctUnderstanding(reader, right)).resolves.toEqual({ noteId: id, revision: 2 });
    expect(await read(id)).toMatchObject({
      ...{ intent: "MORE_OF", understoodBy: "PERSON", attention: null, topicTerms: ["harbour bell"] },
      steps: ["UNDERSTOOD", "CORRECTED"],
    });
    expect((await read(id)).paraphrase).not.toMatch(/evil|!\[/);
    await expect(correctUnderstanding(reader, right)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("takes the intent that was said, where the sentence says enough for it", async () => {
    const { tell, read, editor, reader } = await makeScene();
    const id = await tell("The mooring fees.");
    const right = { noteId: id, revision: 1, paraphrase: "The mooring fees.", intent: "LESS_OF" as const };
    await correctUnderstanding(editor, right);
    expect((await read(id)).directive).toEqual({ kind: "LESS_OF", terms: ["mooring fees"] });
    const unclear = { noteId: id, revision: 2, paraphrase: "Hm.", intent: "LENGTH" as const };
    await expect(correctUnderstanding(reader, unclear)).rejects.toMatchObject({
      code: "INVALID",
      fields: { paraphrase: expect.any(String) },
    });
    await expect(correctUnderstanding((await makeScene()).editor, unclear)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
