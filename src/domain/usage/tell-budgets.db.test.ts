import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { parseEnv } from "#platform/env.ts";
import { type Mailer, openMail } from "#platform/mail.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeWindow } from "#testing/factories/make-window.ts";
import { type MailServer, startMailServer } from "#testing/mail-server.ts";
import { BudgetMail } from "./budget-mail.ts";
import { removeBudget } from "./remove-budget.ts";
import { sendBudgetMail } from "./send-budget-mail.ts";
import { setBudget } from "./set-budget.ts";
import { tellBudgets } from "./tell-budgets.ts";

let database: TestDatabase;
let server: MailServer;
let mailer: Mailer;
let made: Awaited<ReturnType<typeof makeLedger>>;
let worker: System;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startMailServer();
  const settings = { SMTP_URL: server.url, MAIL_FROM: "us@example.test", ORIGIN: "https://episodic.test" };
  mailer = openMail(parseEnv(settings)) as Mailer;
});
beforeEach(async () => {
  made = await makeLedger(database, "Europe/Berlin", "2026-11-20T23:30:00Z");
  worker = { db: database.worker, clock: made.clock, keys: made.ctx.keys };
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const DOLLAR = 1_000_000_000n;

async function member(role: Role, projectIds?: string[]): Promise<string> {
  const email = `member-${randomBytes(6).toString("hex")}@example.test`;
  const { id: userId } = await database.app.prisma.user.create({
    data: { email, name: `${role} ${email.slice(7, 11)}` },
  });
  await inOrganization(made.ctx, async ({ tx, organizationId }) => {
    const projectAccess = projectIds ? "CHOSEN" : "ALL";
    await tx.membership.create({ data: { organizationId, userId, role, projectAccess } });
    const grants = (projectIds ?? []).map((projectId) => ({ organizationId, userId, projectId }));
    await tx.projectGrant.createMany({ data: grants });
  });
  return email;
}

/** The mails that wait for the organization, the first first; they are taken. */
async function takeMails(): Promise<BudgetMail[]> {
  const found = await database.worker.pool.query<{ payload: unknown }>(
    `delete from graphile_worker._private_jobs where payload->>'organizationId' = $1 and payload->>'kind' is not null returning payload, id`,
    [made.organizationId],
  );
  return found.rows.map(({ payload }) => BudgetMail.parse(payload));
}

/** Tells, and sends what was enqueued. */
async function tellAndSend() {
  await tellBudgets(worker, { organizationId: made.organizationId });
  const before = server.received.length;
  for (const mail of await takeMails()) await sendBudgetMail(worker, mailer, mail);
  return server.received.slice(before);
}

const spend = (dollars: bigint) =>
  makeWindow(made.ctx, { window: "MONTH", startsOn: "2026-11-01", spentNanos: dollars * DOLLAR });
const subjects = (mails: { parsed: { subject?: string | undefined } }[]) =>
  mails.map(({ parsed }) => parsed.subject);
const monthly = { projectId: null, window: "MONTH", isHard: true } as const;

function hold(projectId: string, forNanos: bigint, overrides: object = {}) {
  return makeRun(made.ctx, projectId, {
    status: "HELD",
    heldAt: made.clock.now(),
    holdKind: "BUDGET",
    heldForNanos: forNanos,
    reason: "The ceiling of $10.00 for November has no room.",
    ...overrides,
  });
}

describe("the marks of a ceiling", () => {
  beforeEach(async () => {
    await makeCall(made.ctx);
    await setBudget(made.ctx, { ...monthly, ceiling: "10" });
  });

  it("are told to owners and administrators, each once, however often and however many at once look", async () => {
    const administrator = await member("ADMIN");
    await member("EDITOR");
    await spend(4n);
    expect(await tellAndSend()).toEqual([]);
    await spend(5n);
    await Promise.all([tellBudgets(worker), tellBudgets(worker), tellBudgets(worker)]);
    const mails = await takeMails();
    expect(mails.map(({ kind, startsOn }) => [kind, startsOn])).toEqual(
      Array(2).fill(["REACHED_50", "2026-11-01"]),
    );
    for (const mail of mails) await sendBudgetMail(worker, mailer, mail);
    expect(server.to(administrator)).toHaveLength(1);
    await spend(9n);
    expect(subjects(await tellAndSend())).toEqual(
      Array(2).fill(expect.stringMatching(/^80 % of a ceiling is spent: /)),
    );
    await spend(10n);
    expect(subjects(await tellAndSend())).toEqual(
      Array(2).fill(expect.stringMatching(/^All of a ceiling is spent: /)),
    );
    await spend(12n);
    expect(await tellAndSend()).toEqual([]);
  });

  it("that are leapt over are told by the highest, and begin anew with the month", async () => {
    await spend(11n);
    expect(subjects(await tellAndSend())).toEqual([expect.stringContaining("All of a ceiling")]);
    // Berlin's December begins at 23:00 UTC.
    made.clock.set("2026-11-30T23:00:00Z");
    await makeCall(made.ctx);
    await makeWindow(made.ctx, { window: "MONTH", startsOn: "2026-12-01", spentNanos: 6n * DOLLAR });
    const [mail, ...others] = await tellAndSend();
    expect(others).toEqual([]);
    expect(mail?.parsed.subject).toMatch(/^Half of a ceiling is spent: .*, December 2026$/);
  });

  it("are told again of a ceiling that was raised, when they are reached again, and not before", async () => {
    await spend(9n);
    expect(await tellAndSend()).toHaveLength(1);
    await setBudget(made.ctx, { ...monthly, ceiling: "11" });
    expect(await tellAndSend()).toEqual([]);
    await setBudget(made.ctx, { ...monthly, ceiling: "20" });
    expect(await tellAndSend()).toEqual([]);
    await spend(16n);
    expect(subjects(await tellAndSend())).toEqual([expect.stringContaining("80 %")]);
  });

  it("are not told once they no longer hold: the ceiling was raised or removed before the mail was written", async () => {
    await spend(9n);
    await tellBudgets(worker);
    const [mail] = await takeMails();
    if (!mail) throw new Error("there is a mail");
    const { budgetId } = await setBudget(made.ctx, { ...monthly, ceiling: "100" });
    expect(await sendBudgetMail(worker, mailer, mail)).toEqual({ outcome: "NOT_WRITTEN" });
    await removeBudget(made.ctx, { budgetId });
    expect(await sendBudgetMail(worker, mailer, mail)).toEqual({ outcome: "NOT_WRITTEN" });
  });

  it("of an episode are the whole ceiling alone, and of episodes of today", async () => {
    const { ctx, projectId } = made;
    await setBudget(ctx, { projectId, window: "EPISODE", ceiling: "1", isHard: false });
    const { id: late } = await makeEpisode(ctx, projectId, { number: 1 });
    const { id: past } = await makeEpisode(ctx, projectId, { number: 2 });
    await makeCall(ctx, { projectId, episodeId: late });
    await makeCall(ctx, { projectId, episodeId: past, occurredAt: new Date("2026-11-10T08:00:00Z") });
    const cost = (episodeId: string, spentNanos: bigint) =>
      makeWindow(ctx, { window: "EPISODE", projectId, episodeId, spentNanos });
    await cost(past, 3n * DOLLAR);
    await cost(late, (9n * DOLLAR) / 10n);
    expect(await tellAndSend()).toEqual([]);
    await cost(late, 2n * DOLLAR);
    expect(subjects(await tellAndSend())).toEqual(["All of a ceiling is spent: Quay, for each episode"]);
  });

  it("are written as a mail with both parts, what holds and one link of ours", async () => {
    await spend(9n);
    const [mail] = await tellAndSend();
    expect(mail?.raw).toMatch(/^From: us@example\.test\r?$/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(mail?.raw).toMatch(/^Message-ID: <\S+>\r?$/m);
    expect(mail?.raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    for (const part of [mail?.parsed.text, mail?.parsed.html]) {
      expect(part).toContain("has cost $9.00 of the ceiling of $10.00, November 2026.");
      expect(part).toContain("The ceiling is hard");
      expect(part).toContain("https://episodic.test/usage/budgets");
    }
    expect(
      JSON.stringify(await database.worker.pool.query("select payload from graphile_worker._private_jobs")),
    ).not.toContain("9000000000");
  });
});

describe("runs that are held", () => {
  it("are told once for a ceiling and its month, to those who edit what is held, by name and reason", async () => {
    const { ctx, projectId } = made;
    const { id: elsewhere } = await makeProject(ctx, { title: "Harbour" });
    const editor = await member("EDITOR");
    const theirs = await member("EDITOR", [projectId]);
    const others = await member("EDITOR", [elsewhere]);
    await member("READER");
    await setBudget(ctx, { ...monthly, ceiling: "10" });
    await makeWindow(ctx, {
      window: "MONTH",
      startsOn: "2026-11-01",
      spentNanos: 4n * DOLLAR,
      reservedNanos: DOLLAR,
    });
    await hold(projectId, 6n * DOLLAR);
    const mails = await tellAndSend();
    expect(mails).toHaveLength(3);
    expect(server.to(others)).toEqual([]);
    for (const to of [editor, theirs]) {
      const [mail] = server.to(to);
      expect(mail?.parsed.subject).toMatch(/^An episode waits for money: /);
      expect(mail?.parsed.text).toContain(
        "Quay, 2026-11-20: The ceiling of $10.00 for November has no room.",
      );
      expect(mail?.parsed.text).toMatch(/To have it raised, ask Person \w+\./);
      expect(mail?.parsed.html).toContain("https://episodic.test/queue?view=attention");
    }
    const { email: owner } = await database.app.prisma.user.findUniqueOrThrow({ where: { id: made.userId } });
    expect(server.to(owner ?? "").at(-1)?.parsed.text).toContain(
      "Raise the ceiling:\nhttps://episodic.test/usage/budgets",
    );

    await hold(projectId, 7n * DOLLAR, { occurrenceKey: "2026-11-21" });
    expect(await tellAndSend()).toEqual([]);
    await setBudget(ctx, { ...monthly, ceiling: "10.50" });
    expect(await tellAndSend()).toHaveLength(3);
  });

  it("are not told when they went on before the mail was written, nor where there is room again", async () => {
    const { ctx, projectId } = made;
    await setBudget(ctx, { ...monthly, ceiling: "10" });
    const { id } = await hold(projectId, 11n * DOLLAR);
    await tellBudgets(worker);
    const [mail] = await takeMails();
    if (!mail) throw new Error("there is a mail");
    await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.updateMany({
        where: { id },
        data: { status: "PENDING", heldAt: null, holdKind: null, heldForNanos: null },
      }),
    );
    expect(await sendBudgetMail(worker, mailer, mail)).toEqual({ outcome: "NOT_WRITTEN" });
    await setBudget(ctx, { projectId, window: "DAY", ceiling: "12", isHard: true });
    await hold(projectId, 10n * DOLLAR, { occurrenceKey: "2026-11-21" });
    expect(await tellAndSend()).toEqual([]);
  });

  it("for want of a price are told once, under one of the ceilings that ask for it", async () => {
    const { ctx, projectId } = made;
    await setBudget(ctx, { ...monthly, ceiling: "10" });
    await setBudget(ctx, { projectId, window: "DAY", ceiling: "10", isHard: true });
    await hold(projectId, 0n, {
      holdKind: "PRICE",
      heldForNanos: null,
      reason: "The model small has no price.",
    });
    const mails = await tellAndSend();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.parsed.text).toContain("The model small has no price.");
  });

  it("of one organization say nothing to another", async () => {
    await setBudget(made.ctx, { ...monthly, ceiling: "10" });
    const other = await makeOrganization(database.app, { clock: made.clock });
    await hold(made.projectId, 11n * DOLLAR);
    await tellBudgets(worker, { organizationId: other.organizationId });
    expect(await takeMails()).toEqual([]);
    await tellBudgets(worker, { organizationId: made.organizationId });
    expect((await takeMails()).map(({ userId }) => userId)).toEqual([made.userId]);
  });
});
