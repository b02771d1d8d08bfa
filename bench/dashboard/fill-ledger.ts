import type pg from "pg";
import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import type { Ctx } from "#platform/context.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";

const PROJECTS = 20;
const DAYS = 365;
const CALLS_OF_AN_EPISODE = 25;
const ROWS_AT_A_TIME = 1_000_000;
const LAST_INSTANT = "2026-11-20T21:00:00Z";
/** One call in so many is of a model that is hardly ever used. */
export const RARELY = 1_000_003;

export interface FilledLedger {
  ctx: Ctx;
  organizationId: string;
  userId: string;
  projectId: string;
}

/**
 * A ledger of one large organization over a year: twenty projects, episodes of 25 calls, three models, five purposes, and people who asked
 * for every fiftieth episode. The rows are generated in the database without its indexes and references, which are put back afterwards;
 * the roll-ups are the product's own.
 */
export async function fillLedger(
  database: TestDatabase,
  admin: pg.Client,
  rows: number,
): Promise<FilledLedger> {
  const clock = fixedClock(LAST_INSTANT);
  const { ctx, organizationId, userId } = await makeOrganization(database.app, {
    reportingZone: "Europe/Berlin",
    clock,
  });
  const { id: priceId } = await makePrice(ctx);
  const projects: string[] = [];
  for (let index = 0; index < PROJECTS; index += 1)
    projects.push((await makeProject(ctx, { title: `Project ${index + 1}` })).id);

  await admin.query("set session_replication_role = replica");
  await said("episodes and readers", () => makeEpisodes(admin, { organizationId, userId, projects, rows }));
  const putBack = await dropIndexes(admin);
  const values = [organizationId, projects, userId, priceId, rows, LAST_INSTANT];
  for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
    const until = Math.min(from + ROWS_AT_A_TIME, rows) - 1;
    await said(`rows up to ${until + 1}`, () => admin.query(GENERATE_CALLS, [...values, from, until]));
  }
  await said("indexes", putBack);
  await admin.query("set session_replication_role = origin");
  await said("vacuum analyze", () => admin.query("vacuum analyze token_usage"));
  await admin.query(
    `insert into usage_day (organization_id, day, changed_at)
     select $1, day::date, now() from generate_series($2::timestamptz - interval '${DAYS} days', $2::timestamptz, '1 day') day`,
    [organizationId, LAST_INSTANT],
  );
  await said("roll-up", () => rollUpDays({ db: database.worker, clock, keys: testKeys }));
  await admin.query("vacuum analyze token_usage_daily, episode_usage_daily, usage_day, user_event");
  return { ctx, organizationId, userId, projectId: projects[0] ?? "" };
}

const EPISODE_ID = (number: string) =>
  `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const GENERATE_CALLS = `
INSERT INTO token_usage (organization_id, id, call_key, project_id, episode_id, queue_id, user_id, purpose, phase, provider, model, prompt_version,
  model_price_id, uncached_input_tokens, cache_read_tokens, output_tokens, reasoning_tokens, cost_nanos, settlement, duration_ms, occurred_at, recorded_at)
SELECT $1, gen_random_uuid(), 'call ' || n, ($2::uuid[])[1 + e % ${PROJECTS}], ${EPISODE_ID("e")}, ${EPISODE_ID("e")},
  CASE WHEN e % 50 = 0 THEN $3::uuid END,
  CASE WHEN step = 0 THEN 'episode.gather' WHEN step = 1 THEN 'episode.outline' WHEN step < 21 THEN 'episode.write'
       WHEN step < 24 THEN 'episode.check' ELSE 'episode.finish' END,
  CASE WHEN step = 0 THEN 'GATHER' WHEN step = 1 THEN 'OUTLINE' WHEN step < 21 THEN 'WRITE' WHEN step < 24 THEN 'CHECK' ELSE 'FINISH' END::phase_name,
  'test', CASE WHEN n % ${RARELY} = 0 THEN 'rare' WHEN step >= 21 THEN 'tiny' WHEN e % 3 = 0 THEN 'large' ELSE 'small' END, 'write@3',
  $4, 500 + n % 3000, n % 7000, 100 + n % 900, n % 90, 1000000 + n % 5000000, 'EXACT', 900, at, at
FROM generate_series($7::int, $8::int) n
CROSS JOIN LATERAL (SELECT n / ${CALLS_OF_AN_EPISODE} AS e, n % ${CALLS_OF_AN_EPISODE} AS step,
  $6::timestamptz - interval '${DAYS} days' * (1 - n::float8 / $5::int) AS at) AS call`;

interface EpisodesToMake {
  organizationId: string;
  userId: string;
  projects: string[];
  rows: number;
}

async function makeEpisodes(
  admin: pg.Client,
  { organizationId, userId, projects, rows }: EpisodesToMake,
): Promise<void> {
  const values = [organizationId, projects, Math.ceil(rows / CALLS_OF_AN_EPISODE) - 1, LAST_INSTANT];
  await admin.query(
    `insert into episode (id, organization_id, project_id, queue_id, status, number, title, minutes, word_count, writer, writer_version, ready_at, published_at)
     select ${EPISODE_ID("e")}, $1, ($2::uuid[])[1 + e % ${PROJECTS}], ${EPISODE_ID("e")}, 'PUBLISHED', 1 + e / ${PROJECTS}, 'Episode ' || e, 5, 900, 'model', '1',
       $4::timestamptz, $4::timestamptz from generate_series(0, $3::int) e`,
    values,
  );
  await admin.query(
    `insert into user_event (organization_id, user_id, project_id, episode_id, type, occurred_at)
     select $1, $5, ($2::uuid[])[1 + e % ${PROJECTS}], ${EPISODE_ID("e")}, 'episode_opened',
       $4::timestamptz - interval '${DAYS} days' * (1 - e::float8 / ($3::int + 1)) from generate_series(0, $3::int) e`,
    [...values, userId],
  );
}

/** Drops what slows the filling down; the answer puts it back as it was. */
async function dropIndexes(admin: pg.Client): Promise<() => Promise<void>> {
  const { rows: keys } = await admin.query(
    "select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'token_usage'::regclass and contype in ('p', 'u')",
  );
  const { rows: indexes } = await admin.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = 'token_usage'::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
  );
  for (const { name } of keys) await admin.query(`alter table token_usage drop constraint "${name}" cascade`);
  for (const { name } of indexes) await admin.query(`drop index ${name}`);
  return async () => {
    for (const { name, definition } of keys)
      await admin.query(`alter table token_usage add constraint "${name}" ${definition}`);
    for (const { definition } of indexes) await admin.query(definition);
  };
}

async function said(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`  ${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
}
