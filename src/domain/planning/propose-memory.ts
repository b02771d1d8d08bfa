import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import type { TxCtx } from "#platform/context.ts";
import type { MemoryKind, MemoryStatus } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import type { Directive } from "./directive.ts";
import { findContradiction } from "./internal/memory/find-contradiction.ts";
import { findOrigin, type MemoryCameFrom } from "./internal/memory/find-origin.ts";
import { loadStanding } from "./internal/memory/load-standing.ts";
import { meaningColumns } from "./internal/memory/meaning-columns.ts";
import { originKey } from "./internal/memory/origin-key.ts";
import { cleanMemory, LONGEST_MEMORY } from "./memory-text.ts";

/** Something that may be worth remembering. There is no way to say that it came from a source. */
export type MemoryToPropose = MemoryCameFrom & {
  projectId: string;
  kind: Exclude<MemoryKind, "COVERED_TOPIC">;
  /** 1 to 2,000 characters: one statement. */
  text: string;
  /** 1 (a passing remark) to 10 (must never be forgotten). */
  importance?: number;
  directive?: Directive | null;
  terms?: readonly string[];
  /** A unit vector of `sentenceVectors`, which is made outside of the transaction; without one it is found by its words alone. */
  vector?: readonly number[] | null;
  validUntil?: Date | null;
};

export interface ProposedMemory {
  memoryId: string;
  status: MemoryStatus;
  /** The memory that says otherwise. */
  contradictsId: string | null;
}

/**
 * Proposes a memory, for an editor to approve. It is active at once only where the project trusts what comes from its kind of origin and
 * nothing that holds says otherwise. The same text again from the same origin is the row of before, whatever became of it. Where it came
 * from lies in the same project.
 *
 * @throws AppError NOT_FOUND for an origin that is not in the project, INVALID for a text of no or too many characters
 */
export async function proposeMemory(ctx: TxCtx, proposal: MemoryToPropose): Promise<ProposedMemory> {
  const { tx, organizationId, clock } = ctx;
  const { projectId, kind } = proposal;
  const text = cleanMemory(proposal.text);
  if (text === "" || text.length > LONGEST_MEMORY) {
    throw new AppError("INVALID", `A memory holds 1 to ${LONGEST_MEMORY} characters.`);
  }
  const project = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: projectId } },
    select: { language: true, trustedMemoryOrigins: true },
  });
  const { originId, columns } = await findOrigin(ctx, projectId, proposal);
  const key = { organizationId, projectId, originKey: originKey(proposal.origin, originId, text) };
  const meaning = {
    directive: proposal.directive ?? null,
    terms: proposal.terms ?? [],
    vector: proposal.vector ?? null,
  };
  const against = findContradiction(
    { text, ...meaning },
    await loadStanding(ctx, projectId),
    project.language,
  );
  const isTrusted = against === null && project.trustedMemoryOrigins.includes(proposal.origin);
  const now = clock.now();
  const { count } = await tx.agentMemory.createMany({
    data: {
      ...key,
      ...columns,
      ...meaningColumns(meaning),
      kind,
      text,
      importance: proposal.importance ?? 5,
      status: isTrusted ? "ACTIVE" : "PROPOSED",
      contradictsId: against?.id ?? null,
      validFrom: now,
      validUntil: proposal.validUntil ?? null,
      createdAt: now,
      approvedAt: isTrusted ? now : null,
    },
    skipDuplicates: true,
  });
  const memory = await tx.agentMemory.findUniqueOrThrow({
    where: { organizationId_projectId_originKey: key },
    select: { id: true, status: true, contradictsId: true },
  });
  if (count > 0) await tell(ctx, projectId, memory.id, { kind, origin: proposal.origin, isTrusted });
  return { memoryId: memory.id, status: memory.status, contradictsId: memory.contradictsId };
}

async function tell(
  ctx: TxCtx,
  projectId: string,
  memoryId: string,
  { isTrusted, ...after }: { kind: MemoryKind; origin: string; isTrusted: boolean },
): Promise<void> {
  await recordEvent(ctx, { type: "memory_proposed", projectId, data: { memoryId, isTrusted } });
  if (!isTrusted) return;
  await recordAudit(ctx, { action: "memory.learn", targetType: "memory", targetId: memoryId, after });
}
