import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { guarded } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { consume } from "#platform/rate-limit.ts";
import { enqueueUnderstanding } from "./internal/notes/enqueue-understanding.ts";
import { findSubject } from "./internal/notes/find-subject.ts";
import { untilDateOf } from "./internal/notes/until-date-of.ts";
import { NoteScopeInput } from "./note-scope.ts";
import { NotePassage, NoteText } from "./note-text.ts";
import { recordNoteStep } from "./record-note-step.ts";

const NoteToSubmit = z.object({
  projectId: z.string(),
  text: NoteText,
  ...NoteScopeInput,
  /** What it is about, when that is less than the project; with a block, its episode follows. */
  episodeId: z.string().optional(),
  blockId: z.string().optional(),
  /** The words of the block that were marked. */
  passage: NotePassage.optional(),
  /** Made by the form: sent twice, it is one note. */
  submissionKey: z.uuid().optional(),
});
type NoteToSubmit = z.output<typeof NoteToSubmit>;

/**
 * Takes a planning note from any member. What it was about and is not there any more is not lost: the note then hangs on the project, and
 * `missing` says so, as its first step does.
 *
 * @throws AppError NOT_FOUND for a project that is removed or not to be seen, INVALID with `fields` for a text that is empty or too long or
 *   a date that is past, LIMIT_REACHED
 */
export const submitNote = guarded({ needs: "note.submit", input: NoteToSubmit }, async (ctx, note) => {
  if (ctx.actor.kind !== "system") {
    await consume(ctx, "note", ctx.actor.kind === "user" ? ctx.actor.userId : ctx.actor.keyId);
  }
  return inOrganization(ctx, (inside) => store(inside, note));
});

async function store(ctx: TxCtx, note: NoteToSubmit): Promise<{ noteId: string; missing: string | null }> {
  const { tx, organizationId, actor, clock } = ctx;
  const project = await getProject(ctx, { projectId: note.projectId });
  const untilDate = await untilDateOf(ctx, { ...note, projectId: project.id });
  const { missing, ...subject } = await findSubject(ctx, { ...note, projectId: project.id });
  const authorId = actor.kind === "user" ? actor.userId : null;
  const [made] = await tx.planningNote.createManyAndReturn({
    data: {
      organizationId,
      projectId: project.id,
      authorId,
      ...subject,
      text: note.text,
      passage: note.passage ?? null,
      scope: note.scope,
      untilDate,
      submissionKey: note.submissionKey ?? null,
      createdAt: clock.now(),
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) return { noteId: await sentBefore(ctx, note.submissionKey), missing };
  await recordNoteStep(ctx, { noteId: made.id, kind: "RECEIVED", reason: missing });
  await recordAudit(ctx, {
    action: "note.submit",
    targetType: "note",
    targetId: made.id,
    after: { projectId: project.id, text: note.text, scope: note.scope },
  });
  await enqueueUnderstanding(ctx, made.id);
  return { noteId: made.id, missing };
}

/** The note that the same form has brought already. */
async function sentBefore(
  { tx, organizationId, actor }: TxCtx,
  submissionKey: string | undefined,
): Promise<string> {
  const mine = actor.kind === "user" && submissionKey ? { authorId: actor.userId, submissionKey } : null;
  const note =
    mine && (await tx.planningNote.findFirst({ where: { organizationId, ...mine }, select: { id: true } }));
  if (!note)
    throw new AppError("CONFLICT", "This form was used already. Open it again, and send the note once more.");
  return note.id;
}
