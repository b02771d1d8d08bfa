import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { changeProfile } from "./change-profile.ts";
import { deleteMyAccount } from "./delete-my-account.ts";
import { exportMyData } from "./export-my-data.ts";
import { findSession } from "./find-session.ts";
import { inviteMember } from "./invite-member.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { leaveOrganization } from "./leave-organization.ts";
import type { Me } from "./personal.ts";
import { startSession } from "./start-session.ts";

/** Of each scene its own: one database holds them all. */
let surname: string;
let name: string;
let address: string;

let database: TestDatabase;
let admin: pg.Client;
let clock: FixedClock;
let system: System;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** A person with everything that can be theirs, in an organization that they belong to and one that they have left. */
let here: MadeOrganization;
let left: MadeOrganization;
let zora: { userId: string; me: Me; token: string };
beforeEach(async () => {
  surname = `Quill${randomBytes(5).toString("hex")}`;
  name = `Zora ${surname}`;
  address = `zora.${surname.toLowerCase()}@example.test`;
  clock = fixedClock();
  system = {
    db: database.app,
    clock,
    keys: testKeys,
    from: { address: "192.0.2.7", userAgent: "Browser/1" },
  };
  here = await makeOrganization(database.app, { clock });
  left = await makeOrganization(database.app, { clock });
  const { id: userId } = await database.app.prisma.user.create({ data: { email: address } });
  await addWaysIn(userId);
  for (const made of [here, left]) await inOrganization(made.ctx, (ctx) => addTraces(ctx, userId));
  await inviteMember((await makeOrganization(database.app, { clock })).ctx, {
    email: address,
    role: "READER",
  });
  const { token } = await issueSignInToken(system, address);
  const session = await startSession(system, { signInToken: token });
  const me = (await findSession(system, session.token))?.me;
  if (!me) throw new Error("she is not signed in");
  await changeProfile(me, { name, timeZone: "Europe/Berlin" });
  const organization = await inOrganization(left.ctx, ({ tx }) => tx.organization.findFirstOrThrow());
  const actor = { kind: "user", userId, role: "EDITOR" } as const;
  await leaveOrganization({ ...left.ctx, actor }, { name: organization.name });
  zora = { userId, me, token: session.token };
});

async function addWaysIn(userId: string): Promise<void> {
  const { prisma } = database.app;
  const unique = randomBytes(16);
  await prisma.identity.create({
    data: { userId, provider: "github", subject: unique.toString("hex"), label: address },
  });
  await prisma.passkey.create({
    data: { userId, credentialId: unique, publicKey: randomBytes(32), name: `${name}'s key` },
  });
  await prisma.recoveryCode.create({ data: { userId, codeHash: unique } });
  await prisma.authenticatorApp.create({ data: { userId, sealedSecret: randomBytes(40) } });
  await prisma.signInToken.create({ data: { email: address, expiresAt: clock.now() } });
}

async function addTraces(ctx: TxCtx, userId: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const project = await makeProject(ctx, { title: "Kept", createdById: userId });
  const ofProject = { organizationId, projectId: project.id };
  const blocks = [{ type: "MARKDOWN", markdown: "m", html: "m" } as const];
  const episode = await makeEpisode(ctx, project.id, { number: 1, blocks });
  const block = await tx.block.findFirstOrThrow({ where: { episodeId: episode.id } });
  await tx.membership.create({ data: { organizationId, userId, role: "EDITOR" } });
  const note = await tx.planningNote.create({
    data: { ...ofProject, authorId: userId, text: "More about ferries" },
  });
  const step = { ...ofProject, noteId: note.id, at: ctx.clock.now() };
  const { id: noteStepId } = await tx.noteStep.create({ data: { ...step, kind: "UNDERSTOOD" } });
  await tx.noteStep.create({ data: { ...step, kind: "RECEIVED", actorId: userId } });
  await tx.notification.create({ data: { ...ofProject, userId, noteStepId, createdAt: ctx.clock.now() } });
  await tx.highlight.create({
    data: { organizationId, userId, blockId: block.id, startOffset: 0, endOffset: 1, quote: "m", note: name },
  });
  await tx.subscription.create({ data: { ...ofProject, userId, email: address, channel: "EMAIL" } });
  const chat = await tx.chatSession.create({ data: { ...ofProject, userId, title: `With ${name}` } });
  const message = await tx.chatMessage.create({
    data: { organizationId, chatSessionId: chat.id, role: "PERSON", text: `I am ${name}` },
  });
  const memory = { kind: "FACT", origin: "CHAT", text: "Ferries matter", originUserId: userId } as const;
  await tx.agentMemory.create({ data: { ...ofProject, ...memory, originMessageId: message.id } });
}

