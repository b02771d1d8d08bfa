import type { Tx } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { describeDevice } from "../describe-device.ts";
import { enqueueNotice } from "./enqueue-notice.ts";

const SESSIONS_LOOKED_AT = 200;

/** Before a session is made: tells the person by mail when they never came in by a browser of this kind, of those that are remembered. */
export async function tellOfNewDevice(system: System, tx: Tx, userId: string): Promise<void> {
  if (!system.from) return;
  const earlier = await tx.session.findMany({
    where: { userId },
    orderBy: { id: "desc" },
    take: SESSIONS_LOOKED_AT,
    select: { userAgent: true },
  });
  const known = new Set(earlier.map(({ userAgent }) => describeDevice(userAgent)));
  if (known.size === 0 || known.has(describeDevice(system.from.userAgent))) return;
  await enqueueNotice(tx, { userId, notice: "new_device" });
}
