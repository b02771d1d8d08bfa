import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addProject } from "#domain/projects/add-project.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { changeOrganization } from "./change-organization.ts";
import { changePlan } from "./change-plan.ts";
import { changeProfile } from "./change-profile.ts";
import { findOrganizationBySlug } from "./find-organization-by-slug.ts";
import { findSession } from "./find-session.ts";
import { getOrganization } from "./get-organization.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import type { Me } from "./personal.ts";
import { startSession } from "./start-session.ts";
import { switchOrganization } from "./switch-organization.ts";

let database: TestDatabase;
let system: System;
beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.app, clock: fixedClock(), keys: testKeys };
});
afterAll(() => database.drop());

const signIn = async ({ userId }: { userId: string }): Promise<{ token: string; me: Me }> => {
  const user = await database.app.prisma.user.findUniqueOrThrow({ where: { id: userId } });
  const { token } = await issueSignInToken(system, user.email ?? "");
  const session = await startSession(system, { signInToken: token });
  const found = await findSession(system, session.token);
  if (!found) throw new Error("nobody is signed in");
  return { token: session.token, me: found.me };
};

const lastRow = ({ ctx }: MadeOrganization) =>
  inOrganization(ctx, ({ tx }) =>
    tx.auditLog.findFirst({
      orderBy: { sequence: "desc" },
      select: { action: true, actorName: true, before: true, after: true },
    }),
  );

const alsoIn = (made: MadeOrganization, userId: string) =>
  inOrganization(made.ctx, ({ tx, organizationId }) =>
    tx.membership.create({ data: { organizationId, userId, role: "READER" } }),
  );

describe("switching", () => {
  it("leads this session into another of one's organizations, and no other session", async () => {
    const [first, second] = [await makeOrganization(database.app), await makeOrganization(database.app)];
    await alsoIn(second, first.userId);
    const [here, elsewhere] = [await signIn(first), await signIn(first)];
    await switchOrganization(here.me, { organizationId: second.organizationId });
    const where = async (token: string) => (await findSession(system, token))?.ctx;
    expect(await where(here.token)).toMatchObject({
      organizationId: second.organizationId,
      actor: { role: "READER" },
    });
    expect((await where(elsewhere.token))?.organizationId).toBe(first.organizationId);
  });

  it("into one that is not ours answers as into one that is not there", async () => {
    const [mine, foreign] = [await makeOrganization(database.app), await makeOrganization(database.app)];
    const { me, token } = await signIn(mine);
    for (const organizationId of [foreign.organizationId, randomUUID(), "no id", ""]) {
      await expect(switchOrganization(me, { organizationId })).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: "There is no such organisation among yours.",
      });
    }
    expect((await findSession(system, token))?.ctx?.organizationId).toBe(mine.organizationId);
  });
});