/** Every place of the database, text and JSON and arrays of them, that holds one of the words; as `table.column`. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const { rows: columns } = await admin.query<{ schema: string; table: string; column: string }>(`
    select n.nspname as schema, c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int as count from "${schema}"."${table}" where "${column}"::text ilike any ($1)`,
      [words.map((word) => `%${word}%`)],
    );
    if (rows[0]?.count) found.push(`${table}.${column}`);
  }
  return found.sort();
}

describe("taking one's data along", () => {
  it("gives all of it, from every organization, those that were left included, and no secret", async () => {
    const data = await exportMyData(zora.me, {});
    expect(data.profile).toMatchObject({ email: address, name, hasPassword: false });
    expect(data.memberships.map(({ organizationId }) => organizationId)).toEqual([here.organizationId]);
    const both = [here.organizationId, left.organizationId].sort();
    for (const list of [data.notes, data.highlights, data.subscriptions, data.chats, data.memories]) {
      expect(list.map(({ organizationId }) => organizationId).sort()).toEqual(both);
    }
    // What one was told in an organization goes when one leaves it.
    expect(data.notifications).toMatchObject([{ organizationId: here.organizationId }]);
    expect(data.chatMessages).toMatchObject([{ text: `I am ${name}` }, { text: `I am ${name}` }]);
    expect(data.events.map(({ type }) => type)).toContain("signed_in");
    expect(data.auditRows.map(({ action }) => action)).toContain("profile.change");
    expect(data.passkeys).toMatchObject([{ name: `${name}'s key` }]);
    expect(data.identities).toHaveLength(1);
    expect(data.sessions).toHaveLength(1);
    expect(data.cutTo10000).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/tokenHash|sealedSecret|publicKey|codeHash|passwordHash/);
  });

  it("gives nothing of anybody else's", async () => {
    const other = await asMember(here, "EDITOR");
    const otherId = other.actor.kind === "user" ? other.actor.userId : "";
    const theirs = { authorId: otherId, text: "A note of somebody else's" };
    await inOrganization(here.ctx, async ({ tx, organizationId }) => {
      const { id: projectId } = await tx.project.findFirstOrThrow();
      await tx.planningNote.create({ data: { organizationId, projectId, ...theirs } });
    });
    expect(JSON.stringify(await exportMyData(zora.me, {}))).not.toContain(theirs.text);
  });
});

describe("deleting one's account", () => {
  it("leaves nothing of name and address anywhere, and what was written for the organization stays", async () => {
    expect(await placesOf([surname])).toEqual(
      expect.arrayContaining([
        "user.name",
        "user.email",
        "subscription.email",
        "chat_message.text",
        "invitation.email",
      ]),
    );
    await deleteMyAccount(zora.me, { address: ` ${address.toUpperCase()} ` });
    expect(await placesOf([surname])).toEqual([]);
    expect(await findSession(system, zora.token)).toBeNull();
    for (const made of [here, left]) {
      const kept = await inOrganization(made.ctx, async ({ tx }) => ({
        notes: await tx.planningNote.findMany({ select: { text: true, authorId: true } }),
        episodes: await tx.episode.count(),
        projects: await tx.project.findMany({ select: { createdById: true } }),
        memories: await tx.agentMemory.findMany({ select: { text: true, originUserId: true } }),
        members: await tx.membership.count({ where: { userId: zora.userId } }),
        chats: await tx.chatSession.count(),
        notifications: await tx.notification.count(),
      }));
      expect(kept).toEqual({
        notes: [{ text: "More about ferries", authorId: zora.userId }],
        episodes: 1,
        projects: [{ createdById: zora.userId }],
        memories: [{ text: "Ferries matter", originUserId: zora.userId }],
        members: 0,
        chats: 0,
        notifications: 0,
      });
    }
    const rows = await inOrganization(here.ctx, ({ tx }) =>
      tx.auditLog.findMany({
        where: { action: "account.delete" },
        select: { actorUserId: true, targetId: true },
      }),
    );
    expect(rows).toEqual([{ actorUserId: zora.userId, targetId: zora.userId }]);
    const stone = await database.app.prisma.user.findUniqueOrThrow({ where: { id: zora.userId } });
    expect(stone).toMatchObject({ email: null, name: "", passwordHash: null, deletedAt: clock.now() });
  });

  it("lets the address begin anew, as somebody else", async () => {
    await deleteMyAccount(zora.me, { address });
    const again = await database.app.prisma.user.create({ data: { email: address } });
    expect(again.id).not.toBe(zora.userId);
    await expect(issueSignInToken(system, "gone@example.test")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused to the last owner of anything, which it names, and nothing is changed", async () => {
    const { organizationId } = here;
    await inOrganization(here.ctx, async ({ tx }) => {
      await tx.organization.update({ where: { id: organizationId }, data: { name: "Northwind" } });
      await tx.membership.updateMany({
        where: { organizationId, userId: zora.userId },
        data: { role: "OWNER" },
      });
      await tx.membership.deleteMany({ where: { organizationId, userId: here.userId } });
    });
    await expect(deleteMyAccount(zora.me, { address })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("You are the last owner of Northwind."),
    });
    expect(await findSession(system, zora.token)).toMatchObject({ person: { name } });
  });

  it("of two owners who go at once, one stays", async () => {
    const { organizationId } = here;
    await inOrganization(here.ctx, ({ tx }) =>
      tx.membership.updateMany({ where: { organizationId, userId: zora.userId }, data: { role: "OWNER" } }),
    );
    const { email } = await database.app.prisma.user.findUniqueOrThrow({ where: { id: here.userId } });
    const { token } = await issueSignInToken(system, email ?? "");
    const session = await startSession(system, { signInToken: token });
    const other = (await findSession(system, session.token))?.me;
    if (!other) throw new Error("the other owner is not signed in");
    const outcomes = await Promise.allSettled([
      deleteMyAccount(zora.me, { address }),
      deleteMyAccount(other, { address: email ?? "" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const owners = await inOrganization(here.ctx, ({ tx }) =>
      tx.membership.count({ where: { role: "OWNER" } }),
    );
    expect(owners).toBe(1);
  });

  it("asks for the address and for a recent proof", async () => {
    await expect(deleteMyAccount(zora.me, { address: "somebody@example.test" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { address: expect.stringContaining(address) },
    });
    clock.advance(16 * 60_000);
    await expect(deleteMyAccount(zora.me, { address })).rejects.toMatchObject({ code: "NOT_NOW" });
    expect(await findSession(system, zora.token)).not.toBeNull();
  });
});
