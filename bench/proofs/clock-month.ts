import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { publishDue } from "#domain/episodes/publish-due.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { enqueueDue } from "#domain/schedule/enqueue-due.ts";
import { startProject } from "#domain/schedule/start-project.ts";
import { sweepLeases } from "#domain/schedule/sweep-leases.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { extractSource } from "#domain/sources/extract-source.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** New York and Havana change on 8 March, Berlin on 29 March, Lord Howe on 5 April: by a gap, at midnight, and by half an hour back. */
const START = Date.parse("2026-03-06T12:00:00Z");
const SERIES = [
  { timeZone: "Europe/Berlin", time: "02:30" },
  { timeZone: "America/New_York", time: "02:30" },
  { timeZone: "Australia/Lord_Howe", time: "01:45" },
  { timeZone: "America/Havana", time: "00:15" },
  { timeZone: "Asia/Kathmandu", time: "07:30" },
];
/** A minute after the slot that the gap in Berlin moved, somebody sets the clock back an hour. */
const SET_BACK_AT = Date.parse("2026-03-29T01:31:00Z");

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** Enough to write from for a month: every page of the documentation. */
const DOCS = fileURLToPath(new URL("../../docs", import.meta.url));

interface Series {
  ctx: Ctx;
  timeZone: string;
  time: string;
}

/** The real ticker, queue, writer and publisher, run by a clock that is moved minute by minute through a month. */
export const proof: Proof = {
  name: "clock-month",
  says: "A month in five zones across clock changes gives one published episode for each local date, none early",
  quick: false,

  async run(args) {
    const { values } = parseArgs({ args, options: { days: { type: "string", default: "32" } } });
    const days = Number(values.days);
    return withDatabase("clock-month", async (database) => {
      const clock = fixedClock(new Date(START));
      const series = await Promise.all(SERIES.map((each) => startSeries(database, clock, each)));
      await passMonth({ db: database.worker, clock, keys: testKeys }, clock, days);
      return judge(series, START + days * DAY_MS);
    });
  },
};

async function startSeries(
  database: TestDatabase,
  clock: FixedClock,
  { timeZone, time }: Omit<Series, "ctx">,
): Promise<Series> {
  const { ctx } = await makeOrganization(database.app, { clock, name: timeZone });
  const { projectId } = await startProject(ctx, {
    title: timeZone,
    goal: "Understand how a slot becomes an episode.",
    minutes: 2,
    cadence: { days: EVERY_DAY, time, timeZone },
  });
  const files = (await readdir(DOCS, { recursive: true })).filter((file) => file.endsWith(".md")).sort();
  const sources = await Promise.all(
    files.map(async (file) => ({
      fileName: path.basename(file),
      bytes: await readFile(path.join(DOCS, file)),
    })),
  );
  for (const added of await addSources(ctx, { projectId, sources })) {
    if ("sourceId" in added) await extractSource(ctx, { sourceId: added.sourceId });
  }
  return { ctx, timeZone, time };
}

async function passMonth(system: System, clock: FixedClock, days: number): Promise<void> {
  let isSetBack = false;
  for (let instant = START; instant < START + days * DAY_MS; instant += MINUTE_MS) {
    if (instant === SET_BACK_AT && !isSetBack) {
      isSetBack = true;
      instant -= 60 * MINUTE_MS;
    }
    clock.set(new Date(instant));
    await workOneMinute(system);
    if ((instant - START) % DAY_MS === 0) console.log(clock.now().toISOString().slice(0, 10));
  }
}

/** What a worker process does in a minute; at every quarter of an hour, when slots come and fall due, two do it at once. */
async function workOneMinute(system: System): Promise<void> {
  const workers = system.clock.now().getUTCMinutes() % 15 === 0 ? ["one", "two"] : ["one"];
  await Promise.all(workers.map(() => enqueueDue(system)));
  await Promise.all(workers.map(() => sweepLeases(system)));
  await Promise.all(workers.map((workerId) => writeWhatIsDue(system, workerId)));
  await Promise.all(workers.map(() => publishDue(system)));
}

async function writeWhatIsDue(system: System, workerId: string): Promise<void> {
  for (const run of await claimBatch(system, { workerId, size: 5 })) {
    await generateEpisode(system, run, new AbortController().signal);
  }
}

async function judge(series: readonly Series[], end: number): Promise<{ ok: boolean; figure: string }> {
  let slots = 0;
  let latest = 0;
  const faults: string[] = [];
  for (const each of series) {
    const published = await readPublished(each.ctx);
    const expected = slotsByTemporal(each, end);
    slots += expected.size;
    for (const [key, slot] of expected) {
      const found = published.filter((episode) => episode.key === key);
      if (found.length !== 1) faults.push(`${each.timeZone} ${key}: ${found.length} episodes`);
      for (const { slotAt, publishedAt } of found) {
        if (slotAt !== slot)
          faults.push(`${each.timeZone} ${key}: the slot is ${new Date(slotAt).toISOString()}`);
        if (publishedAt < slot) faults.push(`${each.timeZone} ${key}: published early`);
        latest = Math.max(latest, publishedAt - slot);
      }
    }
    for (const { key } of published)
      if (!expected.has(key)) faults.push(`${each.timeZone} ${key}: not expected`);
  }
  for (const fault of faults) console.log(fault);
  const figure = `${slots} slots in ${series.length} zones: ${faults.length} faults, the latest published ${latest / 1000} s after its slot`;
  return { ok: faults.length === 0 && slots > 0 && latest < MINUTE_MS, figure };
}

/** Every episode that can be read, with the row of the queue that it belongs to. */
async function readPublished(ctx: Ctx) {
  const episodes = await inOrganization(ctx, ({ tx }) =>
    tx.episode.findMany({
      where: { status: "PUBLISHED" },
      select: { publishedAt: true, queue: { select: { occurrenceKey: true, slotAt: true } } },
    }),
  );
  return episodes.map(({ publishedAt, queue }) => ({
    key: queue.occurrenceKey,
    slotAt: queue.slotAt.getTime(),
    publishedAt: publishedAt?.getTime() ?? Number.NaN,
  }));
}

/** The slots of the month by the calendar of the Temporal polyfill, which shares no code with ours. */
function slotsByTemporal({ timeZone, time }: Omit<Series, "ctx">, end: number): Map<string, number> {
  const slots = new Map<string, number>();
  let date = Temporal.Instant.fromEpochMilliseconds(START).toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    const slot = date
      .toPlainDateTime(Temporal.PlainTime.from(time))
      .toZonedDateTime(timeZone).epochMilliseconds;
    if (slot >= end) return slots;
    if (slot > START) slots.set(date.toString(), slot);
    date = date.add({ days: 1 });
  }
}
