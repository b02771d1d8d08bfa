import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { parseEnv } from "#platform/env.ts";
import { keysFrom } from "#platform/keys.ts";
import { type OidcServer, startOidcServer } from "#testing/oidc-server.ts";
import { configuredProviders } from "./configured-providers.ts";
import { handshakeCookie } from "./handshake-cookies.ts";
import { openPurpose } from "./handshake-purpose.ts";
import { startHandshake } from "./start-handshake.ts";

const ORIGIN = vi.hoisted(() => {
  const origin = "https://episodic.example.test";
  vi.stubEnv("ORIGIN", origin);
  // What a server of another kind would believe a header for.
  vi.stubEnv("AUTH_TRUST_HOST", "1");
  vi.stubEnv("NEXTAUTH_URL", "https://elsewhere.example.test");
  vi.stubEnv("NEXTAUTH_SECRET", "not ours");
  return origin;
});

const keys = keysFrom("a secret for tests only, long enough to be one");
let server: OidcServer;
beforeAll(async () => {
  vi.spyOn(console, "warn").mockReturnValue(undefined);
  server = await startOidcServer({ redirectUris: [`${ORIGIN}/api/auth/callback/oidc`], accounts: [] });
});
afterAll(() => server.close());

it("comes back to the one configured address, by cookies that no other host can set", async () => {
  const { issuer, clientId, clientSecret } = server;
  const [provider] = configuredProviders(
    parseEnv({ OIDC_ISSUER: `${issuer}/`, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }),
  );
  if (!provider) throw new Error("the issuer is not configured");
  const cookies = (await startHandshake(keys, provider, { kind: "sign-in", to: "/" })) ?? new Map();
  expect([...cookies.keys()].toSorted()).toEqual(
    ["nonce", "pkce", "purpose", "state"].map((name) => `__Host-episodic-provider-${name}`),
  );
  expect(handshakeCookie()).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax", path: "/" });
  const purpose = await openPurpose(keys, cookies.get("__Host-episodic-provider-purpose"));
  expect(new URL(purpose?.address ?? "").searchParams.get("redirect_uri")).toBe(
    `${ORIGIN}/api/auth/callback/oidc`,
  );
  const others = keysFrom("another secret for tests only, just as long");
  expect(await openPurpose(others, cookies.get("__Host-episodic-provider-purpose"))).toBeNull();
});
