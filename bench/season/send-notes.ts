import { randomUUID } from "node:crypto";
import { changeNote } from "#domain/planning/change-note.ts";
import { stopNote } from "#domain/planning/stop-note.ts";
import { submitNote } from "#domain/planning/submit-note.ts";
import { withdrawNote } from "#domain/planning/withdraw-note.ts";
import { inOrganization } from "#platform/database.ts";
import type { ScriptedNote } from "./scripted-note.ts";
import type { SeasonScene } from "./season-scene.ts";

/** What became of the script: the id of each note that was sent, by its key. */
export type Sent = Map<string, string>;

/** Sends a note as its author does, on what the script says. */
export async function sendNote(scene: SeasonScene, note: ScriptedNote, sent: Sent): Promise<void> {
  const { projectId, people, slotOf } = scene;
  const { scope } = note;
  const applies =
    scope === undefined
      ? { scope: "NEXT_EPISODE" as const }
      : scope === "ALWAYS"
        ? { scope }
        : { scope: "UNTIL_DATE" as const, untilDate: slotOf(scope.untilDay).toISOString().slice(0, 10) };
  const { noteId } = await submitNote(people[note.by], {
    projectId,
    text: note.text,
    ...applies,
    ...(await subjectOf(scene, note.on)),
    submissionKey: randomUUID(),
  });
  sent.set(note.key, noteId);
}

async function subjectOf({ owner, projectId }: SeasonScene, on: ScriptedNote["on"]) {
  if (on === undefined) return {};
  if (on === "lost block") return { blockId: randomUUID() };
  const episode = await inOrganization(owner, ({ tx }) =>
    tx.episode.findFirstOrThrow({
      where: { projectId, status: "PUBLISHED" },
      orderBy: { number: "desc" },
      select: {
        id: true,
        blocks: { where: { type: { in: ["MARKDOWN", "QUOTE"] } }, orderBy: { ordinal: "asc" } },
      },
    }),
  );
  if (on === "episode") return { episodeId: episode.id };
  const holding = (pattern: RegExp) => episode.blocks.find(({ markdown }) => pattern.test(markdown));
  const block = holding(on === "block" ? /./ : on.passage) ?? episode.blocks[0];
  if (!block) throw new Error("The newest episode has no block.");
  return on === "block" ? { blockId: block.id } : { blockId: block.id, passage: wordsMarked(block.markdown) };
}

/** The last paragraph of a block, as it is read. */
function wordsMarked(markdown: string): string {
  return (markdown.split(/\n+/).at(-1) ?? "").replace(/[*_\\>#]/g, "").slice(0, 200);
}

/** What authors do about their notes once they are sent and understood: edit, withdraw. */
export async function thinkAgain(scene: SeasonScene, note: ScriptedNote, sent: Sent): Promise<void> {
  const { later } = note;
  const ctx = scene.people[note.by];
  if (later?.does === "withdraw") await withdrawNote(ctx, await seen(scene, note.key, sent));
  if (later?.does === "edit") {
    const now = await seen(scene, note.key, sent);
    await changeNote(ctx, { ...now, text: later.text, scope: "NEXT_EPISODE" });
  }
}

/** Ends a note that stands for longer than an episode. */
export async function stopStanding(scene: SeasonScene, note: ScriptedNote, sent: Sent): Promise<void> {
  await stopNote(scene.people[note.by], await seen(scene, note.key, sent));
}

async function seen({ owner }: SeasonScene, key: string, sent: Sent) {
  const noteId = sent.get(key);
  if (noteId === undefined) throw new Error(`The note ${key} was never sent.`);
  const { revision } = await inOrganization(owner, ({ tx }) =>
    tx.planningNote.findUniqueOrThrow({ where: { id: noteId }, select: { revision: true } }),
  );
  return { noteId, revision };
}
