import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { connectIdentity } from "./connect-identity.ts";
import { disconnectIdentity } from "./disconnect-identity.ts";
import { findSession } from "./find-session.ts";
import { listIdentities } from "./list-identities.ts";
import type { Me } from "./personal.ts";
import type { ProviderProof } from "./provider-proof.ts";
import { signInByProvider } from "./sign-in-by-provider.ts";

const REFUSAL =
  "No account here is connected to that Acme account. Sign in another way, then connect it under Ways to sign in.";

let database: TestDatabase;
let clock: FixedClock;
let system: System;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  clock = fixedClock();
  system = { db: database.app, clock, keys: testKeys };
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const proofOf = (overrides: Partial<ProviderProof> = {}): ProviderProof => ({
  provider: "https://id.acme.test",
  providerName: "Acme",
  subject: randomBytes(6).toString("hex"),
  verifiedEmail: null,
  label: "ines",
  ...overrides,
});

interface Person {
  me: Me;
  email: string;
  organizationId: string;
}

async function makePerson({ isVerified = true } = {}): Promise<Person> {
  const { userId, organizationId } = await makeOrganization(database.app);
  const { email } = await database.app.prisma.user.update({
    where: { id: userId },
    data: { emailVerifiedAt: isVerified ? clock.now() : null },
    select: { email: true },
  });
  const me: Me = { ...system, userId, sessionId: "", authenticatedAt: clock.now() };
  return { me, email: email ?? "", organizationId };
}

const signIn = async (proof: ProviderProof) => {
  const session = await signInByProvider(system, proof);
  const found = await findSession(system, session.token);
  return { session, userId: found?.person.id, method: found?.session.method };
};
const refusalOf = (proof: ProviderProof) =>
  signInByProvider(system, proof).then(
    () => "let in",
    (error: Error) => error.message,
  );
