import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSession, type SignedIn } from "#domain/people/find-session.ts";
import { issueSignInToken } from "#domain/people/issue-sign-in-token.ts";
import { startSession } from "#domain/people/start-session.ts";
import { cancelRun } from "#domain/schedule/cancel-run.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { renewLease } from "#domain/schedule/renew-lease.ts";
import type { Role } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { listen } from "#platform/listen.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { followRun, type Watches } from "./follow-run.ts";
import { watchRuns } from "./watch-runs.ts";
import { watchSessions } from "./watch-sessions.ts";

const clock = fixedClock();

let database: TestDatabase;
let made: MadeOrganization;
let system: System;
let watches: Watches;

beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.app, clock, keys: testKeys };
  made = await makeOrganization(database.app, { clock });
  watches = { sessions: watchSessions(() => system), runs: watchRuns(listenBy(say)) };
});
afterAll(() => database.drop());

const say = (payload: string) => database.app.pool.query("select pg_notify('run_changed', $1)", [payload]);
const listenBy =
  (speak: (payload: string) => Promise<unknown>) => (heard: (id: string) => void, lost: () => void) =>
    listen({ url: database.appUrl, channel: "run_changed", say: speak, heard, lost, hearWithinMs: 300 });

/** Somebody of the organization who is signed in. */
async function makeSignedIn(role: Role) {
  const email = `somebody-${randomBytes(6).toString("hex")}@example.test`;
  const { id: userId } = await database.app.prisma.user.create({ data: { email } });
  const { organizationId } = made;
  await inOrganization(made.ctx, ({ tx }) =>
    tx.membership.create({ data: { organizationId, userId, role } }),
  );
  const { token: signInToken } = await issueSignInToken(system, email);
  const { token } = await startSession(system, { signInToken });
  const { session, standing, ctx } = (await findSession(system, token)) as SignedIn;
  if (!ctx) throw new Error("is in no organization");
  return { userId, sessionId: session.id, standing, ctx };
}

async function makeFollowed() {
  const { id: projectId } = await makeProject(made.ctx);
  const { id: queueId } = await makeRun(made.ctx, projectId);
  return { projectId, queueId };
}

/** The events of a stream as they come, and how long one of them took. */
function read(response: Response) {
  const heard: { event: string; at: number }[] = [];
  let isOver = false;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      for (const [, event = ""] of part.value.matchAll(/^event: (\w+)$/gm)) {
        heard.push({ event, at: performance.now() });
      }
    }
    isOver = true;
  })();
  return {
    heard,
    close: () => reader?.cancel(),
    isOver: () => isOver,
    /** Milliseconds from now to the next event. */
    next: async () => {
      const [before, began] = [heard.length, performance.now()];
      await expect.poll(() => heard.length, { interval: 5, timeout: 3_000 }).toBeGreaterThan(before);
      return { event: heard[before]?.event, ms: (heard[before]?.at ?? Number.NaN) - began };
    },
  };
}

async function openStream(role: Role = "EDITOR") {
  const { projectId, queueId } = await makeFollowed();
  const person = await makeSignedIn(role);
  const response = await followRun({ ...person, projectId, queueId }, watches);
  return { projectId, queueId, person, response, stream: read(response) };
}

