import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx, Role } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { changeProjectAccess } from "./change-project-access.ts";
import { changeRole } from "./change-role.ts";
import { findSession } from "./find-session.ts";
import { getMember } from "./get-member.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { leaveOrganization } from "./leave-organization.ts";
import { listMembers } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";
import { signMemberOut } from "./sign-member-out.ts";
import { startSession } from "./start-session.ts";
import { transferOwnership } from "./transfer-ownership.ts";

const MISSING = { code: "NOT_FOUND", message: "There is no such member. They may have left." };

let database: TestDatabase;
let system: System;
beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.app, clock: fixedClock(), keys: testKeys };
});
afterAll(() => database.drop());

const idOf = ({ actor }: Ctx) => (actor.kind === "user" ? actor.userId : "");

const nameOf = async ({ ctx, organizationId }: MadeOrganization) =>
  (
    await inOrganization(ctx, ({ tx }) =>
      tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } }),
    )
  ).name;

const rolesIn = async ({ ctx }: MadeOrganization) => {
  const rows = await inOrganization(ctx, ({ tx }) =>
    tx.membership.findMany({ select: { userId: true, role: true } }),
  );
  return new Map(rows.map(({ userId, role }) => [userId, role]));
};

const signIn = async (ctx: Ctx) => {
  const user = await database.app.prisma.user.findUniqueOrThrow({ where: { id: idOf(ctx) } });
  const { token } = await issueSignInToken(system, user.email ?? "");
  return (await startSession(system, { signInToken: token })).token;
};

const trailOf = (made: MadeOrganization) =>
  inOrganization(made.ctx, ({ tx }) =>
    tx.auditLog.findMany({
      orderBy: { sequence: "asc" },
      select: { action: true, before: true, after: true },
    }),
  );