const auditOf = ({ organizationId }: Person) =>
  database.app.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`;
    return tx.auditLog.findMany({
      where: { action: { startsWith: "person." } },
      select: { action: true, before: true, after: true, actorUserId: true },
      orderBy: { sequence: "asc" },
    });
  });
/** As the database's superuser sees them: the web's role may only add to the queue. */
const noticesTo = async ({ me }: Person): Promise<unknown[]> => {
  const { rows } = await admin.query(
    "select payload->>'notice' as notice from graphile_worker._private_jobs where payload->>'userId' = $1 order by id",
    [me.userId],
  );
  return rows.map(({ notice }) => notice);
};

describe("signing in by another service", () => {
  it("lets in whose account was connected, whatever address the service gives now", async () => {
    const { me } = await makePerson({ isVerified: false });
    const { email: another } = await makePerson();
    const proof = proofOf();
    await connectIdentity(me, proof);
    expect(await signIn(proof)).toMatchObject({ userId: me.userId, method: "PROVIDER" });
    expect(await signIn({ ...proof, verifiedEmail: another })).toMatchObject({ userId: me.userId });
    expect(await signIn({ ...proof, verifiedEmail: "nobody@example.test", label: "new name" })).toMatchObject(
      { userId: me.userId },
    );
    expect(await listIdentities(me, {})).toMatchObject([{ label: "new name" }]);
  });

  it("connects a new account to the person who proved the address that the service vouches for, and writes it down", async () => {
    const person = await makePerson();
    const proof = proofOf({ verifiedEmail: person.email.toUpperCase() });
    expect(await signIn(proof)).toMatchObject({ userId: person.me.userId });
    expect(await signIn({ ...proof, verifiedEmail: null })).toMatchObject({ userId: person.me.userId });
    expect(await auditOf(person)).toEqual([
      {
        action: "person.connect-identity",
        actorUserId: person.me.userId,
        before: null,
        after: { provider: "https://id.acme.test" },
      },
    ]);
    expect(await noticesTo(person)).toEqual(["provider_connected"]);
  });

  it("refuses everybody else by one text, and connects nothing", async () => {
    const proven = await makePerson();
    const unproven = await makePerson({ isVerified: false });
    const gone = await makePerson();
    await database.app.prisma.user.update({
      where: { id: gone.me.userId },
      data: { deletedAt: clock.now() },
    });
    const connected = await makePerson();
    await connectIdentity(connected.me, proofOf());
    const before = await database.app.prisma.identity.count();
    for (const verifiedEmail of [
      null,
      "nobody@example.test",
      unproven.email,
      gone.email,
      // Has an account of this service already.
      connected.email,
      // Lower-cased by Unicode's rules these two would be the address of somebody here.
      proven.email.replace("p", "ｐ"),
      `${proven.email},other@example.test`,
      proven.email.replace("@", "@\u200b"),
    ]) {
      expect([verifiedEmail, await refusalOf(proofOf({ verifiedEmail }))]).toEqual([verifiedEmail, REFUSAL]);
    }
    expect(await database.app.prisma.identity.count()).toBe(before);
  });

  it("takes the same subject of another service for somebody else", async () => {
    const { me } = await makePerson();
    const proof = proofOf();
    await connectIdentity(me, proof);
    expect(await refusalOf({ ...proof, provider: "https://id.other.test" })).toBe(REFUSAL);
    expect(await refusalOf({ ...proof, subject: proof.subject.toUpperCase() })).toBe(REFUSAL);
  });

  it("refuses a deleted person, and lets the account be connected anew by who came back", async () => {
    const { me } = await makePerson();
    const proof = proofOf();
    await connectIdentity(me, proof);
    await database.app.prisma.user.update({
      where: { id: me.userId },
      data: { deletedAt: clock.now(), email: null },
    });
    expect(await refusalOf(proof)).toBe(REFUSAL);
    const { me: again } = await makePerson();
    await connectIdentity(again, proof);
    expect(await signIn(proof)).toMatchObject({ userId: again.userId });
  });

  it("connects once when two callbacks arrive at the same moment", async () => {
    const person = await makePerson();
    const proof = proofOf({ verifiedEmail: person.email });
    const came = await Promise.all(Array.from({ length: 4 }, () => signIn(proof)));
    expect(new Set(came.map(({ userId }) => userId))).toEqual(new Set([person.me.userId]));
    expect(await listIdentities(person.me, {})).toHaveLength(1);
    expect(await auditOf(person)).toHaveLength(1);
  });

  it("asks for the second factor of who has one", async () => {
    const { me } = await makePerson();
    const proof = proofOf();
    await connectIdentity(me, proof);
    await database.app.prisma.authenticatorApp.create({
      data: { userId: me.userId, sealedSecret: new Uint8Array(48), confirmedAt: clock.now() },
    });
    const { session } = await signIn(proof);
    expect(session.stage).toBe("SECOND_FACTOR_DUE");
    expect((await findSession(system, session.token))?.ctx).toBeNull();
  });
});

describe("connecting and disconnecting", () => {
  it("gives one account to one person", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const proof = proofOf();
    await connectIdentity(one.me, proof);
    await connectIdentity(one.me, proof);
    await expect(connectIdentity(other.me, proof)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await listIdentities(other.me, {})).toEqual([]);
    expect(await auditOf(one)).toHaveLength(1);
  });

  it("needs a recent proof", async () => {
    const { me } = await makePerson();
    await connectIdentity(me, proofOf());
    const [{ id = "" } = {}] = await listIdentities(me, {});
    const late = { ...me, authenticatedAt: new Date(clock.now().getTime() - 15 * 60_000) };
    await expect(connectIdentity(late, proofOf())).rejects.toMatchObject({ code: "NOT_NOW" });
    await expect(disconnectIdentity(late, { identityId: id })).rejects.toMatchObject({ code: "NOT_NOW" });
    expect(await listIdentities(me, {})).toHaveLength(1);
  });

  it("lets nobody in any more by what was disconnected, and answers somebody else as if it were not there", async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const proof = proofOf();
    await connectIdentity(person.me, proof);
    const [{ id = "" } = {}] = await listIdentities(person.me, {});
    await expect(disconnectIdentity(other.me, { identityId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await disconnectIdentity(person.me, { identityId: id });
    await expect(disconnectIdentity(person.me, { identityId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await refusalOf(proof)).toBe(REFUSAL);
    expect((await auditOf(person)).map(({ action }) => action)).toEqual([
      "person.connect-identity",
      "person.disconnect-identity",
    ]);
    expect(await noticesTo(person)).toEqual(["provider_connected", "provider_disconnected"]);
  });
});
