import { query } from "#domain/people/verb.ts";
import { foundFrom, LearntFrom } from "./internal/memory/found-from.ts";
import { LISTED, type ListedMemory, toListed } from "./internal/memory/listed-memory.ts";

const MOST_SHOWN = 20;

export interface WouldBeForgotten {
  total: number;
  /** The first of them, pinned ones before the others. */
  memories: ListedMemory[];
  pinned: number;
  /** In how many briefs they were; these episodes keep their text. */
  briefs: number;
}

/**
 * What `forgetFrom` would hit: everything that came from one note, episode, message or person, what it was merged into included.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const previewForgetFrom = query(
  { needs: "memory.read", input: LearntFrom },
  async (ctx, learntFrom): Promise<WouldBeForgotten> => {
    const { tx, organizationId } = ctx;
    const ids = await foundFrom(ctx, learntFrom);
    const where = { organizationId, id: { in: ids } };
    const rows = await tx.agentMemory.findMany({
      where,
      orderBy: [{ isPinned: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
      select: LISTED,
    });
    const used = { organizationId, memoryId: { in: ids } };
    const briefs = await tx.memoryUse.findMany({
      where: used,
      distinct: ["queueId"],
      select: { queueId: true },
    });
    return {
      total: ids.length,
      memories: await toListed(ctx, rows),
      pinned: await tx.agentMemory.count({ where: { ...where, isPinned: true } }),
      briefs: briefs.length,
    };
  },
);
