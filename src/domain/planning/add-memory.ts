import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { guarded } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { findContradiction } from "./internal/memory/find-contradiction.ts";
import { loadStanding } from "./internal/memory/load-standing.ts";
import { type Meaning, meaningColumns } from "./internal/memory/meaning-columns.ts";
import { originKey } from "./internal/memory/origin-key.ts";
import { loadProjectToRead, understandMemory } from "./internal/memory/understand-memory.ts";
import { Importance, LearntKind } from "./memory-kinds.ts";
import { MemoryText } from "./memory-text.ts";
import { ValidUntil } from "./valid-until.ts";
import { validUntilOf } from "./valid-until-of.ts";

const MemoryToAdd = z.object({
  projectId: z.string(),
  kind: LearntKind,
  text: MemoryText,
  importance: Importance.default(5),
  validUntil: ValidUntil.default(null),
});
type MemoryToAdd = z.output<typeof MemoryToAdd>;

export interface AddedMemory {
  memoryId: string;
  /** A memory that says otherwise; both hold until an editor has one of them forgotten. */
  contradictsId: string | null;
}

/**
 * Adds a memory in the words of the person who asks; it is active at once. The same words sent again by the same person are one memory.
 *
 * @throws AppError NOT_FOUND when the organization has no such project, INVALID with `fields`
 */
export const addMemory = guarded(
  { needs: "memory.edit", input: MemoryToAdd },
  async (ctx, memory): Promise<AddedMemory> => {
    const toRead = await inOrganization(ctx, async (inside) => {
      const { id } = await getProject(inside, memory);
      return loadProjectToRead(inside, id);
    });
    const meaning = await understandMemory(toRead, memory);
    return inOrganization(ctx, (inside) => store(inside, memory, meaning, toRead.project.language));
  },
);

async function store(
  ctx: TxCtx,
  memory: MemoryToAdd,
  meaning: Meaning,
  language: string,
): Promise<AddedMemory> {
  const { tx, organizationId, clock, actor } = ctx;
  const { id: projectId } = await getProject(ctx, memory);
  const userId = actor.kind === "user" ? actor.userId : null;
  const key = {
    organizationId,
    projectId,
    originKey: originKey("PERSON", userId ?? actor.kind, memory.text),
  };
  const now = clock.now();
  // Added again after it was forgotten or superseded, it is a new one.
  await tx.agentMemory.updateMany({
    where: { ...key, status: { in: ["FORGOTTEN", "SUPERSEDED"] } },
    data: { originKey: null },
  });
  const against = findContradiction({ ...memory, ...meaning }, await loadStanding(ctx, projectId), language);
  const { count } = await tx.agentMemory.createMany({
    data: {
      ...key,
      ...meaningColumns(meaning),
      origin: "PERSON",
      originUserId: userId,
      kind: memory.kind,
      text: memory.text,
      importance: memory.importance,
      status: "ACTIVE",
      contradictsId: against?.id ?? null,
      validFrom: now,
      validUntil: await validUntilOf(ctx, projectId, memory.validUntil),
      createdAt: now,
      approvedAt: now,
    },
    skipDuplicates: true,
  });
  const { id: memoryId, contradictsId } = await tx.agentMemory.findUniqueOrThrow({
    where: { organizationId_projectId_originKey: key },
    select: { id: true, contradictsId: true },
  });
  if (count > 0) {
    const { kind, importance, text } = memory;
    await recordEvent(ctx, { type: "memory_added", projectId, data: { memoryId } });
    await recordAudit(ctx, {
      action: "memory.add",
      targetType: "memory",
      targetId: memoryId,
      after: { projectId, kind, importance, text },
    });
  }
  return { memoryId, contradictsId };
}
