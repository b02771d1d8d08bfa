import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { codeAt, type SignedInPerson, signedInPerson, withAuthenticatorApp } from "#testing/sign-in-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { beginAuthenticatorApp } from "./begin-authenticator-app.ts";
import { confirmAuthenticatorApp } from "./confirm-authenticator-app.ts";
import { findAuthenticatorSecret } from "./find-authenticator-secret.ts";
import { foundOrganization } from "./found-organization.ts";
import { listMyFactors } from "./list-my-factors.ts";
import { removeAuthenticatorApp } from "./remove-authenticator-app.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";

describe("an authenticator app", () => {
  let database: TestDatabase;
  let clock: FixedClock;
  let system: System;
  let person: SignedInPerson;
  beforeAll(async () => {
    database = await createTestDatabase();
    clock = fixedClock();
    system = { db: database.app, clock, keys: testKeys };
  });
  beforeEach(async () => {
    person = await signedInPerson(system);
  });
  afterAll(() => database.drop());

  const auditOf = async (organizationId: string) => {
    const rows = await inOrganization(actingFor(system, organizationId, "test"), ({ tx }) =>
      tx.auditLog.findMany({ orderBy: { sequence: "asc" } }),
    );
    return rows.filter(({ action }) => action.startsWith("person."));
  };
  const secretOf = async () => (await findAuthenticatorSecret(person.me, {}))?.typed ?? "";

  it("is a factor once one of its codes confirmed it, with ten recovery codes", async () => {
    await beginAuthenticatorApp(person.me, {});
    const secret = await secretOf();
    expect((await listMyFactors(person.me, {})).authenticatorApp).toBeNull();
    const code = codeAt(secret, clock.now());
    const { recoveryCodes } = await confirmAuthenticatorApp(person.me, {
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await listMyFactors(person.me, {})).toMatchObject({
      authenticatorApp: { confirmedAt: clock.now() },
      recoveryCodesLeft: 10,
    });
    expect(await findAuthenticatorSecret(person.me, {})).toBeNull();
  });

  it("stores neither its secret nor the recovery codes in the clear, and the audit log tells none of them", async () => {
    const { secret, recoveryCodes } = await withAuthenticatorApp(person.me);
    const { prisma } = database.app;
    const { userId } = person.me;
    const app = await prisma.authenticatorApp.findUniqueOrThrow({ where: { userId } });
    const codes = await prisma.recoveryCode.findMany({ where: { userId } });
    const audit = await auditOf(person.organizationId);
    expect(audit.map(({ action }) => action)).toEqual(["person.set-up-authenticator-app"]);
    const stored = JSON.stringify(
      [audit, codes.map((row) => Buffer.from(row.codeHash).toString("latin1"))],
      (_, value) => (typeof value === "bigint" ? String(value) : value),
    );
    for (const held of [secret, secret.replaceAll(" ", ""), ...recoveryCodes])
      expect(stored).not.toContain(held);
    expect(Buffer.from(app.sealedSecret).toString("latin1")).not.toContain(secret.slice(0, 4));
    expect(app.sealedSecret).toHaveLength(1 + 12 + 20 + 16);
  });

  it("stands in the audit log of every organization of the person", async () => {
    const other = await foundOrganization(system, {
      name: "Other",
      slug: `other-${person.me.userId}`,
      ownerEmail: person.email,
    });
    await withAuthenticatorApp(person.me);
    for (const id of [person.organizationId, other.organizationId]) expect(await auditOf(id)).toHaveLength(1);
  });

  it("is not confirmed by a wrong code, one of another moment, or one of a secret that was replaced", async () => {
    await beginAuthenticatorApp(person.me, {});
    const first = await secretOf();
    await beginAuthenticatorApp(person.me, {});
    const second = await secretOf();
    expect(second).not.toBe(first);
    const late = new Date(clock.now().getTime() - 61_000);
    for (const code of [codeAt(first, clock.now()), codeAt(second, late), "000000", "letters", "𝟙𝟚𝟛𝟜𝟝𝟞"]) {
      await expect(confirmAuthenticatorApp(person.me, { code })).rejects.toMatchObject({
        code: "INVALID",
        fields: { code: expect.any(String) },
      });
    }
    expect((await listMyFactors(person.me, {})).authenticatorApp).toBeNull();
  });

  it("is confirmed once, also when two confirm it at the same moment", async () => {
    await beginAuthenticatorApp(person.me, {});
    const code = codeAt(await secretOf(), clock.now());
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => confirmAuthenticatorApp(person.me, { code })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listMyFactors(person.me, {})).recoveryCodesLeft).toBe(10);
  });

  it("is not replaced in passing: who has one removes it first", async () => {
    await withAuthenticatorApp(person.me);
    await expect(beginAuthenticatorApp(person.me, {})).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("goes with its recovery codes when it was the last factor", async () => {
    await withAuthenticatorApp(person.me);
    await removeAuthenticatorApp(person.me, {});
    expect(await listMyFactors(person.me, {})).toEqual({
      authenticatorApp: null,
      passkeys: [],
      recoveryCodesLeft: 0,
    });
    await expect(removeAuthenticatorApp(person.me, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is begun, seen, confirmed and removed by nobody but its owner", async () => {
    await beginAuthenticatorApp(person.me, {});
    const code = codeAt(await secretOf(), clock.now());
    const stranger = await signedInPerson(system);
    expect(await findAuthenticatorSecret(stranger.me, {})).toBeNull();
    await expect(confirmAuthenticatorApp(stranger.me, { code })).rejects.toMatchObject({ code: "NOT_NOW" });
    await confirmAuthenticatorApp(person.me, { code });
    await expect(removeAuthenticatorApp(stranger.me, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(renewRecoveryCodes(stranger.me, {})).rejects.toMatchObject({ code: "NOT_NOW" });
    expect((await listMyFactors(person.me, {})).recoveryCodesLeft).toBe(10);
  });

  it("opens with no secret that was altered in the database, or moved there from somebody else", async () => {
    await beginAuthenticatorApp(person.me, {});
    const { prisma } = database.app;
    const stranger = await signedInPerson(system);
    await beginAuthenticatorApp(stranger.me, {});
    const theirs = (await findAuthenticatorSecret(stranger.me, {}))?.typed ?? "";
    const { sealedSecret } = await prisma.authenticatorApp.findUniqueOrThrow({
      where: { userId: stranger.me.userId },
    });
    const altered = new Uint8Array(sealedSecret);
    altered[20] = (altered[20] ?? 0) ^ 1;
    for (const planted of [new Uint8Array(sealedSecret), altered]) {
      await prisma.authenticatorApp.update({
        where: { userId: person.me.userId },
        data: { sealedSecret: planted },
      });
      await expect(findAuthenticatorSecret(person.me, {})).rejects.toThrow();
      const code = codeAt(theirs, clock.now());
      await expect(confirmAuthenticatorApp(person.me, { code })).rejects.toThrow();
    }
    expect((await listMyFactors(person.me, {})).authenticatorApp).toBeNull();
  });

  it("asks for a recent proof before anything that opens or closes a way in, or shows one", async () => {
    await withAuthenticatorApp(person.me);
    const late = { ...person.me, authenticatedAt: new Date(clock.now().getTime() - 15 * 60_000) };
    const tries = [
      beginAuthenticatorApp(late, {}),
      findAuthenticatorSecret(late, {}),
      confirmAuthenticatorApp(late, { code: "123456" }),
      removeAuthenticatorApp(late, {}),
      renewRecoveryCodes(late, {}),
    ];
    for (const one of tries)
      await expect(one).rejects.toMatchObject({
        code: "NOT_NOW",
        message: expect.stringContaining("fresh proof"),
      });
    expect((await listMyFactors(late, {})).recoveryCodesLeft).toBe(10);
  });
});
