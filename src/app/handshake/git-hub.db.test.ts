import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { type GitHubAccount, type GitHubServer, startGitHubServer } from "#testing/git-hub-server.ts";
import { testKeys } from "#testing/test-keys.ts";
import type { ConfiguredProvider } from "./configured-providers.ts";
import { finishHandshake } from "./finish-handshake.ts";
import { gitHub } from "./git-hub.ts";
import { cookieNames } from "./handshake-cookies.ts";
import { openPurpose } from "./handshake-purpose.ts";
import { startHandshake } from "./start-handshake.ts";
import { vouchedByGitHub } from "./vouched-address.ts";

vi.hoisted(() => {
  vi.stubEnv("ORIGIN", "http://localhost:3300");
  vi.stubEnv("LOG_LEVEL", "silent");
});

let database: TestDatabase;
let system: System;
let server: GitHubServer;
let provider: ConfiguredProvider;

beforeAll(async () => {
  database = await createTestDatabase();
  system = { db: database.app, clock: fixedClock(), keys: testKeys };
  server = await startGitHubServer({ id: 1, login: "nobody", email: null, emails: [] });
  provider = {
    id: "github",
    name: "GitHub",
    namespace: "github",
    config: gitHub({ clientId: "episodic", clientSecret: "a secret" }, { web: server.url, api: server.url }),
    vouchedAddress: vouchedByGitHub,
  };
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function go() {
  const cookies = await startHandshake(testKeys, provider, { kind: "sign-in", to: "/" });
  const purpose = await openPurpose(testKeys, cookies?.get(cookieNames().purpose));
  const answered = await fetch(purpose?.address ?? "", { redirect: "manual" });
  const { searchParams } = new URL(answered.headers.get("location") ?? "");
  return { cookies: cookies ?? new Map<string, string>(), query: searchParams, me: null };
}

const finish = (callback: Awaited<ReturnType<typeof go>>) => finishHandshake(system, provider, callback);

let lastId = 1;
async function makePerson(emailsOf: (email: string) => Partial<GitHubAccount>) {
  const { userId } = await makeOrganization(database.app);
  const { email } = await database.app.prisma.user.update({
    where: { id: userId },
    data: { emailVerifiedAt: new Date() },
  });
  lastId += 1;
  const account = { id: lastId, login: `octo-${lastId}`, email: null, emails: [], ...emailsOf(email ?? "") };
  return { userId, account };
}

const entry = (email: string, primary: boolean, verified: boolean) => ({
  email,
  primary,
  verified,
  visibility: null,
});

it("lets in by the primary address that GitHub verified, and by the account's id from then on", async () => {
  const { userId, account } = await makePerson((email) => ({
    emails: [entry(email.toUpperCase(), true, true)],
  }));
  server.account = account;
  expect(await finish(await go())).toMatchObject({ kind: "signed-in" });
  server.account = { ...account, login: "renamed", emails: [] };
  expect(await finish(await go())).toMatchObject({ kind: "signed-in" });
  expect(await database.app.prisma.identity.findMany({ where: { userId } })).toMatchObject([
    { provider: "github", subject: String(account.id), label: "renamed" },
  ]);
});

it.each([
  ["that is not verified", (email: string) => ({ emails: [entry(email, true, false)] })],
  [
    "that is not the primary one",
    (email: string) => ({ emails: [entry("other@example.test", true, true), entry(email, false, true)] }),
  ],
  ["that somebody typed into their profile", (email: string) => ({ email })],
])("connects nobody by an address %s", async (_, emailsOf) => {
  const { userId, account } = await makePerson(emailsOf);
  server.account = account;
  expect(await finish(await go())).toMatchObject({ problem: "not-connected" });
  expect(await database.app.prisma.identity.count({ where: { userId } })).toBe(0);
});

it("takes no token that another application was given", async () => {
  const { account } = await makePerson((email) => ({ emails: [entry(email, true, true)] }));
  const { query, ...attacker } = await go();
  query.delete("code");
  query.set("access_token", server.tokenOf(account));
  query.set("token_type", "bearer");
  expect(await finish({ ...attacker, query })).toMatchObject({ problem: "failed" });
});
