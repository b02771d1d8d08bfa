import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { changeNote } from "./change-note.ts";
import { planNotes } from "./plan-notes.ts";
import { stopNote } from "./stop-note.ts";
import { withdrawNote } from "./withdraw-note.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(made.ctx);
  const reader = await asMember(made, "READER");
  return {
    ...made,
    projectId,
    reader,
    other: await asMember(made, "READER"),
    editor: await asMember(made, "EDITOR"),
  };
}

const noteOf = (ctx: Ctx, id: string) =>
  inOrganization(ctx, ({ tx }) =>
    tx.planningNote.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { id: "asc" } } } }),
  );
const kindsOf = async (ctx: Ctx, id: string) => (await noteOf(ctx, id)).steps.map(({ kind }) => kind);

async function plan(ctx: Ctx, projectId: string): Promise<string> {
  const { id: queueId } = await makeRun(ctx, projectId);
  await inOrganization(ctx, (inside) => planNotes(inside, { projectId, queueId }));
  return queueId;
}

/** What everybody but its author gets who wants to do something with a note. */
async function refusals(act: (ctx: Ctx) => Promise<unknown>, { other, editor }: { other: Ctx; editor: Ctx }) {
  const stranger = await makeOrganization(database.app);
  await expect(act(other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(act(stranger.ctx)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(act(editor)).rejects.toMatchObject({ code: "FORBIDDEN" });
}

describe("changing a note", () => {
  it("has other words understood anew, and another scope alone leaves how it is understood", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const note = await makeNote(reader, projectId);
    const scope = { noteId: note.id, revision: 1, text: note.text, scope: "ALWAYS" } as const;
    expect(await changeNote(reader, scope)).toEqual({ noteId: note.id, revision: 2 });
    expect(await noteOf(ctx, note.id)).toMatchObject({
      status: "UNDERSTOOD",
      scope: "ALWAYS",
      intent: "MORE_OF",
    });
    expect(await changeNote(reader, { ...scope, revision: 2 })).toMatchObject({ revision: 2 });
    await changeNote(reader, { ...scope, revision: 2, text: "Less about ferries" });
    expect(await noteOf(ctx, note.id)).toMatchObject({
      status: "RECEIVED",
      text: "Less about ferries",
      intent: null,
      directive: null,
      topicTerms: [],
      steps: [{ kind: "EDITED" }, { kind: "EDITED" }],
    });
    const audit = await inOrganization(ctx, ({ tx }) =>
      tx.auditLog.findMany({ where: { action: "note.change" } }),
    );
    expect(JSON.stringify(audit.map(({ before, after }) => [before, after]))).not.toContain("ferries");
  });

  it("is its author's alone, and refused once it has changed or is planned", async () => {
    const scene = await makeScene();
    const { ctx, reader, projectId } = scene;
    const note = await makeNote(reader, projectId);
    const change = {
      noteId: note.id,
      revision: 1,
      text: "Less about ferries",
      scope: "NEXT_EPISODE",
    } as const;
    await refusals((who) => changeNote(who, change), scene);
    await expect(changeNote(reader, { ...change, revision: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(changeNote(reader, { ...change, text: " " })).rejects.toMatchObject({ code: "INVALID" });
    await plan(ctx, projectId);
    await expect(changeNote(reader, change)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("in the brief of an episode"),
    });
    expect(await noteOf(ctx, note.id)).toMatchObject({ status: "PLANNED", text: note.text });
  });

  it("is possible again when its run has ended without an episode, which then does without it", async () => {
    const { ctx, reader, projectId } = await makeScene();
    const note = await makeNote(reader, projectId);
    const queueId = await plan(ctx, projectId);
    await inOrganization(ctx, ({ tx, clock }) =>
      tx.episodeScheduleQueue.update({
        where: { id: queueId },
        data: { status: "FAILED", reason: "It went wrong.", finishedAt: clock.now() },
      }),
    );
    await changeNote(reader, {
      noteId: note.id,
      revision: 1,
      text: "Less about ferries",
      scope: "NEXT_EPISODE",
    });
    expect(await kindsOf(ctx, note.id)).toEqual(["PLANNED", "RELEASED", "EDITED"]);
    const plans = await inOrganization(ctx, ({ tx }) => tx.notePlan.findMany({ where: { queueId } }));
    expect(plans).toMatchObject([{ outcome: "RELEASED" }]);
  });
});

describe("withdrawing a note", () => {
  it("hands those that were merged into it on to the oldest, so that no vote is lost", async () => {
    const { ctx, reader, other, projectId } = await makeScene();
    const lead = await makeNote(reader, projectId);
    const heir = await makeNote(other, projectId, { mergedIntoId: lead.id });
    const third = await makeNote(ctx, projectId, { mergedIntoId: lead.id });
    await withdrawNote(reader, { noteId: lead.id, revision: 1 });
    expect(await noteOf(ctx, lead.id)).toMatchObject({ status: "WITHDRAWN", mergedIntoId: null });
    expect(await noteOf(ctx, heir.id)).toMatchObject({ status: "UNDERSTOOD", mergedIntoId: null });
    expect(await noteOf(ctx, third.id)).toMatchObject({ status: "UNDERSTOOD", mergedIntoId: heir.id });
    await withdrawNote(other, { noteId: heir.id, revision: 1 });
    expect(await noteOf(ctx, third.id)).toMatchObject({ mergedIntoId: null });
  });

  it("is its author's alone, and final", async () => {
    const scene = await makeScene();
    const note = await makeNote(scene.reader, scene.projectId);
    await refusals((who) => withdrawNote(who, { noteId: note.id, revision: 1 }), scene);
    await withdrawNote(scene.reader, { noteId: note.id, revision: 1 });
    for (const revision of [1, 2]) {
      await expect(withdrawNote(scene.reader, { noteId: note.id, revision })).rejects.toMatchObject({
        code: "CONFLICT",
      });
    }
    expect(await kindsOf(scene.ctx, note.id)).toEqual(["WITHDRAWN"]);
  });

  it("and planning at the same time leave one of the two", async () => {
    const { ctx, reader, projectId } = await makeScene();
    for (let round = 0; round < 5; round += 1) {
      const note = await makeNote(reader, projectId);
      const { id: queueId } = await makeRun(ctx, projectId, { occurrenceKey: `2026-12-0${round + 1}` });
      const [withdrawn, planned] = await Promise.allSettled([
        withdrawNote(reader, { noteId: note.id, revision: 1 }),
        inOrganization(ctx, (inside) => planNotes(inside, { projectId, queueId })),
      ]);
      const brief = planned.status === "fulfilled" ? planned.value.map(({ id }) => id) : null;
      const isWithdrawn = withdrawn.status === "fulfilled";
      expect(brief?.includes(note.id)).toBe(!isWithdrawn);
      expect((await noteOf(ctx, note.id)).status).toBe(isWithdrawn ? "WITHDRAWN" : "PLANNED");
    }
  });
});

describe("stopping a note that stands", () => {
  it("is for its author and editors: unused it is declined, and the episode in work is finished with it", async () => {
    const { ctx, reader, other, editor, projectId } = await makeScene();
    const unused = await makeNote(reader, projectId, { scope: "ALWAYS" });
    await expect(stopNote(other, { noteId: unused.id, revision: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await stopNote(editor, { noteId: unused.id, revision: 1 });
    expect(await noteOf(ctx, unused.id)).toMatchObject({
      status: "DECLINED",
      reason: expect.stringContaining("stopped"),
    });
    const inWork = await makeNote(reader, projectId, { scope: "ALWAYS", directive: { kind: "SHORTER" } });
    await plan(ctx, projectId);
    await stopNote(reader, { noteId: inWork.id, revision: 1 });
    expect(await noteOf(ctx, inWork.id)).toMatchObject({ status: "PLANNED", stoppedAt: ctx.clock.now() });
    await expect(stopNote(reader, { noteId: inWork.id, revision: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const next = await makeNote(reader, projectId);
    await expect(stopNote(reader, { noteId: next.id, revision: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});
