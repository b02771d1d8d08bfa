import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import {
  codeAt,
  type SignedInPerson,
  signedInPerson,
  whoHolds,
  withAuthenticatorApp,
} from "#testing/sign-in-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { virtualPasskey } from "#testing/virtual-passkey.ts";
import { addPasskey } from "./add-passkey.ts";
import { beginPasskey } from "./begin-passkey.ts";
import { beginPasskeyAsSecond } from "./begin-passkey-as-second.ts";
import { beginPasskeySignIn } from "./begin-passkey-sign-in.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { findSession } from "./find-session.ts";
import { openSession } from "./internal/open-session.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { listMyFactors } from "./list-my-factors.ts";
import type { Me } from "./personal.ts";
import { removeAuthenticatorApp } from "./remove-authenticator-app.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";
import { startSession } from "./start-session.ts";

const origin = "https://episodic.example.org";
const home = { origin, rpID: "episodic.example.org" };
const STEP = 30_000;

describe("the second step of signing in", () => {
  let database: TestDatabase;
  let clock: FixedClock;
  let system: System;
  let person: SignedInPerson;
  let secret: string;
  let recoveryCodes: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    clock = fixedClock();
    system = { db: database.app, clock, keys: testKeys };
  });
  beforeEach(async () => {
    person = await signedInPerson(system);
    ({ secret, recoveryCodes } = await withAuthenticatorApp(person.me));
    clock.advance(STEP);
  });
  afterAll(() => database.drop());

  /** As a password, a mail or another service lets somebody in. */
  const firstStep = async (userId = person.me.userId) => {
    const session = await database.app.prisma.$transaction((tx) =>
      openSession(system, tx, { userId, method: "PASSWORD" }),
    );
    return { ...session, ...(await whoHolds(system, session.token)) };
  };
  const appCode = () => codeAt(secret, clock.now());
  const inAudit = async (action: string) =>
    inOrganization(actingFor(system, person.organizationId, "test"), ({ tx }) =>
      tx.auditLog.count({ where: { action } }),
    );
  const signIns = () =>
    inOrganization(actingFor(system, person.organizationId, "test"), ({ tx }) =>
      tx.userEvent.count({ where: { type: "signed_in" } }),
    );
  const passkeyOf = async (me: Me) => {
    const passkey = virtualPasskey(home);
    const { options, browserToken } = await beginPasskey(me, { origin });
    await addPasskey(me, { origin, browserToken, answer: passkey.make(options), name: "Key" });
    return passkey;
  };

  it("is due after the first, for a quarter of an hour, and until then nothing opens", async () => {
    const before = await signIns();
    const due = await firstStep();
    expect(due.stage).toBe("SECOND_FACTOR_DUE");
    expect(due.ctx).toBeNull();
    expect(await signIns()).toBe(before);
    for (const refused of [
      removeAuthenticatorApp(due.me, {}),
      renewRecoveryCodes(due.me, {}),
      beginPasskey(due.me, { origin }),
    ])
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    clock.advance(15 * 60_000);
    expect(await findSession(system, due.token)).toBeNull();
    await expect(completeSignIn(due.me, { by: "app", code: appCode() })).rejects.toMatchObject({
      code: "NOT_NOW",
    });
  });

  it("opens everything with a code of the app, in a new session that is proven now", async () => {
    const before = await signIns();
    const due = await firstStep();
    clock.advance(1_000);
    const whole = await completeSignIn(due.me, { by: "app", code: appCode() });
    expect(whole.stage).toBe("COMPLETE");
    expect(whole.token).not.toBe(due.token);
    expect(await findSession(system, due.token)).toBeNull();
    const found = await whoHolds(system, whole.token);
    expect(found.ctx).not.toBeNull();
    expect(found.session).toMatchObject({ method: "PASSWORD", stage: "COMPLETE" });
    expect(found.session.id).not.toBe(due.session.id);
    expect(found.me.authenticatedAt).toEqual(clock.now());
    expect(await signIns()).toBe(before + 1);
  });

  it("takes no code twice, and none from before the last one", async () => {
    const earlier = appCode();
    clock.advance(STEP);
    const code = appCode();
    await completeSignIn((await firstStep()).me, { by: "app", code });
    for (const used of [code, earlier]) {
      await expect(completeSignIn((await firstStep()).me, { by: "app", code: used })).rejects.toMatchObject({
        code: "INVALID",
        fields: { code: expect.stringContaining("used already") },
      });
    }
  });

  it("takes no code that confirmed the app", async () => {
    const fresh = await signedInPerson(system);
    const app = await withAuthenticatorApp(fresh.me);
    const { me } = await firstStep(fresh.me.userId);
    const code = codeAt(app.secret, clock.now());
    await expect(completeSignIn(me, { by: "app", code })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("lets one in of those who show the same code at the same moment, by one session or by several", async () => {
    const code = appCode();
    const several = await Promise.all([firstStep(), firstStep(), firstStep()]);
    const { me } = await firstStep();
    const tries = await Promise.allSettled(
      [...several.map((due) => due.me), me, me].map((due) => completeSignIn(due, { by: "app", code })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("completes one session once, whatever is shown", async () => {
    const { me } = await firstStep();
    const codes = recoveryCodes.slice(0, 3);
    const tries = await Promise.allSettled(
      codes.map((code) => completeSignIn(me, { by: "recovery-code", code })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listMyFactors(person.me, {})).recoveryCodesLeft).toBe(9);
  });

  it("takes a recovery code once, however it is typed, and tells of it", async () => {
    const [code = ""] = recoveryCodes;
    const typed = ` ${code.toUpperCase().replace("-", " ")} `;
    await completeSignIn((await firstStep()).me, { by: "recovery-code", code: typed });
    await expect(completeSignIn((await firstStep()).me, { by: "recovery-code", code })).rejects.toMatchObject(
      {
        code: "INVALID",
      },
    );
    expect(await inAudit("person.use-recovery-code")).toBe(1);
    expect(await noticesTo(database.adminUrl, person.me.userId)).toContainEqual(
      expect.objectContaining({ notice: "recovery_code_used", codesLeft: 9 }),
    );
  });

  it("takes no recovery code that was replaced, and nobody else's code, secret or passkey", async () => {
    const [old = ""] = recoveryCodes;
    await renewRecoveryCodes(person.me, {});
    const stranger = await signedInPerson(system);
    const theirs = await withAuthenticatorApp(stranger.me);
    const theirPasskey = await passkeyOf(stranger.me);
    clock.advance(STEP);
    const { me } = await firstStep();
    const wrong = [
      { by: "recovery-code", code: old },
      { by: "recovery-code", code: theirs.recoveryCodes[0] ?? "" },
      { by: "app", code: codeAt(theirs.secret, clock.now()) },
    ] as const;
    for (const shown of wrong)
      await expect(completeSignIn(me, shown)).rejects.toMatchObject({ code: "INVALID" });
    const { options, browserToken } = await beginPasskeyAsSecond(me, { origin });
    const answer = theirPasskey.sign(options);
    await expect(completeSignIn(me, { by: "passkey", origin, browserToken, answer })).rejects.toMatchObject({
      code: "NOT_NOW",
    });
    expect((await whoHolds(system, (await firstStep()).token)).ctx).toBeNull();
  });

  it("takes a passkey of the person that signed what this session asked, once", async () => {
    const passkey = await passkeyOf(person.me);
    const { me } = await firstStep();
    const stranger = await signedInPerson(system);
    const foreign = await beginPasskeyAsSecond(stranger.me, { origin });
    const first = await beginPasskeySignIn(system, { origin });
    for (const { options, browserToken } of [foreign, first]) {
      const answer = passkey.sign(options);
      await expect(completeSignIn(me, { by: "passkey", origin, browserToken, answer })).rejects.toMatchObject(
        {
          code: "NOT_NOW",
        },
      );
    }
    const { options, browserToken } = await beginPasskeyAsSecond(me, { origin });
    expect(options.allowCredentials).toMatchObject([{ id: passkey.id }]);
    const shown = { by: "passkey", origin, browserToken, answer: passkey.sign(options) } as const;
    const whole = await completeSignIn(me, shown);
    expect((await whoHolds(system, whole.token)).ctx).not.toBeNull();
    await expect(completeSignIn((await firstStep()).me, shown)).rejects.toMatchObject({ code: "NOT_NOW" });
  });

  it("counts wrong codes for each person, and keeps nobody with a recovery code, a passkey or an operator out", async () => {
    const passkey = await passkeyOf(person.me);
    const { me } = await firstStep();
    const guess = () => completeSignIn(me, { by: "app", code: "000000" });
    for (let count = 0; count < 10; count++) await expect(guess()).rejects.toMatchObject({ code: "INVALID" });
    await expect(guess()).rejects.toMatchObject({
      code: "LIMIT_REACHED",
      retryAfterSeconds: expect.any(Number),
    });
    await expect(completeSignIn(me, { by: "app", code: appCode() })).rejects.toMatchObject({
      code: "LIMIT_REACHED",
    });

    const { options, browserToken } = await beginPasskeyAsSecond(me, { origin });
    await completeSignIn(me, { by: "passkey", origin, browserToken, answer: passkey.sign(options) });
    const [code = ""] = recoveryCodes;
    await completeSignIn((await firstStep()).me, { by: "recovery-code", code });
    const { token } = await issueSignInToken(system, person.email);
    expect((await startSession(system, { signInToken: token })).stage).toBe("COMPLETE");
  });

  it("does not count the codes that were right", async () => {
    for (let count = 0; count < 12; count++) {
      clock.advance(STEP);
      await completeSignIn((await firstStep()).me, { by: "app", code: appCode() });
    }
  });

  it("is left out for the operator's link, which stands in the audit log", async () => {
    expect(await inAudit("person.enter-by-operator-link")).toBe(0);
    const { token } = await issueSignInToken(system, person.email);
    const session = await startSession(system, { signInToken: token });
    expect((await whoHolds(system, session.token)).ctx).not.toBeNull();
    expect(await inAudit("person.enter-by-operator-link")).toBe(1);
  });

  it("is not asked of a session that is whole", async () => {
    const code = appCode();
    await expect(completeSignIn(person.me, { by: "app", code })).rejects.toMatchObject({ code: "NOT_NOW" });
    await expect(completeSignIn(person.me, { by: "app", code: "" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("fails closed when the secret was altered", async () => {
    const { me } = await firstStep();
    const { prisma } = database.app;
    const app = await prisma.authenticatorApp.findUniqueOrThrow({ where: { userId: me.userId } });
    const altered = new Uint8Array(app.sealedSecret);
    altered[15] = (altered[15] ?? 0) ^ 0x80;
    await prisma.authenticatorApp.update({ where: { id: app.id }, data: { sealedSecret: altered } });
    await expect(completeSignIn(me, { by: "app", code: appCode() })).rejects.toThrow();
    expect((await whoHolds(system, (await firstStep()).token)).ctx).toBeNull();
  });
});

describe("an organization that demands a second factor", () => {
  let database: TestDatabase;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    system = { db: database.app, clock: fixedClock(), keys: testKeys };
  });
  afterAll(() => database.drop());

  it("is closed to who has none, opens with the first, and closes again when the last is removed", async () => {
    const person = await signedInPerson(system);
    await inOrganization(actingFor(system, person.organizationId, "test"), ({ tx }) =>
      tx.organization.update({ where: { id: person.organizationId }, data: { requiresSecondFactor: true } }),
    );
    const isOpen = async () => (await whoHolds(system, person.token)).ctx !== null;
    expect(await isOpen()).toBe(false);
    await withAuthenticatorApp(person.me);
    expect(await isOpen()).toBe(true);
    await removeAuthenticatorApp(person.me, {});
    expect(await isOpen()).toBe(false);
  });
});

/** What the queue holds for a person, asked by the server's own user: no role of ours may look. */
async function noticesTo(adminUrl: string, userId: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ payload: unknown }>(
      "select payload from graphile_worker._private_jobs where payload->>'userId' = $1 order by id",
      [userId],
    );
    return rows.map(({ payload }) => payload);
  } finally {
    await client.end();
  }
}
