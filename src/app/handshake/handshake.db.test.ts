import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { findSession } from "#domain/people/find-session.ts";
import { listIdentities } from "#domain/people/list-identities.ts";
import type { Me } from "#domain/people/personal.ts";
import { parseEnv } from "#platform/env.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { chooseAccount, type OidcAccount, type OidcServer, startOidcServer } from "#testing/oidc-server.ts";
import { testKeys } from "#testing/test-keys.ts";
import { type ConfiguredProvider, configuredProviders } from "./configured-providers.ts";
import { finishHandshake } from "./finish-handshake.ts";
import { cookieNames } from "./handshake-cookies.ts";
import { type HandshakePurpose, openPurpose } from "./handshake-purpose.ts";
import { startHandshake } from "./start-handshake.ts";

const ORIGIN = vi.hoisted(() => {
  const origin = "http://localhost:3300";
  vi.stubEnv("ORIGIN", origin);
  vi.stubEnv("LOG_LEVEL", "silent");
  return origin;
});

let database: TestDatabase;
let system: System;
let server: OidcServer;
let provider: ConfiguredProvider;

beforeAll(async () => {
  vi.spyOn(console, "warn").mockReturnValue(undefined);
  database = await createTestDatabase();
  system = { db: database.app, clock: fixedClock(), keys: testKeys };
  server = await startOidcServer({ redirectUris: [`${ORIGIN}/api/auth/callback/oidc`], accounts: [] });
  provider = issuerAt(server);
});
afterEach(() => {
  server.fault = null;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

function issuerAt({ issuer, clientId, clientSecret }: OidcServer): ConfiguredProvider {
  const [found] = configuredProviders(
    parseEnv({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }),
  );
  if (!found) throw new Error("the issuer is not configured");
  return found;
}

interface Trip {
  cookies: Map<string, string>;
  address: string;
}

async function setOut(
  wants: HandshakePurpose["wants"] = { kind: "sign-in", to: "/projects" },
): Promise<Trip> {
  const cookies = await startHandshake(testKeys, provider, wants);
  const purpose = await openPurpose(testKeys, cookies?.get(cookieNames().purpose));
  if (!cookies || !purpose) throw new Error("the handshake did not begin");
  return { cookies, address: purpose.address };
}

/** To the provider and back: the answer as the browser brings it. */
async function goAs(subject: string, wants?: HandshakePurpose["wants"]) {
  const trip = await setOut(wants);
  const { searchParams } = await chooseAccount(trip.address, subject);
  return { cookies: trip.cookies, query: searchParams, me: null as Me | null };
}

const finish = (callback: Awaited<ReturnType<typeof goAs>>) => finishHandshake(system, provider, callback);

async function makePerson(account: Partial<OidcAccount> = {}, { isVerified = true } = {}) {
  const { userId, organizationId } = await makeOrganization(database.app);
  const { email } = await database.app.prisma.user.update({
    where: { id: userId },
    data: { emailVerifiedAt: isVerified ? new Date() : null },
  });
  const subject = randomBytes(6).toString("hex");
  server.accounts.set(subject, { subject, email: email ?? "", isEmailVerified: true, ...account });
  return { userId, organizationId, subject, email: email ?? "" };
}

async function sessionOf(userId: string): Promise<Me> {
  const session = await database.app.prisma.session.create({
    data: {
      userId,
      tokenHash: new Uint8Array(randomBytes(32)),
      authenticatedAt: system.clock.now(),
      expiresAt: new Date("2027-01-01"),
    },
  });
  return { ...system, userId, sessionId: session.id, authenticatedAt: session.authenticatedAt };
}

const subjectsOf = async (userId: string) =>
  database.app.prisma.identity.findMany({
    where: { userId },
    select: { provider: true, subject: true, label: true },
  });

describe("signing in by an OpenID Connect issuer", () => {
  it("asks by code, PKCE, state and nonce, and for nothing that the browser could have added", async () => {
    const { address, cookies } = await setOut();
    const asked = new URL(address);
    expect(asked.origin).toBe(server.issuer);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: "episodic",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${ORIGIN}/api/auth/callback/oidc`,
      response_type: "code",
      scope: "openid email profile",
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    // What the browser keeps is encrypted.
    const { nonce, state } = Object.fromEntries(asked.searchParams);
    const kept = [...cookies.values()].map(
      (value) => Buffer.from(value, "base64url").toString("latin1") + value,
    );
    expect(kept.some((value) => value.includes(nonce ?? "") || value.includes(state ?? ""))).toBe(false);
    expect([...cookies.keys()].toSorted()).toEqual(
      ["nonce", "pkce", "purpose", "state"].map((name) => `episodic-provider-${name}`),
    );
  });

  it.each([
    ["behind the userinfo endpoint", false],
    ["in the ID token", true],
  ])(
    "lets in whose proven address the issuer vouches for %s, and connects the two",
    async (_, isEmailInIdToken) => {
      const mine = server;
      const redirectUris = [`${ORIGIN}/api/auth/callback/oidc`];
      server = await startOidcServer({ redirectUris, accounts: [], isEmailInIdToken });
      provider = issuerAt(server);
      try {
        const person = await makePerson();
        const outcome = await finish(await goAs(person.subject));
        expect(outcome).toMatchObject({ kind: "signed-in", to: "/projects" });
        const token = outcome.kind === "signed-in" ? outcome.session.token : "";
        expect(await findSession(system, token)).toMatchObject({
          person: { id: person.userId },
          session: { method: "PROVIDER", stage: "COMPLETE" },
        });
        expect(await subjectsOf(person.userId)).toEqual([
          { provider: server.issuer, subject: person.subject, label: `${person.subject} of the tests` },
        ]);
      } finally {
        await server.close();
        server = mine;
        provider = issuerAt(server);
      }
    },
  );

  it.each([
    ["false", false],
    ["left out", undefined],
    ["a text that reads true", "true"],
    ["a number", 1],
  ])("connects nobody when email_verified is %s", async (_, isEmailVerified) => {
    const person = await makePerson({ isEmailVerified });
    expect(await finish(await goAs(person.subject))).toMatchObject({ problem: "not-connected" });
    expect(await subjectsOf(person.userId)).toEqual([]);
  });

  it("connects nobody who has not proved the address here, and nobody without one", async () => {
    const unproven = await makePerson({}, { isVerified: false });
    expect(await finish(await goAs(unproven.subject))).toMatchObject({ problem: "not-connected" });
    server.accounts.set("nameless", { subject: "nameless" });
    expect(await finish(await goAs("nameless"))).toMatchObject({ problem: "not-connected" });
    expect(await subjectsOf(unproven.userId)).toEqual([]);
  });

  it("knows people by their subject, when their address there is another's by now", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    await finish(await goAs(one.subject));
    server.accounts.set(one.subject, { subject: one.subject, email: other.email, isEmailVerified: true });
    const outcome = await finish(await goAs(one.subject));
    const token = outcome.kind === "signed-in" ? outcome.session.token : "";
    expect((await findSession(system, token))?.person.id).toBe(one.userId);
    expect(await subjectsOf(other.userId)).toEqual([]);
  });

  it("goes on when the issuer changes its keys", async () => {
    const { subject } = await makePerson();
    expect(await finish(await goAs(subject))).toMatchObject({ kind: "signed-in" });
    server.rotateKeys();
    expect(await finish(await goAs(subject))).toMatchObject({ kind: "signed-in" });
  });

  it("makes no session of next-auth's: every session is a row of ours, opened by its verb", async () => {
    const { subject, userId } = await makePerson();
    const before = await database.app.prisma.session.count();
    await finish(await goAs(subject));
    expect(await database.app.prisma.session.count()).toBe(before + 1);
    expect(await database.app.prisma.session.count({ where: { userId, method: "PROVIDER" } })).toBe(1);
  });
});

describe("a callback that can't be trusted", () => {
  const refusedAs = (problem: string) => ({ kind: "problem", problem });

  it.each([
    ["a nonce that was not asked for", "other-nonce"],
    ["an issuer that calls itself otherwise", "other-issuer"],
    ["keys that did not sign the token", "foreign-keys"],
    ["a code that has run out", "dead-codes"],
  ] as const)("is refused for %s", async (_, fault) => {
    const { subject, userId } = await makePerson();
    server.fault = fault;
    expect(await finish(await goAs(subject))).toMatchObject(refusedAs("failed"));
    expect(await subjectsOf(userId)).toEqual([]);
  });

  it("is refused for an issuer that is whole, but not the configured one", async () => {
    const { subject, userId } = await makePerson();
    provider = issuerAt({ ...server, issuer: server.issuer.replace("127.0.0.1", "localhost") });
    expect(await finish(await goAs(subject))).toMatchObject(refusedAs("failed"));
    provider = issuerAt(server);
    expect(await subjectsOf(userId)).toEqual([]);
  });

  it("is refused with another state, another issuer in its address, no code, and an altered code", async () => {
    const { subject } = await makePerson();
    const change = async (name: string, value: string | null) => {
      const callback = await goAs(subject);
      if (value === null) callback.query.delete(name);
      else callback.query.set(name, value);
      return finish(callback);
    };
    expect(await change("state", "made-up")).toMatchObject(refusedAs("stale"));
    expect(await change("state", null)).toMatchObject(refusedAs("stale"));
    expect(await change("iss", "https://elsewhere.example.test")).toMatchObject(refusedAs("failed"));
    expect(await change("code", null)).toMatchObject(refusedAs("failed"));
    expect(await change("code", "made-up")).toMatchObject(refusedAs("failed"));
  });

  it("is refused when a cookie of the handshake is missing, altered, or of another handshake", async () => {
    const { subject, userId } = await makePerson();
    const other = await setOut();
    for (const name of ["state", "nonce", "pkce", "purpose"] as const) {
      const cookie = cookieNames()[name];
      for (const value of [null, "", "x", "a.b.c.d.e", "x".repeat(5_000), other.cookies.get(cookie) ?? ""]) {
        const callback = await goAs(subject);
        if (value === null) callback.cookies.delete(cookie);
        else callback.cookies.set(cookie, value);
        expect([name, value, (await finish(callback)).kind]).toEqual([name, value, "problem"]);
      }
    }
    expect(await subjectsOf(userId)).toEqual([]);
  });

  it("is refused in another browser: the address alone is worth nothing", async () => {
    const { subject } = await makePerson();
    const { query } = await goAs(subject);
    expect(await finish({ query, cookies: new Map(), me: null })).toMatchObject(refusedAs("stale"));
    // Somebody who is led to it in the middle of a handshake of their own.
    const own = await setOut();
    expect(await finish({ query, cookies: own.cookies, me: null })).toMatchObject(refusedAs("stale"));
  });

  it("works once, also twice at the same moment", async () => {
    const { subject } = await makePerson();
    const callback = await goAs(subject);
    const both = await Promise.all([finish(callback), finish(callback)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["problem", "signed-in"]);
    expect(await finish(callback)).toMatchObject(refusedAs("stale"));
  });

  it("says plainly that somebody said no, and repeats nothing of what the provider said", async () => {
    const callback = await goAs("");
    expect(callback.query.get("error_description")).toContain("<script>");
    expect(await finish(callback)).toEqual({ kind: "problem", problem: "denied", wanted: "sign-in" });
  });

  it("does not begin while the provider is silent, and does not end then", async () => {
    const { subject } = await makePerson();
    const callback = await goAs(subject);
    server.fault = "silent";
    expect(await finish(callback)).toMatchObject(refusedAs("failed"));
    expect(await startHandshake(testKeys, provider, { kind: "sign-in", to: "/" })).toBeNull();
  });

  it("takes no token from its address", async () => {
    const { subject } = await makePerson();
    const callback = await goAs(subject);
    callback.query.delete("code");
    for (const name of ["access_token", "id_token", "response", "token_type"])
      callback.query.set(name, "x.y.z");
    expect(await finish(callback)).toMatchObject(refusedAs("failed"));
  });
});

describe("connecting while signed in", () => {
  const wantsFor = ({ sessionId }: Me) => ({ kind: "connect", sessionId }) as const;

  it("connects an account whose address is another, or not verified, to who is signed in", async () => {
    const { subject } = await makePerson({ email: "elsewhere@example.test", isEmailVerified: false });
    const { userId } = await makePerson();
    const me = await sessionOf(userId);
    const callback = await goAs(subject, wantsFor(me));
    expect(await finish({ ...callback, me })).toEqual({ kind: "connected" });
    expect(await listIdentities(me, {})).toMatchObject([{ provider: server.issuer }]);
    expect(await finish(await goAs(subject))).toMatchObject({ kind: "signed-in" });
  });

  it("is refused to another session than the one that began it, and to none", async () => {
    const { subject, userId } = await makePerson();
    const [me, later] = [await sessionOf(userId), await sessionOf((await makePerson()).userId)];
    for (const comesAs of [null, later]) {
      const callback = await goAs(subject, wantsFor(me));
      expect(await finish({ ...callback, me: comesAs })).toMatchObject({
        problem: "stale",
        wanted: "connect",
      });
    }
    expect(await subjectsOf(userId)).toEqual([]);
    expect(await subjectsOf(later.userId)).toEqual([]);
  });

  it("is refused when the account is another person's, and when the proof is old", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    await finish(await goAs(one.subject));
    const me = await sessionOf(other.userId);
    const taken = await goAs(one.subject, wantsFor(me));
    expect(await finish({ ...taken, me })).toMatchObject({ problem: "taken", wanted: "connect" });
    const late = { ...me, authenticatedAt: new Date(system.clock.now().getTime() - 15 * 60_000) };
    const unproven = await goAs(other.subject, wantsFor(me));
    expect(await finish({ ...unproven, me: late })).toMatchObject({
      problem: "not-proven",
      wanted: "connect",
    });
    expect(await subjectsOf(other.userId)).toEqual([]);
  });
});
