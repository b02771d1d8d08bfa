import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { endSession } from "#domain/people/end-session.ts";
import { findSession, type SignedIn } from "#domain/people/find-session.ts";
import { issueSignInToken } from "#domain/people/issue-sign-in-token.ts";
import { startSession } from "#domain/people/start-session.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { type SessionWatch, watchSessions } from "./watch-sessions.ts";

let database: TestDatabase;
let made: MadeOrganization;
let clock: FixedClock;
let system: System;
let watch: SessionWatch;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = fixedClock();
  system = { db: database.app, clock, keys: testKeys };
  made = await makeOrganization(database.app, { clock });
  watch = watchSessions(() => system);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => database.drop());

/** An editor of the organization, signed in, whose page is open. */
async function openPage() {
  const { prisma } = database.app;
  const email = `editor-${randomBytes(6).toString("hex")}@example.test`;
  const { id: userId } = await prisma.user.create({ data: { email } });
  const { organizationId } = made;
  await inside(({ tx }) => tx.membership.create({ data: { organizationId, userId, role: "EDITOR" } }));
  const { token: signInToken } = await issueSignInToken(system, email);
  const { token } = await startSession(system, { signInToken });
  const signedIn = (await findSession(system, token)) as SignedIn;
  const sessionId = signedIn.session.id;
  const { signal, leave } = watch.follow({ sessionId, standing: signedIn.standing });
  const membership = { organizationId_userId: { organizationId, userId } };
  return { userId, sessionId, token, standing: signedIn.standing, signal, leave, membership };
}

const inside = <T>(work: Parameters<typeof inOrganization<T>>[1]) => inOrganization(made.ctx, work);

/** Milliseconds from now to the end of the stream. */
async function untilEnded(signal: AbortSignal): Promise<number> {
  const began = performance.now();
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
  return performance.now() - began;
}

type OpenPage = Awaited<ReturnType<typeof openPage>>;

describe("the guard of open streams", () => {
  it.each<[string, string, (page: OpenPage) => Promise<unknown>]>([
    ["whose session is revoked", "signed-out", ({ sessionId }) => endSession(system, sessionId)],
    [
      "who is deleted",
      "signed-out",
      ({ userId: id }) => system.db.prisma.user.update({ where: { id }, data: { deletedAt: clock.now() } }),
    ],
    [
      "who is demoted",
      "changed",
      ({ membership }) =>
        inside(({ tx }) => tx.membership.update({ where: membership, data: { role: "READER" } })),
    ],
    [
      "who is removed",
      "changed",
      ({ membership }) => inside(({ tx }) => tx.membership.delete({ where: membership })),
    ],
    [
      "who is narrowed to some projects",
      "changed",
      ({ membership }) =>
        inside(({ tx }) => tx.membership.update({ where: membership, data: { projectAccess: "CHOSEN" } })),
    ],
    [
      "who enters another organization elsewhere",
      "changed",
      async ({ sessionId: id, userId }) => {
        const other = await makeOrganization(database.app, { clock });
        const { organizationId } = other;
        await inOrganization(other.ctx, ({ tx }) =>
          tx.membership.create({ data: { organizationId, userId, role: "READER" } }),
        );
        await system.db.prisma.session.update({
          where: { id },
          data: { activeOrganizationId: organizationId },
        });
      },
    ],
    [
      "whose second factor is due again",
      "changed",
      ({ sessionId: id }) =>
        system.db.prisma.session.update({ where: { id }, data: { stage: "SECOND_FACTOR_DUE" } }),
    ],
  ])("puts a person out within a second %s", async (_, reason, act) => {
    const page = await openPage();
    await act(page);
    const milliseconds = await untilEnded(page.signal);
    expect(page.signal.reason).toBe(reason);
    expect(milliseconds).toBeLessThan(1_000);
  });

  it("notices a project that is taken from who has two of them", async () => {
    const { organizationId, ctx } = made;
    const projects = [await makeProject(ctx), await makeProject(ctx)];
    const first = await openPage();
    first.leave();
    await inside(async ({ tx }) => {
      await tx.membership.update({ where: first.membership, data: { projectAccess: "CHOSEN" } });
      const grants = projects.map(({ id: projectId }) => ({
        organizationId,
        projectId,
        userId: first.userId,
      }));
      await tx.projectGrant.createMany({ data: grants });
    });
    const { standing } = (await findSession(system, first.token)) as SignedIn;
    expect(standing).not.toBe(first.standing);
    const { signal } = watch.follow({ sessionId: first.sessionId, standing });
    await inside(({ tx }) =>
      tx.projectGrant.deleteMany({ where: { projectId: projects[0]?.id ?? "", userId: first.userId } }),
    );
    expect(await untilEnded(signal)).toBeLessThan(1_000);
    expect(signal.reason).toBe("changed");
  });

  it("puts out whose thirty days are over", async () => {
    const { signal } = await openPage();
    clock.advance(31 * 86_400_000);
    await untilEnded(signal);
    expect(signal.reason).toBe("signed-out");
  });

  it("leaves those alone for whom nothing changed, and asks one statement for all of them", async () => {
    const pages = await Promise.all(Array.from({ length: 12 }, openPage));
    const said: string[] = [];
    const original = pg.Pool.prototype.query;
    vi.spyOn(pg.Pool.prototype, "query").mockImplementation(function (this: pg.Pool, ...given: unknown[]) {
      said.push((given[0] as { name: string }).name);
      return Reflect.apply(original, this, given);
    } as never);
    const [last] = pages.splice(-1) as [OpenPage];
    await endSession(system, last.sessionId);
    await untilEnded(last.signal);
    expect(said.filter((name) => name === "session_standings").length).toBeLessThanOrEqual(2);
    expect(pages.filter(({ signal }) => signal.aborted)).toEqual([]);
    for (const { leave } of pages) leave();
  });

  it("asks nothing while no stream is open", async () => {
    const { sessionId, standing, leave } = await openPage();
    leave();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const asked = vi.spyOn(database.app.pool, "query");
    const quiet = watchSessions(() => system);
    quiet.follow({ sessionId, standing }).leave();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(asked).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it("ends every stream when the database can't be asked", async () => {
    const { signal } = await openPage();
    vi.spyOn(database.app.pool, "query").mockRejectedValueOnce(new Error("gone") as never);
    await untilEnded(signal);
    expect(signal.reason).toBe("unknown");
  });
});
