import { todayOfProject } from "#domain/schedule/today-of-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { Directive } from "../../directive.ts";
import type { PlacedNote } from "./load-placed.ts";
import { relatedNotesSql } from "./related-notes.sql.ts";
import { stemsOfTerms } from "./wished.ts";

/** So many are compared: who shares a word of a topic with more has not said what it is about. */
const MOST_COMPARED = 300;

/** Notes that may wish the same as this one, or the opposite: of these kinds, with a word of these topics; the oldest first. */
export async function listRelated(
  ctx: TxCtx,
  note: PlacedNote,
  { kinds, terms }: { kinds: readonly Directive["kind"][]; terms: readonly string[] | null },
) {
  if (kinds.length === 0) return [];
  const rows = await runSql(ctx.tx, relatedNotesSql, [
    ctx.organizationId,
    note.projectId,
    note.id,
    kinds,
    terms === null ? null : patternsOf(terms, note.language),
    await todayOfProject(ctx, note.projectId),
    MOST_COMPARED,
  ]);
  return rows.map((row) => ({ ...row, directive: Directive.parse(row.directive) }));
}

/** Words that begin as the stems do: "librari" stands in "library" but for its end. */
function patternsOf(terms: readonly string[], language: string): string[] {
  return [...stemsOfTerms(terms, language)].map((stem) => {
    const beginning = stem.length > 4 ? stem.replace(/[iey]$/, "") : stem;
    return `%${beginning.replace(/[\\%_]/g, "\\$&")}%`;
  });
}
