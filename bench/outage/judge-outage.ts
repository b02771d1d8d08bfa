import pg from "pg";
import type { TestDatabase } from "#testing/database.ts";
import { addCharged, type ModelCall } from "#testing/model-server/model-call.ts";
import type { Outage, Outlived } from "./live-through-outage.ts";
import { THINKING_MS } from "./live-through-outage.ts";

/** No second may see more requests than so many times what all runs at a time make in calm weather. */
export const MOST_OVER_STEADY = 2;

export interface Judged {
  faults: string[];
  runs: number;
  requests: number;
  refused: number;
  told: number;
  steadyPerSecond: number;
  busiestSecond: number;
  drainedAfterSeconds: number;
}

/** What all runs at a time ask of the provider in a second, each waiting for one answer after the other. */
export function steadyRate({ workers, runsAtATime }: Outage): number {
  return (workers * runsAtATime) / ((THINKING_MS.least + THINKING_MS.most) / 2_000);
}

/** Holds what happened to what was promised; each fault is a sentence. */
export async function judgeOutage(
  database: TestDatabase,
  outage: Outage,
  { startedAt, drainedAt, calls }: Outlived,
): Promise<Judged> {
  const runs = outage.organizations * outage.projectsOfEach;
  const steadyPerSecond = steadyRate(outage);
  const since = new Date(startedAt.getTime() + outage.fromSecond * 1000);
  const busiestSecond = Math.max(0, ...perSecond(calls, since));
  const faults = [
    ...tooEarly(calls),
    ...(busiestSecond > MOST_OVER_STEADY * steadyPerSecond
      ? [`${busiestSecond} requests in one second, where ${steadyPerSecond} are the rule`]
      : []),
    ...(await judgeRuns(database, runs)),
    ...(await judgeLedger(database, calls)),
  ];
  return {
    faults,
    runs,
    requests: calls.length,
    refused: calls.filter(({ outcome }) => outcome === "failed").length,
    told: calls.filter(({ retryNotBefore }) => retryNotBefore !== null).length,
    steadyPerSecond,
    busiestSecond,
    drainedAfterSeconds: (drainedAt.getTime() - startedAt.getTime()) / 1000 - outage.untilSecond,
  };
}

/** Requests of a worker that came although it had been told to stay away until later. In its own instant, one may have been on its way. */
function tooEarly(calls: readonly ModelCall[]): string[] {
  const until = new Map<string, { toldAt: number; notBefore: number }>();
  const faults: string[] = [];
  for (const { apiKey, arrivedAt, retryNotBefore, number } of calls) {
    const worker = apiKey ?? "nobody";
    const told = until.get(worker);
    const at = arrivedAt.getTime();
    if (told && at > told.toldAt && at < told.notBefore) {
      faults.push(`request ${number} of ${worker} came ${told.notBefore - at} ms before it was to come back`);
    }
    const notBefore = retryNotBefore?.getTime() ?? 0;
    if (notBefore > (told?.notBefore ?? 0)) until.set(worker, { toldAt: at, notBefore });
  }
  return faults;
}

/** How many requests came in each second since the outage began. */
function perSecond(calls: readonly ModelCall[], since: Date): number[] {
  const seconds = Map.groupBy(calls, ({ arrivedAt }) =>
    Math.floor((arrivedAt.getTime() - since.getTime()) / 1000),
  );
  return [...seconds].flatMap(([second, { length }]) => (second < 0 ? [] : [length]));
}

async function judgeRuns(database: TestDatabase, runs: number): Promise<string[]> {
  const [row] = await asAdmin<{
    published: number;
    episodes: number;
    numbered: number;
    others: string | null;
  }>(
    database,
    `SELECT (SELECT count(*)::int FROM episode_schedule_queue WHERE status = 'PUBLISHED') AS published,
       (SELECT count(*)::int FROM episode) AS episodes,
       (SELECT count(DISTINCT queue_id)::int FROM episode WHERE status = 'PUBLISHED' AND number = 1) AS numbered,
       (SELECT string_agg(DISTINCT status || ': ' || COALESCE(reason, ''), '; ') FROM episode_schedule_queue
        WHERE status <> 'PUBLISHED') AS others`,
  );
  const { published = 0, episodes = 0, numbered = 0, others = null } = row ?? {};
  return [
    ...(published === runs ? [] : [`${published} of ${runs} runs were published; the others: ${others}`]),
    ...(episodes === runs && numbered === runs
      ? []
      : [`${episodes} episodes, ${numbered} of them whole, for ${runs} runs`]),
  ];
}

async function judgeLedger(database: TestDatabase, calls: readonly ModelCall[]): Promise<string[]> {
  const [row] = await asAdmin<Record<"rows" | "steps" | "input" | "output" | "open" | "estimated", number>>(
    database,
    `SELECT count(*)::int AS rows, count(DISTINCT split_part(call_key, '#', 1))::int AS steps,
       COALESCE(sum(uncached_input_tokens + cache_read_tokens + cache_write_tokens), 0)::int AS input,
       COALESCE(sum(output_tokens), 0)::int AS output, count(*) FILTER (WHERE settlement = 'ESTIMATED')::int AS estimated,
       (SELECT count(*)::int FROM usage_reservation WHERE status = 'OPEN') AS open
     FROM token_usage WHERE provider = 'openai'`,
  );
  const charged = addCharged(calls);
  const billed = {
    rows: calls.filter(({ outcome }) => outcome === "answered").length,
    steps: calls.filter(({ outcome }) => outcome === "answered").length,
    input: charged.uncachedInput + charged.cacheRead + charged.cacheWrite,
    output: charged.output,
    open: 0,
    estimated: 0,
  };
  return Object.entries(billed).flatMap(([what, expected]) => {
    const found = row?.[what as keyof typeof billed];
    return found === expected ? [] : [`the ledger has ${found} ${what}, the provider ${expected}`];
  });
}

async function asAdmin<Row extends pg.QueryResultRow>(database: TestDatabase, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}
