import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { Directive } from "./directive.ts";
import { findMemoryUses, type UsedIn } from "./internal/memory/find-memory-uses.ts";
import { findMergedSql } from "./internal/memory/find-merged.sql.ts";
import { LISTED, type ListedMemory, toListed } from "./internal/memory/listed-memory.ts";
import { zoneOf } from "./valid-until.ts";

interface OtherMemory {
  id: string;
  text: string;
}

export interface OneMemory extends ListedMemory {
  projectId: string;
  zone: string;
  directive: Directive | null;
  approvedAt: Date | null;
  forgottenAt: Date | null;
  changed: { at: Date; by: string | null } | null;
  supersededBy: OtherMemory | null;
  /** What was merged into it, or lost against it. */
  supersedes: OtherMemory[];
  /** Proposals that say otherwise. */
  contradictedBy: OtherMemory[];
  /** The newest 50 briefs that it was in, with the blocks that are there because of it. */
  usedIn: UsedIn[];
}

const OTHER = { select: { id: true, text: true } } as const;

/**
 * One memory with where it was learnt, what it superseded and what each brief made of it. What was forgotten is shown while it can be
 * taken back.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's, gone, or no id at all: they look the same
 */
export const getMemory = query(
  { needs: "memory.read", input: z.object({ memoryId: z.string() }) },
  async (ctx, { memoryId }): Promise<OneMemory> => {
    const { tx, organizationId } = ctx;
    const id = z.uuid().safeParse(memoryId);
    const row = id.success
      ? await tx.agentMemory.findFirst({
          where: { organizationId, id: id.data, text: { not: "" }, project: { deletedAt: null } },
          select: {
            ...LISTED,
            projectId: true,
            directive: true,
            approvedAt: true,
            changedAt: true,
            changedBy: { select: { name: true, deletedAt: true } },
            project: { select: { cadenceConfig: true } },
            supersededBy: OTHER,
            supersedes: { where: { text: { not: "" } }, orderBy: { id: "asc" }, ...OTHER },
            contradictedBy: { where: { status: "PROPOSED" }, orderBy: { id: "asc" }, ...OTHER },
          },
        })
      : null;
    const [listed] = row ? await toListed(ctx, [row]) : [];
    if (!row || !listed)
      throw new AppError("NOT_FOUND", "There is no such memory. It may have been removed.");
    const merged = await runSql(tx, findMergedSql, [organizationId, row.id]);
    const { projectId, project, approvedAt, forgottenAt, changedAt, changedBy } = row;
    const { supersededBy, supersedes, contradictedBy } = row;
    return {
      ...listed,
      projectId,
      zone: zoneOf(project.cadenceConfig),
      directive: Directive.nullable().parse(row.directive),
      approvedAt,
      forgottenAt,
      changed: changedAt && { at: changedAt, by: displayedName(changedBy) },
      supersededBy: supersededBy?.text ? supersededBy : null,
      supersedes,
      contradictedBy,
      usedIn: await findMemoryUses(
        ctx,
        merged.map((memory) => memory.id),
      ),
    };
  },
);
