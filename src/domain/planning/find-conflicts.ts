import type { TxCtx } from "#platform/context.ts";
import { isOpposed, OPPOSITES } from "./internal/relations/is-opposed.ts";
import { listRelated } from "./internal/relations/list-related.ts";
import type { PlacedNote } from "./internal/relations/load-placed.ts";

/** The notes of the project that ask for what can't be done together with this one: those that wait, and those in force. */
export async function findConflicts(ctx: TxCtx, note: PlacedNote): Promise<{ id: string }[]> {
  const { kind } = note.directive;
  const titles = await titlesFor(ctx, note);
  const kinds = OPPOSITES[kind];
  // What begins an episode is named by its title, which is no term of the note.
  const byTerms = kinds.filter((each) => each !== "START_FROM");
  const wholly = kinds.filter((each) => each === "START_FROM");
  const hasTopic = note.terms.length > 0 && kind !== "START_FROM";
  const terms =
    kind === "START_FROM" ? [titles.get(note.directive.sourceId) ?? ""] : hasTopic ? note.terms : null;
  const related = [
    ...(await listRelated(ctx, note, { kinds: byTerms, terms })),
    ...(await listRelated(ctx, note, { kinds: wholly, terms: null })),
  ];
  const known = { language: note.language, titleOf: (id: string) => titles.get(id) };
  return related.filter((other) => isOpposed(note, other, known)).map(({ id }) => ({ id }));
}

async function titlesFor({ tx, organizationId }: TxCtx, { projectId, directive }: PlacedNote) {
  if (!OPPOSITES[directive.kind].includes("START_FROM") && directive.kind !== "START_FROM")
    return new Map<string, string>();
  const sources = await tx.source.findMany({
    where: { organizationId, projectId, deletedAt: null },
    select: { id: true, title: true },
  });
  return new Map(sources.map(({ id, title }) => [id, title]));
}
