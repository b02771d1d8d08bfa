import type { TxCtx } from "#platform/context.ts";
import { Directive } from "../../directive.ts";
import type { Standing } from "./find-contradiction.ts";
import { unpackVector } from "./pack-vector.ts";

/** What holds in a project at present and may be contradicted: what was learnt, not what was covered. */
export async function loadStanding(
  { tx, organizationId, clock }: TxCtx,
  projectId: string,
): Promise<Standing[]> {
  const memories = await tx.agentMemory.findMany({
    where: {
      organizationId,
      projectId,
      status: "ACTIVE",
      kind: { not: "COVERED_TOPIC" },
      OR: [{ validUntil: null }, { validUntil: { gt: clock.now() } }],
    },
    orderBy: { id: "asc" },
    select: { id: true, text: true, directive: true, vector: true, isPinned: true },
  });
  return memories.map(({ directive, vector, ...memory }) => ({
    ...memory,
    directive: Directive.nullable().parse(directive),
    vector: vector && unpackVector(vector),
  }));
}
