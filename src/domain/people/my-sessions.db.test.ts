import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { endMyOtherSessions } from "./end-my-other-sessions.ts";
import { endMySession } from "./end-my-session.ts";
import { findSession, type SignedIn } from "./find-session.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { listMySessions } from "./list-my-sessions.ts";
import { removeExpired } from "./remove-expired.ts";
import { startSession } from "./start-session.ts";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0";
const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36";

let database: TestDatabase;
let clock: FixedClock;
let system: System;
beforeAll(async () => {
  database = await createTestDatabase();
  clock = fixedClock();
  system = { db: database.app, clock, keys: testKeys };
});
afterAll(() => database.drop());

async function person() {
  const made = await makeOrganization(database.app, { clock });
  const { prisma } = database.app;
  const { email } = await prisma.user.findUniqueOrThrow({ where: { id: made.userId } });
  const signIn = async (userAgent = FIREFOX, address = "193.99.144.80") => {
    const from = { userAgent, address };
    const { token: signInToken } = await issueSignInToken(system, email ?? "");
    const { token } = await startSession({ ...system, from }, { signInToken });
    return { token, ...((await findSession({ ...system, from }, token)) as SignedIn) };
  };
  const audited = () =>
    inOrganization(made.ctx, ({ tx }) =>
      tx.auditLog.findMany({ orderBy: { sequence: "asc" }, select: { action: true, targetId: true } }),
    );
  const noticesSent = () =>
    database.worker.pool.query(
      "select payload->>'notice' as notice from graphile_worker._private_jobs where payload->>'userId' = $1",
      [made.userId],
    );
  return { ...made, signIn, audited, noticesSent };
}

describe("a person's own sessions", () => {
  it("are listed with device, place and last use, the one that asks first, and no longer once they are over", async () => {
    const { signIn } = await person();
    const other = await signIn(CHROME, "10.0.0.4");
    clock.advance(60_000);
    const { me, session } = await signIn();
    clock.advance(60_000);
    await findSession(system, other.token);
    const listed = await listMySessions(me, {});
    expect(listed).toMatchObject([
      {
        id: session.id,
        isThis: true,
        device: "Firefox on Windows",
        place: "Germany",
        method: "ONE_TIME_LINK",
      },
      { id: other.session.id, isThis: false, device: "Chrome on Linux", place: "A private network" },
    ]);
    expect(JSON.stringify(listed)).not.toContain(other.token);
    await endMySession(me, { sessionId: other.session.id });
    expect(await listMySessions(me, {})).toHaveLength(1);
  });

  it("are ended one by one, at once, and the audit log knows", async () => {
    const { signIn, audited } = await person();
    const other = await signIn();
    const { me } = await signIn();
    const sessionId = other.session.id;
    await endMySession(me, { sessionId });
    expect(await findSession(system, other.token)).toBeNull();
    expect(await audited()).toEqual([{ action: "person.end-session", targetId: sessionId }]);
    await expect(endMySession(me, { sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are ended all but the one that asks", async () => {
    const { signIn, audited } = await person();
    const others = [await signIn(), await signIn(), await signIn()];
    const { me, token } = await signIn();
    expect(await endMyOtherSessions(me, {})).toBe(3);
    for (const other of others) expect(await findSession(system, other.token)).toBeNull();
    expect(await findSession(system, token)).not.toBeNull();
    expect(await endMyOtherSessions(me, {})).toBe(0);
    expect(await audited()).toHaveLength(1);
  });

  it("are nobody else's to see or end", async () => {
    const theirs = await (await person()).signIn();
    const { me } = await (await person()).signIn();
    const sessionId = theirs.session.id;
    await expect(endMySession(me, { sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endMyOtherSessions(me, {});
    expect(await findSession(system, theirs.token)).not.toBeNull();
    expect((await listMySessions(me, {})).map(({ id }) => id)).not.toContain(sessionId);
  });

  it("make a mail when one begins in a browser of a kind that was not there before", async () => {
    const { signIn, noticesSent } = await person();
    await signIn(FIREFOX);
    await signIn(FIREFOX.replaceAll("135", "136"));
    expect((await noticesSent()).rows).toEqual([]);
    await signIn(CHROME);
    await signIn(CHROME);
    expect((await noticesSent()).rows).toEqual([{ notice: "new_device" }]);
  });
});

describe("the clean-up", () => {
  it("takes away what is over for good, and nothing that still counts", async () => {
    const { signIn, userId } = await person();
    const { prisma } = database.app;
    const { me, session } = await signIn();
    const dead = await signIn();
    await endMySession(me, { sessionId: dead.session.id });
    const challenge = { purpose: "SIGN_IN", challenge: "x", createdAt: clock.now() } as const;
    const at = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
    await prisma.passkeyChallenge.create({ data: { ...challenge, userId, expiresAt: at(5) } });
    await prisma.rateLimit.createMany({
      data: [
        { key: "a", points: 1, expire: BigInt(at(5).getTime()) },
        { key: "b", points: 1, expire: BigInt(at(600_000).getTime()) },
      ],
    });
    const count = async () => ({
      tokens: await prisma.signInToken.count({ where: { userId } }),
      challenges: await prisma.passkeyChallenge.count({ where: { userId } }),
      limits: await prisma.rateLimit.count({ where: { key: { in: ["a", "b"] } } }),
      sessions: (await prisma.session.findMany({ where: { userId } })).map(({ id }) => id).toSorted(),
    });
    const before = await count();
    expect(before).toMatchObject({ tokens: 2, challenges: 1, limits: 2 });
    await removeExpired({ ...system, db: database.worker });
    expect(await count()).toEqual(before);
    clock.advance(2 * 3_600_000);
    await removeExpired({ ...system, db: database.worker });
    await removeExpired({ ...system, db: database.worker });
    expect(await count()).toEqual({ tokens: 0, challenges: 0, limits: 1, sessions: before.sessions });
    clock.advance(30 * 86_400_000);
    await removeExpired({ ...system, db: database.worker });
    // The other one ran out by itself, less than thirty days ago.
    expect((await count()).sessions).toEqual([session.id]);
  });
});
