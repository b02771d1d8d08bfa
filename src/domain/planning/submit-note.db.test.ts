import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { LIMITS } from "#platform/limits.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { submitNote } from "./submit-note.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const wish = { text: "More about ferries", scope: "NEXT_EPISODE" } as const;

async function makeScene() {
  const clock = fixedClock();
  const made = await makeOrganization(database.app, { clock });
  const { id: projectId } = await makeProject(made.ctx);
  return { ...made, clock, projectId, reader: await asMember(made, "READER") };
}

const noteOf = (ctx: Ctx, id: string) =>
  inOrganization(ctx, ({ tx }) =>
    tx.planningNote.findUniqueOrThrow({ where: { id }, include: { steps: true } }),
  );

async function jobsFor(noteId: string): Promise<unknown[]> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query(
    "select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'noteId' = $1",
    [noteId],
  );
  await admin.end();
  return rows;
}

describe("sending a note", () => {
  it("is for any member: it is received, with a step, an event, an audit row without its words, and a job that reads it", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const { noteId } = await submitNote(reader, { ...wish, projectId });
    expect(await noteOf(ctx, noteId)).toMatchObject({
      ...wish,
      status: "RECEIVED",
      revision: 1,
      steps: [{ kind: "RECEIVED", reason: null }],
    });
    const traces = await inOrganization(ctx, async ({ tx }) => ({
      audit: await tx.auditLog.findMany({
        where: { targetId: noteId },
        select: { action: true, after: true },
      }),
      events: await tx.userEvent.findMany({ where: { projectId }, select: { type: true, data: true } }),
      told: await tx.notification.count(),
    }));
    expect(traces).toEqual({
      audit: [
        { action: "note.submit", after: { projectId, scope: "NEXT_EPISODE", text: "[18 characters]" } },
      ],
      events: [{ type: "note_submitted", data: { noteId, step: "RECEIVED" } }],
      told: 0,
    });
    expect(await jobsFor(noteId)).toEqual([{ identifier: "understand_note" }]);
  });

  it("hangs on an episode, a block and the words that were marked there", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const blocks = [{ type: "MARKDOWN", markdown: "m", html: "m" } as const];
    const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1, blocks });
    const block = await inOrganization(ctx, ({ tx }) => tx.block.findFirstOrThrow({ where: { episodeId } }));
    const about = { blockId: block.id, passage: ` the\u0000 ferry${"y".repeat(3000)}` };
    const { noteId, missing } = await submitNote(reader, { ...wish, projectId, ...about });
    expect(missing).toBeNull();
    const note = await noteOf(ctx, noteId);
    expect(note).toMatchObject({ episodeId, blockId: block.id });
    expect(note.passage).toMatch(/^the ferryy+…$/);
    expect(note.passage).toHaveLength(2000);
  });

  it.each([
    ["is gone", () => randomUUID()],
    ["is no id", () => "none"],
    ["is another organization's", (foreign: string) => foreign],
  ])("hangs on the project where its block %s, and says so", async (_, blockIdOf) => {
    const { ctx, reader, projectId } = await makeScene();
    const other = await makeScene();
    const blocks = [{ type: "MARKDOWN", markdown: "m", html: "m" } as const];
    const { id: foreignEpisode } = await makeEpisode(other.ctx, other.projectId, { number: 1, blocks });
    const foreign = await inOrganization(other.ctx, ({ tx }) =>
      tx.block.findFirstOrThrow({ where: { episodeId: foreignEpisode } }),
    );
    const about = { blockId: blockIdOf(foreign.id), episodeId: foreignEpisode, passage: "the ferry" };
    const { noteId, missing } = await submitNote(reader, { ...wish, projectId, ...about });
    expect(missing).toMatch(/counts for the whole project/);
    expect(await noteOf(ctx, noteId)).toMatchObject({
      episodeId: null,
      blockId: null,
      passage: "the ferry",
      steps: [{ reason: missing }],
    });
  });

  it("does not tell a reader whether an episode is written that cannot be read yet", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1, status: "READY" });
    expect((await submitNote(reader, { ...wish, projectId, episodeId })).missing).not.toBeNull();
    expect((await submitNote(ctx, { ...wish, projectId, episodeId })).missing).toBeNull();
  });

  it("is one note when the same form is sent twice, at the same time too", async () => {
    const { reader, projectId } = await makeScene();
    const form = { ...wish, projectId, submissionKey: randomUUID() };
    const sent = await Promise.all([
      submitNote(reader, form),
      submitNote(reader, form),
      submitNote(reader, form),
    ]);
    expect(new Set(sent.map(({ noteId }) => noteId)).size).toBe(1);
    const other = await makeScene();
    const theirs = await asMember(other, "READER");
    expect((await submitNote(theirs, { ...form, projectId: other.projectId })).noteId).not.toBe(
      sent[0]?.noteId,
    );
  });

  it.each([
    ["empty", "", /empty/],
    ["blank", " \n\u00a0\t", /empty/],
    ["invisible", "\u200b\u2060\u3164\ufe0f", /empty/],
    ["only NUL", "\u0000", /empty/],
    ["too long", "x".repeat(12_345), /10,000 characters at most; this one has 12,345/],
  ])("is refused when its text is %s, with what to do", async (_, text, message) => {
    const { reader, projectId } = await makeScene();
    await expect(submitNote(reader, { projectId, scope: "ALWAYS", text })).rejects.toMatchObject({
      code: "INVALID",
      fields: { text: expect.stringMatching(message) },
    });
  });

  it.each([
    ["emoji alone", "👍🏽⛴️", "👍🏽⛴️"],
    ["10,000 emoji", "⛴".repeat(10_000), "⛴".repeat(10_000)],
    ["control characters and half a character", " a\u0000b\r\nc\ud800\u001b ", "ab\nc\ufffd"],
    [
      "markup",
      "<script>alert(1)</script> ![x](https://evil.example/a.png)",
      "<script>alert(1)</script> ![x](https://evil.example/a.png)",
    ],
  ])("takes %s as data", async (_, text, stored) => {
    const { ctx, reader, projectId } = await makeScene();
    const { noteId } = await submitNote(reader, { projectId, scope: "NEXT_EPISODE", text });
    expect((await noteOf(ctx, noteId)).text).toBe(stored);
  });

  it("applies until a date that is not past in the project's zone", async () => {
    const { ctx, reader, projectId, clock } = await makeScene();
    // In Berlin it is the 21st already.
    clock.set("2026-11-20T23:30:00Z");
    const until = (untilDate?: string) =>
      submitNote(reader, {
        projectId,
        text: "Less",
        scope: "UNTIL_DATE",
        ...(untilDate ? { untilDate } : {}),
      });
    for (const date of ["2026-11-20", undefined, "2026-02-30", "soon"]) {
      await expect(until(date), date).rejects.toMatchObject({
        code: "INVALID",
        fields: { untilDate: expect.any(String) },
      });
    }
    const { noteId } = await until("2026-11-21");
    expect((await noteOf(ctx, noteId)).untilDate).toEqual(new Date("2026-11-21"));
    const unneeded = await submitNote(reader, { ...wish, projectId, untilDate: "2020-01-01" });
    expect((await noteOf(ctx, unneeded.noteId)).untilDate).toBeNull();
  });

  it("looks for a project that whoever writes can see", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const stranger = await makeOrganization(database.app);
    const narrowed: Ctx = { ...reader, actor: { ...reader.actor, projectIds: [] } as Ctx["actor"] };
    for (const who of [stranger.ctx, narrowed]) {
      await expect(submitNote(who, { ...wish, projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await inOrganization(ctx, ({ tx, clock }) =>
      tx.project.update({ where: { id: projectId }, data: { deletedAt: clock.now() } }),
    );
    await expect(submitNote(reader, { ...wish, projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is limited for each person, and says when to try again", async () => {
    const { reader, projectId } = await makeScene();
    const unknown = { ...wish, projectId: "none" };
    for (let sent = 0; sent < LIMITS.note.points; sent += 1) {
      await expect(submitNote(reader, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(submitNote(reader, { ...wish, projectId })).rejects.toMatchObject({
      code: "LIMIT_REACHED",
      message: expect.stringMatching(/many notes.*Try again/),
    });
  });
});