describe("the stream of a run", () => {
  it("tells within a second of each commit that changed the run, and of nothing else", async () => {
    const { queueId, projectId, stream, response } = await openStream();
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect(await stream.next()).toMatchObject({ event: "changed" });
    const worker = { db: database.worker, clock, keys: testKeys };
    const runs = claimBatch(worker, { workerId: "one", size: 50 });
    const claimed = await stream.next();
    expect(claimed.event).toBe("changed");
    expect(claimed.ms).toBeLessThan(1_000);

    const run = (await runs).find((each) => each.queueId === queueId);
    const begun = inOrganization(made.ctx, async ({ tx, organizationId }) => {
      const episode = await tx.episode.create({
        data: { organizationId, projectId, queueId, writer: "built-in", writerVersion: "1" },
      });
      await tx.generationPhase.create({
        data: { organizationId, queueId, episodeId: episode.id, phase: "GATHER", startedAt: clock.now() },
      });
    });
    expect((await stream.next()).ms).toBeLessThan(1_000);
    await begun;
    const count = stream.heard.length;
    if (run) await renewLease(worker, run);
    await makeFollowed();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stream.heard.length).toBe(count);
    await stream.close();
  });

  it("says that the run is over, and ends", async () => {
    const { queueId, stream } = await openStream();
    await stream.next();
    const over = stream.next();
    await cancelRun(made.ctx, { queueId });
    expect(await over).toMatchObject({ event: "over" });
    await expect.poll(stream.isOver).toBe(true);
  });

  it("tells of many changes at once in one event", async () => {
    const { queueId, stream } = await openStream();
    await stream.next();
    for (let minute = 1; minute <= 8; minute += 1) {
      await inOrganization(made.ctx, ({ tx }) =>
        tx.episodeScheduleQueue.update({
          where: { id: queueId },
          data: { availableAt: new Date(clock.now().getTime() + minute * 60_000) },
        }),
      );
    }
    await stream.next().catch(() => undefined);
    expect(stream.heard.length).toBeLessThan(8);
    await stream.close();
  });

  it("is not there for readers, other organizations, another project's address and no id at all", async () => {
    const { projectId, queueId } = await makeFollowed();
    const other = await makeOrganization(database.app, { clock });
    const editor = await makeSignedIn("EDITOR");
    const statuses = await Promise.all(
      [
        { ...(await makeSignedIn("READER")), projectId, queueId },
        { ...editor, ctx: other.ctx, projectId, queueId },
        { ...editor, projectId: (await makeFollowed()).projectId, queueId },
        { ...editor, projectId, queueId: "x" },
        {
          ...editor,
          ctx: { ...editor.ctx, actor: { ...editor.ctx.actor, projectIds: [] } as never },
          projectId,
          queueId,
        },
      ].map(async (asked) => (await followRun(asked, watches)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  it("ends within a second for a member whose access goes", async () => {
    const { person, stream } = await openStream();
    await stream.next();
    const key = { organizationId_userId: { organizationId: made.organizationId, userId: person.userId } };
    const began = performance.now();
    await inOrganization(made.ctx, ({ tx }) =>
      tx.membership.update({ where: key, data: { projectAccess: "CHOSEN" } }),
    );
    await expect.poll(stream.isOver, { interval: 10, timeout: 3_000 }).toBe(true);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("ends when the line to the database breaks, and is there again when it is asked for anew", async () => {
    const { projectId, queueId, person, stream } = await openStream();
    await stream.next();
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'episodic listens' and datname = current_database()",
    );
    await expect.poll(stream.isOver, { interval: 10, timeout: 3_000 }).toBe(true);
    const again = read(await followRun({ ...person, projectId, queueId }, watches));
    await again.next();
    const changed = again.next();
    await inOrganization(made.ctx, ({ tx }) =>
      tx.episodeScheduleQueue.update({ where: { id: queueId }, data: { reason: "Something new." } }),
    );
    expect((await changed).event).toBe("changed");
    await again.close();
    const open = await admin.query(
      "select from pg_stat_activity where application_name = 'episodic listens' and datname = current_database()",
    );
    await admin.end();
    expect(open.rowCount).toBeLessThanOrEqual(1);
  });

  it("is refused where nothing is heard, as behind a pooler that hands out connections for one transaction", async () => {
    const { projectId, queueId } = await makeFollowed();
    const deaf = { sessions: watches.sessions, runs: watchRuns(listenBy(async () => undefined)) };
    const person = await makeSignedIn("EDITOR");
    expect((await followRun({ ...person, projectId, queueId }, deaf)).status).toBe(503);
    const began = performance.now();
    expect((await followRun({ ...person, projectId, queueId }, deaf)).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(200);
  });

  it("keeps one connection for all who follow, and none when nobody does", async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const count = async () =>
      (
        await admin.query(
          "select from pg_stat_activity where application_name = 'episodic listens' and datname = current_database()",
        )
      ).rowCount;
    await expect.poll(count).toBe(0);
    const opened = await Promise.all(Array.from({ length: 5 }, () => openStream()));
    expect(await count()).toBe(1);
    for (const { stream } of opened) await stream.close();
    await expect.poll(count).toBe(0);
    await admin.end();
  });
});
