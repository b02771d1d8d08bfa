import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeProject } from "#domain/projects/remove-project.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { publishDue } from "./publish-due.ts";

const DAY = 86_400_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

/** A project with an episode that waits for its slot a day from now. */
async function makeWaiting(clock: FixedClock) {
  const { ctx } = await makeOrganization(database.app, { clock });
  const project = await makeProject(ctx);
  const { id: episodeId } = await makeEpisode(ctx, project.id, { number: 1, status: "READY" });
  return { ctx, project, episodeId };
}

function read(ctx: Ctx, episodeId: string) {
  return inOrganization(ctx, async ({ tx }) => ({
    episode: await tx.episode.findUniqueOrThrow({ where: { id: episodeId }, include: { queue: true } }),
    events: await tx.userEvent.findMany({ where: { episodeId } }),
  }));
}

describe("publishDue", () => {
  it("publishes nothing before its slot, and everything from its slot on, once", async () => {
    const clock = fixedClock();
    const { ctx, project, episodeId } = await makeWaiting(clock);
    const system = { db: database.worker, clock, keys: testKeys };
    clock.advance(DAY - 1);
    expect(await publishDue(system)).toEqual([]);
    expect((await read(ctx, episodeId)).episode.status).toBe("READY");

    clock.advance(1);
    expect(await publishDue(system)).toEqual([
      { episodeId, organizationId: ctx.organizationId, projectId: project.id, lateSeconds: 0 },
    ]);
    const published = await read(ctx, episodeId);
    expect(published.episode).toMatchObject({ status: "PUBLISHED", publishedAt: clock.now() });
    expect(published.episode.queue).toMatchObject({
      status: "PUBLISHED",
      publishedAt: clock.now(),
      finishedAt: clock.now(),
    });
    expect(published.events).toMatchObject([
      { type: "episode_published", userId: null, projectId: project.id },
    ]);

    clock.advance(1000);
    expect(await publishDue(system)).toEqual([]);
    expect(await read(ctx, episodeId)).toEqual(published);
  });

  it("publishes each episode of several organizations once, however many workers ask", async () => {
    const clock = fixedClock();
    const waiting = await Promise.all(Array.from({ length: 6 }, () => makeWaiting(clock)));
    clock.advance(DAY);
    const system = { db: database.worker, clock, keys: testKeys };
    const published = (await Promise.all(Array.from({ length: 4 }, () => publishDue(system)))).flat();
    const ours = new Set(waiting.map(({ episodeId }) => episodeId));
    expect(published.filter(({ episodeId }) => ours.has(episodeId))).toHaveLength(6);
    for (const { ctx, episodeId } of waiting) {
      const { episode, events } = await read(ctx, episodeId);
      expect([episode.status, events.length]).toEqual(["PUBLISHED", 1]);
    }
  });

  it("publishes nothing of a removed project", async () => {
    const clock = fixedClock();
    const { ctx, project, episodeId } = await makeWaiting(clock);
    await removeProject(ctx, { projectId: project.id, title: project.title });
    clock.advance(DAY);
    expect(await publishDue({ db: database.worker, clock, keys: testKeys })).toEqual([]);
    expect((await read(ctx, episodeId)).episode.status).toBe("ABANDONED");
  });

  it("publishes more than one batch, shared among workers, and what fails in one organization holds up no other", async () => {
    const clock = fixedClock();
    const { ctx } = await makeOrganization(database.app, { clock });
    const broken = await makeWaiting(clock);
    const many = Array.from({ length: 120 }, (_, index) => index + 1);
    const project = await makeProject(ctx);
    const at = new Date(clock.now().getTime() + DAY);
    await inOrganization(ctx, async ({ tx, organizationId }) => {
      const ofProject = { organizationId, projectId: project.id };
      const runs = await tx.episodeScheduleQueue.createManyAndReturn({
        data: many.map((day) => ({
          ...ofProject,
          occurrenceKey: new Date(Date.UTC(2027, 0, day)).toISOString().slice(0, 10),
          slotAt: at,
          availableAt: clock.now(),
          status: "READY" as const,
          readyAt: clock.now(),
        })),
      });
      await tx.episode.createMany({
        data: runs.map(({ id }, index) => ({
          ...ofProject,
          queueId: id,
          status: "READY" as const,
          number: index + 1,
          title: "Ready",
          minutes: 2,
          wordCount: 400,
          writer: "built-in",
          writerVersion: "1",
          readyAt: clock.now(),
        })),
      });
    });
    await asAdmin(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no event for it'; end $$;
       create trigger refuse before insert on user_event for each row when (NEW.organization_id = '${broken.ctx.organizationId}') execute function refuse()`,
    );
    clock.advance(DAY);
    const system = { db: database.worker, clock, keys: testKeys };
    const outcomes = await Promise.allSettled([publishDue(system), publishDue(system)]);
    await asAdmin("drop function refuse cascade");
    expect(
      outcomes.some((each) => each.status === "rejected" && String(each.reason).includes("1 episodes")),
    ).toBe(true);
    const status = await inOrganization(ctx, ({ tx }) =>
      tx.episode.groupBy({ by: ["status"], where: { projectId: project.id }, _count: true }),
    );
    expect(status).toEqual([{ status: "PUBLISHED", _count: 120 }]);
    expect((await read(broken.ctx, broken.episodeId)).episode.status).toBe("READY");
    await publishDue(system);
    expect((await read(broken.ctx, broken.episodeId)).episode.status).toBe("PUBLISHED");
  });
});
