import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { understandNote } from "./understand-note.ts";

let database: TestDatabase;
let system: System;
const clock = fixedClock();
beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.worker, clock, keys: testKeys };
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeOrganization(database.app, { clock });
  const reader = await asMember(made, "READER");
  const { id: projectId } = await makeProject(made.ctx);
  const { organizationId } = made;
  /** A note as it is when it was sent. */
  const send = async (text: string, more = {}, by: Ctx = reader) =>
    (await makeNote(by, projectId, { text, status: "RECEIVED", ...more })).id;
  const understand = (noteId: string) => understandNote(system, { organizationId, noteId });
  const read = (id: string) =>
    inOrganization(made.ctx, ({ tx }) =>
      tx.planningNote.findUniqueOrThrow({
        where: { id },
        include: { steps: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { kind: true } } },
      }),
    );
  const tell = async (text: string, more = {}, by: Ctx = reader) => {
    const id = await send(text, more, by);
    await understand(id);
    return id;
  };
  return { ...made, reader, projectId, send, understand, read, tell };
}

describe("the job", () => {
  it("understands a note once, however often it runs", async () => {
    const { send, understand, read } = await makeScene();
    const id = await send("Could we hear more about the ferries to Norway?");
    await Promise.all([understand(id), understand(id), understand(id)]);
    await understand(id);
    const note = await read(id);
    expect(note).toMatchObject({
      status: "UNDERSTOOD",
      intent: "MORE_OF",
      understoodBy: "RULES",
      attention: null,
      paraphrase: expect.stringMatching(/^You would like to hear more about .*ferries/),
    });
    expect(note.steps.map(({ kind }) => kind)).toEqual(["UNDERSTOOD"]);
    expect(note.vector).toHaveLength(512);
  });

  it("merges and contradicts", async () => {
    const { tell, read } = await makeScene();
    const first = await tell("Could we hear more about the ferries?");
    const second = await tell("More on ferries please");
    const third = await tell("Less about the ferries, please.");
    expect((await read(second)).mergedIntoId).toBe(first);
    expect((await read(first)).attention).toBe("CONTRADICTION");
    expect((await read(third)).attention).toBe("CONTRADICTION");
  });
});
