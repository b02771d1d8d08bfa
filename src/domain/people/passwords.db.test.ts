import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { LIMITS } from "#platform/limits.ts";
import { actingFor, type System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { type SignedInPerson, signedInPerson } from "#testing/sign-in-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { changePassword } from "./change-password.ts";
import { findSession } from "./find-session.ts";
import { foundOrganization } from "./found-organization.ts";
import { hasPassword } from "./has-password.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { removePassword } from "./remove-password.ts";
import { setPassword } from "./set-password.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { startSession } from "./start-session.ts";

const PASSWORD = "Tokyo-Falafel-91";
const ANOTHER = "mein Hund frisst Kuchen";
const OLD_PROOF = 15 * 60_000;

describe("a password of one's own", () => {
  let database: TestDatabase;
  let clock: FixedClock;
  let system: System;
  let person: SignedInPerson;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    clock = fixedClock();
    system = { db: database.app, clock, keys: testKeys };
    person = await signedInPerson(system);
  });
  afterAll(() => database.drop());

  const enter = (password: string) => signInWithPassword(system, { email: person.email, password });
  const hash = async () => {
    const { userId } = person.me;
    return (await database.app.prisma.user.findUniqueOrThrow({ where: { id: userId } })).passwordHash;
  };
  const inBrowser = async () => {
    const { token } = await issueSignInToken(system, person.email);
    return (await startSession(system, { signInToken: token })).token;
  };
  const auditOf = (organizationId: string) =>
    inOrganization(actingFor(system, organizationId, "test"), ({ tx }) =>
      tx.auditLog.findMany({ where: { action: { contains: "password" } }, orderBy: { sequence: "asc" } }),
    );
  const notices = async () => {
    const { rows } = await database.worker.pool.query(
      "select payload->>'notice' as notice from graphile_worker._private_jobs where payload->>'userId' = $1 order by id",
      [person.me.userId],
    );
    return rows.map(({ notice }) => notice);
  };

  it("lets its person in, and is stored as nothing but a hash", async () => {
    const other = await signedInPerson(system);
    expect(await hasPassword(person.me, {})).toBe(false);
    await setPassword(person.me, { password: PASSWORD });
    expect(await hasPassword(person.me, {})).toBe(true);
    expect(await hasPassword(other.me, {})).toBe(false);
    expect(await hash()).toMatch(/^\$argon2id\$/);
    const { token } = await enter(PASSWORD);
    expect((await findSession(system, token))?.person.id).toBe(person.me.userId);
  });

  it("ends the person's other sessions when it is set, changed or removed, and not the one that did it", async () => {
    const { me } = person;
    for (const change of [
      () => setPassword(me, { password: PASSWORD }),
      () => changePassword(me, { currentPassword: PASSWORD, password: ANOTHER }),
      () => removePassword(me, {}),
    ]) {
      const other = await inBrowser();
      expect(await change()).toEqual({ endedSessions: 1 });
      expect(await findSession(system, other)).toBeNull();
      expect(await findSession(system, person.token)).not.toBeNull();
    }
  });

  it("stands in the audit log of every organisation of the person, and in a mail, without a word of it", async () => {
    const { organizationId } = await foundOrganization(system, {
      name: "Second",
      slug: `second-${person.me.userId}`,
      ownerEmail: person.email,
    });
    await setPassword(person.me, { password: PASSWORD });
    await setPassword(person.me, { password: ANOTHER });
    await removePassword(person.me, {});
    for (const organization of [person.organizationId, organizationId]) {
      const rows = await auditOf(organization);
      expect(rows.map(({ action }) => action)).toEqual([
        "person.set-password",
        "person.change-password",
        "person.remove-password",
      ]);
      const text = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
      expect(text).not.toMatch(/argon2|Tokyo|Kuchen/);
    }
    expect(await notices()).toEqual(["password_set", "password_changed", "password_removed"]);
  });

  it("is set and removed after a recent proof alone", async () => {
    clock.advance(OLD_PROOF);
    const refusal = { code: "NOT_NOW" };
    await expect(setPassword(person.me, { password: PASSWORD })).rejects.toMatchObject(refusal);
    await expect(removePassword(person.me, {})).rejects.toMatchObject(refusal);
    expect(await hash()).toBeNull();
  });

  it("is changed by who knows it, also long after they signed in, and by nobody who does not", async () => {
    await setPassword(person.me, { password: PASSWORD });
    const before = await hash();
    clock.advance(OLD_PROOF);
    await expect(
      changePassword(person.me, { currentPassword: "not mine at all", password: ANOTHER }),
    ).rejects.toMatchObject({ code: "INVALID", fields: { currentPassword: "This is not your password." } });
    expect(await hash()).toBe(before);
    await changePassword(person.me, { currentPassword: PASSWORD, password: ANOTHER });
    await expect(enter(PASSWORD)).rejects.toMatchObject({ code: "INVALID" });
    expect((await enter(ANOTHER)).stage).toBe("COMPLETE");
  });

  it("can't be changed from none", async () => {
    await expect(
      changePassword(person.me, { currentPassword: PASSWORD, password: ANOTHER }),
    ).rejects.toMatchObject({ code: "INVALID" });
    expect(await hash()).toBeNull();
  });

  it("is not found out by guessing in the form that changes it", async () => {
    await setPassword(person.me, { password: PASSWORD });
    const guess = () => changePassword(person.me, { currentPassword: "a wrong one", password: ANOTHER });
    const outcomes: string[] = [];
    for (let index = 0; index < LIMITS.passwordPerDevice.points; index += 1) {
      outcomes.push(await guess().then(String, ({ code }) => code));
    }
    expect(outcomes).toContain("INVALID");
    expect(outcomes.at(-1)).toBe("LIMIT_REACHED");
    await expect(
      changePassword(person.me, { currentPassword: PASSWORD, password: ANOTHER }),
    ).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  });

  it("is changed once when it is changed twice at the same moment", async () => {
    await setPassword(person.me, { password: PASSWORD });
    const outcomes = await Promise.allSettled(
      [ANOTHER, "purple tractors sing"].map((password) =>
        changePassword(person.me, { currentPassword: PASSWORD, password }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost.code).toMatch(/CONFLICT|INVALID/);
  });

  it.each([
    ["too short", "short"],
    ["too long", "x".repeat(1_000_000)],
    ["common", "qwertyuiop"],
    ["with a character that can't be typed", `${PASSWORD}\0`],
  ])("is not taken when it is %s, and the field says why", async (_, password) => {
    await expect(setPassword(person.me, { password })).rejects.toMatchObject({
      code: "INVALID",
      fields: { password: expect.stringMatching(/\w/) },
    });
    expect(await hash()).toBeNull();
  });

  it("is not taken when it is the person's own name, address or organisation", async () => {
    for (const password of [
      person.email,
      person.email.split("@")[0] ?? "",
      `${person.organization?.name}1`,
    ]) {
      await expect(setPassword(person.me, { password })).rejects.toMatchObject({ code: "INVALID" });
    }
  });

  it("is nobody's who has still to show their second factor", async () => {
    const half = { ...person.me, isSecondDue: true };
    await expect(setPassword(half, { password: PASSWORD })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removePassword(half, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
