import type { TxCtx } from "#platform/context.ts";
import { findContradiction } from "./find-contradiction.ts";
import { loadStanding } from "./load-standing.ts";
import { type Meaning, meaningColumns } from "./meaning-columns.ts";
import type { MemoryRef } from "./memory-refs.ts";
import { moveMemory, whyMissed } from "./move-memory.ts";

/** Two memories that say otherwise: which one stands? */
export interface Question {
  memoryId: string;
  text: string;
  other: { id: string; text: string; isPinned: boolean };
}

type Outcome =
  | { kind: "done"; supersededId: string | null }
  | { kind: "missed"; why: string }
  | { kind: "asks"; why: string; question: Question };

type Approval = MemoryRef & { stands?: "THIS" | "THE_OTHER" | "BOTH" | undefined };

/** Approves one proposal, with its meaning as it was read before the transaction; nothing when it was decided already. */
export async function approveOne(ctx: TxCtx, ref: Approval, meaning: Meaning | undefined): Promise<Outcome> {
  const { tx, organizationId, clock } = ctx;
  const memory = await tx.agentMemory.findFirst({
    where: { organizationId, id: ref.memoryId, revision: ref.revision, status: "PROPOSED" },
    select: {
      id: true,
      projectId: true,
      text: true,
      contradictsId: true,
      project: { select: { language: true } },
    },
  });
  if (!memory || !meaning) return { kind: "missed", why: (await whyMissed(ctx, ref)).message };
  const standing = await loadStanding(ctx, memory.projectId);
  const against =
    standing.find(({ id }) => id === memory.contradictsId) ??
    findContradiction({ text: memory.text, ...meaning }, standing, memory.project.language);
  if (against && !ref.stands) {
    const data = { contradictsId: against.id };
    await tx.agentMemory.updateMany({ where: { organizationId, id: memory.id }, data });
    const question = { memoryId: memory.id, text: memory.text, other: against };
    return {
      kind: "asks",
      why: "It says otherwise than a memory that holds. Say which of the two stands.",
      question,
    };
  }
  if (against && ref.stands === "THE_OTHER") {
    const data = { status: "SUPERSEDED", supersededById: against.id, contradictsId: against.id } as const;
    return (await moveMemory(ctx, ref, { from: ["PROPOSED"], data }))
      ? { kind: "done", supersededId: memory.id }
      : { kind: "missed", why: (await whyMissed(ctx, ref)).message };
  }
  const data = {
    status: "ACTIVE",
    approvedAt: clock.now(),
    contradictsId: against?.id ?? null,
    ...meaningColumns(meaning),
  } as const;
  if (!(await moveMemory(ctx, ref, { from: ["PROPOSED"], data }))) {
    return { kind: "missed", why: (await whyMissed(ctx, ref)).message };
  }
  if (!against || ref.stands !== "THIS") return { kind: "done", supersededId: null };
  await supersede(ctx, against.id, memory.id);
  return { kind: "done", supersededId: against.id };
}

/** @throws AppError CONFLICT when somebody else changes it in the same moment: then nothing of the request is kept */
async function supersede(ctx: TxCtx, memoryId: string, byId: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const where = { organizationId_id: { organizationId, id: memoryId } };
  const { revision } = await tx.agentMemory.findUniqueOrThrow({ where, select: { revision: true } });
  const data = { status: "SUPERSEDED", supersededById: byId, isPinned: false } as const;
  const ref = { memoryId, revision };
  if (!(await moveMemory(ctx, ref, { from: ["ACTIVE"], data }))) throw await whyMissed(ctx, ref);
}
