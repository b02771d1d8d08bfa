import { acceptNotes } from "#domain/planning/accept-notes.ts";
import { decideConflict } from "#domain/planning/decide-conflict.ts";
import { listConflicts } from "#domain/planning/list-conflicts.ts";
import { settleNotes } from "#domain/planning/settle-notes.ts";
import { inOrganization } from "#platform/database.ts";
import type { ScriptedNote } from "./scripted-note.ts";
import type { SeasonScene } from "./season-scene.ts";
import type { Sent } from "./send-notes.ts";

/** What editors had to do that the script did not foresee: each is a misunderstanding, or a conflict that nobody meant. */
export type Surprises = { note: string; what: string }[];

const UNCLEAR = "We can't tell what is meant. Please say it in other words.";

/** Both editors look through what waits for them: Maud chooses between notes, Nils answers what no episode can do. */
export async function editorsRound(scene: SeasonScene, sent: Sent): Promise<Surprises> {
  return [...(await chooseBetween(scene, sent)), ...(await answer(scene, sent))];
}

async function chooseBetween(scene: SeasonScene, sent: Sent): Promise<Surprises> {
  const { people, projectId } = scene;
  const surprises: Surprises = [];
  for (;;) {
    const [conflict] = (await listConflicts(people.Maud, { projectId })).filter(
      ({ decidedAt }) => decidedAt === null,
    );
    if (!conflict) return surprises;
    const pair = conflict.notes.map(({ noteId }) => noteId);
    const scripted = scene.season.notes.flatMap(({ key, against }) =>
      against && pair.includes(sent.get(key) ?? "") && pair.includes(sent.get(against.key) ?? "")
        ? [sent.get(against.chosen)]
        : [],
    );
    // What nobody foresaw is decided for the newer one.
    const [chosen = pair.toSorted().at(-1)] = scripted;
    if (chosen === undefined) throw new Error("A conflict has no notes.");
    if (scripted.length === 0) {
      const keys = pair.map((id) => keyOf(sent, id));
      surprises.push({ note: keys.join(" and "), what: "were taken for opposites" });
    }
    await decideConflict(people.Maud, { conflictId: conflict.conflictId, chosenNoteId: chosen });
  }
}

async function answer(scene: SeasonScene, sent: Sent): Promise<Surprises> {
  const { owner, people, projectId, season } = scene;
  const waiting = await inOrganization(owner, ({ tx }) =>
    tx.planningNote.findMany({
      where: {
        projectId,
        mergedIntoId: null,
        status: { in: ["RECEIVED", "UNDERSTOOD"] },
        attention: { not: null },
      },
      orderBy: { createdAt: "asc" },
      select: { id: true, revision: true, attention: true },
    }),
  );
  const surprises: Surprises = [];
  for (const { id, revision, attention } of waiting) {
    const note = season.notes.find(({ key }) => sent.get(key) === id);
    const notes = [{ noteId: id, revision }];
    const decided = note?.editor ?? { outcome: "DECLINED" as const, reason: UNCLEAR };
    if (note?.editor === undefined) {
      surprises.push({ note: keyOf(sent, id), what: `waited for an editor: ${attention}` });
    }
    const { missed } = await (decided.outcome === "accept"
      ? acceptNotes(people.Nils, { notes })
      : settleNotes(people.Nils, { notes, ...decided }));
    for (const { why } of missed) surprises.push({ note: keyOf(sent, id), what: `missed: ${why}` });
    // Nobody can do it as it was understood, and no note is left waiting.
    if (missed.length > 0) await settleNotes(people.Nils, { notes, outcome: "DECLINED", reason: UNCLEAR });
  }
  return surprises;
}

function keyOf(sent: Sent, id: string): string {
  return [...sent].find(([, noteId]) => noteId === id)?.[0] ?? id;
}

/** Which scripted notes are sent for the episode of a day. */
export function notesOf({ season }: SeasonScene, day: number, isLate: boolean): ScriptedNote[] {
  return season.notes.filter((note) => note.day === day && (note.isLate ?? false) === isLate);
}