describe("members", () => {
  it("are listed with what an administrator looks for", async () => {
    const made = await makeOrganization(database.app);
    const editor = await asMember(made, "EDITOR");
    const project = await makeProject(made.ctx, { title: "Market watch" });
    await changeProjectAccess(made.ctx, {
      userId: idOf(editor),
      projectAccess: "CHOSEN",
      projectIds: [project.id],
    });
    await signIn(editor);
    const members = await listMembers(made.ctx, {});
    expect(members).toMatchObject([
      {
        userId: made.userId,
        role: "OWNER",
        projects: null,
        sessions: 0,
        lastSeenAt: null,
        hasSecondFactor: false,
      },
      {
        userId: idOf(editor),
        role: "EDITOR",
        projects: [{ id: project.id, title: "Market watch" }],
        sessions: 1,
        lastSeenAt: system.clock.now(),
      },
    ]);
    expect(await getMember(made.ctx, { userId: idOf(editor) })).toEqual(members[1]);
  });

  it("a session in another organization is not counted here, nor ended from here", async () => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, "EDITOR");
    const other = await makeOrganization(database.app);
    await inOrganization(other.ctx, ({ tx }) =>
      tx.membership.create({
        data: { organizationId: other.organizationId, userId: idOf(member), role: "READER" },
      }),
    );
    const token = await signIn(member);
    expect(await signMemberOut(other.ctx, { userId: idOf(member) })).toEqual({ sessions: 0 });
    expect((await getMember(other.ctx, { userId: idOf(member) })).lastSeenAt).toBeNull();
    expect(await findSession(system, token)).not.toBeNull();
    expect(await signMemberOut(made.ctx, { userId: idOf(member) })).toEqual({ sessions: 1 });
    expect(await findSession(system, token)).toBeNull();
  });

  it("who was removed from where they were is counted, and signed out, where they are now", async () => {
    const [first, second] = [await makeOrganization(database.app), await makeOrganization(database.app)];
    const member = await asMember(first, "EDITOR");
    const userId = idOf(member);
    const token = await signIn(member);
    await inOrganization(second.ctx, ({ tx, organizationId }) =>
      tx.membership.create({ data: { organizationId, userId, role: "READER" } }),
    );
    await removeMember(first.ctx, { userId });
    expect((await findSession(system, token))?.organization?.organizationId).toBe(second.organizationId);
    expect(await signMemberOut(second.ctx, { userId })).toEqual({ sessions: 1 });
    expect(await findSession(system, token)).toBeNull();
  });

  it("who may not, may not: every verb by role, and nobody above their own", async () => {
    const made = await makeOrganization(database.app);
    const admin = await asMember(made, "ADMIN");
    const target = await asMember(made, "READER");
    const userId = idOf(target);
    const name = await nameOf(made);
    for (const role of ["EDITOR", "READER"] as const) {
      const ctx = await asMember(made, role);
      const tries = [
        () => listMembers(ctx, {}),
        () => getMember(ctx, { userId }),
        () => changeRole(ctx, { userId, role: "READER" }),
        () => changeProjectAccess(ctx, { userId }),
        () => removeMember(ctx, { userId }),
        () => signMemberOut(ctx, { userId }),
        () => transferOwnership(ctx, { userId, name }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const owner = made.userId;
    const overReach = [
      () => changeRole(admin, { userId: owner, role: "READER" }),
      () => changeRole(admin, { userId, role: "OWNER" }),
      () => changeRole(admin, { userId: idOf(admin), role: "OWNER" }),
      () => removeMember(admin, { userId: owner }),
      () => signMemberOut(admin, { userId: owner }),
      () => transferOwnership(admin, { userId, name }),
    ];
    for (const attempt of overReach) await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await rolesIn(made)).get(owner)).toBe("OWNER");
    expect((await rolesIn(made)).get(userId)).toBe("READER");
    await changeRole(admin, { userId, role: "ADMIN" });
    expect((await rolesIn(made)).get(userId)).toBe("ADMIN");
  });

  it("another organization's member looks like nobody at all, to every verb", async () => {
    const mine = await makeOrganization(database.app);
    const other = await makeOrganization(database.app);
    const name = await nameOf(mine);
    for (const userId of [other.userId, randomUUID(), "no id"]) {
      await expect(getMember(mine.ctx, { userId })).rejects.toMatchObject(MISSING);
      await expect(changeRole(mine.ctx, { userId, role: "READER" })).rejects.toMatchObject(MISSING);
      await expect(changeProjectAccess(mine.ctx, { userId })).rejects.toMatchObject(MISSING);
      await expect(removeMember(mine.ctx, { userId })).rejects.toMatchObject(MISSING);
      await expect(signMemberOut(mine.ctx, { userId })).rejects.toMatchObject(MISSING);
      await expect(transferOwnership(mine.ctx, { userId, name })).rejects.toMatchObject(MISSING);
    }
    expect((await rolesIn(other)).get(other.userId)).toBe("OWNER");
  });
});