describe("the settings of an organization", () => {
  const settings = { name: "Northwind", reportingZone: "Europe/Berlin", requiresSecondFactor: false };

  it("are changed, counted anew by a new zone, and written down before → after", async () => {
    const made = await makeOrganization(database.app, { name: "Southwind" });
    expect(await changeOrganization(made.ctx, settings)).toEqual({ fields: ["name", "reportingZone"] });
    expect(await getOrganization(made.ctx, {})).toMatchObject({
      ...settings,
      members: 1,
      membersWithoutSecondFactor: 1,
      plan: { name: "Team", projectLimit: 25 },
    });
    expect(await lastRow(made)).toMatchObject({
      action: "organization.change",
      before: { name: "Southwind", reportingZone: "UTC" },
      after: { name: "Northwind", reportingZone: "Europe/Berlin" },
    });
    expect(await changeOrganization(made.ctx, settings)).toEqual({ fields: [] });
  });

  it("demand a second factor only from somebody who has one; then who has none is not let in", async () => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, "EDITOR");
    const demand = { ...settings, requiresSecondFactor: true };
    await expect(changeOrganization(made.ctx, demand)).rejects.toMatchObject({
      code: "INVALID",
      fields: { requiresSecondFactor: expect.any(String) },
    });
    const passkey = { credentialId: randomBytes(16), publicKey: randomBytes(32), name: "Key" };
    await database.app.prisma.passkey.create({ data: { userId: made.userId, ...passkey } });
    await changeOrganization(made.ctx, demand);
    expect(await getOrganization(made.ctx, {})).toMatchObject({ members: 2, membersWithoutSecondFactor: 1 });
    const editor = await signIn({ userId: member.actor.kind === "user" ? member.actor.userId : "" });
    expect((await findSession(system, editor.token))?.ctx).toBeNull();
    const owner = await signIn(made);
    expect((await findSession(system, owner.token))?.ctx).not.toBeNull();
  });

  it("are refused to who is no administrator, and to names and zones that are none", async () => {
    const made = await makeOrganization(database.app);
    for (const role of ["EDITOR", "READER"] as const) {
      const ctx = await asMember(made, role);
      await expect(getOrganization(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(changeOrganization(ctx, settings)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const wrong of [
      { name: " " },
      { name: "a\nb" },
      { reportingZone: "Mars" },
      { reportingZone: "+02:00" },
    ]) {
      await expect(changeOrganization(made.ctx, { ...settings, ...wrong })).rejects.toMatchObject({
        code: "INVALID",
        fields: { [Object.keys(wrong)[0] ?? ""]: expect.any(String) },
      });
    }
  });
});

describe("a plan", () => {
  it("is changed by the operator, by slug, and limits the number of projects from then on", async () => {
    const made = await makeOrganization(database.app);
    const { slug } = await inOrganization(made.ctx, ({ tx }) =>
      tx.organization.findUniqueOrThrow({ where: { id: made.organizationId } }),
    );
    const found = await findOrganizationBySlug(system, slug);
    expect(found?.organizationId).toBe(made.organizationId);
    expect(await findOrganizationBySlug(system, "no-such-slug")).toBeNull();
    const cadence = { days: [1], time: "07:30", timeZone: "Europe/Berlin" };
    const project = { title: "P", goal: "Know.", audience: "", minutes: 6, cadence };
    for (let count = 0; count < 4; count += 1) await addProject(made.ctx, project);
    await changePlan(system, { organizationId: made.organizationId, plan: "starter" });
    expect(await lastRow(made)).toEqual({
      action: "organization.change-plan",
      actorName: "change-plan",
      before: { plan: "TEAM" },
      after: { plan: "STARTER" },
    });
    await expect(addProject(made.ctx, project)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
    expect((await getOrganization(made.ctx, {})).projects).toBe(4);
    await changePlan(system, { organizationId: made.organizationId, plan: "unlimited" });
    await addProject(made.ctx, project);
    await expect(
      changePlan(system, { organizationId: made.organizationId, plan: "gold" }),
    ).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("a profile", () => {
  it("is one's own to change, and every organization is told that it changed, not what the name is", async () => {
    const [first, second] = [await makeOrganization(database.app), await makeOrganization(database.app)];
    await alsoIn(second, first.userId);
    const { me } = await signIn(first);
    expect(await changeProfile(me, { name: " Zora Quill ", timeZone: "Asia/Kathmandu" })).toEqual({
      fields: ["name", "timeZone"],
    });
    const user = await database.app.prisma.user.findUniqueOrThrow({ where: { id: first.userId } });
    expect(user).toMatchObject({ name: "Zora Quill", timeZone: "Asia/Kathmandu" });
    for (const made of [first, second]) {
      const row = await lastRow(made);
      expect(row).toMatchObject({ action: "profile.change", after: { timeZone: "Asia/Kathmandu" } });
      expect(JSON.stringify(row)).not.toContain("Zora");
    }
    await expect(changeProfile(me, { name: "", timeZone: null })).rejects.toMatchObject({ code: "INVALID" });
    await expect(changeProfile(me, { name: "Z", timeZone: "Mars" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
