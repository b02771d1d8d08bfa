import { recordUsage, type UsageCall } from "#domain/usage/record-usage.ts";
import { recountDays } from "#domain/usage/recount-days.ts";
import { recountWindows } from "#domain/usage/recount-windows.ts";
import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import type { Calls } from "./calls.ts";
import type { LedgerScene, SceneOrganization } from "./scene.ts";

const WRITERS = 4;
const MOST_CALLS_OF_A_PARCEL = 4_000;
const LEAST_PARCELS = 8;
/** While calls come in; each recomputes the days that were added to. */
const ROLL_UPS = 25;
/** The zone in which the first organization begins. */
const ZONE_BEFORE = "America/Los_Angeles";

export interface Delivered {
  deliveries: number;
  entered: number;
  rollUps: number;
}

/**
 * Enters all calls by `recordUsage`: out of order, some late, some more than once, by writers side by side; roll-ups run in between, and
 * halfway the first organization changes its zone.
 */
export async function deliverCalls(
  scene: LedgerScene,
  calls: Calls,
  seed: number,
  say: (line: string) => void,
): Promise<Delivered> {
  const order = orderOfDelivery(calls.count, seed);
  const size = Math.min(MOST_CALLS_OF_A_PARCEL, Math.ceil(order.length / LEAST_PARCELS));
  const parcels = Math.ceil(order.length / size);
  const rollUpEvery = Math.max(2, Math.floor(parcels / ROLL_UPS));
  const done: Delivered = { deliveries: order.length, entered: 0, rollUps: 0 };
  const [mover] = scene.organizations;
  if (!mover) throw new Error("A scene has organizations");
  await setZone(mover, ZONE_BEFORE);
  await recount(scene, mover);
  let next = 0;
  let isMoved = false;
  const write = async () => {
    for (let parcel = next++; parcel < parcels; parcel = next++) {
      const indexes = order.subarray(parcel * size, (parcel + 1) * size);
      const entered = await enter(calls, indexes);
      done.entered += entered;
      if (parcel % rollUpEvery === rollUpEvery - 1) {
        await rollUpDays(scene.worker);
        done.rollUps += 1;
      }
      if (parcel >= parcels / 2 && !isMoved) {
        isMoved = true;
        await setZone(mover, mover.zone);
        await recount(scene, mover);
      }
      if (parcel % 25 === 24) say(`${(parcel + 1) * size} of ${order.length} deliveries`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return done;
}

/** The numbers of the calls, each at least once: nearly in time, three in a hundred at the very end, eight in a hundred again. */
function orderOfDelivery(count: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const entries: { index: number; turn: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const turn = random() < 0.03 ? count + random() * count * 0.05 : index + random() * count * 0.05;
    entries.push({ index, turn });
    if (random() < 0.08) entries.push({ index, turn: turn + (random() < 0.5 ? 1 : random() * count * 0.2) });
  }
  entries.sort((one, other) => one.turn - other.turn);
  return Int32Array.from(entries, ({ index }) => index);
}

async function enter(calls: Calls, indexes: Int32Array): Promise<number> {
  const parcels = new Map<SceneOrganization, UsageCall[]>();
  for (const index of indexes) {
    const { organization, call } = calls.at(index);
    const parcel = parcels.get(organization) ?? [];
    parcel.push(call);
    parcels.set(organization, parcel);
  }
  let entered = 0;
  for (const [{ ctx }, parcel] of parcels) {
    const recorded = await inOrganization(ctx, (inside) => recordUsage(inside, parcel));
    entered += recorded.filter(({ isNew }) => isNew).length;
  }
  return entered;
}

async function setZone({ ctx }: SceneOrganization, reportingZone: string): Promise<void> {
  await inOrganization(ctx, ({ tx, organizationId: id }) =>
    tx.organization.update({ where: { id }, data: { reportingZone } }),
  );
}

/** As the job `recount_usage` does after a change of the zone. */
async function recount({ worker }: LedgerScene, { organizationId }: SceneOrganization): Promise<void> {
  const acting = actingFor(worker, organizationId, "recount_usage");
  await inOrganization(acting, recountDays);
  await recountWindows(acting);
}
