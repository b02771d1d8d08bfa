import { z } from "zod";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { cameFromSql } from "./came-from.sql.ts";

/** One occasion on which something was learnt. */
export const LearntFrom = z.object({
  projectId: z.string(),
  from: z.enum(["NOTE", "EPISODE", "CHAT", "PERSON"]),
  /** Of the note, the episode, the message or the person. */
  fromId: z.uuid(),
});
export type LearntFrom = z.output<typeof LearntFrom>;

/**
 * Everything in a project that came from one occasion and is not forgotten, what it was merged into included; by id.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export async function foundFrom(ctx: TxCtx, { projectId, from, fromId }: LearntFrom): Promise<string[]> {
  const project = await getProject(ctx, { projectId });
  const found = await runSql(ctx.tx, cameFromSql, [ctx.organizationId, project.id, from, fromId]);
  return found.map(({ id }) => id);
}
