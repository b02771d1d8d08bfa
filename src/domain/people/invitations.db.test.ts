import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { findInvitation } from "./find-invitation.ts";
import { findSession } from "./find-session.ts";
import { invitationToken, type LinkTravel } from "./internal/invitation-token.ts";
import { inviteMember } from "./invite-member.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { joinByInvitation } from "./join-by-invitation.ts";
import { listInvitations } from "./list-invitations.ts";
import type { Me } from "./personal.ts";
import { resendInvitation } from "./resend-invitation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { showInvitationLink } from "./show-invitation-link.ts";
import { startSession } from "./start-session.ts";

const DAY = 24 * 60 * 60_000;
const MISSING = { code: "NOT_FOUND", message: expect.stringContaining("This invitation does not work.") };

let database: TestDatabase;
let clock: FixedClock;
let system: System;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const scene = async (): Promise<MadeOrganization> => {
  clock = fixedClock();
  system = { db: database.app, clock, keys: testKeys };
  return makeOrganization(database.app, { clock });
};

const newAddress = () => `guest-${randomBytes(5).toString("hex")}@example.test`;

/** The token that a mail would carry, or one that is handed over. */
const linkOf = async (
  { ctx, organizationId }: MadeOrganization,
  invitationId: string,
  travel: LinkTravel = "mail",
) => {
  const { linkNumber } = await inOrganization(ctx, ({ tx }) =>
    tx.invitation.findUniqueOrThrow({ where: { id: invitationId }, select: { linkNumber: true } }),
  );
  return invitationToken(testKeys, { organizationId, invitationId, travel }, linkNumber);
};

const invite = async (made: MadeOrganization, email = newAddress(), travel: LinkTravel = "mail") => {
  const { invitationId } = await inviteMember(made.ctx, { email, role: "EDITOR" });
  return { email, invitationId, token: await linkOf(made, invitationId, travel) };
};

const signedIn = async (email: string): Promise<Me> => {
  const { token } = await issueSignInToken(system, email);
  const session = await startSession(system, { signInToken: token });
  const found = await findSession(system, session.token);
  if (!found) throw new Error("nobody is signed in");
  return found.me;
};

