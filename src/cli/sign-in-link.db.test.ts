import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSession } from "#domain/people/find-session.ts";
import { foundOrganization } from "#domain/people/found-organization.ts";
import { startSession } from "#domain/people/start-session.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { makeSignInLink } from "./sign-in-link.ts";

const ORIGIN = "https://episodic.example.org";

describe("a sign-in link from the command line", () => {
  let database: TestDatabase;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    system = { db: database.app, clock: fixedClock(), keys: testKeys };
  });
  afterAll(() => database.drop());

  const whoComesInBy = async (link: string) => {
    const token = new URL(link).pathname.split("/").at(-1) ?? "";
    const session = await startSession(system, { signInToken: token });
    return (await findSession(system, session.token))?.person.email;
  };

  it("is refused with the way out while nobody is here", async () => {
    await expect(makeSignInLink(system, ORIGIN)).rejects.toThrow(/Nobody is here yet.*add-organization/);
  });

  it("lets the first person in when nobody is named, whatever their address has become, else the person named", async () => {
    const first = await foundOrganization(system, { name: "A", slug: "a", ownerEmail: "a@example.test" });
    await foundOrganization(system, { name: "B", slug: "b", ownerEmail: "b@example.test" });
    await system.db.prisma.user.update({
      where: { id: first.userId },
      data: { email: "moved@example.test" },
    });

    const link = await makeSignInLink(system, ORIGIN);
    expect(link).toMatch(/^https:\/\/episodic\.example\.org\/sign-in\/[\w-]{43}$/);
    expect(await whoComesInBy(link)).toBe("moved@example.test");
    expect(await whoComesInBy(await makeSignInLink(system, ORIGIN, "b@example.test"))).toBe("b@example.test");
  });
});
