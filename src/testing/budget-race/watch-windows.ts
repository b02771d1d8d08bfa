import pg from "pg";
import type { Ctx } from "#platform/context.ts";
import type { TestDatabase } from "../database.ts";

const SAMPLE_EVERY_MS = 25;

export interface Watched {
  /** Ceilings over a month, and for each what the ledger says was spent under it. */
  ceilings: { ceilingNanos: bigint; spentNanos: bigint }[];
  /** How often a ceiling was passed: by the ledger or a window as seen from outside, or by a window as it was committed. */
  passed: number;
  /** How often that was looked at from outside, and how many changes of windows were committed. */
  samples: number;
  changes: number;
}

/** The state of a window at the end of each transaction that changed it; what is taken back inside one is nobody's business. */
const LOG = `
create table if not exists window_log (
  id bigserial primary key, organization_id uuid, scope_id uuid, "window" budget_window, starts_on date, reserved_nanos bigint, spent_nanos bigint);
create or replace function log_window() returns trigger language plpgsql security definer as $$
begin
  insert into window_log (organization_id, scope_id, "window", starts_on, reserved_nanos, spent_nanos)
  select organization_id, scope_id, "window", starts_on, reserved_nanos, spent_nanos from spending_window
  where organization_id = new.organization_id and scope_id = new.scope_id and "window" = new."window" and starts_on = new.starts_on;
  return null;
end $$;
drop trigger if exists log_window on spending_window;
create constraint trigger log_window after insert or update on spending_window
  deferrable initially deferred for each row execute function log_window();`;

/** The ceilings of an organization with what the ledger and the windows have under each. */
const STATE = `
select b.ceiling_nanos as ceiling, coalesce(w.spent_nanos + w.reserved_nanos, 0) as counted, coalesce((
    select sum(u.cost_nanos) from token_usage u
    where u.organization_id = b.organization_id and (b.project_id is null or u.project_id = b.project_id)), 0)::bigint as spent
from budget b left join spending_window w on w.organization_id = b.organization_id and w."window" = b."window"
  and w.scope_id = coalesce(b.project_id, b.organization_id)
where b.organization_id = $1 and b.is_hard`;

const PASSED_IN_LOG = `
select count(*)::int as changes, count(*) filter (where l.reserved_nanos + l.spent_nanos > b.ceiling_nanos)::int as passed
from window_log l left join budget b on b.organization_id = l.organization_id and b."window" = l."window"
  and l.scope_id = coalesce(b.project_id, b.organization_id)
where l.organization_id = $1`;

/** Watches an organization's ceilings over months, from outside and by a log of every change; the function that it answers with ends that and tells. */
export async function watchWindows(
  database: TestDatabase,
  { organizationId }: Ctx,
): Promise<() => Promise<Watched>> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  // A race that fails ends its server with this open: what failed is to be told, not that.
  client.on("error", () => undefined);
  await client.connect();
  await client.query(LOG);
  let passed = 0;
  let samples = 0;
  const look = async () => {
    const { rows } = await client.query(STATE, [organizationId]);
    samples += 1;
    const ceilings = rows.map((row) => ({
      ceilingNanos: BigInt(row.ceiling),
      spentNanos: BigInt(row.spent),
    }));
    passed += rows.filter((row) => BigInt(row.counted) > BigInt(row.ceiling)).length;
    passed += ceilings.filter(({ ceilingNanos, spentNanos }) => spentNanos > ceilingNanos).length;
    return ceilings;
  };
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(look);
  }, SAMPLE_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await last;
    const ceilings = await look();
    const { rows } = await client.query(PASSED_IN_LOG, [organizationId]);
    await client.end();
    return { ceilings, passed: passed + rows[0].passed, samples, changes: rows[0].changes };
  };
}