describe("inviting", () => {
  it("keeps one open invitation for an address: inviting again renews it, and the links of before are dead", async () => {
    const made = await scene();
    const { ctx } = made;
    const first = await inviteMember(ctx, { email: " Ines@Example.test ", role: "READER" });
    const before = await linkOf(made, first.invitationId);
    clock.advance(3 * DAY);
    const again = await inviteMember(ctx, { email: "ines@example.test", role: "ADMIN" });
    expect(again).toEqual({ invitationId: first.invitationId, isRenewed: true });
    const listed = await listInvitations(ctx, {});
    expect(listed).toMatchObject([{ email: "ines@example.test", role: "ADMIN", isExpired: false }]);
    expect(listed[0]?.expiresAt).toEqual(new Date(clock.now().getTime() + 7 * DAY));
    expect(await findInvitation(system, before)).toBeNull();
    expect(await findInvitation(system, await linkOf(made, first.invitationId))).toMatchObject({
      email: "ines@example.test",
      role: "ADMIN",
    });
  });

  it("asks for one mail, by ids alone, and stands in the audit log without the address", async () => {
    const made = await scene();
    const { invitationId, email } = await invite(made);
    const jobs = await database.worker.pool.query<{ payload: unknown }>(
      "select payload from graphile_worker._private_jobs j where payload::text like $1",
      [`%${invitationId}%`],
    );
    expect(jobs.rows).toEqual([
      { payload: { mail: "invitation", organizationId: made.organizationId, invitationId } },
    ]);
    const rows = await inOrganization(made.ctx, ({ tx }) =>
      tx.auditLog.findMany({ where: { targetId: invitationId } }),
    );
    expect(rows).toMatchObject([
      { action: "invitation.send", after: { role: "EDITOR", projectAccess: "ALL" } },
    ]);
    expect(JSON.stringify(rows[0]?.after)).not.toContain(email);
  });

  it("of two at once for one address, there is one invitation", async () => {
    const { ctx } = await scene();
    const email = newAddress();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => inviteMember(ctx, { email, role: "READER" })),
    );
    expect(new Set(outcomes.map(({ invitationId }) => invitationId)).size).toBe(1);
    expect(await listInvitations(ctx, {})).toHaveLength(1);
  });

  it("refuses who is a member, an owner's role, a project of somebody else's, and no project at all", async () => {
    const made = await scene();
    const { ctx } = made;
    const { email } = await database.app.prisma.user.findUniqueOrThrow({ where: { id: made.userId } });
    await expect(inviteMember(ctx, { email: email ?? "", role: "READER" })).rejects.toMatchObject({
      code: "INVALID",
    });
    // biome-ignore lint/suspicious/noExplicitAny: what a form may send
    await expect(inviteMember(ctx, { email: newAddress(), role: "OWNER" as any })).rejects.toMatchObject({
      code: "INVALID",
    });
    const foreign = await makeProject((await makeOrganization(database.app)).ctx);
    const chosen = { email: newAddress(), role: "READER", projectAccess: "CHOSEN" } as const;
    for (const id of [foreign.id, randomUUID(), "no id"]) {
      await expect(inviteMember(ctx, { ...chosen, projectIds: [id] })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await expect(inviteMember(ctx, { ...chosen, projectIds: [] })).rejects.toMatchObject({ code: "INVALID" });
    const own = await makeProject(ctx);
    await expect(inviteMember(ctx, { ...chosen, role: "ADMIN", projectIds: [own.id] })).rejects.toMatchObject(
      { code: "INVALID" },
    );
    expect(await listInvitations(ctx, {})).toEqual([]);
  });

  it("is refused to editors and readers, as are the list, the link, resending and revoking", async () => {
    const made = await scene();
    const { invitationId } = await invite(made);
    for (const role of ["EDITOR", "READER"] as const) {
      const ctx = await asMember(made, role);
      const forbidden = { code: "FORBIDDEN" };
      await expect(inviteMember(ctx, { email: newAddress(), role: "READER" })).rejects.toMatchObject(
        forbidden,
      );
      await expect(listInvitations(ctx, {})).rejects.toMatchObject(forbidden);
      await expect(showInvitationLink(ctx, { invitationId })).rejects.toMatchObject(forbidden);
      await expect(resendInvitation(ctx, { invitationId })).rejects.toMatchObject(forbidden);
      await expect(revokeInvitation(ctx, { invitationId })).rejects.toMatchObject(forbidden);
    }
  });

  it("another organization's invitation looks like one that does not exist", async () => {
    const mine = await scene();
    const other = await makeOrganization(database.app, { clock });
    const { invitationId, token } = await invite(other);
    const missing = { code: "NOT_FOUND", message: expect.stringContaining("There is no such invitation.") };
    for (const id of [invitationId, randomUUID(), "no id"]) {
      await expect(showInvitationLink(mine.ctx, { invitationId: id })).rejects.toMatchObject(missing);
      await expect(resendInvitation(mine.ctx, { invitationId: id })).rejects.toMatchObject(missing);
      await expect(revokeInvitation(mine.ctx, { invitationId: id })).rejects.toMatchObject(missing);
    }
    expect(await findInvitation(system, token)).not.toBeNull();
  });

  it("stops at fifty a day", async () => {
    const { ctx } = await scene();
    for (let count = 0; count < 50; count += 1)
      await inviteMember(ctx, { email: "same@example.test", role: "READER" });
    await expect(inviteMember(ctx, { email: newAddress(), role: "READER" })).rejects.toMatchObject({
      code: "LIMIT_REACHED",
    });
  });
});

describe("the link of an invitation", () => {
  it("altered, foreign, expired, revoked, renewed or used: one and the same answer", async () => {
    const made = await scene();
    const other = await makeOrganization(database.app, { clock });
    const { token, invitationId } = await invite(made);
    const used = await invite(made);
    await joinByInvitation(system, { token: used.token, name: "Used" });
    const revoked = await invite(made);
    await revokeInvitation(made.ctx, { invitationId: revoked.invitationId });
    const renewed = await invite(made);
    await resendInvitation(made.ctx, { invitationId: renewed.invitationId });
    const swapped = invitationToken(
      testKeys,
      { organizationId: other.organizationId, invitationId, travel: "mail" },
      1,
    );
    const madeUp = invitationToken(
      testKeys,
      { organizationId: randomUUID(), invitationId: randomUUID(), travel: "mail" },
      1,
    );
    const altered = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    const dead = [altered, swapped, madeUp, used.token, revoked.token, renewed.token, "", "x".repeat(10_000)];
    const someone = await signedIn(
      (await database.app.prisma.user.findFirstOrThrow({ where: { name: "Used" } })).email ?? "",
    );
    for (const each of dead) {
      expect(await findInvitation(system, each)).toBeNull();
      await expect(joinByInvitation(system, { token: each, name: "A" })).rejects.toMatchObject(MISSING);
      await expect(acceptInvitation(someone, { token: each })).rejects.toMatchObject(MISSING);
    }
    expect(await findInvitation(system, token)).toMatchObject({ role: "EDITOR", projects: null });
    clock.advance(7 * DAY);
    expect(await findInvitation(system, token)).toBeNull();
    await expect(joinByInvitation(system, { token, name: "Late" })).rejects.toMatchObject(MISSING);
  });

  it("is looked at as often as one likes, and nothing of it is stored", async () => {
    const made = await scene();
    const { token } = await invite(made);
    for (let looked = 0; looked < 3; looked += 1) {
      expect(await findInvitation(system, token)).toMatchObject({ travel: "mail" });
    }
    const rows = await inOrganization(made.ctx, ({ tx }) => tx.invitation.findMany());
    expect(JSON.stringify(rows)).not.toContain(token.slice(-20));
    expect(rows.every(({ acceptedAt }) => acceptedAt === null)).toBe(true);
  });
});

