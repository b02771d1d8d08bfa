import type pg from "pg";
import { getUsage } from "#domain/usage/get-usage.ts";
import { reconcileUsage } from "#domain/usage/reconcile-usage.ts";
import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import type { Calls } from "./calls.ts";
import { type Expected, keyOf } from "./expected.ts";
import type { LedgerScene } from "./scene.ts";

const DAY = 86_400_000;
const SUMS =
  "call_count, uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, estimated_count, unpriced_count";

/** What each must say, and how it is read: the key's columns first, then the sums. */
const TABLES = {
  byModel: `select organization_id, day::text, project_id, provider, model, purpose from token_usage_daily | ${SUMS}`,
  byEpisode: `select organization_id, day::text, project_id, episode_id, user_id from episode_usage_daily | ${SUMS}`,
  windows: `select organization_id, scope_id, "window"::text, starts_on::text from spending_window | reserved_nanos, spent_nanos`,
} as const;

/** Holds both roll-ups and the windows against what was counted here; what differs, in words. */
export async function compareTables(admin: pg.Client, expected: Expected): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, source] of Object.entries(TABLES) as [keyof typeof TABLES, string][]) {
    const [keys = "", sums = ""] = source.split(" | ");
    const text = keys.replace(" from ", `, ${sums} from `);
    const { rows } = await admin.query<(string | null)[]>({ text, rowMode: "array" });
    const width = sums.split(",").length;
    const left = new Map(expected[name]);
    for (const row of rows) {
      const key = keyOf(...row.slice(0, -width));
      const found = row.slice(-width).join(" ");
      if (left.get(key) !== found)
        wrong.push(`${name} ${key}: ${found}, expected ${left.get(key) ?? "nothing"}`);
      left.delete(key);
    }
    for (const [key, sum] of left) wrong.push(`${name} ${key}: missing, expected ${sum}`);
  }
  return wrong;
}

/** Reads random periods, of the whole or of a project: the days must sum to the period, and both be what was counted here. */
export async function compareRanges(
  scene: LedgerScene,
  { span }: Calls,
  expected: Expected,
  { ranges, seed }: { ranges: number; seed: number },
): Promise<string[]> {
  const wrong: string[] = [];
  const random = seededRandom(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const length = Math.ceil((span.until - span.from) / DAY);
  const shift = (days: number) => new Date(span.from + days * DAY).toISOString().slice(0, 10);
  for (let range = 0; range < ranges; range += 1) {
    const organization = scene.organizations[upTo(scene.organizations.length)];
    const project = random() < 0.4 ? organization?.projects[upTo(3)] : undefined;
    if (!organization) throw new Error("A scene has organizations");
    const first = upTo(length) - 2;
    const [from, until] = [shift(first), shift(first + upTo(random() < 0.3 ? 3 : length + 2 - first))];
    const usage = await getUsage(organization.ctx, {
      from,
      until,
      ...(project ? { projectId: project.id } : {}),
    });
    const sum = { callCount: 0, costNanos: 0n };
    for (const day of usage.byDay) {
      const key = project
        ? [organization.organizationId, project.id, day.date]
        : [organization.organizationId, day.date];
      const counted = expected.days.get(keyOf(...key)) ?? { callCount: 0, costNanos: 0n };
      if (day.callCount !== counted.callCount || day.costNanos !== counted.costNanos)
        wrong.push(`${organization.zone} ${day.date}: ${day.callCount} calls, expected ${counted.callCount}`);
      sum.callCount += counted.callCount;
      sum.costNanos += counted.costNanos;
    }
    for (const by of [usage.byProject, usage.byModel, usage.byPurpose, usage.byPerson, [usage.total]]) {
      const calls = by.reduce((total, row) => total + row.callCount, 0);
      const nanos = by.reduce((total, row) => total + row.costNanos, 0n);
      if (calls !== sum.callCount || nanos !== sum.costNanos)
        wrong.push(
          `${organization.zone} ${from}–${until}: ${calls} calls in a group, expected ${sum.callCount}`,
        );
    }
  }
  return wrong;
}

/** Opens every day again and rolls up: no row may change, not even when it was computed. */
export async function rollUpAgain(
  scene: LedgerScene,
  admin: pg.Client,
): Promise<{ days: number; isSame: boolean }> {
  const before = await hashRows(admin);
  await admin.query("update usage_day set rolled_up_at = null");
  const days = await rollUpDays(scene.worker);
  return { days, isSame: before === (await hashRows(admin)) };
}

async function hashRows(admin: pg.Client): Promise<string> {
  const hashes: string[] = [];
  for (const table of ["token_usage_daily", "episode_usage_daily", "spending_window"]) {
    const { rows } = await admin.query(
      `select md5(string_agg(md5(t::text), '' order by t::text)) as hash from ${table} t`,
    );
    hashes.push(String(rows[0]?.hash));
  }
  return hashes.join(" ");
}

/** What the weekly comparison finds; an organization that it left out is a finding too. */
export async function findDrift(scene: LedgerScene): Promise<string[]> {
  const reconciled = await reconcileUsage(scene.worker);
  const missing = scene.organizations.length - reconciled.length;
  return [
    ...reconciled.flatMap(({ drift }) => drift.map(({ what }) => what)),
    ...(missing > 0 ? [`${missing} organizations were not compared`] : []),
  ];
}
