import { understandNote } from "#domain/planning/understand-note.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "./database.ts";
import { makeNote } from "./factories/make-note.ts";
import { asMember, makeOrganization } from "./factories/make-organization.ts";
import { makeProject } from "./factories/make-project.ts";
import { fixedClock } from "./fixed-clock.ts";
import { testKeys } from "./test-keys.ts";

type More = Partial<
  Omit<Prisma.PlanningNoteUncheckedCreateInput, "organizationId" | "projectId" | "directive">
>;

/** A project whose readers send notes, which are understood by rules as the worker does it. */
export async function makeNoteScene(database: TestDatabase) {
  const clock = fixedClock();
  const made = await makeOrganization(database.app, { clock });
  const { organizationId } = made;
  const system: System = { db: database.worker, clock, keys: testKeys };
  const [reader, editor, project] = await Promise.all([
    asMember(made, "READER"),
    asMember(made, "EDITOR"),
    makeProject(made.ctx),
  ]);
  const projectId = project.id;
  /** A note as it is when it was sent. */
  const send = async (text: string, more: More = {}, by: Ctx = reader) =>
    (await makeNote(by, projectId, { text, status: "RECEIVED", ...more })).id;
  const understand = (noteId: string) => understandNote(system, { organizationId, noteId });
  return {
    ...{ ...made, clock, system, reader, editor, projectId, send, understand },
    /** Sends a note and understands it. */
    async tell(text: string, more: More = {}, by: Ctx = reader) {
      const id = await send(text, more, by);
      await understand(id);
      return id;
    },
    read: (id: string) =>
      inOrganization(made.ctx, async ({ tx }) => {
        const { steps, ...note } = await tx.planningNote.findUniqueOrThrow({
          where: { id },
          include: { steps: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
        });
        return { ...note, steps: steps.map(({ kind }) => kind) };
      }),
  };
}
