import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { recordNoteStep } from "./record-note-step.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const idOf = ({ actor }: Ctx) => (actor.kind === "user" ? actor.userId : "");

async function makeScene() {
  const made = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(made.ctx);
  const [author, voter] = [await asMember(made, "READER"), await asMember(made, "READER")];
  const lead = await makeNote(author, projectId);
  const vote = await makeNote(voter, projectId, { mergedIntoId: lead.id });
  const told = () =>
    inOrganization(made.ctx, async ({ tx, organizationId }) => {
      const rows = await tx.notification.findMany({
        where: { organizationId },
        select: { userId: true, noteStep: { select: { kind: true, noteId: true } } },
      });
      return rows.map(({ userId, noteStep }) => [userId, noteStep?.noteId, noteStep?.kind]).sort();
    });
  return { ...made, projectId, author, voter, lead, vote, told };
}

describe("a step of a note", () => {
  it("is a step of each note that shares it, told to each author", async () => {
    const { ctx, author, voter, lead, vote, told } = await makeScene();
    await inOrganization(ctx, (inside) =>
      recordNoteStep(inside, { noteId: lead.id, kind: "ACCEPTED", reason: "Yes." }),
    );
    expect(await told()).toEqual(
      [
        [idOf(author), lead.id, "ACCEPTED"],
        [idOf(voter), vote.id, "ACCEPTED"],
      ].sort(),
    );
    const events = await inOrganization(ctx, ({ tx }) =>
      tx.userEvent.findMany({ select: { type: true, data: true } }),
    );
    expect(events).toEqual([{ type: "note_accepted", data: { noteId: lead.id, step: "ACCEPTED" } }]);
  });

  it("about the words of a note is its own alone, and nobody is told of what they did themselves", async () => {
    const { author, lead, told, ctx } = await makeScene();
    await inOrganization(author, (inside) => recordNoteStep(inside, { noteId: lead.id, kind: "EDITED" }));
    expect(await told()).toEqual([]);
    await inOrganization(ctx, (inside) => recordNoteStep(inside, { noteId: lead.id, kind: "CORRECTED" }));
    expect(await told()).toEqual([[idOf(author), lead.id, "CORRECTED"]]);
  });

  it("is not told to somebody who has left, or may not see the project any more", async () => {
    const { ctx, author, voter, lead, told } = await makeScene();
    await inOrganization(ctx, async ({ tx, organizationId }) => {
      await tx.membership.deleteMany({ where: { organizationId, userId: idOf(author) } });
      await tx.membership.updateMany({
        where: { organizationId, userId: idOf(voter) },
        data: { projectAccess: "CHOSEN" },
      });
    });
    await inOrganization(ctx, (inside) => recordNoteStep(inside, { noteId: lead.id, kind: "ACCEPTED" }));
    expect(await told()).toEqual([]);
  });

  it("is refused of a note that is not there, or another organization's", async () => {
    const { ctx } = await makeScene();
    const { lead } = await makeScene();
    for (const noteId of [randomUUID(), lead.id]) {
      const step = inOrganization(ctx, (inside) => recordNoteStep(inside, { noteId, kind: "ACCEPTED" }));
      await expect(step).rejects.toMatchObject({ code: "INTERNAL" });
    }
  });

  it("can't be changed or taken away", async () => {
    const { ctx, lead } = await makeScene();
    await inOrganization(ctx, (inside) => recordNoteStep(inside, { noteId: lead.id, kind: "ACCEPTED" }));
    const acts = [
      (inside: TxCtx) => inside.tx.noteStep.updateMany({ data: { reason: "Other." } }),
      (inside: TxCtx) => inside.tx.noteStep.deleteMany({}),
    ];
    for (const act of acts) await expect(inOrganization(ctx, act)).rejects.toThrow(/denied/);
  });
});
