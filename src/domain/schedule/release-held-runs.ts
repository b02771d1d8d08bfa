import { findPriceNews } from "#domain/usage/find-price-news.ts";
import { findRoom, type WantedRoom } from "#domain/usage/find-room.ts";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { type HeldRun, heldRunsSql } from "./internal/held-runs.sql.ts";
import { oneReleaseAtATimeSql } from "./internal/one-release-at-a-time.sql.ts";
import { organizationsWithHeldRunsSql } from "./internal/organizations-with-held-runs.sql.ts";
import { releaseHeldSql } from "./internal/release-held.sql.ts";
import { runsWantingRoomSql } from "./internal/runs-wanting-room.sql.ts";

export interface ReleasedRun {
  queueId: string;
  organizationId: string;
}

/**
 * Lets held runs go on: for room under a ceiling in the order of their slots and only as many as there is room for, whether a window turned, a ceiling was
 * raised or calls cost less than was set aside; for a price once there may be one. Of each project its first run is looked at, for episodes
 * build on each other. Any number of workers may do it at once. To be called every five seconds.
 *
 * @returns the runs that wait for a worker now
 * @throws AggregateError when organizations failed, after all others were served
 */
export async function releaseHeldRuns(system: System): Promise<ReleasedRun[]> {
  const organizations = await runSql(system.db.pool, organizationsWithHeldRunsSql, []);
  const released: ReleasedRun[] = [];
  const failures: unknown[] = [];
  for (const { organizationId } of organizations) {
    try {
      const ctx = actingFor(system, organizationId, "release-held");
      const queueIds = await inOrganization(ctx, releaseInOrganization);
      released.push(...queueIds.map((queueId) => ({ queueId, organizationId })));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `The held runs of ${failures.length} organizations could not be looked at`,
    );
  }
  return released;
}

async function releaseInOrganization(ctx: TxCtx): Promise<string[]> {
  const { tx, organizationId, clock } = ctx;
  const [turn] = await runSql(tx, oneReleaseAtATimeSql, [organizationId]);
  if (!turn?.isOurs) return [];
  const held = await runSql(tx, heldRunsSql, [organizationId]);
  const forPrice = held.filter(({ kind }) => kind === "PRICE");
  const forRoom = held.filter(({ kind }) => kind === "BUDGET");

  // What went on before and has set nothing aside yet wants its room first.
  const ahead = await runSql(tx, runsWantingRoomSql, [organizationId, clock.now()]);
  const room = await findRoom(ctx, forRoom.map(toWanted), ahead.map(toWanted));
  const news = await findPriceNews(
    ctx,
    forPrice.map(({ projectId, heldAt }) => ({ projectId, since: heldAt })),
  );
  const free = [...forRoom.filter((_, index) => room[index]), ...forPrice.filter((_, index) => news[index])];
  if (free.length === 0) return [];
  const values = [organizationId, free.map(({ queueId }) => queueId), clock.now()];
  return (await runSql(tx, releaseHeldSql, values)).map(({ queueId }) => queueId);
}

function toWanted({ projectId, episodeId, nanos }: Omit<HeldRun, "kind" | "heldAt">): WantedRoom {
  return { projectId, episodeId, nanos: nanos ?? 1n };
}
