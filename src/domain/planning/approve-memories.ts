import { z } from "zod";
import { guarded } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { approveOne, type Question } from "./internal/memory/approve-one.ts";
import { loadProposals } from "./internal/memory/load-proposals.ts";
import { type MemoriesMoved, MemoryRef } from "./internal/memory/memory-refs.ts";
import { tellMoved } from "./internal/memory/tell-moved.ts";
import { understandMemory } from "./internal/memory/understand-memory.ts";

const Proposals = z
  .array(
    MemoryRef.extend({
      /** Of two that say otherwise: the proposal, what it contradicts, or both, where the rule saw a contradiction that is none. */
      stands: z.enum(["THIS", "THE_OTHER", "BOTH"]).optional(),
    }),
  )
  .min(1, "Choose at least one proposal.")
  .max(200);

export interface MemoriesApproved extends MemoriesMoved {
  /** Those of the missed that say otherwise than what holds: which one stands? */
  asks: Question[];
}

/**
 * Approves proposed memories: from the next brief on they count. One that says otherwise than what holds asks which of the two stands; the
 * other is superseded by it. Also two of one request may say otherwise; the second then asks.
 *
 * @returns what was done, who was first with the others, and what is to be decided
 */
export const approveMemories = guarded(
  { needs: "memory.edit", input: z.object({ memories: Proposals }) },
  async (ctx, { memories }): Promise<MemoriesApproved> => {
    const refs = [...new Map(memories.map((memory) => [memory.memoryId, memory])).values()];
    refs.sort((one, other) => (one.memoryId < other.memoryId ? -1 : 1));
    const ids = refs.map(({ memoryId }) => memoryId);
    const { proposals, projects } = await inOrganization(ctx, (inside) => loadProposals(inside, ids));
    const meanings = new Map<string, Awaited<ReturnType<typeof understandMemory>>>();
    for (const { id, projectId, ...proposal } of proposals) {
      const toRead = projects.get(projectId);
      if (!toRead) continue;
      const read = await understandMemory(toRead, proposal);
      const { directive, vector } = proposal;
      meanings.set(id, {
        // What its origin has told is kept: a note was understood with more than its words.
        terms: proposal.terms.length > 0 ? proposal.terms : read.terms,
        directive: directive ?? read.directive,
        vector: vector ?? read.vector,
      });
    }
    return inOrganization(ctx, (inside) => approveAll(inside, refs, meanings));
  },
);

async function approveAll(
  ctx: TxCtx,
  refs: readonly z.output<typeof Proposals>[number][],
  meanings: ReadonlyMap<string, Awaited<ReturnType<typeof understandMemory>>>,
): Promise<MemoriesApproved> {
  const approved: MemoriesApproved = { done: [], missed: [], asks: [] };
  const superseded: string[] = [];
  for (const ref of refs) {
    const outcome = await approveOne(ctx, ref, meanings.get(ref.memoryId));
    if (outcome.kind === "done") {
      approved.done.push(ref.memoryId);
      if (outcome.supersededId) superseded.push(outcome.supersededId);
      continue;
    }
    approved.missed.push({ memoryId: ref.memoryId, why: outcome.why });
    if (outcome.kind === "asks") approved.asks.push(outcome.question);
  }
  await tellMoved(ctx, {
    type: "memories_approved",
    action: "memory.approve",
    memoryIds: approved.done,
    after: { superseded },
  });
  return approved;
}
