import type { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { guarded } from "#domain/people/verb.ts";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { findMemory } from "./internal/memory/find-memory.ts";
import { meaningColumns } from "./internal/memory/meaning-columns.ts";
import { MemoryRef } from "./internal/memory/memory-refs.ts";
import { moveMemory, whyMissed } from "./internal/memory/move-memory.ts";
import { loadProjectToRead, understandMemory } from "./internal/memory/understand-memory.ts";
import { Importance, LearntKind } from "./memory-kinds.ts";
import { MemoryText } from "./memory-text.ts";
import { ValidUntil } from "./valid-until.ts";
import { validUntilOf } from "./valid-until-of.ts";

const Change = MemoryRef.extend({
  text: MemoryText.optional(),
  kind: LearntKind.optional(),
  importance: Importance.optional(),
  validUntil: ValidUntil.optional(),
});
type Change = z.output<typeof Change>;

const FIELDS = ["text", "kind", "importance", "validUntil"] as const;

/**
 * Changes a memory or a proposal; what is left out stays. A new text or kind is understood anew. Where it was learnt stays as it is, and
 * the audit log says that it was changed.
 *
 * @returns its revision now
 * @throws AppError NOT_FOUND, CONFLICT when somebody else changed it since this revision, INVALID with `fields`
 */
export const changeMemory = guarded(
  { needs: "memory.edit", input: Change },
  async (ctx, change): Promise<{ revision: number }> => {
    const meaning = await understandAnew(ctx, change);
    return inOrganization(ctx, (inside) => apply(inside, change, meaning));
  },
);

async function understandAnew(ctx: Ctx, change: Change) {
  if (change.text === undefined && change.kind === undefined) return {};
  const { before, toRead } = await inOrganization(ctx, async (inside) => {
    const before = await findMemory(inside, change.memoryId);
    return { before, toRead: await loadProjectToRead(inside, before.projectId) };
  });
  const { text = before.text, kind = before.kind } = change;
  return meaningColumns(await understandMemory(toRead, { text, kind }));
}

async function apply(
  ctx: TxCtx,
  change: Change,
  meaning: Partial<ReturnType<typeof meaningColumns>>,
): Promise<{ revision: number }> {
  const before = await findMemory(ctx, change.memoryId);
  if (before.kind === "COVERED_TOPIC" && (change.text !== undefined || change.kind !== undefined)) {
    throw new AppError(
      "INVALID",
      "What an episode covers is recorded by Episodic. It can be forgotten, not reworded.",
    );
  }
  const { text = before.text, kind = before.kind, importance = before.importance } = change;
  const validUntil =
    change.validUntil === undefined
      ? before.validUntil
      : await validUntilOf(ctx, before.projectId, change.validUntil);
  const after = { text, kind, importance, validUntil };
  const fields = FIELDS.filter((field) => String(before[field]) !== String(after[field]));
  if (fields.length === 0 && before.revision === change.revision) return { revision: before.revision };
  const move = { from: ["PROPOSED", "ACTIVE"] as const, data: { ...after, ...meaning } };
  if (!(await moveMemory(ctx, change, move))) throw await whyMissed(ctx, change);

  const { memoryId } = change;
  await recordEvent(ctx, {
    type: "memory_changed",
    projectId: before.projectId,
    data: { memoryId, fields: [...fields] },
  });
  const of = (values: typeof after) => ({
    ...Object.fromEntries(fields.map((field) => [field, values[field]])),
    revision: change.revision,
  });
  await recordAudit(ctx, {
    action: "memory.change",
    targetType: "memory",
    targetId: memoryId,
    before: of(before),
    after: { ...of(after), revision: change.revision + 1 },
  });
  return { revision: change.revision + 1 };
}
