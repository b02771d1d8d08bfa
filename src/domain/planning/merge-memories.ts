import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { guarded } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { type Meaning, meaningColumns } from "./internal/memory/meaning-columns.ts";
import { MemoryRefs } from "./internal/memory/memory-refs.ts";
import { moveMemory, whyMissed } from "./internal/memory/move-memory.ts";
import { loadProjectToRead, understandMemory } from "./internal/memory/understand-memory.ts";
import { Importance, LearntKind } from "./memory-kinds.ts";
import { MemoryText } from "./memory-text.ts";

const Merge = z.object({
  projectId: z.string(),
  memories: MemoryRefs,
  kind: LearntKind,
  text: MemoryText,
  importance: Importance,
});
type Merge = z.output<typeof Merge>;

/**
 * Makes one active memory of several: the others are superseded by it, and what they were used for counts as its own. All or none.
 * It is pinned when one of them was, and holds as long as the longest of them.
 *
 * @throws AppError NOT_FOUND, INVALID for fewer than two, CONFLICT when somebody else changed one of them since it was seen
 */
export const mergeMemories = guarded(
  { needs: "memory.edit", input: Merge },
  async (ctx, merge): Promise<{ memoryId: string }> => {
    if (merge.memories.length < 2) {
      throw new AppError("INVALID", "Choose at least two memories: one can't be merged with itself.");
    }
    const toRead = await inOrganization(ctx, async (inside) => {
      const { id } = await getProject(inside, merge);
      return loadProjectToRead(inside, id);
    });
    const meaning = await understandMemory(toRead, merge);
    return inOrganization(ctx, (inside) => store(inside, merge, meaning));
  },
);

async function store(ctx: TxCtx, merge: Merge, meaning: Meaning): Promise<{ memoryId: string }> {
  const { tx, organizationId, clock, actor } = ctx;
  const { memories: refs, projectId, kind, text, importance } = merge;
  await getProject(ctx, { projectId });
  const now = clock.now();
  const ids = refs.map(({ memoryId }) => memoryId);
  const before = await tx.agentMemory.findMany({
    where: { organizationId, id: { in: ids } },
    select: { kind: true, isPinned: true, validUntil: true },
  });
  if (before.some((memory) => memory.kind === "COVERED_TOPIC")) {
    throw new AppError("INVALID", "What an episode covers is recorded by Episodic. It can't be merged.");
  }
  const ends = before.map(({ validUntil }) => validUntil?.getTime() ?? Number.POSITIVE_INFINITY);
  const end = Math.max(...ends);
  const { id: memoryId } = await tx.agentMemory.create({
    data: {
      organizationId,
      projectId,
      ...meaningColumns(meaning),
      origin: "PERSON",
      originUserId: actor.kind === "user" ? actor.userId : null,
      kind,
      text,
      importance,
      status: "ACTIVE",
      isPinned: before.some(({ isPinned }) => isPinned),
      validFrom: now,
      validUntil: end > now.getTime() && Number.isFinite(end) ? new Date(end) : null,
      createdAt: now,
      approvedAt: now,
    },
    select: { id: true },
  });
  for (const ref of refs) {
    const isMoved = await moveMemory(ctx, ref, {
      from: ["PROPOSED", "ACTIVE"],
      where: { projectId, kind: { not: "COVERED_TOPIC" } },
      data: { status: "SUPERSEDED", supersededById: memoryId, isPinned: false },
    });
    if (!isMoved) throw await whyMissed(ctx, ref);
  }
  await recordEvent(ctx, { type: "memories_merged", projectId, data: { memoryId, mergedIds: ids } });
  await recordAudit(ctx, {
    action: "memory.merge",
    targetType: "memory",
    targetId: memoryId,
    before: { memoryIds: ids },
    after: { projectId, kind, importance, text },
  });
  return { memoryId };
}
