import { z } from "zod";
import { foreseeMemories } from "#domain/planning/foresee-memories.ts";
import { getSteeringNote } from "#domain/planning/get-steering-note.ts";
import { listComingNotes } from "#domain/planning/list-coming-notes.ts";
import { isWaiting } from "#domain/planning/note-states.ts";
import { NoteText } from "#domain/planning/note-text.ts";
import { SteeringNote } from "#domain/planning/steer.ts";
import { understandByRules } from "#domain/planning/understand-by-rules.ts";
import type { NoteToUnderstand } from "#domain/planning/understanding.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { loadMaterial } from "../run/load-material.ts";
import { MEMORY_TOKENS, meaningOfEpisode } from "../run/meaning-of-episode.ts";

/** A note to be tried out, and in which project. */
export const NoteToTry = z.object({
  projectId: z.string(),
  /** A note that was sent, or the words of one that was not; nothing is kept of them. */
  note: z.union([z.object({ noteId: z.string() }), z.object({ text: NoteText })]),
});
export type NoteToTry = z.output<typeof NoteToTry>;

/** The note and what the next episode would be written from; no transaction is open while a text is read for its meaning. */
export async function loadToTry(ctx: Ctx, { projectId, note: asked }: NoteToTry) {
  const found = await inOrganization(ctx, async (inside) => {
    const project = await getProject(inside, { projectId });
    const within = { projectId: project.id };
    return {
      project,
      sent: "noteId" in asked ? await getSteeringNote(inside, { ...within, noteId: asked.noteId }) : null,
      waiting: await listComingNotes(inside, within),
      sources: await inside.tx.source.findMany({
        where: { organizationId: inside.organizationId, ...within, deletedAt: null },
        orderBy: { id: "asc" },
        select: { id: true, title: true },
      }),
    };
  });
  const { project, sent, waiting } = found;
  if (sent !== null && !isWaiting(sent.status)) return { kind: "settled" as const };
  if (sent !== null && sent.note === null) return { kind: "unread" as const };
  const note = sent?.note ?? (await understood("text" in asked ? asked.text : "", found));
  const notes = [...waiting.filter(({ id }) => id !== note.id), note];
  const vector = await meaningOfEpisode(project.goal, notes);
  const material = await inOrganization(ctx, async (inside) => {
    const memories = await foreseeMemories(inside, {
      ...{ projectId: project.id, vector, budgetTokens: MEMORY_TOKENS },
    });
    return loadMaterial(inside, project.id, { notes, memories });
  });
  return {
    kind: "loaded" as const,
    material,
    note,
    attention: sent?.attention ?? null,
    writer: project.writer,
  };
}

/** Words that were not sent, as the rules would understand them. */
async function understood(text: string, { project, sources }: Pick<NoteToUnderstand, "project" | "sources">) {
  const about = { passage: null, block: null, episodeTitle: null };
  const { paraphrase, directive } = await understandByRules({ text, ...about, project, sources });
  return SteeringNote.parse({ id: "unsent", text: paraphrase, directive });
}
