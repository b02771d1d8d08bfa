import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { acceptNotes } from "./accept-notes.ts";
import type { Directive } from "./directive.ts";
import { listNotifications } from "./list-notifications.ts";
import { markNotificationsRead } from "./mark-notifications-read.ts";
import { reopenNotes } from "./reopen-notes.ts";
import { settleNotes } from "./settle-notes.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(made.ctx, { title: "Harbour" });
  const editor = await asMember(made, "EDITOR");
  return { ...made, projectId, editor, reader: await asMember(made, "READER") };
}

const noteOf = (ctx: Ctx, id: string) =>
  inOrganization(ctx, ({ tx }) =>
    tx.planningNote.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { id: "asc" } } } }),
  );
const seen = (...notes: { id: string; revision: number }[]) =>
  notes.map(({ id, revision }) => ({ noteId: id, revision }));
const correct: Directive = { kind: "CORRECT", passageIds: [], wrong: null, right: "It left at nine." };
const declined = { outcome: "DECLINED", reason: "It is off the subject." } as const;

describe("settling notes", () => {
  it("ends them with those merged into them, tells each author, and stands in the audit log", async () => {
    const { ctx, reader, editor, projectId } = await makeScene();
    const note = await makeNote(reader, projectId, { text: "More about\nferries" });
    const vote = await makeNote(ctx, projectId, { mergedIntoId: note.id });
    expect(await settleNotes(editor, { notes: seen(note), ...declined })).toEqual({
      done: [note.id],
      missed: [],
    });
    for (const { id } of [note, vote]) {
      expect(await noteOf(ctx, id)).toMatchObject({
        status: "DECLINED",
        reason: declined.reason,
        revision: 2,
        steps: [{ kind: "DECLINED", reason: declined.reason }],
      });
    }
    const { notifications } = await listNotifications(reader, {});
    expect(notifications).toMatchObject([
      {
        kind: "DECLINED",
        noteId: note.id,
        readAt: null,
        subject: "Note declined: More about ferries.",
        text: "It was declined.\n\nIt is off the subject.\n\nYour note in “Harbour”: “More about ferries”",
      },
    ]);
    expect((await listNotifications(ctx, {})).notifications).toHaveLength(1);
    expect((await listNotifications(editor, {})).notifications).toHaveLength(0);
    expect(await markNotificationsRead(editor, {})).toEqual({ count: 0 });
    expect(await markNotificationsRead(reader, {})).toEqual({ count: 1 });
    const [audit] = await inOrganization(ctx, ({ tx }) =>
      tx.auditLog.findMany({ where: { action: "note.settle" } }),
    );
    expect(audit).toMatchObject({
      targetId: note.id,
      before: { status: "UNDERSTOOD" },
      after: { status: "DECLINED", message: "[22 characters]" },
    });
  });

  it("by two editors at once is decided by one, and the other is told who that was and what they decided", async () => {
    const { ctx, editor, projectId } = await makeScene();
    await database.app.prisma.user.updateMany({ data: { name: "Ada" } });
    const notes = [
      await makeNote(ctx, projectId),
      await makeNote(ctx, projectId, { directive: { kind: "SHORTER" } }),
    ];
    const outcomes = await Promise.all([
      settleNotes(ctx, { notes: seen(...notes), ...declined }),
      settleNotes(editor, { notes: seen(...notes).reverse(), outcome: "USED" }),
    ]);
    const [winner, loser] = outcomes[0].done.length > 0 ? outcomes : outcomes.toReversed();
    expect(winner).toMatchObject({ done: { length: 2 }, missed: [] });
    expect(loser?.done).toEqual([]);
    const said =
      outcomes[0].done.length > 0
        ? /^Ada has declined it meanwhile: “It is off the subject.”/
        : /^Ada has marked it as done/;
    expect(loser?.missed.map(({ why }) => why)).toEqual([
      expect.stringMatching(said),
      expect.stringMatching(said),
    ]);
  });

  it("says of each that can't be settled why, and settles the others", async () => {
    const { ctx, editor, projectId } = await makeScene();
    const other = await makeScene();
    const foreign = await makeNote(other.ctx, other.projectId);
    const lead = await makeNote(ctx, projectId);
    const merged = await makeNote(ctx, projectId, { mergedIntoId: lead.id });
    const withdrawn = await makeNote(ctx, projectId, { status: "WITHDRAWN", settledAt: ctx.clock.now() });
    const none = { id: randomUUID(), revision: 1 };
    const { done, missed } = await settleNotes(editor, {
      notes: [...seen(foreign, merged, withdrawn, none, lead), { noteId: "none", revision: 1 }],
      ...declined,
    });
    expect(done).toEqual([lead.id]);
    expect(missed).toEqual([
      { noteId: foreign.id, why: expect.stringContaining("no such note") },
      { noteId: merged.id, why: expect.stringContaining("merged") },
      { noteId: withdrawn.id, why: expect.stringContaining("withdrawn") },
      { noteId: none.id, why: expect.stringContaining("no such note") },
      { noteId: "none", why: expect.stringContaining("no such note") },
    ]);
    expect(await noteOf(other.ctx, foreign.id)).toMatchObject({ status: "UNDERSTOOD" });
  });

  it("needs an editor, a reason to decline, and 200 notes at most", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const note = await makeNote(reader, projectId);
    await expect(settleNotes(reader, { notes: seen(note), ...declined })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    for (const reason of ["", " \u200b", "x".repeat(1001)]) {
      await expect(
        settleNotes(ctx, { notes: seen(note), outcome: "DECLINED", reason }),
      ).rejects.toMatchObject({
        code: "INVALID",
        fields: { reason: expect.any(String) },
      });
    }
    const many = Array.from({ length: 201 }, () => ({ noteId: note.id, revision: 1 }));
    await expect(settleNotes(ctx, { notes: many, ...declined })).rejects.toMatchObject({ code: "INVALID" });
    await expect(settleNotes(ctx, { notes: [], ...declined })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("frees what a note contradicted, and reopening it opens the contradiction again", async () => {
    const { ctx, reader, editor, projectId } = await makeScene();
    const more = await makeNote(reader, projectId, { attention: "CONTRADICTION" });
    const less = await makeNote(ctx, projectId, {
      attention: "CONTRADICTION",
      intent: "LESS_OF",
      directive: { kind: "LESS_OF", terms: ["ferries"] },
    });
    const [first = "", second = ""] = [more.id, less.id].sort();
    await inOrganization(ctx, ({ tx, organizationId, clock }) =>
      tx.noteConflict.create({
        data: { organizationId, projectId, firstNoteId: first, secondNoteId: second, foundAt: clock.now() },
      }),
    );
    await settleNotes(editor, { notes: seen(less), ...declined });
    expect(await noteOf(ctx, more.id)).toMatchObject({ attention: null, steps: [{ kind: "ACCEPTED" }] });
    const { revision } = await noteOf(ctx, less.id);
    await reopenNotes(editor, { notes: [{ noteId: less.id, revision }] });
    for (const { id } of [more, less]) {
      expect(await noteOf(ctx, id)).toMatchObject({ status: "UNDERSTOOD", attention: "CONTRADICTION" });
    }
  });
});

describe("accepting notes", () => {
  it("lets a reader's correction be planned, once", async () => {
    const { ctx, reader, editor, projectId } = await makeScene();
    const note = await makeNote(reader, projectId, {
      attention: "CORRECTION",
      intent: "CORRECT",
      directive: correct,
    });
    expect(await acceptNotes(editor, { notes: seen(note) })).toEqual({ done: [note.id], missed: [] });
    expect(await noteOf(ctx, note.id)).toMatchObject({
      attention: null,
      revision: 2,
      steps: [{ kind: "ACCEPTED" }],
    });
    const again = await acceptNotes(ctx, { notes: seen(note) });
    expect(again.missed).toEqual([{ noteId: note.id, why: expect.stringContaining("has accepted it") }]);
    await expect(acceptNotes(reader, { notes: seen(note) })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("says what to do about what can't be accepted", async () => {
    const { ctx, projectId } = await makeScene();
    const wish = "Change it";
    const schedule = await makeNote(ctx, projectId, {
      attention: "SCHEDULE",
      directive: { kind: "SCHEDULE", wish },
    });
    const conflict = await makeNote(ctx, projectId, { attention: "CONTRADICTION" });
    const tone = await makeNote(ctx, projectId, { attention: "UNCLEAR", directive: { kind: "TONE", wish } });
    const received = await makeNote(ctx, projectId, { status: "RECEIVED" });
    const { done, missed } = await acceptNotes(ctx, { notes: seen(schedule, conflict, tone, received) });
    expect(done).toEqual([]);
    expect(missed.map(({ why }) => why)).toEqual([
      expect.stringContaining("Change the cadence"),
      expect.stringContaining("Choose between the two"),
      expect.stringContaining("No writer of this project can do it"),
      expect.stringContaining("not understood yet"),
    ]);
    await inOrganization(ctx, ({ tx }) =>
      tx.project.update({ where: { id: projectId }, data: { writer: "model" } }),
    );
    expect((await acceptNotes(ctx, { notes: seen(tone) })).done).toEqual([tone.id]);
  });
});

describe("reopening notes", () => {
  it("has what was declined wait again, and needs another look where it needed one", async () => {
    const { ctx, reader, editor, projectId } = await makeScene();
    const note = await makeNote(reader, projectId, {
      attention: "CORRECTION",
      intent: "CORRECT",
      directive: correct,
    });
    const raw = await makeNote(reader, projectId, { status: "RECEIVED" });
    await settleNotes(editor, { notes: seen(note, raw), ...declined });
    const now = [await noteOf(ctx, note.id), await noteOf(ctx, raw.id)];
    expect((await reopenNotes(editor, { notes: seen(...now) })).done).toHaveLength(2);
    expect(await noteOf(ctx, note.id)).toMatchObject({
      status: "UNDERSTOOD",
      attention: "CORRECTION",
      reason: null,
      settledAt: null,
    });
    expect(await noteOf(ctx, raw.id)).toMatchObject({ status: "RECEIVED" });
  });

  it("leaves what an episode has used, what waits, and what is past", async () => {
    const { ctx, projectId } = await makeScene();
    const now = ctx.clock.now();
    const used = await makeNote(ctx, projectId, { status: "USED", settledAt: now });
    const waiting = await makeNote(ctx, projectId);
    const past = await makeNote(ctx, projectId, {
      status: "DECLINED",
      reason: "No.",
      settledAt: now,
      scope: "UNTIL_DATE",
      untilDate: new Date("2026-11-19"),
    });
    const { done, missed } = await reopenNotes(ctx, { notes: seen(used, waiting, past) });
    expect(done).toEqual([]);
    expect(missed.map(({ why }) => why)).toEqual([
      expect.stringContaining("An episode has used it"),
      expect.stringContaining("waits already"),
      expect.stringContaining("is past"),
    ]);
  });
});
