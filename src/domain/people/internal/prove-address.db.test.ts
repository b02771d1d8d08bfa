import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { findSession } from "../find-session.ts";
import { openSession } from "./open-session.ts";
import { proveAddress } from "./prove-address.ts";

let database: TestDatabase;
let system: System;
beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.app, clock: fixedClock(), keys: testKeys };
});
afterAll(() => database.drop());

/** Somebody who came by a link that was handed over, set a password, connected a service and is signed in. */
async function unproven() {
  const { ctx, userId } = await makeOrganization(database.app, { clock: system.clock });
  const { email } = await database.app.prisma.user.update({
    where: { id: userId },
    data: { passwordHash: "$argon2id$before", identities: { create: { provider: "oidc", subject: userId } } },
  });
  const session = await database.app.prisma.$transaction((tx) =>
    openSession(system, tx, { userId, method: "ONE_TIME_LINK" }),
  );
  return { ctx, userId, email: email ?? "", session };
}

const prove = (userId: string, email: string) =>
  database.app.prisma.$transaction((tx) => proveAddress(system, tx, { userId, email }));

const waysIn = (userId: string) =>
  database.app.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, emailVerifiedAt: true, identities: { select: { id: true } } },
  });

describe("the first proof of an address", () => {
  it("closes the ways in that were opened before it, and says so in the audit log", async () => {
    const { ctx, userId, email, session } = await unproven();
    expect(await prove(userId, email)).toBe(true);
    expect(await waysIn(userId)).toEqual({
      passwordHash: null,
      emailVerifiedAt: system.clock.now(),
      identities: [],
    });
    expect(await findSession(system, session.token)).toBeNull();
    const rows = await inOrganization(ctx, ({ tx }) => tx.auditLog.findMany({ select: { action: true } }));
    expect(rows).toEqual([{ action: "person.close-unproven-ways-in" }]);
  });

  it("is the only one that does: a password that was set since stays", async () => {
    const { userId, email } = await unproven();
    await prove(userId, email);
    await database.app.prisma.user.update({
      where: { id: userId },
      data: { passwordHash: "$argon2id$after" },
    });
    expect(await prove(userId, email)).toBe(true);
    expect((await waysIn(userId)).passwordHash).toBe("$argon2id$after");
  });

  it("closes nothing where a second factor stands between the mail and the account", async () => {
    const { userId, email, session } = await unproven();
    await database.app.prisma.authenticatorApp.create({
      data: { userId, sealedSecret: new Uint8Array(1), confirmedAt: system.clock.now() },
    });
    expect(await prove(userId, email)).toBe(true);
    expect(await waysIn(userId)).toMatchObject({ passwordHash: "$argon2id$before", identities: [{}] });
    expect(await findSession(system, session.token)).not.toBeNull();
  });

  it("does nothing for an address that the person no longer has", async () => {
    const { userId } = await unproven();
    expect(await prove(userId, "another@example.test")).toBe(false);
    expect(await waysIn(userId)).toMatchObject({ emailVerifiedAt: null, passwordHash: "$argon2id$before" });
  });
});