describe("a change", () => {
  it("of role counts from the next request on, and stands in the audit log before → after", async () => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, "EDITOR");
    const token = await signIn(member);
    await changeRole(made.ctx, { userId: idOf(member), role: "READER" });
    expect((await findSession(system, token))?.ctx?.actor).toMatchObject({ role: "READER" });
    expect((await trailOf(made)).at(-1)).toEqual({
      action: "member.change-role",
      before: { role: "EDITOR" },
      after: { role: "READER" },
    });
  });

  it("to administrator opens every project, whatever was chosen before", async () => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, "EDITOR");
    const userId = idOf(member);
    const project = await makeProject(made.ctx);
    await changeProjectAccess(made.ctx, { userId, projectAccess: "CHOSEN", projectIds: [project.id] });
    await changeRole(made.ctx, { userId, role: "ADMIN" });
    expect((await getMember(made.ctx, { userId })).projects).toBeNull();
    await expect(
      changeProjectAccess(made.ctx, { userId, projectAccess: "CHOSEN", projectIds: [project.id] }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  it("by removal leaves no way back in, and what the person wrote stays", async () => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, "EDITOR");
    const token = await signIn(member);
    const project = await makeProject(made.ctx, { createdById: idOf(member) });
    await removeMember(made.ctx, { userId: idOf(member) });
    const found = await findSession(system, token);
    expect(found).toMatchObject({ organization: null, ctx: null, organizations: [] });
    const kept = await inOrganization(made.ctx, ({ tx }) =>
      tx.project.findUniqueOrThrow({ where: { id: project.id } }),
    );
    expect(kept.createdById).toBe(idOf(member));
    await expect(removeMember(made.ctx, { userId: made.userId })).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("an organization keeps an owner", () => {
  const CONFLICT = {
    code: "CONFLICT",
    message: expect.stringContaining("Make another member an owner first"),
  };

  it("whatever the last one tries", async () => {
    const made = await makeOrganization(database.app);
    await asMember(made, "ADMIN");
    const name = await nameOf(made);
    await expect(leaveOrganization(made.ctx, { name })).rejects.toMatchObject(CONFLICT);
    await expect(changeRole(made.ctx, { userId: made.userId, role: "ADMIN" })).rejects.toMatchObject(
      CONFLICT,
    );
    expect((await rolesIn(made)).get(made.userId)).toBe("OWNER");
    expect((await trailOf(made)).map(({ action }) => action)).toEqual([]);
  });

  it("also when two leave, or demote each other, at the same moment", async () => {
    for (const act of ["leave", "demote", "remove"] as const) {
      const made = await makeOrganization(database.app);
      const name = await nameOf(made);
      const second = await asMember(made, "OWNER");
      const pairs = [
        [made.ctx, idOf(second)],
        [second, made.userId],
      ] as const;
      const outcomes = await Promise.allSettled(
        pairs.map(([ctx, other]): Promise<unknown> => {
          if (act === "leave") return leaveOrganization(ctx, { name });
          if (act === "demote") return changeRole(ctx, { userId: other, role: "ADMIN" });
          return removeMember(ctx, { userId: other });
        }),
      );
      const refused = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(refused, act).toHaveLength(1);
      expect(refused[0]?.reason, act).toMatchObject({ code: "CONFLICT" });
      const owners = [...(await rolesIn(made)).values()].filter((role) => role === "OWNER");
      expect(owners, act).toHaveLength(1);
    }
  });

  it("and is handed over by name, to somebody else, by an owner", async () => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, "READER");
    const project = await makeProject(made.ctx);
    const name = await nameOf(made);
    const userId = idOf(member);
    await changeProjectAccess(made.ctx, { userId, projectAccess: "CHOSEN", projectIds: [project.id] });
    await expect(transferOwnership(made.ctx, { userId, name: "Another" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: expect.stringContaining(name) },
    });
    await expect(transferOwnership(made.ctx, { userId: made.userId, name })).rejects.toMatchObject({
      code: "INVALID",
    });
    await transferOwnership(made.ctx, { userId, name });
    expect(Object.fromEntries(await rolesIn(made))).toEqual({ [made.userId]: "ADMIN", [userId]: "OWNER" });
    await expect(transferOwnership(made.ctx, { userId, name })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await getMember(made.ctx, { userId })).projects).toBeNull();
  });

  it.each<Role>(["ADMIN", "EDITOR", "READER"])("while anybody else may go: %s", async (role) => {
    const made = await makeOrganization(database.app);
    const member = await asMember(made, role);
    await expect(leaveOrganization(member, { name: "Another" })).rejects.toMatchObject({ code: "INVALID" });
    await leaveOrganization(member, { name: await nameOf(made) });
    expect((await rolesIn(made)).has(idOf(member))).toBe(false);
    expect((await trailOf(made)).at(-1)).toMatchObject({ action: "member.leave", before: { role } });
  });
});
