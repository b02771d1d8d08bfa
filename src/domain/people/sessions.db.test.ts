import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { endSession } from "./end-session.ts";
import { findSession } from "./find-session.ts";
import { finishSetUp } from "./finish-set-up.ts";
import { foundOrganization } from "./found-organization.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { startSession } from "./start-session.ts";

describe("a one-time sign-in link", () => {
  let database: TestDatabase;
  let clock: FixedClock;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    clock = fixedClock();
    system = { db: database.app, clock, keys: testKeys };
    await foundOrganization(system, {
      name: "Northwind",
      slug: "northwind",
      ownerEmail: "Owner@example.test",
    });
  });
  afterAll(() => database.drop());

  const signIn = async () => {
    const { token } = await issueSignInToken(system, "owner@example.test");
    return startSession(system, { signInToken: token });
  };

  it("brings the owner into their organization", async () => {
    const { token } = await signIn();
    const found = await findSession(system, token);
    expect(found?.organization).toMatchObject({ name: "Northwind", role: "OWNER", isSetUp: false });
    expect(found?.person.email).toBe("owner@example.test");
  });

  it("works once, also when two use it at the same moment", async () => {
    const { token } = await issueSignInToken(system, "owner@example.test");
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => startSession(system, { signInToken: token })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("is dead after ten minutes, and answers as an unknown one does", async () => {
    const { token } = await issueSignInToken(system, "owner@example.test");
    clock.advance(10 * 60_000);
    const late = startSession(system, { signInToken: token });
    const unknown = startSession(system, { signInToken: "made-up" });
    const texts = await Promise.all([late, unknown].map((one) => one.catch((error: Error) => error.message)));
    expect(texts[0]).toMatch(/used already or is more than ten minutes old/);
    expect(texts[1]).toBe(texts[0]);
  });

  it("gives a session that ends when it is ended, or after thirty days", async () => {
    const first = await signIn();
    const found = await findSession(system, first.token);
    await endSession(system, found?.session.id ?? "");
    expect(await findSession(system, first.token)).toBeNull();

    const second = await signIn();
    clock.advance(30 * 24 * 60 * 60_000);
    expect(await findSession(system, second.token)).toBeNull();
  });

  it("stores no token, only hashes", async () => {
    const { token } = await signIn();
    const rows = await database.app.prisma.session.findMany();
    expect(rows.some((row) => JSON.stringify(row).includes(token))).toBe(false);
  });

  it("is not made for an address that nobody has", async () => {
    await expect(issueSignInToken(system, "nobody@example.test")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("finishing the set-up", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const input = { personName: "Ines", organizationName: "Northwind", reportingZone: "Europe/Berlin" };

  it("names the person and the organization and sets the reporting zone", async () => {
    const { ctx, organizationId, userId } = await makeOrganization(database.app);
    await finishSetUp(ctx, input);
    const user = await database.app.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user).toMatchObject({ name: "Ines", timeZone: "Europe/Berlin" });
    const admin = { ...ctx, organizationId };
    await expect(finishSetUp(admin, { ...input, reportingZone: "Mars/Olympus" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { reportingZone: expect.stringContaining("time zone") },
    });
  });

  it("is refused to a reader", async () => {
    const made = await makeOrganization(database.app);
    await expect(finishSetUp(await asMember(made, "READER"), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
