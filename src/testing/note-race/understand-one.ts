import { contradict } from "#domain/planning/internal/relations/contradict.ts";
import { lockRelations } from "#domain/planning/internal/relations/lock-relations.ts";
import { mergeNotes } from "#domain/planning/internal/relations/merge-notes.ts";
import { recordNoteStep } from "#domain/planning/record-note-step.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";

/**
 * Understands the oldest note that nobody has understood, as the job does, without reading it: more or less of the topic that it names. Now and
 * then it becomes a vote for another that waits.
 */
export async function understandOne(worker: Ctx, projectId: string, random: () => number): Promise<void> {
  await inOrganization(worker, async (ctx) => {
    const { tx, organizationId, clock } = ctx;
    await lockRelations(ctx, projectId);
    const note = await tx.planningNote.findFirst({
      where: { organizationId, projectId, status: "RECEIVED" },
      orderBy: { createdAt: "asc" },
    });
    if (!note) return;
    const [, amount = "", topic = "ferries"] = /^(More|Less) about (\w+)/.exec(note.text) ?? [];
    const kind = amount === "Less" ? "LESS_OF" : "MORE_OF";
    const { count } = await tx.planningNote.updateMany({
      where: { organizationId, id: note.id, status: "RECEIVED", revision: note.revision },
      data: {
        status: "UNDERSTOOD",
        intent: kind,
        target: "TOPIC",
        topicTerms: [topic],
        paraphrase: note.text,
        directive: { kind, terms: [topic] },
        understoodBy: "RULES",
        understoodAt: clock.now(),
        attention: random() < 0.15 ? "CORRECTION" : null,
      },
    });
    if (count === 0) return;
    await recordNoteStep(ctx, { noteId: note.id, kind: "UNDERSTOOD" });
    const others = await tx.planningNote.findMany({
      where: {
        organizationId,
        projectId,
        status: "UNDERSTOOD",
        mergedIntoId: null,
        intent: kind,
        id: { not: note.id },
      },
      select: { id: true },
    });
    const other = others[Math.floor(random() * others.length)];
    if (other && random() < 0.4) await mergeNotes(ctx, note.id, other.id);
    else if (random() < 0.3) await contradict(ctx, note.id);
  });
}
