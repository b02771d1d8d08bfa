import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { MemoryKind, MemoryStatus, Prisma } from "#platform/db/generated/client.ts";
import { countMemoryUsesSql } from "./count-memory-uses.sql.ts";
import { startOfGrace } from "./grace.ts";
import { PROVENANCE, type Provenance, toProvenance } from "./provenance.ts";

/** A memory as lists show it. */
export interface ListedMemory {
  id: string;
  kind: MemoryKind;
  status: MemoryStatus;
  text: string;
  importance: number;
  isPinned: boolean;
  revision: number;
  createdAt: Date;
  /** The first instant at which it does not hold any more. */
  validUntil: Date | null;
  isExpired: boolean;
  /** Of what was forgotten: it can be taken back. */
  isRestorable: boolean;
  provenance: Provenance;
  /** What says otherwise and holds. */
  contradicts: { id: string; text: string; isPinned: boolean; revision: number } | null;
  supersededById: string | null;
  /** In how many briefs it was, those of what was merged into it included. */
  uses: number;
}

export const LISTED = {
  id: true,
  kind: true,
  status: true,
  text: true,
  importance: true,
  isPinned: true,
  revision: true,
  createdAt: true,
  validUntil: true,
  forgottenAt: true,
  supersededById: true,
  contradicts: { select: { id: true, text: true, isPinned: true, revision: true, status: true } },
  ...PROVENANCE,
} as const satisfies Prisma.AgentMemorySelect;

type Row = Prisma.AgentMemoryGetPayload<{ select: typeof LISTED }>;

export async function toListed(ctx: TxCtx, rows: readonly Row[]): Promise<ListedMemory[]> {
  const ids = rows.map(({ id }) => id);
  const counted = await runSql(ctx.tx, countMemoryUsesSql, [ctx.organizationId, ids]);
  const uses = new Map(counted.map(({ memoryId, uses }) => [memoryId, Number(uses)]));
  const now = ctx.clock.now();
  return rows.map((row) => {
    const {
      contradicts,
      forgottenAt,
      originMessageId,
      originNote,
      originEpisode,
      originUser,
      origin,
      ...rest
    } = row;
    const holds = contradicts?.status === "ACTIVE" ? contradicts : null;
    return {
      ...rest,
      isExpired: row.validUntil !== null && row.validUntil <= now,
      isRestorable: row.text !== "" && forgottenAt !== null && forgottenAt > startOfGrace(now),
      provenance: toProvenance({ origin, originMessageId, originNote, originEpisode, originUser }),
      contradicts: holds && {
        id: holds.id,
        text: holds.text,
        isPinned: holds.isPinned,
        revision: holds.revision,
      },
      uses: uses.get(row.id) ?? 0,
    };
  });
}
