import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeProject } from "#domain/projects/remove-project.ts";
import { cancelRun } from "#domain/schedule/cancel-run.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { releaseLease } from "#domain/schedule/release-lease.ts";
import { retryRun } from "#domain/schedule/retry-run.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import { extractSource } from "#domain/sources/extract-source.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, makeSource, textFile } from "#testing/factories/make-source.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { builtInWriter } from "./built-in-writer.ts";
import { generateEpisode } from "./generate-episode.ts";
import type { Writer } from "./writer.ts";

const PHASES = ["gather", "outline", "write", "check", "finish"] as const;
type Phase = (typeof PHASES)[number];

let database: TestDatabase;
const clock = fixedClock();
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const system = () => ({ db: database.worker, clock, keys: testKeys });
const never = () => new AbortController().signal;

/** Two chapters of about 240 words, no two sentences alike. */
function handbook(name: string): string {
  const chapter = (title: string, words: string[]) =>
    `## ${title}\n\n${words
      .map(
        (word, at) =>
          `The ${word} of the ${name} stands beside berth ${at + 1}, where the ${title.toLowerCase()} crew keeps its ledger of ${word} repairs. ` +
          `A ${word} that fails the spring inspection is replaced within ${at + 3} weeks, because the harbour insurance asks for it.`,
      )
      .join("\n\n")}`;
  return [
    `# The ${name} handbook`,
    chapter("Deck", ["capstan", "bollard", "gangway", "lifeboat", "railing", "windlass"]),
    chapter("Engine", ["turbine", "piston", "gearbox", "boiler", "propeller", "generator"]),
  ].join("\n\n");
}

/** A project with one source and a claimed run. */
async function makeClaimed(minutes = 2) {
  const { ctx, organizationId } = await makeOrganization(database.app, { clock });
  const project = await makeProject(ctx, { minutes, goal: "Know the ferry and its repairs." });
  await makeReadySource(ctx, project.id, textFile("ferry.md", handbook("ferry")));
  await makeRun(ctx, project.id);
  const run = await claim(project.id);
  return { ctx, organizationId, project, run, read: () => readAll(ctx, run) };
}

async function claim(projectId: string): Promise<ClaimedRun> {
  const [run] = await claimBatch(system(), { workerId: "one", size: 1 });
  if (run?.projectId !== projectId) throw new Error("claimed another run");
  return run;
}

/** Everything that a run may write. */
function readAll(ctx: Ctx, { queueId }: ClaimedRun) {
  return inOrganization(ctx, async ({ tx }) => {
    const row = await tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id: queueId } });
    const episode = await tx.episode.findFirst({
      where: { queueId },
      include: { blocks: { orderBy: { ordinal: "asc" }, include: { origins: true } } },
    });
    const phases = await tx.generationPhase.findMany({ where: { queueId }, orderBy: { phase: "asc" } });
    const ledger = await tx.tokenUsage.findMany({ where: { queueId }, orderBy: { phase: "asc" } });
    const events = await tx.userEvent.findMany({
      where: { projectId: row.projectId },
      orderBy: { occurredAt: "asc" },
    });
    return { row, episode, phases, ledger, events };
  });
}

/** The built-in writer, which counts its phases and does something before one of them. */
function writerThat(before: Partial<Record<Phase, () => Promise<unknown>>>, version = builtInWriter.version) {
  const calls: Phase[] = [];
  const on = async <T>(phase: Phase, goOn: () => Promise<T>): Promise<T> => {
    calls.push(phase);
    await before[phase]?.();
    return goOn();
  };
  const writer: Writer = {
    name: builtInWriter.name,
    version,
    gather: (material) => on("gather", () => builtInWriter.gather(material)),
    outline: (brief) => on("outline", () => builtInWriter.outline(brief)),
    write: (brief, outline) => on("write", () => builtInWriter.write(brief, outline)),
    check: (brief, draft) => on("check", () => builtInWriter.check(brief, draft)),
    finish: (brief, draft) => on("finish", () => builtInWriter.finish(brief, draft)),
  };
  return { writer, calls };
}

