import type { Calls, SceneCall } from "./calls.ts";
import { PRICES } from "./scene.ts";

/** Sums in the order of the roll-ups' columns: calls, four buckets, reasoning, nano-dollars, estimated, unpriced. */
type Sums = [number, number, number, number, number, number, bigint, number, number];

/** What the roll-ups and the windows must say, by their keys, counted here and not by the database. */
export interface Expected {
  byModel: Map<string, string>;
  byEpisode: Map<string, string>;
  windows: Map<string, string>;
  /** Calls and nano-dollars of a day, by `organization day` and by `organization project day`. */
  days: Map<string, { callCount: number; costNanos: bigint }>;
}

/** Counts every call of the scene once, on the date that its instant has on the wall of its organization. */
export function countExpected(calls: Calls): Expected {
  const byModel = new Map<string, Sums>();
  const byEpisode = new Map<string, Sums>();
  const windows = new Map<string, bigint>();
  const days: Expected["days"] = new Map();
  for (let index = 0; index < calls.count; index += 1) {
    const made = calls.at(index);
    const { organization, call } = made;
    const { organizationId: id } = organization;
    const { projectId = null, episodeId = null, userId = null } = call;
    const day = calls.days(organization).dateOf(call.occurredAt.getTime());
    const cost = costOf(made);
    add(byModel, keyOf(id, day, projectId, call.provider, call.model, call.purpose), made, cost);
    add(byEpisode, keyOf(id, day, projectId, episodeId, userId), made, cost);
    for (const key of [keyOf(id, day), ...(projectId ? [keyOf(id, projectId, day)] : [])]) {
      const sum = days.get(key) ?? { callCount: 0, costNanos: 0n };
      days.set(key, { callCount: sum.callCount + 1, costNanos: sum.costNanos + (cost ?? 0n) });
    }
    if (!cost) continue;
    const month = `${day.slice(0, 8)}01`;
    const scopes = projectId ? [projectId, id] : [id];
    const keys = scopes.flatMap((scope) => [keyOf(id, scope, "DAY", day), keyOf(id, scope, "MONTH", month)]);
    if (episodeId) keys.push(keyOf(id, episodeId, "EPISODE", "1970-01-01"));
    for (const key of keys) windows.set(key, (windows.get(key) ?? 0n) + cost);
  }
  const written = (sums: Map<string, Sums>) => new Map([...sums].map(([key, sum]) => [key, sum.join(" ")]));
  return {
    byModel: written(byModel),
    byEpisode: written(byEpisode),
    windows: new Map([...windows].map(([key, nanos]) => [key, `0 ${nanos}`])),
    days,
  };
}

/** Names a group; also made of the columns of a row. */
export function keyOf(...parts: (string | null)[]): string {
  return parts.join("|");
}

function add(into: Map<string, Sums>, key: string, { call }: SceneCall, cost: bigint | null): void {
  const { tokens } = call;
  const sums = into.get(key) ?? [0, 0, 0, 0, 0, 0, 0n, 0, 0];
  sums[0] += 1;
  sums[1] += tokens.uncachedInput;
  sums[2] += tokens.cacheRead;
  sums[3] += tokens.cacheWrite;
  sums[4] += tokens.output;
  sums[5] += tokens.reasoning;
  sums[6] += cost ?? 0n;
  sums[7] += call.settlement === "ESTIMATED" ? 1 : 0;
  sums[8] += cost === null ? 1 : 0;
  into.set(key, sums);
}

/** By the prices of the scene, rounded up once for a call; null for the model without one. */
function costOf({ call }: SceneCall): bigint | null {
  if (call.provider !== "test") return 0n;
  const price = PRICES.findLast(
    ({ model, validFrom }) => model === call.model && new Date(validFrom) <= call.occurredAt,
  );
  if (!price) return null;
  const { uncachedInput, cacheRead, cacheWrite, output } = call.tokens;
  const tokens = [uncachedInput, cacheRead, cacheWrite, output];
  const millionths = price.perMillion.reduce(
    (sum, nanos, bucket) => sum + nanos * BigInt(tokens[bucket] ?? 0),
    0n,
  );
  return millionths / 1_000_000n + (millionths % 1_000_000n === 0n ? 0n : 1n);
}
