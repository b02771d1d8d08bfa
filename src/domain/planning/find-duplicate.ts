import type { TxCtx } from "#platform/context.ts";
import { VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { isSameWish } from "./internal/relations/is-same-wish.ts";
import { listRelated } from "./internal/relations/list-related.ts";
import type { PlacedNote } from "./internal/relations/load-placed.ts";

/** These say all there is to say by their kind: their terms name nothing. */
const WITHOUT_TOPIC: ReadonlySet<string> = new Set([
  "SHORTER",
  "LONGER",
  "MORE_QUOTATIONS",
  "START_FROM",
  "TONE",
  "SCHEDULE",
  "OTHER",
]);
/** Vectors are large: the most likely are read. */
const MOST_PLACED = 40;

/** The oldest waiting note of the project that asks for the same for as long; null where there is none. */
export async function findDuplicate(ctx: TxCtx, note: PlacedNote): Promise<{ id: string } | null> {
  if (note.vectorModel !== VECTOR_MODEL) return null;
  const { kind } = note.directive;
  const terms = WITHOUT_TOPIC.has(kind) || note.terms.length === 0 ? null : note.terms;
  const related = await listRelated(ctx, note, { kinds: [kind], terms });
  const placed = await place(
    ctx,
    note,
    related.slice(0, MOST_PLACED).map(({ id }) => id),
  );
  return placed.find((other) => isSameWish(note, other, note.language)) ?? null;
}

/** Those of them that wait as this one does, for as long, with their vectors; the oldest first. */
async function place({ tx, organizationId }: TxCtx, note: PlacedNote, ids: readonly string[]) {
  const { scope, untilDate } = note;
  const others = await tx.planningNote.findMany({
    where: {
      organizationId,
      id: { in: [...ids] },
      ...{ scope, untilDate, status: "UNDERSTOOD", plannedAt: null, vectorModel: VECTOR_MODEL },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, directive: true, topicTerms: true, paraphrase: true, vector: true },
  });
  return others.map(({ id, directive, topicTerms, paraphrase, vector }) => ({
    ...{ id, vector, terms: topicTerms, paraphrase: paraphrase ?? "" },
    directive: directive as unknown as PlacedNote["directive"],
  }));
}
