import type { TxCtx } from "#platform/context.ts";
import { Directive } from "../../directive.ts";

/** Reads a note as it is compared with others; null where it does not wait, understood and standing for itself. */
export async function loadPlaced({ tx, organizationId }: TxCtx, noteId: string) {
  const note = await tx.planningNote.findFirst({
    where: { organizationId, id: noteId, status: "UNDERSTOOD", mergedIntoId: null, stoppedAt: null },
    select: {
      id: true,
      projectId: true,
      directive: true,
      topicTerms: true,
      paraphrase: true,
      scope: true,
      untilDate: true,
      createdAt: true,
      vector: true,
      vectorModel: true,
      project: { select: { language: true } },
    },
  });
  if (note === null) return null;
  const { topicTerms, directive, paraphrase, project, ...rest } = note;
  return {
    ...rest,
    terms: topicTerms,
    directive: Directive.parse(directive),
    paraphrase: paraphrase ?? "",
    language: project.language,
  };
}

/** A note as it is compared with others. */
export type PlacedNote = NonNullable<Awaited<ReturnType<typeof loadPlaced>>>;
