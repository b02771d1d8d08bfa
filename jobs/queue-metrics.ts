import { Histogram, type Registry } from "prom-client";
import { runSql, sql } from "#platform/database.ts";
import { askedGauge } from "#platform/serve-metrics.ts";
import type { System } from "#platform/system.ts";

const runsByStatus = sql<{ label: string; value: number }>(
  "runs_by_status",
  `select status::text as label, count(*)::float8 as value from episode_schedule_queue
   where status in ('PENDING', 'GENERATING', 'RETRYING', 'HELD', 'READY') group by status`,
);

/** How far behind its slot the latest unpublished episode is; 0 when all are on time. */
const latenessSeconds = sql<{ label: string; value: number }>(
  "lateness_seconds",
  `select 'latest' as label, coalesce(max(extract(epoch from now() - slot_at)), 0)::float8 as value
   from episode_schedule_queue where status in ('PENDING', 'GENERATING', 'RETRYING', 'READY') and slot_at < now()`,
);

/** Calls to models under way; those that ran out wait for a sweep, which comes every ten seconds. */
const openReservations = sql<{ label: string; value: number }>(
  "open_reservations",
  `select case when expires_at < now() then 'expired' else 'open' end as label, count(*)::float8 as value
   from usage_reservation where status = 'OPEN' group by 1`,
);

/** What an operator watches of queue and calls, asked of the database when Prometheus asks. */
export function addQueueMetrics(registry: Registry, system: System): void {
  const ask = (statement: typeof runsByStatus) => () => runSql(system.db.pool, statement, []);
  askedGauge(
    registry,
    { name: "episodic_runs", help: "Runs in the queue by status", label: "status" },
    ask(runsByStatus),
  );
  askedGauge(
    registry,
    {
      name: "episodic_lateness_seconds",
      help: "Seconds since the slot of the latest unpublished episode",
      label: "which",
    },
    ask(latenessSeconds),
  );
  askedGauge(
    registry,
    {
      name: "episodic_reservations",
      help: "Calls to models whose cost is set aside, by state",
      label: "state",
    },
    ask(openReservations),
  );
}

/** Half a second to a day; two seconds are on time. */
const LATENESS_BUCKETS = [0.5, 1, 2, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400];

/** Counts how long after their slots this worker publishes episodes. */
export function publishLateness(registry: Registry): (lateSeconds: number) => void {
  const histogram = new Histogram({
    name: "episodic_publish_lateness_seconds",
    help: "Seconds between the slot of an episode and its publication by this worker",
    buckets: LATENESS_BUCKETS,
    registers: [registry],
  });
  return (lateSeconds) => histogram.observe(lateSeconds);
}
