import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { type Ceiling, listRoomSql } from "./internal/list-room.sql.ts";

/** A call that is still to be reserved, and what it may at most cost. */
export interface WantedRoom {
  projectId: string;
  /** Null while the run has no episode yet. */
  episodeId: string | null;
  nanos: bigint;
}

/**
 * Which of the calls there is room for under every hard ceiling at the present instant, taken in their order: each that fits takes its room from those
 * behind it. Nothing is set aside; `ahead` are calls that go first in any case.
 */
export async function findRoom(
  ctx: TxCtx,
  wanted: readonly WantedRoom[],
  ahead: readonly WantedRoom[] = [],
): Promise<boolean[]> {
  const all = [...ahead, ...wanted].filter(({ episodeId }) => episodeId !== null);
  const ceilings = await runSql(ctx.tx, listRoomSql, [
    ctx.organizationId,
    ctx.clock.now(),
    all.map(({ projectId }) => projectId),
    all.map(({ episodeId }) => episodeId),
  ]);
  for (const call of ahead) take(ceilingsOf(ceilings, call), call.nanos);
  return wanted.map((call) => {
    const over = ceilingsOf(ceilings, call);
    const fits = over.every(({ leftNanos }) => leftNanos >= call.nanos);
    if (fits) take(over, call.nanos);
    return fits;
  });
}

function ceilingsOf(ceilings: Ceiling[], { projectId, episodeId }: WantedRoom): Ceiling[] {
  return ceilings.filter((ceiling) =>
    ceiling.window === "EPISODE"
      ? ceiling.episodeId === episodeId
      : ceiling.projectId === null || ceiling.projectId === projectId,
  );
}

function take(ceilings: Ceiling[], nanos: bigint): void {
  for (const ceiling of ceilings) ceiling.leftNanos -= nanos;
}