/** As a sweeper and another worker would: the run is claimed again under a new token. */
async function takeAway(run: ClaimedRun): Promise<ClaimedRun> {
  const leaseToken = crypto.randomUUID();
  await asOwner((client) =>
    client.query(
      "update episode_schedule_queue set lease_token = $2, attempts = attempts + 1 where id = $1",
      [run.queueId, leaseToken],
    ),
  );
  return { ...run, leaseToken, attempt: run.attempt + 1 };
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("a run that goes well", () => {
  it("leaves an episode that is ready, with what each block rests on, its brief, its phases and its ledger", async () => {
    const { run, read } = await makeClaimed();
    await generateEpisode(system(), run, never());
    const { row, episode, phases, ledger } = await read();
    expect(row).toMatchObject({ status: "READY", leaseToken: null });
    expect(episode).toMatchObject({
      status: "READY",
      number: 1,
      generationAttempts: 1,
      generationErrors: [],
    });
    expect(episode?.brief).toMatchObject({ version: 1, episodeNumber: 1, project: { minutes: 2 } });
    expect(episode?.blocks.map(({ type }) => type)).toEqual(expect.arrayContaining(["MARKDOWN", "RECALL"]));
    expect(episode?.blocks.every(({ html }) => html.startsWith("<"))).toBe(true);
    expect(
      episode?.blocks.some(({ origins }) => origins.some(({ sourceChunkId }) => sourceChunkId !== null)),
    ).toBe(true);
    expect(phases.map(({ phase, status }) => `${phase} ${status}`)).toEqual(
      PHASES.map((phase) => `${phase.toUpperCase()} DONE`),
    );
    expect(ledger.map(({ phase }) => phase)).toEqual(PHASES.map((phase) => phase.toUpperCase()));
    expect(ledger.every(({ episodeId, costNanos }) => episodeId === episode?.id && costNanos === 0n)).toBe(
      true,
    );
    expect(ledger.find(({ phase }) => phase === "WRITE")).toMatchObject({
      purpose: "episode.write",
      model: "built-in",
    });
  });

  it("changes nothing when it is run a second time", async () => {
    const { run, read } = await makeClaimed();
    await generateEpisode(system(), run, never());
    const before = await read();
    await generateEpisode(system(), run, never());
    expect(await read()).toEqual(before);
  });

  it("goes on with the series without repeating a passage, and skips when the sources are told", async () => {
    const { ctx, project, run } = await makeClaimed(1);
    await generateEpisode(system(), run, never());
    const used = new Set<string>();
    let recaps = 0;
    let skipped: Awaited<ReturnType<typeof readAll>> | null = null;
    let current = run;
    for (let day = 21; skipped === null; day++) {
      const told = await readAll(ctx, current);
      if (told.row.status === "SKIPPED") skipped = told;
      const cited = new Set(
        told.episode?.blocks.flatMap(({ origins }) => origins.flatMap((o) => o.sourceChunkId ?? [])),
      );
      for (const id of cited) expect(used).not.toContain(id);
      for (const id of cited) used.add(id);
      recaps += told.episode?.blocks.filter(({ type }) => type === "RECAP").length ?? 0;
      if (skipped !== null) break;
      await makeRun(ctx, project.id, { occurrenceKey: `2026-11-${day}` });
      current = await claim(project.id);
      await generateEpisode(system(), current, never());
    }
    expect(used.size).toBeGreaterThan(2);
    expect(recaps).toBeGreaterThan(0);
    expect(skipped.row.reason).toMatch(/^Everything in the sources has been told.*Add a source/);
    expect(skipped.episode).toMatchObject({ status: "ABANDONED", number: null });
    expect(skipped.events.at(-1)).toMatchObject({ type: "run_skipped", data: { queueId: current.queueId } });
  });

  it("waits for a source that is still being read, instead of finding nothing to tell", async () => {
    const { ctx } = await makeOrganization(database.app, { clock });
    const project = await makeProject(ctx, { minutes: 2, goal: "Know the ferry and its repairs." });
    const sourceId = await makeSource(ctx, project.id, textFile("ferry.md", handbook("ferry")));
    await makeRun(ctx, project.id);
    const run = await claim(project.id);
    await generateEpisode(system(), run, never());
    expect((await readAll(ctx, run)).row).toMatchObject({
      status: "RETRYING",
      reason: expect.stringContaining("still being read"),
    });
    await extractSource(ctx, { sourceId });
    clock.advance(60_000);
    await generateEpisode(system(), await claim(project.id), never());
    expect((await readAll(ctx, run)).row.status).toBe("READY");
  });

  it("begins afresh when a skipped run is tried again with a new source", async () => {
    const { ctx } = await makeOrganization(database.app, { clock });
    const project = await makeProject(ctx, { minutes: 2 });
    await makeRun(ctx, project.id);
    const run = await claim(project.id);
    await generateEpisode(system(), run, never());
    expect((await readAll(ctx, run)).row.reason).toBe(
      "There is no source to write from. Add a source, and the series goes on.",
    );
    await makeReadySource(ctx, project.id, textFile("ferry.md", handbook("ferry")));
    await retryRun(ctx, { queueId: run.queueId });
    await generateEpisode(system(), await claim(project.id), never());
    expect((await readAll(ctx, run)).episode).toMatchObject({
      status: "READY",
      number: 1,
      abandonedAt: null,
    });
  });
});

describe("a run that is cut off", () => {
  it.each(PHASES)(
    "in %s writes nothing more, and the next worker goes on behind the last kept phase",
    async (phase) => {
      const { run, read } = await makeClaimed();
      let next = run;
      const lost = writerThat({
        [phase]: async () => {
          next = await takeAway(run);
        },
      });
      await generateEpisode(system(), run, never(), { writer: lost.writer });
      const left = await read();
      expect(left.row).toMatchObject({ status: "GENERATING", leaseToken: next.leaseToken });
      expect(left.phases.filter(({ status }) => status === "DONE")).toHaveLength(PHASES.indexOf(phase));
      expect(left.ledger).toHaveLength(PHASES.indexOf(phase));
      expect(left.episode).toMatchObject({ status: "DRAFT", blocks: [] });

      const rescue = writerThat({});
      await generateEpisode(system(), next, never(), { writer: rescue.writer });
      const { row, episode, ledger } = await read();
      expect(rescue.calls).toEqual(PHASES.slice(PHASES.indexOf(phase)));
      expect(row.status).toBe("READY");
      expect(episode).toMatchObject({ status: "READY", generationAttempts: 2 });
      expect(ledger).toHaveLength(PHASES.length);
      expect(left.ledger.every(({ id }) => ledger.some((entry) => entry.id === id))).toBe(true);
    },
  );

  it("writes from the frozen brief, whatever has changed since", async () => {
    const { ctx, project, run, read } = await makeClaimed();
    let next = run;
    const lost = writerThat({
      outline: async () => {
        next = await takeAway(run);
      },
    });
    await generateEpisode(system(), run, never(), { writer: lost.writer });
    const { episode: begun } = await read();
    await inOrganization(ctx, ({ tx }) =>
      tx.project.update({ where: { id: project.id }, data: { goal: "Another.", minutes: 9 } }),
    );
    await makeReadySource(ctx, project.id, textFile("barge.md", handbook("barge")));
    await generateEpisode(system(), next, never());
    const { episode } = await read();
    expect(episode?.brief).toEqual(begun?.brief);
    expect(episode?.blocks.map(({ markdown }) => markdown).join()).not.toContain("barge");
  });

  it("by a stopping worker is left at the phase boundary and given back", async () => {
    const { project, run, read } = await makeClaimed();
    const stopping = new AbortController();
    const stopped = writerThat({ outline: async () => stopping.abort() });
    await generateEpisode(system(), run, stopping.signal, { writer: stopped.writer });
    expect(stopped.calls).toEqual(["gather", "outline"]);
    expect((await read()).row.status).toBe("GENERATING");
    await releaseLease(system(), run);
    const rescue = writerThat({});
    await generateEpisode(system(), await claim(project.id), never(), { writer: rescue.writer });
    expect(rescue.calls).toEqual(["write", "check", "finish"]);
    expect((await read()).row).toMatchObject({ status: "READY", attempts: 1 });
  });

  it("by a dropped connection keeps nothing of the phase, waits, and goes on with it", async () => {
    const { project, run, read } = await makeClaimed();
    const blocker = new pg.Client({ connectionString: database.adminUrl });
    await blocker.connect();
    await blocker.query("begin; lock table block in exclusive mode");
    const broken = generateEpisode(system(), run, never()).then(
      () => null,
      (error: unknown) => error,
    );
    await asOwner(async (client) => {
      const waiting =
        "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      let pid: number | undefined;
      while (pid === undefined) pid = (await client.query<{ pid: number }>(waiting)).rows[0]?.pid;
      await client.query("select pg_terminate_backend($1)", [pid]);
    });
    await blocker.end();
    expect(await broken).toBeInstanceOf(Error);

    const { row, episode, phases, ledger } = await read();
    expect(row).toMatchObject({
      status: "RETRYING",
      reason: "Something unexpected went wrong in the phase “finish”.",
    });
    expect(episode).toMatchObject({
      status: "DRAFT",
      blocks: [],
      generationErrors: [{ attempt: 1, code: "INTERNAL", phase: "FINISH" }],
    });
    expect(phases.at(-1)).toMatchObject({ phase: "FINISH", status: "FAILED" });
    expect(ledger).toHaveLength(4);

    clock.advance(3_600_000);
    const rescue = writerThat({});
    await generateEpisode(system(), await claim(project.id), never(), { writer: rescue.writer });
    expect(rescue.calls).toEqual(["finish"]);
    expect((await read()).row.status).toBe("READY");
    expect((await read()).ledger).toHaveLength(5);
  });

  it("is written anew after it was cancelled when it was ready for its slot", async () => {
    const { ctx, run, read } = await makeClaimed();
    await generateEpisode(system(), run, never());
    await cancelRun(ctx, { queueId: run.queueId });
    await retryRun(ctx, { queueId: run.queueId });
    await generateEpisode(system(), await claim(run.projectId), never());
    const { row, episode } = await read();
    expect(row.status).toBe("READY");
    expect(episode).toMatchObject({ status: "READY", number: 1 });
  });

  it("is written again from the start by another version of the writer", async () => {
    const { run, read } = await makeClaimed();
    let next = run;
    const lost = writerThat({
      write: async () => {
        next = await takeAway(run);
      },
    });
    await generateEpisode(system(), run, never(), { writer: lost.writer });
    const newer = writerThat({}, "next");
    await generateEpisode(system(), next, never(), { writer: newer.writer });
    expect(newer.calls).toEqual([...PHASES]);
    expect((await read()).episode).toMatchObject({ status: "READY", writerVersion: "next" });
  });
});

describe("a run that somebody ends", () => {
  it("is cancelled at the next phase boundary, and what was begun is put aside", async () => {
    const { ctx, run, read } = await makeClaimed();
    const cancelled = writerThat({ outline: () => cancelRun(ctx, { queueId: run.queueId }) });
    await generateEpisode(system(), run, never(), { writer: cancelled.writer });
    expect(cancelled.calls).toEqual(["gather", "outline"]);
    const { row, episode, phases } = await read();
    expect(row).toMatchObject({ status: "CANCELLED", reason: "Cancelled by an editor." });
    expect(episode).toMatchObject({ status: "ABANDONED", abandonedAt: clock.now() });
    expect(phases.filter(({ status }) => status === "DONE")).toHaveLength(1);
  });

  it.each(["gather", "finish"] as const)(
    "ends cleanly when its project is removed during %s",
    async (phase) => {
      const { ctx, project, run, read } = await makeClaimed();
      const removing = writerThat({
        [phase]: () => removeProject(ctx, { projectId: project.id, title: project.title }),
      });
      await generateEpisode(system(), run, never(), { writer: removing.writer });
      const { row, episode } = await read();
      expect(row).toMatchObject({ status: "CANCELLED", reason: "The project was removed." });
      expect(episode).toMatchObject({ status: "ABANDONED", blocks: [] });
    },
  );
});

describe("a run that goes wrong", () => {
  const refusing = () =>
    ({
      ...builtInWriter,
      check: async (_, draft) => ({
        output: { draft, findings: [{ code: "LENGTH", block: null, message: "It has 3 words." }] },
        tokens: null,
      }),
    }) satisfies Writer;

  it("fails for good when the check finds something, tells why, and can be tried anew", async () => {
    const { ctx, project, run, read } = await makeClaimed();
    await generateEpisode(system(), run, never(), { writer: refusing() });
    const { row, episode, phases, events } = await read();
    const reason = "The draft did not pass the check. It has 3 words.";
    expect(row).toMatchObject({ status: "FAILED", reason });
    expect(row.errors).toMatchObject([{ code: "CHECK", phase: "CHECK", message: reason }]);
    expect(phases.at(-1)).toMatchObject({ phase: "CHECK", status: "FAILED", error: reason });
    expect(episode).toMatchObject({
      status: "ABANDONED",
      blocks: [],
      generationErrors: [{ code: "CHECK", attempt: 1 }],
    });
    expect(events.at(-1)).toMatchObject({ type: "run_failed", data: { queueId: run.queueId, reason } });

    await retryRun(ctx, { queueId: run.queueId });
    await generateEpisode(system(), await claim(project.id), never());
    expect((await read()).episode).toMatchObject({ status: "READY", generationAttempts: 2 });
  });

  it("waits and goes on behind the kept phases when the cause may pass", async () => {
    const { project, run, read } = await makeClaimed();
    const busy = writerThat({
      write: () => Promise.reject(new AppError("NOT_NOW", "The model is busy.")),
    });
    await generateEpisode(system(), run, never(), { writer: busy.writer });
    const { row, episode } = await read();
    expect(row).toMatchObject({ status: "RETRYING", reason: "The model is busy." });
    expect(episode).toMatchObject({
      status: "DRAFT",
      generationErrors: [{ code: "NOT_NOW", phase: "WRITE" }],
    });
    clock.advance(3_600_000);
    const rescue = writerThat({});
    await generateEpisode(system(), await claim(project.id), never(), { writer: rescue.writer });
    expect(rescue.calls).toEqual(["write", "check", "finish"]);
  });

  it("hands what nobody foresaw to the log, after keeping a plain reason", async () => {
    const { run, read } = await makeClaimed();
    const broken = writerThat({ outline: () => Promise.reject(new TypeError("x is not a function")) });
    await expect(generateEpisode(system(), run, never(), { writer: broken.writer })).rejects.toThrow(
      "x is not a function",
    );
    const { row, episode } = await read();
    expect(row).toMatchObject({
      status: "RETRYING",
      reason: "Something unexpected went wrong in the phase “outline”.",
    });
    expect(JSON.stringify(episode?.generationErrors)).not.toContain("not a function");
    clock.advance(3_600_000);
    await claimBatch(system(), { workerId: "one", size: 1 });
  });

  it("never touches another organization's run", async () => {
    const { run, read } = await makeClaimed();
    const other = await makeOrganization(database.app, { clock });
    const before = await read();
    await generateEpisode(system(), { ...run, organizationId: other.organizationId }, never());
    expect(await read()).toEqual(before);
    expect(await inOrganization(other.ctx, ({ tx }) => tx.episode.count())).toBe(0);
  });
});