describe("joining", () => {
  it("makes a new person, whose address is proven by a mail and not by a link that was handed over", async () => {
    const made = await scene();
    const mailed = await invite(made);
    const session = await joinByInvitation(system, { token: mailed.token, name: " Noor " });
    const found = await findSession(system, session.token);
    expect(found?.person).toMatchObject({ name: "Noor", email: mailed.email });
    expect(found?.organization).toMatchObject({ organizationId: made.organizationId, role: "EDITOR" });
    const handed = await invite(made);
    const { token } = await showInvitationLink(made.ctx, { invitationId: handed.invitationId });
    await joinByInvitation(system, { token, name: "Omar" });
    const verified = await database.app.prisma.user.findMany({
      where: { email: { in: [mailed.email, handed.email] } },
      orderBy: { createdAt: "asc" },
      select: { name: true, emailVerifiedAt: true },
    });
    expect(Object.fromEntries(verified.map((each) => [each.name, each.emailVerifiedAt !== null]))).toEqual({
      Noor: true,
      Omar: false,
    });
  });

  it("twice, by two at once, in whatever way: one membership", async () => {
    const made = await scene();
    const { token, email } = await invite(made);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => joinByInvitation(system, { token, name: `N${index}` })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(["NOT_FOUND", "NOT_NOW"]).toContain(outcome.reason.code);
    }
    const again = await acceptInvitation(await signedIn(email), { token }).catch((error) => error);
    expect(again).toMatchObject(MISSING);
    const members = await inOrganization(made.ctx, ({ tx }) =>
      tx.membership.count({ where: { user: { email } } }),
    );
    expect(members).toBe(1);
  });

  it("is for who has the address: somebody who has it signs in first, with another one is refused", async () => {
    const made = await scene();
    const first = await invite(made);
    await joinByInvitation(system, { token: first.token, name: "Noor" });
    const second = await makeOrganization(database.app, { clock });
    const { token } = await invite(second, first.email);
    await expect(joinByInvitation(system, { token, name: "Not Noor" })).rejects.toMatchObject({
      code: "NOT_NOW",
    });
    const stranger = await database.app.prisma.user.findUniqueOrThrow({ where: { id: made.userId } });
    await expect(acceptInvitation(await signedIn(stranger.email ?? ""), { token })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });

    const noor = await signedIn(first.email);
    await acceptInvitation(noor, { token });
    const { activeOrganizationId } = await database.app.prisma.session.findUniqueOrThrow({
      where: { id: noor.sessionId },
    });
    expect(activeOrganizationId).toBe(second.organizationId);
    const after = await database.app.prisma.user.findFirstOrThrow({ where: { email: first.email } });
    expect(after.name).toBe("Noor");
  });

  it("brings the projects that were chosen, less those that were removed since", async () => {
    const made = await scene();
    const [kept, removed] = [await makeProject(made.ctx), await makeProject(made.ctx)];
    const email = newAddress();
    const { invitationId } = await inviteMember(made.ctx, {
      email,
      role: "READER",
      projectAccess: "CHOSEN",
      projectIds: [kept.id, removed.id],
    });
    await inOrganization(made.ctx, ({ tx }) =>
      tx.project.update({ where: { id: removed.id }, data: { deletedAt: clock.now() } }),
    );
    const session = await joinByInvitation(system, {
      token: await linkOf(made, invitationId),
      name: "Reader",
    });
    expect((await findSession(system, session.token))?.organization?.projectIds).toEqual([kept.id]);
  });

  it("asks for a name that can be shown", async () => {
    const made = await scene();
    const { token } = await invite(made);
    for (const name of ["", "  ", "a\nb", "x".repeat(121), "a\u202eb"]) {
      await expect(joinByInvitation(system, { token, name })).rejects.toMatchObject({
        code: "INVALID",
        fields: { name: expect.any(String) },
      });
    }
    expect(await findInvitation(system, token)).not.toBeNull();
  });
});
